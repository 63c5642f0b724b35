/** What every part of the HTML report is drawn from. */
import type { Prose } from '../../catalog/prose.js'
import type { Report, ReportFinding, ReportGroup } from '../../report/report.js'
import { type Words, wordsFor } from '../../report/words.js'
import { type HtmlWords, htmlWordsFor } from './html-words.js'

export interface Paper {
  readonly report: Report
  readonly words: Words
  readonly say: HtmlWords
  /** The group of a triage that a finding heads; undefined for consequences, and where there is no triage. */
  groupOf(finding: ReportFinding<Prose>): ReportGroup | undefined
  /** The index of the first finding of a code: the one that is explained at length. */
  firstOf(code: string): number | undefined
}

export function paperFor(report: Report): Paper {
  const groups = new Map((report.groups ?? []).map((group) => [keyOf(group.code, group.registry), group]))
  const firsts = new Map<string, number>()
  report.findings.forEach(({ code }, index) => {
    if (!firsts.has(code)) firsts.set(code, index)
  })
  return {
    report,
    words: wordsFor(report.locale),
    say: htmlWordsFor(report.locale),
    groupOf: ({ code, facts }) => groups.get(keyOf(code, facts.registry ?? null)),
    firstOf: (code) => firsts.get(code),
  }
}

function keyOf(code: string, registry: string | null): string {
  return `${code} ${registry ?? ''}`
}
