import { renderers } from '../render/index.js'
import type { CommandName } from './options.js'

const plainFormats = ['text', 'json', 'markdown'] as const

const reports: readonly CommandName[] = ['explain', 'triage', 'render']

/** The formats that a command writes, its default first. */
export function formatsOf(command: CommandName): readonly string[] {
  if (command === 'kb' || command === 'redact') return ['text']
  if (command === 'web') return ['html']
  return reports.includes(command) ? renderers.map((renderer) => renderer.name) : plainFormats
}
