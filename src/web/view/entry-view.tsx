/** The page of one entry, at an address of its own. */
import { useEffect, useMemo } from 'preact/hooks'
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { CatalogEntry } from '../../catalog/entry.js'
import type { Prose } from '../../catalog/prose.js'
import { breakable, OutsideLink, ProseView } from '../../render/html/prose.js'
import { sentence } from '../../render/html/sentence.js'
import { renderEntryMarkdown } from '../../render/look-up/entry-markdown.js'
import { describeEntry, type EntryDescription } from '../../report/describe-entry.js'
import type { ReportRemedy } from '../../report/report.js'
import { findEntry } from '../../search/find-entry.js'
import { addressOf } from '../address.js'
import { CopyButton } from './copy-button.js'
import { useLanguage } from './language.js'
import { EntryLinks } from './look-up-view.js'
import { Command, Steps } from './steps.js'
import { useTitle } from './use-title.js'

/** @param code in any spelling; the address then becomes the usual one */
export function EntryView({ code }: { readonly code: string }) {
  const lookUp = useMemo(() => findEntry(code, builtInCatalog), [code])
  const found = lookUp.kind === 'found' ? lookUp.entry : null
  useEffect(() => {
    if (found && found.code !== code) location.replace(addressOf({ name: 'entry', code: found.code }))
  }, [found, code])
  return found ? <EntryPage entry={found} /> : <UnknownEntry code={code} near={lookUp.kind === 'near' ? lookUp.entries : []} />
}

function UnknownEntry({ code, near }: { readonly code: string; readonly near: readonly CatalogEntry[] }) {
  const { say } = useLanguage()
  const title = say.lookUp.unknown(code)
  useTitle(title)
  return (
    <div class="entry">
      <h1 tabIndex={-1}>{title}</h1>
      {near.length > 0 && (
        <>
          <p>{say.lookUp.didYouMean}</p>
          <EntryLinks codes={near.map((entry) => entry.code)} />
        </>
      )}
      <BackToSearch />
    </div>
  )
}

function EntryPage({ entry }: { readonly entry: CatalogEntry }) {
  const { locale, words, say } = useLanguage()
  const page = useMemo(() => describeEntry(entry, builtInCatalog, locale), [entry, locale])
  useTitle(page.code)
  const causeOf = (step: ReportRemedy<Prose>) =>
    page.causes.length > 1 ? (page.causes.find(({ id }) => id === step.for)?.title ?? null) : null
  return (
    <article class={`entry ${page.severity}`}>
      <div>
        <p class="code">{breakable(page.code)}</p>
        <h1 tabIndex={-1}>{sentence(page.title)}</h1>
        <p class="kind">
          {factsOf(page, words).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <ProseView prose={page.meaning} />
        {page.causes.length > 0 && (
          <>
            <h2>{words.headings.causes}</h2>
            <Causes causes={page.causes} />
          </>
        )}
        <h2>{words.headings.remedies}</h2>
        <Steps remedies={page.remedies} causeOf={causeOf} />
        {page.decide && (
          <>
            <h2>{words.headings.deciding}</h2>
            <Command lines={[page.decide.command]} />
            <ProseView prose={page.decide.reading} />
          </>
        )}
      </div>
      <aside>
        <h2>{page.signatures.length > 0 ? words.headings.signatures : say.lookUp.foundWhen}</h2>
        <ul class="signatures">
          {(page.signatures.length > 0 ? page.signatures : page.foundWhen).map((line) => (
            <li key={line}>
              <code>{line}</code>
            </li>
          ))}
        </ul>
        <Related page={page} />
      </aside>
      <div class="actions">
        <CopyButton text={renderEntryMarkdown(page, words)} label={say.report.copyMarkdown} />
        <BackToSearch />
      </div>
    </article>
  )
}

function factsOf(
  { severity, check, since, until, aliases }: EntryDescription<Prose>,
  words: ReturnType<typeof useLanguage>['words'],
): string[] {
  return [
    words.entrySeverities[severity],
    ...(check ? [words.failsCheck(words.checks[check])] : []),
    ...(since || until ? [words.releases(since, until)] : []),
    ...(aliases.length > 0 ? [words.alsoCalled(aliases)] : []),
  ]
}

function Causes({ causes }: Pick<EntryDescription<Prose>, 'causes'>) {
  const { say } = useLanguage()
  return (
    <ul class="entry-causes">
      {causes.map(({ id, title, text, evidence }) => (
        <li key={id}>
          <h3>{sentence(title)}</h3>
          <ProseView prose={text} />
          {evidence.length > 0 && (
            <details>
              <summary>{say.lookUp.evidence}</summary>
              <ul class="signatures">
                {evidence.map((line) => (
                  <li key={line}>
                    <code>{line}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Entries that belong together, and pages to read on. */
function Related({ page: { consequenceOf, seeAlso, links } }: { readonly page: EntryDescription<Prose> }) {
  const { words, say } = useLanguage()
  return (
    <>
      {consequenceOf.length > 0 && (
        <>
          <h2>{say.lookUp.consequenceOf}</h2>
          <EntryLinks codes={consequenceOf} />
        </>
      )}
      {seeAlso.length > 0 && (
        <>
          <h2>{words.headings.seeAlso}</h2>
          <EntryLinks codes={seeAlso} />
        </>
      )}
      {links.length > 0 && (
        <>
          <h2>{words.headings.more}</h2>
          <p class="links">
            {links.map((link) => (
              <OutsideLink key={link} url={link}>
                {link.replace(/^https?:\/\//, '')}
              </OutsideLink>
            ))}
          </p>
        </>
      )}
    </>
  )
}

function BackToSearch() {
  const { say } = useLanguage()
  return <a href={addressOf({ name: 'look-up' })}>{say.lookUp.backToSearch}</a>
}
