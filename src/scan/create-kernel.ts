/** The kernel in WebAssembly where that may run, else in JavaScript. */
import { type FilterTables, nearMasks } from './filter-tables.js'
import { BLOCK_BYTES, CAPACITY, type Kernel } from './kernel.js'
import { kernelBytes } from './kernel-bytes.js'
import { letterBits } from './letters-beside.js'
import { createScriptKernel } from './script-kernel.js'

export function createKernel(tables: FilterTables): Kernel {
  return createCompiledKernel(tables) ?? createScriptKernel(tables)
}

// Where kernel.wat has what.
const NEAR = 0x40000
const CANDIDATES = 0x80000
const LETTER_BITS = 0x88040
const NEAR_MASKS = 0x88440
const TEXT = 0x88500
const GRAMS = 0xb8800
const TABLES = 0xc1000

/** As much of WebAssembly as is used: a runtime without it is one to do without. */
interface Runtime {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  sift(at: number, end: number): number
  refine(end: number): number
  compare(end: number, slots: number, shift: number, grams: number, records: number): number
  newlines(at: number, end: number): number
  /** Of the newlines that were counted last. */
  readonly blanks: { readonly value: number }
}

const NEWLINE = 0x0a
const PAGE_BYTES = 1 << 16

let instantiate: (() => Exports) | null | undefined

/** Undefined where the runtime refuses: a page's policy may, and an old one knows no vectors. */
export function createCompiledKernel(tables: FilterTables): Kernel | undefined {
  if (instantiate === undefined) instantiate = compile()
  if (instantiate === null) return undefined
  const { memory, sift, refine, compare, newlines, blanks } = instantiate()
  const slots = TABLES
  const grams = slots + tables.slots.byteLength
  const records = grams + tables.grams.byteLength
  memory.grow(Math.ceil((records + tables.records.byteLength - TABLES) / PAGE_BYTES))
  const all = new Uint8Array(memory.buffer)
  const integers = new Int32Array(memory.buffer)
  all.set(tables.known)
  all.set(tables.near, NEAR)
  integers.set(letterBits, LETTER_BITS / 4)
  integers.set(nearMasks, NEAR_MASKS / 4)
  integers.set(tables.slots, slots / 4)
  integers.set(tables.grams, grams / 4)
  all.set(tables.records, records)
  return {
    bytes: all.subarray(TEXT, TEXT + CAPACITY),
    candidates: new Int32Array(memory.buffer, CANDIDATES, BLOCK_BYTES / 4),
    grams: new Int32Array(memory.buffer, GRAMS, BLOCK_BYTES / 4),
    sift: (from, to) => compare(refine(sift(TEXT + from, TEXT + to)), slots, 32 - tables.slotBits, grams, records),
    countLines: (from, to) => ({ newlines: newlines(TEXT + from, TEXT + to), blanks: blanks.value }),
    restart: () => void all.fill(NEWLINE, TEXT - 2, TEXT),
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
