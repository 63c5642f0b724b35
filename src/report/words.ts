/** The report's own words: labels and short sentences that belong to no entry. All renderers take them from here. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { Cloud, EntrySeverity, Likelihood, Locale, RunKind, Severity, VersionedTool } from '../catalog/entry.js'
import type { LineClass } from '../diagnose/diagnosis.js'
import type { Reason } from '../log/vocabulary.js'
import type { FindingRole, Verdict } from './report.js'
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
  readonly problems: { readonly binary: string; undecodable(characters: number): string }
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
    healthy(passed: number, where: string | null): string
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
  /** What to do where the log decides nothing. */
  readonly advice: Readonly<Record<'empty' | 'foreign' | 'talk' | 'nothingRecognised' | 'breaksOff' | 'powerShell' | 'lookedFor', string>>
  line(input: string, line: number): string
  lineAlone(line: number): string
  /** A code or a reason, with the line that says so. */
  saidAt(what: string, line: number): string
  /** How often a finding was seen. */
  times(count: number): string
  consequenceOf(code: string): string
  readonly entrySeverities: Readonly<Record<EntrySeverity, string>>
  failsCheck(check: string): string
  /** The Azure CLI releases that print something; at least one of the two is given. */
  releases(since: string | null, until: string | null): string
  alsoCalled(names: readonly string[]): string
  moreEvidence(lines: number): string
  moreSteps(steps: number, command: string): string
  becauseOf(reasons: readonly string[]): string
  readonly listSeparator: string
  readonly colon: string
  lines(input: string, first: number, last: number): string
  moreUnexplained(lines: number): string
  /** @param encodings other than UTF-8 */
  accounting(total: number, encodings: readonly string[], parts: readonly string[]): string
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
    undecodable: (characters) => `${characters} ${plural(characters, 'character')} could not be decoded.`,
  },
  because: {
    finding: (code, isFound, place) => (isFound ? `${code}${at(place)}` : `${code} was not found`),
    fact: (name, value, sort) => (value === null ? `the log gives no ${name}` : `${name} is ${value}${sort ? `, a ${sort} address` : ''}`),
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
    noise: 'beside the point',
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
    healthy: (passed, where) =>
      `${where ? `${where}: ` : ''}${passed === 1 ? 'the one check that was reported passed' : `all ${passed} checks passed`}.`,
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
  lineAlone: (line) => `line ${line}`,
  saidAt: (what, line) => `${what}, line ${line}`,
  times: (count) => `${count} times`,
  consequenceOf: (code) => `follows from ${code}`,
  entrySeverities: { error: 'error', warning: 'warning', info: 'note', noise: 'looks like a failure and is none' },
  failsCheck: (check) => `fails the ${check} check`,
  releases: (since, until) => `Azure CLI ${since && until ? `${since} to ${until}` : since ? `since ${since}` : `until ${until}`}`,
  alsoCalled: (names) => `also called ${names.join(', ')}`,
  moreEvidence: (lines) => `and ${lines} more ${plural(lines, 'line')}`,
  moreSteps: (steps, command) => `${steps} more ${plural(steps, 'step')}: ${command}`,
  becauseOf: (reasons) => reasons.join('; '),
  listSeparator: ', ',
  colon: ': ',
  lines: (input, first, last) => (input === '-' ? `lines ${first}–${last}` : `${input}:${first}–${last}`),
  moreUnexplained: (lines) => `and ${lines} more`,
  accounting: (total, encodings, parts) =>
    `${total} ${plural(total, 'line')} read${encodings.length > 0 ? ` as ${encodings.join(', ')}` : ''}: ${parts.join(', ')}.`,
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

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}

function at(place: string | null): string {
  return place === null ? '' : ` at ${place}`
}

export function wordsFor(locale: Locale): Words {
  return locale === 'zh-CN' ? chinese : english
}
