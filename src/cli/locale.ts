import type { Locale } from '../catalog/entry.js'

type Environment = Readonly<Record<string, string | undefined>>

// POSIX.1-2017, section 8.2: LC_ALL, then the category, then LANG; the first that is set and not empty decides.
/** The language that the environment asks for; English where it names none that we have. */
export function localeFromEnvironment(env: Environment): Locale {
  return parseLocale(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'en'
}

/** Reads a language as people write it (`zh`, `zh_CN`, `zh-Hans`, `en_US.UTF-8`); null for one that we do not have. */
export function parseLocale(name: string): Locale | null {
  if (/^zh\b|^zh_/i.test(name)) return 'zh-CN'
  if (/^en\b|^en_/i.test(name)) return 'en'
  return null
}

/** Whether output may hold characters beyond ASCII for decoration: ticks, lines, arrows. */
export function canShowUnicode(env: Environment, platform: string): boolean {
  if (env.TERM === 'dumb' || env.TERM === 'linux') return false
  // The old Windows console has no glyphs for them; Windows Terminal, VS Code and ConEmu name themselves.
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask || env.TERM)
  const characterLocale = env.LC_ALL || env.LC_CTYPE || env.LANG
  // Containers and CI often set no locale at all, and show UTF-8 all the same.
  return !characterLocale || /utf-?8/i.test(characterLocale)
}
