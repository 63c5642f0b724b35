import { closeSync, openSync, readSync } from 'node:fs'
import type { Catalog } from '../../catalog/entry.js'
import { bytesOfPart, PartScan } from '../../input-scan.js'
import type { OwnPart } from '../../scan/own-part.js'
import type { ReadAs } from '../../text/decode.js'
import { digestMembers } from '../inputs/digest-file.js'
import { problemFrom } from '../inputs/member.js'
import { openFile } from '../inputs/open-members.js'
import { codeOf } from '../streams.js'
import { Breather } from './breather.js'
import type { Control } from './control.js'
import type { ReadPart, Task, TaskResult } from './tasks.js'

export interface TaskSetting {
  readonly catalog: Catalog
  readonly control: Control
  readonly readAs: ReadAs | undefined
}

/** Does one piece of a triage's work, in whichever thread. */
export async function runTask(task: Task, { catalog, control, readAs }: TaskSetting): Promise<TaskResult> {
  if (task.kind === 'part') return { kind: 'part', ...(await scanPart(task, catalog, control)) }
  const digests = []
  for await (const digest of digestMembers(openFile(task.file, control), catalog, task.file.modified, control, readAs)) digests.push(digest)
  return { kind: 'file', digests }
}

async function scanPart(task: Extract<Task, { kind: 'part' }>, catalog: Catalog, control: Control): Promise<ReadPart> {
  try {
    const descriptor = openSync(task.path, 'r')
    try {
      return await scanFrom(descriptor, task, catalog, control)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (codeOf(error) === '') throw error
    return { part: null, problem: problemFrom(error) }
  }
}

async function scanFrom(
  descriptor: number,
  { input, part }: Extract<Task, { kind: 'part' }>,
  catalog: Catalog,
  control: Control,
): Promise<ReadPart> {
  const own = input.parts[part] as OwnPart
  const { start, end } = bytesOfPart(input, own)
  const scan = new PartScan(catalog, own)
  const breather = new Breather()
  let at = start
  while (at < end) {
    await breather.breathe()
    if (control.isStopped) return { part: null, problem: { kind: 'interrupted' } }
    const length = readSync(descriptor, scan.room, 0, Math.min(scan.room.length, end - at), at)
    // The file has become shorter since it was found.
    if (length === 0) return { part: at > start ? scan.end() : null, problem: { kind: 'cut off' } }
    scan.took(length)
    control.noteRead(length)
    at += length
  }
  return { part: scan.end(), problem: null }
}
