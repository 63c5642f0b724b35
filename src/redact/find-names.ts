/** Private names in a reading: registries, hosts, addresses, ids, mail, users and what Azure's resources are called. */
import type { PrivateKind } from '../text/placeholder.js'
import { anyOf, type LineFinder, matchesIn, type Needs } from './line-finder.js'
import { isPublicAddress, isPublicId, privatePartOf, publicMachines, publicUsers } from './public-names.js'
import type { Reading } from './reading.js'

/** A private value at a place of a reading. */
export interface Hit {
  readonly kind: PrivateKind
  readonly start: number
  readonly end: number
}

/** A pattern of which group 1 is what stands before the value, group 2 the value. */
interface Shape {
  readonly pattern: RegExp
  /** A line without these holds no such value: few lines are looked at. */
  readonly needs: Needs
  /** What the value is; null where it is none of anybody's. Offsets that it gives are of the value's private part. */
  readonly kindOf: (value: string, before: string, at: number, text: string) => PrivateKind | null
  /** The private part of the value; the whole of it if absent. */
  readonly partOf?: (value: string) => string
}

const subscription = (value: string): PrivateKind | null => (isPublicId(value) ? null : 'subscription')
const always = (kind: PrivateKind) => () => kind
const named = (kind: PrivateKind, publicNames: ReadonlySet<string>) => (value: string) =>
  publicNames.has(value.toLowerCase()) ? null : kind
const namedUser = named('user', publicUsers)
/** An id has a shape of its own. */
const user = (value: string): PrivateKind | null => (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) ? null : namedUser(value))
const machine = named('machine', publicMachines)
const hostOrMachine = (value: string): PrivateKind | null => {
  if (/^[\d.]+$|^\[/.test(value)) return null // an address has a shape of its own
  return value.includes('.') ? 'host' : machine(value)
}
const privateHostPart = (value: string) => (value.includes('.') ? privatePartOf(value) : value)

// A name as Azure writes it in a path, up to what ends it; placeholders of templates are none.
const segment = String.raw`([A-Za-z0-9_(][\w.()~-]{0,90})`
// A value behind an option or a label, in quotes or bare.
const option = String.raw`(?:[^\S\n]+|=)["']?`
const colon = String.raw`["']?[^\S\n]{0,3}[:=][^\S\n]{0,3}["']?`
const chineseColon = String.raw`[^\S\n]{0,3}(?:[:：=＝][^\S\n]{0,3}["'“「]?|["'“「])`
const word = String.raw`([A-Za-z0-9_(][^\s"'<>|,;&=]{0,100})`

// In a string that was cut, or in prose, a dotted word is a host only where its last label is a domain's.
const topLevel =
  'com|net|org|io|cloud|dev|local|lan|corp|internal|intra|intranet|edu|gov|biz|eu|ai|at|au|br|ca|ch|cn|cz|de|dk|es|fi|fr|hk|ie|il|jp|kr|mx|nl|nz|pl|pt|ru|se|sg|tr|tw|uk|us|za'
/** Last labels that end a name of code or a sentence as well: they count behind two others. */
const lessTelling = 'home|int|info|app|tech|online|site|xyz|arpa|example|test|invalid|in|it|is|be|no|me|sh|co'

const supportIds =
  /(?:correlation|request|trace|activity|operation|session|invocation|x-ms-[a-z-]{1,40}|run|job|build|execution|event)[\s_-]*(?:id)?["'\\]*\s*[:=(]?\s*["'\\]*$/i

const shapes: readonly Shape[] = [
  {
    needs: ['.azurecr.'],
    // contoso.azurecr.io, its data and regional endpoints, and the label that a domain name label puts behind the name
    pattern: /((?<![\w.-]))([a-z0-9]{2,50})(?=(?:-[a-z0-9]{4,40})?(?:\.[a-z0-9-]{1,40}){0,3}\.azurecr\.(?:io|cn|us)(?![\w-]))/gi,
    kindOf: (value) => (/^(?:privatelink|azurecr|www)$/i.test(value) ? null : 'registry'),
  },
  {
    needs: ['.azurecr.'],
    pattern: /((?<![\w.-])[a-z0-9]{2,50}-)([a-z0-9]{4,40})(?=(?:\.[a-z0-9-]{1,40}){0,3}\.azurecr\.(?:io|cn|us)(?![\w-]))/gi,
    kindOf: always('label'),
  },
  { needs: ['registr'], pattern: /(\bregistr(?:y|ies)(?: name)?:? ["'`])([A-Za-z0-9]{2,50})(?=["'`])/gi, kindOf: always('registry') },
  {
    needs: ['resource with name'],
    pattern: /(\bresource with name ["'])([A-Za-z0-9]{2,50})(?=["'] and type ["']Microsoft\.ContainerRegistry)/gi,
    kindOf: always('registry'),
  },
  {
    needs: ['/registries/'],
    pattern: /(\/providers\/Microsoft\.ContainerRegistry\/registries\/)([A-Za-z0-9]{2,50})(?![\w.])/gi,
    kindOf: always('registry'),
  },
  {
    needs: ['az acr '],
    pattern: new RegExp(
      `(\\baz acr (?!task|run|build|cache|token|scope-map|webhook)[^\\n]{0,300}?\\s(?:--name|--registry|-n|-r)${option})([A-Za-z0-9]{2,50})(?![\\w.])`,
      'gi',
    ),
    kindOf: always('registry'),
  },
  {
    needs: ['--registry', ' -r', '-acr', '--acr'],
    pattern: new RegExp(`(\\s(?:--registry|-r|--attach-acr|--detach-acr|--acr)${option})([A-Za-z0-9]{2,50})(?![\\w./:-])`, 'gi'),
    kindOf: always('registry'),
  },
  {
    needs: ['name'],
    pattern: new RegExp(`(\\b(?:registry|acr|containerRegistry)[_-]?name${colon})([A-Za-z0-9]{2,50})(?![\\w.])`, 'gi'),
    kindOf: always('registry'),
  },

  { needs: ['/subscriptions/'], pattern: new RegExp(`(/subscriptions/)${segment}`, 'gi'), kindOf: subscription },
  { needs: ['--subscription'], pattern: new RegExp(`(\\s--subscription${option})${word}`, 'gi'), kindOf: subscription },
  { needs: ['subscription'], pattern: /(\bsubscription:? ['"])([^'"\n(]{1,80}?)(?=['"]| \()/gi, kindOf: subscription },
  { needs: ['/resourcegroups/'], pattern: new RegExp(`(/resourceGroups/)${segment}`, 'gi'), kindOf: always('resource-group') },
  {
    needs: ['--resource-group', ' -g'],
    pattern: new RegExp(`(\\s(?:--resource-group|-g)${option})${word}`, 'gi'),
    kindOf: always('resource-group'),
  },
  { needs: ['resource group'], pattern: /(\bresource group:? ['"`])([\w.()-]{1,90})(?=['"`])/gi, kindOf: always('resource-group') },
  {
    needs: ['resourcegroup', 'resource_group'],
    pattern: new RegExp(`(\\bresource_?Group(?:_?Name)?${colon})${segment}`, 'gi'),
    kindOf: always('resource-group'),
  },
  {
    needs: ['/providers/'],
    pattern: new RegExp(`(/providers/Microsoft\\.[\\w.]{1,60}/(?!registries/)\\w{1,60}/)${segment}`, 'gi'),
    kindOf: always('resource'),
  },
  {
    needs: ['/providers/'],
    pattern: new RegExp(`(/providers/Microsoft\\.[\\w.]{1,60}/\\w{1,60}/[^\\s/]{1,90}/\\w{1,60}/)${segment}`, 'gi'),
    kindOf: always('resource'),
  },
  {
    needs: ['az '],
    pattern: new RegExp(`(\\baz (?!acr)[^\\n]{0,300}?\\s(?:--name|-n)${option})${word}`, 'gi'),
    kindOf: always('resource'),
  },
  {
    needs: ['accountname=', '--account-name', '--vault-name', '--cluster-name'],
    pattern: new RegExp(`((?:\\bAccountName=|\\s--(?:account|vault|cluster)-name${option}))([A-Za-z0-9][\\w-]{2,62})`, 'gi'),
    kindOf: always('resource'),
  },
  {
    needs: ['--tenant'],
    pattern: new RegExp(`(\\s(?:--tenant)${option})([A-Za-z0-9][\\w.-]{2,80}\\.[A-Za-z]{2,20})`, 'gi'),
    kindOf: always('tenant'),
  },
  { needs: ['.onmicrosoft.com'], pattern: /((?<![\w.-]))([a-z0-9-]{1,60})(?=\.onmicrosoft\.com\b)/gi, kindOf: always('tenant') },

  {
    needs: idPlaces,
    pattern: /((?<![0-9a-z-]))([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z-])/gi,
    kindOf: (value, _, at, text) => idKind(value, text.slice(Math.max(0, at - LONGEST_LABEL), at)),
  },

  {
    needs: ['@'],
    pattern: /((?<![\w.%+-]))([\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![\w@-])/gi,
    kindOf: (value) => (/^git@/.test(value) ? null : 'mail'),
  },
  // Who works where: alice@build-7:~$, [alice@build-7 src]#, alice@DESKTOP MINGW64 ~
  {
    needs: ['@'],
    pattern:
      /((?:^|[\s(["'=])(?!git@))([\w.-]{1,64})(?=@[\w.-]{1,64}(?::[~/]|[^\n@]{0,120}\][$#]|(?: [^\n@]{0,80})? ?[$#%](?:\s|$)| MINGW))/gm,
    kindOf: user,
  },
  {
    needs: ['@'],
    pattern: /((?:^|[\s(["'=])[\w.-]{1,64}@)([\w.-]{1,64})(?=:[~/]|[^\n@]{0,120}\][$#]|(?: [^\n@]{0,80})? ?[$#%](?:\s|$)| MINGW)/gm,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  {
    needs: ['users'],
    pattern:
      /([A-Za-z]:[\\/]{1,4}Users[\\/]{1,4}|(?<![\w.-])\/Users\/|\/mnt\/c\/Users\/|\\Users\\)([^\\/\n"'<>|:*?;,]{1,40}(?=[\\/])|[^\\/\s"'<>|:*?;,)\]}]{1,64})/g,
    kindOf: user,
  },
  { needs: ['/home/'], pattern: /((?<![\w.-])\/(?:export\/)?home\/)([\w][\w.@-]{0,63})/g, kindOf: user },
  {
    needs: ['user', 'logname'],
    pattern: new RegExp(`(\\b(?:user(?:[_ -]?(?:name|id))?|logname|sudo_user)${colon})([A-Za-z][\\w.\\\\@-]{1,60})(?![\\w(])`, 'gi'),
    kindOf: userOfLabel,
  },
  {
    needs: ['--'],
    pattern: new RegExp(`(\\s(?:--user(?:name)?|--docker-username|--registry-username)${option})([A-Za-z0-9][\\w.@\\\\-]{0,80})`, 'gi'),
    kindOf: user,
  },
  {
    needs: [' -u', '--user', 'creds', '--proxy-user'],
    pattern: new RegExp(
      `(\\s(?:-u|--user|--(?:source-|src-|dest-)?creds|--proxy-user)${option})([A-Za-z][\\w.@-]{1,80})(?=:(?!//)[^\\s])`,
      'gi',
    ),
    kindOf: user,
  },
  { needs: ['login'], pattern: new RegExp(`(\\blogin\\b[^\\n]{0,200}?\\s-u${option})([A-Za-z0-9][\\w.@\\\\-]{0,80})`, 'gi'), kindOf: user },
  {
    needs: ['user ', 'client ', 'actor ', 'principal ', 'as '],
    pattern: /(\b(?:user|client|actor|principal|limit as|logged in as|Authenticating as) ['"])([\w.@+-]{1,80})(?=['"])/gi,
    kindOf: user,
  },
  // \\\\build-7\\share, of which a reading has one mark; ssh alice@build-7; ~alice/
  {
    needs: ['\\'],
    pattern: /((?:^|[\s"'=(])\\)([A-Za-z][\w.]{0,62}-[\w.-]{1,62}|[A-Za-z][\w-]{0,30}\d[\w.-]{0,62})(?=\\[\w$])/gm,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  {
    needs: ['ssh', 'scp', 'rsync', 'sftp'],
    pattern: /(\b(?:ssh|scp|rsync|sftp)\b[^\n@]{0,200}\s)([\w.-]{1,64})(?=@[\w.-]+)/g,
    kindOf: user,
  },
  {
    needs: ['ssh', 'scp', 'rsync', 'sftp'],
    pattern: /(\b(?:ssh|scp|rsync|sftp)\b[^\n@]{0,200}\s[\w.-]{1,64}@)([\w.-]{1,64})(?=[\s:"']|$)/gm,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  { needs: ['~'], pattern: /((?:^|[\s"'=:])~)([a-z_][\w.-]{1,31})(?=\/)/gm, kindOf: user },
  // Who is at work on a machine, as systemd, sshd, PAM and sudo log it.
  {
    needs: [' user ', ' for ', '(uid=', 'sudo'],
    pattern:
      /(\b(?:session \S{1,20} of user|session (?:opened|closed) for user|(?:accepted|failed) [\w/-]{1,40} for(?: invalid user)?|invalid user|from user) )([\w](?:[\w.-]{0,62}[\w$])?)(?=[.,;:(]|\s|$)/gi,
    kindOf: user,
  },
  { needs: ['(uid='], pattern: /(\bby )([a-z_][\w.-]{0,62})(?=\(uid=\d)/gi, kindOf: user },
  { needs: ['sudo'], pattern: /(\bsudo(?:\[\d+\])?:\s{1,12})([\w.-]{1,64})(?= : )/gi, kindOf: user },
  { needs: ['@'], pattern: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)([\w.%+-]{1,64})(?=(?::[^\s@/"'<>]{1,200})?@)/gi, kindOf: user },

  {
    needs: ['://'],
    pattern: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s@/"'<>]{1,200}@)?)([a-z0-9](?:[\w.-]{0,250}[a-z0-9])?)/gi,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  {
    needs: ['lookup ', 'dig ', 'ping ', 'traceroute ', 'resolv', 'host:'],
    pattern:
      /(\b(?:lookup|nslookup|dig|ping|traceroute|resolve host|resolving|host:) )([a-z0-9](?:[\w-]{0,61}[a-z0-9])?(?:\.[\w-]{1,63}){1,8})(?=[\s:.,"')]|$)/gim,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  // The same in Chinese: a colon or quotes, or a name that no sentence has.
  {
    needs: anyOf('用户', '用戶', '使用者', '操作人', '账号', '帐号', '帳號', '账户', '帳戶'),
    pattern: new RegExp(
      `((?:用[户戶]名?|使用者(?:名[称稱])?|操作人|[账帐帳][号號户戶])${chineseColon})([A-Za-z][\\w.\\\\@-]{1,60})(?![\\w(])`,
      'g',
    ),
    kindOf: user,
  },
  {
    needs: anyOf('资源组', '資源群組'),
    pattern: new RegExp(`((?:资源组|資源群組)(?:名[称稱])?${chineseColon}?[^\\S\\n]{0,3})${segment}`, 'g'),
    kindOf: (value, before) => (/[-_\d]/.test(value) || new RegExp(`${chineseColon}$`).test(before) ? 'resource-group' : null),
  },
  {
    needs: anyOf('注册表', '登錄', '镜像仓库'),
    pattern: new RegExp(`((?:注册表|登錄檔?|镜像仓库)(?:名[称稱])?${chineseColon})([A-Za-z0-9]{5,50})(?![\\w./-])`, 'g'),
    kindOf: always('registry'),
  },
  {
    needs: anyOf('订阅', '訂用帳戶'),
    pattern: new RegExp(`((?:订阅|訂用帳戶)(?:名[称稱])?${chineseColon})([^”」"'\\s(，。]{2,80})`, 'g'),
    kindOf: subscription,
  },
  {
    needs: anyOf('主机', '主機', '计算机', '電腦', '机器', '機器', '节点', '節點', '服务器', '伺服器'),
    pattern: new RegExp(
      `((?:主[机機]|计算机|電腦|[机機]器|[节節][点點]|服务器|伺服器)(?:名[称稱]?)?${chineseColon})([a-z][\\w.-]{2,62})(?![\\w(])`,
      'gi',
    ),
    kindOf: hostOfLabel,
    partOf: privateHostPart,
  },
  // A name without dots is one where a resolver says so.
  {
    needs: ['lookup '],
    pattern: /(\blookup )([a-z0-9](?:[\w-]{0,61}[a-z0-9])?)(?=(?: on [\d[][\d.a-f:\]]{2,45}|: (?:no such host|Temporary failure)))/gi,
    kindOf: machine,
  },
  {
    needs: ['host', 'name', 'server', 'proxy'],
    pattern: new RegExp(
      `(\\b(?:host(?:_?name)?|computer_?name|node_?name|machine[ _]?name|server|proxy)${colon})([a-z][a-z0-9-]{2,62}(?:\\.[a-z0-9-]+){0,6})(?![\\w(.]|://)`,
      'gi',
    ),
    kindOf: hostOfLabel,
    partOf: privateHostPart,
  },
  {
    needs: [...topLevel.split('|'), ...lessTelling.split('|')].map((label) => `.${label}`),
    pattern: new RegExp(
      `((?<![\\w.@/\\\\-]))((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}(?:${topLevel}|${lessTelling}))(?![\\w(-]|\\.[\\w])`,
      'gi',
    ),
    kindOf: dottedName,
    partOf: privatePartOf,
  },
  // The machine that a line of syslog comes from; journalctl has months in English, German or Chinese.
  {
    needs: [
      ...['jan ', 'feb ', 'mar ', 'apr ', 'may ', 'jun ', 'jul ', 'aug ', 'sep ', 'oct ', 'nov ', 'dec '],
      ...['mär ', 'mai ', 'okt ', 'dez ', '月 '],
    ],
    pattern: /(^[^\S\n]*(?:\p{L}{3}|\d{1,2}月) [ \d]\d \d\d:\d\d:\d\d )([a-z0-9][\w.-]{0,62})(?= [\w./@-]+(?:\[\d+\])?: )/gimu,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },
  {
    needs: [']: '],
    pattern:
      /(^[^\S\n]*(?:<\d{1,3}>1 )?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:?\d\d) )([a-z0-9][\w.-]{0,62})(?= [\w./-]+\[\d+\]: )/gim,
    kindOf: hostOrMachine,
    partOf: privateHostPart,
  },

  {
    needs: addressPlaces,
    pattern: /((?<![\w.]))(\d{1,3}(?:\.\d{1,3}){3})(?!\.?[\w])/g,
    kindOf: (value, _, at, text) => addressKind(value, text.slice(Math.max(0, at - 24), at)),
  },
  {
    needs: addressV6Places,
    pattern:
      /((?<![\w:.]))((?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::(?:ffff:)?(?:\d{1,3}\.){3}\d{1,3}|::(?:[0-9a-f]{1,4}:){1,6}[0-9a-f]{1,4})(?![\w:]|\.\d)/gi,
    kindOf: addressV6Kind,
  },
]

const LONGEST_LABEL = 80

/** Ids by what is said before them; those that name a request, and nobody, stay for support. */
function idKind(id: string, before: string): PrivateKind | null {
  if (isPublicId(id) || supportIds.test(before)) return null
  if (/subscriptions?(?:\/|[\s_-]*(?:id)?["'\\]*\s*[:=(]?\s*["'\\]*)$/i.test(before)) return 'subscription'
  if (/(?:tenant|directory|microsoftonline\.[a-z]+\/|sts\.windows\.net\/)[\s_-]*(?:id)?["'\\]*\s*[:=(]?\s*["'\\]*$/i.test(before))
    return 'tenant'
  if (/(?:client|app|application|identifier)[\s_-]*(?:id)?["'\\]*\s*[:=(]?\s*["'\\]*$|\s-u\s$/i.test(before)) return 'client'
  if (/(?:object|principal|oid)[\s_-]*(?:id)?["'\\]*\s*[:=(]?\s*["'\\]*$/i.test(before)) return 'object'
  return 'guid'
}

const privateV4 = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
/** Four numbers with dots between them may be a version, too. */
const versionHead = /(?:\bv(?:er(?:sion)?)?|version['":= ]{0,4}|[=<>~^]=|release)[\s:'"]*$/i

function addressKind(address: string, before: string): PrivateKind | null {
  if (address.split('.').some((part) => Number(part) > 255) || isPublicAddress(address) || versionHead.test(before)) return null
  return privateV4.test(address) ? 'private-ip' : 'public-ip'
}

function addressV6Kind(address: string): PrivateKind | null {
  // Words such as `dead::beef` or a C++ name are no addresses; a real one has digits in it.
  if (isPublicAddress(address) || !/\d/.test(address)) return null
  const mapped = /(?:\d{1,3}\.){3}\d{1,3}$/.exec(address)?.[0]
  if (mapped) return privateV4.test(mapped) ? 'private-ip' : 'public-ip'
  return /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(address) ? 'private-ip' : 'public-ip'
}

/** `user: alice` names one, `user: not found` does not. */
function userOfLabel(value: string, before: string): PrivateKind | null {
  const isProse =
    /:\s$/.test(before) &&
    /^(?:not|no|is|was|has|the|a|an|and|or|to|for|in|on|with|invalid|unknown|does|could|failed|required|succeeded|error|denied)$/i.test(
      value,
    )
  return isProse || /^(?:true|false|null|none|yes)$/i.test(value) ? null : user(value)
}

function hostOfLabel(value: string, before: string): PrivateKind | null {
  if (/:\s$/.test(before) && !value.includes('.') && !/\d|-/.test(value)) return null
  return /^(?:true|false|null|none|error|status|version|client)$/i.test(value) ? null : hostOrMachine(value)
}

const lessTellingEnd = new RegExp(`^[^.]+\\.(?:${lessTelling})$`, 'i')

/** A host has its domain in the case of the rest; `System.IO` is no host, nor is the `registry.It` of a lost space. */
function dottedName(value: string): PrivateKind | null {
  const last = value.slice(value.lastIndexOf('.') + 1)
  const isOneCase = last === last.toLowerCase() || value === value.toUpperCase()
  return isOneCase && !lessTellingEnd.test(value) ? 'host' : null
}

/** Where the dashes of an id stand as they do in one. */
function idPlaces(text: string): number[] {
  return placesOfMarks(text, '-', 4, (gap) => gap === 5)
}

/** Where dots stand as near to each other as in an IPv4 address. */
function addressPlaces(text: string): number[] {
  return placesOfMarks(text, '.', 3, (gap) => gap >= 2 && gap <= 4)
}

/** Where colons stand as near to each other as in an IPv6 address that is written in full, or one next to the other. */
function addressV6Places(text: string): number[] {
  const whole = placesOfMarks(text, ':', 7, (gap) => gap >= 2 && gap <= 5)
  const shortened = placesOfMarks(text, ':', 2, (gap) => gap === 1)
  return shortened.length === 0 ? whole : [...whole, ...shortened].sort((a, b) => a - b)
}

/** Where a mark stands for the nth time in a row, each time as far from the one before as a test says. */
function placesOfMarks(text: string, mark: string, count: number, isNear: (gap: number) => boolean): number[] {
  const places: number[] = []
  let run = 1
  let last = text.indexOf(mark)
  for (let at = text.indexOf(mark, last + 1); last >= 0 && at >= 0; at = text.indexOf(mark, at + 1)) {
    run = isNear(at - last) ? run + 1 : 1
    if (run >= count) places.push(at)
    last = at
  }
  return places
}

/** The words that lines with names have in them. */
export const nameWords: readonly string[] = shapes.flatMap(({ needs }) => (typeof needs === 'function' ? [] : needs))

/** Every name that the shapes recognise; they may overlap. */
export function findNames({ text }: Reading, linesWith: LineFinder): Hit[] {
  return shapes.flatMap(({ pattern, needs, kindOf, partOf }) =>
    linesWith(needs).flatMap(({ line, at }) => {
      const hits: Hit[] = []
      for (const found of matchesIn(line, pattern)) {
        const [, before, value] = found as unknown as [string, string, string]
        const start = at + found.index + before.length
        const kind = kindOf(value, before, start, text)
        const part = kind && partOf ? partOf(value) : value
        if (kind && part !== '') hits.push({ kind, start, end: start + part.length })
      }
      return hits
    }),
  )
}
