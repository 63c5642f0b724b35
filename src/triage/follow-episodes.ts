/** Episodes over several inputs: a failure that goes on, or is over, in the next part of the same log. */
import type { CatalogEntry } from '../catalog/entry.js'
import { groupBy } from '../diagnose/group-by.js'
import type { Moment } from '../text/read-time.js'
import type { FindingDigest, InputDigest, Spell } from './digest.js'
import { findEpisodes } from './find-episodes.js'
import { LaterSuccesses } from './later-success.js'
import type { PlacedFinding } from './merge-digests.js'
import { latestOf } from './seen.js'
import { findSeries } from './series.js'
import type { Episode } from './triage.js'

/** The row of what cannot be put in order. */
const ALONE = ''

export interface FollowedEpisodes {
  /** In order of time, those without one behind. */
  readonly episodes: readonly Episode[]
  /** Findings that are open in their input, and over in another one. */
  readonly cleared: ReadonlySet<FindingDigest>
}

/** An episode, and the finding that it leaves open in its last input. */
interface Followed {
  readonly episode: Episode
  readonly last: PlacedFinding
  /** Open in their inputs: they end as it does. */
  readonly open: readonly FindingDigest[]
}

export class EpisodeFollower {
  readonly #digests: readonly InputDigest[]
  readonly #entryOf: (code: string) => CatalogEntry
  /** By input, the log that it is a part of. */
  readonly #series = new Map<number, { readonly id: number; readonly successes: LaterSuccesses }>()

  constructor(digests: readonly InputDigest[], entryOf: (code: string) => CatalogEntry) {
    this.#digests = digests
    this.#entryOf = entryOf
    findSeries(digests).forEach((series, id) => {
      const successes = new LaterSuccesses(digests, series)
      for (const { input } of series) this.#series.set(input, { id, successes })
    })
  }

  /** @param group findings of one code and registry, each of another input */
  follow(group: readonly PlacedFinding[]): FollowedEpisodes {
    const found = group.flatMap((placed) => this.#within(placed)).sort((a, b) => compareEpisodes(a.episode, b.episode))
    const rows = groupBy(found, ({ episode }) => this.#rowOf(episode))
    const followed = [...rows].flatMap(([key, row]) => {
      const series = this.#series.get((row[0] as Followed).episode.input)
      return key === ALONE || !series ? row : this.#join(row, series.successes)
    })
    return {
      episodes: followed.map(({ episode }) => episode).sort(compareEpisodes),
      cleared: new Set(followed.flatMap(({ episode, open }) => (episode.end === null ? [] : open))),
    }
  }

  #within(placed: PlacedFinding): Followed[] {
    const { input, finding } = placed
    const episodes = findEpisodes(finding, this.#entryOf(finding.code), this.#digests[input]?.runs ?? [], input)
    return episodes.map((episode) => ({ episode, last: placed, open: episode.end === null ? [finding] : [] }))
  }

  /** Those that can be put in order of time are in one row: of one log, and all with a zone or all without. */
  #rowOf({ input, firstSeen, lastSeen }: Episode): string {
    const series = this.#series.get(input)
    if (!series || !firstSeen || firstSeen.hasZone !== lastSeen?.hasZone) return ALONE
    return `${series.id} ${firstSeen.hasZone}`
  }

  /** The episodes of one log, in order of time: what one input leaves open ends in a later one before it is seen there again, or goes on. */
  #join(row: readonly Followed[], successes: LaterSuccesses): Followed[] {
    const chains: Followed[][] = []
    let lastSeen: Moment | null = null
    for (const next of row) {
      const chain = chains.at(-1)
      if (chain && !this.#isOver(chain.at(-1) as Followed, lastSeen, next, successes)) chain.push(next)
      else {
        chains.push([next])
        lastSeen = null
      }
      lastSeen = later(lastSeen, next.episode.lastSeen)
    }
    return chains.map((chain) => {
      const whole = asOne(chain)
      return { ...whole, episode: { ...whole.episode, end: this.#endOf(whole, whole.episode.lastSeen, successes) } }
    })
  }

  /** Whether what was seen until `lastSeen` is over before the next one begins. */
  #isOver(last: Followed, lastSeen: Moment | null, next: Followed, successes: LaterSuccesses): boolean {
    if (last.episode.end !== null) return true
    const end = this.#endOf(last, lastSeen, successes)
    return end !== null && isBefore(end.at, next.episode.firstSeen)
  }

  #endOf({ episode, last }: Followed, lastSeen: Moment | null, successes: LaterSuccesses): Episode['end'] {
    const run = (last.finding.spells.at(-1) as Spell).run
    if (episode.end !== null || run === null || lastSeen === null) return episode.end
    const linkable = { ...last.finding, entry: this.#entryOf(last.finding.code), sightings: [] }
    return successes.after(linkable, last.input, run, lastSeen)
  }
}

function isBefore(end: Moment | null, next: Moment | null): boolean {
  return end !== null && next !== null && end.hasZone === next.hasZone && end.at <= next.at
}

/** @param chain of episodes that go on in each other, one at least */
function asOne(chain: readonly Followed[]): Followed {
  const [first, last] = [chain[0], chain.at(-1)] as [Followed, Followed]
  const inputs = new Set(chain.map(({ episode }) => episode.input))
  inputs.delete(first.episode.input)
  const lastSeen = chain.reduce<Moment | null>((known, { episode }) => later(known, episode.lastSeen), null)
  return {
    episode: { ...first.episode, goesOnIn: [...inputs], lastSeen, end: last.episode.end },
    last: last.last,
    open: chain.flatMap(({ open }) => open),
  }
}

function later(one: Moment | null, other: Moment | null): Moment | null {
  return latestOf([one, other].flatMap((moment) => moment ?? [])) ?? null
}

function compareEpisodes(a: Episode, b: Episode): number {
  const [left, right] = [a.firstSeen?.at ?? Number.MAX_SAFE_INTEGER, b.firstSeen?.at ?? Number.MAX_SAFE_INTEGER]
  return left - right || a.input - b.input || a.firstLine - b.firstLine
}
