/** A title that stands alone begins like a sentence. */
export function sentence(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}
