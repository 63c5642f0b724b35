/** What every renderer says in the same way: places, runs and their environment. */
import { type Prose, toPlainText } from '../catalog/prose.js'
import { outline } from '../report/outline.js'
import type {
  Report,
  ReportCause,
  ReportFinding,
  ReportGroup,
  ReportInput,
  ReportRemedy,
  ReportRun,
  UnexplainedLine,
  Verdict,
} from '../report/report.js'
import type { Words } from '../report/words.js'

/** A finding with those that follow from it. */
export interface ShownFinding {
  readonly finding: ReportFinding<Prose>
  readonly consequences: readonly ReportFinding<Prose>[]
}

/** What is still open, in the report's order, each consequence with the finding behind it. */
export function openFindings(report: Report): ShownFinding[] {
  const findingAt = (index: number) => report.findings[index] as ReportFinding<Prose>
  return outline(report)
    .map(({ index, consequences }) => ({ finding: findingAt(index), consequences: consequences.map(findingAt) }))
    .filter(({ finding }) => finding.state === 'open')
}

/** The name of an input as a reader is told it. */
export function nameOf({ name }: Pick<ReportInput, 'name'>, { standardInput }: Words): string {
  return name === '-' ? standardInput : name
}

/** A line of an input, with the input's name where there is more than one or it has a name. */
export function placeOf({ inputs }: Report, input: number, line: number, words: Words): string {
  return words.line(inputs[input]?.name ?? '-', line)
}

/** The runs that have checks to show. */
export function shownRuns({ runs }: Report): ReportRun[] {
  return runs.filter(({ checks }) => checks.length > 0)
}

/** Where a run stands, what it was, and on which versions and registry it ran. */
export function environmentParts({ kind, lines, input, environment }: ReportRun, report: Report, words: Words): string[] {
  const { azureCli, engine, docker, helm, loginServer, loginServerIp } = environment
  const name = report.inputs[input]?.name ?? '-'
  return [
    words.runKinds[kind],
    ...(loginServer ? [loginServerIp ? `${loginServer} (${loginServerIp})` : loginServer] : []),
    ...(azureCli ? [`Azure CLI ${azureCli}`] : []),
    ...(docker ? [`${engine === 'podman' ? 'Podman' : 'Docker'} ${docker}`] : []),
    ...(helm ? [`Helm ${helm}`] : []),
    ...(report.inputs.length > 1 || report.runs.length > 1 ? [words.lines(name, lines[0], lines[1])] : []),
  ]
}

/** The finding behind a group of a triage. */
export function findingOf({ code, registry }: ReportGroup, { findings }: Report): ReportFinding<Prose> | undefined {
  return findings.find((finding) => finding.code === code && (finding.facts.registry ?? null) === registry)
}

/** Whose registry a group is about. */
export function whereOf({ registry }: ReportGroup, finding: ReportFinding<Prose> | undefined, words: Words): string {
  return finding?.facts.loginServer ?? registry ?? words.triage.withoutRegistry
}

/** The title of the cause that a step helps against; null where it helps against all, or no other cause stands. */
export function causeOfStep(step: ReportRemedy<Prose>, causes: readonly ReportCause<Prose>[]): string | null {
  const standing = causes.filter(({ likelihood }) => likelihood !== 'ruled-out')
  const cause = standing.length > 1 ? standing.find(({ id }) => id === step.for) : undefined
  return cause ? toPlainText(cause.title) : null
}

/** When a group was seen, in words; undefined where no line says so. */
function lastSpan({ firstSeen, lastSeen }: ReportGroup, words: Words): string | undefined {
  return firstSeen && lastSeen ? words.triage.span(readable(firstSeen), readable(lastSeen)) : undefined
}

/** How often an unexplained line stands there, and in how many inputs; empty for one that stands alone. */
export function timesOf({ count, inputCount = 1 }: UnexplainedLine, words: Words): string {
  if (count < 2) return ''
  const where = inputCount > 1 ? `${words.listSeparator}${words.triage.inInputs(inputCount)}` : ''
  return words.aside(`${words.times(count)}${where}`)
}

const MOST_HOSTS = 5
const MOST_EPISODES = 3

/** Where and when a group was seen: how often, over which time, on which machines. */
export function seenParts(group: ReportGroup, words: Words): string[] {
  const span = lastSpan(group, words)
  const { hosts } = group
  return [
    words.triage.seen(group.count, group.inputs.length),
    ...(span ? [span] : []),
    ...(hosts.length > 0 ? [words.triage.hosts(hosts.slice(0, MOST_HOSTS), Math.max(0, hosts.length - MOST_HOSTS))] : []),
  ]
}

/** When a failure began and when it was over, where there is more to say than first and last seen: a head, then one line each. */
export function episodeTexts({ episodes, episodeCount, ...group }: ReportGroup, { inputs }: Report, words: Words): string[] {
  const ended = episodes.filter(({ end }) => end !== null)
  if (ended.length === 0 && episodeCount <= group.inputs.length) return []
  const time = (iso: string | null) => iso && readable(iso)
  const nameOf = (input: number) => inputs[input]?.name ?? '-'
  const shown = episodes.slice(0, MOST_EPISODES).map(({ input, lines, goesOnIn, firstSeen, lastSeen, end }) => {
    const place = words.lines(nameOf(input), lines[0], lines[1])
    const where = goesOnIn.length > 0 ? words.triage.goesOn(place, goesOnIn.length) : place
    const elsewhere = end && end.input !== input ? words.line(nameOf(end.input), end.line) : null
    return words.triage.episode(where, time(firstSeen), time(lastSeen), end && { at: time(end.at), elsewhere })
  })
  const left = episodeCount - shown.length
  return [words.triage.episodes(episodeCount, ended.length), ...shown, ...(left > 0 ? [words.triage.moreInputs(left)] : [])]
}

/** What tells the inputs of a group from the healthy ones: a head, then one line each. */
export function traitTexts({ traits, inputs }: ReportGroup, words: Words): string[] {
  if (traits.length === 0) return []
  const lines = traits.map(({ kind, value, inputCount }) => {
    const some = inputCount < inputs.length ? words.aside(words.triage.inSome(inputCount, inputs.length)) : ''
    return `${words.triage.traitKinds[kind]}${words.colon}${value}${some}`
  })
  return [words.triage.traits(inputs.length), ...lines]
}

/** `2024-11-05T11:10:12.5Z` → `2024-11-05 11:10:12 UTC`. */
function readable(iso: string): string {
  return iso.replace('T', ' ').replace(/\.\d+/, '').replace('Z', ' UTC')
}

const verdictOrder: readonly Verdict[] = ['failing', 'warnings', 'healthy', 'inconclusive']

/** The names of the inputs, by what each shows by itself; verdicts that no input has are left out. */
export function inputsByVerdict({ inputs }: Report, words: Words): [Verdict, string[]][] {
  return verdictOrder
    .map((verdict): [Verdict, string[]] => [
      verdict,
      inputs.filter((input) => input.verdict === verdict).map((input) => nameOf(input, words)),
    ])
    .filter(([, names]) => names.length > 0)
}

/** When anything was seen first and last, as readers are told it; a time line ends with the stretch in which that is. */
export function seenBetween(groups: readonly ReportGroup[]): { readonly first: string; readonly last: string } | null {
  const atOf = (iso: string) => Date.parse(iso.endsWith('Z') ? iso : `${iso}Z`)
  const pick = (isos: readonly (string | null)[], isBetter: (one: number, other: number) => boolean) =>
    isos.reduce((best, iso) => (iso !== null && (best === null || isBetter(atOf(iso), atOf(best))) ? iso : best), null)
  const first = pick(
    groups.map(({ firstSeen }) => firstSeen),
    (one, other) => one < other,
  )
  const last = pick(
    groups.map(({ lastSeen }) => lastSeen),
    (one, other) => one > other,
  )
  return first === null || last === null ? null : { first: readable(first), last: readable(last) }
}
