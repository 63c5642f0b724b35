/** A generated case of 2,000 files and 1 GiB, triaged by the built program: whether all is found, and what it costs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { checkCase } from './check-case.js'
import { generateCase } from './generate-case.js'
import { measured } from './measure.js'

export function benchTriage() {
  const root = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
  try {
    const folder = join(root, 'case')
    const answers = generateCase(folder, { files: 2000, bytes: 2 ** 30 })
    console.log(`triage of ${answers.files} generated files, ${(answers.bytes / 2 ** 20).toFixed(0)} MiB`)
    for (const jobs of ['1', '2']) {
      const { seconds, kibibytes, stdout } = measured([resolve('dist/cli.cjs'), 'triage', '.', '--format', 'json', '--jobs', jobs], folder)
      const faults = checkCase(JSON.parse(stdout), answers)
      const verdict = faults.length === 0 ? 'all found, groups right, nothing invented' : `WRONG: ${faults.slice(0, 5).join('; ')}`
      console.log(`  --jobs ${jobs}  ${seconds.toFixed(1)} s  ${(kibibytes / 1024).toFixed(0)} MiB  ${verdict}`)
      if (faults.length > 0) process.exitCode = 1
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
