/** The machine that a line says it was written on, in whatever shape its program writes that. */

const HOST = '([A-Za-z0-9](?:[\\w.-]{0,61}[A-Za-z0-9])?|<[a-z-]+-\\d+>)'
const NEAR_START = 300

const shapes: readonly RegExp[] = [
  // syslog, RFC 3164, and journalctl in any language: Nov  5 11:10:12 build-7 agent[231]: …
  new RegExp(`^(?:<\\d{1,3}>)?(?:\\p{L}{3,4}\\.?|\\d{1,2}月) [ \\d]\\d \\d\\d:\\d\\d:\\d\\d ${HOST} [\\w./@-]+(?:\\[\\d+\\])?: `, 'u'),
  // the same with an ISO time; without a process id it could be anything
  new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\S{8,24} ${HOST} [\\w./-]+\\[\\d+\\]: `),
  // syslog, RFC 5424: <34>1 2024-11-05T11:10:12Z build-7 agent 231 …
  new RegExp(`^<\\d{1,3}>1 \\S{10,40} ${HOST} `),
  // JSON of journald, Fluent Bit, Filebeat, Azure Monitor
  new RegExp(`"(?:host|hostname|_HOSTNAME|node|nodeName|node_name|Computer|computer_name)"\\s?:\\s?(?:\\{"name"\\s?:\\s?)?"${HOST}"`),
  new RegExp(`(?:^|[\\s,{])(?:host|hostname|node|nodeName)="?${HOST}"?(?=[\\s,}]|$)`),
  // A prompt: azureuser@vm-1:~$ az acr check-health
  new RegExp(`^\\[?[\\w.-]{1,40}@${HOST}[: ][^$#]{0,120}[$#] `),
]

/**
 * Reads the name of the machine off a line.
 *
 * @returns as it is written; undefined where the line names none, or only an address or the machine itself (`localhost`)
 */
export function readHost(line: string): string | undefined {
  const head = line.slice(0, NEAR_START)
  for (const shape of shapes) {
    const name = shape.exec(head)?.[1]
    if (name !== undefined && !isNobody(name)) return name
  }
  return undefined
}

function isNobody(name: string): boolean {
  return /^(?:localhost|stdout|stderr|[\d.]+)$/.test(name)
}
