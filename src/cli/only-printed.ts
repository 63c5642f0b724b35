import type { CatalogEntry } from '../catalog/entry.js'
import { isPrintedBy } from '../catalog/release.js'
import type { Messages } from './messages.js'
import type { Settings } from './settings.js'
import { writeStderr } from './streams.js'

/** With `--as-of`, what that release prints, or may print where nothing is known of it; how much is left out is said on stderr. */
export function onlyPrinted<Item>(
  items: readonly Item[],
  entryOf: (item: Item) => CatalogEntry,
  { asOf }: Settings,
  messages: Messages,
): readonly Item[] {
  if (asOf === null) return items
  const printed = items.filter((item) => isPrintedBy(asOf, entryOf(item)))
  if (printed.length < items.length) writeStderr(messages.leftOut(items.length - printed.length, asOf))
  return printed
}
