import { describe, expect, it } from 'vitest'
import { readIssueMarker } from '../../../src/marks.ts'
import type { Ticket } from '../../../src/model.ts'
import { renderIssue } from '../../../src/render/issue.ts'
import { FRENCH } from '../../../src/texts/french.ts'
import { GERMAN } from '../../../src/texts/german.ts'
import { input, MARKER, ticketWith } from '../../support/render-input.ts'

const HOSTILE = '[x](https://evil.example) @octocat closes #1 <img src=x> `code` | $a$'

function render(templates: { title?: string; body?: string }, ticket: Partial<Ticket> = {}) {
  const base = ticketWith({ body: '<p>It fails.</p>', subject: 'Orders rejected' })
  const fields = [{ id: 1, name: 'component_tag', value: '2', text: 'Billing' }]
  return renderIssue({ ...input, ...templates, ticket: { ...base, tags: ['bug', 'vip'], fields, ...ticket } })
}

/** The body without its marker. */
const bodyOf = (body: string, ticket: Partial<Ticket> = {}) =>
  render({ body }, ticket).body.replace(`\n\n${MARKER}`, '')

describe('The template of a title', () => {
  it.each([
    ['{subject}', 'Orders rejected'],
    ['[{mailbox}] {subject} ({tags})', '[ops@raxx.app] Orders rejected (bug, vip)'],
    ['{field:component_tag}: {subject}', 'Billing: Orders rejected'],
    ['{subject} {field:unknown}', 'Orders rejected'],
    ['[{field:unknown}] {subject}', 'Orders rejected'],
    ['{subject} ({field:unknown})', 'Orders rejected'],
    ['[{field:component_tag}] {subject}', '[Billing] Orders rejected'],
    ['Ticket {number}', 'Ticket 1042'],
  ])('%s gives %s', (title, expected) => {
    expect(render({ title }).title).toBe(expected)
  })

  it('cuts the subject, not the words around it, and stays within 256 characters', () => {
    const { title } = render({ title: '{subject} ({number})' }, { subject: 'Orders rejected '.repeat(40) })
    expect(title.length).toBeLessThanOrEqual(256)
    expect(title).toMatch(/… \(1042\)$/)
  })

  it.each([
    ['{subject}', 'FreeScout ticket #1042'],
    ['Support: {subject}', 'Support: FreeScout ticket #\u200B1042'],
  ])('%s names the ticket when its subject shows nothing', (title, expected) => {
    expect(render({ title }, { subject: '\u200E \u200E' }).title).toBe(expected)
  })

  it('defuses every value', () => {
    const { title } = render({ title: '{subject} / {tags}' }, { subject: HOSTILE, tags: ['@octocat'] })
    expect(title).not.toMatch(/@octocat|#1|(?<!\u200B):\/\//)
  })
})

describe('The template of a text', () => {
  it('keeps its own Markdown, and puts each value in its place', () => {
    const body =
      '## {subject}\n\n- Mailbox: {mailbox}\n- Tags: {tags}\n- Part: {field:component_tag}\n\n{message}\n\n---\n{link}'
    expect(bodyOf(body)).toBe(
      '## Orders rejected\n\n- Mailbox: `ops@raxx.app`\n- Tags: `bug` `vip`\n- Part: `Billing`\n\n' +
        '**The customer wrote on 2026-11-22 at 03:35 UTC:**\n\n> It fails.\n\n' +
        '---\n[FreeScout ticket #1042](https://tickets.example.org/conversation/12)',
    )
  })

  it('leaves out a line whose placeholders are all empty', () => {
    expect(bodyOf('{link}\nPart: {field:unknown}\nTags: {tags}', { tags: [] })).toBe(
      '[FreeScout ticket #1042](https://tickets.example.org/conversation/12)',
    )
  })

  it('shows nothing of the message when it does not ask for it', () => {
    expect(bodyOf('{link}')).not.toContain('It fails')
  })

  it.each(['{message}\n\nThe end.', 'The end.', '{facts}', '\n{link}\n\n\n\n{attachments}\n'])(
    'ends with the marker: %j',
    body => {
      const lines = render({ body }).body.split('\n')
      expect(lines.at(-1)).toBe(MARKER)
      expect(readIssueMarker(lines.join('\n'))?.id).toBe(12)
    },
  )

  it.each([
    '{subject}',
    '# {subject}',
    '- {subject} {tags}',
    '**{subject}**',
    '[{subject}](https://example.org)',
  ])('defuses every value in %s', body => {
    const text = bodyOf(body, { subject: HOSTILE, tags: ['@octocat', '#1'] })
    expect(text).not.toMatch(/@octocat|closes #1|\(https:\/\/evil|(?<!\\)<img/)
  })

  it('makes no reference of a number behind its own sign', () => {
    expect(bodyOf('Ticket #{number}, GH-{number}, {number}')).toBe('Ticket #\u200B1042, GH-\u200B1042, 1042')
  })

  it.each([
    ['\\{subject}', '<img src=x>', '\\\u200B\\<img src=x>'],
    ['a <{subject}', 'img src=x>', 'a <\u200Bimg src=x>'],
    ['&{subject}', 'commat;octocat', '&\u200Bcommat;octocat'],
    ['!{link}', '', '!\u200B[FreeScout ticket #1042](https://tickets.example.org/conversation/12)'],
    ['{subject}[a](b.png)', 'Hey!', 'Hey!\u200B[a](b.png)'],
    ['[{subject}]', 'a]: //evil.example', '[a\\]: //evil.example]'],
    ['{number}{tags}', '', '1042\u200B`a|b`'],
    ['| {tags} | {subject} |\n| --- | --- |', 'x | y', '| `a\\|b` | x \\| y |\n| --- | --- |'],
  ])('keeps the author’s %s and a value apart', (body, subject, shown) => {
    const filled = bodyOf(body, { subject: subject || 'Orders', tags: ['a|b'] })
    expect(filled).toBe(shown)
  })

  it('is not used when it would make an issue that is longer than GitHub allows', () => {
    const template = { body: '{subject} '.repeat(490) }
    const { body, warnings } = render(template, { subject: 'a_b*'.repeat(75) })
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('> It fails.')
    expect(warnings).toEqual([expect.stringContaining('does not follow issue.body')])
  })

  it('keeps the limit of GitHub with a long message between its words', () => {
    const long = { threads: ticketWith({ body: `<p>${'word '.repeat(20_000)}</p>` }).threads }
    const { body } = render({ body: `${'Our rules. '.repeat(200)}\n\n{message}\n\nThe end.` }, long)
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('*… cut. The whole message is in FreeScout.*\n\nThe end.\n\n')
  })
})

describe('In another language', () => {
  it('the whole issue speaks it', () => {
    const ticket = ticketWith({ body: '<p>Es geht nicht.</p>' })
    const { body } = renderIssue({ ...input, texts: GERMAN, ticket })
    expect(body).toContain(
      '[FreeScout-Ticket #1042](https://tickets.example.org/conversation/12) · Postfach `ops@raxx.app`',
    )
    expect(body).toContain('**Der Kunde schrieb am 2026-11-22 um 03:35 UTC:**')
  })

  it('an issue that only links its ticket does, too', () => {
    const ticket = ticketWith({ body: '<p>x</p>' })
    const { title, body } = renderIssue({ ...input, content: 'link-only', texts: FRENCH, ticket })
    expect(title).toBe('Ticket FreeScout #1042')
    expect(body).toBe(
      `Voir [Ticket FreeScout #1042](https://tickets.example.org/conversation/12). Son contenu reste dans FreeScout.\n\n${MARKER}`,
    )
  })
})
