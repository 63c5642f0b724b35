/** The part of the address behind `#`, which names a view and never anything that was pasted or typed. */
export type View = { readonly name: 'explain' | 'look-up' | 'compare' } | { readonly name: 'entry'; readonly code: string }

/** Reads any fragment: what is no view's name is taken for the code of an entry. */
export function parseAddress(fragment: string): View {
  const path = decoded(fragment.replace(/^#?\/?/, ''))
  if (path === '') return { name: 'explain' }
  if (path === 'look-up' || path === 'compare') return { name: path }
  return { name: 'entry', code: path }
}

export function addressOf(view: View): string {
  if (view.name === 'entry') return `#/${encodeURIComponent(view.code)}`
  return view.name === 'explain' ? '#/' : `#/${view.name}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
