/**
 * Input made to hurt, at one, two and four times a size: the processor time of a call to the library as a ratio to that at the first
 * size (2 and 4 where it is linear), and the peak memory of that process, the input in it, beyond one that explains nothing.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.js'

const MIB = 1 << 20
const message =
  "ERROR: 2025-05-06 10:11:12.862817 An error occurred: CONNECTIVITY_DNS_ERROR\nFailed to reach DNS for registry 'contoso.azurecr.io'. "

/** Each takes a number of bytes, and gives about so many. */
const inputs = {
  'one line of letters': (size) => 'x'.repeat(size),
  'one line of messages': (size) => message.replaceAll('\n', ' ').repeat(Math.ceil(size / message.length)),
  'one line, a name that never ends': (size) => `Failed to reach DNS for registry '${'a-'.repeat(size >> 1)}.azurecr.io'`,
  quotes: (size) => '> '.repeat(size >> 1),
  'quotes around a message': (size) => `${'> '.repeat(100_000)}${message}\n`.repeat(Math.ceil(size / 200_150)),
  'quotation marks': (size) => `'"`.repeat(size >> 1),
  'JSON in JSON': (size) => `${'{"log":"'.repeat(size >> 4)}${'"}'.repeat(size >> 4)}`,
  'JSON, many fields a line': (size) => `{${'"a":"b",'.repeat(1000)}"z":"An error occurred"}\n`.repeat(Math.ceil(size / 8030)),
  brackets: (size) => '[{('.repeat(size / 3),
  backslashes: (size) => '\\'.repeat(size),
  escapes: (size) => '\\u001b\\u005b'.repeat(size / 12),
  'terminal sequences that never end': (size) => '\x1b]0;'.repeat(size >> 2),
  'carriage returns': (size) => '\r'.repeat(size),
  'progress bars': (size) => `${' | Running ..\r'.repeat(10)}${message}\n`.repeat(Math.ceil(size / 280)),
  tags: (size) => '<a <b '.repeat(size / 6),
  'table bars': (size) => '|'.repeat(size),
  'empty lines': (size) => '\n'.repeat(size),
  'half surrogates': (size) => Buffer.from('\ud800\udc00'.repeat(size >> 3) + '\ud800'.repeat(size >> 2), 'utf16le'),
  'every byte value': (size) => Uint8Array.from({ length: size }, (_, index) => (index + (index >> 8)) & 255),
  zeros: (size) => new Uint8Array(size),
  'bytes and UTF-16 in turn': (size) =>
    Buffer.concat(
      Array.from({ length: size >> 10 }, (_, index) => Buffer.from(`${'a line of it\n'.repeat(40)}`, index % 2 ? 'utf16le' : 'latin1')),
    ),
  'many findings': (size) => `${message}\n`.repeat(Math.ceil(size / message.length)),
  'many registries': (size) =>
    Array.from({ length: Math.ceil(size / message.length) }, (_, index) => message.replace('contoso', `contoso${index}`)).join('\n'),
  'failures that nothing explains': (size) =>
    Array.from({ length: size >> 5 }, (_, index) => `fatal: error ${index.toString(36)} of q${index}`).join('\n'),
  'heads of messages': (size) => "Failed to reach DNS for registry '".repeat(size / 34),
}

/** The child: makes the input, then says how much processor time the flow took in milliseconds, and the process's peak memory in MiB. */
async function runOnce([input, size]) {
  const { explain } = await import('../../dist/index.js')
  const made = inputs[input](Number(size))
  const bytes = typeof made === 'string' ? Buffer.from(made) : made
  explain(Buffer.from(message))
  const begin = process.cpuUsage()
  explain(bytes)
  const { user, system } = process.cpuUsage(begin)
  process.stdout.write(JSON.stringify({ time: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }))
}

const own = fileURLToPath(import.meta.url)

function measure(input, size, runs) {
  const said = Array.from({ length: runs }, () => {
    const { stdout, status } = spawnSync(process.execPath, [own, input, String(size)], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${input} of ${size} bytes ended with ${status}`)
    return JSON.parse(stdout)
  })
  return { time: median(said.map(({ time }) => time)), memory: Math.min(...said.map(({ memory }) => memory)) }
}

export function benchHostile(runs = 1) {
  const bare = measure('empty lines', 0, runs).memory
  console.log(
    'hostile input, explained: processor time at 1, 2 and 4 MiB as a ratio to the first, its milliseconds, peak memory at 4 MiB beyond that of an empty input',
  )
  for (const input of Object.keys(inputs)) {
    const [one, two, four] = [1, 2, 4].map((factor) => measure(input, factor * MIB, runs))
    const ratios = [two, four].map(({ time }) => (time / one.time).toFixed(1))
    console.log(
      `  ${input.padEnd(34)} 1 : ${ratios.join(' : ')}  ${one.time.toFixed(0).padStart(6)} ms  +${(four.memory - bare).toFixed(0)} MiB`,
    )
  }
  const { time, memory } = measure('one line of letters', 100 * MIB, runs)
  console.log(`  one line of 100 MiB: ${(time / 1000).toFixed(1)} s of processor time, +${(memory - bare).toFixed(0)} MiB`)
}

if (process.argv[1] === own) await runOnce(process.argv.slice(2))
