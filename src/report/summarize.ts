/** The one sentence that a reader in a hurry takes along, and what to do where the log decides nothing. */
import type { CheckStatus } from '../catalog/checks.js'
import type { Catalog, Locale } from '../catalog/entry.js'
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, InputLog } from '../diagnose/diagnosis.js'
import { foreignHostOf } from '../diagnose/scope.js'
import { breakOffOf, showsSuccess } from '../diagnose/verdict.js'
import type { Words } from './words.js'

/** What kind of report it is: decides the sentence and the advice. */
export type Situation =
  | { readonly kind: 'found'; readonly finding: DiagnosedFinding }
  | { readonly kind: 'unknown code'; readonly code: string }
  | { readonly kind: 'unknown failure'; readonly check: string }
  | { readonly kind: 'healthy' }
  | { readonly kind: 'breaks off'; readonly reason: string }
  | { readonly kind: 'foreign'; readonly host: string }
  | { readonly kind: 'talk'; readonly code: string }
  | { readonly kind: 'empty' | 'binary' | 'nothing recognised' }

export function situationOf(diagnosis: Diagnosis, logs: readonly InputLog[], words: Words): Situation {
  const first = diagnosis.findings.find(({ state }) => state === 'open')
  if (first && first.entry.severity !== 'info') return { kind: 'found', finding: first }
  if (diagnosis.verdict === 'failing') return unknownFailure(diagnosis, words)
  if (diagnosis.verdict === 'healthy') return { kind: 'healthy' }
  if (first) return { kind: 'found', finding: first }
  const reason = breakOffOf(diagnosis.runs)
  if (reason) return { kind: 'breaks off', reason: words.reasons[reason] }
  if (logs.every(({ source }) => source.text.trim() === '')) return { kind: 'empty' }
  const host = logs.flatMap(({ source, matches }) => matches.entries.flatMap((match) => foreignHostOf(source, match) ?? []))[0]
  if (host) return { kind: 'foreign', host }
  const code = logs.flatMap(({ matches }) => matches.mentioned)[0]
  if (code) return { kind: 'talk', code }
  return { kind: logs.every(({ source }) => source.problem?.kind === 'binary') ? 'binary' : 'nothing recognised' }
}

function unknownFailure({ runs }: Diagnosis, words: Words): Situation {
  const code = runs.flatMap(({ unknownCodes }) => unknownCodes)[0]?.code
  if (code) return { kind: 'unknown code', code }
  const check = runs.flatMap(({ checks }) => checks).find(({ status }) => status === 'failed')?.id
  return { kind: 'unknown failure', check: check ? words.checks[check] : '' }
}

export function summarize(situation: Situation, diagnosis: Diagnosis, catalog: Catalog, locale: Locale, { summary }: Words): string {
  const sentence = sentenceFor(situation, diagnosis, catalog, locale, summary)
  return locale === 'en' ? asSentence(sentence) : sentence
}

/** Begins with a capital, but for the name of a host or a program. */
function asSentence(text: string): string {
  return /^(?:\S+\.\S+:|(?:az|docker|helm|oras|containerd|kubectl|kubelet|notation|podman)\b)/.test(text)
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)
}

function sentenceFor(situation: Situation, diagnosis: Diagnosis, catalog: Catalog, locale: Locale, summary: Words['summary']): string {
  switch (situation.kind) {
    case 'found':
      return summarizeFinding(situation.finding, diagnosis, catalog, locale, summary)
    case 'unknown code':
      return summary.unknownCode(situation.code)
    case 'unknown failure':
      return summary.unknownFailure(situation.check)
    case 'healthy':
      return summarizeHealth(diagnosis, summary)
    case 'breaks off':
      return summary.breaksOff(passedChecks(diagnosis), situation.reason)
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
  finding: DiagnosedFinding,
  { findings }: Diagnosis,
  catalog: Catalog,
  locale: Locale,
  summary: Words['summary'],
): string {
  const { code, severity } = finding.entry
  const { title } = catalog.words(code, locale)
  const where = finding.facts.loginServer ?? finding.registry
  if (severity === 'info') return summary.notes(code, title)
  if (severity === 'warning') return summary.warnings(code, title, where)
  const others = findings.filter((other) => other !== finding && other.state === 'open')
  const consequences = others.filter(({ consequenceOf }) => consequenceOf === code).length
  const rest = summary.others(consequences, others.length - consequences)
  return [summary.failing(code, title, where), rest && (locale === 'en' ? ` ${rest}.` : `${rest}。`)].join('')
}

function summarizeHealth(diagnosis: Diagnosis, summary: Words['summary']): string {
  const run = diagnosis.runs.findLast((candidate) => candidate.checks.length > 0 && showsSuccess(candidate))
  const where = (run ?? diagnosis.runs.find(({ environment }) => environment.loginServer !== undefined))?.environment.loginServer ?? null
  const kind = diagnosis.runs.find(({ success }) => success !== null)?.kind ?? 'other'
  const passed = run ? countChecks(run, 'passed') : 0
  const sentence = run && passed > 0 ? summary.healthy(passed, countChecks(run, 'skipped'), where) : summary.succeeded(kind, where)
  const cleared = diagnosis.findings.filter(({ state }) => state === 'cleared').map(({ entry }) => entry.code)
  return cleared.length > 0 ? summary.cleared([...new Set(cleared)]) : sentence
}

/** Checks that passed in the last run which has any. */
function passedChecks({ runs }: Diagnosis): number {
  const last = runs.findLast(({ checks }) => checks.length > 0)
  return last ? countChecks(last, 'passed') : 0
}

function countChecks({ checks }: DiagnosedRun, wanted: CheckStatus): number {
  return checks.filter(({ status }) => status === wanted).length
}
