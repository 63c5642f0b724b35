/** The one sentence that a reader in a hurry takes along: first what it is to say, then in which words. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { Catalog, Locale, RunKind, Severity } from '../catalog/entry.js'
import type { DiagnosedRun, Diagnosis, InputLog } from '../diagnose/diagnosis.js'
import { foreignHostOf } from '../diagnose/scope.js'
import { breakOffOf, showsSuccess } from '../diagnose/verdict.js'
import type { Reason } from '../log/vocabulary.js'
import { type Words, wordsFor } from './words.js'

/** What kind of report it is, as data that any language can be made of. */
export type Situation =
  | {
      readonly kind: 'found'
      readonly code: string
      readonly severity: Severity
      /** The login server or the registry; null where the log names none. */
      readonly where: string | null
      /** Other open findings: those that follow from this one, and the rest. */
      readonly consequences: number
      readonly others: number
    }
  | { readonly kind: 'unknown code'; readonly code: string }
  | { readonly kind: 'unknown failure'; readonly check: CheckId | null }
  | {
      readonly kind: 'healthy'
      /** Checks that passed in the last run which has any. */
      readonly passed: number
      /** Checks that were left out in it. */
      readonly skipped: number
      readonly where: string | null
      readonly runKind: RunKind
      /** Codes of what failed and has succeeded since. */
      readonly cleared: readonly string[]
    }
  | { readonly kind: 'breaks off'; readonly reason: Reason; readonly passed: number }
  | { readonly kind: 'foreign'; readonly host: string }
  | { readonly kind: 'talk'; readonly code: string }
  | { readonly kind: 'empty' | 'binary' | 'nothing recognised' }

export function situationOf(diagnosis: Diagnosis, logs: readonly InputLog[]): Situation {
  const first = diagnosis.findings.find(({ state }) => state === 'open')
  if (first && first.entry.severity !== 'info') return foundIn(diagnosis)
  if (diagnosis.verdict === 'failing') return unknownFailure(diagnosis)
  if (diagnosis.verdict === 'healthy') return healthIn(diagnosis)
  if (first) return foundIn(diagnosis)
  const reason = breakOffOf(diagnosis.runs)
  if (reason) return { kind: 'breaks off', reason, passed: passedChecks(diagnosis) }
  if (logs.every(({ source }) => source.text.trim() === '')) return { kind: 'empty' }
  const host = logs.flatMap(({ source, matches }) => matches.entries.flatMap((match) => foreignHostOf(source, match) ?? []))[0]
  if (host) return { kind: 'foreign', host }
  const code = logs.flatMap(({ matches }) => matches.mentioned)[0]
  if (code) return { kind: 'talk', code }
  return { kind: logs.every(({ source }) => source.problem?.kind === 'binary') ? 'binary' : 'nothing recognised' }
}

/** Of a diagnosis with an open finding. */
function foundIn({ findings }: Diagnosis): Situation {
  const [first, ...others] = findings.filter(({ state }) => state === 'open') as [Diagnosis['findings'][number]]
  const { code, severity } = first.entry
  const consequences = others.filter((other: typeof first) => other.consequenceOf === code).length
  const where = first.facts.loginServer ?? first.registry
  return { kind: 'found', code, severity: severity as Severity, where, consequences, others: others.length - consequences }
}

function unknownFailure({ runs }: Diagnosis): Situation {
  const code = runs.flatMap(({ unknownCodes }) => unknownCodes)[0]?.code
  if (code) return { kind: 'unknown code', code }
  return { kind: 'unknown failure', check: runs.flatMap(({ checks }) => checks).find(({ status }) => status === 'failed')?.id ?? null }
}

function healthIn({ runs, findings }: Diagnosis): Situation {
  const run = runs.findLast((candidate) => candidate.checks.length > 0 && showsSuccess(candidate))
  const cleared = findings.filter(({ state }) => state === 'cleared').map(({ entry }) => entry.code)
  return {
    kind: 'healthy',
    passed: run ? countChecks(run, 'passed') : 0,
    skipped: run ? countChecks(run, 'skipped') : 0,
    where: (run ?? runs.find(({ environment }) => environment.loginServer !== undefined))?.environment.loginServer ?? null,
    runKind: runs.find(({ success }) => success !== null)?.kind ?? 'other',
    cleared: [...new Set(cleared)],
  }
}

/** Checks that passed in the last run which has any. */
function passedChecks({ runs }: Diagnosis): number {
  const last = runs.findLast(({ checks }) => checks.length > 0)
  return last ? countChecks(last, 'passed') : 0
}

function countChecks({ checks }: DiagnosedRun, wanted: CheckStatus): number {
  return checks.filter(({ status }) => status === wanted).length
}

/** @param catalog has the entry of the code that was found */
export function summarize(situation: Situation, catalog: Catalog, locale: Locale): string {
  const sentence = sentenceFor(situation, catalog, locale, wordsFor(locale))
  return locale === 'en' ? asSentence(sentence) : sentence
}

/** Begins with a capital, but for the name of a host or a program. */
function asSentence(text: string): string {
  return /^(?:\S+\.\S+:|(?:az|docker|helm|oras|containerd|kubectl|kubelet|notation|podman)\b)/.test(text)
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)
}

function sentenceFor(situation: Situation, catalog: Catalog, locale: Locale, { summary, reasons, checks }: Words): string {
  switch (situation.kind) {
    case 'found':
      return summarizeFinding(situation, catalog, locale)
    case 'unknown code':
      return summary.unknownCode(situation.code)
    case 'unknown failure':
      return summary.unknownFailure(situation.check ? checks[situation.check] : '')
    case 'healthy':
      if (situation.cleared.length > 0) return summary.cleared(situation.cleared)
      return situation.passed > 0
        ? summary.healthy(situation.passed, situation.skipped, situation.where)
        : summary.succeeded(situation.runKind, situation.where)
    case 'breaks off':
      return summary.breaksOff(situation.passed, reasons[situation.reason])
    case 'foreign':
      return summary.foreign(situation.host)
    case 'talk':
      return summary.talk(situation.code)
    case 'empty':
      return summary.empty
    case 'binary':
      return summary.binary
    case 'nothing recognised':
      return summary.nothingRecognised
  }
}

function summarizeFinding(
  { code, severity, where, consequences, others }: Extract<Situation, { kind: 'found' }>,
  catalog: Catalog,
  locale: Locale,
): string {
  const { summary } = wordsFor(locale)
  const { title } = catalog.words(code, locale)
  if (severity === 'info') return summary.notes(code, title)
  if (severity === 'warning') return summary.warnings(code, title, where)
  const rest = summary.others(consequences, others)
  return [summary.failing(code, title, where), rest && (locale === 'en' ? ` ${rest}.` : `${rest}。`)].join('')
}
