/** The variable parts of one line of a log: what becomes a gap of its signature, and a made-up value for its example. */
import { addressSort } from '../../diagnose/address.js'
import type { GapType } from '../../match/gaps.js'

/** A stretch of the line: words that the program always prints, or a value. */
export type Piece = { readonly literal: string } | Value

export interface Value {
  readonly name: string
  readonly type: GapType
  /** As the log has it. */
  readonly value: string
  /** One that names nobody, of the same sort. */
  readonly sample: string
}

interface Finder {
  readonly pattern: RegExp
  /** What a match of the pattern consists of; null where it is no value after all. `before` is the text in front of it. */
  pieces(found: RegExpMatchArray, before: string): readonly Piece[] | null
}

/** A finder whose whole match is one value. */
function whole(pattern: RegExp, name: string, type: GapType, sample: string | ((value: string) => string)): Finder {
  return { pattern, pieces: ([value]) => [{ name, type, value, sample: typeof sample === 'string' ? sample : sample(value) }] }
}

/** A finder with groups: those in `values` are values, by the names of the groups, and the text between them stays. */
function parted(pattern: RegExp, values: Readonly<Record<string, Omit<Value, 'name' | 'value'> & { readonly name?: string }>>): Finder {
  return {
    pattern,
    pieces(found) {
      const pieces: Piece[] = []
      let done = 0
      for (const [group, { name = group, ...value }] of Object.entries(values)) {
        const [start, end] = found.indices?.groups?.[group] ?? []
        if (start === undefined || end === undefined) continue
        const offset = found.index as number
        pieces.push(
          { literal: found[0].slice(done, start - offset) },
          { name, ...value, value: found[0].slice(start - offset, end - offset) },
        )
        done = end - offset
      }
      return [...pieces, { literal: found[0].slice(done) }]
    },
  }
}

const keep = (value: string) => value
const server = String.raw`[a-z0-9][a-z0-9-]{0,60}\.azurecr\.(?:io|cn|us)`
const repository = { type: 'word', sample: 'app/web' } as const
const tag = { type: 'word', sample: '1.0' } as const
const registry = { type: 'registry', sample: 'contoso.azurecr.io' } as const
const digest = { type: 'word', sample: '0'.repeat(64) } as const

/** Hosts, paths and numbers that are the same for everybody. */
const constantHost =
  /(?:^|\.)(?:aka\.ms|docker\.(?:io|com)|github\.com|ghcr\.io|quay\.io|mcr\.microsoft\.com|login\.microsoftonline\.(?:com|us)|login\.chinacloudapi\.cn|management\.azure\.com|graph\.microsoft\.com|kubernetes\.io|vault\.azure\.net|learn\.microsoft\.com|docs\.microsoft\.com|localhost)$/i
const constantPath = /^\/(?:(?:var\/run|run|etc|usr|bin|proc|sys|dev|v\d|providers|subscriptions|resourceGroups)\b)/i
const constantPorts = new Set(['80', '443', '53', '5000', '6443', '10250'])

/** In this order: what an earlier one takes, a later one does not see. */
const finders: readonly Finder[] = [
  whole(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[ ]?[+-]\d\d:?\d\d\b)?/g, 'time', 'text', keep),
  whole(/\b\d{4}-\d\d-\d\d\b|\b\d\d:\d\d:\d\d(?:\.\d+)?\b/g, 'time', 'word', keep),
  parted(
    new RegExp(
      String.raw`https?:\/\/(?<registry>${server})\/v2\/(?:(?<repository>[\w./-]{1,200})\/(?:manifests\/(?<tag>[\w.:-]+)|blobs\/sha256:(?<digest>[0-9a-f]{12,64})))?`,
      'dgi',
    ),
    {
      ...{ registry, repository, tag, digest },
    },
  ),
  whole(
    new RegExp(String.raw`(?<![/\w.-])${server}\/[\w./-]+(?:[:@][\w.:-]*\w)?`, 'gi'),
    'image',
    'word',
    'contoso.azurecr.io/app/web:1.0',
  ),
  whole(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.data\.azurecr\.(?:io|cn|us)\b/gi, 'host', 'host', 'contoso.westeurope.data.azurecr.io'),
  whole(new RegExp(String.raw`\b${server}\b`, 'gi'), 'registry', 'registry', (value) => value.replace(/^[^.]+/, 'contoso')),
  {
    pattern: /\bhttps?:\/\/([\w.-]+)(?::\d+)?(?:\/[^\s"'<>)\]]*[\w/])?/gi,
    pieces: ([url, host]) =>
      constantHost.test(host as string)
        ? [{ literal: url }]
        : [{ name: 'url', type: 'word', value: url, sample: 'https://host.example.com/path' }],
  },
  parted(
    /\/subscriptions\/(?<subscription>[\w-]+)(?:\/resourceGroups\/(?<resourceGroup>[\w.()-]+))?(?:\/providers\/Microsoft\.ContainerRegistry\/registries\/(?<registry>\w+))?/dgi,
    {
      subscription: { type: 'word', sample: '00000000-0000-0000-0000-000000000001' },
      resourceGroup: { type: 'word', sample: 'my-group' },
      registry: { type: 'registry', sample: 'contoso' },
    },
  ),
  {
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    pieces: ([value], before) => [{ ...guidNamedBy(before), value, sample: '00000000-0000-0000-0000-000000000002' }],
  },
  parted(/\bsha256:(?<digest>[0-9a-f]{12,64})\b/dgi, { digest }),
  whole(/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, 'user', 'word', 'someone@example.com'),
  {
    pattern: /(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3})(:\d{1,5})?(?![\w.]*\d)/g,
    pieces: ([, address, port], before) => addressPieces(address as string, port?.slice(1), before),
  },
  {
    pattern: /\[((?=[0-9a-f:.]*:[0-9a-f:.]*:)[0-9a-f:.]{2,39})\](:\d{1,5})?/gi,
    pieces: ([, address, port], before) => [
      { literal: '[' },
      ...addressPieces(address as string, undefined, before),
      { literal: ']' },
      ...portPieces(port?.slice(1)),
    ],
  },
  whole(/\b[A-Za-z]:\\[^\s"'<>|:*?]+/g, 'path', 'word', 'C:\\path\\to\\file'),
  {
    pattern: /(?<![\w/.:>-])~?(?:\/[\w.@+-]+){2,}\/?/g,
    pieces: ([value]) =>
      constantPath.test(value) ? [{ literal: value }] : [{ name: 'path', type: 'word', value, sample: '/path/to/file' }],
  },
  {
    pattern: /\b(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|io|cn|us|de|fr|eu|local|internal|cloud|dev|svc)\b/gi,
    pieces: ([value]) =>
      constantHost.test(value) ? [{ literal: value }] : [{ name: 'host', type: 'host', value, sample: 'host.example.com' }],
  },
  whole(/\bv?\d+\.\d+\.\d+(?:[-+][\w.+-]*\w)?\b/g, 'version', 'version', keep),
  whole(/(?<![\w.])\d+(?:\.\d+)?(?:[munµ]?s|m\d+(?:\.\d+)?s|[hm]|[KMG]i?B|B)\b/g, 'amount', 'word', keep),
  {
    // Words that only a value is called by, before a quotation: registry 'x', image "y", task named `z`.
    pattern:
      /\b(registry|repository|image|tag|user|account|group|subscription|tenant|vault|key|secret|pod|container|node|namespace|task|cluster|identity|file|directory|name|named|called|release|chart|profile|context)(:? ["'`‘“])([^\s"'`’”]{1,80})(?=["'`’”])/gi,
    pieces: ([, noun, quote, value]) => [{ literal: `${noun}${quote}` }, quotedValue((noun as string).toLowerCase(), value as string)],
  },
  whole(/\b(?=[a-z0-9-]*\d[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+){1,12}\b/g, 'name', 'word', 'web-1a2b3c4d-5e6f7'),
  whole(/\b0x[0-9a-f]+\b|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,}\b/gi, 'id', 'word', '0123456789ab'),
  {
    // A status of HTTP or of a program tells one failure from another; so does a port that everybody uses.
    pattern: /(?<![\w.-])\d+(?![\w-]|\.\d)/g,
    pieces: ([value], before) => (isTelling(value, before) ? null : [{ name: 'number', type: 'int', value, sample: value }]),
  },
]

function isTelling(number: string, before: string): boolean {
  return /^[1-5]\d\d$/.test(number) || constantPorts.has(number) || /\b(?:code|status|errno|error|exit|http)\W*$/i.test(before)
}

function guidNamedBy(before: string): Pick<Value, 'name' | 'type'> {
  const head = before.slice(-60).toLowerCase()
  const names: readonly (readonly [RegExp, string, GapType])[] = [
    [/correlation\W*id\W*$/, 'correlationId', 'guid'],
    [/tenants?\W*(?:id\W*)?$/, 'tenant', 'word'],
    [/subscriptions?\W*(?:id\W*)?$/, 'subscription', 'word'],
    [/object\W*(?:id\W*)?$/, 'objectId', 'word'],
    [/(?:app(?:lication)?|client)\W*(?:id\W*)?$/, 'appId', 'word'],
  ]
  const [, name, type] = names.find(([pattern]) => pattern.test(head)) ?? [null, 'id', 'guid' as const]
  return { name, type }
}

function addressPieces(address: string, port: string | undefined, before: string): readonly Piece[] {
  const name = /client (?:with )?(?:ip|address)\W*$/i.test(before) ? 'clientIp' : 'ip'
  const sample = addressSort(address) === 'private' ? '10.0.0.7' : '203.0.113.7'
  return [{ name, type: 'ip', value: address, sample: address.includes(':') ? '2001:db8::7' : sample }, ...portPieces(port)]
}

function portPieces(port: string | undefined): readonly Piece[] {
  if (port === undefined) return []
  return constantPorts.has(port) ? [{ literal: `:${port}` }] : [{ literal: ':' }, { name: 'port', type: 'int', value: port, sample: port }]
}

function quotedValue(noun: string, value: string): Value {
  if (noun === 'registry') return { name: 'registry', type: 'registry', value, sample: 'contoso' }
  if (noun === 'image' || noun === 'repository' || noun === 'tag') return { name: noun, type: 'word', value, sample: 'app' }
  return { name: /^(?:name|named|called)$/.test(noun) ? 'name' : noun, type: 'word', value, sample: `my-${noun}` }
}

/** The line as words and values in turn; a name that stands for two values has a number behind the second. */
export function findValues(line: string): readonly Piece[] {
  const pieces = finders.reduce<readonly Piece[]>(
    (known, finder) => known.flatMap((piece) => ('literal' in piece ? apply(finder, piece.literal) : [piece])),
    [{ literal: line }],
  )
  return tellApart(mergeNeighbours(pieces))
}

/** Finds in what is still literal. */
function apply({ pattern, pieces }: Finder, literal: string): readonly Piece[] {
  const parts: Piece[] = []
  let done = 0
  for (const found of literal.matchAll(pattern)) {
    const inner = pieces(found, literal.slice(0, found.index))
    if (!inner) continue
    parts.push({ literal: literal.slice(done, found.index) }, ...inner)
    done = found.index + found[0].length
  }
  return [...parts, { literal: literal.slice(done) }].filter((piece) => !('literal' in piece) || piece.literal !== '')
}

/** Literals side by side are one; values with nothing but white space between them are one, too. */
function mergeNeighbours(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    const beforeLast = merged.at(-2)
    if (last && 'literal' in last && 'literal' in piece) merged[merged.length - 1] = { literal: last.literal + piece.literal }
    else if (last && !('literal' in last) && !('literal' in piece)) merged[merged.length - 1] = joined(last, '', piece)
    else if (last && 'literal' in last && last.literal.trim() === '' && beforeLast && !('literal' in beforeLast) && !('literal' in piece))
      merged.splice(-2, 2, joined(beforeLast, last.literal, piece))
    else merged.push(piece)
  }
  return merged
}

function joined(first: Value, between: string, second: Value): Value {
  return { name: 'values', type: 'text', value: first.value + between + second.value, sample: first.sample + between + second.sample }
}

function tellApart(pieces: readonly Piece[]): readonly Piece[] {
  const valuesByName = new Map<string, string[]>()
  return pieces.map((piece) => {
    if ('literal' in piece) return piece
    const values = valuesByName.get(piece.name) ?? []
    valuesByName.set(piece.name, values)
    if (!values.includes(piece.value)) values.push(piece.value)
    const place = values.indexOf(piece.value)
    return place === 0 ? piece : { ...piece, name: `${piece.name}${place + 1}` }
  })
}
