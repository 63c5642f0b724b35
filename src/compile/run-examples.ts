/** The examples of the pages are the tests of the catalog: each is explained with the whole of it. */
import type { Example } from './compile-catalog.js'
import { type Fault, sortFaults } from './fault.js'

/** What the program says about a text. */
export interface Explanation {
  /** Codes of the findings, in the order of the report. */
  readonly codes: readonly string[]
  /** Lines that look like failures and that no entry knows. */
  readonly unexplained: readonly string[]
}

/** Explains a text with the whole compiled catalog. */
export type ExplainText = (text: string) => Explanation

/**
 * Runs every example.
 *
 * @returns a fault, at the example's fence, for each thing that it gives and does not declare or declares and does not
 *   give, sorted by path and place; empty where all examples hold.
 */
export function runExamples(examples: readonly Example[], explainText: ExplainText): Fault[] {
  return sortFaults(examples.flatMap((example) => runExample(example, explainText(example.text))))
}

function runExample(example: Example, explanation: Explanation): Fault[] {
  return checkExample(example, explanation).map(([reason, expected]) => {
    const { path, line, column } = example
    return { path, line, column, reason, expected }
  })
}

type Complaint = readonly [reason: string, expected: string]

function checkExample(example: Example, explanation: Explanation): readonly Complaint[] {
  if (example.kind === 'ignores') return checkIgnored(example, explanation)
  if (example.severity === 'noise') return checkNoise(example, explanation)
  return checkMatched(example, explanation)
}

function checkIgnored({ code }: Example, { codes }: Explanation): readonly Complaint[] {
  if (!codes.includes(code)) return []
  return [[`the example gives ${code}, which it must not`, 'Make the signatures narrower, or fence it as "log matches".']]
}

/** Noise is never a finding itself; that its entry knows the line shows in nothing being left unexplained. */
function checkNoise(example: Example, { codes, unexplained }: Explanation): readonly Complaint[] {
  const declared = [...example.after, ...example.with]
  const left = unexplained.map((line): Complaint => [`the example leaves "${line}" unexplained`, 'Add a signature that matches this line.'])
  return [...undeclared(codes, declared, 'with'), ...notGiven(declared, codes), ...left]
}

/** What stands before the entry must be declared as "after", what stands behind it as "with". */
function checkMatched(example: Example, { codes }: Explanation): readonly Complaint[] {
  const place = codes.indexOf(example.code)
  if (place < 0) {
    return [
      [
        `the example does not give ${example.code}, but ${codes.join(', ') || 'nothing'}`,
        'Add a signature that matches it, or mend the example.',
      ],
    ]
  }
  const before = codes.slice(0, place)
  const behind = codes.slice(place + 1).filter((code) => code !== example.code)
  const declared = [...example.after, ...example.with]
  return [...undeclared(before, example.after, 'after'), ...undeclared(behind, example.with, 'with'), ...notGiven(declared, codes)]
}

function undeclared(given: readonly string[], declared: readonly string[], word: 'with' | 'after'): Complaint[] {
  const place = { with: 'beside', after: 'before' }[word]
  return [...new Set(given)]
    .filter((code) => !declared.includes(code))
    .map((code) => [`the example gives ${code} ${place} its entry`, `If that is right, fence it as "log matches ${word} ${code}".`])
}

function notGiven(declared: readonly string[], given: readonly string[]): Complaint[] {
  return declared
    .filter((code) => !given.includes(code))
    .map((code) => [`the example does not give ${code}, which its fence names`, 'Leave the code out, or mend the example.'])
}
