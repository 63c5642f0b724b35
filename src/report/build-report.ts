/** Diagnosis → report: everything that is said, in the reader's language, and nothing of how it looks. */
import { CHECK_IDS, type CheckId } from '../catalog/checks.js'
import type { Catalog, DecidingWords, EntryWords, Locale, RemedyWords, Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type {
  Because,
  DiagnosedFinding,
  DiagnosedRun,
  Diagnosis,
  EvidencePlace,
  InputLog,
  LinePlace,
  WeighedCause,
} from '../diagnose/diagnosis.js'
import { lineText } from '../text/read-text.js'
import type { InputDigest, InputProblem } from '../triage/digest.js'
import { advise } from './advise.js'
import { fillCommand, fillProse } from './fill-command.js'
import { quoteAround, quoteLine } from './quote-line.js'
import type { Report, ReportCause, ReportCheck, ReportFinding, ReportInput, ReportRemedy, ReportRun } from './report.js'
import { situationOf, summarize } from './summarize.js'
import { type Words, wordsFor } from './words.js'

export interface BuildOptions {
  readonly catalog: Catalog
  readonly locale?: Locale
  readonly version?: string
}

export function buildReport(diagnosis: Diagnosis, logs: readonly InputLog[], options: BuildOptions): Report {
  const { catalog, locale = 'en', version = '0.0.0' } = options
  const words = wordsFor(locale)
  const situation = situationOf(diagnosis, logs)
  const quote = ({ input, line, columns }: EvidencePlace) => {
    const text = lineText((logs[input] as InputLog).source, line - 1)
    return { input, line, ...(columns ? quoteAround(text, columns) : { text: quoteLine(text) }) }
  }
  const placeOf = (place: LinePlace | null) =>
    place && (logs.length > 1 ? words.line((logs[place.input] as InputLog).name, place.line) : words.lineAlone(place.line))
  return {
    schemaVersion: 1,
    tool: { name: 'acr-explain', version, catalog: { entries: catalog.codes.length, digest: catalog.digest } },
    locale,
    verdict: diagnosis.verdict,
    summary: plain(summarize(situation, catalog, locale)),
    situation,
    advice: advise(situation, words),
    inputs: logs.map((log, id) => reportInput(log, id, words)),
    runs: diagnosis.runs.map((run) => reportRun(run, words)),
    findings: diagnosis.findings.map((finding) => reportFinding(finding, { catalog, locale, words, quote, placeOf })),
    accounting: { lines: { total: totalLines(logs), ...diagnosis.lineCounts, skipped: 0 } },
    unexplained: diagnosis.unexplained.map((line) => ({ ...quote(line), count: line.count, template: quoteLine(line.template) })),
  }
}

function totalLines(logs: readonly InputLog[]): number {
  return logs.reduce((sum, { source }) => sum + source.lineStarts.length, 0)
}

function reportInput({ name, source }: InputLog, id: number, words: Words): ReportInput {
  return { id, name, bytes: source.byteLength, lines: source.lineStarts.length, ...reportDecoding(source, words) }
}

/** How the bytes of an input were read, and what of them could not be. */
export function reportDecoding(
  { encoding, isGuess, problem }: Pick<InputDigest, 'encoding' | 'isGuess' | 'problem'>,
  words: Words,
): Pick<ReportInput, 'encoding' | 'encodingIsGuess' | 'problem' | 'problemFacts'> {
  return { encoding, ...(isGuess && { encodingIsGuess: true as const }), problem: problemText(problem, words), problemFacts: problem }
}

/** What could not be read of an input, in words; null where all of it could. */
export function problemText(problem: InputProblem | null, { problems }: Words): string | null {
  if (problem === null) return null
  switch (problem.kind) {
    case 'flawed':
      return problems.flawed(problem)
    case 'unreadable':
      return problems.unreadable(problem.reason)
    case 'unread format':
      return problems.unreadFormat(problem.format)
    case 'too deep':
      return problems.tooDeep(problem.depth)
    case 'too many':
      return problems.tooMany(problem.entries, problem.skipped)
    case 'too large':
      return problems.tooLarge(Math.round(problem.bytes / 2 ** 20))
    case 'bomb':
      return problems.bomb(problem.ratio)
    default:
      return problems[problem.kind]
  }
}

export function reportRun({ id, input, firstLine, lastLine, kind, environment, ...run }: DiagnosedRun, words: Words): ReportRun {
  const checks = run.checks.map((check) => reportCheck(check, words))
  return { id, input, lines: [firstLine, lastLine], kind, environment, checks, succeeded: run.success !== null }
}

function reportCheck({ id, status, line, because }: DiagnosedRun['checks'][number], words: Words): ReportCheck {
  const reason = because && 'reason' in because ? because.reason : null
  return { id, status, line, because: because && ('code' in because ? because.code : words.reasons[because.reason]), reason }
}

/** What a finding is told with. */
export interface Voice {
  readonly catalog: Catalog
  readonly locale: Locale
  readonly words: Words
  readonly quote: (place: EvidencePlace) => ReportFinding<Prose>['evidence'][number]
  /** A line, with the name of its input where there are several; null stays null. */
  readonly placeOf: (place: LinePlace | null) => string | null
}

/** A finding as far as a report speaks of it. */
export type ReportableFinding = Omit<DiagnosedFinding, 'places' | 'sightings'>

export function reportFinding(finding: ReportableFinding, voice: Voice): ReportFinding<Prose> {
  const { entry, knownFacts } = finding
  const page = voice.catalog.words(entry.code, voice.locale)
  return {
    code: entry.code,
    title: plain(page.title),
    severity: entry.severity as Severity,
    role: finding.role,
    consequenceOf: finding.consequenceOf,
    state: finding.state,
    runs: finding.runs,
    count: finding.count,
    facts: finding.facts,
    knownFacts,
    evidence: finding.evidence.map(voice.quote),
    meaning: fillProse(page.meaning, knownFacts),
    causes: finding.causes.map((cause) => reportCause(cause, finding, page, voice)),
    remedies: remediesFor(finding, page.remedies).map((remedy) => reportRemedy(remedy, knownFacts)),
    blockedChecks: blockedChecks(entry.blocks),
    decide: isDecided(finding) ? null : reportDeciding(page.deciding, knownFacts),
    links: entry.links,
    release: reportRelease(finding, voice.words),
    origin: voice.catalog.originOf(entry.code),
  }
}

function reportRelease({ entry: { since, until }, release }: ReportableFinding, words: Words): ReportFinding<Prose>['release'] {
  if (release === null) return null
  const { installed, fit } = release
  return { installed, since, until, fit, text: words.releaseNote(fit, installed, since, until) }
}

export function plain(text: string): Prose {
  return [[text]]
}

function reportCause(
  { id, likelihood, because }: WeighedCause,
  { entry, knownFacts }: ReportableFinding,
  page: EntryWords,
  { words, placeOf }: Voice,
): ReportCause<Prose> {
  const written = page.causes[entry.causes.findIndex((cause) => cause.id === id)]
  return {
    id,
    title: plain(written?.title ?? id),
    text: fillProse(written?.text ?? [], knownFacts),
    likelihood,
    because: because.map((reason) => inWords(reason, words, placeOf)),
    reasons: because.map(withBarePlace),
  }
}

function withBarePlace(reason: Because): Because {
  return 'place' in reason && reason.place ? { ...reason, place: { input: reason.place.input, line: reason.place.line } } : reason
}

/** @param placeOf a line in words; null where no line says so */
function inWords(because: Because, { because: say }: Words, placeOf: (place: LinePlace | null) => string | null): string {
  switch (because.kind) {
    case 'finding':
      return say.finding(because.code, because.isFound, placeOf(because.place))
    case 'fact':
      return say.fact(because.name, because.value, because.sort)
    case 'check':
      return say.check(because.check, because.status, placeOf(because.place))
    case 'version':
      return say.version(because.tool, because.version)
    case 'cloud':
      return say.cloud(because.cloud)
    case 'text':
      return say.text(because.text, placeOf(because.place))
    case 'run':
      return say.run(because.runKind)
  }
}

/** Remedies in the order of likelihood of what they help against, those for everything where the page has them; none for a cause that is ruled out. */
function remediesFor({ causes }: ReportableFinding, remedies: readonly RemedyWords[]): RemedyWords[] {
  const likelihoodOf = (id: string) => causes.find((cause) => cause.id === id)?.likelihood
  const kept = remedies.filter((remedy) => remedy.for === null || likelihoodOf(remedy.for) !== 'ruled-out')
  const isPressing = (remedy: RemedyWords) => remedy.for !== null && ['confirmed', 'likely'].includes(likelihoodOf(remedy.for) ?? '')
  const isConfirmed = (remedy: RemedyWords) => remedy.for !== null && likelihoodOf(remedy.for) === 'confirmed'
  const confirmed = kept.filter(isConfirmed)
  const rest = kept.filter((remedy) => !isConfirmed(remedy))
  return [...confirmed, ...rest.filter(isPressing), ...rest.filter((remedy) => !isPressing(remedy))]
}

function reportRemedy(remedy: RemedyWords, facts: Readonly<Record<string, string>>): ReportRemedy<Prose> {
  return { text: fillProse(remedy.text, facts), commands: remedy.commands.map((command) => fillCommand(command, facts)), for: remedy.for }
}

function blockedChecks(blocks: readonly CheckId[]): CheckId[] {
  return CHECK_IDS.filter((id) => blocks.includes(id))
}

/** The log itself tells the causes apart: one is confirmed, or all others are ruled out. */
function isDecided({ causes }: ReportableFinding): boolean {
  return (
    causes.some(({ likelihood }) => likelihood === 'confirmed') || causes.filter(({ likelihood }) => likelihood !== 'ruled-out').length <= 1
  )
}

function reportDeciding(deciding: DecidingWords | null, facts: Readonly<Record<string, string>>): ReportFinding<Prose>['decide'] {
  return deciding && { command: fillCommand(deciding.command, facts), reading: fillProse(deciding.reading, facts) }
}
