const usualCode = /^[A-Z0-9_]+$/

/**
 * A code as it can be compared, however it was written: `connectivity dns`, `CONNECTIVITY-DNS_error`,
 * `#connectivity_dns_error` and a help link's anchor come to letters and digits in upper case.
 */
export function codeKey(name: string): string {
  if (usualCode.test(name)) return name.replaceAll('_', '')
  const anchor = name.slice(name.lastIndexOf('#') + 1)
  return anchor
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a code: `CONNECTIVITY_DNS_ERROR` has three. */
export function codeWords(name: string): string[] {
  return name
    .slice(name.lastIndexOf('#') + 1)
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
