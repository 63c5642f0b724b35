import { useLanguage } from './language.js'

interface RedactionSwitchProps {
  /** Whether what is shown now has nothing private in it. */
  readonly isOn: boolean
  /** Whether it is being changed. */
  readonly isPending: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Placeholders for private values in all that is shown, copied and downloaded. It is on once they are there, and not before. */
export function RedactionSwitch({ isOn, isPending, onChange }: RedactionSwitchProps) {
  const { say } = useLanguage()
  return (
    <button
      type="button"
      role="switch"
      class="redaction"
      aria-checked={isOn}
      aria-busy={isPending}
      title={say.redaction.explained}
      onClick={() => onChange(!isOn)}
    >
      {say.redaction.hide}
    </button>
  )
}
