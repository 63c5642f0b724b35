/** Names of encodings, as people write them. */

/** The encodings that logs are in, by their WHATWG names; any other of those names is understood, too. */
export const USUAL_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
] as const

/** The numbers that `chcp` prints on Windows. */
const codePages: Readonly<Record<string, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  20127: 'utf-8',
  28591: 'windows-1252',
  51932: 'euc-jp',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The WHATWG name of an encoding; undefined where there is none of that name. */
export function encodingNamed(name: string): string | undefined {
  const page = /^(?:cp|windows-)?(\d{3,5})$/i.exec(name.trim())?.[1]
  const label = page ? (codePages[page] ?? `windows-${page}`) : name
  try {
    const { encoding } = new TextDecoder(label)
    // gbk is the part of gb18030 that nobody needs by itself
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return undefined
  }
}
