import { fstatSync, statSync } from 'node:fs'
import process from 'node:process'
import type { Layout } from '../render/renderer.js'
import { canShowUnicode } from './locale.js'

const STDOUT = 1
const NULL_DEVICE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null'
const DEFAULT_WIDTH = 80
const LEAST_WIDTH = 20

export type ColourChoice = 'auto' | 'always' | 'never'

/** Whether a stream (0 stdin, 1 stdout) is a terminal. Asking Node loads its streams, so a glance at the file comes first. */
export function isTerminal(fileDescriptor: 0 | 1): boolean {
  try {
    const file = fstatSync(fileDescriptor)
    if (!file.isCharacterDevice() || file.rdev === statSync(NULL_DEVICE).rdev) return false
  } catch {
    return false
  }
  return fileDescriptor === 0 ? process.stdin.isTTY === true : process.stdout.isTTY === true
}

/** Whether somebody watches standard error who can be shown a line that changes: no CI system, no file. */
export function showsProgress(env: NodeJS.ProcessEnv): boolean {
  return process.stderr.isTTY === true && env.TERM !== 'dumb' && (env.CI === undefined || env.CI === '' || env.CI === 'false')
}

/** The layout for standard output. */
export function layoutOfStdout(colour: ColourChoice): Layout {
  const terminal = isTerminal(STDOUT)
  return {
    width: widthFrom(terminal ? process.stdout.columns : undefined),
    colour: colour === 'auto' ? wantsColour(process.env, terminal) : colour === 'always',
    unicode: canShowUnicode(process.env, process.platform),
  }
}

/** The layout for prompts on a terminal, as wide as it is now. */
export function layoutOfTerminal(colour: ColourChoice, columns: number): Layout {
  return {
    width: columns,
    colour: colour === 'auto' ? wantsColour(process.env, true) : colour === 'always',
    unicode: canShowUnicode(process.env, process.platform),
  }
}

/** The layout for a file: plain unless colour is asked for, with every character. */
export function layoutOfFile(colour: ColourChoice): Layout {
  return { width: widthFrom(undefined), colour: colour === 'always', unicode: true }
}

// no-color.org and force-color.org; where both are set, the explicit wish for colour wins, as in Node itself.
function wantsColour(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.NO_COLOR) return false
  return terminal && env.TERM !== 'dumb'
}

function widthFrom(terminalColumns: number | undefined): number {
  const columns = terminalColumns || Number.parseInt(process.env.COLUMNS ?? '', 10)
  return Number.isFinite(columns) && columns > 0 ? Math.max(LEAST_WIDTH, columns) : DEFAULT_WIDTH
}
