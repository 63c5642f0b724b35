import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import wabt from 'wabt'
import { createCompiledKernel } from '../../src/scan/create-kernel.js'
import { BLOCK_BYTES, type Kernel, TABLE_BITS } from '../../src/scan/kernel.js'
import { kernelBytes } from '../../src/scan/kernel-bytes.js'
import { createScriptKernel } from '../../src/scan/script-kernel.js'

const table = Uint8Array.from({ length: 1 << TABLE_BITS }, (_, hash) => Number(hash % 29 === 0))
const compiled = createCompiledKernel(table) as Kernel
const script = createScriptKernel(table)
const kernels = [compiled, script]

/** Text with many line ends, some of them of Windows, and anything else. */
const texts = fc.array(fc.constantFrom(0x0a, 0x0a, 0x0d, 0x41, 0x00, 0xff), { minLength: 1, maxLength: 600 })

it('kernel-bytes.ts is what kernel.wat compiles to', async () => {
  const { parseWat } = await wabt()
  const source = readFileSync(new URL('../../src/scan/kernel.wat', import.meta.url), 'utf8')
  expect(Buffer.from(kernelBytes())).toEqual(Buffer.from(parseWat('kernel.wat', source, { simd: true }).toBinary({}).buffer))
})

describe('the kernel in WebAssembly and the one in JavaScript', () => {
  it('count the same newlines and blank lines, between any places', () => {
    fc.assert(
      fc.property(texts, fc.nat(600), fc.nat(600), (text, one, other) => {
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
        const lines = String.fromCharCode(...text).split('\n')
        for (const kernel of kernels) kernel.bytes.set(text)
        for (const kernel of kernels) {
          expect(kernel.newlines(0, text.length)).toBe(lines.length - 1)
          expect(kernel.blanks(0, text.length)).toBe(lines.slice(0, -1).filter((line) => line === '' || line === '\r').length)
        }
        expect(compiled.newlines(from, to)).toBe(script.newlines(from, to))
        expect(compiled.blanks(from, to)).toBe(script.blanks(from, to))
      }),
    )
  })

  it('find the same words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4096, maxLength: 4096 }), (text) => {
        const found = kernels.map((kernel) => {
          kernel.bytes.set(text)
          return [...kernel.candidates.subarray(0, kernel.sift(0, text.length))]
        })
        expect(found[0]).toEqual(found[1])
        expect(found[0]?.length).toBeGreaterThan(0)
      }),
      { numRuns: 30 },
    )
  })

  it('hold as many candidates as a block has words', () => {
    const all = new Uint8Array(1 << TABLE_BITS).fill(1)
    for (const kernel of [createCompiledKernel(all) as Kernel, createScriptKernel(all)]) {
      expect(kernel.sift(0, BLOCK_BYTES)).toBe(BLOCK_BYTES / 4)
      expect(kernel.candidates[BLOCK_BYTES / 4 - 1]).toBe(BLOCK_BYTES - 4)
    }
  })

  it('know what came before the text that was moved to the front', () => {
    for (const kernel of kernels) {
      kernel.bytes.set(Buffer.from('0123456789abcd\r\n\r\nrest'))
      expect(kernel.blanks(16, 18)).toBe(1)
      kernel.moveToFront(16, 22)
      expect([kernel.blanks(0, 2), Buffer.from(kernel.bytes.subarray(0, 6)).toString()]).toEqual([1, '\r\nrest'])
      kernel.bytes.fill(0x0a, 0, 2)
    }
  })
})
