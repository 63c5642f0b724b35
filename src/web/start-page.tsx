import { render } from 'preact'
import { App } from './view/app.js'
import { makeExplainer } from './worker/explainer.js'

/** @param script this program's own text, for the worker */
export function startPage(script: string): void {
  const root = document.getElementById('app')
  if (root) render(<App explainer={makeExplainer(script)} />, root)
}
