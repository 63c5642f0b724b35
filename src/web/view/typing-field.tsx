import { useEffect, useRef } from 'preact/hooks'

const PAUSE_MILLISECONDS = 200

interface TypingFieldProps {
  readonly id?: string
  readonly label?: string
  readonly rows?: number
  readonly placeholder?: string
  /** What it holds at first; afterwards it is the reader's. */
  readonly text: string
  readonly hasFocus: boolean
  readonly onPaste?: (event: ClipboardEvent) => void
  /** Called at every letter. */
  readonly onLetter?: (text: string) => void
  /** Called when the reader pauses. */
  readonly onText: (text: string) => void
}

/** A field for a log. It says what it holds when the reader pauses, not at every letter. */
export function TypingField({ id, label, rows, placeholder, text, hasFocus, onPaste, onLetter, onText }: TypingFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const firstText = useRef(text).current
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    if (!hasFocus || !field.current) return
    field.current.focus({ preventScroll: true })
    field.current.setSelectionRange(firstText.length, firstText.length)
  }, [])
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLTextAreaElement }) => {
    onLetter?.(currentTarget.value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onText(currentTarget.value), PAUSE_MILLISECONDS)
  }
  return (
    <textarea
      ref={field}
      id={id}
      rows={rows}
      placeholder={placeholder}
      defaultValue={firstText}
      spellcheck={false}
      autocapitalize="off"
      onInput={onInput}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onPaste === undefined ? {} : { onPaste })}
    />
  )
}
