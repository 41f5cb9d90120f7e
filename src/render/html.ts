import type { Root, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { attempt, type Rendered, rendered } from './attempt.ts'
import { remarkHtml } from './elements.ts'
import { hrefOnTicket, useFreeScoutElements } from './freescout-elements.ts'
import { ZERO_WIDTH } from './plain.ts'
import { safeTree } from './tree.ts'

/** The colours of code. FreeScout does not show them, and long code has more of them than the parser may read. */
const COLOURS = /<\/?span(?: [\w-]+="[^"<>]*")*>/g

/**
 * Converts an issue's text (GitHub's `body_html`) to HTML that is safe in a FreeScout ticket or note, and that
 * FreeScout shows as it is. It holds elements of an allow-list, links over http, https and mailto, images as their
 * names, and none of our marks. Addresses that GitHub signed for a short time become `issueUrl`. A text that is too long
 * ends with the words `ending`. Gives up on HTML that was built to exhaust a parser; never throws.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types
 */
export function sanitiseHtml(
  html: string,
  { issueUrl, ending }: { issueUrl: string; ending: string },
): Rendered<string> {
  const safe = safeTree(html.replace(COLOURS, ''), {
    link: href => hrefOnTicket(href, issueUrl),
    prepare: tree => useFreeScoutElements(tree, issueUrl),
  })
  if (safe.kind === 'gave-up') return safe
  const { tree, cut } = safe.value
  return attempt(() => {
    breakMarks(tree)
    const text = toHtml(tree, { characterReferences: { useNamedReferences: true } }).trim()
    return rendered(cut ? `${text}${remarkHtml(ending)}` : text)
  })
}

/**
 * Breaks up our own name in place. `readNote` recognises our notes by the start of their text without its tags. So the
 * name must not be readable across tags either: `[freescout-<b>autolink</b>]`.
 */
function breakMarks(tree: Root): void {
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
