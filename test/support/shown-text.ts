import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'

/** What a reader sees of a note's HTML: its text without comments, one line for each paragraph. */
export function shownText(html: string): string {
  return toText(fromHtml(html, { fragment: true }))
    .replace(/\n+\u00A0?/g, '\n')
    .trim()
}
