/** Whose registry a message speaks of: the host nearest to it says. */
import type { CatalogEntry } from '../catalog/entry.js'
import { cloudOf, loginServerOf, namedLoginServer } from '../log/environment.js'
import type { Match } from '../match/match.js'
import { placeholderPattern } from '../text/placeholder.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'

/** Services that a registry of Azure works with. */
const azureHost = /(?:^|\.)(?:microsoft\.com|microsoftonline\.(?:com|us|cn)|chinacloudapi\.cn|azure\.(?:com|net|us|cn)|windows\.net)$/i
/** Hosts that messages about any registry link to. */
const linkedHost = /(?:^|\.)(?:aka\.ms|github\.com|docs\.docker\.com|kubernetes\.io|localhost)$/i
const redactedHost = placeholderPattern('host')
const namedHost = new RegExp(
  `(?:https?:\\/\\/|\\blookup |\\bregistry ["'\`]?)((?:[a-z0-9<>*_-]+\\.)+[a-z]{2,}|${redactedHost})` +
    `|((?:${placeholderPattern('registry')}(?:-${placeholderPattern('label')})?\\.|\\b)(?:[a-z0-9-]+\\.)*(?:docker\\.io|docker\\.com|ghcr\\.io|quay\\.io|gcr\\.io|pkg\\.dev|amazonaws\\.com|icr\\.io|registry\\.k8s\\.io|azurecr\\.(?:io|cn|us)))\\b`,
  'gi',
)
const isRedactedHost = new RegExp(`^${redactedHost}`)

/** The host of another company's registry that a match speaks of; undefined where it speaks of none. */
export function foreignHostOf(source: SourceText, match: Match<CatalogEntry>): string | undefined {
  if (match.signature.owner.scope === 'any') return undefined
  const named = match.facts.loginServer ?? match.facts.registry ?? match.facts.host
  const host = named !== undefined && (named.includes('.') || isRedactedHost.test(named)) ? named : nearestHost(source, match)
  // of `<registry>.azurecr.io` the suffix alone is a host
  return host !== undefined && cloudOf(`.${host}`) === undefined && !azureHost.test(host) ? host : undefined
}

/**
 * The login server that a match itself speaks of, by its facts or by the host nearest to it: the log of a daemon has those
 * of many registries. Undefined where it names none in full.
 */
export function loginServerOfMatch(source: SourceText, match: Match<CatalogEntry>): string | undefined {
  const host = loginServerOf(match.facts) ?? match.facts.host ?? nearestHost(source, match)
  return host && namedLoginServer(host)
}

const FARTHEST = 600

/** The nearest host on the lines of a match, hosts before it preferred; undefined where they name none that tells. */
function nearestHost(source: SourceText, match: Match<CatalogEntry>): string | undefined {
  const lineStart = source.lineStarts[lineIndexAt(source, match.stretch.start)] as number
  const lineEnd = lineEndOf(source, lineIndexAt(source, match.stretch.end - 1))
  const from = Math.max(lineStart, match.stretch.start - FARTHEST)
  const text = source.text.slice(from, Math.min(lineEnd, match.stretch.end + FARTHEST))
  const hosts = [...text.matchAll(namedHost)]
    .map((found) => ({ host: (found[1] ?? found[2]) as string, at: from + found.index }))
    .filter(({ host }) => !azureHost.test(host) && !linkedHost.test(host))
  const before = hosts.findLast(({ at }) => at <= match.stretch.end)
  return (before ?? hosts[0])?.host
}
