/** Measures child processes: time as a ratio to another one run in turn with it, memory as the kernel counts it. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'

function milliseconds(args, options) {
  const begin = process.hrtime.bigint()
  const { error } = spawnSync(process.execPath, args, { stdio: 'ignore', ...options })
  if (error) throw error
  return Number(process.hrtime.bigint() - begin) / 1e6
}

/** The median over pairs of runs, one after the other, so that what else the machine does weighs on both. */
export function medianRatio(args, baseArgs, pairs, options = {}) {
  milliseconds(args, options)
  const ratios = Array.from({ length: pairs }, () => {
    const base = milliseconds(baseArgs, options)
    return milliseconds(args, options) / base
  })
  return median(ratios)
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

const report = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))'

/** Peak resident memory of a node process in KiB, the smallest of five runs. */
export function peakMemory(args, options = {}) {
  const runs = Array.from({ length: 5 }, () => {
    const { stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...options,
    })
    return Number(/\d+$/.exec(stderr)?.[0])
  })
  return Math.min(...runs)
}
