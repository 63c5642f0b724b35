/** What the caller can mend: one sentence for stderr that names it and says what to do. Exit code 2, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
