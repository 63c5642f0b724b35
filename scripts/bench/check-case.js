/** A triage's report against what a generated case is known to hold. */

/**
 * @param {{ inputs: { id: number, name: string, verdict: string }[], groups: object[], unexplained: object[] }} report
 * @param {ReturnType<import('./generate-case.js').generateCase>} answers
 * @returns {string[]} what is wrong, a line each; empty where all is found, the groups are right and nothing is invented
 */
export function checkCase(report, answers) {
  const nameOf = (id) => report.inputs[id]?.name
  const wanted = new Map(
    answers.groups.filter(({ inputs }) => inputs.length > 0).map((group) => [`${group.code} ${group.registry}`, group]),
  )
  const faults = []
  const expectSame = (what, found, known) => {
    if (JSON.stringify(found) !== JSON.stringify(known))
      faults.push(`${what}: ${JSON.stringify(found).slice(0, 200)}, not ${JSON.stringify(known).slice(0, 200)}`)
  }
  expectSame('files', report.inputs.length, answers.files)
  for (const group of report.groups) {
    const key = `${group.code} ${group.registry}`
    const known = wanted.get(key)
    if (known === undefined) {
      faults.push(`invented: ${key}`)
      continue
    }
    wanted.delete(key)
    expectSame(`${key}: count`, group.count, known.inputs.length)
    expectSame(`${key}: inputs`, group.inputs.map(nameOf).sort(), known.inputs.toSorted())
    expectSame(`${key}: first and last seen`, [group.firstSeen, group.lastSeen], [known.firstSeen, known.lastSeen])
  }
  for (const key of wanted.keys()) faults.push(`not found: ${key}`)
  const healthy = report.inputs.filter(({ verdict }) => verdict === 'healthy').map(({ name }) => name)
  expectSame('healthy', healthy.sort(), answers.healthy.toSorted())
  const { inputs, count } = answers.unexplained
  if (count > 0) {
    expectSame('unexplained templates', report.unexplained.length, 1)
    expectSame('unexplained: count', report.unexplained[0]?.count, count)
    expectSame('unexplained: inputs', report.unexplained[0]?.inputs.map(nameOf).sort(), inputs.toSorted().slice(0, 100))
  }
  return faults
}
