import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Break, InlineCode, Text } from 'mdast'
import { expect, test } from 'vitest'
import { renderIssue } from '../../src/render/issue.ts'
import { readMails } from '../support/mails.ts'
import { all, links, read } from '../support/markdown-reader.ts'
import { changed, changes, encodings, hostileChanges } from '../support/mutated-mail.ts'
import { readings } from '../support/readings.ts'
import { input, MARKER, ticketWith } from '../support/render-input.ts'

/**
 * A test must not fail by chance, so the changes are always the same.
 * `FUZZ_RUNS=50000 npx vitest run test/integration/mail-properties.test.ts` looks further, with others each time.
 */
const { FUZZ_RUNS } = process.env
const runs = FUZZ_RUNS ? { numRuns: Number(FUZZ_RUNS) } : { numRuns: 1_000, seed: 20261126 }
const mails = readMails()
const ADDRESS = 'erika.mustermann@customer.example'
const erika = { firstName: 'Erika', lastName: 'Mustermann', email: ADDRESS }
const anyMail = fc.constantFrom(...mails.map(({ html }) => html))

test('None of the ticket’s addresses is in the issue of a mail, in any encoding, wherever it stands', () => {
  fc.assert(
    fc.property(anyMail, changes(encodings(ADDRESS)), (html, list) => {
      const body = changed(html, list)
      const { title, body: issue } = renderIssue({ ...input, ticket: ticketOf(body, `${ADDRESS} writes`) })
      expect(readings(`${title}\n${issue}`)).not.toContain(ADDRESS)
      expect(joinedText(issue).toLowerCase()).not.toContain(ADDRESS)
    }),
    runs,
  )
})

test.each(mails.map(mail => [mail.name, mail] as const))(
  'None of the ticket’s addresses is in the issue of the mail %s, in any encoding',
  (_, { ticket }) => {
    const { title, body } = renderIssue({ ...input, ticket })
    const text = readings(`${title}\n${body}`)
    for (const person of [ticket.customer, ticket.createdBy])
      expect(text).not.toContain(person?.email?.toLowerCase())
  },
)

test('However a mail was changed, its issue acts on nothing, and quotes it in one quote', () => {
  fc.assert(
    fc.property(anyMail, hostileChanges(), (html, list) => {
      const { body } = renderIssue({ ...input, ticket: ticketOf(changed(html, list)) })
      const { tree, acting } = read(body)
      expect(acting).toEqual([])
      expect(body.length).toBeLessThanOrEqual(65_536)
      expect(body.split('\n').at(-1)).toBe(MARKER)
      expect(all(tree, 'html').map(node => node.value)).toEqual([MARKER])
      expect(all(tree, 'image', 'imageReference', 'definition', 'footnoteDefinition')).toEqual([])
      expect(tree.children.filter(({ type }) => type === 'blockquote').length).toBeLessThanOrEqual(1)
      for (const url of links(tree)) {
        expect(['http:', 'https:', 'mailto:']).toContain(url.protocol)
        expect(['github.com', 'www.github.com', 'github.com.']).not.toContain(url.host)
      }
    }),
    runs,
  )
})

test('However a mail was changed, no word of it is lost, unless a rule names it', () => {
  fc.assert(
    fc.property(anyMail, changes(), (html, list) => {
      expect(lostWords(changed(html, list))).toEqual([])
    }),
    runs,
  )
})

test.each(mails.map(mail => [mail.name, mail] as const))('No word of the mail %s is lost', (_, { html }) => {
  expect(lostWords(html)).toEqual([])
})

test('A word that is lost would be noticed', () => {
  const words = countWords('one two two 漢字')
  expect(missing(words, [countWords('one two')])).toEqual(['two', '漢字'])
})

/** The words that the mail shows and neither its issue nor a rule has. */
function lostWords(html: string): string[] {
  const { body, leftOut } = renderIssue({ ...input, includeCustomer: true, ticket: ticketOf(html) })
  const shown = shownText(fromHtml(html, { fragment: true }))
  const named = leftOut.map(({ text }) => countWords(text))
  // Cells of a row share a line there, so a word may touch the next one.
  const letters = leftOut.map(({ text }) => wordsOf(text).join('')).join(' ')
  return missing(countWords(shown), [countWords(joinedText(body)), ...named]).filter(
    word => !letters.includes(word),
  )
}

function missing(wanted: Map<string, number>, found: Map<string, number>[]): string[] {
  return [...wanted]
    .filter(([word, count]) => count > found.reduce((sum, words) => sum + (words.get(word) ?? 0), 0))
    .map(([word]) => word)
}

function countWords(text: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/**
 * The words of a text. URLs are none: they are unwrapped and shortened. Nor are signs. A raised number is a word of its
 * own.
 */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[\u200B-\u200D\u00AD\u2060\uFEFF]|\u034F/g, '')
    .replace(/\S*(?::\/\/|www\.|%|@)\S*/g, ' ')
    .replace(/[\u00B2\u00B3\u00B9\u2070-\u2089]+/g, ' $& ')
    .normalize('NFKC')
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Elements that end a word. */
const BORDERS = new Set(
  (
    'address blockquote caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hr li ol p pre ' +
    'section sub sup table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const NOT_SHOWN = new Set('head script style template title noscript'.split(' '))
const [BORDER, BREAK] = ['\u0001', '\u0002']

/** The text of a mail, with a sign for each border and line break, without the signs of Outlook's list items. */
function shownText(node: Nodes): string {
  // A changed mail may hold these signs itself: `&#1`.
  if (node.type === 'text') return node.value.replaceAll(BORDER, '').replaceAll(BREAK, '')
  if (!('children' in node)) return ''
  const inside = node.children.map(shownText).join('')
  if (node.type === 'root') return inside
  const isMark = /mso-list:\s*ignore/i.test(String(node.properties.style))
  if (isMark || NOT_SHOWN.has(node.tagName)) return ''
  if (node.tagName === 'br') return BREAK
  return BORDERS.has(node.tagName) ? BORDER + inside + BORDER : inside
}

/** The text of each block without its markup, as a reader sees it. */
function joinedText(markdown: string): string {
  return all(read(markdown).tree, 'paragraph', 'heading', 'tableCell', 'code')
    .map(block =>
      'children' in block ? all(block, 'text', 'inlineCode', 'break').map(written).join('') : block.value,
    )
    .join('\n')
    .replace(/\u200B/g, '')
}

function written(node: Text | InlineCode | Break): string {
  return node.type === 'break' ? '\n' : node.value
}

function ticketOf(body: string, subject = 'A mail') {
  const ticket = ticketWith({ body, subject })
  const sender = { ...(ticket.customer as NonNullable<typeof ticket.customer>), ...erika }
  return {
    ...ticket,
    customer: sender,
    createdBy: sender,
    threads: ticket.threads.map(thread => ({ ...thread, createdBy: sender })),
  }
}
