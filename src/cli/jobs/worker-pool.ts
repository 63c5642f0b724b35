/** Worker threads, each with a few tasks at a time; results come back in whatever order they are ready. */
import { Worker } from 'node:worker_threads'
import { shippedPath } from '../shipped-path.js'
import type { Task, TaskResult, WorkerSetup } from './tasks.js'

/** So that a worker need not wait for the next task to arrive. */
const TASKS_AHEAD = 2

interface Waiting {
  readonly task: Task
  resolve(result: TaskResult): void
  reject(error: Error): void
}

interface Member {
  readonly worker: Worker
  readonly running: Waiting[]
}

export class WorkerPool {
  private readonly members: Member[]
  private readonly queue: Waiting[] = []

  constructor(count: number, setup: WorkerSetup) {
    this.members = Array.from({ length: count }, () => this.start(setup))
  }

  run(task: Task): Promise<TaskResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ task, resolve, reject })
      this.feed()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map(({ worker }) => worker.terminate()))
  }

  private start(setup: WorkerSetup): Member {
    const worker = new Worker(shippedPath('triage-worker.cjs'), { workerData: setup })
    const member: Member = { worker, running: [] }
    worker.on('message', (result: TaskResult) => {
      member.running.shift()?.resolve(result)
      this.feed()
    })
    worker.on('error', (error) => {
      for (const { reject } of [...member.running.splice(0), ...this.queue.splice(0)]) reject(error as Error)
    })
    return member
  }

  /** The least busy first: as long as all have something to do, it does not matter who does what. */
  private feed(): void {
    while (this.queue.length > 0) {
      const [idlest] = this.members.toSorted((a, b) => a.running.length - b.running.length)
      if (!idlest || idlest.running.length >= TASKS_AHEAD) return
      const next = this.queue.shift() as Waiting
      idlest.running.push(next)
      idlest.worker.postMessage(next.task)
    }
  }
}
