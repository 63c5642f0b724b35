/** What a zod schema says against a value, in the words of a fault. */
import type { z } from 'zod'
import { suggest } from './suggest.js'

/** What to write instead of `value`: the nearest or all of the choices, or the sentence that the schema itself has. */
export function expectedInstead(issue: z.core.$ZodIssue, value: string): string {
  return issue.code === 'invalid_value' ? suggest(value, issue.values.map(String)) : issue.message
}
