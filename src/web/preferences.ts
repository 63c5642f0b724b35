/** The language is all that the page remembers. Storage may be forbidden, as some browsers do for files on disk. */
import { LOCALES, type Locale } from '../catalog/entry.js'

const KEY = 'acr-explain.language'

/** The language chosen earlier; else the first of the browser's that the page speaks; else English. */
export function preferredLocale(): Locale {
  const chosen = LOCALES.find((locale) => locale === stored())
  return chosen ?? localeOf(navigator.languages)
}

function localeOf(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh-CN'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale)
  } catch {
    // It is then asked of the browser again next time.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
