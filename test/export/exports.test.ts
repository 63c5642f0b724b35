import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { exportRules } from '../../src/export/export-rules.js'
import { kusto, regexOf } from '../../src/export/kusto.js'
import { ripgrep } from '../../src/export/ripgrep.js'
import { sigma } from '../../src/export/sigma.js'
import { sql } from '../../src/export/sql.js'
import { builtCatalog } from '../built-catalog.js'
import { emptyFolder, runCli } from '../cli/run-cli.js'
import { codesOnLine, plainLines } from './plain-lines.js'

const rules = exportRules(builtCatalog, 'en')
const lines = plainLines()
const header = ['made by a test']

/** The lines on which an engine finds other codes than the matcher. */
function differences(codesOf: (line: string) => Iterable<string>) {
  return lines.flatMap((line) => {
    const [found, wanted] = [[...new Set(codesOf(line))].sort(), codesOnLine(line)]
    const missing = wanted.filter((code) => !found.includes(code))
    const surplus = found.filter((code) => !wanted.includes(code))
    return missing.length + surplus.length > 0 ? [{ line, missing, surplus }] : []
  })
}

/** An engine without words and word ends finds all that the matcher finds, and on few lines more. */
function expectNothingMissed(found: ReturnType<typeof differences>) {
  expect(found.filter(({ missing }) => missing.length > 0)).toEqual([])
  expect(found.length / lines.length).toBeLessThan(0.02)
}

it('the lines are many', () => {
  expect(lines.length).toBeGreaterThan(1000)
})

describe('the Kusto export', () => {
  const call = 'datatable(Message: string)["a"] | invoke AcrExplain()'

  it('is taken whole by the language service of Kusto', () => {
    expect(kustoProblems(`${kusto.write(rules, header)}\n${call}`)).toEqual([])
  }, 300_000)

  it('gives the record with code, severity and strength', () => {
    const text = kusto.write(rules.slice(0, 3), header)
    expect(kustoProblems(`${text}\n${call} | project Code, Severity, Strength, Message`)).toEqual([])
    expect(kustoProblems(`${text}\n${call} | project Found`)).toHaveLength(1)
  })

  it('finds on each plain line what the matcher finds', () => {
    const readable = rules.map(({ code, patterns }) => ({ code, regexes: patterns.map((pattern) => new RegExp(regexOf(pattern), 'i')) }))
    const codesOf = (line: string) => readable.filter(({ regexes }) => regexes.some((regex) => regex.test(line))).map(({ code }) => code)
    expect(differences(codesOf)).toEqual([])
  })
})

describe('the SQL export', () => {
  it('runs, and finds on each plain line what the matcher finds', async () => {
    const database = new (await initSqlJs()).Database()
    database.run('CREATE TABLE log_lines (line TEXT)')
    for (const line of lines) database.run('INSERT INTO log_lines VALUES (?)', [line])
    const [result] = database.exec(sql.write(rules, header))
    const found = new Map<unknown, string[]>(lines.map((line) => [line, []]))
    for (const [line, code] of result?.values ?? []) found.get(line)?.push(code as string)
    expectNothingMissed(differences((line) => found.get(line) ?? []))
  })
})

describe('the Sigma export', () => {
  const documents = parseAllDocuments(sigma.write(rules, header))
  const parsed = documents.map((document) => document.toJS())

  it('is YAML in the shape of Sigma rules, each with an id of its own', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
    expect(parsed).toHaveLength(rules.length)
    for (const rule of parsed) {
      expect(rule).toMatchObject({
        title: expect.stringMatching(/^.{1,256}$/),
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
        status: 'experimental',
        logsource: { product: 'azure', category: 'application' },
        detection: { keywords: expect.any(Array), condition: 'keywords' },
        level: expect.stringMatching(/^(?:informational|low|medium|high)$/),
      })
    }
    expect(new Set(parsed.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('finds on each plain line what the matcher finds', () => {
    const readable = parsed.map(({ title, detection }) => ({
      code: title.replace(' (weak)', ''),
      regexes: detection.keywords.map(wildcardRegex) as RegExp[],
    }))
    expectNothingMissed(
      differences((line) => readable.filter(({ regexes }) => regexes.some((regex) => regex.test(line))).map(({ code }) => code)),
    )
  })
})

describe('the ripgrep export', () => {
  it('has a literal of every line on which the matcher finds something', () => {
    const literals = ripgrep.write(rules, header).trimEnd().split('\n')
    const found = new Set(
      isRipgrepThere ? ripgrepLines(literals) : lines.filter((line) => literals.some((literal) => hasLiteral(line, literal))),
    )
    expect(lines.filter((line) => codesOnLine(line).length > 0 && !found.has(line))).toEqual([])
    expect(found.size).toBeLessThan(lines.length)
  })
})

describe('odd literals', () => {
  const text = `50% of "it's" a_b [x]* \\\\.\\pipe\\docker ?; DROP TABLE -- {rest}`
  const pattern = { literals: [text.replace(' {rest}', '')], areWords: [], isBareCode: false }
  const odd = [{ code: 'ODD', title: "it's: # odd", severity: 'error' as const, strength: 'strong' as const, patterns: [pattern] }]
  const line = `before ${text} after`
  const near = line.replace('50%', '50x').replace('a_b', 'axb')

  it('are literal in SQL', async () => {
    const database = new (await initSqlJs()).Database()
    database.run('CREATE TABLE log_lines (line TEXT)')
    for (const each of [line, near]) database.run('INSERT INTO log_lines VALUES (?)', [each])
    expect(database.exec(sql.write(odd, header))[0]?.values).toEqual([[line, 'ODD', 'error', 'strong']])
  })

  it('are literal in Kusto, in its regular expression, and in Sigma', () => {
    expect(kustoProblems(`${kusto.write(odd, header)}\ndatatable(Message: string)["a"] | invoke AcrExplain()`)).toEqual([])
    const [rule] = parseAllDocuments(sigma.write(odd, header)).map((document) => document.toJS())
    for (const regex of [new RegExp(regexOf(pattern), 'i'), wildcardRegex(rule.detection.keywords[0])]) {
      expect([line, near].map((each) => regex.test(each))).toEqual([true, false])
    }
  })
})

describe('kb export', () => {
  it('says in the export, or beside a file of literals, what the engine cannot', () => {
    expect(runCli(['kb', 'export', '--to', 'sql']).stdout).toContain('-- - text that is hard-wrapped')
    expect(runCli(['kb', 'export', '--to', 'kusto', '--lang', 'zh-CN']).stdout).toContain('// - 跨多行的报错')
    expect(runCli(['kb', 'export', '--to', 'ripgrep']).stderr).toContain('- text that is hard-wrapped')
  })

  it('refuses an engine that it does not know, and names those that it does', () => {
    for (const args of [[], ['--to', 'splunk']]) {
      const { stderr, code } = runCli(['kb', 'export', ...args])
      expect(code).toBe(2)
      expect(stderr).toMatch(/kusto.*sigma.*sql.*ripgrep/)
    }
  })
})

// The bridge that the package is compiled with puts Kusto into the global scope.
function kustoProblems(text: string): string[] {
  const require = createRequire(import.meta.url)
  require('@kusto/language-service-next/bridge.min.js')
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js')
  const { KustoCode, GlobalState } = (globalThis as unknown as { Kusto: { Language: KustoLanguage } }).Kusto.Language
  const diagnostics = KustoCode.ParseAndAnalyze(text, GlobalState.Default).GetDiagnostics()
  return Array.from({ length: diagnostics.Count }, (_, index) => diagnostics.getItem(index).Message)
}

interface KustoLanguage {
  readonly KustoCode: {
    ParseAndAnalyze(
      text: string,
      state: unknown,
    ): { GetDiagnostics(): { readonly Count: number; getItem(index: number): { readonly Message: string } } }
  }
  readonly GlobalState: { readonly Default: unknown }
}

/** Sigma's wildcards, as its specification has them: \\ escapes, * is anything, ? one character, case does not count. */
function wildcardRegex(keyword: string): RegExp {
  const escaped = keyword.replace(/\\([\\*?])|[.+^${}()|[\]\\]|\*|\?/g, (mark, literal?: string) => {
    if (literal !== undefined) return `\\${literal}`
    return mark === '*' ? '.*' : mark === '?' ? '.' : `\\${mark}`
  })
  return new RegExp(`^${escaped}$`, 'i')
}

const isRipgrepThere = spawnSync('rg', ['--version']).status === 0

function hasLiteral(line: string, literal: string): boolean {
  return line.toLowerCase().includes(literal.toLowerCase())
}

function ripgrepLines(literals: readonly string[]): string[] {
  const file = join(emptyFolder(), 'literals.txt')
  writeFileSync(file, `${literals.join('\n')}\n`)
  return spawnSync('rg', ['-i', '-F', '-N', '-f', file, '-'], { input: lines.join('\n'), encoding: 'utf8' }).stdout.split('\n')
}
