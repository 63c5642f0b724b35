/** One script, run twice: in the page, and in the worker that the page makes of the same text. */
import { startPage } from './start-page.js'
import { serveCalls } from './worker/serve-calls.js'

if (typeof document === 'undefined') serveCalls()
else startPage(document.currentScript?.textContent ?? '')
