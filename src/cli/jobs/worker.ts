/** A worker of a triage: does the tasks that it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { openCatalog } from '../catalog.js'
import { messagesFor } from '../messages.js'
import { Control } from './control.js'
import { runTask } from './run-task.js'
import type { Task, WorkerSetup } from './tasks.js'

async function serve(): Promise<void> {
  const { shared, kbPaths, locale, readAs } = workerData as WorkerSetup
  const control = new Control(shared)
  const catalog = await openCatalog(kbPaths, messagesFor(locale))
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (task: Task) => {
    // What goes wrong here is our mistake: it ends the worker, and the call.
    last = last.then(async () => parentPort?.postMessage(await runTask(task, { catalog, control, readAs })))
  })
}

serve()
