/** A line's shape: its variable parts replaced by gaps, so that lines that differ in values alone are one. */
import { placeholderPattern } from '../text/placeholder.js'

const masks: readonly { readonly part: RegExp; readonly gap: string }[] = [
  { part: /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, gap: '{time}' },
  {
    part: new RegExp(
      `\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|${placeholderPattern('subscription', 'tenant', 'client', 'object', 'guid')}`,
      'gi',
    ),
    gap: '{guid}',
  },
  { part: /\bsha256:[0-9a-f]{12,64}\b/gi, gap: '{digest}' },
  {
    part: new RegExp(`(?:\\b\\d{1,3}(?:\\.\\d{1,3}){3}|${placeholderPattern('private-ip', 'public-ip')})(?::\\d{1,5}\\b)?`, 'g'),
    gap: '{ip}',
  },
  {
    part: new RegExp(`(?:\\b(?:[a-z0-9-]+\\.)+|${placeholderPattern('registry')}(?:[a-z0-9<>-]*\\.)+)azurecr\\.(?:io|cn|us)\\b`, 'gi'),
    gap: '{registry}',
  },
  { part: /\b0x[0-9a-f]+\b|\b[0-9a-f]{16,}\b/gi, gap: '{hex}' },
  { part: /(?<![\w.-])\d+(?:\.\d+)*(?:ms|s|m|h|[kmg]i?b)?(?![\w-])/gi, gap: '{n}' },
]

/** Status numbers and outcomes stay as they are: they tell one failure from another. */
const keptNumber = /\b(?:[1-5]\d\d)\b/

const LONGEST = 400

export function templateOf(content: string): string {
  const masked = masks.reduce(
    (text, { part, gap }) => text.replace(part, (value) => (gap === '{n}' && keptNumber.test(value) ? value : gap)),
    content.slice(0, LONGEST),
  )
  return masked.replace(/\s+/g, ' ').trim()
}
