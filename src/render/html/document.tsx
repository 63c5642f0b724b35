/** An HTML file of its own: it asks for nothing, reads without scripts, and lets no text of a log become markup. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { toPlainText } from '../../catalog/prose.js'
import type { Report } from '../../report/report.js'
import { wordsFor } from '../../report/words.js'
import { MarkSymbols } from './checks.js'
import { htmlWordsFor } from './html-words.js'
import { Headline } from './prose.js'
import { script } from './script.js'
import { sentence } from './sentence.js'
import { style } from './style.js'

interface Frame {
  readonly report: Pick<Report, 'locale' | 'tool' | 'verdict' | 'summary' | 'redaction' | 'incomplete'>
  /** What it is a report of, in a few words. */
  readonly about: string
  /** Whether there is a field to filter by: the one thing that needs a script. */
  readonly hasFilter: boolean
  /** What stands below the verdict; the first section has the id `findings`. */
  readonly children: ComponentChildren
  /** What stands at the foot, before the word on who made it. */
  readonly account?: ComponentChildren
}

export async function renderDocument(frame: Frame): Promise<string> {
  const scripts = frame.hasFilter ? `script-src '${await hashOf(script)}'; ` : ''
  const policy = `default-src 'none'; style-src '${await hashOf(style)}'; ${scripts}base-uri 'none'; form-action 'none'`
  return `<!doctype html>\n${renderToString(<Document frame={frame} policy={policy} />)}\n`
}

/** A source of a content security policy: this text and no other. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `sha256-${btoa(String.fromCharCode(...digest))}`
}

function Document({ frame, policy }: { readonly frame: Frame; readonly policy: string }) {
  const { locale, verdict, summary } = frame.report
  const words = wordsFor(locale)
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${sentence(words.verdicts[verdict])}${words.colon}${toPlainText(summary)}`}</title>
        {/* Both are constants of this program: nothing of a report stands in them. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Body {...frame} />
        {frame.hasFilter && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  )
}

function Body({ report, about, account, children }: Frame) {
  const { locale, tool, verdict, summary, redaction, incomplete } = report
  const [words, say] = [wordsFor(locale), htmlWordsFor(locale)]
  return (
    <>
      <a class="skip" href="#findings">
        {say.skip}
      </a>
      <MarkSymbols />
      <header class="top">
        <b>acr-explain</b>
        <span>{about}</span>
      </header>
      <main>
        <p class={`verdict ${verdict}`}>{sentence(words.verdicts[verdict])}</p>
        <h1>
          <Headline prose={summary} />
        </h1>
        {incomplete && <p class="note incomplete">{words.triage.incomplete}</p>}
        {redaction && <p class="note">{say.redacted}</p>}
        {children}
      </main>
      <footer>
        {account}
        <p>{say.madeBy(tool.version, tool.catalog.digest.slice(0, 19))}</p>
      </footer>
    </>
  )
}
