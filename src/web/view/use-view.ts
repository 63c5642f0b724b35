import { useEffect, useState } from 'preact/hooks'
import { parseAddress, type View } from '../address.js'

/** The view that the address names; kept up with links, back and forward. Each comes back as far down as it was left. */
export function useView(): View {
  const [view, setView] = useState(() => parseAddress(location.hash))
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const heights = new Map<string, number>()
    let shown = location.hash
    const remember = () => heights.set(shown, scrollY)
    const follow = () => {
      shown = location.hash
      setView(parseAddress(shown))
      requestAnimationFrame(() => scrollTo(0, heights.get(shown) ?? 0))
    }
    addEventListener('scrollend', remember)
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('scrollend', remember)
      removeEventListener('hashchange', follow)
    }
  }, [])
  return view
}
