/** Episodes over several inputs: a failure that goes on, or is over, in the next part of the same log. */
import type { CatalogEntry } from '../catalog/entry.js'
import { groupBy } from '../diagnose/group-by.js'
import type { Moment } from '../text/read-time.js'
import type { FindingDigest, InputDigest, Spell } from './digest.js'
import { latestOf } from './digest-log.js'
import { findEpisodes } from './find-episodes.js'
import { LaterSuccesses } from './later-success.js'
import type { PlacedFinding } from './merge-digests.js'
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
      for (const input of series) this.#series.set(input, { id, successes })
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
    const joined: Followed[] = []
    for (const next of row) {
      const last = joined.at(-1)
      if (!last || last.episode.end !== null) {
        joined.push(next)
        continue
      }
      const ended = this.#ended(last, successes)
      const isOver = ended.episode.end !== null && isBefore(ended.episode.end.at, next.episode.firstSeen)
      joined.splice(-1, 1, ...(isOver ? [ended, next] : [together(last, next)]))
    }
    return joined.map((one) => this.#ended(one, successes))
  }

  #ended(followed: Followed, successes: LaterSuccesses): Followed {
    const { episode, last } = followed
    const run = (last.finding.spells.at(-1) as Spell).run
    if (episode.end !== null || run === null || episode.lastSeen === null) return followed
    const linkable = { ...last.finding, entry: this.#entryOf(last.finding.code), sightings: [] }
    return { ...followed, episode: { ...episode, end: successes.after(linkable, last.input, run, episode.lastSeen) } }
  }
}

function isBefore(end: Moment | null, next: Moment | null): boolean {
  return end !== null && next !== null && end.hasZone === next.hasZone && end.at <= next.at
}

function together(one: Followed, next: Followed): Followed {
  const inputs = new Set([...one.episode.goesOnIn, next.episode.input, ...next.episode.goesOnIn])
  inputs.delete(one.episode.input)
  const lastSeen = latestOf([one.episode.lastSeen, next.episode.lastSeen].flatMap((moment) => moment ?? [])) ?? null
  return {
    episode: { ...one.episode, goesOnIn: [...inputs], lastSeen, end: next.episode.end },
    last: next.last,
    open: [...one.open, ...next.open],
  }
}

function compareEpisodes(a: Episode, b: Episode): number {
  const [left, right] = [a.firstSeen?.at ?? Number.MAX_SAFE_INTEGER, b.firstSeen?.at ?? Number.MAX_SAFE_INTEGER]
  return left - right || a.input - b.input || a.firstLine - b.firstLine
}
