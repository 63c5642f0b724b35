import { expect, it } from 'vitest'
import { seenBetween } from '../../src/render/glance.js'
import { renderers } from '../../src/render/index.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

const lost = (time: string, registry: string) =>
  `${time} Get "https://${registry}.azurecr.io/v2/": dial tcp: lookup ${registry}.azurecr.io: no such host`
const text = [lost('2024-11-05T08:03:00Z', 'contoso'), lost('2024-11-05T12:07:00Z', 'contoso'), lost('2024-11-05T10:00:00Z', 'fabrikam')]
const digest = digestInput({ name: 'a.log', bytes: new TextEncoder().encode(text.join('\n')) }, builtCatalog)
const report = triageDigests([digest], { catalog: builtCatalog })

it.each(['text', 'html'])('says in %s when the first was seen and the last, not where the last column begins', async (name) => {
  const rendered = await renderers.find((one) => one.name === name)?.render(report, { width: 200, colour: false, unicode: true })
  expect(rendered).toContain('2024-11-05 08:03:00 UTC to 2024-11-05 12:07:00 UTC, a ')
})

it('compares times with a zone and without one', () => {
  const [group] = report.groups ?? []
  const at = (firstSeen: string | null, lastSeen = firstSeen) => ({ ...(group as NonNullable<typeof group>), firstSeen, lastSeen })
  expect(seenBetween([at('2024-11-05T08:00:00'), at(null), at('2024-11-05T07:00:00Z')])).toEqual({
    first: '2024-11-05 07:00:00 UTC',
    last: '2024-11-05 08:00:00',
  })
  expect(seenBetween([at(null)])).toBeNull()
})
