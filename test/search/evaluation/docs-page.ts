/** The page of the docs that shows the evaluation's tables, between two marks. */
const BEGIN = '<!-- npm run eval -- --write -->'
const END = '<!-- end of what npm run eval wrote -->'

/** Throws where the page lacks the marks. */
export function withTables(page: string, tables: string): string {
  const [before, after] = aroundTables(page)
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`
}

/** What stands before the first mark and behind the second. */
function aroundTables(page: string): [string, string] {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} … ${END}`)
  return [page.slice(0, begin), page.slice(end + END.length)]
}
