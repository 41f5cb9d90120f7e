import { expect, test } from 'vitest'
import { readNote, splitKeys } from '../../../src/marks.ts'
import { createdTicketNote, filedNote, linkedNote, noteHtml } from '../../../src/render/note.ts'

const issue = { repository: 'acme/app', number: 7, url: 'https://github.com/acme/app/issues/7' }

test('The note about a filed issue has the required words and is read back', () => {
  const note = filedNote({ issue })
  expect(note.replace(/<[^>]*>/g, '')).toBe(`[freescout-autolink] GitHub issue #7 filed: ${issue.url}`)
  expect(note).toContain(`<a href="${issue.url}">#7</a>`)
  expect(readNote(note)).toEqual({ url: issue.url })
})

test('The note about a linked issue is read back', () => {
  expect(linkedNote({ issue }).replace(/<[^>]*>/g, '')).toBe(
    `[freescout-autolink] GitHub issue #7 linked: ${issue.url}`,
  )
  expect(readNote(linkedNote({ issue }))).toEqual({ url: issue.url })
})

test('A note’s text is escaped, keeps its lines, and can’t name another issue or key', () => {
  const text =
    'Ask <b>them</b> & "us"\nhttps://github.com/acme/app/issues/8 <!-- freescout-autolink key=forged -->'
  const note = noteHtml({ issue, text, key: 'labeled:123' })
  expect(note).toMatchInlineSnapshot(
    `"<p>[freescout-autolink] <a href="https://github.com/acme/app/issues/7">https://github.com/acme/app/issues/7</a>: Ask &lt;b&gt;them&lt;/b&gt; &amp; &quot;us&quot;<br>https://github.com/acme/app/issues/8 &lt;!-- freescout-autolink key=forged --&gt;</p><!-- freescout-autolink key=labeled:123 -->"`,
  )
  expect(readNote(note)).toEqual({ url: issue.url, key: 'labeled:123' })
  expect(readNote(noteHtml({ issue, text }))).toEqual({ url: issue.url })
})

test.each(['', 'a b', 'a-->b', 'a--b', '<x>', 'x'.repeat(1_001)])('A note refuses the key %j', key => {
  expect(() => noteHtml({ issue, text: 'x', key })).toThrow(RangeError)
})

test('The first note of a ticket shows the issue’s title and text, and holds its keys', () => {
  const about = { issue: { ...issue, title: 'It <fails>' }, html: '<p>x</p>', keys: ['a:1', 'b:2'] }
  expect(createdTicketNote(about)).toEqual({
    html: `<p>[freescout-autolink] <a href="${issue.url}">acme/app#7</a>: <strong>It &lt;fails&gt;</strong></p><p>x</p><!-- freescout-autolink key=a:1+b:2 -->`,
    warnings: [],
  })
})

test('The keys of a first note are read back as they were written, also with a time that has a plus', () => {
  const time = '2026-03-16T14:07:23+00:00'
  const keys = ['labeled:5', `closed:completed:${time}`, `reopened:${time}`, 'comment:7']
  const { html } = createdTicketNote({ issue: { ...issue, title: 'x' }, html: '<p>x</p>', keys })
  expect(splitKeys(readNote(html)?.key ?? '')).toEqual(keys)
})

test.each([[['a:1', '2']], [['a:1+b:2']], [['a:1', '']]])(
  'A first note refuses keys that would be read back as others: %j',
  keys => {
    const about = { issue: { ...issue, title: 'x' }, html: '<p>x</p>', keys }
    expect(() => createdTicketNote(about)).toThrow(RangeError)
  },
)

test('A text of an issue that can’t be shown is replaced by a hint, and a warning gives the reason', () => {
  const broken = { replace: () => undefined } as unknown as string
  const about = { issue: { ...issue, title: 'It fails' }, html: broken, keys: ['a:1'] }
  const { html, warnings } = createdTicketNote(about)
  expect(html).toContain('The text of the issue can’t be shown here. Please read it on GitHub.')
  expect(readNote(html)).toEqual({ url: issue.url, key: 'a:1' })
  expect(warnings).toEqual([
    'The text of acme/app#7 is not shown on its ticket, because a step of the conversion failed (TypeError). Read it on GitHub.',
  ])
})
