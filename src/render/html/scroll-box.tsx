import type { ComponentChildren } from 'preact'

/** A box for what may be wider than the sheet. The keyboard has to reach it, or nobody could scroll it without a mouse. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
