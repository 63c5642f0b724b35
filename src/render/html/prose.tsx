import type { ComponentChildren } from 'preact'
import { type Inline, type Prose, toPlainText } from '../../catalog/prose.js'
import type { Words } from '../../report/words.js'

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

/** A sentence as a heading: codes in it are set smaller, so that the words carry it. */
export function Headline({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {toPlainText(prose)
        .split(/([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)/)
        .map((part, at) =>
          at % 2 === 1 ? (
            <span key={at} class="code">
              {breakable(part)}
            </span>
          ) : (
            part
          ),
        )}
    </>
  )
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

/** Where to read on; nothing where there is no page. A saved report may be a stranger's: what is no address of the web is left out. */
export function FurtherLinks({ links, words }: { readonly links: readonly string[]; readonly words: Words }) {
  const pages = links.filter((link) => /^https?:\/\//i.test(link))
  if (pages.length === 0) return null
  return (
    <p class="links">
      {words.headings.more}
      {words.colon}
      {pages.map((page) => (
        <OutsideLink key={page} url={page}>
          {page.replace(/^https?:\/\//i, '')}
        </OutsideLink>
      ))}
    </p>
  )
}
