/** A file → the digests of all that is in it. */
import type { Catalog } from '../../catalog/entry.js'
import { EARLIEST } from '../../text/date-orders.js'
import type { ReadAs } from '../../text/decode.js'
import { type InputDigest, unreadDigest } from '../../triage/digest.js'
import { InputReader } from '../../triage-inputs.js'
import { Breather } from '../jobs/breather.js'
import type { Control } from '../jobs/control.js'
import { printable } from '../printable.js'
import { type Member, type Opened, ReadingStopped } from './member.js'

/**
 * @param latest when a member was written, where its archive does not say: milliseconds since 1970
 * @param readAs for all of them, where somebody says it
 * @param control where it says so reading stops; what was read stands
 */
export async function* digestMembers(
  members: AsyncIterable<Opened>,
  catalog: Catalog,
  latest: number,
  control: Control,
  readAs?: ReadAs,
): AsyncGenerator<InputDigest> {
  const breather = new Breather()
  for await (const member of members) {
    const name = printable(member.name)
    if ('problem' in member) {
      yield unreadDigest(name, member.byteLength, member.problem)
      continue
    }
    const reader = new InputReader({ name, modified: writtenAt(member, latest), readAs }, catalog, (findings) =>
      control.noteFindings(findings),
    )
    try {
      for await (const chunk of member.chunks) {
        reader.push(chunk)
        await breather.breathe()
        if (control.isStopped) throw new ReadingStopped({ kind: 'interrupted' })
      }
      yield reader.end()
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error
      yield reader.end(error.problem)
    }
    if (control.isStopped) return
  }
}

/** Archives that are made the same every time have no times of their members, or those of long ago. */
function writtenAt({ modified }: Member, latest: number): number {
  return modified !== undefined && modified >= EARLIEST ? modified : latest
}
