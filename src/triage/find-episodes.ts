/** When a failure began and when it was over, as often as it came back. */
import type { CatalogEntry } from '../catalog/entry.js'
import { clearingAfter } from '../diagnose/link-findings.js'
import type { FindingDigest, RunDigest, Spell } from './digest.js'
import { seenInAny } from './seen.js'
import type { Episode } from './triage.js'

/**
 * Parts the sightings of one finding of one input into episodes: each ends where the same thing succeeds, or is still going on.
 *
 * @param runs of the input, with their ids as places
 * @returns in order of line; none where the finding rests on no line
 */
export function findEpisodes(finding: FindingDigest, entry: CatalogEntry, runs: readonly RunDigest[], input: number): Episode[] {
  const linkable = { ...finding, entry, sightings: [] }
  const episodes: Episode[] = []
  let current: Spell[] = []
  finding.spells.forEach((spell, index) => {
    current.push(spell)
    const next = finding.spells[index + 1]
    const isSameRun = next !== undefined && next.run === spell.run
    const success =
      spell.run === null || isSameRun
        ? undefined
        : clearingAfter(linkable, { run: spell.run, line: spell.lastLine }, runs, next?.run ?? runs.length)
    if (next && !success) return
    episodes.push(toEpisode(current, input, success && { input, line: success.line, at: runs[success.run]?.succeededAt ?? null }))
    current = []
  })
  return episodes
}

function toEpisode(spells: readonly Spell[], input: number, end: Episode['end'] | undefined): Episode {
  const [first] = spells as [Spell]
  return {
    input,
    firstLine: first.firstLine,
    lastLine: (spells.at(-1) as Spell).lastLine,
    goesOnIn: [],
    ...seenInAny(spells),
    end: end ?? null,
  }
}
