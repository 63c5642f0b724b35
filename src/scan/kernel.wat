;; The loops that see every byte of a text. kernel-bytes.ts holds what this compiles to; script-kernel.ts does the same in JavaScript.
;; Memory: filter-tables.ts's `known` at 0 and `near` at 0x40000, candidates from 0x80000 on, `letterBits` at 0x88040, `nearMasks` at
;; 0x88440, the text at 0x88500 with two bytes of what came before it, the candidates' grams at 0xb8800, the other tables from 0xc1000 on.
(module
  (memory (export "memory") 13)

  ;; Writes the offset of each word whose hash is known to the candidates. `at` and `end`: addresses, multiples of 16.
  ;; Four words at a time, and no branch: every word is written, and the next one over it unless its hash is known. `known` has 0x80 where
  ;; it is, and that shifted by 5 is the length of a candidate.
  (func (export "sift") (param $at i32) (param $end i32) (result i32)
    (local $out i32) (local $hashes v128) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $out (i32.const 0x80000))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hashes (i32x4.shr_u
          (i32x4.mul
            (v128.and
              (v128.load (local.get $at))
              (v128.const i32x4 0xdfdfdfdf 0xdfdfdfdf 0xdfdfdfdf 0xdfdfdfdf))
            (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1))
          (i32.const 14)))
        (local.set $a (i32.load8_u (i32x4.extract_lane 0 (local.get $hashes))))
        (local.set $b (i32.load8_u (i32x4.extract_lane 1 (local.get $hashes))))
        (local.set $c (i32.load8_u (i32x4.extract_lane 2 (local.get $hashes))))
        (local.set $d (i32.load8_u (i32x4.extract_lane 3 (local.get $hashes))))
        (i32.store (local.get $out) (local.get $at))
        (local.set $out (i32.add (local.get $out) (i32.shr_u (local.get $a) (i32.const 5))))
        (i32.store (local.get $out) (i32.add (local.get $at) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.shr_u (local.get $b) (i32.const 5))))
        (i32.store (local.get $out) (i32.add (local.get $at) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.shr_u (local.get $c) (i32.const 5))))
        (i32.store (local.get $out) (i32.add (local.get $at) (i32.const 12)))
        (local.set $out (i32.add (local.get $out) (i32.shr_u (local.get $d) (i32.const 5))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (local.get $out))

  ;; Of the candidates up to `end`, addresses, keeps those whose hash is known together with the bytes around them; gives the end of them.
  (func (export "refine") (param $end i32) (result i32)
    (local $in i32) (local $out i32) (local $at i32) (local $word i32)
    (local.set $in (i32.const 0x80000))
    (local.set $out (i32.const 0x80000))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $in) (local.get $end)))
        (local.set $at (i32.load (local.get $in)))
        (local.set $in (i32.add (local.get $in) (i32.const 4)))
        (local.set $word (i32.and (i32.load (local.get $at)) (i32.const 0xdfdfdfdf)))
        (i32.store (local.get $out) (local.get $at))
        (local.set $out (i32.add (local.get $out) (i32.shl
          (i32.load8_u offset=0x40000 (i32.shr_u
            (i32.mul
              (i32.xor
                (local.get $word)
                (i32.mul
                  (i32.and
                    (i32.or
                      (i32.load16_u (i32.sub (local.get $at) (i32.const 2)))
                      (i32.shl (i32.load16_u offset=4 (local.get $at)) (i32.const 16)))
                    (i32.load offset=0x88440 (i32.shl
                      (i32.and
                        (i32.load8_u (i32.shr_u (i32.mul (local.get $word) (i32.const 0x9e3779b1)) (i32.const 14)))
                        (i32.const 15))
                      (i32.const 2))))
                  (i32.const 0x85ebca6b)))
              (i32.const 0x9e3779b1))
            (i32.const 14)))
          (i32.const 2))))
        (br $next)))
    (local.get $out))

  ;; Of the candidates up to `end` keeps those of whose grams one is a word of its string there, as offsets in the text, and where in
  ;; `grams` that one is; gives their count.
  ;; `slots`, `grams`, `records`: addresses; `shift`: 32 less the bits of a slot.
  (func (export "compare") (param $end i32) (param $slots i32) (param $shift i32) (param $grams i32) (param $records i32) (result i32)
    (local $in i32) (local $out i32) (local $place i32) (local $word i32) (local $slot i32) (local $first i32)
    (local $gram i32) (local $bits i32) (local $record i32) (local $at i32)
    (local.set $in (i32.const 0x80000))
    (local.set $out (i32.const 0x80000))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $in) (local.get $end)))
        (local.set $place (i32.load (local.get $in)))
        (local.set $in (i32.add (local.get $in) (i32.const 4)))
        (local.set $word (i32.and (i32.load (local.get $place)) (i32.const 0xdfdfdfdf)))
        (local.set $slot (i32.shr_u
          (i32.mul (i32.xor (local.get $word) (i32.shr_u (local.get $word) (i32.const 15))) (i32.const 0x9e3779b1))
          (local.get $shift)))
        (block $found
          (loop $probe
            (local.set $first (i32.load offset=4 (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 3)))))
            (br_if $next (i32.eqz (local.get $first)))
            (br_if $found (i32.eq (i32.load (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 3)))) (local.get $word)))
            (local.set $slot (i32.and
              (i32.add (local.get $slot) (i32.const 1))
              (i32.shr_u (i32.const -1) (local.get $shift))))
            (br $probe)))
        (local.set $gram (i32.add (local.get $grams) (i32.shl (i32.sub (local.get $first) (i32.const 1)) (i32.const 2))))
        (loop $more
          (local.set $bits (i32.load (local.get $gram)))
          (local.set $gram (i32.add (local.get $gram) (i32.const 4)))
          (local.set $record (i32.add (local.get $records) (i32.mul (i32.shr_u (local.get $bits) (i32.const 9)) (i32.const 48))))
          (local.set $at (i32.add
            (i32.sub (local.get $place) (i32.and (i32.shr_u (local.get $bits) (i32.const 1)) (i32.const 255)))
            (i32.const 1)))
          (if (i32.and
                (i32.eqz (v128.any_true (v128.xor
                  (v128.and (v128.load (local.get $at)) (v128.load offset=16 (local.get $record)))
                  (v128.load (local.get $record)))))
                (i32.and
                  (call $mayStand (i32.load offset=36 (local.get $record)) (i32.sub (local.get $at) (i32.const 1)) (i32.const -1))
                  (call $mayStand
                    (i32.load offset=40 (local.get $record))
                    (i32.add (local.get $at) (i32.load offset=32 (local.get $record)))
                    (i32.const 1))))
            (then
              (i32.store (local.get $out) (i32.sub (local.get $place) (i32.const 0x88500)))
              (i32.store offset=0x38800
                (local.get $out)
                (i32.sub (i32.shr_u (i32.sub (local.get $gram) (local.get $grams)) (i32.const 2)) (i32.const 1)))
              (local.set $out (i32.add (local.get $out) (i32.const 4)))
              (br $next)))
          (br_if $more (i32.and (local.get $bits) (i32.const 1))))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (i32.const 0x80000)) (i32.const 2)))

  ;; Whether the byte at an address, or behind three others at most that may stand in between (1), is a letter with one of these bits, or
  ;; no letter.
  (func $mayStand (param $letters i32) (param $at i32) (param $step i32) (result i32)
    (local $bit i32) (local $left i32)
    (local.set $left (i32.const 4))
    (loop $next
      (local.set $bit (i32.load offset=0x88040 (i32.shl (i32.load8_u (local.get $at)) (i32.const 2))))
      (local.set $at (i32.add (local.get $at) (local.get $step)))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $next (i32.and (i32.eq (local.get $bit) (i32.const 1)) (i32.ne (local.get $left) (i32.const 0)))))
    (i32.or (i32.le_u (local.get $bit) (i32.const 1)) (i32.ne (i32.and (local.get $bit) (local.get $letters)) (i32.const 0))))

  ;; Newlines between two addresses, and, in `blanks`, those of them behind a newline, or behind a newline and a return. Sixteen bytes at a
  ;; time; those behind the end are not kept.
  (global $blanks (export "blanks") (mut i32) (i32.const 0))
  (func (export "newlines") (param $at i32) (param $end i32) (result i32)
    (local $count i32) (local $blank i32) (local $left i32) (local $kept i32)
    (local $newline v128) (local $return v128) (local $newlines v128) (local $before v128) (local $blanks v128)
    (local.set $newline (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
    (local.set $return (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))
    (local.set $kept (i32.const 0xffff))
    (block $done
      (loop $next
        (local.set $left (i32.sub (local.get $end) (local.get $at)))
        (br_if $done (i32.le_s (local.get $left) (i32.const 0)))
        (if (i32.lt_s (local.get $left) (i32.const 16))
          (then (local.set $kept (i32.sub (i32.shl (i32.const 1) (local.get $left)) (i32.const 1)))))
        (local.set $newlines (i8x16.eq (v128.load (local.get $at)) (local.get $newline)))
        (local.set $count (i32.add
          (local.get $count)
          (i32.popcnt (i32.and (i8x16.bitmask (local.get $newlines)) (local.get $kept)))))
        (local.set $before (v128.load (i32.sub (local.get $at) (i32.const 1))))
        (local.set $blanks (v128.and
          (local.get $newlines)
          (v128.or
            (i8x16.eq (local.get $before) (local.get $newline))
            (v128.and
              (i8x16.eq (local.get $before) (local.get $return))
              (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 2))) (local.get $newline))))))
        (if (v128.any_true (local.get $blanks))
          (then
            (local.set $blank (i32.add
              (local.get $blank)
              (i32.popcnt (i32.and (i8x16.bitmask (local.get $blanks)) (local.get $kept)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (global.set $blanks (local.get $blank))
    (local.get $count))
)
