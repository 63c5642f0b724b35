/** Measures child processes beside a bare one of node: ratios of time, and memory as the kernel counts it. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const bare = ['-e', '0']

/**
 * What a node process costs. The two run in turn, so that what else the machine does weighs on both.
 *
 * @returns medians of wall and processor time as ratios, and peak resident memory beyond the bare one's in MiB
 */
export function cost(args, pairs) {
  milliseconds(args)
  const runs = Array.from({ length: pairs }, () => ({
    time: 1 / (milliseconds(bare) / milliseconds(args)),
    base: usage(bare),
    own: usage(args),
  }))
  const least = (memories) => Math.min(...memories) / 1024
  return {
    time: median(runs.map(({ time }) => time)),
    processor: median(runs.map(({ base, own }) => own.processor / base.processor)),
    memory: least(runs.map(({ own }) => own.memory)) - least(runs.map(({ base }) => base.memory)),
  }
}

export function sayCost(what, { time, processor, memory }) {
  console.log(`  ${what.padEnd(30)} ${time.toFixed(2)} x time  ${processor.toFixed(2)} x processor  +${memory.toFixed(1)} MiB`)
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

/**
 * One run of a node process, for what it says and what it costs.
 *
 * @returns seconds from start to end, and peak resident memory in KiB
 */
export function measured(args, cwd = process.cwd()) {
  const begin = process.hrtime.bigint()
  const { output, stdout } = spawnSync(process.execPath, ['--require', reporter, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3])
  return { seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, kibibytes: maxRSS, stdout }
}

function milliseconds(args) {
  const begin = process.hrtime.bigint()
  const { error } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (error) throw error
  return Number(process.hrtime.bigint() - begin) / 1e6
}

const reporter = new URL('report-usage.cjs', import.meta.url).pathname

/** Processor time in microseconds and peak memory in KiB, as the process itself says at its end. */
export function usage(args) {
  const { output } = spawnSync(process.execPath, ['--require', reporter, ...args], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3])
  return { processor: userCPUTime + systemCPUTime, memory: maxRSS }
}
