/** The report as one HTML file: it asks for nothing, reads without scripts, and lets no text of a log become markup. */
import { renderToString } from 'preact-render-to-string'
import { toPlainText } from '../../catalog/prose.js'
import type { Report } from '../../report/report.js'
import { ByCause, Timeline } from './charts.js'
import { Checks, MarkSymbols } from './checks.js'
import { FindingArticle, Steps } from './finding-article.js'
import { type Paper, paperFor } from './paper.js'
import { Headline } from './prose.js'
import { script } from './script.js'
import { sentence } from './sentence.js'
import { style } from './style.js'
import { Inputs, Unexplained } from './tables.js'

export async function renderHtml(report: Report): Promise<string> {
  const policy = `default-src 'none'; style-src '${await hashOf(style)}'; script-src '${await hashOf(script)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>\n${renderToString(<Document paper={paperFor(report)} policy={policy} />)}\n`
}

/** A source of a content security policy: this text and no other. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `sha256-${btoa(String.fromCharCode(...digest))}`
}

function Document({ paper, policy }: { readonly paper: Paper; readonly policy: string }) {
  const { report, words } = paper
  return (
    <html lang={report.locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${sentence(words.verdicts[report.verdict])}${words.colon}${toPlainText(report.summary)}`}</title>
        {/* Both are constants of this program: nothing of a report stands in them. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Body paper={paper} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  )
}

function Body({ paper }: { readonly paper: Paper }) {
  const { report, words, say } = paper
  const { version, catalog } = report.tool
  return (
    <>
      <a class="skip" href="#findings">
        {say.skip}
      </a>
      <MarkSymbols />
      <header class="top">
        <b>acr-explain</b>
        <span>{report.inputs.length === 1 ? report.inputs[0]?.name : say.inputs(report.inputs.length)}</span>
      </header>
      <main>
        <p class={`verdict ${report.verdict}`}>{sentence(words.verdicts[report.verdict])}</p>
        <h1>
          <Headline prose={report.summary} />
        </h1>
        {report.redaction && <p class="note">{say.redacted}</p>}
        {report.groups ? <ByCause paper={paper} /> : <Checks paper={paper} />}
        <Timeline paper={paper} />
        <Findings paper={paper} />
        <Steps heading={words.headings.advice} remedies={report.advice} />
        <Unexplained paper={paper} />
        {report.groups && <Checks paper={paper} />}
        <Inputs paper={paper} />
      </main>
      <footer>
        <Accounting paper={paper} />
        <p>{say.madeBy(version, catalog.digest.slice(0, 19))}</p>
      </footer>
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
      <Filter paper={paper} />
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

/** Hidden until the script is there to heed it. */
function Filter({ paper: { words, say } }: { readonly paper: Paper }) {
  return (
    <search>
      <form class="filter" hidden data-found={say.filter.found}>
        <label>
          {say.filter.label}
          <input name="words" type="search" autocomplete="off" title={say.filter.hint} />
        </label>
        <label>
          {say.filter.severity}
          <select name="severity">
            <option value="">{say.filter.all}</option>
            {(['error', 'warning', 'info'] as const).map((severity) => (
              <option key={severity} value={severity}>
                {words.severities[severity]}
              </option>
            ))}
          </select>
        </label>
        <output />
      </form>
    </search>
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
