/** What the threads of a call share: whether to stop, and how much was read. And what was found, which the main thread alone knows. */
import type { FindingWatch } from '../../large-input.js'
import type { ReadWatch } from '../inputs/budget.js'

const STOPPED = 0
const READ_KIBIBYTES = 1
const FIELDS = 2

export class Control implements ReadWatch {
  /** To be sent to a worker, which makes a control of its own over it. */
  readonly shared: Int32Array<SharedArrayBuffer>
  private rest = 0
  private readonly found = new Set<string>()

  constructor(shared = new Int32Array(new SharedArrayBuffer(FIELDS * Int32Array.BYTES_PER_ELEMENT))) {
    this.shared = shared
  }

  get isStopped(): boolean {
    return Atomics.load(this.shared, STOPPED) === 1
  }

  stop(): void {
    Atomics.store(this.shared, STOPPED, 1)
  }

  /** Notes bytes of files that were read. */
  noteRead(bytes: number): void {
    this.rest += bytes
    Atomics.add(this.shared, READ_KIBIBYTES, this.rest >> 10)
    this.rest &= 1023
  }

  noteFindings(findings: Parameters<FindingWatch>[0]): void {
    for (const { code, registry } of findings) this.found.add(`${code} ${registry ?? ''}`)
  }

  /** Different ones, so far. */
  get findingCount(): number {
    return this.found.size
  }

  /** By all threads, roughly. */
  get bytesRead(): number {
    return Atomics.load(this.shared, READ_KIBIBYTES) * 1024
  }
}
