import type { Answers } from './generate-case.js'

export function checkCase(report: object, answers: Answers): string[]
