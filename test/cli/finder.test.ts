/** The finder on a real terminal: `script` (util-linux) opens one and passes on what is typed. */
import { spawn, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { bin } from './run-cli.js'

const canOpenTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

const key = { enter: '\r', escape: '\x1b', down: '\x1b[B', interrupt: '\x03' }

/** Types each piece when the screen has shown what stands before it; gives all that was on the screen, and the exit code. */
function useFinder(steps: readonly (readonly [shown: RegExp, typed: string])[], { columns = 80, env = {} } = {}) {
  const command = `stty cols ${columns} rows 24; "${process.execPath}" "${bin}" search; echo "exit $?"; stty -a`
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
  })
  const left = [...steps]
  let screen = ''
  let seen = 0
  child.stdout.on('data', (bytes) => {
    screen += bytes
    const step = left[0]
    if (!step?.[0].test(screen.slice(seen))) return
    left.shift()
    seen = screen.length
    child.stdin.write(step[1])
  })
  return new Promise<{ screen: string; code: number }>((resolve) => {
    child.on('close', () => resolve({ screen, code: Number(/exit (\d+)/.exec(screen)?.[1]) }))
  })
}

describe.skipIf(!canOpenTerminal)('the finder, on a terminal', () => {
  it('filters while one types, and Enter shows the entry', async () => {
    const { screen, code } = await useFinder([
      [/\d+ entries/, 'firewall 403'],
      [/CONNECTIVITY_FORBIDDEN_ERROR|CLIENT_IP_NOT_ALLOWED/, key.enter],
    ])
    expect(code).toBe(0)
    expect(screen).toContain('What a log says')
  })

  it('moves to the next result with the arrow', async () => {
    const choose = async (...keys: string[]) => {
      const { screen } = await useFinder([
        [/\d+ entries/, 'certificate'],
        [/\d+ found/, keys.join('')],
      ])
      return screen.slice(screen.lastIndexOf('found'))
    }
    expect(await choose(key.down, key.enter)).not.toBe(await choose(key.enter))
  })

  it('is left by Esc, with the terminal as it was', async () => {
    const { screen, code } = await useFinder([[/\d+ entries/, key.escape]])
    expect(code).toBe(0)
    expect(screen).toMatch(/\sicanon\b/)
    expect(screen).toMatch(/\secho\b/)
    expect(screen.lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(screen.lastIndexOf('\x1b[?25l'))
  })

  it('ends with 130 on Ctrl-C', async () => {
    const { code } = await useFinder([[/\d+ entries/, key.interrupt]])
    expect(code).toBe(130)
  })

  it('takes Chinese, on a narrow terminal', async () => {
    const { screen, code } = await useFinder(
      [
        [/共 \d+ 个条目/, '防火墙'],
        [/CLIENT_IP|FORBIDDEN|FIREWALL/, key.enter],
      ],
      { columns: 40, env: { LANG: 'zh_CN.UTF-8' } },
    )
    expect(code).toBe(0)
    expect(screen).toContain('如何判断')
  })
})
