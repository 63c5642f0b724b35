import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { createRedactor } from '../../src/redact/redactor.js'

it('x', () => {
  const r = createRedactor()
  const text = readFileSync(process.env.TRY as string, 'utf8')
  const out = r.redact(text)
  console.log(out)
  console.log(r.replaced, r.leftIn(out))
})
