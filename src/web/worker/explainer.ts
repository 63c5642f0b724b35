/** The page's side of the worker: calls as promises, and an end to work that nobody waits for any more. */
import type { CallName, Calls, Progress, ReplyMessage } from './calls.js'

export interface Explainer {
  /** Rejects with the reason where the worker fails, and with `Cancelled` where the call was cancelled. */
  call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    onProgress?: (progress: Progress) => void,
  ): Promise<Calls[Name]['answer']>
  /** Ends all calls that run, and forgets what the worker keeps. */
  cancel(): void
  /** Ends the worker for good. */
  close(): void
  readonly isBusy: boolean
}

export class Cancelled extends Error {}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** @param url of the worker's script */
export function makeExplainer(url: string): Explainer {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker = start()

  function start(): Worker {
    const started = new Worker(url)
    started.addEventListener('message', ({ data }: MessageEvent<ReplyMessage>) => settle(data))
    started.addEventListener('error', (event) => rejectAll(new Error(event.message || 'the worker stopped')))
    return started
  }

  function settle(message: ReplyMessage): void {
    const call = waiting.get(message.id)
    if (message.kind === 'progress') {
      call?.onProgress?.(message.progress)
      return
    }
    waiting.delete(message.id)
    if (message.kind === 'answer') call?.resolve(message.answer as never)
    else call?.reject(new Error(message.reason))
  }

  function rejectAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    call(name, request, onProgress) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress })
        worker.postMessage({ id, name, request })
      })
    },
    cancel() {
      worker.terminate()
      worker = start()
      rejectAll(new Cancelled())
    },
    close: () => worker.terminate(),
    get isBusy() {
      return waiting.size > 0
    },
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/**
 * The page's policy lets no text become a script, whoever asks; this is the one exception, by name.
 * Browsers without trusted types take the address as it is.
 */
export function workerUrl(script: string): string {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy('acr-explain-worker', { createScriptURL: (own) => own }).createScriptURL(url) ?? url
}
