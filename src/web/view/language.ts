/** The reader's language, and both sets of words in it, for every part of the page. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../../catalog/entry.js'
import { type Words, wordsFor } from '../../report/words.js'
import { type PageWords, pageWordsFor } from '../page-words.js'

export interface Language {
  readonly locale: Locale
  /** What a report says. */
  readonly words: Words
  /** What the page says. */
  readonly say: PageWords
}

export function languageOf(locale: Locale): Language {
  return { locale, words: wordsFor(locale), say: pageWordsFor(locale) }
}

export const LanguageContext = createContext<Language>(languageOf('en'))

export function useLanguage(): Language {
  return useContext(LanguageContext)
}
