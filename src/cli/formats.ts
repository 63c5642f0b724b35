import type { DifferenceFormat } from '../render/difference/index.js'
import { renderers } from '../render/index.js'
import { COMMANDS, type CommandName } from './command-specs.js'

const plainFormats = ['text', 'json', 'markdown'] as const
const differenceFormats: readonly DifferenceFormat[] = [...plainFormats, 'html']

const reports: readonly CommandName[] = ['explain', 'triage', 'render']

/** The formats that a command writes, its default first. */
export function formatsOf(command: CommandName): readonly string[] {
  if (command === 'kb' || command === 'redact') return ['text']
  if (command === 'web') return ['html']
  if (command === 'diff') return differenceFormats
  return reports.includes(command) ? renderers.map((renderer) => renderer.name) : plainFormats
}

/** The commands that have a choice and write a format; none where there is no such format. */
export function commandsWriting(format: string): CommandName[] {
  return COMMANDS.filter((command) => formatsOf(command).length > 1 && formatsOf(command).includes(format))
}
