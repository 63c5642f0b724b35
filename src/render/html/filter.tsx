import type { Paper } from './paper.js'

/** Hidden until the script is there to heed it. */
export function Filter({ words, say }: Pick<Paper, 'words' | 'say'>) {
  return (
    <search>
      <form class="filter" hidden data-found={say.filter.found}>
        <label>
          {say.filter.label}
          <input name="words" type="search" autocomplete="off" title={say.filter.hint} />
        </label>
        <label>
          {say.filter.severity}
          <select name="severity">
            <option value="">{say.filter.all}</option>
            {(['error', 'warning', 'info'] as const).map((severity) => (
              <option key={severity} value={severity}>
                {words.severities[severity]}
              </option>
            ))}
          </select>
        </label>
        <output />
      </form>
    </search>
  )
}
