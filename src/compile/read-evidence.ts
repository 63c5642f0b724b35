/** Lines of evidence: those of a cause, and those of "Found when". */
import type { Paragraph } from 'mdast'
import type { Condition, Evidence } from '../catalog/entry.js'
import { parseCondition, splitConditions } from './parse-condition.js'
import { offsetOf, type Placed, type SourcePage, sourceOf, splitPair } from './source-page.js'
import { suggest } from './suggest.js'

export interface EvidenceLine {
  readonly likelihood: Evidence['likelihood']
  readonly all: readonly Placed<Condition>[]
}

const likelihoods = new Map<string, Evidence['likelihood']>([
  ['confirmed', 'confirmed'],
  ['likely', 'likely'],
  ['ruled out', 'ruled-out'],
])

/** Reads `likelihood: condition and condition`; null, and a fault, where it is none. */
export function readEvidenceLine(page: SourcePage, item: Paragraph): EvidenceLine | null {
  const [word, conditions] = splitPair(sourceOf(page, item)) ?? []
  if (!word || !conditions) {
    page.fault(offsetOf(item), 'the line is no evidence', 'Write "- likely: condition", "- confirmed: …" or "- ruled out: …".')
    return null
  }
  const likelihood = likelihoods.get(word.value)
  if (!likelihood) page.fault(word.offset, `evidence cannot be "${word.value}"`, suggest(word.value, [...likelihoods.keys()]))
  const all = readConditions(page, conditions)
  return likelihood ? { likelihood, all } : null
}

/** Reads conditions joined with ` and `; those that are wrong are faults and left out. */
export function readConditions(page: SourcePage, line: Placed<string>): readonly Placed<Condition>[] {
  return splitConditions(line).flatMap((written) => {
    const condition = parseCondition(written)
    if ('kind' in condition) return { value: condition, offset: written.offset }
    page.fault(condition.offset, condition.reason, condition.expected)
    return []
  })
}
