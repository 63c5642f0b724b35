/** Whether a member's name would lead out of the folder that an archive is unpacked to. Nothing is, but such a name means harm. */
export function leadsOut(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:/.test(name) || name.split(/[/\\]/).includes('..')
}
