import type { Condition, Evidence, FactTest } from './entry.js'

/** A line of evidence in the words of the pages: `likely: fact status is 401 and check dns-lookup passed`. */
export function evidenceText({ likelihood, all }: Evidence): string {
  return `${likelihood === 'ruled-out' ? 'ruled out' : likelihood}: ${all.map(conditionText).join(' and ')}`
}

/** A condition in the words of the pages. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'finding':
      return `${condition.present ? '' : 'no '}finding ${condition.code}`
    case 'fact':
      return factText(condition.name, condition.test)
    case 'check':
      return `check ${condition.check} ${condition.status.replace('-', ' ')}`
    case 'version':
      return `${condition.of} ${condition.comparison} ${condition.version}`
    case 'cloud':
      return `cloud ${condition.cloud}`
    case 'text':
      return `${condition.present ? '' : 'no '}text "${condition.text}"`
    case 'run':
      return `run ${condition.runKind}`
  }
}

function factText(name: string, test: FactTest): string {
  switch (test.kind) {
    case 'present':
      return `fact ${name}`
    case 'absent':
      return `no fact ${name}`
    case 'is':
      return `fact ${name} is ${test.values.join(' or ')}`
    case 'between':
      return `fact ${name} from ${test.from} to ${test.to}`
    default:
      return `fact ${name} ${test.kind}`
  }
}
