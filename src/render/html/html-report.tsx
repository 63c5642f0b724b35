/** The report as one HTML file. */
import type { Report } from '../../report/report.js'
import { nameOf } from '../glance.js'
import { ByCause, Timeline } from './charts.js'
import { Checks } from './checks.js'
import { renderDocument } from './document.js'
import { Steps } from './explanation.js'
import { Filter } from './filter.js'
import { FindingArticle } from './finding-article.js'
import { type Paper, paperFor } from './paper.js'
import { Inputs, Problems, Unexplained } from './tables.js'

export function renderHtml(report: Report): Promise<string> {
  const paper = paperFor(report)
  const { inputs } = report
  const [first, ...others] = inputs
  return renderDocument({
    report,
    about: first && others.length === 0 ? nameOf(first, paper.words) : paper.say.inputs(inputs.length),
    hasFilter: true,
    children: <Sections paper={paper} />,
    account: <Accounting paper={paper} />,
  })
}

function Sections({ paper }: { readonly paper: Paper }) {
  const { report, words } = paper
  return (
    <>
      {report.groups ? <ByCause paper={paper} /> : <Checks paper={paper} />}
      <Timeline paper={paper} />
      <Findings paper={paper} />
      <Steps remedies={report.advice} heading={words.headings.advice} words={words} />
      <Unexplained paper={paper} />
      {report.groups && <Checks paper={paper} />}
      <Problems paper={paper} />
      <Inputs paper={paper} />
    </>
  )
}

function Findings({ paper }: { readonly paper: Paper }) {
  const { report, words, say } = paper
  const indexes = report.findings.map((_, index) => index)
  const isOpen = (index: number) => report.findings[index]?.state === 'open'
  const cleared = indexes.filter((index) => !isOpen(index))
  return (
    <>
      <Filter words={words} say={say} />
      <section id="findings" tabIndex={-1}>
        <h2>{say.headings.findings}</h2>
        {indexes.length === 0 && <p>{say.noFinding}</p>}
        {indexes.filter(isOpen).map((index) => (
          <FindingArticle key={index} index={index} paper={paper} />
        ))}
      </section>
      {cleared.length > 0 && (
        <section>
          <h2>{words.triage.headings.cleared}</h2>
          {cleared.map((index) => (
            <FindingArticle key={index} index={index} paper={paper} />
          ))}
        </section>
      )}
    </>
  )
}

function Accounting({ paper: { report, words } }: { readonly paper: Paper }) {
  const { total, ...classes } = report.accounting.lines
  if (total === 0) return null
  const parts = Object.entries(classes).flatMap(([name, count]) =>
    count > 0 ? [`${count} ${words.lineClasses[name as keyof typeof classes]}`] : [],
  )
  return <p>{words.accounting(total, [], parts)}</p>
}
