/** A long text in blocks of lines, each with the lines around it that a value may run over. */

export interface Block {
  readonly text: string
  /** The block's own part of `text`; what is around it is there to be read only. */
  readonly from: number
  readonly to: number
  /** Where the own part begins in the whole text. */
  readonly offset: number
}

const BLOCK_LENGTH = 1 << 18
const CONTEXT_LENGTH = 1 << 14
/** What may be needed behind a block's first character: the block, its context, and as far as their borders may be moved. */
const LOOKAHEAD = BLOCK_LENGTH + 3 * CONTEXT_LENGTH

/** Cuts a text that comes in chunks of any size; the own parts of the blocks, one after the other, are the text. */
export function* blocksOf(chunks: Iterable<string>): Generator<Block> {
  let buffer = ''
  let start = 0
  let dropped = 0
  for (const chunk of chunks) {
    buffer += chunk
    for (; buffer.length - start >= LOOKAHEAD; start = borderBehind(buffer, start + BLOCK_LENGTH)) yield blockAt(buffer, start, dropped)
    const kept = contextBefore(buffer, start)
    buffer = buffer.slice(kept)
    start -= kept
    dropped += kept
  }
  for (; start < buffer.length; start = borderBehind(buffer, start + BLOCK_LENGTH)) yield blockAt(buffer, start, dropped)
}

function blockAt(text: string, start: number, dropped: number): Block {
  const end = borderBehind(text, start + BLOCK_LENGTH)
  const contextStart = contextBefore(text, start)
  return {
    text: text.slice(contextStart, borderBehind(text, end + CONTEXT_LENGTH)),
    from: start - contextStart,
    to: end - contextStart,
    offset: dropped + start,
  }
}

function contextBefore(text: string, start: number): number {
  if (start < CONTEXT_LENGTH) return 0
  const lineEnd = text.lastIndexOf('\n', start - CONTEXT_LENGTH)
  return Math.max(0, lineEnd + 1, start - 2 * CONTEXT_LENGTH)
}

/** The end of the line that holds an offset; of a line that goes on for too long, the next place between words. */
function borderBehind(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const reach = Math.min(text.length, offset + CONTEXT_LENGTH)
  const lineEnd = text.indexOf('\n', offset)
  if (lineEnd >= 0 && lineEnd < reach) return lineEnd + 1
  const blank = text.indexOf(' ', offset)
  return blank >= 0 && blank < reach ? blank + 1 : reach
}
