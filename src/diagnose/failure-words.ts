/** Which lines look like failures to somebody who knows no codes. */

const strongWords =
  /\b(?:fatal|panic|exception|traceback|denied|forbidden|unauthori[sz]ed|refused|unreachable|timed out|timeout|cannot|could not|couldn't|unable to|not found|does not exist|doesn't exist|no such|expired|x509|aadsts\d+|errimagepull|imagepullbackoff|failed to)\b/i
const plainWords =
  /\b(?:errors?|failed|failures?|failing|invalid|rejected|aborted|unexpected|missing|not allowed|exceeded)\b|错误|失败|拒绝|无法|超时/i
const levelMark = /^(?:ERROR|FATAL|CRITICAL|E\d{4})\b|\blevel=(?:error|fatal)\b|##\[error\]/i
/** Words of failure in what reports none, asks for none, or names a flag, a file or a setting. */
const harmless =
  /\b(?:no|0|zero|without|ignore|ignoring|if)[ -](?:errors?|failures?|failed)\b|--\S*error\S*|\berror[ _-]?(?:log|page|handler|reference|code)s?\b|errors?[#=/.]|\bexit code:? 0\b|\b(?:set|shopt) -\S*e|errexit|pipefail|failed: 0|\bfail-on\b/i

/** Whether a line says nothing, but perhaps its level. */
export function isBlank(content: string): boolean {
  return /^\s*(?:(?:ERROR|WARNING):\s*)?$/.test(content)
}

/** 0 for a line that looks like no failure, more the more it does. */
export function looksLikeFailure(content: string): number {
  const text = content.slice(0, 2000)
  if (harmless.test(text)) return 0
  const hasStrong = strongWords.test(text)
  const hasPlain = plainWords.test(text)
  if (!hasStrong && !hasPlain) return 0
  return (hasStrong ? 2 : 0) + (hasPlain ? 1 : 0) + (levelMark.test(text) ? 2 : 0)
}
