/** What the page asks of its worker, and what it gets. */
import type { Locale } from '../../catalog/entry.js'
import type { Difference } from '../../diff/compare-reports.js'
import type { Report } from '../../report/report.js'

/** A paste (a text) or a file (bytes on disk), not read yet. */
export interface Source {
  /** A file's name, or `-`. */
  readonly name: string
  readonly content: string | Blob
}

/** How a report is told. */
export interface Telling {
  readonly locale: Locale
  /** Whether placeholders stand for private values in all that is answered. */
  readonly isRedacted: boolean
}

export interface Calls {
  /** Reads and explains the sources, and keeps what it read for the other calls. */
  explain: { readonly request: Telling & { readonly sources: readonly Source[] }; readonly answer: Explained }
  /** The report of what is kept, told in another way; the excerpts have the lines in them that were unfolded. */
  reword: { readonly request: Telling & { readonly unfolded: readonly LineRange[] }; readonly answer: Explained }
  /** Lines of an input that is kept. */
  lines: { readonly request: LineRange; readonly answer: Stretch }
  /** Explains two sets of sources, and tells what differs. Nothing of it is kept. */
  compare: {
    readonly request: Telling & { readonly before: readonly Source[]; readonly after: readonly Source[] }
    readonly answer: Compared
  }
  /** The report of what is kept, whole, in one of the formats. */
  render: { readonly request: { readonly format: string }; readonly answer: string }
  /** The bytes of the catalog's search index, which takes longer to make than a page may be silent. */
  searchIndex: { readonly request: Readonly<Record<string, never>>; readonly answer: Uint8Array }
}
export type CallName = keyof Calls

/** Successive lines of an input, from 1; both ends count. */
export interface LineRange {
  readonly input: number
  readonly first: number
  readonly last: number
}

export interface Explained {
  readonly isRedacted: boolean
  /** At most as much of it as a page can show. */
  readonly report: Report
  readonly omitted: Omitted
  readonly unread: readonly Unread[]
  /** For each input, the stretches of its log that are worth showing. */
  readonly excerpts: readonly (readonly Stretch[])[]
}

export interface Compared {
  readonly isRedacted: boolean
  /** Both at most as much as a page can show. */
  readonly before: Report
  readonly after: Report
  readonly difference: Difference
}

/** A file, or a member of an archive, that was left aside. */
export interface Unread {
  readonly name: string
  readonly reason: 'damaged' | 'encrypted' | 'tooLarge' | 'tooMany' | 'tooDeep' | 'unreadable'
}

/** How much of the report a page is spared; `render` gives all of it. */
export interface Omitted {
  readonly runs: number
  readonly findings: number
  /** Lines of evidence, by finding. */
  readonly evidence: readonly number[]
  readonly unexplained: number
}

/** Successive lines of a log as they may be shown: bounded, without live credentials or control characters. */
export interface Stretch {
  /** 1-based. */
  readonly first: number
  readonly lines: readonly string[]
}

export interface CallMessage {
  readonly id: number
  readonly name: CallName
  readonly request: Calls[CallName]['request']
}

export type ReplyMessage =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Calls[CallName]['answer'] }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'failure'; readonly reason: string }

export interface Progress {
  readonly step: 'reading' | 'explaining' | 'hiding'
  /** From 0 to 1; null where nobody knows. */
  readonly share: number | null
}
