/** Finds any of many byte strings in one pass, four bytes at a time: one look-up for each word of the text, and only what passes is compared. */
import { createKernel } from './create-kernel.js'
import { hasMoreGrams, offsetOfGram, stringOfGram } from './filter-tables.js'
import { BLOCK_BYTES, type Kernel } from './kernel.js'
import { FOLD } from './rarest-word.js'
import type { ScanPlan } from './scan-plan.js'

const idle = new WeakMap<ScanPlan, WordFilter[]>()

/** A filter for another text: one that was given back where there is one, as each holds more than a megabyte. */
export function takeFilter(plan: ScanPlan): WordFilter {
  const filter = idle.get(plan)?.pop() ?? new WordFilter(plan)
  filter.kernel.restart()
  return filter
}

export class WordFilter {
  /** What holds the text that is scanned. */
  readonly kernel: Kernel
  private readonly plan: ScanPlan

  constructor(plan: ScanPlan, create = createKernel) {
    this.kernel = create(plan.tables)
    this.plan = plan
  }

  /** Its text has ended. */
  giveBack(): void {
    const filters = idle.get(this.plan) ?? []
    idle.set(this.plan, [...filters, this])
  }

  /**
   * Finds the strings whose deciding word lies between two places, but perhaps not those beside which a letter stands that may not.
   *
   * @param from a multiple of 16, as is `to`
   * @param found is told the string and where it begins: in order of the deciding words, so nearly in order of place
   */
  scan(from: number, to: number, found: (string: number, at: number) => void): void {
    for (let block = from; block < to; block += BLOCK_BYTES) {
      const count = this.kernel.sift(block, Math.min(block + BLOCK_BYTES, to))
      for (let index = 0; index < count; index++) this.compare(index, found)
    }
  }

  private compare(candidate: number, found: (string: number, at: number) => void): void {
    const { bytes, candidates, grams } = this.kernel
    for (let index = grams[candidate] as number; ; index++) {
      const gram = this.plan.tables.grams[index] as number
      const at = (candidates[candidate] as number) - offsetOfGram(gram)
      const letters = this.plan.stringAt(stringOfGram(gram)).bytes
      let letter = 0
      while (letter < letters.length && ((bytes[at + letter] as number) & FOLD) === letters[letter]) letter++
      if (letter === letters.length) found(stringOfGram(gram), at)
      if (!hasMoreGrams(gram)) return
    }
  }
}
