import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { LOCALES, type Locale } from '../../catalog/entry.js'
import { addressOf, type View } from '../address.js'
import { pageWordsFor } from '../page-words.js'
import { preferredLocale, rememberLocale } from '../preferences.js'
import type { Explainer } from '../worker/explainer.js'
import { CompareView } from './compare-view.js'
import { EntryView } from './entry-view.js'
import { ExplainView } from './explain-view.js'
import { type Language, LanguageContext, languageOf } from './language.js'
import { LookUpView } from './look-up-view.js'
import { isField, useArrivals } from './use-arrivals.js'
import { useComparison } from './use-comparison.js'
import { useExplanation } from './use-explanation.js'
import { useView } from './use-view.js'

export function App({ startExplainer }: { readonly startExplainer: () => Explainer }) {
  const [locale, setLocale] = useState(preferredLocale)
  const language = useMemo(() => languageOf(locale), [locale])
  const view = useView()
  const explainer = useMemo(startExplainer, [])
  const explanation = useExplanation(explainer, locale)
  const comparison = useComparison(startExplainer, locale)
  const [query, setQuery] = useState('')
  useSlashKey()
  useArrivalFocus(view)
  const isDragging = useArrivals((sources) => {
    location.hash = addressOf({ name: 'explain' })
    explanation.explain(sources)
  })
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const chooseLocale = (chosen: Locale) => {
    rememberLocale(chosen)
    setLocale(chosen)
  }
  return (
    <LanguageContext.Provider value={language}>
      <Header view={view} language={language} onLocale={chooseLocale} />
      <main id="content" tabIndex={-1}>
        {view.name === 'explain' && <ExplainView explanation={explanation} />}
        {view.name === 'compare' && <CompareView comparison={comparison} />}
        {view.name === 'look-up' && <LookUpView query={query} onQuery={setQuery} startExplainer={startExplainer} />}
        {view.name === 'entry' && <EntryView code={view.code} />}
      </main>
      {isDragging && <p class="drop-veil">{language.say.paste.dropHere}</p>}
    </LanguageContext.Provider>
  )
}

interface HeaderProps {
  readonly view: View
  readonly language: Language
  readonly onLocale: (locale: Locale) => void
}

function Header({ view, language: { locale, say }, onLocale }: HeaderProps) {
  const other = LOCALES.find((candidate) => candidate !== locale) ?? locale
  return (
    <header class="masthead">
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {say.skipToContent}
      </button>
      <a class="wordmark" href={addressOf({ name: 'explain' })}>
        acr-explain
      </a>
      <nav aria-label={say.nav.label}>
        <NavLink to="explain" isCurrent={view.name === 'explain'}>
          {say.nav.explain}
        </NavLink>
        <NavLink to="look-up" isCurrent={view.name === 'look-up' || view.name === 'entry'}>
          {say.nav.lookUp}
        </NavLink>
        <NavLink to="compare" isCurrent={view.name === 'compare'}>
          {say.nav.compare}
        </NavLink>
      </nav>
      <button type="button" class="language" lang={other} onClick={() => onLocale(other)}>
        {pageWordsFor(other).ownName}
      </button>
    </header>
  )
}

function NavLink({ to, isCurrent, children }: { to: 'explain' | 'look-up' | 'compare'; isCurrent: boolean; children: ComponentChildren }) {
  return (
    <a href={addressOf({ name: to })} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </a>
  )
}

/** `/` leads to the search from anywhere but a field, where it is a letter. */
function useSlashKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      event.preventDefault()
      location.hash = addressOf({ name: 'look-up' })
      document.querySelector<HTMLElement>('[role=combobox]')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Who follows a link reads on at the heading of the view it leads to, unless a field there takes the focus. */
function useArrivalFocus(view: View): void {
  const isFirst = useRef(true)
  useEffect(() => {
    const isArrival = !isFirst.current
    isFirst.current = false
    if (isArrival && !isField(document.activeElement)) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [view])
}
