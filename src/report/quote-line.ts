/** A line of a log as a report may carry it. */

const LONGEST = 500
// A live credential is never shown: `az acr login --expose-token` prints one, and so do debug logs and command lines.
const jwt = /\beyJ[\w-]{6,}(?:\.[\w-]+){0,2}/g
const authorizationHeader = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi
const secretOption = /((?:^|\s)(?:-p|--password|--client-secret|--secret)(?:\s+|=))(?!-)(?:"[^"]*"|'[^']*'|\S+)/g
const secretField = /("(?:access_?token|refresh_?token|id_?token|password|client_?secret|secret)"\s*:\s*")[^"]+/gi

/** The line, bounded to 500 characters, without live credentials; control characters become visible ones. */
export function quoteLine(line: string): string {
  const bounded = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
  return showControls(withoutCredentials(bounded))
}

function withoutCredentials(text: string): string {
  return text
    .replace(secretField, '$1<redacted>')
    .replace(jwt, '<redacted>')
    .replace(authorizationHeader, '$1 <redacted>')
    .replace(secretOption, (whole, option: string) => (/accessToken|refreshToken|<|\$/.test(whole) ? whole : `${option}<redacted>`))
}

const terminalSequence = /\x1b(?:\[[\x20-\x3f]*[\x40-\x7e]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[^[\]])/g
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function showControls(text: string): string {
  return text
    .replace(terminalSequence, '')
    .replace(/\t/g, '  ')
    .replace(control, (character) => (character === '\r' || character === '\ufeff' ? '' : '\ufffd'))
}
