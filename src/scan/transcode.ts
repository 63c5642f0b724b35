/** Text in other encodings, or with line ends of its own kind, as the UTF-8 with newlines that a scan reads; in pieces, as it comes. */
import type { TextReader } from '../text/decode.js'

export interface Transcoder {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}

/** As TextReader reads it. Half a character waits for the next piece. */
export function textTranscoder(reader: TextReader): Transcoder {
  const encoder = new TextEncoder()
  return {
    push: (chunk) => encoder.encode(reader.push(chunk)),
    end: () => encoder.encode(reader.end()),
  }
}

const RETURN = 0x0d
const NEWLINE = 0x0a

/** Classic Mac OS ends its lines with a return alone. */
export function returnTranscoder(): Transcoder {
  return {
    push: (chunk) => chunk.map((byte) => (byte === RETURN ? NEWLINE : byte)),
    end: () => new Uint8Array(0),
  }
}
