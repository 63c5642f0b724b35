/** What is being explained, from the paste to the report. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Locale } from '../../catalog/entry.js'
import type { Explained, Progress, Source, Stretch } from '../worker/calls.js'
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
  explain(sources: readonly Source[]): void
  cancel(): void
  clear(): void
  render(format: string): Promise<string>
  lines(input: number, first: number, last: number): Promise<Stretch>
}

const START: Progress = { step: 'reading', share: 0 }

export function useExplanation(explainer: Explainer, locale: Locale): Explanation {
  const [sources, setSources] = useState<readonly Source[]>([])
  const [stage, setStage] = useState<Stage>({ name: 'empty' })
  const [explained, setExplained] = useState<Explained | null>(null)
  const isKept = useRef(false)

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
      if (explainer.isBusy) explainer.cancel()
    }
    const onProgress = (progress: Progress) => setStage({ name: 'working', progress })
    return {
      explain(next: readonly Source[], inLocale: Locale) {
        stop()
        setSources(next)
        setStage({ name: 'working', progress: START })
        follow(explainer.call('explain', { sources: next, locale: inLocale }, onProgress))
      },
      reword(inLocale: Locale) {
        if (isKept.current) follow(explainer.call('reword', { locale: inLocale }))
      },
      end(name: 'empty' | 'cancelled') {
        stop()
        setSources([])
        setExplained(null)
        setStage({ name })
      },
      render: (format: string) => explainer.call('render', { format }),
      lines: (input: number, first: number, last: number) => explainer.call('lines', { input, first, last }),
    }
  }, [explainer])

  // A change of language while the log is still being read starts over; afterwards the report alone is made anew.
  useEffect(() => {
    if (explainer.isBusy && sources.length > 0) actions.explain(sources, locale)
    else actions.reword(locale)
  }, [locale])

  return {
    sources,
    stage,
    explained,
    explain: (next) => actions.explain(next, locale),
    cancel: () => actions.end('cancelled'),
    clear: () => actions.end('empty'),
    render: actions.render,
    lines: actions.lines,
  }
}
