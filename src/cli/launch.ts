/** Starts the program with the code that the build made of it: to parse and compile it here would be a third of a start. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCompiled } from './load-compiled.js'

const folder = import.meta.dirname
loadCompiled(join(folder, 'main.cjs'), folder, require, savedCode(join(folder, 'main.code')))

/** Undefined where there is none: the program starts all the same. */
function savedCode(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
