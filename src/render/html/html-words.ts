/** Words that only the HTML report needs; labels and sentences of every report stand in report/words.ts. */
import type { Locale } from '../../catalog/entry.js'

export interface HtmlWords {
  readonly skip: string
  readonly filter: {
    readonly label: string
    readonly severity: string
    readonly all: string
    readonly found: string
    readonly hint: string
  }
  readonly headings: Readonly<Record<'findings' | 'timeline' | 'byCause' | 'matrix', string>>
  /** What opens the rest of a finding. */
  readonly details: string
  readonly explainedAbove: string
  /** @param stretch in words; @param most sightings in one stretch */
  timeline(first: string, last: string, stretch: string, most: number): string
  minutes(count: number): string
  readonly input: string
  readonly check: string
  readonly fact: string
  readonly verdict: string
  readonly lines: string
  readonly encoding: string
  readonly fewer: (shown: number, all: number) => string
  readonly redacted: string
  readonly madeBy: (version: string, digest: string) => string
  inputs(count: number): string
  readonly noFinding: string
}

const english: HtmlWords = {
  skip: 'Skip to the findings',
  filter: {
    label: 'Search this report',
    severity: 'Severity',
    all: 'all',
    found: '{shown} of {all} findings',
    hint: 'Press / to search.',
  },
  headings: { findings: 'Findings', timeline: 'Over time', byCause: 'By cause', matrix: 'Checks by input' },
  details: 'Why, and what to do',
  explainedAbove: 'What it means and what to do stands with the first finding of this code',
  timeline: (first, last, stretch, most) => `Sightings from ${first} to ${last}, a bar for every ${stretch}, ${most} in the tallest one.`,
  minutes: (count) => {
    if (count % 1440 === 0) return count === 1440 ? 'day' : `${count / 1440} days`
    if (count % 60 === 0) return count === 60 ? 'hour' : `${count / 60} hours`
    return count === 1 ? 'minute' : `${count} minutes`
  },
  input: 'Input',
  check: 'Check',
  fact: 'Fact',
  verdict: 'Verdict',
  lines: 'Lines',
  encoding: 'Encoding',
  fewer: (shown, all) => `The first ${shown} of ${all}, the failing ones first; --format json has all of them.`,
  redacted: 'Private values are replaced by placeholders.',
  madeBy: (version, digest) => `Made offline by acr-explain ${version}, catalog ${digest}.`,
  inputs: (count) => `${count} ${count === 1 ? 'input' : 'inputs'}`,
  noFinding: 'Nothing was found that the catalog knows as a failure.',
}

const chinese: HtmlWords = {
  skip: '跳到发现',
  filter: { label: '在报告中查找', severity: '级别', all: '全部', found: '显示 {shown} 项，共 {all} 项', hint: '按 / 开始查找。' },
  headings: { findings: '发现', timeline: '时间分布', byCause: '按原因', matrix: '各输入的检查' },
  details: '原因和处理办法',
  explainedAbove: '含义和处理办法见这个代码的第一项发现',
  timeline: (first, last, stretch, most) => `${first} 到 ${last} 之间出现的次数，每根柱子代表 ${stretch}，最高的一根是 ${most} 次。`,
  minutes: (count) => {
    if (count % 1440 === 0) return `${count / 1440} 天`
    return count % 60 === 0 ? `${count / 60} 小时` : `${count} 分钟`
  },
  input: '输入',
  check: '检查项',
  fact: '项目',
  verdict: '结论',
  lines: '行数',
  encoding: '编码',
  fewer: (shown, all) => `共 ${all} 项，这里列出前 ${shown} 项，有故障的在前；全部见 --format json。`,
  redacted: '私密值已换成占位符。',
  madeBy: (version, digest) => `由 acr-explain ${version} 离线生成，目录版本 ${digest}。`,
  inputs: (count) => `${count} 个输入`,
  noFinding: '没有发现目录里已知的故障。',
}

export function htmlWordsFor(locale: Locale): HtmlWords {
  return locale === 'zh-CN' ? chinese : english
}
