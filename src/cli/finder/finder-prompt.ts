/** The finder as a prompt: keys in, screens out. Everything is drawn on the terminal's second screen, so that the first stays as it was. */
import process from 'node:process'
import type { WriteStream } from 'node:tty'
import {
  createPrompt,
  ExitPromptError,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useMemo,
  useState,
} from '@inquirer/core'
import { finderLines, listRows } from '../../render/look-up/finder-screen.js'
import type { FoundEntry } from '../../render/look-up/found.js'
import { columnsOf } from '../../render/typeset.js'
import { wordsFor } from '../../report/words.js'
import type { Messages } from '../messages.js'
import { printable } from '../printable.js'
import type { Settings } from '../settings.js'
import { layoutOfTerminal } from '../terminal.js'

export interface Findings {
  /** The first of them, best first. */
  readonly found: readonly FoundEntry[]
  readonly total: number
  /** Where nothing was found: the codes that come nearest. */
  readonly nearest: readonly string[]
}

export interface Finder {
  find(query: string, limit: number): Findings
  readonly settings: Settings
  readonly messages: Messages
}

export type FinderAnswer = { readonly kind: 'chosen'; readonly code: string } | { readonly kind: 'left' } | { readonly kind: 'interrupted' }

// xterm's control sequences: the alternate screen, and the cursor.
const SECOND_SCREEN = '\x1b[?1049h\x1b[H'
const FIRST_SCREEN = '\x1b[?1049l'
const CLEAR = '\x1b[2J\x1b[H'
const SHOW_CURSOR = '\x1b[?25h'
const HIDE_CURSOR = '\x1b[?25l'

/** Asks until an entry is chosen or the reader leaves; the terminal is then as before, whatever happened. */
export async function askFinder(finder: Finder, terminal: WriteStream): Promise<FinderAnswer> {
  const restore = () => terminal.write(FIRST_SCREEN + SHOW_CURSOR)
  process.once('exit', restore)
  terminal.write(SECOND_SCREEN)
  try {
    const code = await finderPrompt({ ...finder, terminal }, { output: terminal, clearPromptOnDone: true })
    return code === null ? { kind: 'left' } : { kind: 'chosen', code }
  } catch (error) {
    if (error instanceof ExitPromptError) return { kind: 'interrupted' }
    throw error
  } finally {
    process.removeListener('exit', restore)
    restore()
  }
}

interface PromptConfig extends Finder {
  readonly terminal: WriteStream
}

const DEFAULT_ROWS = 24
const DEFAULT_COLUMNS = 80

const finderPrompt = createPrompt<string | null, PromptConfig>(({ find, settings, messages, terminal }, done) => {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const [size, setSize] = useState(sizeOf(terminal))
  const [rows, columns] = size.split('x').map(Number) as [number, number]
  const room = listRows(rows)
  const limit = chosen + room + 1
  const findings = useMemo(() => find(query, limit), [query, limit])
  const last = Math.min(findings.total, findings.found.length) - 1

  useEffect(() => {
    const onResize = () => {
      terminal.write(CLEAR)
      setSize(sizeOf(terminal))
    }
    terminal.on('resize', onResize)
    return () => terminal.removeListener('resize', onResize)
  }, [])
  useEffect((line) => {
    // Ctrl-D on an empty field closes the input; the type leaves out that it is an emitter.
    const input = line as typeof line & NodeJS.EventEmitter
    const leave = () => done(null)
    input.once('close', leave)
    return () => input.removeListener('close', leave)
  }, [])
  useEffect(() => onEscape(() => done(null)), [])

  useKeypress((key: KeypressEvent, line) => {
    const move = moveOf(key, room)
    if (isEnterKey(key)) {
      const entry = findings.found[chosen]
      if (entry !== undefined) done(entry.code)
      else line.write(query)
    } else if (move !== 0) {
      if (isTabKey(key)) {
        line.clearLine(0)
        line.write(query)
      }
      setChosen(Math.max(0, Math.min(last, chosen + move)))
    } else if (line.line !== query) {
      setQuery(line.line)
      setChosen(0)
    }
  })

  const layout = layoutOfTerminal(settings.colour, columns)
  const note = noteOn(query, findings, messages)
  const state = { found: findings.found, total: findings.total, chosen, note, help: messages.finderKeys }
  return [fieldLine(messages.finderField, query, columns), finderLines(state, rows, layout, wordsFor(settings.locale)).join('\n')]
})

/** The size as one value, which changes only when the size does. */
function sizeOf({ rows, columns }: WriteStream): string {
  return `${rows || DEFAULT_ROWS}x${columns || DEFAULT_COLUMNS}`
}

function moveOf(key: KeypressEvent, page: number): number {
  if (isDownKey(key) || isTabKey(key)) return 1
  if (isUpKey(key)) return -1
  if (key.name === 'pagedown') return page
  if (key.name === 'pageup') return -page
  return 0
}

const ESCAPE = 0x1b
/** The rest of a longer sequence, such as an arrow's, comes at once, or soon over a slow line. */
const REST_MILLISECONDS = 40

/** Node waits half a second before it takes a lone escape for a key. */
function onEscape(leave: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined
  const onData = (data: Buffer | string) => {
    clearTimeout(waiting)
    const bytes = Buffer.from(data)
    if (bytes.length === 1 && bytes[0] === ESCAPE) waiting = setTimeout(leave, REST_MILLISECONDS)
  }
  process.stdin.on('data', onData)
  return () => {
    clearTimeout(waiting)
    process.stdin.removeListener('data', onData)
  }
}

function noteOn(query: string, { found, total, nearest }: Findings, messages: Messages): string {
  if (query.trim() === '') return messages.allEntries(total)
  if (found.length > 0) return messages.finderFound(total)
  const offered = nearest.length > 0 ? ` ${messages.nearestAre} ${nearest.join(', ')}` : ''
  return messages.nothingFound(printable(query)) + offered
}

/** The field with what was typed; where that is wider than the terminal, its end, without the cursor that would stand elsewhere. */
function fieldLine(label: string, query: string, columns: number): string {
  const room = columns - columnsOf(label) - 1
  if (columnsOf(query) < room) return `${SHOW_CURSOR}${label}${query}`
  const characters = [...query]
  let width = 1
  let from = characters.length
  while (from > 0 && width + columnsOf(characters[from - 1] as string) < room) width += columnsOf(characters[--from] as string)
  return `${HIDE_CURSOR}${label}…${characters.slice(from).join('')}`
}
