/**
 * What a browser adds where it runs scripts: search, filter, and everything open on paper. It reads and hides what is
 * there, and makes no HTML of any text.
 */
export const script = `'use strict';
(() => {
  const form = document.querySelector('form.filter')
  const field = form.elements.words
  const severity = form.elements.severity
  const items = [...document.querySelectorAll('.item')]
  const findings = items.filter((item) => item.dataset.severity)
  let texts
  const apply = () => {
    texts ??= items.map((item) => item.textContent.toLowerCase())
    const wanted = field.value.toLowerCase().split(/\\s+/).filter(Boolean)
    items.forEach((item, at) => {
      const isWanted = severity.value === '' || !item.dataset.severity || item.dataset.severity === severity.value
      item.hidden = !isWanted || !wanted.every((word) => texts[at].includes(word))
    })
    const shown = findings.filter((item) => !item.hidden).length
    form.querySelector('output').value = form.dataset.found.replace('{shown}', shown).replace('{all}', findings.length)
  }
  let waiting
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 120)
  })
  severity.addEventListener('change', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea')
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      field.focus()
    }
    if (event.key === 'Escape' && event.target === field) {
      field.value = ''
      apply()
    }
  })
  let closed = []
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')]
    for (const one of closed) one.open = true
  })
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false
  })
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
    const details = target && target.querySelector('details')
    if (details) details.open = true
  }
  addEventListener('hashchange', reveal)
  reveal()
  form.hidden = false
})()
`
