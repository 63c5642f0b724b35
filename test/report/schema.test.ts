import { expect, it } from 'vitest'
import type { z } from 'zod'
import type { digestSchema } from '../../src/report/digest-schema.js'
import type { JsonReport } from '../../src/report/report.js'
import { reportJsonSchema, type reportSchema } from '../../src/report/schema.js'
import type { InputDigest } from '../../src/triage/digest.js'

// Does not compile where the schema and the report's type part ways.
const sameShape = (report: z.output<typeof reportSchema>): JsonReport => report
const sameDigest = (digest: z.output<typeof digestSchema>): InputDigest => digest

it('has the shape of the report, and is a JSON Schema of its own', () => {
  expect(sameShape).toBeTypeOf('function')
  expect(sameDigest).toBeTypeOf('function')
  expect(reportJsonSchema()).toMatchObject({ type: 'object', properties: { schemaVersion: { const: 1 } } })
})
