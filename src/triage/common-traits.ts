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

export class TraitFinder {
  readonly #digests: readonly InputDigest[]
  readonly #shapeOf: (template: string) => string
  readonly #known = new Map<number, ReadonlyMap<string, Trait>>()
  readonly #healthyCount: number
  readonly #traitsOfHealthy = new Set<string>()
  readonly #statedByHealthy = new Set<TraitKind>()

  /** @param digests of all inputs; an input's id is its place among them */
  constructor(digests: readonly InputDigest[]) {
    this.#digests = digests
    this.#shapeOf = shapesOf(digests)
    const healthy = digests.filter(({ verdict }) => verdict === 'healthy')
    this.#healthyCount = healthy.length
    for (const digest of healthy) {
      for (const [key, { kind }] of readTraits(digest, this.#shapeOf)) {
        this.#traitsOfHealthy.add(key)
        this.#statedByHealthy.add(kind)
      }
    }
  }

  /** @param inputs ids of the inputs of one failure; the most telling trait first */
  traitsOf(inputs: readonly number[], isLeftOut: (kind: TraitKind) => boolean): Trait[] {
    if (inputs.length < LEAST_INPUTS || this.#healthyCount < LEAST_INPUTS) return []
    return [...this.#countTraits(inputs, isLeftOut).values()]
      .filter(({ inputCount }) => inputCount >= inputs.length * COMMON_SHARE)
      .sort((a, b) => b.inputCount - a.inputCount || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.value, b.value))
      .slice(0, MOST_TRAITS)
  }

  #countTraits(inputs: readonly number[], isLeftOut: (kind: TraitKind) => boolean): Map<string, Trait> {
    const counts = new Map<string, Trait>()
    for (const input of inputs) {
      for (const [key, trait] of this.#traitsIn(input)) {
        const inputCount = (counts.get(key)?.inputCount ?? 0) + 1
        if (this.#tells(key, trait) && !isLeftOut(trait.kind)) counts.set(key, { ...trait, inputCount })
      }
    }
    return counts
  }

  /** What no healthy input speaks of at all cannot tell them apart; a line that stands in none of them can. */
  #tells(key: string, { kind }: Trait): boolean {
    return !this.#traitsOfHealthy.has(key) && (kind === 'line' || this.#statedByHealthy.has(kind))
  }

  #traitsIn(input: number): ReadonlyMap<string, Trait> {
    const traits = this.#known.get(input) ?? readTraits(this.#digests[input] as InputDigest, this.#shapeOf)
    this.#known.set(input, traits)
    return traits
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
