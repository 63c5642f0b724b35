/** What is being explained, from the paste to the report. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Locale } from '../../catalog/entry.js'
import type { Explained, LineRange, Progress, Source, Stretch, Telling } from '../worker/calls.js'
import { Cancelled, type Explainer } from '../worker/explainer.js'

export type Stage =
  | { readonly name: 'empty' | 'explained' | 'cancelled' }
  | { readonly name: 'working'; readonly progress: Progress }
  | { readonly name: 'failed'; readonly reason: string }

export interface Explanation {
  readonly sources: readonly Source[]
  readonly stage: Stage
  /** The last report, also while the next one is being made. */
  readonly explained: Explained | null
  /** Whether private values shall be hidden; until they are, `explained` says that they are not. */
  readonly isRedacted: boolean
  redact(isRedacted: boolean): void
  explain(sources: readonly Source[]): void
  cancel(): void
  clear(): void
  render(format: string): Promise<string>
  /** Lines that were folded; they stay unfolded when the report is told in another way. */
  lines(range: LineRange): Promise<Stretch>
}

const START: Progress = { step: 'reading', share: 0 }

export function useExplanation(explainer: Explainer, locale: Locale): Explanation {
  const [sources, setSources] = useState<readonly Source[]>([])
  const [stage, setStage] = useState<Stage>({ name: 'empty' })
  const [explained, setExplained] = useState<Explained | null>(null)
  const [isRedacted, setIsRedacted] = useState(false)
  const isKept = useRef(false)
  const unfolded = useRef<readonly LineRange[]>([])

  const actions = useMemo(() => {
    const follow = (answer: Promise<Explained>) => {
      answer.then(
        (next) => {
          isKept.current = true
          setExplained(next)
          setStage({ name: 'explained' })
        },
        (error: unknown) => {
          if (!(error instanceof Cancelled)) setStage({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
        },
      )
    }
    const stop = () => {
      isKept.current = false
      unfolded.current = []
      if (explainer.isBusy) explainer.cancel()
    }
    const onProgress = (progress: Progress) => setStage({ name: 'working', progress })
    return {
      explain(next: readonly Source[], telling: Telling) {
        stop()
        setSources(next)
        setStage({ name: 'working', progress: START })
        follow(explainer.call('explain', { sources: next, ...telling }, onProgress))
      },
      reword(telling: Telling) {
        if (isKept.current) follow(explainer.call('reword', { ...telling, unfolded: unfolded.current }, onProgress))
      },
      end(name: 'empty' | 'cancelled') {
        stop()
        setSources([])
        setExplained(null)
        setIsRedacted(false)
        setStage({ name })
      },
      render: (format: string) => explainer.call('render', { format }),
      lines(range: LineRange) {
        unfolded.current = [...unfolded.current, range]
        return explainer.call('lines', range)
      },
    }
  }, [explainer])

  // A change of language while the log is still being read starts over; afterwards the report alone is made anew.
  useEffect(() => {
    if (explainer.isBusy && sources.length > 0) actions.explain(sources, { locale, isRedacted })
    else actions.reword({ locale, isRedacted })
  }, [locale, isRedacted])

  return {
    sources,
    stage,
    explained,
    isRedacted,
    redact: setIsRedacted,
    explain: (next) => actions.explain(next, { locale, isRedacted }),
    cancel: () => actions.end('cancelled'),
    clear: () => actions.end('empty'),
    render: actions.render,
    lines: actions.lines,
  }
}
