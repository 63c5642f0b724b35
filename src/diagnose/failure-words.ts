/** Which lines look like failures to somebody who knows no codes. */
import { squeezedLength, squeezeLiteral } from '../text/squeeze.js'

const strong =
  "fatal|panic|exception|traceback|denied|forbidden|unauthorized|unauthorised|refused|unreachable|timed out|timeout|cannot|could not|couldn't|unable to|not found|does not exist|doesn't exist|no such|expired|x509|aadsts\\d+|errimagepull|imagepullbackoff|failed to|too many requests|toomanyrequests|no space left|connection reset|broken pipe|not permitted"
const plain = 'errors?|failed|failures?|failing|invalid|rejected|aborted|unexpected|missing|not allowed|exceeded'
const plainChinese = '错误|失败|拒绝|无法|超时|錯誤|失敗|拒絕|無法|逾時'
const anyWord = new RegExp(`\\b(?:${strong}|${plain})\\b|${plainChinese}`, 'i')
const strongWords = new RegExp(`\\b(?:${strong})\\b`, 'i')
const plainWords = new RegExp(`\\b(?:${plain})\\b|${plainChinese}`, 'i')

/** A line that has none of these in it, in whatever case, looks like no failure. */
export const failureWords: readonly string[] = `${strong}|${plain}|${plainChinese}`
  .split('|')
  .map((word) => word.replace(/s\?$|\\d\+$/, ''))
  .flatMap((word) => (word === 'x509' ? ['x509:', 'x509 '] : [word]))
const levelMark = /^(?:ERROR|FATAL|CRITICAL|E\d{4})\b|\blevel=(?:error|fatal)\b|##\[error\]/i
/** Words of failure in what reports none, asks for none, or names a flag, a file or a setting. */
const harmless =
  /\b(?:no|0|zero|without|ignore|ignoring|if)[ -](?:errors?|failures?|failed)\b|--\S*error\S*|\berror[ _-]?(?:log|page|handler|reference|code)s?\b|errors?[#=/.]|\bexit code:? 0\b|\b(?:set|shopt) -\S*e|errexit|pipefail|failed: 0|\bfail-on\b/i

/** Nothing may be written with many marks: colours, markup, escapes. */
const LONGEST_BLANK = 160
const LONGEST_LEVEL = 'warning:'.length

/** Whether a line says nothing, but perhaps its level. */
export function isBlank(content: string): boolean {
  return (
    content.length < LONGEST_BLANK &&
    squeezedLength(content) <= LONGEST_LEVEL &&
    ['', 'error:', 'warning:'].includes(squeezeLiteral(content))
  )
}

/** Whether a word tells one failure from another. */
export function isFailureWord(word: string): boolean {
  return anyWord.test(word)
}

/** 0 for a line that looks like no failure, more the more it does. */
export function looksLikeFailure(content: string): number {
  const text = content.slice(0, 2000)
  if (!anyWord.test(text) || harmless.test(text)) return 0
  return (strongWords.test(text) ? 2 : 0) + (plainWords.test(text) ? 1 : 0) + (levelMark.test(text) ? 2 : 0)
}
