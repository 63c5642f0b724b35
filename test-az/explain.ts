/** What the built program makes of a text that is piped into it, and what has to hold of every such report. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { JsonReport } from '../src/report/report.js'
import { reportSchema } from '../src/report/schema.js'
import { type Call, callAz, textOf } from './call-az.js'

const bin = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))

/** Calls `az`, pipes what comes out into the program, and sees to it that the report accounts for all of it. */
export async function explainCall(call: Call): Promise<JsonReport> {
  const text = await callAz(call)
  const { KEEP_AZ_OUTPUT: folder } = process.env
  if (folder) writeFileSync(join(folder, `${nameOf(call)}.txt`), text)
  const report = JSON.parse(await textOf(process.execPath, [bin, 'explain', '--format', 'json', '--lang', 'en'], text, {}))
  expect(reportSchema.safeParse(report).error?.issues ?? [], text).toEqual([])
  expect(report.unexplained, text).toEqual([])
  const { total, ...classes } = report.accounting.lines
  expect(
    Object.values<number>(classes).reduce((sum, count) => sum + count, 0),
    text,
  ).toBe(total)
  return report
}

let kept = 0

/** `7-terminal-acr-check-health-debug`: for looking at the outputs, and for taking one over as a fixture. */
function nameOf({ args, capture = 'redirected' }: Call): string {
  return [++kept, capture, ...args].join('-').replace(/[^a-z0-9]+/gi, '-')
}

/** The codes found, in the order of the report. */
export function codesOf(report: JsonReport): string[] {
  return report.findings.map(({ code }) => code)
}

/** The checks of the report's only run: `passed`, or the code or reason for another state. */
export function checksOf(report: JsonReport): Record<string, string> {
  expect(report.runs).toHaveLength(1)
  const checks = report.runs[0]?.checks ?? []
  return Object.fromEntries(checks.map(({ id, status, because }) => [id, because ? `${status}: ${because}` : status]))
}

/** What must not depend on how the output was taken. */
export function essenceOf(report: JsonReport) {
  const { verdict, runs, findings } = report
  return {
    verdict,
    runs: runs.map(({ kind, environment, checks }) => ({
      kind,
      environment,
      checks: checks.map(({ id, status, because }) => ({ id, status, because })),
    })),
    findings: findings.map(({ code, severity, role, consequenceOf, state, count, facts }) => ({
      code,
      severity,
      role,
      consequenceOf,
      state,
      count,
      facts,
    })),
  }
}
