import { Fragment } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { SAMPLE_NAMES } from '../page-words.js'
import { samples } from '../samples.js'
import type { Source } from '../worker/calls.js'
import { useLanguage } from './language.js'
import { TypingField } from './typing-field.js'
import { fileSource, pastedSource, sourcesOf } from './use-arrivals.js'
import type { Explanation } from './use-explanation.js'

interface PasteBoxProps {
  readonly explanation: Explanation
  readonly onLetter: (text: string) => void
  readonly onTyped: (sources: readonly Source[]) => void
}

/** The opening of the page: a place to paste, and samples for who has nothing to paste. */
export function PasteBox({ explanation, onLetter, onTyped }: PasteBoxProps) {
  const { say } = useLanguage()
  const id = useId()
  const paste = (event: ClipboardEvent) => {
    const sources = sourcesOf(event.clipboardData)
    if (sources.length === 0) return
    event.preventDefault()
    explanation.explain(sources)
  }
  return (
    <section class="paste-box" aria-labelledby={`${id}-title`}>
      <h1 id={`${id}-title`} tabIndex={-1}>
        {say.paste.title}
      </h1>
      <p class="intro">{say.paste.intro}</p>
      <label class="visually-hidden" for={id}>
        {say.paste.label}
      </label>
      <TypingField
        id={id}
        rows={10}
        placeholder={say.paste.placeholder}
        text=""
        hasFocus={false}
        onPaste={paste}
        onLetter={onLetter}
        onText={(text) => onTyped([pastedSource(text)])}
      />
      <p class="beside">
        <FileButton onSources={explanation.explain} /> {say.paste.orDrop}
      </p>
      <p class="samples">
        {say.paste.trySample}
        {say.colon}
        {SAMPLE_NAMES.map((name, at) => (
          <Fragment key={name}>
            {at > 0 && <span aria-hidden="true"> · </span>}
            <button type="button" class="link" onClick={() => explanation.explain([pastedSource(samples[name])])}>
              {say.samples[name]}
            </button>
          </Fragment>
        ))}
      </p>
      <p class="promise">{say.paste.promise}</p>
    </section>
  )
}

export function FileButton({ onSources }: { readonly onSources: (sources: readonly Source[]) => void }) {
  const { say } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const sources = [...(currentTarget.files ?? [])].map(fileSource)
    currentTarget.value = ''
    if (sources.length > 0) onSources(sources)
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden onChange={choose} />
      <button type="button" onClick={() => input.current?.click()}>
        {say.paste.choose}
      </button>
    </>
  )
}
