/** Search over the catalog, with results as one types; without words, the whole catalog by group. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { CatalogEntry } from '../../catalog/entry.js'
import { breakable } from '../../render/html/prose.js'
import { sentence } from '../../render/html/sentence.js'
import { piecesOf } from '../../search/explain-hit.js'
import { type SearchHit, searchCatalog } from '../../search/search-catalog.js'
import { addressOf } from '../address.js'
import type { Explainer } from '../worker/explainer.js'
import { useLanguage } from './language.js'
import { useSearchCatalog } from './use-search-catalog.js'
import { useTitle } from './use-title.js'

const MOST_RESULTS = 20

interface LookUpViewProps {
  /** What is being looked for; it outlives the view, so that going back finds it again. */
  readonly query: string
  readonly onQuery: (query: string) => void
}

export function LookUpView({ query, onQuery, startExplainer }: LookUpViewProps & { readonly startExplainer: () => Explainer }) {
  const { locale, say } = useLanguage()
  useTitle(say.lookUp.title)
  const catalog = useSearchCatalog(startExplainer)
  const hits = useMemo(
    () => (catalog ? searchCatalog(query, catalog, { limit: MOST_RESULTS, locale, isTyping: true }).hits : []),
    [query, locale, catalog],
  )
  const isAsked = query.trim() !== '' && catalog !== null
  return (
    <div class="look-up">
      <h1>{say.lookUp.title}</h1>
      <SearchBox query={query} hits={isAsked ? hits : []} onQuery={onQuery} />
      <p class="aside" role="status">
        {isAsked ? (hits.length > 0 ? say.lookUp.found(hits.length) : say.lookUp.nothing(query.trim())) : say.lookUp.hint}
      </p>
      {!isAsked && <Groups entries={builtInCatalog.entries} />}
    </div>
  )
}

interface SearchBoxProps extends LookUpViewProps {
  readonly hits: readonly SearchHit[]
}

/** A field and its list of results, as the ARIA practices describe a combobox: the field keeps the focus, arrows choose. */
function SearchBox({ query, hits, onQuery }: SearchBoxProps) {
  const { locale, say } = useLanguage()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(0)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(() => setChosen(0), [hits])
  useEffect(() => document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' }), [chosen])
  const open = (hit: SearchHit | undefined) => {
    if (hit) location.hash = addressOf({ name: 'entry', code: hit.entry.code })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a word that an input method is composing, as of Chinese.
    if (event.isComposing) return
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (move !== undefined && hits.length > 0) setChosen((chosen + move + hits.length) % hits.length)
    else if (event.key === 'Enter') open(hits[chosen])
    else if (event.key === 'Escape') onQuery('')
    else return
    event.preventDefault()
  }
  return (
    <>
      <label for={id}>{say.lookUp.label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-results`}
        {...(hits.length > 0 ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
        value={query}
        placeholder={say.lookUp.placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-results`} class="results" role="listbox" aria-label={say.lookUp.title}>
        {hits.map((hit, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          <div
            key={hit.entry.code}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            onClick={() => open(hit)}
            onMouseMove={() => setChosen(at)}
          >
            <span class="title">{sentence(builtInCatalog.words(hit.entry.code, locale).title)}</span>
            <span class="why">
              <span class="code">{breakable(hit.entry.code)}</span>
              <Why hit={hit} />
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

/** The text that says most of why an entry was found, unless it stands there already; what was found is marked. */
function Why({ hit }: { readonly hit: SearchHit }) {
  const { say } = useLanguage()
  const reason = hit.why.find(({ part }) => part !== 'code' && part !== 'title')
  if (reason === undefined) return null
  return (
    <span>
      {`${say.lookUp.parts[reason.part]}${say.colon}`}
      {piecesOf(bounded(reason.text), reason.marks).map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}
    </span>
  )
}

const LONGEST_REASON = 90

function bounded(text: string): string {
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text
}

function Groups({ entries }: { readonly entries: readonly CatalogEntry[] }) {
  const { say } = useLanguage()
  const known = Object.keys(say.lookUp.groups)
  const groups = [...new Set([...known, ...entries.map(({ group }) => group)])]
  return (
    <div class="groups">
      {groups.map((group) => {
        const own = entries.filter((entry) => entry.group === group)
        return (
          own.length > 0 && (
            <section key={group}>
              <h2>{say.lookUp.groups[group] ?? group}</h2>
              <EntryLinks codes={own.map(({ code }) => code)} />
            </section>
          )
        )
      })}
    </div>
  )
}

/** Links to entries, with what each is about. */
export function EntryLinks({ codes }: { readonly codes: readonly string[] }) {
  const { locale } = useLanguage()
  return (
    <ul class="entry-links">
      {codes.map((code) => (
        <li key={code}>
          <a href={addressOf({ name: 'entry', code })}>{sentence(builtInCatalog.words(code, locale).title)}</a>
          <span class="code">{breakable(code)}</span>
        </li>
      ))}
    </ul>
  )
}
