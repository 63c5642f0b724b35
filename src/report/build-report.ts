/** Diagnosis → report: everything that is said, in the reader's language, and nothing of how it looks. */
import { CHECK_IDS, type CheckId } from '../catalog/checks.js'
import type { Catalog, DecidingWords, EntryWords, Locale, RemedyWords, Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type { Because, DiagnosedFinding, DiagnosedRun, Diagnosis, InputLog, LinePlace, WeighedCause } from '../diagnose/diagnosis.js'
import { lineText } from '../text/read-text.js'
import { advise } from './advise.js'
import { fillCommand } from './fill-command.js'
import { quoteLine } from './quote-line.js'
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
  const situation = situationOf(diagnosis, logs, words)
  const quote = (place: LinePlace) => ({ ...place, text: quoteLine(lineText((logs[place.input] as InputLog).source, place.line - 1)) })
  return {
    schemaVersion: 1,
    tool: { name: 'acr-explain', version, catalog: { entries: catalog.codes.length, digest: catalog.digest } },
    locale,
    verdict: diagnosis.verdict,
    summary: plain(summarize(situation, diagnosis, catalog, locale, words)),
    advice: advise(situation, words),
    inputs: logs.map((log, id) => reportInput(log, id, words)),
    runs: diagnosis.runs.map((run) => reportRun(run, words)),
    findings: diagnosis.findings.map((finding) => reportFinding(finding, catalog, locale, quote)),
    accounting: { lines: { total: totalLines(logs), ...diagnosis.lineCounts, skipped: 0 } },
    unexplained: diagnosis.unexplained.map((line) => ({ ...quote(line), count: line.count, template: quoteLine(line.template) })),
  }
}

function totalLines(logs: readonly InputLog[]): number {
  return logs.reduce((sum, { source }) => sum + source.lineStarts.length, 0)
}

function reportInput({ name, source }: InputLog, id: number, words: Words): ReportInput {
  const problem =
    source.problem && (source.problem.kind === 'binary' ? words.problems.binary : words.problems.undecodable(source.problem.characters))
  return { id, name, bytes: source.byteLength, lines: source.lineStarts.length, encoding: source.encoding, problem }
}

function reportRun({ id, input, firstLine, lastLine, kind, environment, checks }: DiagnosedRun, words: Words): ReportRun {
  return { id, input, lines: [firstLine, lastLine], kind, environment, checks: checks.map((check) => reportCheck(check, words)) }
}

function reportCheck({ id, status, line, because }: DiagnosedRun['checks'][number], words: Words): ReportCheck {
  return { id, status, line, because: because && ('code' in because ? because.code : words.reasons[because.reason]) }
}

function reportFinding(
  finding: DiagnosedFinding,
  catalog: Catalog,
  locale: Locale,
  quote: (place: LinePlace) => ReportFinding<Prose>['evidence'][number],
): ReportFinding<Prose> {
  const { entry, knownFacts } = finding
  const page = catalog.words(entry.code, locale)
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
    evidence: finding.evidence.map(quote),
    meaning: page.meaning,
    causes: finding.causes.map((cause) => reportCause(cause, finding, page, wordsFor(locale))),
    remedies: remediesFor(finding, page.remedies).map((remedy) => reportRemedy(remedy, knownFacts)),
    blockedChecks: blockedChecks(entry.blocks),
    decide: isDecided(finding) ? null : reportDeciding(page.deciding, knownFacts),
    links: entry.links,
    origin: catalog.originOf(entry.code),
  }
}

function plain(text: string): Prose {
  return [[text]]
}

function reportCause(
  { id, likelihood, because }: WeighedCause,
  { entry }: DiagnosedFinding,
  page: EntryWords,
  words: Words,
): ReportCause<Prose> {
  const written = page.causes[entry.causes.findIndex((cause) => cause.id === id)]
  return {
    id,
    title: plain(written?.title ?? id),
    text: written?.text ?? [],
    likelihood,
    because: because.map((reason) => inWords(reason, words)),
  }
}

function inWords(because: Because, { because: say }: Words): string {
  switch (because.kind) {
    case 'finding':
      return say.finding(because.code, because.isFound, because.line)
    case 'fact':
      return say.fact(because.name, because.value, because.sort)
    case 'check':
      return say.check(because.check, because.status, because.line)
    case 'version':
      return say.version(because.tool, because.version)
    case 'cloud':
      return say.cloud(because.cloud)
    case 'text':
      return say.text(because.text, because.line)
    case 'run':
      return say.run(because.runKind)
  }
}

/** Remedies in the order of likelihood of what they help against, those for everything where the page has them; none for a cause that is ruled out. */
function remediesFor({ causes }: DiagnosedFinding, remedies: readonly RemedyWords[]): RemedyWords[] {
  const likelihoodOf = (id: string) => causes.find((cause) => cause.id === id)?.likelihood
  const kept = remedies.filter((remedy) => remedy.for === null || likelihoodOf(remedy.for) !== 'ruled-out')
  const isPressing = (remedy: RemedyWords) => remedy.for !== null && ['confirmed', 'likely'].includes(likelihoodOf(remedy.for) ?? '')
  const isConfirmed = (remedy: RemedyWords) => remedy.for !== null && likelihoodOf(remedy.for) === 'confirmed'
  const confirmed = kept.filter(isConfirmed)
  const rest = kept.filter((remedy) => !isConfirmed(remedy))
  return [...confirmed, ...rest.filter(isPressing), ...rest.filter((remedy) => !isPressing(remedy))]
}

function reportRemedy(remedy: RemedyWords, facts: Readonly<Record<string, string>>): ReportRemedy<Prose> {
  return { text: remedy.text, commands: remedy.commands.map((command) => fillCommand(command, facts)), for: remedy.for }
}

function blockedChecks(blocks: readonly CheckId[]): CheckId[] {
  return CHECK_IDS.filter((id) => blocks.includes(id))
}

/** The log itself tells the causes apart: one is confirmed, or all others are ruled out. */
function isDecided({ causes }: DiagnosedFinding): boolean {
  return (
    causes.some(({ likelihood }) => likelihood === 'confirmed') || causes.filter(({ likelihood }) => likelihood !== 'ruled-out').length <= 1
  )
}

function reportDeciding(deciding: DecidingWords | null, facts: Readonly<Record<string, string>>): ReportFinding<Prose>['decide'] {
  return deciding && { command: fillCommand(deciding.command, facts), reading: deciding.reading }
}
