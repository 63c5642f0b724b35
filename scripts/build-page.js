/** The page: one HTML file with its script, style and catalog inside, and a policy that lets it ask for nothing. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { thirdPartyText } from './third-party.js'

const catalogData = fileURLToPath(new URL('../dist/catalog/built-in-data.js', import.meta.url))

/**
 * Writes dist/web/acr-explain.html. The catalog must be compiled.
 *
 * @returns the paths of the files that are in it
 */
export async function buildPage({ define, onLog }) {
  const { script, modules } = await bundleScript(define, onLog)
  const style = readFileSync('src/web/page.css', 'utf8')
  const parts = { policy: policyFor(script, style), style, script, licences: inComment(thirdPartyText(modules)) }
  const page = readFileSync('src/web/page.html', 'utf8').replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part])
  mkdirSync('dist/web', { recursive: true })
  writeFileSync('dist/web/acr-explain.html', page)
  return modules
}

async function bundleScript(define, onLog) {
  const build = await rolldown({
    input: 'src/web/main.ts',
    platform: 'browser',
    moduleTypes: { '.txt': 'text' },
    transform: { define },
    plugins: [{ name: 'catalog', resolveId: (id) => (id.endsWith('built-in-data.js') ? catalogData : null) }],
    onLog,
  })
  const { output } = await build.generate({ format: 'iife', minify: true })
  await build.close()
  return { script: inScriptElement(output[0].code), modules: Object.keys(output[0].modules) }
}

/** HTML Standard, 4.12.1.3: these would end the element or hide its end; a backslash changes nothing of a string or an expression. */
function inScriptElement(code) {
  return code.replace(/<(?=\/script|!--|script)/gi, '\\x3C')
}

/** Two dashes could end the comment. */
function inComment(text) {
  return text.replaceAll('--', '- -')
}

function policyFor(script, style) {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types acr-explain-worker',
  ].join('; ')
}
