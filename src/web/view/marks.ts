/** Which lines of the logs the report speaks of, and the ways between a line and its finding. */
import type { Report } from '../../report/report.js'

export interface LinePlace {
  readonly input: number
  /** 1-based. */
  readonly line: number
}

/** Leads the reader from one part of the page to the other. */
export interface Spotlight {
  showLine(place: LinePlace): void
  /** @param index of a finding in the report */
  showFinding(index: number): void
}

export interface Mark {
  /** Indexes of the findings that rest on the line, in the report's order; none for a line that stays unexplained. */
  readonly findings: readonly number[]
}

/** Marks by line, for each input. */
export function marksOf({ inputs, findings, unexplained }: Report): ReadonlyMap<number, Mark>[] {
  const marks = inputs.map(() => new Map<number, { findings: number[] }>())
  findings.forEach(({ evidence }, index) => {
    for (const { input, line } of evidence) {
      const known = marks[input]?.get(line)
      if (known) known.findings.push(index)
      else marks[input]?.set(line, { findings: [index] })
    }
  })
  for (const { input, line } of unexplained) if (!marks[input]?.has(line)) marks[input]?.set(line, { findings: [] })
  return marks
}
