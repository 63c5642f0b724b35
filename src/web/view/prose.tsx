import type { ComponentChildren } from 'preact'
import type { Inline, Prose } from '../../catalog/prose.js'

/** Paragraphs of the catalog's prose. */
export function ProseView({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {prose.map((paragraph, at) => (
        <p key={at}>{paragraph.map(inlineView)}</p>
      ))}
    </>
  )
}

/** The words of prose without paragraphs, for a heading. */
export function InlineProse({ prose }: { readonly prose: Prose }) {
  return <>{prose.flat().map(inlineView)}</>
}

function inlineView(inline: Inline): ComponentChildren {
  if (typeof inline === 'string') return breakable(inline)
  if ('code' in inline) return <code>{breakable(inline.code)}</code>
  if ('strong' in inline) return <strong>{inline.strong.map(inlineView)}</strong>
  if ('emphasis' in inline) return <em>{inline.emphasis.map(inlineView)}</em>
  return <OutsideLink url={inline.link}>{inline.children.map(inlineView)}</OutsideLink>
}

/** A code may end a line after any of its underscores. */
export function breakable(text: string): ComponentChildren {
  return text.split(/(?<=[A-Z]_)(?=[A-Z])/).flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))
}

/** A link that leaves the page; the only ones are the catalog's own. */
export function OutsideLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}
