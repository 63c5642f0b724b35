import { join } from 'node:path'

/** The path of what the package ships beside the program itself; this file is bundled into that program, not into a chunk. */
export function shippedPath(...parts: string[]): string {
  return join(import.meta.dirname, ...parts)
}
