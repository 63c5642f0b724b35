/** Whether a translation says the same as its English page: the same causes, remedies and commands. */
import type { EntryPage, WordsPage } from './read-page.js'
import type { RemedyParts } from './read-remedies.js'
import type { Placed } from './source-page.js'
import { suggest } from './suggest.js'

/** Notes where the translation lacks, adds or reorders something. Sections that are missing have their fault already. */
export function checkTranslation(translation: WordsPage, english: EntryPage): void {
  if (translation.causes.length > 0 && english.causes.length > 0) checkCauses(translation, english)
  if (translation.remedies.length > 0 && english.remedies.length > 0) checkRemedies(translation, english)
  checkDeciding(translation, english)
}

function checkCauses({ page, causes, sectionOffset }: WordsPage, english: EntryPage): void {
  const here = causes.map(({ id }) => id.value)
  const there = english.causes.map(({ id }) => id.value)
  const added = causes.filter(({ id }) => !there.includes(id.value))
  const lacking = there.filter((id) => !here.includes(id))
  for (const { id } of added) page.fault(id.offset, `cause "${id.value}" is not on the English page`, suggest(id.value, there))
  for (const id of lacking)
    page.fault(sectionOffset('causes') ?? 0, `cause "${id}" of the English page is missing`, `Write "### ${id}：…" here.`)
  if (added.length > 0 || lacking.length > 0) return
  const moved = causes.find(({ id }, index) => id.value !== there[index])
  if (moved)
    page.fault(moved.id.offset, `cause "${moved.id.value}" stands where the English page has another`, `The order is: ${there.join(', ')}.`)
}

function checkRemedies({ page, remedies, sectionOffset }: WordsPage, english: EntryPage): void {
  if (remedies.length !== english.remedies.length) {
    page.fault(
      sectionOffset('remedies') ?? 0,
      `the page has ${remedies.length} remedies, the English one ${english.remedies.length}`,
      'Write the same ones in the same order.',
    )
    return
  }
  for (const [index, remedy] of remedies.entries()) checkRemedy(page, remedy, english.remedies[index] as RemedyParts)
}

function checkRemedy(page: WordsPage['page'], here: RemedyParts, there: RemedyParts): void {
  if (here.for?.value !== there.for?.value) {
    const expected = there.for ? `Begin it with \`${there.for.value}\`：` : 'Begin it without the id of a cause.'
    page.fault(here.offset, `the remedy is for ${naming(here)}, on the English page for ${naming(there)}`, expected)
  }
  checkCommands(page, here.offset, here.commands, there.commands)
}

function naming(remedy: RemedyParts): string {
  return remedy.for ? `"${remedy.for.value}"` : 'every cause'
}

function checkCommands(page: WordsPage['page'], offset: number, here: readonly Placed<string>[], there: readonly Placed<string>[]): void {
  for (const [index, command] of here.entries()) {
    const twin = there[index]
    if (!twin) page.fault(command.offset, 'the English page does not have this command', 'Leave it out.')
    else if (twin.value !== command.value)
      page.fault(command.offset, 'the command differs from that of the English page', `Write: ${twin.value}`)
  }
  for (const { value } of there.slice(here.length)) page.fault(offset, 'a command of the English page is missing', `Write: ${value}`)
}

function checkDeciding({ page, deciding, sectionOffset }: WordsPage, english: EntryPage): void {
  const here = sectionOffset('deciding')
  const there = english.sectionOffset('deciding')
  if (here !== null && there === null) page.fault(here, 'the English page has no section "Deciding"', 'Leave this one out.')
  else if (here === null && there !== null)
    page.fault(page.text.trimEnd().length, 'section "Deciding" of the English page is missing', 'Write "## 如何判断" here.')
  else if (deciding && english.deciding) checkCommands(page, deciding.command.offset, [deciding.command], [english.deciding.command])
}
