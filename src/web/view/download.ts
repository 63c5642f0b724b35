const KEPT_MILLISECONDS = 60_000

/** Saves a text as a file, as if it had been fetched. */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the text only after the reader has chosen a place for it.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLISECONDS)
}
