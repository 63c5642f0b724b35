import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { renderAzurePipelines } from '../../src/render/azure-pipelines.js'
import { renderCsv } from '../../src/render/csv.js'
import { renderGithub } from '../../src/render/github.js'
import type { Report } from '../../src/report/report.js'
import { builtCatalog } from '../built-catalog.js'

const hostile = '##vso[task.setvariable variable=PATH]evil ::error::no ##[command]rm %0A::warning::x\r\n::set-output name=a::b'
const log = `An error occurred: CONNECTIVITY_FORBIDDEN_ERROR ${hostile}\nLooks like you don't have access to registry 'contoso.azurecr.io'.\n`
const report = explain(log, { catalog: builtCatalog, name: 'logs/a,b:c;d].log' })
const linesOf = (text: string) => text.trimEnd().split('\n')

function withFindings(count: number): Report {
  const [finding] = report.findings as [Report['findings'][number]]
  return { ...report, findings: Array.from({ length: count }, (_, at) => ({ ...finding, code: `CODE_${at}` })) }
}

describe('github', () => {
  it('gives each finding as one command, with its place', () => {
    const [first] = linesOf(renderGithub(report)) as [string]
    expect(first).toMatch(
      /^::error file=logs\/a%2Cb%3Ac;d\]\.log,line=1,title=CONNECTIVITY_FORBIDDEN_ERROR%3A the registry refuses your network::/,
    )
    expect(first).toContain('%0A$ az acr show --name contoso')
  })

  it('lets no text of a log become a command', () => {
    const text = renderGithub(report)
    expect(linesOf(text).filter((line) => !/^::(?:error|warning|notice) /.test(line))).toEqual([])
    expect(text).not.toMatch(/##(?:\[|vso)/)
    expect(text).toContain('%250A::warning')
  })

  it('gives the ten that matter, and says how many more there are', () => {
    const lines = linesOf(renderGithub(withFindings(13)))
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('and 3 more')
  })

  it('says in one notice how it went where nothing was found', () => {
    expect(linesOf(renderGithub(explain('', { catalog: builtCatalog })))).toEqual([
      expect.stringMatching(/^::notice title=inconclusive::The input is empty/),
    ])
  })
})

describe('azure-pipelines', () => {
  it('gives each finding as one command, with its place and its code', () => {
    const [first] = linesOf(renderAzurePipelines(report)) as [string]
    expect(first).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=logs\/a,b:c%3Bd%5D\.log;linenumber=1;code=CONNECTIVITY_FORBIDDEN_ERROR\]CONNECTIVITY_FORBIDDEN_ERROR: /,
    )
  })

  it('lets no text of a log become a command, nor a per cent sign an escape', () => {
    for (const line of linesOf(renderAzurePipelines(report))) expect(line.match(/##(?:\[|vso)/g)).toEqual(['##vso'])
    expect(renderAzurePipelines(report)).toContain('%AZP250A::warning')
    expect(renderAzurePipelines(explain(`Login failed for ${hostile}`, { catalog: builtCatalog }))).not.toMatch(/##(?:\[|vso)/)
  })
})

describe('csv', () => {
  const rowsFor = (text: string, title = 'a title') => {
    const [finding] = report.findings as [Report['findings'][number]]
    return renderCsv({ ...report, findings: [{ ...finding, title: [[title]], evidence: [{ input: 0, line: 1, text }] }] })
  }

  it('is UTF-8 with its mark, and has a line with a CR LF for each finding', () => {
    const csv = renderCsv(report)
    expect(csv.startsWith('\ufeffcode,title,severity,')).toBe(true)
    expect(csv.match(/\r\n/g)).toHaveLength(report.findings.length + 1)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('runs nothing: %j', (text) => {
    expect(rowsFor(`x${text}`, text)).toMatch(/,"?'[=+\-@\t\r＝]/)
    expect(rowsFor('x', text)).not.toMatch(/(?:^|,)"?(?!\r\n)[=+\-@\t\r＝]/)
  })

  it('quotes what has commas, quotes or line ends in it', () => {
    expect(rowsFor('say "a, b"')).toContain(',"say ""a, b""",')
  })
})
