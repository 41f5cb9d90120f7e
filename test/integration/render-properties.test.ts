import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { readNote } from '../../src/marks.ts'
import { PREFIX } from '../../src/names.ts'
import { renderIssue } from '../../src/render/issue.ts'
import { labelNote, linkedNote } from '../../src/render/note.ts'
import { issueTitle } from '../../src/render/plain.ts'
import { redaction } from '../../src/render/redact.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import { all, links, read, textOf } from '../support/markdown-reader.ts'
import { hostileHtml, hostileText } from '../support/random-html.ts'
import { customer, input, MARKER, markdownOf, safeHtmlOf, ticketWith } from '../support/render-input.ts'

/** `FUZZ_RUNS=50000 npx vitest run test/integration/render-properties.test.ts` looks further. */
const { FUZZ_RUNS } = process.env
const runs = FUZZ_RUNS ? { numRuns: Number(FUZZ_RUNS) } : { numRuns: 2_000, seed: 20261126 }
const KNOWN_BLOCKS = ['blockquote', 'html', 'paragraph']

test('Whatever a message holds, its Markdown mentions nobody, refers to nothing and holds no HTML', () => {
  fc.assert(
    fc.property(
      hostileHtml,
      fc.constantFrom('https://github.com', 'https://ghe.example.org'),
      (html, serverUrl) => {
        const { tree, acting } = read(markdownOf(html, { serverUrl }))
        expect(acting).toEqual([])
        expect(all(tree, 'html', 'image', 'imageReference', 'definition', 'footnoteDefinition')).toEqual([])
        for (const url of links(tree)) {
          expect(['http:', 'https:', 'mailto:']).toContain(url.protocol)
          expect(['github.com', 'www.github.com', 'github.com.', new URL(serverUrl).host]).not.toContain(
            url.host,
          )
          expect(url.href).not.toContain('/storage/')
        }
      },
    ),
    runs,
  )
})

test('Whatever a ticket holds, its issue ends in the marker and quotes the message in one quote', () => {
  fc.assert(
    fc.property(hostileHtml, hostileText, hostileText, (message, subject, name) => {
      const ticket = ticketWith({ body: `canary ${message} canary`, subject })
      ticket.tags = [name]
      ticket.fields = [{ id: 1, name: 'component_tag', value: name, text: '' }]
      ticket.threads[0]?.attachments.push({ name, bytes: 5 })
      const { title, body } = renderIssue({ ...input, ticket })
      const { tree, acting } = read(body)

      const inTitle = title === 'FreeScout ticket #1042' ? [] : read(title).acting
      expect([acting, inTitle]).toEqual([[], []])
      expect(title).toMatch(/^[^\n]{1,256}$/)
      expect(body.split('\n').at(-1)).toBe(MARKER)
      expect(all(tree, 'html').map(node => node.value)).toEqual([MARKER])
      expect(tree.children.at(-1)?.type).toBe('html')
      expect(tree.children.map(node => node.type).filter(type => !KNOWN_BLOCKS.includes(type))).toEqual([])
      const quotes = tree.children.filter(node => node.type === 'blockquote')
      expect(quotes).toHaveLength(1)
      const outside = { ...tree, children: tree.children.filter(node => node.type !== 'blockquote') }
      expect(textOf(outside)).not.toContain('canary')
      expect(links(outside).map(url => url.href)).toEqual([input.ticketUrl])
    }),
    runs,
  )
})

test('Whatever a subject holds, the title is one inert line that is not empty', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 400 })), subject => {
      const title = issueTitle(subject, 'fallback')
      expect(read(title).acting).toEqual([])
      expect(title).toMatch(/^[^\n\r]*\S[^\n\r]*$/)
      expect(title.length).toBeLessThanOrEqual(256)
      expect(title.isWellFormed()).toBe(true)
      expect(title.toLowerCase()).not.toContain('freescout-autolink')
    }),
    runs,
  )
})

test('Whatever an issue holds, its HTML is from the allow-list and never one of our notes', () => {
  // What FreeScout's own purifier lets through.
  const tags = new Set(
    (
      'a b blockquote br code div em h1 h2 h3 h4 h5 h6 i kbd li ol p pre s span strike strong table tbody td tfoot ' +
      'th thead tr u ul'
    ).split(' '),
  )
  fc.assert(
    fc.property(hostileHtml, html => {
      const safe = safeHtmlOf(html)
      const tree = fromHtml(safe, { fragment: true })
      visit(tree, node => expect(['root', 'element', 'text']).toContain(node.type))
      const words: string[] = []
      visit(tree, 'text', ({ value }) => void words.push(value))
      visit(tree, 'element', ({ tagName, properties }) => {
        expect(tags).toContain(tagName)
        expect(['href', 'rel', 'start', 'align']).toEqual(expect.arrayContaining(Object.keys(properties)))
        if (properties.href) expect(String(properties.href)).toMatch(/^(?:https?|mailto):/)
      })
      expect(words.join('').toLowerCase()).not.toContain('freescout-autolink')
      expect(safe.replace(/<[^>]*>/g, '').toLowerCase()).not.toContain(PREFIX)
      expect(readNote(safe)).toBeUndefined()
    }),
    runs,
  )
})

test('Whatever a note says, it is read back as our own, with its issue and key', () => {
  const issue = { repository: 'acme/app', number: 7, url: 'https://github.com/acme/app/issues/7', title: 'x' }
  fc.assert(
    fc.property(hostileHtml, fc.stringMatching(/^[A-Za-z0-9_.:]{1,40}$/), (text, key) => {
      expect(readNote(labelNote({ issue, texts: ENGLISH }, { kind: 'text', text }, key))).toEqual({
        url: issue.url,
        key,
      })
      const titled = { ...issue, title: text }
      expect(readNote(linkedNote({ issue: titled, texts: ENGLISH }))).toEqual({ url: issue.url })
    }),
    runs,
  )
})

test('Whatever stands around them, the customer’s names and address are removed', () => {
  const names = fc.constantFrom(
    'Rodney',
    'Zoë',
    'Anne-Marie',
    "O'Neil",
    'Łukasz',
    '美智子',
    'D.(+*[',
    'Robertson',
  )
  const between = fc.constantFrom(
    ' ',
    ', ',
    '.',
    '<br>',
    '</p><p>',
    ' (',
    ') ',
    '"',
    '_',
    ' <b>',
    '</b> ',
    '/',
    '\n',
  )
  fc.assert(
    fc.property(
      names,
      names,
      fc.array(fc.tuple(between, fc.constantFrom(0, 1, 2, 3), between)),
      (first, last, parts) => {
        const email = 'zoë+tag@Example.org'
        const known = [first, last, email, email.toUpperCase()]
        const html = parts.map(([before, which, after]) => `${before}${known[which]}${after}`).join('x')
        const redact = redaction([{ ...customer, firstName: first, lastName: last, email }])
        const text = textOf(read(markdownOf(html, { redact })).tree)
        for (const name of [first, last].filter(name => !name.includes('('))) {
          expect(text.split(/[^\p{L}\p{N}'-]+/u)).not.toContain(name)
        }
        expect(text.toLowerCase()).not.toContain(email.toLowerCase())
      },
    ),
    runs,
  )
})
