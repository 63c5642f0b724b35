import { reportDifference } from '../diff/report-difference.js'
import { renderDifference } from '../render/difference/index.js'
import { learnFacts, learnQuotes } from '../report/redact-report.js'
import type { Report } from '../report/report.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import { type DiffSide, openSide } from './diff-side.js'
import type { Outcome } from './exit-code.js'
import type { CallRedaction } from './redaction.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `diff <before> <after>`: what a change fixed, what it left, what is new. */
export async function runDiff({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const [first, second, ...others] = operands.filter((operand, index) => operand !== '-' || operands.indexOf('-') === index)
  if (first === undefined || second === undefined || others.length > 0) throw new UsageError(messages.twoSides(operands.length))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const sides = [await openSide(first, catalog, settings, messages), await openSide(second, catalog, settings, messages)] as const
  if (wereRedactedApart(sides[0].report, sides[1].report)) writeStderr(messages.redactedApart)
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  const [before, after] = redaction ? redactSides(sides, redaction) : [sides[0].report, sides[1].report]
  const difference = reportDifference({ ...before, locale: settings.locale }, { ...after, locale: settings.locale }, catalog)
  redaction?.saveMap()
  await writeTargets(settings, messages, async (format, layout) => {
    const text = await renderDifference(difference, format, layout)
    return redaction?.checked(text) ?? text
  })
  const left = after.findings.filter(({ state }) => state === 'open')
  return { kind: 'report', report: { verdict: difference.verdict, findings: left }, failOn: settings.failOn, unusableInputs: 0 }
}

function wereRedactedApart({ redaction: before }: Report, { redaction: after }: Report): boolean {
  return before !== undefined && after !== undefined && (before.map === null || before.map !== after.map)
}

/** Both are learnt from before either is redacted: what only one of them gives away is private in the other, too. */
function redactSides(sides: readonly [DiffSide, DiffSide], { redactor, redactReport }: CallRedaction): [Report, Report] {
  for (const { report, text } of sides) {
    if (text !== undefined) redactor.learn(text)
    learnQuotes(report, redactor)
    learnFacts(report, redactor)
  }
  return [redactReport(sides[0].report), redactReport(sides[1].report)]
}
