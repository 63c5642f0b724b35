/** The report's own words: labels and short sentences that belong to no entry. All renderers take them from here. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { Cloud, EntrySeverity, Likelihood, Locale, RunKind, Severity, VersionedTool } from '../catalog/entry.js'
import type { ReleaseFit } from '../catalog/release.js'
import type { LineClass } from '../diagnose/diagnosis.js'
import type { Reason } from '../log/vocabulary.js'
import type { ReadAs, TextFlaws } from '../text/decode.js'
import type { FindingRole, TraitKind, Verdict } from './report.js'
import { chinese } from './words-zh.js'

export interface Words {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly roles: Readonly<Record<FindingRole, string>>
  readonly likelihoods: Readonly<Record<Likelihood, string>>
  readonly statuses: Readonly<Record<CheckStatus, string>>
  readonly checks: Readonly<Record<CheckId, string>>
  readonly runKinds: Readonly<Record<RunKind, string>>
  readonly clouds: Readonly<Record<Cloud, string>>
  readonly tools: Readonly<Record<VersionedTool, string>>
  /** Why a check has no result. */
  readonly reasons: Readonly<Record<Reason, string>>
  /** What of an input was not read. */
  readonly problems: Readonly<
    Record<
      | 'binary'
      | 'link'
      | 'special file'
      | 'unsafe name'
      | 'encrypted'
      | 'cut off'
      | 'damaged'
      | 'wrong size'
      | 'rest unread'
      | 'interrupted'
      | 'not reached',
      string
    >
  > & {
    /** Each flaw in a sentence. */
    flawed(flaws: TextFlaws): string
    unreadable(reason: string): string
    unreadFormat(format: string): string
    tooDeep(depth: number): string
    tooMany(entries: number, skipped: number): string
    tooLarge(mebibytes: number): string
    bomb(ratio: number): string
  }
  /** Why a cause is as likely as it is. */
  readonly because: {
    finding(code: string, isFound: boolean, place: string | null): string
    fact(name: string, value: string | null, sort: 'private' | 'public' | null): string
    check(check: CheckId, status: CheckStatus, place: string | null): string
    version(tool: VersionedTool, version: string): string
    cloud(cloud: Cloud): string
    text(text: string, place: string | null): string
    run(kind: RunKind): string
  }
  readonly headings: Readonly<
    Record<'checks' | 'causes' | 'remedies' | 'deciding' | 'unexplained' | 'advice' | 'more' | 'signatures' | 'seeAlso', string>
  >
  readonly cleared: string
  readonly lineClasses: Readonly<Record<LineClass | 'skipped', string>>
  readonly summary: {
    failing(code: string, title: string, where: string | null): string
    others(consequences: number, findings: number): string
    unknownCode(code: string): string
    unknownFailure(check: string): string
    warnings(code: string, title: string, where: string | null): string
    healthy(passed: number, skipped: number, where: string | null): string
    succeeded(kind: RunKind, where: string | null): string
    cleared(codes: readonly string[]): string
    notes(code: string, title: string): string
    breaksOff(passed: number, reason: string): string
    /** @param host of another company's registry */
    foreign(host: string): string
    talk(code: string): string
    nothingRecognised: string
    empty: string
    binary: string
  }
  /** What a report over many inputs says. */
  readonly triage: TriageWords
  /** What a comparison of two reports says. */
  readonly difference: DifferenceWords
  /** What to do where the log decides nothing. */
  readonly advice: Readonly<Record<'empty' | 'foreign' | 'talk' | 'nothingRecognised' | 'breaksOff' | 'powerShell' | 'lookedFor', string>>
  line(input: string, line: number): string
  /** What "-" names. */
  readonly standardInput: string
  lineAlone(line: number): string
  /** A code or a reason, with the line that says so. */
  saidAt(what: string, line: number): string
  /** How often a finding was seen. */
  times(count: number): string
  /** Something said by the way, behind what it is about. */
  aside(text: string): string
  consequenceOf(code: string): string
  readonly entrySeverities: Readonly<Record<EntrySeverity, string>>
  failsCheck(check: string): string
  /** The Azure CLI releases that print something; at least one of the two is given. */
  releases(since: string | null, until: string | null): string
  /** What follows from the release that the log names, or that is asked about; null where nothing does. */
  releaseNote(fit: ReleaseFit, installed: string, since: string | null, until: string | null): string | null
  alsoCalled(names: readonly string[]): string
  /** Where an entry comes from that does not ship with the program. */
  from(page: string): string
  moreEvidence(lines: number): string
  moreSteps(steps: number, command: string): string
  becauseOf(reasons: readonly string[]): string
  /** Before a step that helps against one cause of several. */
  helpsAgainst(cause: string): string
  readonly listSeparator: string
  readonly clauseSeparator: string
  readonly colon: string
  lines(input: string, first: number, last: number): string
  moreUnexplained(lines: number): string
  /** @param encodings other than UTF-8 */
  accounting(total: number, encodings: readonly ReadAs[], parts: readonly string[]): string
}

export interface DifferenceWords {
  readonly headings: Readonly<Record<keyof DifferenceCounts | 'facts' | 'before' | 'after', string>>
  /** Beside a finding that is gone without a sign that it works. */
  readonly unproven: string
  /** How many findings of each sort, as a sentence. */
  outcome(counts: DifferenceCounts): string
  /** Sentences that follow it. */
  readonly nothingLeft: string
  readonly undecided: string
  unshown(codes: readonly string[]): string
  /** Facts by name; those that are not here show their name. */
  readonly factNames: Readonly<Record<string, string>>
  /** For an arrow that is read out. */
  readonly became: string
  /** The reason of a finding of which the log says nothing. */
  readonly noReason: string
}

/** Findings by what became of them; `gone` are those that are not seen any more without a sign that they are mended. */
export type DifferenceCounts = Readonly<Record<'fixed' | 'gone' | 'remaining' | 'changed' | 'added', number>>

export interface TriageWords {
  summary(counts: TriageCounts): string
  readonly headings: Readonly<Record<'causes' | 'timeline' | 'cleared' | 'inputs' | 'problems' | 'unexplained', string>>
  /** Where a group was seen: how often, in how many inputs. */
  seen(count: number, inputs: number): string
  /** When; equal times are one. ISO times, made readable by the renderer. */
  span(first: string, last: string): string
  moreInputs(count: number): string
  moreGroups(count: number): string
  readonly withoutRegistry: string
  /** The machines that wrote the lines; `left` more are not named. */
  hosts(names: readonly string[], left: number): string
  /** How often a failure began, of those that are listed how often it was over again. */
  episodes(count: number, ended: number): string
  /** One of them, in readable times; `end` is when it was over, null where that is not known. */
  /** @param inputs how many later ones of the same log */
  goesOn(place: string, inputs: number): string
  episode(place: string, first: string | null, last: string | null, end: Ending): string
  /** What heads the traits of a group. */
  traits(inputs: number): string
  readonly traitKinds: Readonly<Record<TraitKind, string>>
  /** A trait that only so many of the inputs have. */
  inSome(inputs: number, all: number): string
  /** What heads the chart of a time line: length of a stretch, first and last one. */
  timeline(minutes: number, first: string, last: string): string
  /** Unexplained lines that are counted and not listed. */
  unlisted(lines: number): string
  readonly incomplete: string
  inInputs(inputs: number): string
  /** So many inputs, by what they show. */
  ofVerdict(inputs: number, verdict: Verdict): string
}

/** How an episode ended: at a known time, or at a time that no line says; in another input, or not; or not at all. */
export type Ending = { readonly at: string | null; readonly elsewhere: string | null } | null

export interface TriageCounts {
  readonly inputs: number
  /** Open root causes by severity, and those that are over. */
  readonly errors: number
  readonly warnings: number
  readonly cleared: number
  /** Inputs by verdict; those with warnings alone count as healthy. */
  readonly failing: number
  readonly healthy: number
  readonly inconclusive: number
}

const english: Words = {
  verdicts: { healthy: 'healthy', warnings: 'warnings', failing: 'failing', inconclusive: 'inconclusive' },
  severities: { error: 'error', warning: 'warning', info: 'note' },
  roles: { 'root-cause': 'root cause', consequence: 'consequence', independent: 'independent' },
  likelihoods: { confirmed: 'confirmed', likely: 'likely', possible: 'possible', 'ruled-out': 'ruled out' },
  statuses: { passed: 'passed', failed: 'failed', skipped: 'skipped', 'not-run': 'not run' },
  checks: {
    'docker-command': 'Docker client',
    'docker-daemon': 'Docker daemon',
    'docker-version': 'Docker version',
    'docker-pull': 'test pull',
    'azure-cli-version': 'Azure CLI version',
    'dns-lookup': 'DNS lookup',
    'challenge-endpoint': 'challenge endpoint',
    'refresh-token': 'refresh token',
    'access-token': 'access token',
    'cmk-identity': 'encryption identity',
    'private-endpoint-dns': 'private endpoint DNS',
    'helm-version': 'Helm version',
    'notary-version': 'Notary version',
  },
  runKinds: {
    'check-health': 'az acr check-health',
    login: 'login',
    docker: 'Docker',
    kubernetes: 'Kubernetes',
    helm: 'Helm',
    task: 'ACR task',
    other: 'other output',
  },
  clouds: { public: 'Azure public cloud', china: 'Azure China', usgov: 'Azure US Government' },
  tools: { azureCli: 'Azure CLI', docker: 'Docker', helm: 'Helm', notary: 'Notary' },
  reasons: {
    'prompt-declined': 'the question before the test pull was answered with no',
    'cloud-shell': 'Azure Cloud Shell does not support it',
    'not-logged-in': 'the CLI is not signed in',
    crashed: 'the CLI itself crashed',
    'no-terminal': 'the CLI wanted to ask a question and had no terminal (--yes was missing)',
    'vnet-check-failed': 'the DNS routing to the private endpoint is not right',
    'log-ends': 'the log ends before it',
  },
  problems: {
    binary: 'This is a binary file, not text.',
    flawed: ({ undecodable, nulls, change, isCutOff }) =>
      [
        undecodable &&
          `${undecodable.count} ${plural(undecodable.count, 'character')} could not be decoded${undecodable.count > 1 ? ', the first' : ''} in line ${undecodable.line}.`,
        nulls &&
          `${nulls.count} NUL ${plural(nulls.count, 'character')}${nulls.count > 1 ? ' from' : ' in'} line ${nulls.line}${nulls.count > 1 ? ' on' : ''}.`,
        change && `From line ${change.line} on it is in another encoding, ${change.encoding}, and was read as such.`,
        isCutOff && 'It ends in the middle of a character.',
      ]
        .filter(Boolean)
        .join(' '),
    link: 'A link, not followed.',
    'special file': 'A device, a pipe or a socket, not read.',
    'unsafe name': 'Its name leads out of the archive; not read.',
    encrypted: 'Encrypted; not read.',
    'cut off': 'It ends in the middle; what came before was read.',
    damaged: 'Damaged; what came before the damage was read.',
    'wrong size': 'It is not as long as its archive says; read up to there.',
    'rest unread': 'A limit was reached; the rest of this archive was not read.',
    interrupted: 'Interrupted; read up to there.',
    'not reached': 'Interrupted before its turn; not read.',
    unreadable: (reason) => `Cannot be read (${reason}).`,
    unreadFormat: (format) => `This kind of archive (${format}) is not read; unpack it first.`,
    tooDeep: (depth) => `More than ${depth} archives within each other; not read.`,
    tooMany: (entries, skipped) => `More than ${entries} members; the other ${skipped} were not read.`,
    tooLarge: (mebibytes) => `More than ${mebibytes} MiB; read up to there.`,
    bomb: (ratio) => `It unpacks to more than ${ratio} times its size, as archives do that are built to hurt; read up to there.`,
  },
  because: {
    finding: (code, isFound, place) => (isFound ? `${code}${at(place)}` : `${code} was not found`),
    fact: (name, value, sort) =>
      value === null
        ? `the log does not give ${factInWords(name)}`
        : `${factInWords(name)} is ${value}${sort ? `, a ${sort} address` : ''}`,
    check: (check, status, place) =>
      `the ${english.checks[check]} check ${status === 'passed' || status === 'failed' ? '' : 'was '}${english.statuses[status]}${at(place)}`,
    version: (tool, version) => `${english.tools[tool]} is ${version}`,
    cloud: (cloud) => `the registry is in ${english.clouds[cloud]}`,
    text: (text, place) => (place === null ? `the log does not say “${text}”` : `“${text}”${at(place)}`),
    run: (kind) => `the command was ${english.runKinds[kind]}`,
  },
  headings: {
    checks: 'Checks',
    causes: 'Why',
    remedies: 'What to do',
    deciding: 'What would decide it',
    unexplained: 'Not explained',
    advice: 'What to do',
    more: 'Read on',
    signatures: 'What a log says',
    seeAlso: 'See also',
  },
  cleared: 'cleared: it succeeded later on',
  lineClasses: {
    evidence: 'evidence',
    routine: 'routine',
    noise: 'unrelated',
    unexplained: 'unexplained',
    blank: 'blank',
    unreadable: 'unreadable',
    skipped: 'skipped',
  },
  summary: {
    failing: (code, title, where) => `${where ? `${where}: ` : ''}${title} (${code}).`,
    others: (consequences, findings) =>
      [
        consequences > 0 ? `${consequences} ${plural(consequences, 'finding')} ${consequences === 1 ? 'follows' : 'follow'} from it` : '',
        findings > 0 ? `${findings} more ${plural(findings, 'finding')}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    unknownCode: (code) => `The log reports ${code}, which this catalog does not know.`,
    unknownFailure: (check) => `The ${check} check failed, and the log gives no code for it.`,
    warnings: (code, title, where) => `${where ? `${where}: nothing` : 'Nothing'} failed; a warning: ${title} (${code}).`,
    healthy: (passed, skipped, where) => {
      const all = passed === 1 ? 'the one check that was reported passed' : `all ${passed} checks passed`
      const some = `${passed} ${plural(passed, 'check')} passed, ${skipped} ${skipped === 1 ? 'was' : 'were'} skipped`
      return `${where ? `${where}: ` : ''}${skipped > 0 ? some : all}.`
    },
    succeeded: (kind, where) => `${where ? `${where}: the` : 'The'} ${successes[kind]}.`,
    cleared: (codes) => `What failed earlier (${codes.join(', ')}) has succeeded since.`,
    notes: (code, title) => `No failure was recognised; worth knowing: ${title} (${code}).`,
    breaksOff: (passed, reason) =>
      `${passed === 0 ? 'No check has a result' : `${passed} ${plural(passed, 'check')} passed`}, and nothing is known of the rest: ${reason}.`,
    foreign: (host) => `What failed here is ${host}, and that is no Azure container registry.`,
    talk: (code) => `The text speaks of ${code}, but shows no run in which it happened.`,
    nothingRecognised: 'Nothing in this text was recognised: no run of a check, no known code and no known message.',
    empty: 'The input is empty. Azure CLI writes the whole check to standard error, so "> out.txt" alone saves an empty file.',
    binary: 'The input is a binary file, not text.',
  },
  triage: {
    summary: ({ inputs, errors, warnings, cleared, failing, healthy, inconclusive }) => {
      const causes = [
        errors > 0 ? `${errors} ${plural(errors, 'root cause')} of failure` : '',
        warnings > 0 ? `${warnings} ${plural(warnings, 'warning')}` : '',
        cleared > 0 ? `${cleared} ${plural(cleared, 'failure')} since cleared` : '',
      ].filter(Boolean)
      const files = [
        failing > 0 ? `${failing} failing` : '',
        healthy > 0 ? `${healthy} healthy` : '',
        inconclusive > 0 ? `${inconclusive} that ${inconclusive === 1 ? 'decides' : 'decide'} nothing` : '',
      ].filter(Boolean)
      const what = causes.length > 0 ? causes.join(', ') : 'No known failure'
      return `${what} in ${inputs} ${plural(inputs, 'input')}${files.length > 0 ? `: ${files.join(', ')}` : ''}.`
    },
    headings: {
      causes: 'Root causes',
      timeline: 'When',
      cleared: 'Over by now',
      inputs: 'Inputs',
      problems: 'Not read, or not in full',
      unexplained: 'Failures that nothing explains',
    },
    seen: (count, inputs) => `${count} ${plural(count, 'time')} in ${inputs} ${plural(inputs, 'input')}`,
    span: (first, last) => (first === last ? `at ${first}` : `from ${first} to ${last}`),
    moreInputs: (count) => `and ${count} more`,
    moreGroups: (count) => `and ${count} more root ${plural(count, 'cause')}; --format json has all of them`,
    withoutRegistry: 'registry not named',
    hosts: (names, left) => `on ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`,
    episodes: (count, ended) =>
      `${count} episodes, ${ended === count ? 'all of them over' : ended === 0 ? 'none of them over' : `${ended} of them over`}`,
    goesOn: (place, inputs) => `${place} and on in ${inputs} later ${plural(inputs, 'input')}`,
    episode: (place, first, last, end) => {
      const span = first === null || last === null ? '' : first === last ? ` at ${first}` : ` from ${first} to ${last}`
      const over = end && `, over ${end.at === null ? 'since' : `at ${end.at}`}${end.elsewhere === null ? '' : ` (${end.elsewhere})`}`
      return `${place}${span}${over ?? ', no end in sight'}`
    },
    traits: (inputs) => `In common to ${inputs === 2 ? 'both' : `the ${inputs}`} inputs, and in no healthy one:`,
    traitKinds: {
      ...{ host: 'machine', azureCli: 'Azure CLI', docker: 'Docker', engine: 'engine', dockerPlatform: 'platform', helm: 'Helm' },
      ...{ notary: 'Notary', loginServer: 'login server', loginServerIp: 'address of the login server', cloud: 'cloud' },
      ...{ folder: 'folder', encoding: 'encoding', line: 'line' },
    },
    inSome: (inputs, all) => `in ${inputs} of ${all}`,
    timeline: (minutes, first, last) => `${first} to ${last}, a column ${duration(minutes)}`,
    unlisted: (lines) => `${lines} more unexplained ${plural(lines, 'line')} in too many shapes to list`,
    incomplete: 'Interrupted: this is the report of what was read so far.',
    inInputs: (inputs) => `in ${inputs} inputs`,
    ofVerdict: (inputs, verdict) => `${inputs} ${verdict === 'warnings' ? 'with warnings' : english.verdicts[verdict]}`,
  },
  difference: {
    headings: {
      fixed: 'Fixed',
      gone: 'Not seen any more',
      remaining: 'Still there',
      changed: 'Still there, for another reason',
      added: 'New',
      facts: 'What else is different',
      before: 'Before',
      after: 'After',
    },
    unproven: 'The later log does not show that it works.',
    outcome: ({ fixed, gone, remaining, changed, added }) => {
      const parts = [
        fixed > 0 && `${fixed} fixed`,
        gone > 0 && `${gone} not seen any more`,
        remaining > 0 && `${remaining} still there`,
        changed > 0 && `${changed} for another reason`,
        added > 0 && `${added} new`,
      ].filter(Boolean)
      return parts.length > 0 ? `${parts.join(', ')}.` : 'Neither log has an open finding.'
    },
    nothingLeft: ' No failure is left.',
    undecided: ' The later log does not show how it went.',
    unshown: (codes) => ` The later log does not show that ${codes.join(', ')} ${codes.length === 1 ? 'is' : 'are'} over.`,
    factNames: {
      ...{
        loginServer: 'Login server',
        loginServerIp: 'Address of the login server',
        registry: 'Registry',
        clientIp: 'Address of the client',
      },
      ...{ engine: 'Engine', dockerPlatform: 'Platform', cloud: 'Cloud', status: 'HTTP status' },
    },
    became: 'became',
    noReason: 'the log does not tell why',
  },
  advice: {
    empty: 'Capture standard error together with standard output, in a shell like this:',
    foreign: 'If a task, a build or a cache rule of an Azure container registry needed it, add the lines that say so.',
    talk: 'Read what the code means:',
    nothingRecognised: 'Run the check on the machine where it fails, and keep all of its output:',
    breaksOff: 'Run it again and keep all of its output, to the closing line:',
    powerShell: 'In Windows PowerShell:',
    lookedFor:
      'Looked for: the output of az acr check-health and az acr login, and the messages of docker, Kubernetes, Helm and Azure about a container registry.',
  },
  line: (input, line) => (input === '-' ? `line ${line}` : `${input}:${line}`),
  standardInput: 'standard input',
  lineAlone: (line) => `line ${line}`,
  saidAt: (what, line) => `${what}, line ${line}`,
  times: (count) => `${count} times`,
  aside: (text) => ` (${text})`,
  consequenceOf: (code) => `follows from ${code}`,
  entrySeverities: { error: 'error', warning: 'warning', info: 'note', noise: 'looks like a failure and is none' },
  failsCheck: (check) => `fails the ${check} check`,
  releases: (since, until) => `Azure CLI ${since && until ? `${since} to ${until}` : since ? `since ${since}` : `until ${until}`}`,
  releaseNote: (fit, installed, since, until) => {
    if (fit === 'older') return `Azure CLI ${installed} is older than ${since}, the first release known to print this.`
    if (fit === 'newer') return `Azure CLI ${installed} is newer than ${until}, the last release known to print this.`
    return until && `Azure CLI ${installed} prints this; ${until} is the last release that does, so an update ends it.`
  },
  alsoCalled: (names) => `also called ${names.join(', ')}`,
  from: (page) => `from ${page}`,
  moreEvidence: (lines) => `and ${lines} more ${plural(lines, 'line')}`,
  moreSteps: (steps, command) => `${steps} more ${plural(steps, 'step')}: ${command}`,
  becauseOf: (reasons) => reasons.join('; '),
  helpsAgainst: (cause) => `If ${cause}`,
  listSeparator: ', ',
  clauseSeparator: '; ',
  colon: ': ',
  lines: (input, first, last) => (input === '-' ? `lines ${first}–${last}` : `${input}:${first}–${last}`),
  moreUnexplained: (lines) => `and ${lines} more`,
  accounting: (total, encodings, parts) =>
    `${total} ${plural(total, 'line')} read${encodings.length > 0 ? ` as ${encodings.map(readAs).join(', ')}` : ''}: ${parts.join(', ')}.`,
}

const successes: Readonly<Record<RunKind, string>> = {
  'check-health': 'check succeeded',
  login: 'login succeeded',
  docker: 'pull or push succeeded',
  kubernetes: 'image was pulled',
  helm: 'chart was pushed or pulled',
  task: 'run succeeded',
  other: 'command succeeded',
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'a day' : `${minutes / 1440} days`
  if (minutes % 60 === 0) return minutes === 60 ? 'an hour' : `${minutes / 60} hours`
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

function readAs({ encoding, isGuess }: ReadAs): string {
  return isGuess ? `${encoding} (a guess)` : encoding
}

const facts: Readonly<Record<string, string>> = {
  loginServerIp: "the login server's address",
  clientIp: "the client's address",
  status: 'the HTTP status',
}

/** A fact as sentences name it; by its own name where there are no words for it. */
function factInWords(name: string): string {
  return facts[name] ?? name
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}

function at(place: string | null): string {
  return place === null ? '' : ` at ${place}`
}

export function wordsFor(locale: Locale): Words {
  return locale === 'zh-CN' ? chinese : english
}
