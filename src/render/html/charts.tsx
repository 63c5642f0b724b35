/** Charts as SVG inside the page: what they show is also said in words, beside them or to a screen reader alone. */

import type { Severity } from '../../catalog/entry.js'
import { toPlainText } from '../../catalog/prose.js'
import { seenBetween } from '../glance.js'
import type { Paper } from './paper.js'
import { breakable } from './prose.js'
import { sentence } from './sentence.js'

const severities: readonly Severity[] = ['error', 'warning', 'info']
const WIDTH = 1000
const HEIGHT = 120
const MOST_CAUSES = 12

/** How often anything was seen in each stretch of time, the gravest at the bottom. */
export function Timeline({ paper: { report, words, say } }: { readonly paper: Paper }) {
  const { timeline, groups = [] } = report
  if (!timeline || timeline.starts.length < 2) return null
  const { starts, minutes } = timeline
  const counts = severities.map((severity) =>
    starts.map((_, at) => sum(groups.filter((group) => group.severity === severity).map((group) => group.timeline[at] ?? 0))),
  )
  const totals = starts.map((_, at) => sum(counts.map((one) => one[at] ?? 0)))
  const most = greatest(totals)
  const { first = '', last = '' } = seenBetween(groups) ?? {}
  const step = WIDTH / starts.length
  return (
    <section class="timeline">
      <h2>{say.headings.timeline}</h2>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say.timeline(first, last, say.minutes(minutes), most)}
      >
        {starts.map((start, at) => {
          let base = HEIGHT
          return severities.map((severity, rank) => {
            const height = ((counts[rank]?.[at] ?? 0) / most) * HEIGHT
            if (height === 0) return null
            base -= height
            return (
              <rect
                key={`${start} ${severity}`}
                class={severity}
                x={round(at * step)}
                y={round(base)}
                width={round(step * 0.82)}
                height={round(height)}
              />
            )
          })
        })}
      </svg>
      <p class="axis">
        <span>{first}</span>
        <span>{last}</span>
      </p>
      <p class="legend">
        {severities
          .filter((_, rank) => sum(counts[rank] ?? []) > 0)
          .map((severity) => (
            <span key={severity} class={severity}>
              {words.severities[severity]}
            </span>
          ))}
        <span>{say.timeline(first, last, say.minutes(minutes), most)}</span>
      </p>
    </section>
  )
}

/** A group's own share of the time line, beside its name. */
export function Sparkline({ counts }: { readonly counts: readonly number[] }) {
  const most = greatest(counts)
  if (counts.length < 2 || most === 0) return null
  const step = 160 / counts.length
  const path = counts
    .map((count, at) => (count === 0 ? '' : `M${round(at * step)} 24v${round((-count / most) * 24)}h${round(step * 0.82)}V24z`))
    .join('')
  return (
    <svg class="spark" viewBox="0 0 160 24" preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

/** The codes that were seen most, each with its share of the largest. */
export function ByCause({ paper }: { readonly paper: Paper }) {
  const { report, words, say } = paper
  const counted = new Map<string, number>()
  for (const { code, count, consequenceOf, state } of report.findings) {
    if (consequenceOf === null && state === 'open') counted.set(code, (counted.get(code) ?? 0) + count)
  }
  if (counted.size < 2) return null
  const all = [...counted].sort(([, a], [, b]) => b - a)
  const most = all[0]?.[1] ?? 1
  return (
    <section class="by-cause">
      <h2>{say.headings.byCause}</h2>
      <ol class="bars">
        {all.slice(0, MOST_CAUSES).map(([code, count]) => {
          const index = paper.firstOf(code) ?? 0
          const finding = report.findings[index]
          return (
            <li key={code} class={finding?.severity ?? 'info'}>
              <a href={`#f${index}`}>{sentence(toPlainText(finding?.title ?? []))}</a> <span class="code">{breakable(code)}</span>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width={round((count / most) * 100)} height="4" />
              </svg>
              <span class="count">{words.times(count)}</span>
            </li>
          )
        })}
      </ol>
      {all.length > MOST_CAUSES && <p class="aside">{words.triage.moreInputs(all.length - MOST_CAUSES)}</p>}
    </section>
  )
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
