import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'

/** What Node puts around a CommonJS module; the build puts it around the program's. */
type Program = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void

/**
 * Runs the program as `require` would, with V8's code for it where there is any.
 *
 * @param file of ASCII alone
 * @param code from `createCachedData`; V8 looks at it first, and compiles the program where another release of V8 made it
 * @returns the program's script, whose code can be saved once it has run
 */
export function loadCompiled(file: string, folder: string, require: NodeJS.Require, code?: Buffer): Script {
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(code && { cachedData: code }) })
  const module = { exports: {}, loaded: true, children: [] }
  // The program's other parts require it, and have to find the one that runs.
  require.cache[file] = module as unknown as NodeJS.Module
  const program = script.runInThisContext() as Program
  program(module.exports, require, module, file, folder)
  return script
}
