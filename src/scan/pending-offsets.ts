/** Offsets that were met, nearly in order, and wait until enough of the text around them is known. */
export class PendingOffsets {
  private offsets: number[] = []

  add(offset: number): void {
    this.offsets.push(offset)
  }

  /** Takes out those before a bound; ascending. */
  takeBefore(bound: number): number[] {
    this.offsets.sort((a, b) => a - b)
    const behind = this.offsets.findIndex((offset) => offset >= bound)
    return this.offsets.splice(0, behind < 0 ? this.offsets.length : behind)
  }
}
