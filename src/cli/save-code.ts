/** `node save-code.cjs FOLDER [arguments]`, a step of the build: runs the program once, and saves the code that V8 made of it. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { loadCompiled } from './load-compiled.js'

const [folder] = process.argv.splice(2, 1) as [string]
const file = join(folder, 'main.cjs')
const script = loadCompiled(file, folder, createRequire(file))
process.on('exit', () => writeFileSync(join(folder, 'main.code'), script.createCachedData()))
