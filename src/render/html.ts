import type { Root, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { safeUrl } from './links.ts'
import { ZERO_WIDTH } from './plain.ts'
import { safeTree } from './tree.ts'

/**
 * Converts an issue's text (GitHub's `body_html`) to HTML that is safe in a FreeScout ticket or note: text and its
 * structure from an allow-list, links over http, https and mailto, images as their names; and none of our marks.
 * `undefined` when it is built to exhaust a parser. Never throws.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types
 */
export function sanitiseHtml(html: string): string | undefined {
  const safe = safeTree(html, href => safeUrl(href)?.href)
  if (!safe) return undefined
  try {
    withoutMarks(safe.tree)
    return (
      toHtml(safe.tree, { characterReferences: { useNamedReferences: true } }).trim() +
      (safe.cut ? '<p><em>… cut: the rest is on GitHub.</em></p>' : '')
    )
  } catch {
    return undefined
  }
}

/**
 * Our notes are known by how their text starts once the tags are gone, so our name is broken up wherever it can be
 * read that way, also across tags: `[freescout-<b>autolink</b>]`.
 */
function withoutMarks(tree: Root): void {
  const texts: Text[] = []
  visit(tree, 'text', node => {
    texts.push(node)
  })
  const whole = texts.map(text => text.value).join('')
  if (!/freescout-autolink/i.test(whole)) return
  for (const text of texts) {
    text.value = ZERO_WIDTH + text.value.replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
  }
}
