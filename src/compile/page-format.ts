/** What a page of the catalog consists of, as data. CONTRIBUTING.md has the same in words. */
import { z } from 'zod'
import { CHECK_IDS } from '../catalog/checks.js'
import { ENTRY_SEVERITIES, LAYERS, type Locale } from '../catalog/entry.js'
import { codeShape } from './page-path.js'

export type SectionId = 'signatures' | 'foundWhen' | 'meaning' | 'causes' | 'remedies' | 'deciding' | 'examples' | 'seeAlso' | 'sources'

export interface SectionFormat {
  readonly id: SectionId
  readonly heading: string
  readonly optional?: true
  /** The section that this one replaces where it stands. */
  readonly insteadOf?: SectionId
}

/** The sections of a page, in their order. */
export const SECTIONS: Readonly<Record<Locale, readonly SectionFormat[]>> = {
  en: [
    { id: 'signatures', heading: 'Signatures' },
    { id: 'foundWhen', heading: 'Found when', insteadOf: 'signatures' },
    { id: 'meaning', heading: 'Meaning' },
    { id: 'causes', heading: 'Causes' },
    { id: 'remedies', heading: 'Remedies' },
    { id: 'deciding', heading: 'Deciding', optional: true },
    { id: 'examples', heading: 'Examples' },
    { id: 'seeAlso', heading: 'See also', optional: true },
    { id: 'sources', heading: 'Sources' },
  ],
  'zh-CN': [
    { id: 'meaning', heading: '含义' },
    { id: 'causes', heading: '原因' },
    { id: 'remedies', heading: '处理办法' },
    { id: 'deciding', heading: '如何判断', optional: true },
  ],
}

/** A release of a program, such as `2.46.0`. */
export const releaseSchema = z.string().regex(/^\d+(?:\.\d+)+$/, 'Write a release such as 2.46.0.')

export const codeSchema = z.string().regex(codeShape, 'Write a code such as CMK_ERROR.')

/** A link that a reader can open: http or https, with a host that has a dot. */
export const urlSchema = z.url({
  protocol: /^https?$/,
  hostname: z.regexes.domain,
  error: 'Write a whole address such as https://aka.ms/acr/errors.',
})

const nameSchema = z.string().regex(/^[^\s,、]+$/, 'Write a name without white space.')

/** The facts of an English page by their keys; a key that takes several values has an array here. */
export const entryFacts = z.object({
  layer: z.enum(LAYERS),
  severity: z.enum(ENTRY_SEVERITIES),
  check: z.enum(CHECK_IDS).nullable().default(null),
  blocks: z.array(z.enum(CHECK_IDS)).default([]),
  since: releaseSchema.nullable().default(null),
  until: releaseSchema.nullable().default(null),
  aliases: z.array(nameSchema).default([]),
  scope: z.enum(['registry', 'any']).default('registry'),
  'consequence of': z.array(codeSchema).default([]),
  keywords: z.array(z.string()),
  links: z.array(urlSchema).default([]),
})
export type FactKey = keyof typeof entryFacts.shape

/** The facts of a page in another language. */
export const translatedFacts = entryFacts.pick({ keywords: true })

export const LIST_FACTS: ReadonlySet<string> = new Set<FactKey>(['blocks', 'aliases', 'consequence of', 'keywords', 'links'])

/** Facts of a run's environment that evidence may ask for beside the gaps of signatures. */
export const ENVIRONMENT_FACTS = ['azureCli', 'engine', 'docker', 'dockerPlatform', 'helm', 'notary', 'cloud'] as const

/** Facts that evidence and commands may name though no signature of the entry has such a gap. */
export const COMMON_FACTS = ['registry', 'loginServer', 'loginServerIp', 'clientIp'] as const
