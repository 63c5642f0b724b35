/** The worker's side: answers one call after the other. */
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { Locale } from '../../catalog/entry.js'
import { compileSearchIndex } from '../../search/build-index.js'
import type { CallMessage, CallName, Calls, Progress, ReplyMessage } from './calls.js'
import { compareSources, type Kept, keep, linesOf, readSources, render, toExplained } from './explain-sources.js'

type Handlers = {
  readonly [Name in CallName]: (
    request: Calls[Name]['request'],
    onProgress: (progress: Progress) => void,
  ) => Calls[Name]['answer'] | Promise<Calls[Name]['answer']>
}

export function serveCalls(): void {
  const handlers = makeHandlers()
  const reply = (message: ReplyMessage) => self.postMessage(message)
  self.addEventListener('message', async ({ data }: MessageEvent<CallMessage>) => {
    const { id, name, request } = data
    const handle = handlers[name] as (request: unknown, onProgress: (progress: Progress) => void) => unknown
    try {
      const answer = (await handle(request, (progress) => reply({ id, kind: 'progress', progress }))) as Calls[CallName]['answer']
      reply({ id, kind: 'answer', answer })
    } catch (error) {
      reply({ id, kind: 'failure', reason: error instanceof Error ? error.message : String(error) })
    }
  })
}

function makeHandlers(): Handlers {
  let kept: Kept = keep({ logs: [], unread: [] }, 'en')
  const keepAndTell = (read: Omit<Kept, 'report'>, locale: Locale) => {
    kept = keep(read, locale)
    return toExplained(kept)
  }
  return {
    explain: async ({ sources, locale }, onProgress) => keepAndTell(await readSources(sources, onProgress), locale),
    reword: ({ locale }) => keepAndTell(kept, locale),
    compare: (request) => compareSources(request),
    lines: (request) => linesOf(kept, request),
    render: ({ format }) => render(kept, format),
    searchIndex: () => compileSearchIndex(builtInCatalog),
  }
}
