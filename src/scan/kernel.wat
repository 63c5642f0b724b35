;; The loops that see every byte of a text. kernel-bytes.ts holds what this compiles to; script-kernel.ts does the same in JavaScript.
;; Memory: a table of 2^18 bytes at 0, candidates from 0x40000 on, the text at 0x50040 with two bytes of what came before it.
(module
  (memory (export "memory") 9)

  ;; Writes the offset of each word whose hash is in the table to the candidates. `at` and `end`: addresses, multiples of 16.
  ;; Four words at a time, and one branch for them: it is hardly ever taken. Behind it every word is written, and stays where it passes.
  (func (export "sift") (param $at i32) (param $end i32) (result i32)
    (local $out i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $out (i32.const 0x40000))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $a (i32.load8_u (i32.shr_u (i32.mul (i32.and (i32.load (local.get $at)) (i32.const 0xdfdfdfdf)) (i32.const 0x9e3779b1)) (i32.const 14))))
        (local.set $b (i32.load8_u (i32.shr_u (i32.mul (i32.and (i32.load offset=4 (local.get $at)) (i32.const 0xdfdfdfdf)) (i32.const 0x9e3779b1)) (i32.const 14))))
        (local.set $c (i32.load8_u (i32.shr_u (i32.mul (i32.and (i32.load offset=8 (local.get $at)) (i32.const 0xdfdfdfdf)) (i32.const 0x9e3779b1)) (i32.const 14))))
        (local.set $d (i32.load8_u (i32.shr_u (i32.mul (i32.and (i32.load offset=12 (local.get $at)) (i32.const 0xdfdfdfdf)) (i32.const 0x9e3779b1)) (i32.const 14))))
        (if (i32.or (i32.or (local.get $a) (local.get $b)) (i32.or (local.get $c) (local.get $d)))
          (then
            (i32.store (local.get $out) (i32.sub (local.get $at) (i32.const 0x50040)))
            (local.set $out (i32.add (local.get $out) (i32.shl (local.get $a) (i32.const 2))))
            (i32.store (local.get $out) (i32.sub (local.get $at) (i32.const 0x5003c)))
            (local.set $out (i32.add (local.get $out) (i32.shl (local.get $b) (i32.const 2))))
            (i32.store (local.get $out) (i32.sub (local.get $at) (i32.const 0x50038)))
            (local.set $out (i32.add (local.get $out) (i32.shl (local.get $c) (i32.const 2))))
            (i32.store (local.get $out) (i32.sub (local.get $at) (i32.const 0x50034)))
            (local.set $out (i32.add (local.get $out) (i32.shl (local.get $d) (i32.const 2))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (i32.const 0x40000)) (i32.const 2)))

  ;; Sixteen bytes at a time: a bit for each that is a newline, those behind the end left out. Nothing is called: calls are not inlined.
  (func (export "newlines") (param $at i32) (param $end i32) (result i32)
    (local $count i32) (local $newline v128) (local $left i32)
    (local.set $newline (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
    (block $done
      (loop $next
        (local.set $left (i32.sub (local.get $end) (local.get $at)))
        (br_if $done (i32.lt_s (local.get $left) (i32.const 16)))
        (local.set $count (i32.add (local.get $count) (i32.popcnt (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $newline))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (if (i32.gt_s (local.get $left) (i32.const 0))
      (then
        (local.set $count (i32.add (local.get $count) (i32.popcnt (i32.and
          (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $newline)))
          (i32.sub (i32.shl (i32.const 1) (local.get $left)) (i32.const 1))))))))
    (local.get $count))

  ;; Newlines behind a newline, or behind a newline and a return. `at` and `end` lie a multiple of 16 apart: the caller sees to the rest.
  (func (export "blanks") (param $at i32) (param $end i32) (result i32)
    (local $count i32) (local $newline v128) (local $return v128)
    (local.set $newline (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
    (local.set $return (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $count (i32.add (local.get $count) (i32.popcnt (i8x16.bitmask
          (v128.and
            (i8x16.eq (v128.load (local.get $at)) (local.get $newline))
            (v128.or
              (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 1))) (local.get $newline))
              (v128.and
                (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 1))) (local.get $return))
                (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 2))) (local.get $newline)))))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (local.get $count))
)
