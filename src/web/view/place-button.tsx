import { placeOf } from '../../render/glance.js'
import type { Report } from '../../report/report.js'
import { useLanguage } from './language.js'
import type { LinePlace, Spotlight } from './marks.js'

interface PlaceButtonProps {
  readonly place: LinePlace
  readonly report: Report
  readonly spotlight: Spotlight
}

/** Leads to a line of the log. */
export function PlaceButton({ place, report, spotlight }: PlaceButtonProps) {
  const { words } = useLanguage()
  const name = report.inputs.length > 1 ? placeOf(report, place.input, place.line, words) : words.lineAlone(place.line)
  return (
    <button type="button" class="place" onClick={() => spotlight.showLine(place)}>
      {name}
    </button>
  )
}
