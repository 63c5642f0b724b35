/** What the caller can mend: one sentence for stderr that names it and says what to do. Exit code 2, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Mistakes in pages that the caller wrote or named: a line each, which begins with the place. */
export class FaultyPages extends UsageError {}
