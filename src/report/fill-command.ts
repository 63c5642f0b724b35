/** Commands with the reader's own names in them, and nothing in them that a shell would take for more than a name. */
import type { Inline, Prose } from '../catalog/prose.js'
import { registryNameOf } from '../log/environment.js'
import { commandGap } from '../match/gaps.js'
import { placeholderPattern } from '../text/placeholder.js'

/** What a fact has to look like to go into a command, by name; facts of other names have to be a plain word. */
const hostName = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+$/i
const plausible: Readonly<Record<string, RegExp>> = {
  registry: /^[a-z0-9]{2,50}$/i,
  loginServer: hostName,
  host: hostName,
  clientIp: /^\d{1,3}(?:\.\d{1,3}){3}$|^(?=.{2,39}$)[0-9a-f]*:[0-9a-f:]+$/i,
  registryResourceId: /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.-]{1,90}\/providers\/[\w./]{1,80}\/[a-z0-9]{2,50}$/i,
  kubeConfig: /^~?(?:\/[\w.-]{1,100}){1,20}$/,
}
const plainWord = /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,200}$/

/** A name of a redacted log: as good a placeholder as `<registry>`. */
const redacted = new RegExp(`^${placeholderPattern()}(?:-${placeholderPattern('label')})?(?:[.:/@-][A-Za-z0-9._/:@-]{1,200})?$`)

/** Fills the gaps of a command; `<name>` stands where a fact is absent or is not what it should be. */
export function fillCommand(command: string, facts: Readonly<Record<string, string>>): string {
  const filled = command.replace(commandGap, (_, name: string) => {
    const value = name === 'registry' ? (registryNameOf({ loginServer: facts.registry ?? '' }) ?? facts.registry) : facts[name]
    return plausibleValue(name, value) ?? placeholderOf(name)
  })
  return Object.entries(placeholdersFor(filled)).reduce(
    (text, [placeholder, name]) => text.replaceAll(placeholder, (own) => plausibleValue(name, facts[name]) ?? own),
    filled,
  )
}

/** Placeholders that pages leave to the reader and a log may know all the same. A resource group is the registry's in its own commands only. */
function placeholdersFor(command: string): Readonly<Record<string, string>> {
  const everywhere = { '<registry-resource-id>': 'registryResourceId' }
  if (command.startsWith('az aks ')) return { ...everywhere, '<cluster>': 'cluster', '<resource-group>': 'clusterGroup' }
  return command.startsWith('az acr ') ? { ...everywhere, '<resource-group>': 'resourceGroup' } : everywhere
}

function plausibleValue(name: string, value: string | undefined): string | undefined {
  return value !== undefined && (redacted.test(value) || (plausible[name] ?? plainWord).test(value)) ? value : undefined
}

/** A value as one word of a command, whatever is in it. */
export function quoteForShell(value: string): string {
  return plainWord.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}

/** Fills the gaps of commands that prose mentions as code. */
export function fillProse(prose: Prose, facts: Readonly<Record<string, string>>): Prose {
  const fill = (inline: Inline): Inline => {
    if (typeof inline === 'string') return inline
    if ('code' in inline) return { code: fillCommand(inline.code, facts) }
    if ('strong' in inline) return { strong: inline.strong.map(fill) }
    if ('emphasis' in inline) return { emphasis: inline.emphasis.map(fill) }
    return { link: inline.link, children: inline.children.map(fill) }
  }
  return prose.map((paragraph) => paragraph.map(fill))
}

/** `loginServer` → `<login-server>`, in the manner of the pages' own placeholders. */
function placeholderOf(name: string): string {
  return `<${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}>`
}
