/** How the time of explaining grows with what a log holds: twice as much of it should take twice as long. */
import { explainAll, renderers } from '../../dist/index.js'

const SMALLEST = 5000
const layout = { width: 80, colour: false, unicode: true }

const numbers = (count) => Array.from({ length: count }, (_, number) => number)
const lines = (count, line) => [{ name: 'a.log', bytes: new TextEncoder().encode(numbers(count).map(line).join('\n')) }]

const healthCheck = (registry) => `Docker daemon status: available
Azure CLI version: 2.65.0
DNS lookup to ${registry}.azurecr.io at IP 20.62.128.40 : OK
An error occurred: CONNECTIVITY_FORBIDDEN_ERROR
Looks like you don't have access to registry '${registry}.azurecr.io'.
Please refer to https://aka.ms/acr/errors#connectivity_forbidden_error for more information.`

/** What there may be much of, by what it is. */
const kinds = {
  'runs of one registry': (count) => lines(count, () => healthCheck('contoso')),
  'runs, each of its registry': (count) => lines(count, (number) => healthCheck(`contoso${number}`)),
  'runs with a code nobody knows': (count) =>
    lines(
      count,
      () =>
        'Azure CLI version: 2.65.0\nAn error occurred: CONNECTIVITY_QUANTUM_ERROR\nPlease refer to https://aka.ms/acr/errors for more information.',
    ),
  'failures in one run': (count) => lines(count, () => 'denied: requested access to the resource is denied by contoso.azurecr.io'),
  'registries in one run': (count) =>
    lines(
      count,
      (number) =>
        `Error response from daemon: Get "https://contoso${number}.azurecr.io/v2/": dial tcp: lookup contoso${number}.azurecr.io: no such host`,
    ),
  'failures that name no registry': (count) => lines(count, () => 'Error response from daemon: toomanyrequests: too many requests'),
  'lines that nothing explains': (count) =>
    lines(count, (number) => `step ${number.toString(36)}: fatal: the ${number}th thing is missing`),
  inputs: (count) => numbers(count).map((number) => ({ name: `${number}.log`, bytes: new TextEncoder().encode(healthCheck('contoso')) })),
}

async function milliseconds(inputs) {
  const begin = performance.now()
  const report = explainAll(inputs)
  for (const renderer of renderers) await renderer.render(report, layout)
  return performance.now() - begin
}

export async function benchGrowth() {
  console.log(`growth: milliseconds for ${SMALLEST}, and the ratio each time that doubles (2 is linear)`)
  for (const [kind, make] of Object.entries(kinds)) {
    await milliseconds(make(200))
    const times = []
    for (const factor of [1, 2, 4]) times.push(await milliseconds(make(SMALLEST * factor)))
    const ratios = times.slice(1).map((time, index) => (time / times[index]).toFixed(1))
    console.log(`  ${kind.padEnd(32)} ${times[0].toFixed(0).padStart(6)} ms  ${ratios.join('  ')}`)
  }
}
