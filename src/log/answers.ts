/** What servers answered to the Azure CLI's requests, as `--debug` logs it. */

export interface Answer {
  /** 1-based. */
  readonly line: number
  readonly host: string
  /** The HTTP status. */
  readonly status: string
  /** What Azure's support asks for; absent where the server sent none. */
  readonly correlationId?: string
}

/** urllib3 logs each request with its answer, azure-core the headers of those to Azure Resource Manager below it. */
const answerOrId =
  /https:\/\/([a-z0-9.-]{1,253}):\d{1,5} "[A-Z]{3,7} \S{1,2000} HTTP\/1\.[01]" (\d{3})\b|'x-ms-correlation-request-id': '([0-9a-f-]{36})'/gi

/**
 * @param text of a run
 * @param firstLine of the run, 1-based
 * @returns in the order of the log
 */
export function readAnswers(text: string, firstLine: number): Answer[] {
  const answers: Answer[] = []
  if (!text.includes(' HTTP/1.')) return answers
  let line = firstLine
  let counted = 0
  for (const { index, 1: host, 2: status, 3: correlationId } of text.matchAll(answerOrId)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++
    counted = index
    const last = answers.at(-1)
    if (host && status) answers.push({ line, host: host.toLowerCase(), status })
    else if (last && correlationId) answers[answers.length - 1] = { ...last, correlationId }
  }
  return answers
}
