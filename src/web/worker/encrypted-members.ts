import { strFromU8 } from 'fflate'

// APPNOTE.TXT, 4.3.12 and 4.3.16.
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_LENGTH = 46
const ENCRYPTED = 1
const UTF_8 = 0x800

/** The names of a zip's members that a password is needed for: the library that unpacks would take them for bytes like any. */
export function encryptedMembers(zip: Uint8Array): ReadonlySet<string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const names = new Set<string>()
  for (let at = directoryOf(view); at !== null && at + ENTRY_LENGTH <= zip.length && view.getUint32(at, true) === DIRECTORY_ENTRY; ) {
    const flags = view.getUint16(at + 8, true)
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true)
    if (flags & ENCRYPTED) names.add(strFromU8(zip.subarray(at + ENTRY_LENGTH, nameEnd), (flags & UTF_8) === 0))
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** Where the directory begins, as the record at the file's end says; null where there is none. */
function directoryOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true)
  }
  return null
}
