/** `npm run bench`: what the program costs, as ratios to something run beside it. */
import { benchStartUp } from './bench/start-up.js'

benchStartUp()
