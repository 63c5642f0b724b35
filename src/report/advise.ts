import type { Prose } from '../catalog/prose.js'
import type { ReportRemedy } from './report.js'
import type { Situation } from './summarize.js'
import type { Words } from './words.js'

// The Azure CLI writes all of check-health to standard error; PowerShell's `*>` takes every stream.
const capture = 'az acr check-health --name <registry> --yes > check.log 2>&1'
const captureInPowerShell = 'az acr check-health --name <registry> --yes *> check.log'

/** How to come by a log that decides more; empty where this one decides. */
export function advise(situation: Situation, { advice }: Words): ReportRemedy<Prose>[] {
  const step = (text: string, ...commands: string[]): ReportRemedy<Prose> => ({ text: [[text]], commands, for: null })
  const inPowerShell = step(advice.powerShell, captureInPowerShell)
  switch (situation.kind) {
    case 'foreign':
      return [step(advice.foreign)]
    case 'talk':
      return [step(advice.talk, `acr-explain show ${situation.code}`), step(advice.nothingRecognised, capture), inPowerShell]
    case 'empty':
      return [step(advice.empty, capture), inPowerShell]
    case 'binary':
    case 'nothing recognised':
      return [step(advice.lookedFor), step(advice.nothingRecognised, capture), inPowerShell]
    case 'breaks off':
      return [step(advice.breaksOff, capture), inPowerShell]
    default:
      return []
  }
}
