/** Two logs that are being compared, in a worker of their own: what is explained elsewhere stays. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Locale } from '../../catalog/entry.js'
import type { Compared, Source } from '../worker/calls.js'
import { Cancelled, type Explainer } from '../worker/explainer.js'

export type Side = 'before' | 'after'

export interface Comparison {
  readonly sources: Readonly<Record<Side, readonly Source[]>>
  readonly stage: 'idle' | 'working' | { readonly failure: string }
  /** Null until both sides are there. */
  readonly compared: Compared | null
  /** Whether private values shall be hidden; until they are, `compared` says that they are not. */
  readonly isRedacted: boolean
  redact(isRedacted: boolean): void
  put(side: Side, sources: readonly Source[]): void
  putBoth(sources: Readonly<Record<Side, readonly Source[]>>): void
}

export function useComparison(startExplainer: () => Explainer, locale: Locale): Comparison {
  const [sources, setSources] = useState<Comparison['sources']>({ before: [], after: [] })
  const [stage, setStage] = useState<Comparison['stage']>('idle')
  const [compared, setCompared] = useState<Compared | null>(null)
  const [isRedacted, setIsRedacted] = useState(false)
  const explainer = useMemo(() => ({ get: lazily(startExplainer) }), [startExplainer])
  const { before, after } = sources
  useEffect(() => {
    if (before.length === 0 || after.length === 0) {
      setCompared(null)
      setIsRedacted(false)
      setStage('idle')
      return
    }
    const worker = explainer.get()
    if (worker.isBusy) worker.cancel()
    setStage('working')
    worker.call('compare', { before, after, locale, isRedacted }).then(
      (answer) => {
        setCompared(answer)
        setStage('idle')
      },
      (error: unknown) => {
        if (!(error instanceof Cancelled)) setStage({ failure: error instanceof Error ? error.message : String(error) })
      },
    )
  }, [before, after, locale, isRedacted])
  return {
    sources,
    stage,
    compared,
    isRedacted,
    redact: setIsRedacted,
    put: (side, given) => setSources((known) => ({ ...known, [side]: given })),
    putBoth: setSources,
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
