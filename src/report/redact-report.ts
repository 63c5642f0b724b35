/** A report → the same report with placeholders for private values. */
import type { Inline, Prose } from '../catalog/prose.js'
import type { Diagnosis, EvidencePlace, InputLog } from '../diagnose/diagnosis.js'
import { factValues, isPrivateFact } from '../redact/fact-values.js'
import type { Redactor } from '../redact/redactor.js'
import { withText } from '../text/read-text.js'
import type { InputDigest, RunDigest } from '../triage/digest.js'
import type { Report, ReportEvidence, ReportFinding, ReportGroup, ReportRemedy, ReportRun } from './report.js'

/** What explaining a log calls where the report shall hold nothing private. */
export interface Redaction {
  /** What to quote from. A text is redacted as a whole: a line may hold the rest of a name that another begins. */
  redactLogs(logs: readonly InputLog[], diagnosis: Diagnosis): { logs: InputLog[]; diagnosis: Diagnosis }
  redactReport(report: Report): Report
}

/** @param map the id of the map that the redactor goes by; null where it keeps none */
export function redactionBy(redactor: Redactor, map: string | null = null): Redaction {
  return {
    redactLogs: (logs, diagnosis) => redactLogs(logs, diagnosis, redactor),
    redactReport: (report) => redactReport(report, redactor, map),
  }
}

function redactLogs(logs: readonly InputLog[], diagnosis: Diagnosis, redactor: Redactor): ReturnType<Redaction['redactLogs']> {
  for (const { source } of logs) redactor.learn(source.text)
  for (const { facts } of diagnosis.findings) redactor.add(factValues(facts))
  const placed = logs.map(({ source }) => {
    const { text, offsetOf } = redactor.redactPlaced(source.text)
    return { source, redacted: withText(source, text), offsetOf }
  })
  const movePlace = (place: EvidencePlace): EvidencePlace => {
    const { source, redacted, offsetOf } = placed[place.input] as (typeof placed)[number]
    const [from, to] = [source, redacted].map(({ lineStarts }) => lineStarts[place.line - 1] as number) as [number, number]
    return place.columns ? { ...place, columns: moveColumns(place.columns, (at) => offsetOf(from + at) - to) } : place
  }
  return {
    logs: logs.map((log, index) => ({ ...log, source: placed[index]?.redacted ?? log.source })),
    diagnosis: { ...diagnosis, findings: diagnosis.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(movePlace) })) },
  }
}

function moveColumns([start, end]: readonly [number, number], offsetOf: (offset: number) => number): [number, number] {
  return [offsetOf(start - 1) + 1, offsetOf(end - 1) + 1]
}

/** What the quoted lines of a report give away, where the logs themselves are not at hand. */
export function learnQuotes({ findings, unexplained, digests = [] }: Report, redactor: Redactor): void {
  const kept = digests.flatMap((digest) => [...digest.findings.flatMap(({ evidence }) => evidence), ...digest.unexplained])
  const lines = [...findings.flatMap(({ evidence }) => evidence), ...unexplained, ...kept]
  for (const { text } of lines) redactor.learn(text)
}

/** What facts and names give away; a fact's name is the label before its value. */
export function learnFacts({ findings, runs, inputs, groups = [], digests = [] }: Report, redactor: Redactor): void {
  for (const { name } of inputs) learnName(name, redactor)
  const machines = [...groups.flatMap(machinesOf), ...digests.flatMap(({ hosts }) => hosts)]
  redactor.add(machines.map((value) => ({ kind: 'machine', value })))
  const digestedRuns = digests.flatMap((digest) => digest.runs)
  for (const { command, registry } of digestedRuns) {
    if (command !== null) redactor.learn(command)
    redactor.add(factValues(registry === null ? {} : { registry }))
  }
  for (const facts of [
    ...[...findings, ...digests.flatMap((digest) => digest.findings)].flatMap((finding) => [finding.facts, finding.knownFacts]),
    ...[...runs, ...digestedRuns].map(({ environment }) => environment as Record<string, string>),
    ...digestedRuns.map(({ names }) => names),
  ]) {
    redactor.add(factValues(facts))
    for (const [name, value] of Object.entries(facts)) redactor.learn(`${name}: ${value}`)
  }
}

/** What Windows calls a machine, of capitals and a number, and what a folder of somebody's collection is called after. */
const machineFolder = /(?<=^|[\\/])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-(?=[A-Z0-9]*\d)[A-Z0-9]{2,}(?=[\\/])/g
const homeFolder = /(?<=[\\/])(?=(?:home|Users)[\\/])/gi

/** What an input's name gives away: the folder of a home may be copied into any other. */
function learnName(name: string, redactor: Redactor): void {
  // An address before `.log`, or behind a dash, looks like a part of something longer.
  const withoutEndings = name.replace(/(?:\.(?:[a-z]\w{1,5}|\d))+(?=$|!|[\\/])/gi, ' ')
  for (const part of [name, withoutEndings, withoutEndings.replace(/[-_]/g, ' ')]) redactor.learn(part)
  for (const { index } of name.matchAll(homeFolder)) redactor.learn(`/${name.slice(index)}`)
  redactor.add([...name.matchAll(machineFolder)].map(([value]) => ({ kind: 'machine', value })))
}

/** Everything that the redactor knows, and what the report's facts give away beside that. */
function redactReport(report: Report, redactor: Redactor, map: string | null = null): Report {
  learnFacts(report, redactor)
  const hideIn = (prose: Prose) => hideInProse(prose, redactor)
  return {
    ...report,
    redaction: { map },
    summary: hideIn(report.summary),
    ...(report.situation && { situation: hideInFacts(report.situation, redactor) }),
    advice: report.advice.map((remedy) => redactRemedy(remedy, redactor)),
    inputs: report.inputs.map((input) => ({ ...input, name: redactor.hide(input.name) })),
    runs: report.runs.map((run) => redactRun(run, redactor)),
    findings: report.findings.map((finding) => redactFinding(finding, redactor)),
    ...(report.groups && { groups: report.groups.map((group) => redactGroup(group, redactor)) }),
    unexplained: report.unexplained.map((line) => ({
      ...line,
      text: redactor.hide(line.text),
      template: redactor.hide(line.template),
      ...(line.command !== undefined && { command: redactor.hide(line.command) }),
    })),
    ...(report.digests && { digests: report.digests.map((digest) => redactDigest(digest, redactor)) }),
  }
}

/** Its texts one by one: they are all names, facts and lines of a log, and codes and ids, which nobody hides. */
function redactDigest(digest: InputDigest, redactor: Redactor): InputDigest {
  const redactWithin = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return names.has(name) || isPrivateFact(name) ? hideValue(value, redactor) : redactor.hide(value)
    if (Array.isArray(value)) return value.map((inner) => redactWithin(inner, name))
    if (typeof value !== 'object' || value === null) return value
    if ('columns' in value && 'text' in value) return { ...redactFields(value), ...redactEvidence(value as ReportEvidence, redactor) }
    return redactFields(value)
  }
  const redactFields = (fields: object) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactWithin(value, name)]))
  return redactFields(digest) as unknown as InputDigest
}

/** Fields of a digest that hold a name and nothing beside it. */
const names: ReadonlySet<string> = new Set<keyof (InputDigest & RunDigest)>(['registry', 'hosts'])

function redactGroup(group: ReportGroup, redactor: Redactor): ReportGroup {
  const hideName = (name: string) => hideValue(name, redactor)
  return {
    ...group,
    registry: group.registry && hideName(group.registry),
    hosts: group.hosts.map(hideName),
    traits: group.traits.map((trait) => ({ ...trait, value: hideName(trait.value) })),
  }
}

function machinesOf({ hosts, traits }: ReportGroup): string[] {
  return [...hosts, ...traits.flatMap(({ kind, value }) => (kind === 'host' ? [value] : []))]
}

function redactRun(run: ReportRun, redactor: Redactor): ReportRun {
  const checks = run.checks.map((check) => ({ ...check, because: check.because && redactor.hide(check.because) }))
  return { ...run, environment: redactFacts(run.environment, redactor), checks }
}

/** The texts among the fields of plain data. */
function hideInFacts<Data extends object>(data: Data, redactor: Redactor): Data {
  const hidden = Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? hideValue(value, redactor) : value])
  return Object.fromEntries(hidden) as Data
}

/** A value that is known as a whole needs nothing beside it that says what it is. */
function hideValue(value: string, redactor: Redactor): string {
  return redactor.placeholderOf(value) ?? redactor.hide(value)
}

/** Each value by itself: a name among the facts needs nothing beside it that says that it is one. */
function redactFacts<Facts extends object>(facts: Facts, redactor: Redactor): Facts {
  const redactFact = (name: string, value: string) =>
    (isPrivateFact(name) ? redactor.placeholderOf(value) : undefined) ?? redactor.hide(value)
  return Object.fromEntries(
    Object.entries(facts as Record<string, string>).map(([name, value]) => [name, redactFact(name, value)]),
  ) as Facts
}

function redactFinding(finding: ReportFinding<Prose>, redactor: Redactor): ReportFinding<Prose> {
  const hideIn = (prose: Prose) => hideInProse(prose, redactor)
  return {
    ...finding,
    title: hideIn(finding.title),
    facts: redactFacts(finding.facts, redactor),
    knownFacts: redactFacts(finding.knownFacts, redactor),
    evidence: finding.evidence.map((place) => redactEvidence(place, redactor)),
    meaning: hideIn(finding.meaning),
    causes: finding.causes.map((cause) => ({
      ...cause,
      title: hideIn(cause.title),
      text: hideIn(cause.text),
      because: cause.because.map((reason) => redactor.hide(reason)),
      reasons: cause.reasons.map((reason) => hideInFacts(reason, redactor)),
    })),
    remedies: finding.remedies.map((remedy) => redactRemedy(remedy, redactor)),
    decide: finding.decide && { command: redactor.hide(finding.decide.command), reading: hideIn(finding.decide.reading) },
    links: finding.links.filter((link) => isPublic(link, redactor)),
  }
}

function redactEvidence(place: ReportEvidence, redactor: Redactor): ReportEvidence {
  const { text, offsetOf } = redactor.hidePlaced(place.text)
  return { ...place, text, ...(place.columns ? { columns: moveColumns(place.columns, offsetOf) } : {}) }
}

function redactRemedy(remedy: ReportRemedy<Prose>, redactor: Redactor): ReportRemedy<Prose> {
  return { ...remedy, text: hideInProse(remedy.text, redactor), commands: remedy.commands.map((command) => redactor.hide(command)) }
}

function hideInProse(prose: Prose, redactor: Redactor): Prose {
  return prose.map((paragraph) => paragraph.map((inline) => hideInInline(inline, redactor)))
}

function hideInInline(inline: Inline, redactor: Redactor): Inline {
  const hideInAll = (inlines: readonly Inline[]) => inlines.map((inner) => hideInInline(inner, redactor))
  if (typeof inline === 'string') return redactor.hide(inline)
  if ('code' in inline) return { code: redactor.hide(inline.code) }
  if ('strong' in inline) return { strong: hideInAll(inline.strong) }
  if ('emphasis' in inline) return { emphasis: hideInAll(inline.emphasis) }
  const link = isPublic(inline.link, redactor) ? inline.link : null
  return link === null ? { emphasis: hideInAll(inline.children) } : { link, children: hideInAll(inline.children) }
}

/** The catalog's own links are; those of somebody's own pages may lead to a host that nobody else shall know. */
function isPublic(link: string, redactor: Redactor): boolean {
  return redactor.hide(link) === link
}
