import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/load.ts'
import { ConfigError } from '../../src/config/mistakes.ts'
import { readIssueMarker } from '../../src/marks.ts'
import { renderIssue } from '../../src/render/issue.ts'
import { all, read } from '../support/markdown-reader.ts'
import { hostileText } from '../support/random-html.ts'
import { input, MARKER, ticketWith } from '../support/render-input.ts'

/** `FUZZ_RUNS=50000 npx vitest run test/integration/template-properties.test.ts` looks further. */
const { FUZZ_RUNS } = process.env
const runs = FUZZ_RUNS ? { numRuns: Number(FUZZ_RUNS) } : { numRuns: 2_000, seed: 20261126 }

const placeholders = '{subject} {number} {mailbox} {tags} {link} {field:component_tag}'.split(' ')
const blocks = ['\n\n{message}\n\n', '\n{attachments}\n', '\n\n{facts}\n\n']
const signs =
  '` `` ``` ~~~ ** _ ~~ < > & \\ ! $ $$ [ ] ( ) : | # @ GH- | - = --- |---| :- ^ / . , " \''.split(' ')
const pieces = [
  ...signs,
  ...[
    '> ',
    '- ',
    '1. ',
    '## ',
    '- [ ] ',
    '> [!NOTE]\n',
    '[^1]',
    '[^1]: ',
    '[docs]: ',
    '[docs]',
    '](',
    '![',
    '[a](',
  ],
  ...[
    'https://',
    'https://docs.example.org/',
    'www.',
    '<details>',
    '</details>',
    '<summary>',
    '<pre>',
    '</pre>',
  ],
  ...[
    '<!--',
    '-->',
    '<img src=',
    '<b',
    '<',
    '| a | b |\n|---|---|\n',
    '\\`',
    '&lt;',
    '&#',
    ';',
    'word',
    'A ',
  ],
  ...['    ', '  ', '\t', '\n', '\n\n', '\r\n', ' ', ' '],
]
const template = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.constantFrom(...placeholders) },
      { weight: 1, arbitrary: fc.constantFrom(...blocks) },
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map(parts => parts.join(''))

test('Whatever the template and the values are, values add no link, picture, HTML, mention or mark', () => {
  let accepted = 0
  fc.assert(
    fc.property(template, hostileText, hostileText, hostileText, (body, subject, tag, field) => {
      if (!isAccepted(body)) return
      accepted++
      const plain = render(body, { subject: 'plain', tag: 'plain', field: 'plain' })
      const hostile = render(body, { subject, tag, field })
      expect(acts(hostile)).toEqual(acts(plain))
      expect(hostile.length).toBeLessThanOrEqual(65_536)
      expect(hostile.split('\n').at(-1)).toBe(MARKER)
      expect(readIssueMarker(hostile)?.id).toBe(12)
    }),
    runs,
  )
  expect(accepted).toBeGreaterThan(runs.numRuns / 10)
})

test('Whatever the template of a title and the values are, the title is one inert line', () => {
  const parts = fc.array(fc.constantFrom(...signs, ...placeholders, 'freescout-', 'autolink', ' ', ' '), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(parts, hostileText, hostileText, (words, subject, tag) => {
      const title = words.filter(word => word !== '{link}').join('')
      const ticket = ticketWith({ body: '<p>x</p>', subject })
      ticket.tags = [tag]
      ticket.fields = [{ id: 1, name: 'component_tag', value: tag, text: '' }]
      const written = renderIssue({ ...input, title, ticket }).title
      if (written !== 'FreeScout ticket #1042') expect(read(written).acting).toEqual([])
      expect(written).toMatch(/^[^\n\r]*\S[^\n\r]*$/)
      expect(written.length).toBeLessThanOrEqual(256)
      expect(written.toLowerCase()).not.toContain('freescout-autolink')
    }),
    runs,
  )
})

/** Whether a run starts with this template. */
function isAccepted(body: string): boolean {
  try {
    parseConfig(`user: 1\nissue: { body: ${JSON.stringify(body)} }`, { source: 'f.yml' })
    return true
  } catch (error) {
    if (error instanceof ConfigError) return false
    throw error
  }
}

function render(body: string, { subject, tag, field }: { subject: string; tag: string; field: string }) {
  const ticket = ticketWith({
    body: '<p>It &quot;fails&quot;. --&gt; &lt;img src=x&gt;</p>',
    subject: `s${subject}s`,
  })
  ticket.tags = [`t${tag}t`, tag]
  ticket.fields = [{ id: 1, name: 'component_tag', value: `f${field}f`, text: '' }]
  ticket.threads[0]?.attachments.push({ name: `a${field}a`, bytes: 5 })
  return renderIssue({ ...input, body: body.trim(), ticket }).body
}

/** What acts in a text: how many references it has, its HTML, and where links and pictures lead. */
function acts(markdown: string) {
  const { tree, acting } = read(markdown)
  const named = (...types: Nodes['type'][]) =>
    all(tree, ...types).map(node => ('url' in node ? node.url : 'value' in node ? node.value : node.type))
  return {
    acting,
    html: named('html'),
    // GitHub links an address of a mail by itself. That mentions nobody.
    links: named('link', 'image', 'imageReference', 'definition').filter(url => !url.startsWith('mailto:')),
    notes: named('footnoteDefinition'),
  }
}
