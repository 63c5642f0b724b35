/** Two logs side by side: what a change fixed, what it left, what is new. */
import type { ComponentChildren } from 'preact'
import { toPlainText } from '../../catalog/prose.js'
import type { FactChange } from '../../diff/compare-reports.js'
import { countsOf } from '../../diff/report-difference.js'
import { shownRuns } from '../../render/glance.js'
import { breakable, Headline } from '../../render/html/prose.js'
import { sentence } from '../../render/html/sentence.js'
import type { Report } from '../../report/report.js'
import type { Words } from '../../report/words.js'
import { addressOf } from '../address.js'
import { samples } from '../samples.js'
import type { Compared } from '../worker/calls.js'
import { CheckPath } from './check-path.js'
import { useLanguage } from './language.js'
import { FileButton } from './paste-box.js'
import { RedactionSwitch } from './redaction-switch.js'
import { TypingField } from './typing-field.js'
import { pastedSource, sourcesOf } from './use-arrivals.js'
import type { Comparison, Side } from './use-comparison.js'
import { useTitle } from './use-title.js'

export function CompareView({ comparison }: { readonly comparison: Comparison }) {
  const { words, say } = useLanguage()
  useTitle(say.compare.title)
  const { compared, stage } = comparison
  const trySample = () => {
    const [, before = '', after = ''] = /^([\s\S]*?\n)(\$ [\s\S]*)$/.exec(samples.fixed) ?? []
    comparison.putBoth({ before: [pastedSource(before)], after: [pastedSource(after)] })
  }
  return (
    <div class="compare">
      <h1 tabIndex={-1}>{say.compare.title}</h1>
      <p class="intro">{say.compare.intro}</p>
      <div class="sides">
        <SideField side="before" comparison={comparison} />
        <SideField side="after" comparison={comparison} />
      </div>
      {compared === null && stage === 'idle' && (
        <p class="samples">
          {say.paste.trySample}
          {say.colon}
          <button type="button" class="link" onClick={trySample}>
            {say.samples.fixed}
          </button>
        </p>
      )}
      <div role="status">
        {stage === 'working' && <p class="work">{say.work.explaining}</p>}
        {typeof stage === 'object' && <p class="problem">{say.work.failed(stage.failure)}</p>}
        {compared && <p class="visually-hidden">{outcomeOf(compared, words)}</p>}
      </div>
      {compared && (
        <div class="actions">
          <RedactionSwitch
            isOn={compared.isRedacted}
            isPending={comparison.isRedacted !== compared.isRedacted}
            onChange={comparison.redact}
          />
        </div>
      )}
      {compared && <DifferenceView compared={compared} />}
    </div>
  )
}

function SideField({ side, comparison }: { readonly side: Side; readonly comparison: Comparison }) {
  const { words, say } = useLanguage()
  const heading = words.difference.headings[side]
  const sources = comparison.sources[side]
  const first = sources[0]
  const names = sources.flatMap(({ name, content }) => (typeof content === 'string' ? [] : [name]))
  const text = typeof first?.content === 'string' ? first.content : ''
  const put = (given: typeof sources) => comparison.put(side, given)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const dropped = sourcesOf(event.dataTransfer)
    if (dropped.length > 0) put(dropped)
  }
  return (
    <section class="side" aria-labelledby={`side-${side}`} data-side={side} onDrop={onDrop}>
      <div class="log-head">
        <h2 id={`side-${side}`}>{heading}</h2>
        <FileButton onSources={put} />
        {sources.length > 0 && (
          <button type="button" onClick={() => put([])}>
            {say.log.clear}
          </button>
        )}
      </div>
      {comparison.isRedacted ? (
        <p class="log-name">
          {names.length > 0 ? say.redaction.files(names.length) : say.redaction.pasted(text.trimEnd().split('\n').length)}
        </p>
      ) : names.length > 0 ? (
        <p class="log-name">{names.join(', ')}</p>
      ) : (
        <TypingField
          key={sources.length === 0 ? 'empty' : 'filled'}
          label={`${heading}${say.colon}${say.paste.label}`}
          rows={8}
          text={text}
          hasFocus={false}
          onText={(typed) => put(typed === '' ? [] : [pastedSource(typed)])}
        />
      )}
    </section>
  )
}

function outcomeOf({ difference }: Compared, words: Words): string {
  return words.difference.outcome(countsOf(difference))
}

function DifferenceView({ compared }: { readonly compared: Compared }) {
  const { words } = useLanguage()
  const { before, after, difference } = compared
  const { fixed, remaining, changed, added, facts } = difference
  const { headings, unproven } = words.difference
  return (
    <div class="difference">
      <h2 class="outcome">{outcomeOf(compared, words)}</h2>
      <div class="change-lists">
        <ChangeList kind="cleared" title={headings.fixed} count={fixed.length}>
          {fixed.map(({ before: index, isProven }) => (
            <FindingLink key={index} report={before} index={index}>
              {!isProven && <span class="status">{unproven}</span>}
            </FindingLink>
          ))}
        </ChangeList>
        <ChangeList kind="error" title={headings.added} count={added.length}>
          {added.map((index) => (
            <FindingLink key={index} report={after} index={index} />
          ))}
        </ChangeList>
        {(
          [
            ['changed', changed],
            ['remaining', remaining],
          ] as const
        ).map(([sort, pairs]) => (
          <ChangeList key={sort} kind="warning" title={headings[sort]} count={pairs.length}>
            {pairs.map(({ after: index, facts: different }) => (
              <FindingLink key={index} report={after} index={index}>
                <Facts facts={different} />
              </FindingLink>
            ))}
          </ChangeList>
        ))}
      </div>
      {facts.length > 0 && (
        <>
          <h2>{headings.facts}</h2>
          <Facts facts={facts} />
        </>
      )}
      {([before, after] as const).map((report, at) => (
        <section key={at} class={`report-head ${report.verdict}`}>
          <h2>{at === 0 ? headings.before : headings.after}</h2>
          <p class="verdict">{sentence(words.verdicts[report.verdict])}</p>
          <p>
            <Headline prose={report.summary} />
          </p>
          {shownRuns(report).map((run) => (
            <CheckPath key={run.id} run={run} report={report} spotlight={null} label={null} />
          ))}
        </section>
      ))}
    </div>
  )
}

interface ChangeListProps {
  readonly kind: string
  readonly title: string
  readonly count: number
  readonly children: ComponentChildren
}

function ChangeList({ kind, title, count, children }: ChangeListProps) {
  if (count === 0) return null
  return (
    <section class={`changes ${kind}`}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

interface FindingLinkProps {
  readonly report: Report
  readonly index: number
  readonly children?: ComponentChildren
}

function FindingLink({ report, index, children }: FindingLinkProps) {
  const finding = report.findings[index]
  if (!finding) return null
  return (
    <li>
      <a href={addressOf({ name: 'entry', code: finding.code })}>{sentence(toPlainText(finding.title))}</a>
      <span class="code">{breakable(finding.code)}</span>
      {children}
    </li>
  )
}

/** `status: 401 → 403`, a line each. */
function Facts({ facts }: { readonly facts: readonly FactChange[] }) {
  const { words } = useLanguage()
  const { factNames, became } = words.difference
  const tools: Readonly<Record<string, string>> = words.tools
  if (facts.length === 0) return null
  return (
    <ul class="facts">
      {facts.map(({ name, before, after }) => (
        <li key={name}>
          {tools[name] ?? factNames[name] ?? <code>{name}</code>}
          {words.colon}
          {before} <span aria-hidden="true">→</span>
          <span class="visually-hidden">{became}</span> {after}
        </li>
      ))}
    </ul>
  )
}
