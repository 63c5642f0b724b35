/** A long text in blocks of lines, each with the lines around it that a value may run over. */

export interface Block {
  readonly text: string
  /** The block's own part of `text`; what is around it is there to be read only. */
  readonly from: number
  readonly to: number
}

const BLOCK_LENGTH = 1 << 18
const CONTEXT_LENGTH = 1 << 14

/** The own parts of the blocks, one after the other, are the text. */
export function* blocksOf(text: string): Generator<Block> {
  for (let start = 0; start < text.length; ) {
    const end = borderBehind(text, start + BLOCK_LENGTH)
    const contextStart = start === 0 ? 0 : Math.max(0, text.lastIndexOf('\n', start - CONTEXT_LENGTH) + 1, start - 2 * CONTEXT_LENGTH)
    const contextEnd = borderBehind(text, end + CONTEXT_LENGTH)
    yield { text: text.slice(contextStart, contextEnd), from: start - contextStart, to: end - contextStart }
    start = end
  }
}

/** The end of the line that holds an offset; of a line that goes on for too long, the next place between words. */
function borderBehind(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const lineEnd = text.indexOf('\n', offset)
  if (lineEnd >= 0 && lineEnd - offset < CONTEXT_LENGTH) return lineEnd + 1
  for (let at = offset; at < Math.min(text.length, offset + CONTEXT_LENGTH); at++) {
    if (text[at] === ' ') return at + 1
  }
  return Math.min(text.length, offset + CONTEXT_LENGTH)
}
