/** A small one of the cases that `npm run bench -- triage` is about. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkCase } from '../scripts/bench/check-case.js'
import { generateCase } from '../scripts/bench/generate-case.js'
import { emptyFolder, runCli } from './cli/run-cli.js'

it('a generated case is triaged: all found, groups right, nothing invented', () => {
  const folder = join(emptyFolder(), 'case')
  const answers = generateCase(folder, { files: 60, bytes: 12 << 20 })
  const { stdout } = runCli(['triage', '.', '--format', 'json'], { cwd: folder })
  const report = JSON.parse(stdout)
  expect(checkCase(report, answers)).toEqual([])
  expect(answers.groups.map(({ inputs }) => inputs.length)).toEqual([2, 2, 2])
  const { total, ...classes } = report.accounting.lines
  expect(Object.values<number>(classes).reduce((sum, count) => sum + count, 0)).toBe(total)
})

it('the check sees what is missing and what is invented', () => {
  const folder = join(emptyFolder(), 'case')
  const answers = generateCase(folder, { files: 20, bytes: 1 << 16 })
  const report = JSON.parse(runCli(['triage', '.', '--format', 'json'], { cwd: folder }).stdout)
  const [first, ...others] = report.groups
  expect(checkCase({ ...report, groups: others }, answers)).toEqual([expect.stringContaining('not found')])
  const invented = { ...first, code: 'MADE_UP' }
  expect(checkCase({ ...report, groups: [...report.groups, invented] }, answers)).toEqual([`invented: MADE_UP ${first.registry}`])
})
