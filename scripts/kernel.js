/** `npm run kernel`: src/scan/kernel.wat → src/scan/kernel-bytes.ts, which a test compares. Only needed where the former has changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import wabt from 'wabt'

const source = readFileSync('src/scan/kernel.wat', 'utf8')
const { parseWat } = await wabt()
const { buffer } = parseWat('kernel.wat', source, { simd: true }).toBinary({})
const lines = Buffer.from(buffer)
  .toString('base64')
  .match(/.{1,120}/g)
writeFileSync(
  'src/scan/kernel-bytes.ts',
  `/** What kernel.wat compiles to; \`npm run kernel\` writes this file. */
const base64 =
${lines.map((line) => `  '${line}'`).join(' +\n')}

export function kernelBytes(): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
`,
)
