/** `npm run generate -- [--files 2000] [--size 1GiB] FOLDER`: a folder of logs with known answers, which stand in FOLDER.json. */
import { existsSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { generateCase } from './bench/generate-case.js'

const { values, positionals } = parseArgs({
  options: {
    files: { type: 'string', default: '2000' },
    size: { type: 'string', default: '1GiB' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
})
const [folder] = positionals
const [, number, unit] = /^(\d+)(B|KiB|MiB|GiB)?$/.exec(values.size) ?? []
if (folder === undefined || number === undefined || existsSync(folder)) {
  console.error('usage: npm run generate -- [--files 2000] [--size 1GiB] [--seed 1] a-new-folder')
  process.exit(2)
}
const bytes = Number(number) * 1024 ** ['B', 'KiB', 'MiB', 'GiB'].indexOf(unit ?? 'B')
const answers = generateCase(folder, { files: Number(values.files), bytes, seed: Number(values.seed) })
writeFileSync(`${folder}.json`, `${JSON.stringify(answers, null, 2)}\n`)
console.log(`${folder}: ${answers.files} files, ${answers.bytes} bytes; what is in them: ${folder}.json`)
