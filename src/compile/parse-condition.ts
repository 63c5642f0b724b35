/** The vocabulary of evidence: one form for each kind of condition. CONTRIBUTING.md explains them. */
import { z } from 'zod'
import { CHECK_IDS } from '../catalog/checks.js'
import { CLOUDS, type Condition, RUN_KINDS, VERSIONED_TOOLS } from '../catalog/entry.js'
import { GRAM_LETTERS } from '../match/signature-table.js'
import { squeezeLiteral } from '../text/squeeze.js'
import { codeSchema, releaseSchema } from './page-format.js'
import { expectedInstead } from './schema-issue.js'
import { type Placed, splitPlaced } from './source-page.js'
import { suggest } from './suggest.js'

/** Why a text is no condition, and where. */
export interface ConditionFault {
  readonly offset: number
  readonly reason: string
  readonly expected: string
}

interface ConditionForm {
  /** The words that such a condition begins with, after `no `. */
  readonly keywords: readonly string[]
  /** As CONTRIBUTING.md writes it. */
  readonly shape: string
  /** With the flag `d`; its groups are named for what they hold. */
  readonly pattern: RegExp
  /** From the pattern's groups. */
  readonly condition: z.ZodType<Condition>
}

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'Write the name of a gap, such as clientIp.')
const findable = z
  .string()
  .refine((text) => squeezeLiteral(text).length >= GRAM_LETTERS, `Take at least ${GRAM_LETTERS} characters beside white space.`)
const no = z.string().optional()
const statuses = { passed: 'passed', failed: 'failed', skipped: 'skipped', 'not run': 'not-run' } as const
const status = z.enum(Object.keys(statuses) as (keyof typeof statuses)[]).transform((written) => statuses[written])
const runKind = z.enum(RUN_KINDS).exclude(['other'])

const forms: readonly ConditionForm[] = [
  {
    keywords: ['finding'],
    shape: 'finding CODE',
    pattern: /^(?<no>no )?finding (?<code>\S+)$/d,
    condition: z.object({ no, code: codeSchema }).transform((groups) => ({ kind: 'finding', code: groups.code, present: !groups.no })),
  },
  {
    keywords: ['fact'],
    shape: 'fact NAME',
    pattern: /^(?<no>no )?fact (?<name>\S+)$/d,
    condition: z.object({ no, name }).transform((groups) => factCondition(groups.name, { kind: groups.no ? 'absent' : 'present' })),
  },
  {
    keywords: ['fact'],
    shape: 'fact NAME is VALUE or VALUE',
    pattern: /^fact (?<name>\S+) is (?<values>\S.*)$/d,
    condition: z
      .object({ name, values: z.string() })
      .transform((groups) => factCondition(groups.name, { kind: 'is', values: groups.values.split(' or ') })),
  },
  {
    keywords: ['fact'],
    shape: 'fact NAME from 500 to 599',
    pattern: /^fact (?<name>\S+) from (?<from>\d+) to (?<to>\d+)$/d,
    condition: z
      .object({ name, from: z.coerce.number(), to: z.coerce.number() })
      .refine((groups) => groups.from <= groups.to, { path: ['to'], error: 'Write the smaller number first.' })
      .transform((groups) => factCondition(groups.name, { kind: 'between', from: groups.from, to: groups.to })),
  },
  {
    keywords: ['fact'],
    shape: 'fact NAME private',
    pattern: /^fact (?<name>\S+) (?<sort>private|public)$/d,
    condition: z
      .object({ name, sort: z.enum(['private', 'public']) })
      .transform((groups) => factCondition(groups.name, { kind: groups.sort })),
  },
  {
    keywords: ['check'],
    shape: 'check ID passed',
    pattern: /^check (?<check>\S+) (?<status>\S.*)$/d,
    condition: z.object({ check: z.enum(CHECK_IDS), status }).transform((groups) => ({ kind: 'check', ...groups })),
  },
  {
    keywords: VERSIONED_TOOLS,
    shape: 'azureCli below 2.46.0',
    pattern: /^(?<tool>\S+) (?<comparison>below|at least) (?<version>\S+)$/d,
    condition: z
      .object({ tool: z.enum(VERSIONED_TOOLS), comparison: z.enum(['below', 'at least']), version: releaseSchema })
      .transform(({ tool, comparison, version }) => ({ kind: 'version', of: tool, comparison, version })),
  },
  {
    keywords: ['cloud'],
    shape: 'cloud china',
    pattern: /^cloud (?<cloud>\S+)$/d,
    condition: z.object({ cloud: z.enum(CLOUDS) }).transform((groups) => ({ kind: 'cloud', ...groups })),
  },
  {
    keywords: ['text'],
    shape: 'text "…"',
    pattern: /^(?<no>no )?text "(?<text>[^"]*[^"\s][^"]*)"$/d,
    condition: z.object({ no, text: findable }).transform((groups) => ({ kind: 'text', text: groups.text, present: !groups.no })),
  },
  {
    keywords: ['run'],
    shape: 'run login',
    pattern: /^run (?<run>\S+)$/d,
    condition: z.object({ run: runKind }).transform((groups) => ({ kind: 'run', runKind: groups.run })),
  },
]

const keywords = [...new Set(forms.flatMap((form) => form.keywords))]

// An " and " inside quotes belongs to the words that are looked for.
const conjunction = /\s+and\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g

/** Splits a line of evidence at its ` and `s. */
export function splitConditions(line: Placed<string>): Placed<string>[] {
  return splitPlaced(line, conjunction)
}

/** Reads one condition; a fault where it fits no form, or where a word in it is unknown. */
export function parseCondition({ value, offset }: Placed<string>): Condition | ConditionFault {
  const text = value.replace(/\s+/g, ' ')
  for (const form of forms) {
    const found = form.pattern.exec(text)
    if (found) return readGroups(form, found, offset)
  }
  return { offset, ...explainMismatch(text) }
}

function readGroups(form: ConditionForm, found: RegExpExecArray, offset: number): Condition | ConditionFault {
  const read = form.condition.safeParse(found.groups)
  if (read.success) return read.data
  const issue = read.error.issues[0] as z.core.$ZodIssue
  const group = String(issue.path[0])
  const word = found.groups?.[group] ?? ''
  const start = found.indices?.groups?.[group]?.[0] ?? 0
  return { offset: offset + start, reason: `"${word}" cannot be the ${group} in "${form.shape}"`, expected: expectedInstead(issue, word) }
}

function explainMismatch(text: string): { readonly reason: string; readonly expected: string } {
  const reason = `condition "${text}" is not known here`
  const keyword = text.replace(/^no /, '').split(' ', 1)[0] ?? ''
  const shapes = forms.filter((form) => form.keywords.includes(keyword)).map((form) => `"${form.shape}"`)
  const expected = shapes.length > 0 ? `Write it as ${shapes.join(', ')}.` : suggest(keyword, keywords)
  return { reason, expected }
}

function factCondition(factName: string, test: Extract<Condition, { kind: 'fact' }>['test']): Condition {
  return { kind: 'fact', name: factName, test }
}
