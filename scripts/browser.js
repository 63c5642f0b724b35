/** A headless Chromium that comes with `npm ci`: packed in a development dependency, unpacked here when it is first wanted. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Launches the browser; `ACR_EXPLAIN_BROWSER` names another Chromium, for systems that the packed one (Linux, x64) does not fit. */
export async function launchBrowser() {
  const own = process.env.ACR_EXPLAIN_BROWSER
  if (own) return launch(own, {})
  const folder = await unpackedBrowser()
  return launch(join(folder, 'chromium'), librariesOf(folder))
}

function launch(executablePath, env) {
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none']
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}

/** The folder that holds the unpacked browser. Whoever comes first unpacks it beside its place and renames: nobody sees a half. */
async function unpackedBrowser() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(join(root, '.cache'), { recursive: true })
  const unpacking = mkdtempSync(join(root, '.cache', 'unpacking-'))
  await unpackInto(unpacking)
  try {
    renameSync(unpacking, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unpacking, { recursive: true })
  }
  return folder
}

/** The package unpacks into the temporary folder, and its shared libraries only where it takes the machine for Amazon's. */
async function unpackInto(folder) {
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH })) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** NSS and fonts that a bare machine lacks; the machine's own fonts where it has any. */
function librariesOf(folder) {
  const libraries = join(folder, 'al2023', 'lib')
  return {
    LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':'),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
}
