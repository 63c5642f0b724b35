import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from './language.js'

const SHOWN_MILLISECONDS = 2000

interface CopyButtonProps {
  /** The text, or how to come by it when the button is pressed. */
  readonly text: string | (() => Promise<string>)
  readonly label?: string
  /** What a screen reader says in place of the label alone. */
  readonly describe?: string
}

/** Copies a text and says so in its own place. */
export function CopyButton({ text, label, describe }: CopyButtonProps) {
  const { say } = useLanguage()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(null), SHOWN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    const whole = typeof text === 'string' ? text : await text()
    setOutcome((await copyText(whole)) ? 'copied' : 'failed')
  }
  return (
    <button type="button" class="copy" onClick={copy} {...(describe && outcome === null ? { 'aria-label': describe } : {})}>
      <span aria-live="polite">{outcome === null ? (label ?? say.copy.copy) : say.copy[outcome]}</span>
    </button>
  )
}

/** The clipboard's own interface is missing on plain http, such as an intranet's host; the old command works there. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
