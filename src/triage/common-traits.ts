/** What the inputs of a failure have in common and no healthy input has: a version, a machine, a folder, a line that nothing explains. */
import { compareText } from '../text/compare-text.js'
import type { InputDigest } from './digest.js'
import { mineTemplates } from './mine-templates.js'
import type { Trait, TraitKind } from './triage.js'

/** Fewer inputs have much in common by chance. */
const LEAST_INPUTS = 2
/** In so many of the failing inputs a trait counts as common to them. */
const COMMON_SHARE = 0.8
const MOST_TRAITS = 8

export interface TraitFinder {
  /** @param inputs ids of the inputs of one failure; the most telling trait first */
  traitsOf(inputs: readonly number[], isLeftOut: (kind: TraitKind) => boolean): Trait[]
}

export function compareInputs(digests: readonly InputDigest[]): TraitFinder {
  const shapeOf = shapesOf(digests)
  const known = new Map<number, ReadonlyMap<string, Trait>>()
  const healthy = digests.filter(({ verdict }) => verdict === 'healthy')
  const traitsOfHealthy = new Set<string>()
  const statedByHealthy = new Set<TraitKind>()
  for (const digest of healthy) {
    for (const [key, { kind }] of readTraits(digest, shapeOf)) {
      traitsOfHealthy.add(key)
      statedByHealthy.add(kind)
    }
  }
  const traitsIn = (input: number) => {
    const traits = known.get(input) ?? readTraits(digests[input] as InputDigest, shapeOf)
    known.set(input, traits)
    return traits
  }
  // What no healthy input speaks of at all cannot tell them apart; a line that stands in none of them can.
  const tells = ({ kind }: Trait) => kind === 'line' || statedByHealthy.has(kind)
  return {
    traitsOf(inputs, isLeftOut) {
      if (inputs.length < LEAST_INPUTS || healthy.length < LEAST_INPUTS) return []
      const counts = new Map<string, Trait>()
      for (const input of inputs) {
        for (const [key, trait] of traitsIn(input)) {
          if (traitsOfHealthy.has(key) || !tells(trait) || isLeftOut(trait.kind)) continue
          counts.set(key, { ...trait, inputCount: (counts.get(key)?.inputCount ?? 0) + 1 })
        }
      }
      return [...counts.values()]
        .filter(({ inputCount }) => inputCount >= inputs.length * COMMON_SHARE)
        .sort((a, b) => b.inputCount - a.inputCount || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.value, b.value))
        .slice(0, MOST_TRAITS)
    },
  }
}

const kinds: readonly TraitKind[] = [
  ...(['host', 'azureCli', 'docker', 'engine', 'dockerPlatform', 'helm', 'notary'] as const),
  ...(['loginServer', 'loginServerIp', 'cloud', 'folder', 'encoding', 'line'] as const),
]

/** Lines that differ in values alone are one line, over all inputs. */
function shapesOf(digests: readonly InputDigest[]): (template: string) => string {
  const mined = mineTemplates(digests.flatMap(({ unexplained }) => unexplained))
  const shapes = new Map(mined.flatMap(({ template, lines }) => lines.map((line) => [line.template, template])))
  return (template) => shapes.get(template) ?? template
}

function readTraits({ name, runs, hosts, encoding, unexplained }: InputDigest, shapeOf: (template: string) => string): Map<string, Trait> {
  const folder = /^.*[/\\]/.exec(name)?.[0]
  const traits: Trait[] = [
    ...runs.flatMap(({ environment }) => Object.entries(environment).map(([kind, value]) => trait(kind as TraitKind, value))),
    ...hosts.map((host) => trait('host', host)),
    ...(folder ? [trait('folder', folder)] : []),
    trait('encoding', encoding),
    ...unexplained.map(({ template }) => trait('line', shapeOf(template))),
  ]
  return new Map(traits.map((one) => [`${one.kind} ${one.value}`, one]))
}

function trait(kind: TraitKind, value: string): Trait {
  return { kind, value, inputCount: 1 }
}
