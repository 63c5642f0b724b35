/** Secrets in a reading: passwords, tokens, keys and signatures, by their own shape or by the label before them. */
import type { PrivateKind } from '../text/placeholder.js'
import type { Hit } from './find-names.js'
import { anyOf, type FoundLine, type LineFinder, matchesIn, type Needs } from './line-finder.js'
import { commonWords } from './public-names.js'
import type { Reading } from './reading.js'

/** Secrets that their own shape gives away. */
const shapes: readonly { readonly kind: PrivateKind; readonly needs: readonly string[]; readonly pattern: RegExp }[] = [
  { kind: 'token', needs: ['eyj'], pattern: /(?<![\w-])eyJ[\w-]{6,}(?:\.[\w-]{4,}(?:\.[\w-]*)?)?/g }, // RFC 7519: base64url of a JSON object
  { kind: 'token', needs: ['0.a', '1.a'], pattern: /(?<![\w.-])[01]\.A[\w-]{30,}(?:\.[\w-]+)*/g }, // a refresh token of Microsoft Entra ID
  {
    kind: 'token',
    needs: ['gh', 'glpat', 'dckr', 'npm_', 'xox'],
    pattern:
      /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|dckr_[a-z]{2,4}_[\w-]{16,}|npm_[A-Za-z0-9]{20,}|xox[abp]-[\w-]{10,})/g,
  },
  { kind: 'key', needs: ['akia', 'asia'], pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g },
  // Keys of Azure tell what they are for: +ACR for a registry's password, +ASt for storage, and so on.
  {
    kind: 'key',
    needs: ['+a'],
    pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{30,90}\+A(?:CR|St|MC|BA|RD|DB|EH|SB|RM|PI)[A-Za-z0-9+/]{4,12}={0,2}/g,
  },
  { kind: 'key', needs: ['=='], pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])/g },
  { kind: 'password', needs: ['q~'], pattern: /(?<![\w.~-])[\w.~-]{3}[78]Q~[\w.~-]{31,34}(?![\w~-])/g }, // a client secret of Microsoft Entra ID
  { kind: 'key', needs: ['ls0tls1crudjti'], pattern: /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,}/g }, // base64 of `-----BEGIN `
]

// `["login", "-p", "…"]`: a command line as an array.
const inArray = String.raw`["'],[^\S\n]{0,3}(?=["'])`

/** A label that says what stands behind it. */
interface Label {
  readonly kind: PrivateKind
  /** A line without these holds no such label. */
  readonly needs: Needs
  /** Ends where the value begins. */
  readonly pattern: RegExp
  /** The value decides, too: such words are said of other things. */
  readonly isWeak?: boolean
  /** What a value without quotes is: part of a line of settings (the usual), a word of a command line, part of an address, or visible ASCII. */
  readonly style?: 'word' | 'address' | 'visible'
}

const equals = String.raw`["'\]]{0,2}[^\S\n]{0,3}(?:[:=]|=>)[^\S\n]{0,3}`
/** Chinese puts a full-width colon, or a word, and marks of its own around the value, which is no word of that language. */
const isChinese = String.raw`[”」"']?[^\S\n]{0,3}(?:[:=：＝]|[为為是])[^\S\n]{0,3}[“「]?(?=["']?[!-~])`
const option = String.raw`(?:[^\S\n]+|=)`

const labels: readonly Label[] = [
  {
    kind: 'password',
    needs: ['-p', '-client-secret', '-secret'],
    pattern: new RegExp(`["']--?(?:p|password|client-secret|secret)${inArray}`, 'gi'),
    style: 'word',
  },
  {
    kind: 'token',
    needs: ['bearer', 'basic', 'negotiate', 'digest'],
    pattern: /\b(?:bearer|basic|negotiate|digest)(?:[^\S\n]+|\+)(?=[\w+/.~-]{8})/gi,
    isWeak: true,
  },
  {
    // With its scheme the header leaves no doubt: what follows is a credential, whatever its letters.
    kind: 'token',
    needs: ['authorization'],
    pattern: new RegExp(`\\b(?:proxy-)?authorization${equals}(?:bearer|basic|negotiate|digest|sharedkey)[^\\S\\n]+(?=[\\w+/.~-]{8})`, 'gi'),
  },
  {
    kind: 'token',
    needs: ['authorization', 'auth-token', 'api-key', 'registry-auth', 'registry-config'],
    pattern: new RegExp(
      `\\b(?:proxy-|x-)?(?:authorization|auth-token|api-key|registry-auth|registry-config)${equals}(?:(?:bearer|basic|token|negotiate|digest|sharedkey)[^\\S\\n]+)?`,
      'gi',
    ),
    isWeak: true,
  },
  { kind: 'password', needs: ['@'], pattern: /:\/\/[^\s:@/"'<>]{0,100}:(?=[^\s@/"'<>]{1,300}@)/g, style: 'address' },
  {
    kind: 'password',
    needs: ['-pass', '-client-secret', '-secret', '-pwd', '-password'],
    pattern: new RegExp(
      `(?:^|\\s)--?(?:password|passwd|pass|passphrase|client-secret|secret|pwd|(?:docker|registry|admin|proxy|source-registry|dest-registry)-password)${option}`,
      'gim',
    ),
    style: 'word',
  },
  {
    kind: 'password',
    needs: ['login', 'sshpass'],
    pattern: new RegExp(`(?:\\blogin\\b[^\\n]{0,300}?|\\bsshpass)\\s-p${option}`, 'gi'),
    style: 'word',
  },
  { kind: 'password', needs: ['-stdin'], pattern: /--password-stdin[^\S\n]+<<<[^\S\n]{0,3}/gi, style: 'word' },
  { kind: 'password', needs: ['securestring'], pattern: /\bConvertTo-SecureString[^\S\n]+(?:-String[^\S\n]+)?(?=["'])/gi },
  {
    kind: 'password',
    needs: ['password>', 'secret>', 'token>'],
    pattern: /<(?:\w{0,20}password|\w{0,20}secret|\w{0,20}token)>(?=[^\s<])/gi,
  },
  {
    kind: 'password',
    needs: [' -u', '--user', 'creds', '--proxy-user'],
    pattern:
      /(?:\s(?:-u|--user|--creds|--source-creds|--src-creds|--dest-creds|--proxy-user)(?:[^\S\n]+|=)["']?[^\s:"'<>]{1,100}):(?!\/\/)(?=[^\s"'])/gi,
    style: 'word',
  },
  {
    kind: 'password',
    needs: ['echo', 'printf'],
    pattern: /\b(?:echo|printf)[^\S\n]+(?:-n[^\S\n]+|["']?%s["']?[^\S\n]+)?(?=[^\n|]{1,300}\|[^\n]{0,80}(?:password-stdin|login))/gi,
  },
  {
    kind: 'token',
    needs: ['token'],
    pattern: new RegExp(`(?:^|\\s)--(?:(?:access|refresh|identity|registry|auth|sas|id)-)?token${option}`, 'gim'),
    style: 'word',
  },
  {
    kind: 'key',
    needs: ['-key', '--connection-string'],
    pattern: new RegExp(`(?:^|\\s)--(?:account-key|access-key|api-key|private-key|connection-string|key-value)${option}`, 'gim'),
    style: 'word',
  },
  {
    kind: 'password',
    needs: ['pass', 'pwd', '_pw', 'secret'],
    pattern: new RegExp(`(?:password|passwd|passphrase|\\bpwd|_pwd|_pass|_pw|client_?secret|secret_?value)s?\\d?${equals}`, 'gi'),
  },
  {
    kind: 'token',
    needs: ['token'],
    pattern: new RegExp(`(?:access|refresh|id|identity|registry|auth|sas|bearer|session|api|personal_access)[_-]?token${equals}`, 'gi'),
  },
  {
    kind: 'key',
    needs: ['key'],
    pattern:
      /(?:account|access|api|shared_?access|private|secret|primary|secondary|storage|client|encryption|master)_?key(?:_?data)?["']?[^\S\n]{0,3}[:=][^\S\n]{0,3}/gi,
    isWeak: true,
  },
  { kind: 'password', needs: anyOf('密码', '密碼', '口令'), pattern: new RegExp(`(?:密[码碼]|口令)${isChinese}`, 'g'), style: 'visible' },
  {
    kind: 'token',
    needs: anyOf('令牌', '权杖', '權杖'),
    pattern: new RegExp(`(?:令牌|[权權]杖)${isChinese}`, 'g'),
    isWeak: true,
    style: 'visible',
  },
  {
    kind: 'key',
    needs: anyOf('密钥', '密鑰', '金鑰', '机密', '機密'),
    pattern: new RegExp(`(?:密[钥鑰]|金[钥鑰]|[机機]密)(?:值)?${isChinese}`, 'g'),
    isWeak: true,
    style: 'visible',
  },
  { kind: 'key', needs: ['connection'], pattern: new RegExp(`connection_?string${equals}(?=["'])`, 'gi') },
  { kind: 'signature', needs: ['sig'], pattern: /(?:[?&;]|\b)(?:sig|signature)=(?=[A-Za-z0-9+/_-]{16})/gi },
  {
    kind: 'token',
    needs: ['auth', 'token', 'cookie', 'assertion', 'client_info', 'secret', 'credential'],
    pattern: new RegExp(
      `(?:_auth|\\bauth|\\btoken|_token|\\bcookie|\\bassertion|client_info|\\bsecret|_secret|\\bcredential)s?${equals}`,
      'gi',
    ),
    isWeak: true,
  },
]

/** The words that lines with secrets have in them. */
export const secretWords: readonly string[] = [...shapes, ...labels].flatMap(({ needs }) => (typeof needs === 'function' ? [] : needs))

export function findSecrets(reading: Reading, linesWith: LineFinder): Hit[] {
  const shaped = shapes.flatMap(({ kind, needs, pattern }) =>
    linesWith(needs).flatMap(({ line, at }) =>
      matchesIn(line, pattern).map((found) => ({ kind, start: at + found.index, end: at + found.index + found[0].length })),
    ),
  )
  return [...shaped, ...labels.flatMap((label) => linesWith(label.needs).flatMap((line) => findLabelled(reading, label, line)))]
}

function findLabelled(reading: Reading, label: Label, { line, at }: FoundLine): Hit[] {
  const hits: Hit[] = []
  for (const found of matchesIn(line, label.pattern)) {
    const range = valueAt(reading, at + found.index + found[0].length, label.style)
    if (isSecret(reading.text.slice(range.start, range.end), label, found[0])) hits.push({ kind: label.kind, ...range })
  }
  return hits
}

const LONGEST_VALUE = 16_384
const ofSettings = /[^\s"'`,;&<>|()[\]{}]/
const ofWord = /\S/
const ofAddress = /[^\s@]/
const ofVisible = /[!-~]/
/** Where the next part of a query, or the next command, begins. */
const nextPart = /&(?:amp;)?(?:[\w.%-]{1,60}=|&|\s|$)/y

/** The value that begins at an index: to the quote that closes it, as deep as the one that opens it, or to what ends a word. */
function valueAt(reading: Reading, at: number, style: Label['style']): { start: number; end: number } {
  const { text } = reading
  const quote = text[at]
  const isQuoted = quote === '"' || quote === "'"
  if (isQuoted) {
    const depth = reading.depthOf(at)
    for (let end = at + 1; end < Math.min(text.length, at + LONGEST_VALUE); end++) {
      if (text[end] === '\n' && reading.depthOf(end) === 0) break
      if (text[end] === quote && reading.depthOf(end) === depth) return { start: at + 1, end }
    }
  }
  const start = isQuoted ? at + 1 : at
  let end = start
  while (end < text.length && end - start < LONGEST_VALUE && goesOn(reading, end, style)) end++
  return { start, end: withoutClosing(text, start, end) }
}

function goesOn(reading: Reading, at: number, style: Label['style']): boolean {
  const character = reading.text[at] as string
  if (style === 'address') return ofAddress.test(character)
  if (style === 'word') return ofWord.test(character)
  if (style === 'visible') return ofVisible.test(character)
  if (character === '&') return !startsAt(nextPart, reading.text, at)
  // An escaped mark may belong to the value; one that stands there as it is ends it.
  return ofSettings.test(character) || (ofWord.test(character) && reading.depthOf(at) !== 0)
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** What stands behind a bare word: the end of the string or of the sentence that it stands in, or a tag. */
const closing = /(?:["'`][\]}),;.:]*|[,;)]|<\/?\w+\/?>|","[^"]{0,40}|"\}.*)$/

function withoutClosing(text: string, start: number, end: number): number {
  const found = closing.exec(text.slice(Math.max(start, end - 60), end))
  return found ? end - found[0].length : end
}

// A variable, a template's gap, stars, or what another program has redacted.
const placeholder =
  /^(?:<[^>]*>|\$\{?[A-Za-z_][A-Za-z_:.]*\}?$|\$[({]|%\w+%$|\*{2,}|\{\{?[\w. -]+\}|\[[\w -]+\]$|x{3,}$|\.{3}|…|\W*redacted\W*$|--?[a-z-]+$)/i
const wordOfProse = /^[A-Za-z]?[a-z]+(?:[-_][a-z]+)*[.:!?]?$/

/** Whether what stands behind a label is a secret and no word, variable or placeholder. */
function isSecret(value: string, { isWeak, style }: Label, label: string): boolean {
  if (value.length < (isWeak ? 8 : 1) || placeholder.test(value)) return false
  if (style === 'word' && value.startsWith('(')) return false
  const word = value.toLowerCase().replace(/[.:!?]$/, '')
  if (isWeak) return !wordOfProse.test(value) && /\d|[A-Z].*[a-z].*[A-Z]|[+/=]/.test(value) && !/^[a-z]+:\/\//i.test(value)
  if (/\bpwd\W*$/i.test(label) && folder.test(value)) return false
  const isInProse = style === undefined && /:\s+$/.test(label)
  return !proseWords.has(word) && !(isInProse && commonWords.has(word))
}

/** What sudo and shells call PWD. */
const folder = /^(?:~|\/|[A-Za-z]:[\\/])/

/** Words that follow `password:` where a program speaks about one. */
const proseWords = new Set(
  'is was are has not no or and for to from of the a an in on with must should cannot could will may failed expired invalid incorrect wrong required missing empty unauthorized denied error unable authentication via using stdin option flag prompt'.split(
    ' ',
  ),
)
