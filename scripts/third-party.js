/** The licences of the packages whose code the bundles hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param modules paths of bundled files */
export function thirdPartyText(modules) {
  const folders = new Set(modules.flatMap((path) => /^.*node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path)?.[0] ?? []))
  const sections = [...folders].map(sectionOf).sort()
  return `# Packages whose code is part of this one\n\n${sections.join('\n')}`
}

function sectionOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e/i.test(candidate))
  if (license === undefined && file === undefined) throw new Error(`${name} ${version} has no licence to ship with`)
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `## ${name} ${version} (${license})\n\n${text}\n`
}
