/** What servers answered to the Azure CLI's requests, as `--debug` logs it. */
import type { Event } from './parse-log.js'

export interface Answer {
  /** 1-based. */
  readonly line: number
  readonly host: string
  /** The HTTP status. */
  readonly status: string
  /** What Azure's support asks for; absent where the server sent none. */
  readonly correlationId?: string
}

/** urllib3 logs a registry's answers in one line each, azure-core those of Azure Resource Manager in several. */
export function answersIn(events: readonly Event[]): Answer[] {
  const answers: Answer[] = []
  let host: string | undefined
  for (const { saying, facts, line } of events) {
    if (saying.kind !== 'answer') continue
    if (facts.host) host = facts.host.toLowerCase()
    const last = answers.at(-1)
    if (facts.status && host) answers.push({ line, host, status: facts.status })
    else if (facts.correlationId && last) answers[answers.length - 1] = { ...last, correlationId: facts.correlationId }
  }
  return answers
}
