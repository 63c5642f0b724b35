/** Failures that no entry knows, over all inputs: lines of one shape together, those first that look most like the cause. */
import type { InputDigest, UnexplainedDigest } from './digest.js'
import { mineTemplates } from './mine-templates.js'
import type { TriagedUnexplained } from './triage.js'

export function rankUnexplained(digests: readonly InputDigest[]): TriagedUnexplained[] {
  const lines = digests.flatMap(({ unexplained }, input) => unexplained.map((one) => ({ ...one, input })))
  const someHealthy = digests.some(({ verdict }) => verdict === 'healthy')
  return mineTemplates(lines)
    .map(({ template, lines: same }) => summed(template, same.sort(compareLines), digests, someHealthy))
    .sort((a, b) => b.score - a.score || b.inputs.length - a.inputs.length || b.count - a.count || compareLines(a, b))
}

type PlacedLine = UnexplainedDigest & { readonly input: number }

function summed(template: string, lines: readonly PlacedLine[], digests: readonly InputDigest[], someHealthy: boolean): TriagedUnexplained {
  const [{ input, line, text, firstSeen }] = lines as readonly [PlacedLine]
  const inputs = [...new Set(lines.map((one) => one.input))]
  const likeliest = lines.reduce((most, { score }) => Math.max(most, score), 0)
  const score = likeliest + weightOf(text, inputs, digests, someHealthy)
  const count = lines.reduce((sum, one) => sum + one.count, 0)
  return { input, line, text, template, count, inputs, firstSeen, score }
}

/** What a registry's failures are about. */
const subject =
  /registr|azurecr|\bacr\b|\bimages?\b|manifest|\bpull|\bpush|docker|containerd?\b|\blogin\b|token|credential|\btls\b|certificate|x509|\bdns\b|proxy|firewall|\bblob\b|quota/i

/** More for what is about registries, stands in no healthy input, and stands where nothing else explains the failure. */
function weightOf(text: string, inputs: readonly number[], digests: readonly InputDigest[], someHealthy: boolean): number {
  const verdicts = inputs.map((input) => digests[input] as InputDigest)
  const isBesideHealth = verdicts.some(({ verdict }) => verdict === 'healthy')
  const isAlone = verdicts.some(({ verdict, findings }) => verdict !== 'healthy' && findings.every(({ state }) => state === 'cleared'))
  return (subject.test(text) ? 2 : 0) + (someHealthy && !isBesideHealth ? 2 : 0) + (isAlone ? 1 : 0)
}

function compareLines(a: { input: number; line: number }, b: { input: number; line: number }): number {
  return a.input - b.input || a.line - b.line
}
