/** Opens what has a name and is no file; apart, since sockets take time to load. */
import { createReadStream, fstatSync, open } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'

/** @param descriptor where it is open already */
export async function openNamed(path: string, descriptor?: number): Promise<Readable> {
  const fd = descriptor ?? (await promisify(open)(path, 'r'))
  // What is read as a file cannot be ended while nobody writes into it.
  return fstatSync(fd).isFIFO() ? new Socket({ fd, readable: true, writable: false }) : createReadStream('', { fd })
}
