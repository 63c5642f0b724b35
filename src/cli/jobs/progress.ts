/** A line on the terminal that says how far a long call is; erased before anything else is written. */
import process from 'node:process'
import { canShowUnicode } from '../locale.js'
import type { Messages } from '../messages.js'
import { writeStderrRaw } from '../streams.js'
import type { Control } from './control.js'
import { progressLine } from './progress-line.js'

/** A short call shows nothing. */
const FIRST_AFTER = 500
const EVERY = 100
/** Looks that the rate is taken over: some files are read ten times as fast as others. */
const LOOKS = 50
const ERASE = '\r\x1b[2K'

interface Look {
  readonly at: number
  readonly bytes: number
}

export class Progress {
  private readonly control: Control
  private readonly totalBytes: number | null
  private readonly messages: Messages
  private readonly begun = performance.now()
  private readonly looks: Look[] = [{ at: this.begun, bytes: 0 }]
  private timer: NodeJS.Timeout | undefined
  private isShown = false

  /** @param totalBytes of all files; null where the end is not known */
  constructor(control: Control, totalBytes: number | null, messages: Messages) {
    this.control = control
    this.totalBytes = totalBytes
    this.messages = messages
  }

  start(): void {
    this.timer = setInterval(() => this.show(), EVERY)
    this.timer.unref()
  }

  /** Says, where progress is shown, that Ctrl-C was heard: what is begun may take a while yet. */
  announceEnd(): void {
    if (this.timer === undefined) return
    clearInterval(this.timer)
    writeStderrRaw(`${ERASE}${this.messages.stopping}\n`)
    this.isShown = false
  }

  stop(): void {
    clearInterval(this.timer)
    if (this.isShown) writeStderrRaw(ERASE)
    this.isShown = false
  }

  private show(): void {
    const bytesPerSecond = this.rate()
    if (performance.now() - this.begun < FIRST_AFTER) return
    this.isShown = true
    const { bytesRead, findingCount } = this.control
    const line = progressLine(
      { bytesRead, totalBytes: this.totalBytes, bytesPerSecond, findings: findingCount },
      { width: process.stderr.columns || 80, unicode: canShowUnicode(process.env, process.platform) },
      this.messages,
    )
    writeStderrRaw(`${ERASE}${line}`)
  }

  /** Bytes a second, of late. */
  private rate(): number {
    const now: Look = { at: performance.now(), bytes: this.control.bytesRead }
    this.looks.push(now)
    if (this.looks.length > LOOKS) this.looks.shift()
    const [first] = this.looks as [Look]
    return ((now.bytes - first.bytes) / Math.max(1, now.at - first.at)) * 1000
  }
}
