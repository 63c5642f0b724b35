import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Explained } from '../worker/calls.js'
import { useLanguage } from './language.js'
import { LogPane } from './log-pane.js'
import type { LinePlace, Spotlight } from './marks.js'
import { PasteBox } from './paste-box.js'
import { ReportHead } from './report-head.js'
import { ReportView } from './report-view.js'
import type { Explanation, Stage } from './use-explanation.js'
import { useTitle } from './use-title.js'

/** A paste that is longer is shown, but not in a field to be edited: browsers grow slow there. */
const LONGEST_EDITABLE = 1_000_000

export function ExplainView({ explanation }: { readonly explanation: Explanation }) {
  const { say } = useLanguage()
  const { sources, stage, explained } = explanation
  const [isEditing, setIsEditing] = useState(false)
  // The report's field takes over from the opening's, with the letters that were typed while the report was made.
  const typed = useRef<string | null>(null)
  useEffect(() => {
    typed.current = null
  }, [explained])
  useTitle(say.nav.explain)
  useEffect(() => {
    if (sources.length === 0) setIsEditing(false)
  }, [sources])
  if (explained === null) {
    return (
      <div class="opening">
        <PasteBox
          explanation={explanation}
          onLetter={(text) => {
            typed.current = text
          }}
          onTyped={(pasted) => {
            setIsEditing(true)
            explanation.explain(pasted)
          }}
        />
        <Work stage={stage} onCancel={explanation.cancel} />
      </div>
    )
  }
  // The paste itself has in it what the report hides.
  const isShowable = !explanation.isRedacted && !explained.isRedacted
  const content = sources.length === 1 ? sources[0]?.content : null
  const text = isShowable && typeof content === 'string' ? ((isEditing ? typed.current : null) ?? content) : null
  return (
    <ExplainedView
      explained={explained}
      explanation={explanation}
      text={text !== null && text.length <= LONGEST_EDITABLE ? text : null}
      isEditing={isEditing}
      onEditing={setIsEditing}
    />
  )
}

interface ExplainedViewProps {
  readonly explained: Explained
  readonly explanation: Explanation
  /** The paste, where it may be edited. */
  readonly text: string | null
  readonly isEditing: boolean
  readonly onEditing: (isEditing: boolean) => void
}

function ExplainedView({ explained, explanation, text, isEditing, onEditing }: ExplainedViewProps) {
  const [shownLine, setShownLine] = useState<LinePlace | null>(null)
  /** What the reader opened (true) or closed (false), by the finding's index. */
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [sought, setSought] = useState<number | null>(null)
  const spotlight: Spotlight = useMemo(
    () => ({
      showLine: (place) => {
        onEditing(false)
        setShownLine({ ...place })
      },
      showFinding: (index) => {
        setOpened((before) => new Map([...before, [index, true]]))
        setSought(index)
      },
    }),
    [],
  )
  // What was opened belongs to one log; a change of language leaves it as it is.
  const { sources } = explanation
  const firstSources = useRef(sources)
  useEffect(() => {
    if (firstSources.current === sources) return
    firstSources.current = sources
    setOpened(new Map())
    setShownLine(null)
  }, [sources])
  useEffect(() => {
    if (sought === null) return
    const heading = document.getElementById(`finding-${sought}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.querySelector('button')?.focus({ preventScroll: true })
    setSought(null)
  }, [sought])
  // The first one is what the reader came for.
  const isOpen = (index: number) => opened.get(index) ?? (index === 0 && explained.report.findings[0]?.state === 'open')
  const toggle = (index: number) => setOpened((before) => new Map([...before, [index, !isOpen(index)]]))
  return (
    <div class="explained">
      <ReportHead explained={explained} explanation={explanation} spotlight={spotlight} />
      <Work stage={explanation.stage} onCancel={explanation.cancel} />
      <div class="columns">
        <ReportView explained={explained} isOpen={isOpen} onToggle={toggle} spotlight={spotlight} />
        <LogPane
          explained={explained}
          explanation={explanation}
          text={text}
          isEditing={isEditing}
          onEditing={onEditing}
          shownLine={shownLine}
          spotlight={spotlight}
        />
      </div>
    </div>
  )
}

/** What goes on, how far it is, and the way out; quick work ends before this is seen. */
function Work({ stage, onCancel }: { readonly stage: Stage; readonly onCancel: () => void }) {
  const { say } = useLanguage()
  if (stage.name === 'working') {
    return (
      <div class="work">
        <label>
          {say.work[stage.progress.step]}
          <progress max={1} {...(stage.progress.share === null ? {} : { value: stage.progress.share })} />
        </label>
        <button type="button" onClick={onCancel}>
          {say.work.cancel}
        </button>
      </div>
    )
  }
  const message = stage.name === 'failed' ? say.work.failed(stage.reason) : stage.name === 'cancelled' ? say.work.cancelled : ''
  return (
    <p class="work-message" role="status">
      {message}
    </p>
  )
}
