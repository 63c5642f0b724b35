import { describe, expect, it } from 'vitest'
import { tracebackLines } from '../../src/diagnose/tracebacks.js'
import { readText } from '../../src/text/read-text.js'

const linesIn = (...lines: string[]) => [...tracebackLines(readText(new TextEncoder().encode(lines.join('\n'))))].sort((a, b) => a - b)

const frames = ['Traceback (most recent call last):', '  File "/usr/lib/knack/cli.py", line 233, in invoke', '    raise ex']

describe('tracebackLines', () => {
  it('takes head, frames and their source, and leaves the exception', () => {
    expect(linesIn('before', ...frames, 'knack.util.CLIError: it failed', 'after')).toEqual([2, 3, 4])
  })

  it('takes the underlines of Python 3.11 and statements of several lines', () => {
    const text = [...frames.slice(0, 2), '    cmd = self.call(', '        args,', '    )', '    ^^^^^~~~^', 'ValueError: no']
    expect(linesIn(...text)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('takes frames whose source is not shown', () => {
    const frame = '  File "<frozen runpy>", line 88, in _run_code'
    expect(linesIn('Traceback (most recent call last):', frame, frame, 'KeyError: 1')).toEqual([1, 2, 3])
  })

  it('leaves an exception that another took the place of to that other', () => {
    const link = 'During handling of the above exception, another exception occurred:'
    expect(linesIn(...frames, 'OSError: no route', '', link, '', ...frames, 'CLIError: no way')).toEqual([1, 2, 3, 4, 6, 8, 9, 10])
  })

  it('sees through a level, a logger and a time in front of each line', () => {
    const stamp = '2024-05-01T10:11:12.0000000Z '
    expect(
      linesIn(...[`DEBUG: cli.azure.cli.core.azclierror: ${frames[0]}`, ...frames.slice(1), 'E: x'].map((line) => stamp + line)),
    ).toEqual([1, 2, 3])
  })

  it('takes nothing where no traceback begins', () => {
    expect(linesIn(...frames.slice(1), 'CLIError: no')).toEqual([])
  })
})
