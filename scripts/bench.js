/** `npm run bench`: what the program costs, as ratios to something run beside it. */
import { benchPage } from './bench/page.js'
import { benchStartUp } from './bench/start-up.js'

benchStartUp()
await benchPage()
