/** A compiled file read back: its views, one behind the other, in the order in which they were written. */

interface View<Numbers> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Numbers
}

export class ViewReader {
  readonly #buffer: ArrayBufferLike
  readonly #end: number
  #at: number

  /** @param bytes of numbers in the order of the machine, wide ones before narrow ones */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes)
    this.#buffer = buffer
    this.#at = byteOffset
    this.#end = byteOffset + byteLength
  }

  /** The next numbers, without copying them. */
  take<Numbers>(View: View<Numbers>, length: number): Numbers {
    const view = new View(this.#buffer, this.#at, length)
    this.#at += length * View.BYTES_PER_ELEMENT
    return view
  }

  /** All bytes that are left. */
  rest(): Uint8Array {
    return this.take(Uint8Array, this.#end - this.#at)
  }
}
