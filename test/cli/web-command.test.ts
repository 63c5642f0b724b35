import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder, runCli } from './run-cli.js'

it('writes the page whole, to a file or piped on', () => {
  const file = join(emptyFolder(), 'page.html')
  const { code, stdout } = runCli(['web', '--output', file])
  const page = readFileSync(file, 'utf8')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(page.startsWith('<!doctype html>') && page.endsWith('-->\n')).toBe(true)
  expect(runCli(['web']).stdout === page).toBe(true)
})

it('takes no operands', () => {
  const { code, stderr } = runCli(['web', 'page.html'])
  expect(code).toBe(2)
  expect(stderr).toContain('page.html')
})
