/** Files → the digests of all that is in them, in order, by as many threads as there shall be: the digests are the same. */
import { closeSync, openSync, readSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Catalog } from '../../catalog/entry.js'
import { type PartedInput, PartJoiner, partInput } from '../../input-scan.js'
import { PART_BYTES } from '../../scan/own-part.js'
import type { ReadAs } from '../../text/decode.js'
import { type InputDigest, type ReadingProblem, unreadDigest } from '../../triage/digest.js'
import { detectFormat } from '../inputs/detect-format.js'
import type { FoundFile } from '../inputs/find-files.js'
import { printable } from '../printable.js'
import { Breather } from './breather.js'
import type { Control } from './control.js'
import { runTask } from './run-task.js'
import type { Task, TaskResult, WorkerSetup } from './tasks.js'

export interface Jobs {
  /** Threads that read. */
  readonly count: number
  readonly catalog: Catalog
  readonly control: Control
  readonly setup: Omit<WorkerSetup, 'shared'>
}

/** Below, starting a thread takes longer than it saves. */
const LEAST_BYTES_FOR_WORKERS = 16 << 20
/** Bytes that may be read ahead of the file whose turn it is: what was found in them waits in memory. */
const AHEAD_BYTES = 6 * PART_BYTES

export async function* digestFiles(files: readonly FoundFile[], jobs: Jobs): AsyncGenerator<InputDigest> {
  const byteLength = files.reduce((sum, file) => sum + file.byteLength, 0)
  const count = byteLength < LEAST_BYTES_FOR_WORKERS ? 1 : jobs.count
  const runHere = async (task: Task) => {
    await setImmediate()
    return runTask(task, { ...jobs, readAs: jobs.setup.readAs })
  }
  if (count === 1) {
    for (const file of files) yield* digestWork(planWork(file, jobs.setup.readAs), runHere, jobs)
    return
  }
  const { WorkerPool } = await import('./worker-pool.js')
  const pool = new WorkerPool(count, { ...jobs.setup, shared: jobs.control.shared }, runHere)
  try {
    yield* digestAhead(files, (task) => pool.run(task), jobs)
  } finally {
    await pool.close()
  }
}

type Run = (task: Task) => Promise<TaskResult>

/** One file and what there is to do for it: one task, or its parts. */
interface Work {
  readonly file: FoundFile
  readonly parted?: PartedInput
  readonly tasks: readonly Task[]
}

/** Hands out tasks ahead of the file whose turn it is, as far as memory allows. */
async function* digestAhead(files: readonly FoundFile[], run: Run, jobs: Jobs): AsyncGenerator<InputDigest> {
  const works = files.map((file) => planWork(file, jobs.setup.readAs))
  const queue = works.flatMap(({ tasks, file }) => tasks.map((task) => ({ task, bytes: file.byteLength / tasks.length })))
  const started = new Map<Task, Promise<TaskResult>>()
  let [next, ahead] = [0, 0]
  const startMore = () => {
    for (; next < queue.length && (ahead === 0 || ahead < AHEAD_BYTES); next++) {
      const { task, bytes } = queue[next] as (typeof queue)[number]
      ahead += bytes
      const result = run(task)
      // Whoever awaits it in its turn hears of a failure.
      result.catch(() => undefined)
      started.set(task, result)
    }
  }
  const takeResult = async (task: Task, bytes: number) => {
    startMore()
    const result = await (started.get(task) as Promise<TaskResult>)
    started.delete(task)
    ahead -= bytes
    return result
  }
  for (const work of works) yield* digestWork(work, (task) => takeResult(task, work.file.byteLength / work.tasks.length), jobs)
}

async function* digestWork({ file, parted, tasks }: Work, run: Run, { catalog, control }: Jobs): AsyncGenerator<InputDigest> {
  const joiner = parted && new PartJoiner(parted, catalog, (findings) => control.noteFindings(findings))
  const breather = new Breather()
  let joined = 0
  let problem: ReadingProblem | null = null
  for (const task of tasks) {
    const result = control.isStopped && joined === 0 ? null : await run(task)
    if (result?.kind === 'file') {
      yield* result.digests
      return
    }
    if (joiner && result?.part) {
      for (const _step of joiner.steps(result.part)) await breather.breathe()
      joined++
    }
    problem = result ? result.problem : { kind: 'not reached' }
    if (problem) break
  }
  if (joiner && joined > 0) yield joiner.end(!endsInNewline(file), problem)
  else if (problem) yield unreadDigest(printable(file.name), file.byteLength, control.isStopped ? { kind: 'not reached' } : problem)
}

function planWork(file: FoundFile, readAs: ReadAs | undefined): Work {
  const parted = file.byteLength >= 2 * PART_BYTES ? partFile(file, readAs) : undefined
  if (!parted) return { file, tasks: [{ kind: 'file', file }] }
  return { file, parted, tasks: parted.parts.map((_, part) => ({ kind: 'part', path: file.path, input: parted, part })) }
}

const HEAD_BYTES = 1 << 18

function partFile({ path, name, byteLength, modified }: FoundFile, readAs: ReadAs | undefined): PartedInput | undefined {
  try {
    const head = readAt(path, 0, HEAD_BYTES)
    return detectFormat(head) === 'plain' ? partInput({ name: printable(name), modified, readAs }, head, byteLength) : undefined
  } catch {
    // Whoever reads it as a whole says what is wrong.
    return undefined
  }
}

/** A file that is gone since is taken to end as files do. */
function endsInNewline({ path, byteLength }: FoundFile): boolean {
  try {
    return readAt(path, byteLength - 1, 1)[0] === 0x0a
  } catch {
    return true
  }
}

function readAt(path: FoundFile['path'], offset: number, byteLength: number): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(byteLength)
    return bytes.subarray(0, readSync(descriptor, bytes, 0, byteLength, offset))
  } finally {
    closeSync(descriptor)
  }
}
