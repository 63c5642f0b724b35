/** Pages of made-up entries, as long as real ones. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pseudoRandom, word } from './noise.js'

/** No word of noise.js has one of these. */
const ownSyllables = 'aff bir cho dwe eld fyn gru hys ith jow kep lorm myst nup oth prax quo rilk sked tyl umb vask wrib yel zorn'.split(
  ' ',
)

/**
 * Adds entries to a folder of pages, in English and Chinese, in groups of a hundred.
 *
 * @param hasWordsOfNoise whether their words are those that noise.js makes its lines of
 */
export function writeMadeUpPages(folder, count, hasWordsOfNoise = false) {
  const syllables = hasWordsOfNoise ? undefined : ownSyllables
  const next = pseudoRandom(count)
  for (let number = 0; number < count; number++) {
    const group = join(folder, `made-up-${Math.floor(number / 100)}`)
    mkdirSync(group, { recursive: true })
    const code = `MADE_UP_${number}`
    const words = (length) => Array.from({ length }, () => word(next, syllables)).join(' ')
    writeFileSync(join(group, `${code}.md`), englishPage(code, words))
    writeFileSync(join(group, `${code}.zh-CN.md`), chinesePage(code))
  }
}

const causes = ['first', 'second', 'third']
const command = '   ```console\n   az acr show --name {registry} --query "{access:publicNetworkAccess}"\n   ```'

function englishPage(code, words) {
  const messages = Array.from({ length: 5 }, () => `${words(5)} ${code.toLowerCase()}`)
  return `# ${code}: ${words(5)}

- layer: registry
- severity: error
- keywords: ${words(2)}, ${words(2)}

## Signatures

\`\`\`text
${messages.map((message) => `${message} of {registry} at ${words(2)}`).join('\n')}
\`\`\`

## Meaning

${words(60)}.

## Causes

${causes.map((cause) => `### ${cause}: ${words(5)}\n\n- likely: text "${words(4)} ${cause} ${code}"\n\n${words(30)}.`).join('\n\n')}

## Remedies

${causes.map((_, index) => `${index + 1}. ${words(20)}.\n\n${command}`).join('\n\n')}

## Examples

\`\`\`log matches
${messages[0]} of contoso at ${'nowhere'}
\`\`\`

\`\`\`log ignores
${words(12)}
\`\`\`

## Sources

- made up, 2026-11
`.replace(/^(.*) of \{registry\} at .*$/m, '$1 of {registry} at nowhere')
}

function chinesePage(code) {
  return `# ${code}：编出来的条目

- keywords: 编造

## 含义

${'没有这回事，只是为了把目录撑大。'.repeat(6)}

## 原因

${causes.map((cause) => `### ${cause}：编出来的原因\n\n${'没有这回事。'.repeat(8)}`).join('\n\n')}

## 处理办法

${causes.map((_, index) => `${index + 1}. ${'没有什么可做的。'.repeat(5)}\n\n${command}`).join('\n\n')}
`
}
