/** Signatures: literal text with typed gaps. No regular expression is ever taken from an entry, so matching is linear. */
import { GAP_TYPES, type GapType, gapTypeOf, signatureGap } from './gaps.js'

export type SignaturePart = { readonly literal: string } | { readonly gap: string; readonly type: GapType }

export interface ParsedSignature {
  /** Literals and gaps in turn, as written; no two gaps stand side by side. */
  readonly parts: readonly SignaturePart[]
}

/** A signature that cannot be one; `offset` is where in its text, from 0. */
export class SignatureError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.name = 'SignatureError'
    this.offset = offset
  }
}

/**
 * Splits a signature into its literals and gaps.
 *
 * @throws SignatureError for a gap type that does not exist, and for two gaps with nothing between them.
 */
export function parseSignature(text: string): ParsedSignature {
  const parts: SignaturePart[] = []
  let done = 0
  for (const found of text.matchAll(signatureGap)) {
    const [whole, name, type] = found as unknown as [string, string, string | undefined]
    if (found.index > done) parts.push({ literal: text.slice(done, found.index) })
    else if (parts.length > 0) throw new SignatureError(`the gaps before and at ${whole} have nothing between them`, found.index)
    parts.push({ gap: name, type: checkedType(name, type, found.index) })
    done = found.index + whole.length
  }
  if (done < text.length) parts.push({ literal: text.slice(done) })
  return { parts }
}

/** The literal parts of a signature, in order. */
export function literalsOf(text: string): string[] {
  return parseSignature(text).parts.flatMap((part) => ('literal' in part ? [part.literal] : []))
}

function checkedType(name: string, type: string | undefined, offset: number): GapType {
  if (type === undefined) return gapTypeOf(name)
  const known = GAP_TYPES.find((candidate) => candidate === type)
  if (!known) throw new SignatureError(`"${type}" is no gap type; there are ${GAP_TYPES.join(', ')}`, offset)
  return known
}

/** A signature that is one code and nothing else: it counts only where the code stands alone. */
export const bareCode = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/
