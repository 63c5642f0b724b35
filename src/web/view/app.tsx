import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { LOCALES, type Locale } from '../../catalog/entry.js'
import { addressOf, type View } from '../address.js'
import { pageWordsFor } from '../page-words.js'
import { preferredLocale, rememberLocale } from '../preferences.js'
import type { Explainer } from '../worker/explainer.js'
import { ExplainView } from './explain-view.js'
import { type Language, LanguageContext, languageOf, useLanguage } from './language.js'
import { useArrivals } from './use-arrivals.js'
import { useExplanation } from './use-explanation.js'
import { useView } from './use-view.js'

export function App({ explainer }: { readonly explainer: Explainer }) {
  const [locale, setLocale] = useState(preferredLocale)
  const language = useMemo(() => languageOf(locale), [locale])
  const view = useView()
  const explanation = useExplanation(explainer, locale)
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

/** Sets the tab's title, and moves the reader to the heading of a view that was just opened. */
export function useTitle(title: string): void {
  const { locale } = useLanguage()
  useEffect(() => {
    document.title = title === '' ? 'acr-explain' : `${title} · acr-explain`
  }, [title, locale])
}
