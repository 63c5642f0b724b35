import type { Prose } from '../../catalog/prose.js'
import { ProseView } from '../../render/html/prose.js'
import type { ReportRemedy } from '../../report/report.js'
import { CopyButton } from './copy-button.js'
import { useLanguage } from './language.js'

interface StepsProps {
  readonly remedies: readonly ReportRemedy<Prose>[]
  /** The title of the cause that a step helps against; null where it need not be said. */
  readonly causeOf?: (step: ReportRemedy<Prose>) => string | null
}

/** What to do, in order, with commands ready to copy. */
export function Steps({ remedies, causeOf }: StepsProps) {
  const { words } = useLanguage()
  return (
    <ol class="steps">
      {remedies.map((remedy, at) => {
        const cause = causeOf?.(remedy) ?? null
        return (
          <li key={at}>
            {cause !== null && <p class="against">{words.helpsAgainst(cause)}</p>}
            <ProseView prose={remedy.text} />
            {remedy.commands.length > 0 && <Command lines={remedy.commands} />}
          </li>
        )
      })}
    </ol>
  )
}

/** Command lines as they are to be run; what only the reader knows stands out. */
export function Command({ lines }: { readonly lines: readonly string[] }) {
  const { say } = useLanguage()
  const text = lines.join('\n')
  return (
    <div class="command">
      <pre>
        <code>{text.split(/(<[a-z][a-z0-9-]*>)/).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</code>
      </pre>
      <CopyButton text={text} describe={`${say.copy.copy}${say.colon}${text}`} />
    </div>
  )
}
