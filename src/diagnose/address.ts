/** What sort of network an IP address belongs to. */
import { withShapes } from '../text/placeholder.js'

// RFC 1918, RFC 6598 (carrier-grade NAT), loopback and link-local; RFC 4193 and RFC 4291 for IPv6.
const privateAddress =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i
const fullAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i

/** null for what is no whole address, such as one with digits masked. */
export function addressSort(address: string): 'private' | 'public' | null {
  const plain = withShapes(address)
  if (privateAddress.test(plain)) return 'private'
  return fullAddress.test(plain) ? 'public' : null
}
