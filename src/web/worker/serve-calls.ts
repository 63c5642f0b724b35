/** The worker's side: answers one call after the other. */
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import { compileSearchIndex } from '../../search/build-index.js'
import type { CallMessage, CallName, Calls, LineRange, Progress, ReplyMessage, Telling } from './calls.js'
import { compareSources, linesOf, type Read, readSources, render, tell, toExplained } from './explain-sources.js'

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
  let kept: Read = { logs: [], unread: [] }
  let told = tell(kept, { locale: 'en', isRedacted: false })
  const tellKept = (telling: Telling, unfolded: readonly LineRange[], onProgress: (progress: Progress) => void) => {
    if (telling.isRedacted) onProgress({ step: 'hiding', share: null })
    told = tell(kept, telling)
    return toExplained(told, unfolded)
  }
  return {
    explain: async ({ sources, ...telling }, onProgress) => {
      kept = await readSources(sources, onProgress)
      return tellKept(telling, [], onProgress)
    },
    reword: ({ unfolded, ...telling }, onProgress) => tellKept(telling, unfolded, onProgress),
    compare: (request) => compareSources(request),
    lines: (request) => linesOf(told, request),
    render: ({ format }) => render(told, format),
    searchIndex: () => compileSearchIndex(builtInCatalog),
  }
}
