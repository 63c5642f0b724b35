/** The section "Signatures": what a log says when the entry has happened. */
import type { Signature } from '../catalog/entry.js'
import { parseSignature, SignatureError, type SignaturePart } from '../match/signature.js'
import { squeezeLiteral } from '../text/squeeze.js'
import { checkInfo, infoOf, readBlockLines } from './read-blocks.js'
import type { Section } from './read-sections.js'
import { offsetOf, type Placed, type SourcePage } from './source-page.js'

export interface SignatureLine extends Signature {
  readonly offset: number
  readonly parts: readonly SignaturePart[]
}

/** How many squeezed letters of literal text a signature has at least, by the fence of its block. */
const leastLetters = new Map([
  ['text', 12],
  ['text weak', 6],
])

/** Reads the signatures of a section; one that could never match well is a fault. */
export function readSignatures(page: SourcePage, section: Section): readonly SignatureLine[] {
  const signatures = section.nodes.flatMap((node) => {
    if (node.type === 'code')
      return checkInfo(page, node, [...leastLetters.keys()]) ? readBlock(page, infoOf(node), readBlockLines(page, node)) : []
    page.fault(offsetOf(node), 'only fenced blocks belong in "Signatures"', 'Write the signatures in a block fenced as "text", one a line.')
    return []
  })
  if (section.nodes.length === 0)
    page.fault(section.offset, 'section "Signatures" is empty', 'Write a block fenced as "text" with a signature on each line.')
  return signatures
}

function readBlock(page: SourcePage, info: string, lines: readonly Placed<string>[]): SignatureLine[] {
  return lines.flatMap((line) => {
    const parts = readParts(page, line)
    if (!parts) return []
    checkLength(page, line, parts, leastLetters.get(info) ?? 0)
    return { text: line.value, weak: info === 'text weak', offset: line.offset, parts }
  })
}

function readParts(page: SourcePage, { value, offset }: Placed<string>): readonly SignaturePart[] | null {
  try {
    return parseSignature(value).parts
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    page.fault(offset + error.offset, error.message, 'A gap is {name} or {name:type}, with literal text between two of them.')
    return null
  }
}

function checkLength(page: SourcePage, line: Placed<string>, parts: readonly SignaturePart[], least: number): void {
  const letters = literalLength(parts)
  if (letters >= least) return
  const longer = `Write at least ${least}`
  const expected = letters >= 6 ? `${longer}, or move it to a block fenced as "text weak".` : `${longer}.`
  page.fault(line.offset, `the signature has ${letters} characters of literal text`, expected)
}

function literalLength(parts: readonly SignaturePart[]): number {
  return parts.reduce((sum, part) => sum + ('literal' in part ? squeezeLiteral(part.literal).length : 0), 0)
}

/** The same for two signatures that match the same text, whatever their gaps are called. */
export function signatureKey(parts: readonly SignaturePart[]): string {
  return parts.map((part) => ('literal' in part ? squeezeLiteral(part.literal) : `{${part.type}}`)).join('')
}

/** The names of a signature's gaps. */
export function gapNames(parts: readonly SignaturePart[]): string[] {
  return parts.flatMap((part) => ('gap' in part ? [part.gap] : []))
}
