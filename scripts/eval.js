/** `npm run eval`: how well search finds what people mean, over test/search/queries.json, with the catalog that the build made. */
import { rolldown } from 'rolldown'

const bundle = await rolldown({ input: 'test/search/evaluation/run.ts', platform: 'node' })
await bundle.write({ file: '.cache/eval.js', format: 'esm' })
await import('../.cache/eval.js')
