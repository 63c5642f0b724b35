/** The kernel in WebAssembly where that may run, else in JavaScript, with the same results. */
import { BLOCK_BYTES, CAPACITY, isBlankEnd, type Kernel } from './kernel.js'
import { kernelBytes } from './kernel-bytes.js'
import { createScriptKernel } from './script-kernel.js'

/** @param table of 2 ** TABLE_BITS bytes, 1 where a word with that hash is looked for */
export function createKernel(table: Uint8Array): Kernel {
  return createCompiledKernel(table) ?? createScriptKernel(table)
}

const CANDIDATES = 0x40000
const TEXT = 0x50040

/** As much of WebAssembly as is used: a runtime without it is one to do without. */
interface Runtime {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  sift(at: number, end: number): number
  newlines(at: number, end: number): number
  blanks(at: number, end: number): number
}

let instantiate: (() => Exports) | null | undefined

/** Undefined where the runtime refuses: a page's policy may, and an old one knows no vectors. */
export function createCompiledKernel(table: Uint8Array): Kernel | undefined {
  if (instantiate === undefined) instantiate = compile()
  if (instantiate === null) return undefined
  const { memory, sift, newlines, blanks } = instantiate()
  const all = new Uint8Array(memory.buffer)
  all.set(table)
  all.fill(0x0a, TEXT - 2, TEXT)
  return {
    bytes: all.subarray(TEXT, TEXT + CAPACITY),
    words: new Int32Array(memory.buffer, TEXT, CAPACITY / 4),
    candidates: new Int32Array(memory.buffer, CANDIDATES, BLOCK_BYTES / 4),
    sift: (from, to) => sift(TEXT + from, TEXT + to),
    newlines: (from, to) => newlines(TEXT + from, TEXT + to),
    blanks(from, to) {
      const whole = to - ((to - from) & 15)
      let count = blanks(TEXT + from, TEXT + whole)
      for (let at = TEXT + whole; at < TEXT + to; at++) count += Number(isBlankEnd(all, at))
      return count
    },
    moveToFront: (from, filled) => void all.copyWithin(TEXT - 2, TEXT + from - 2, TEXT + filled),
  }
}

function compile(): (() => Exports) | null {
  try {
    const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Runtime }).WebAssembly
    const module = new Module(kernelBytes())
    return () => new Instance(module).exports as Exports
  } catch {
    return null
  }
}
