import { render } from 'preact'
import { App } from './view/app.js'
import { makeExplainer, workerUrl } from './worker/explainer.js'

/** @param script this program's own text, for the worker */
export function startPage(script: string): void {
  const root = document.getElementById('app')
  const url = workerUrl(script)
  if (root) render(<App startExplainer={() => makeExplainer(url)} />, root)
}
