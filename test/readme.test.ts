/** What the READMEs show is what the program prints. A line of "…" stands for lines left out. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bin } from './cli/run-cli.js'

const root = fileURLToPath(new URL('../', import.meta.url))

interface Transcript {
  readonly command: string
  readonly parts: readonly string[]
}

function transcriptsOf(file: string): Transcript[] {
  const blocks = readFileSync(`${root}${file}`, 'utf8').matchAll(
    /^```console\n\$ (?<command>npx acr-explain .*)\n(?<output>[\s\S]*?)^```$/gm,
  )
  return [...blocks].map(({ groups }) => ({
    command: groups?.command ?? '',
    parts: (groups?.output ?? '')
      .split(/^…$/m)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  }))
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const transcripts = transcriptsOf(file)

  it('shows what the program prints', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(3)
  })

  it.each(transcripts)('$command', ({ command, parts }) => {
    const { stdout, stderr } = spawnSync(command.replaceAll('npx acr-explain', `"${process.execPath}" "${bin}"`), {
      shell: true,
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    })
    const printed = stderr + stdout
    let from = 0
    for (const part of parts) {
      const at = printed.indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(0)
      from = at + part.length
    }
  })
})
