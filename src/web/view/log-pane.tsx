/** The log itself, with the lines marked that the report rests on. */
import { Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Report } from '../../report/report.js'
import { addStretch, endOf, isShown } from '../stretches.js'
import type { Explained, Stretch } from '../worker/calls.js'
import { useLanguage } from './language.js'
import { type LinePlace, type Mark, marksOf, type Spotlight } from './marks.js'
import { FileButton } from './paste-box.js'
import { TypingField } from './typing-field.js'
import { pastedSource } from './use-arrivals.js'
import type { Explanation } from './use-explanation.js'

/** Lines that a fold opens at once, and lines around one that is asked for. */
const UNFOLDED_LINES = 100
const NEIGHBOURS = 10

interface LogPaneProps {
  readonly explained: Explained
  readonly explanation: Explanation
  /** The paste, where it may be edited. */
  readonly text: string | null
  readonly isEditing: boolean
  readonly onEditing: (isEditing: boolean) => void
  readonly shownLine: LinePlace | null
  readonly spotlight: Spotlight
}

export function LogPane({ explained, explanation, text, isEditing, onEditing, shownLine, spotlight }: LogPaneProps) {
  const { say } = useLanguage()
  const { report, excerpts } = explained
  const marks = useMemo(() => marksOf(report), [report])
  const isEdited = isEditing && text !== null
  const isQuiet = (input: number) => report.inputs.length > 1 && (marks[input]?.size ?? 0) === 0
  const quiet = report.inputs.filter(({ id }) => isQuiet(id)).length
  return (
    <section class="log" aria-labelledby="log-title">
      <div class="log-head">
        <h2 id="log-title">{say.log.label}</h2>
        {text !== null && (
          <button type="button" aria-pressed={isEdited} onClick={() => onEditing(!isEdited)}>
            {isEdited ? say.log.done : say.log.edit}
          </button>
        )}
        <FileButton onSources={explanation.explain} />
        <button type="button" onClick={explanation.clear}>
          {say.log.clear}
        </button>
      </div>
      {isEdited ? (
        <TypingField label={say.paste.label} text={text} hasFocus={true} onText={(edited) => explanation.explain([pastedSource(edited)])} />
      ) : (
        report.inputs
          .filter(({ id }) => !isQuiet(id))
          .map((input) => (
            <InputLines
              key={input.id}
              input={input}
              report={report}
              excerpt={excerpts[input.id] ?? []}
              marks={marks[input.id] ?? new Map()}
              explanation={explanation}
              shownLine={shownLine?.input === input.id ? shownLine : null}
              spotlight={spotlight}
            />
          ))
      )}
      {quiet > 0 && <p class="aside">{say.log.quietFiles(quiet)}</p>}
    </section>
  )
}

interface InputLinesProps extends Pick<LogPaneProps, 'explanation' | 'shownLine' | 'spotlight'> {
  readonly input: Report['inputs'][number]
  readonly report: Report
  readonly excerpt: readonly Stretch[]
  readonly marks: ReadonlyMap<number, Mark>
}

function InputLines({ input, report, excerpt, marks, explanation, shownLine, spotlight }: InputLinesProps) {
  const { say } = useLanguage()
  const [stretches, setStretches] = useState(excerpt)
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => setStretches(excerpt), [excerpt])
  const unfold = async (first: number, last: number) => {
    const stretch = await explanation.lines({ input: input.id, first, last })
    setStretches((shown) => addStretch(shown, stretch))
  }
  const isThere = shownLine !== null && isShown(stretches, shownLine.line)
  useEffect(() => {
    if (shownLine === null) return
    if (isThere) revealLine(pane.current, shownLine.line)
    else unfold(Math.max(1, shownLine.line - NEIGHBOURS), shownLine.line + NEIGHBOURS)
  }, [shownLine, isThere])
  const folds = foldsOf(stretches, input.lines)
  return (
    <>
      {(report.inputs.length > 1 || input.name !== '-') && (
        <p class="log-name">
          <span>{input.name}</span> {say.log.lineCount(input.lines)}
        </p>
      )}
      <section class="lines" ref={pane} tabIndex={-1} aria-label={input.name === '-' ? say.log.label : input.name}>
        {stretches.map((stretch, at) => (
          <Fragment key={stretch.first}>
            <Fold range={folds[at] ?? null} onUnfold={unfold} />
            <ol>
              {stretch.lines.map((text, offset) => {
                const line = stretch.first + offset
                return (
                  <Line
                    key={line}
                    line={line}
                    text={text}
                    mark={marks.get(line) ?? null}
                    isCurrent={line === shownLine?.line}
                    report={report}
                    spotlight={spotlight}
                  />
                )
              })}
            </ol>
          </Fragment>
        ))}
        <Fold range={folds.at(-1) ?? null} onUnfold={unfold} />
      </section>
    </>
  )
}

type LineRange = readonly [number, number]

/** The hidden lines before each stretch, and behind the last; null where none are hidden. */
function foldsOf(stretches: readonly Stretch[], lineCount: number): (LineRange | null)[] {
  const starts = [...stretches.map(({ first }) => first), lineCount + 1]
  return starts.map((start, at) => {
    const before = stretches[at - 1]
    const from = before ? endOf(before) : 1
    return from < start ? [from, start - 1] : null
  })
}

function Fold({ range, onUnfold }: { readonly range: LineRange | null; readonly onUnfold: (first: number, last: number) => void }) {
  const { say } = useLanguage()
  if (range === null) return null
  const [first, last] = range
  return (
    <button type="button" class="fold" onClick={() => onUnfold(first, Math.min(last, first + UNFOLDED_LINES - 1))}>
      {say.log.hidden(last - first + 1)}
    </button>
  )
}

interface LineProps {
  readonly line: number
  readonly text: string
  readonly mark: Mark | null
  readonly isCurrent: boolean
  readonly report: Report
  readonly spotlight: Spotlight
}

function Line({ line, text, mark, isCurrent, report, spotlight }: LineProps) {
  const { say } = useLanguage()
  const findings = mark?.findings ?? []
  const first = findings[0]
  const kind = mark === null ? '' : kindOf(first === undefined ? undefined : report.findings[first])
  const codes = findings.map((index) => report.findings[index]?.code).join(', ')
  return (
    <li class={`${kind}${isCurrent ? ' current' : ''}`} data-line={line} {...(isCurrent ? { 'aria-current': 'true' as const } : {})}>
      {first === undefined ? (
        <span class="number" aria-hidden="true">
          {line}
        </span>
      ) : (
        <button
          type="button"
          class="number"
          aria-label={say.log.opens(line, codes)}
          title={codes}
          onClick={() => spotlight.showFinding(first)}
        >
          {line}
        </button>
      )}
      <code>{text}</code>
    </li>
  )
}

function kindOf(finding: Report['findings'][number] | undefined): string {
  if (finding === undefined) return 'unexplained'
  return finding.state === 'cleared' ? 'cleared' : finding.severity
}

/** Brings a line into sight, inside its pane where that scrolls by itself, and gives it the focus. */
function revealLine(pane: HTMLElement | null, line: number): void {
  const row = pane?.querySelector<HTMLElement>(`[data-line="${line}"]`)
  if (!pane || !row) return
  const target = row.querySelector('button') ?? pane
  target.focus({ preventScroll: true })
  const scroller = pane.closest<HTMLElement>('.log')
  if (scroller && scroller.scrollHeight > scroller.clientHeight + 1) {
    scroller.scrollTop += row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 2
    scroller.scrollIntoView({ block: 'nearest' })
  } else {
    row.scrollIntoView({ block: 'center' })
  }
}
