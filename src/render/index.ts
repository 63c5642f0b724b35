/** Every format of a report. To add one, write its file and add its line here: `--format`, help and the tests read this list. */
import { jsonRenderer } from './json.js'
import { markdownRenderer } from './markdown.js'
import type { Renderer } from './renderer.js'
import { textRenderer } from './text.js'

/** The default first. */
export const renderers: readonly Renderer[] = [textRenderer, jsonRenderer, markdownRenderer]
