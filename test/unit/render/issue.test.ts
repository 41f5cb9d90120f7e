import { readFileSync } from 'node:fs'
import { parse } from 'valibot'
import { expect, test } from 'vitest'
import { conversation } from '../../../src/freescout/schemas.ts'
import { readIssueMarker } from '../../../src/marks.ts'
import type { Ticket } from '../../../src/model.ts'
import { renderIssue } from '../../../src/render/issue.ts'
import { all, links, read, textOf } from '../../support/markdown-reader.ts'
import { customer, input, MARKER, ticketWith } from '../../support/render-input.ts'

const exchanges: { name: string; response: { body: unknown } }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/freescout-exchanges.json', import.meta.url), 'utf8'),
)

function recorded(name: string): Ticket {
  return parse(conversation, exchanges.find(exchange => exchange.name === name)?.response.body)
}

test('An issue shows the recorded ticket to an engineer', () => {
  const ticket = recorded('get ticket with threads and tags')
  ticket.fields = [
    { id: 1, name: 'component_tag', value: 'status-tile', text: '' },
    { id: 2, name: 'incident_severity', value: '2', text: 'sev2' },
    { id: 3, name: 'github_issue_url', value: '', text: '' },
  ]
  const { title, body } = renderIssue({ ...input, ticket })
  expect(visible(title)).toMatchSnapshot('title')
  expect(visible(body)).toMatchSnapshot('body')
})

test('An issue names the attachment of the recorded ticket without its URL', () => {
  const { title, body } = renderIssue({ ...input, ticket: recorded('get ticket with attachment') })
  expect(visible(`${title}\n\n${body}`)).toMatchSnapshot()
  expect(body).not.toMatch(/token|storage/)
})

test('With link-only, the issue shows only that the ticket exists', () => {
  const ticket = recorded('get ticket with threads and tags')
  expect(renderIssue({ ...input, ticket: { ...ticket, number: 1042 }, content: 'link-only' })).toEqual({
    title: 'FreeScout ticket #1042',
    body: `[FreeScout ticket #1042](${input.ticketUrl}) is about this. What it says stays in FreeScout.\n\n${MARKER.replace('=12 ', '=1 ')}`,
    warnings: [],
    leftOut: [],
  })
})

test('The body’s last line is the marker, which reads back as the ticket', () => {
  const { body } = renderIssue({ ...input, ticket: ticketWith({ body: 'x' }) })
  expect(readIssueMarker(body)).toEqual({ id: 12, url: input.ticketUrl })
})

test('An issue quotes only the customer’s first published message, never a note', () => {
  const ticket = ticketWith({ body: 'the first' })
  const [first] = ticket.threads
  if (!first) throw new Error('no thread')
  const others = [
    ['a note', 'note', 'published'],
    ['the second', 'customer', 'published'],
    ['an answer', 'message', 'published'],
  ]
  const hidden = [
    ['deleted', 'customer', 'deleted'],
    ['a draft', 'customer', 'draft'],
    ['an older note', 'note', 'published'],
  ]
  const thread = ([body = '', type = '', state = '']: string[]) => ({ ...first, body, type, state })
  ticket.threads = [...others.map(thread), first, ...hidden.map(thread)]
  const { body } = renderIssue({ ...input, ticket })
  expect(body).toContain('> the first\n')
  expect(body).not.toMatch(/note|second|answer|deleted|draft/)

  ticket.threads = [...others, ...hidden].map(thread).filter(({ type }) => type === 'note')
  expect(renderIssue({ ...input, ticket }).body).toContain('There is no message from the customer')
  ticket.threads = [{ ...first, body: ' <br> ' }]
  expect(renderIssue({ ...input, ticket }).body).toContain('has no text')
})

test('The customer’s name and address are redacted everywhere, unless the configuration shows them', () => {
  const hidden = 'Rodney Robertson <a href="mailto:RODNEY@example.org">rodney@example.org</a> will Rodneys'
  const ticket = ticketWith({
    body: `${hidden}<pre>from: rodney@example.org</pre>`,
    subject: 'Rodney: it fails',
  })
  ticket.threads[0]?.attachments.push({ name: 'Rodney_log.txt', bytes: 1_234_567 })
  const redacted = renderIssue({ ...input, ticket })
  expect(redacted.title).toBe('[redacted]: it fails')
  expect(redacted.body).not.toMatch(/Rodney\b|Rodney_|Robertson|rodney@/i)
  expect(redacted.body).toContain('Rodneys')
  expect(redacted.body).toContain('`[redacted]_log.txt` (1.2 MB)')

  const named = renderIssue({ ...input, ticket, includeCustomer: true })
  expect(named.title).toBe('Rodney: it fails')
  expect(named.body).toContain('from `Rodney Robertson` `rodney@example.org`')
  expect(
    renderIssue({ ...input, ticket: { ...ticket, customer: null }, includeCustomer: true }).body,
  ).not.toContain('from `')
})

test('A message can’t end the quote that holds it', () => {
  const wayOut =
    '</blockquote></div></td></table>\n\n# Out\n\n<!-- x -->\n\n[freescout-autolink] FreeScout ticket: x'
  const { tree } = read(
    renderIssue({ ...input, ticket: ticketWith({ body: `a${wayOut}<p>b</p>${wayOut}` }) }).body,
  )
  expect(tree.children.map(node => node.type)).toEqual(['paragraph', 'paragraph', 'blockquote', 'html'])
})

test.each([
  ['paragraphs', '<p>hello *world*, this is @octocat and #1</p>'.repeat(4_000)],
  ['one text', 'hello *world* #1 '.repeat(15_000)],
  ['one block of code', `<pre>${'GET /q ``` 200\n'.repeat(15_000)}</pre>`],
  ['a list', `<ul>${'<li>item [x](y) _z_</li>'.repeat(8_000)}</ul>`],
  ['quotes in quotes', `${'<blockquote>'.repeat(50)}${'line<br>'.repeat(9_000)}`],
  ['a table', `<table>${'<tr><td>a longer cell</td><td>another</td></tr>'.repeat(3_000)}</table>`],
])('A message that is too long (%s) is visibly cut and leaves valid Markdown with its marker', (_, html) => {
  const { body } = renderIssue({ ...input, ticket: ticketWith({ body: html }) })
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body.length).toBeGreaterThan(20_000)
  expect(body.endsWith(`\n\n*… cut. The whole message is in FreeScout.*\n\n${MARKER}`)).toBe(true)
  const { tree, acting } = read(body)
  expect(acting).toEqual([])
  expect(tree.children.map(node => node.type)).toEqual([
    'paragraph',
    'paragraph',
    'blockquote',
    'paragraph',
    'html',
  ])
  expect(links(tree)[0]?.href).toBe(input.ticketUrl)
})

test('A message that can’t be shown is replaced by a hint, and a warning gives the reason', () => {
  const issue = renderIssue({ ...input, ticket: ticketWith({ body: undefined as unknown as string }) })
  const { tree } = read(issue.body)
  expect(textOf(tree)).toContain('Please read it in FreeScout.')
  expect(tree.children.map(node => node.type)).toEqual(['paragraph', 'paragraph', 'html'])
  expect(issue.warnings).toEqual([
    'The message of ticket #1042 is not shown in its issue, because a step of the conversion failed (TypeError). Read it in FreeScout.',
  ])
})

test('Of hundreds of tags, fields and files, an issue names a limited number', () => {
  const ticket = ticketWith({ body: 'x' })
  ticket.tags = Array.from({ length: 300 }, (_, index) => `tag${index} ${'x'.repeat(500)}`)
  ticket.fields = [{ id: 1, name: 'component_tag', value: '`@octocat`'.repeat(5_000), text: '' }]
  ticket.threads[0]?.attachments.push(...Array.from({ length: 300 }, () => ({ name: '`\n`', bytes: 1_500 })))
  const { body } = renderIssue({ ...input, ticket })
  expect(body.length).toBeLessThan(8_000)
  expect(body).toContain('280 more')
  expect(all(read(body).tree, 'blockquote')).toHaveLength(1)
})

test('People without names or addresses cause no redaction', () => {
  const nobody = { ...customer, firstName: '', lastName: null, email: ' ' }
  const ticket = { ...ticketWith({ body: 'all is here' }), customer: nobody, createdBy: nobody }
  expect(renderIssue({ ...input, ticket }).body).toContain('> all is here')
})

/** Zero-width characters made visible, for the snapshots. */
function visible(text: string): string {
  return text.replaceAll('\u200B', '¦')
}

test('A message without text says so, and where to look', () => {
  const file = { name: 'server.log', bytes: 48_213 }
  const bodyOf = (body: string, files = [file]) => {
    const ticket = ticketWith({ body })
    ticket.threads[0]?.attachments.push(...files)
    return renderIssue({ ...input, ticket }).body
  }
  const blank = '<div><p class="MsoNormal"><o:p>&nbsp;</o:p></p><br><hr><ul><li></li></ul></div>'
  for (const html of ['', ' <br> ', blank, '<table><tr><td>&nbsp;</td></tr></table>']) {
    const body = bodyOf(html)
    expect(body).toContain('*The customer’s message has no text, only the attachments below.*\n\nAttachments')
    expect(body).not.toContain('The customer wrote')
    expect(bodyOf(html, [])).toContain('*The customer’s message has no text and no attachments.*')
  }
  const card = '<div class="gmail_signature">Ann Lee<br>Tel. 020 5550 1234</div>'
  expect(bodyOf(card)).toContain('has no text, only the attachments below.')
  expect(bodyOf(card)).not.toMatch(/Ann Lee|left out/)
  const picture = bodyOf('<div><img src="cid:1" alt="IMG_2041.jpeg">&nbsp;</div>')
  expect(picture).toContain('has no text, only pictures and the attachments below.')
  expect(picture).toContain('> \\[image: IMG\\_2041.jpeg]'.replace('\\_', '_'))
  expect(bodyOf('<img alt="a.png" src="cid:1">', [])).toContain('has no text, only pictures.')
  expect(bodyOf('<img alt="a.png" src="cid:1"> 👍')).not.toContain('has no text')
})

test('A subject and file names that were left encoded are decoded, and then redacted', () => {
  const ticket = ticketWith({
    body: 'x',
    subject: '=?utf-8?B?UsO8Y2tnYWJlIHZvbiBSb2RuZXk=?= =?iso-8859-1?Q?=3A_f=FCr_7_=80?= =?x',
  })
  ticket.threads[0]?.attachments.push({ name: '=?UTF-8?Q?Rodney=5Fgr=C3=BCn.png?=', bytes: 5 })
  const { title, body } = renderIssue({ ...input, ticket })
  expect(title).toMatch(/^Rückgabe von \[redacted\]: für 7 .? ?=\?x$/)
  expect(body).toContain('`[redacted]_grün.png`')
  const hostile = ticketWith({ body: 'x', subject: '=?utf-8?B?QG9jdG9jYXQgY2xvc2VzICMx?=' })
  expect(read(renderIssue({ ...input, ticket: hostile }).title).acting).toEqual([])
})

test('Marked telephone numbers and signatures follow issue.customer and issue.signature', () => {
  const body = '<p>Phone: +49 30 5550 1234, order 4930555012.</p><p>-- <br>Eva Lang<br>030 5550 1299</p>'
  const ticket = ticketWith({ body })
  const folded = renderIssue({ ...input, ticket }).body
  expect(folded).toContain('> Phone: \\[redacted], order')
  expect(folded).toContain('signature left out')
  expect(folded).not.toContain('Eva Lang')
  expect(renderIssue({ ...input, ticket, signature: 'drop' }).body).not.toMatch(/Eva Lang|left out/)
  const kept = renderIssue({ ...input, ticket, signature: 'keep' }).body
  expect(kept).toContain('Eva Lang\\\n> \\[redacted]')
  const named = renderIssue({ ...input, ticket, signature: 'keep', includeCustomer: true }).body
  expect(named).toContain('Phone: +49 30 5550 1234')
  expect(named).toContain('030 5550 1299')
})
