import type { ReadAs } from '../text/decode.js'
import type { ReportInput } from './report.js'

/** The encodings other than UTF-8 that the inputs were read in, each once. */
export function encodingsOf(inputs: readonly ReportInput[]): ReadAs[] {
  const byName = new Map(inputs.map(({ encoding, encodingIsGuess }) => [encoding, { encoding, isGuess: encodingIsGuess ?? false }]))
  byName.delete('utf-8')
  return [...byName.values()]
}
