/** Text without what only a screen, a page or a chat makes of it. */

/** Tags of HTML that carry text along: a placeholder such as <registry> has to stay. */
export const htmlTag =
  /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|kbd|li|mark|ol|p|pre|samp|span|strong|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]{0,300})?\/?>/iy

const anyTag = new RegExp(htmlTag.source, 'gi')

/** A text without tags, a space in the place of each. */
export function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(anyTag, ' ') : text
}

/** A text without colours and without letters of no width. */
export function withoutInvisible(text: string): string {
  return text.replace(/\x1b\[[\d;?]*[A-Za-z]|[\u200b-\u200d\u2060\u00ad\ufeff]/g, '')
}
