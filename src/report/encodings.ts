import type { ReadAs } from '../text/decode.js'
import type { ReportInput } from './report.js'

/** The encodings that the inputs were read in, each once; empty where all is UTF-8, which nobody needs to be told. */
export function encodingsOf(inputs: readonly ReportInput[]): ReadAs[] {
  const read = inputs.filter(({ lines }) => lines > 0)
  const byName = new Map(read.map(({ encoding, encodingIsGuess }) => [encoding, { encoding, isGuess: encodingIsGuess ?? false }]))
  return read.every(({ encoding }) => encoding === 'utf-8') ? [] : [...byName.values()]
}
