import type { Condition, Evidence } from '../../src/catalog/entry.js'
import { parseCondition, splitConditions } from '../../src/compile/parse-condition.js'

/** A line of evidence as pages write it, such as `likely: fact status is 401 and check dns-lookup passed`. */
export function evidenceOf(line: string): Evidence {
  const [, likelihood = '', conditions = ''] = /^([^:]+): (.+)$/.exec(line) ?? []
  return {
    likelihood: likelihood.replace(' ', '-') as Evidence['likelihood'],
    all: splitConditions({ value: conditions, offset: 0 }).map((written) => parseCondition(written) as Condition),
  }
}
