/** What the page says itself. What a report says stands in report/words.ts. */
import type { Locale } from '../catalog/entry.js'
import type { Part } from '../search/build-index.js'
import { chinese } from './page-words-zh.js'
import type { Unread } from './worker/calls.js'

export interface PageWords {
  /** The language's own name, as the switch to it shows it. */
  readonly ownName: string
  readonly skipToContent: string
  readonly nav: Readonly<Record<'label' | 'explain' | 'lookUp' | 'compare', string>>
  readonly paste: {
    readonly title: string
    readonly intro: string
    readonly label: string
    readonly placeholder: string
    readonly choose: string
    readonly orDrop: string
    readonly dropHere: string
    readonly trySample: string
    readonly promise: string
  }
  readonly samples: Readonly<Record<SampleName, string>>
  readonly redaction: {
    readonly hide: string
    readonly explained: string
    /** What stands in place of a paste that may not be shown. */
    pasted(lines: number): string
    files(count: number): string
  }
  readonly work: {
    readonly reading: string
    readonly explaining: string
    readonly hiding: string
    readonly cancel: string
    readonly cancelled: string
    failed(reason: string): string
    readonly unread: Readonly<Record<Unread['reason'], string>>
    moreUnread(count: number): string
  }
  readonly report: {
    readonly label: string
    readonly copyMarkdown: string
    download(format: string): string
    readonly print: string
    readonly path: string
    run(number: number, total: number): string
    moreRuns(count: number): string
    readonly brokeHere: string
    readonly findings: string
    readonly evidence: string
    readonly rest: string
    readonly showsAll: string
    omitted(count: number): string
    readonly lookUpEntry: string
    readonly consequences: string
    readonly cleared: string
  }
  readonly log: {
    readonly label: string
    readonly edit: string
    readonly done: string
    readonly clear: string
    readonly copyLine: string
    hidden(count: number): string
    opens(line: number, codes: string): string
    lineCount(lines: number): string
    quietFiles(count: number): string
  }
  readonly copy: { readonly copy: string; readonly copied: string; readonly failed: string }
  readonly compare: Readonly<Record<'title' | 'intro', string>>
  readonly lookUp: {
    readonly title: string
    readonly label: string
    readonly hint: string
    readonly placeholder: string
    found(count: number): string
    nothing(words: string): string
    readonly parts: Readonly<Record<Part, string>>
    readonly groups: Readonly<Record<string, string>>
    unknown(code: string): string
    readonly didYouMean: string
    readonly backToSearch: string
    readonly consequenceOf: string
    readonly foundWhen: string
    readonly evidence: string
  }
  readonly colon: string
}

export const SAMPLE_NAMES = ['firewall', 'proxy', 'dockerStopped', 'signIn', 'fixed'] as const
export type SampleName = (typeof SAMPLE_NAMES)[number]

const english: PageWords = {
  ownName: 'English',
  skipToContent: 'Skip to content',
  nav: { label: 'Views', explain: 'Explain', lookUp: 'Look up', compare: 'Compare' },
  paste: {
    title: 'Paste what failed.',
    intro:
      'What az acr check-health, az acr login, docker push or a pod that cannot pull has printed: all of it, however it was saved. You get the cause, the evidence and the next command.',
    label: 'Output of the failed command',
    placeholder: '$ az acr check-health --name myregistry --yes\nDocker daemon status: available\n…',
    choose: 'Choose files',
    orDrop: 'or drop files or a zip anywhere on this page',
    dropHere: 'Drop to explain',
    trySample: 'Nothing at hand? Try',
    promise: 'Read in this page alone. It cannot send anything anywhere, and it stores nothing you paste.',
  },
  samples: {
    firewall: 'a login server at a private address',
    proxy: 'a proxy in a build',
    dockerStopped: 'Docker refuses its socket',
    signIn: 'a sign-in that is refused',
    fixed: 'before and after a fix',
  },
  redaction: {
    hide: 'Hide private values',
    explained: 'Placeholders for names, addresses, ids and secrets, in all that is shown, copied and downloaded',
    pasted: (lines) => `${lines} pasted ${lines === 1 ? 'line' : 'lines'}`,
    files: (count) => `${count} ${count === 1 ? 'file' : 'files'}`,
  },
  work: {
    reading: 'Reading',
    explaining: 'Explaining',
    hiding: 'Hiding private values',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing is kept of it.',
    failed: (reason) => `This could not be explained: ${reason}. That is a bug of acr-explain; a smaller piece of the log may work.`,
    unread: {
      damaged: 'not read: damaged.',
      encrypted: 'not read: encrypted. Unpack it with its password first.',
      tooLarge: 'not read: together with the others it unpacks to more than 512 MiB.',
      tooMany: 'not read: there are more than 10,000 files in the archive.',
      tooDeep: 'not read: an archive in an archive in an archive.',
      unreadable: 'the browser cannot read it. A folder has to be zipped first.',
    },
    moreUnread: (count) => `and ${count} more`,
  },
  report: {
    label: 'Report',
    copyMarkdown: 'Copy as Markdown',
    download: (format) => `Download ${format}`,
    print: 'Print',
    path: 'The way to the registry',
    run: (number, total) => `Run ${number} of ${total}`,
    moreRuns: (count) => `${count} more ${count === 1 ? 'run' : 'runs'}`,
    brokeHere: 'it broke here',
    findings: 'Findings',
    evidence: 'Evidence',
    rest: 'Other findings',
    showsAll: 'Show all',
    omitted: (count) => `and ${count} more; a download has all of them`,
    lookUpEntry: 'Its page',
    consequences: 'What follows from it',
    cleared: 'Cleared',
  },
  log: {
    label: 'Log',
    edit: 'Edit',
    done: 'Done',
    clear: 'Clear',
    copyLine: 'Copy the line',
    hidden: (count) => `${count} ${count === 1 ? 'line' : 'lines'}`,
    opens: (line, codes) => `Line ${line}, evidence for ${codes}: open the finding`,
    lineCount: (lines) => `${lines} ${lines === 1 ? 'line' : 'lines'}`,
    quietFiles: (count) => `${count} more ${count === 1 ? 'file' : 'files'} in which nothing is marked`,
  },
  copy: { copy: 'Copy', copied: 'Copied', failed: 'Not copied' },
  compare: {
    title: 'Compare',
    intro: 'A log from before a change and one from after it: what the change fixed, what it left, what is new.',
  },
  lookUp: {
    title: 'Look up',
    label: 'A code, a status, or words from a message',
    hint: 'Press / to search from anywhere, arrows to choose, Enter to open.',
    placeholder: 'CONNECTIVITY_DNS_ERROR, 403 firewall, unauthorized…',
    found: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`,
    nothing: (words) => `Nothing resembles “${words}”. Try fewer words, or paste the whole message under Explain.`,
    parts: {
      code: 'code',
      alias: 'also called',
      title: 'title',
      keyword: 'keyword',
      cause: 'cause',
      signature: 'message',
      group: 'group',
      meaning: 'meaning',
      advice: 'advice',
    },
    groups: {
      'check-health': 'az acr check-health',
      'azure-cli': 'Azure CLI',
      'docker-client': 'Docker and Podman',
      network: 'Network',
      tls: 'TLS and certificates',
      authentication: 'Authentication',
      'registry-api': 'Registry',
      'quota-throttling': 'Limits',
      'encryption-cmk': 'Encryption',
      'azure-resource-manager': 'Azure Resource Manager',
      kubernetes: 'Kubernetes',
      'tasks-build': 'Tasks and builds',
      'import-transfer': 'Import and transfer',
      'helm-oci': 'Helm and OCI',
      signing: 'Signing',
    },
    unknown: (code) => `There is no entry ${code}.`,
    didYouMean: 'Did you mean one of these?',
    backToSearch: 'All entries',
    consequenceOf: 'Often follows from',
    foundWhen: 'Found when',
    evidence: 'Evidence for it',
  },
  colon: ': ',
}

export function pageWordsFor(locale: Locale): PageWords {
  return locale === 'zh-CN' ? chinese : english
}
