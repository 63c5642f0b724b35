/** The order of inputs in a report: it follows from what they are, so that parts of a triage can be made anywhere. */
import { compareText } from '../text/compare-text.js'
import type { InputDigest } from './digest.js'

/** As a walk through the folders meets them: by the names of folders, then of files. Those of one name by what is in them. */
export function inOrderOfNames(digests: readonly InputDigest[]): InputDigest[] {
  return digests
    .map((digest) => ({ digest, steps: digest.name.split(/[\\/]/) }))
    .sort((a, b) => compareSteps(a.steps, b.steps) || compareText(JSON.stringify(a.digest), JSON.stringify(b.digest)))
    .map(({ digest }) => digest)
}

function compareSteps(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((step, index) => step !== b[index])
  return at < 0 ? a.length - b.length : compareText(a[at] as string, b[at] ?? '')
}
