/** The two pages of an entry that somebody is about to write: in form all is there, in words what only a person knows is marked. */
import type { Layer, Locale } from '../../catalog/entry.js'
import { translationPath } from '../page-path.js'
import type { Page } from '../source-page.js'
import type { DraftSignature } from './draft-signature.js'

export interface EntryDraft {
  /** The folder of the catalog, without a final slash. */
  readonly root: string
  readonly group: string
  readonly code: string
  readonly signature: DraftSignature
  readonly scope: 'registry' | 'any'
  /** Codes that rightly stand before and beside the entry in its example. */
  readonly after: readonly string[]
  readonly beside: readonly string[]
  /** Year and month, such as `2026-11`. */
  readonly month: string
}

export function draftPages(draft: EntryDraft): readonly Page[] {
  const path = `${draft.root}/${draft.group}/${draft.code}.md`
  return [
    { path, text: englishPage(draft) },
    { path: translationPath(path), text: chinesePage(draft) },
  ]
}

/** The mark before what is still to be written, which `kb check` asks for; its colon is part of it. */
export const toWrite: Readonly<Record<Locale, string>> = { en: 'TODO:', 'zh-CN': 'TODO：' }

function englishPage({ code, signature, scope, after, beside, month }: EntryDraft): string {
  const todo = toWrite.en
  return `# ${code}: ${todo} what is wrong, in a few words

- layer: ${layerOf(signature.example)}
- severity: error${scope === 'any' ? '\n- scope: any' : ''}
- keywords: ${todo} words that people search by

## Signatures

${fenced(signature.isWeak ? 'text weak' : 'text', signature.text)}

## Meaning

${todo} What happened, and what follows from it.

## Causes

### first-cause: ${todo} one thing that can be behind it

${todo} How that comes about. What in a log speaks for it goes into a list above, such as "- likely: fact status is 401".

## Remedies

1. ${todo} What to do first. A command goes into a \`console\` block below.

## Examples

${fenced(['log matches', named('with', beside), named('after', after)].filter(Boolean).join(' '), signature.example)}

${fenced('log ignores', `${todo} a near miss, which resembles the message and must not give this entry`)}

## Sources

- ${todo} where the facts come from, ${month}
`
}

function chinesePage({ code }: EntryDraft): string {
  const todo = toWrite['zh-CN']
  return `# ${code}：${todo}用几个词说哪里出了错

- keywords: ${todo}会用来搜索的词

## 含义

${todo}发生了什么，会造成什么后果。

## 原因

### first-cause：${todo}一种可能的原因

${todo}它是怎么造成的。

## 处理办法

1. ${todo}先做什么。
`
}

function named(word: 'with' | 'after', codes: readonly string[]): string {
  return codes.length > 0 ? `${word} ${codes.join(', ')}` : ''
}

/** A fence longer than any in the text. */
function fenced(info: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)))
  return `${fence}${info}\n${text}\n${fence}`
}

/** Words that tell where in the path from client to registry a failure lies; the author has the last word. */
const layers: readonly (readonly [RegExp, Layer])[] = [
  [/x509|certificate|\btls\b|\bssl\b/i, 'tls'],
  [/AADSTS|managed identity|service principal|tenant/i, 'identity'],
  [/key ?vault|encryption|\bcmk\b/i, 'encryption'],
  [/notation|cosign|signature/i, 'signing'],
  [/\bhelm\b|\bchart\b/i, 'helm'],
  [/kubelet|\bpod\b|\bnode\b|\baks\b|imagepull/i, 'cluster'],
  [/dockerfile|\bbuild\b|\btask\b|\brun id\b/i, 'build'],
  [/unauthorized|denied|authenticat|\btoken\b|credential|log ?in/i, 'registry-auth'],
  [/\bdial\b|lookup|\bdns\b|time(?:d )?out|connect|proxy|refused|unreachable|network/i, 'network'],
  [/subscription|resource group|microsoft\.containerregistry/i, 'management'],
  [/manifest|\bblob\b|repository|\btag\b|\blayer\b|quota/i, 'registry'],
]

function layerOf(text: string): Layer {
  return layers.find(([words]) => words.test(text))?.[1] ?? 'client'
}
