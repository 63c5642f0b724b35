import { setImmediate } from 'node:timers/promises'

const MILLISECONDS_BETWEEN = 40

/** Long work that lets the program answer from time to time: to Ctrl-C, to a clock that shows progress. */
export class Breather {
  private last = performance.now()

  /** To be awaited often; it takes time only where it is time. */
  async breathe(): Promise<void> {
    if (performance.now() - this.last < MILLISECONDS_BETWEEN) return
    await setImmediate()
    this.last = performance.now()
  }
}
