/** Threads, each with a few tasks at a time; results come back in whatever order they are ready. */
import { Worker } from 'node:worker_threads'
import { shippedPath } from '../shipped-path.js'
import type { Task, TaskResult, WorkerSetup } from './tasks.js'

/** So that a worker need not wait for the next task to arrive. */
const TASKS_AHEAD = 2

type Run = (task: Task) => Promise<TaskResult>

interface Member {
  readonly run: Run
  readonly mostRunning: number
  running: number
}

interface Waiting {
  readonly task: Task
  resolve(result: Promise<TaskResult>): void
}

export class WorkerPool {
  private readonly workers: Worker[] = []
  private readonly members: readonly Member[]
  private readonly queue: Waiting[] = []

  /**
   * @param count of all threads, this one among them
   * @param runHere does a task in this thread; it has one at a time, as each keeps it from handing out others
   */
  constructor(count: number, setup: WorkerSetup, runHere: Run) {
    const workers = Array.from({ length: count - 1 }, () => ({ run: this.start(setup), mostRunning: TASKS_AHEAD, running: 0 }))
    this.members = [...workers, { run: runHere, mostRunning: 1, running: 0 }]
  }

  run(task: Task): Promise<TaskResult> {
    return new Promise((resolve) => {
      this.queue.push({ task, resolve })
      this.feed()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }

  /** A worker does its tasks in the order in which it gets them. */
  private start(setup: WorkerSetup): Run {
    const worker = new Worker(shippedPath('triage-worker.cjs'), {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES },
    })
    this.workers.push(worker)
    const running: { resolve(result: TaskResult): void; reject(error: unknown): void }[] = []
    worker.on('message', (result: TaskResult) => running.shift()?.resolve(result))
    worker.on('error', (error) => {
      for (const { reject } of running.splice(0)) reject(error)
    })
    return (task) =>
      new Promise((resolve, reject) => {
        running.push({ resolve, reject })
        worker.postMessage(task)
      })
  }

  /** The least busy first: as long as all have something to do, it does not matter who does what. */
  private feed(): void {
    while (this.queue.length > 0) {
      const [idlest] = this.members.filter(({ running, mostRunning }) => running < mostRunning).toSorted((a, b) => a.running - b.running)
      if (!idlest) return
      const { task, resolve } = this.queue.shift() as Waiting
      idlest.running++
      const result = idlest.run(task)
      resolve(result)
      result
        .catch(() => undefined)
        .then(() => {
          idlest.running--
          this.feed()
        })
    }
  }
}

/** A scan makes little that is new, and nothing that lasts. */
const YOUNG_MEBIBYTES = 8
