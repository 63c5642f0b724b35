import { renderers } from '../render/index.js'
import type { Report } from '../report/report.js'
import type { Messages } from './messages.js'
import type { Settings } from './settings.js'
import { writeTargets } from './write-output.js'

/**
 * Writes a report in each format that the call asks for.
 *
 * @param checked looks a text through before any is written, and throws where it may not be
 */
export async function writeReport(report: Report, settings: Settings, messages: Messages, checked = (text: string) => text): Promise<void> {
  await writeTargets(settings, messages, async (format, layout) => {
    const renderer = renderers.find((candidate) => candidate.name === format)
    if (renderer === undefined) throw new Error(`no renderer for ${format}`)
    return checked(await renderer.render(report, layout))
  })
}
