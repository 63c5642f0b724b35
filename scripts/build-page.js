/** The page: one HTML file with its script, style and catalog inside, and a policy that lets it ask for nothing. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { thirdPartyText } from './third-party.js'

const builtCatalog = fileURLToPath(new URL('../dist/catalog/', import.meta.url))

/**
 * Writes the page. The catalog must be compiled, into the folder that is named or where the build puts it.
 *
 * @returns the paths of the files that are in it
 */
export async function buildPage({ define, onLog, catalog = builtCatalog, file = 'dist/web/acr-explain.html' }) {
  const { script, modules } = await bundleScript(define, onLog, join(catalog, 'built-in-data.js'))
  const style = readFileSync('src/web/page.css', 'utf8')
  const parts = { policy: policyFor(script, style), style, script, licences: inComment(thirdPartyText(modules)) }
  const page = readFileSync('src/web/page.html', 'utf8').replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, page)
  return modules
}

async function bundleScript(define, onLog, catalogData) {
  const build = await rolldown({
    input: 'src/web/main.ts',
    platform: 'browser',
    moduleTypes: { '.txt': 'text' },
    transform: { define },
    plugins: [await packedCatalog(catalogData)],
    onLog,
  })
  const { output } = await build.generate({ format: 'iife', minify: true })
  await build.close()
  return { script: inScriptElement(output[0].code), modules: Object.keys(output[0].modules) }
}

const besideItsDeclaration = fileURLToPath(new URL('../src/catalog/built-in-data.js', import.meta.url))

/** The catalog with its entries compressed: they are much alike, and an eighth of their size. */
async function packedCatalog(catalogData) {
  const { data } = await import(pathToFileURL(catalogData).href)
  const { entries, ...rest } = data
  const packed = deflateRawSync(JSON.stringify(entries), { level: 9 }).toString('base64')
  const code = `import { inflateSync, strFromU8 } from 'fflate'
const packed = Uint8Array.from(atob('${packed}'), (character) => character.charCodeAt(0))
export const data = { ...${JSON.stringify(rest)}, entries: JSON.parse(strFromU8(inflateSync(packed))) }`
  return {
    name: 'catalog',
    resolveId: (id) => (id.endsWith('built-in-data.js') ? besideItsDeclaration : null),
    load: (id) => (id === besideItsDeclaration ? code : null),
  }
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
