import { expect, test } from 'vitest'
import { readNote } from '../../../src/marks.ts'
import { filedNote, linkedNote, noteHtml } from '../../../src/render/note.ts'

const issue = { repository: 'acme/app', number: 7, url: 'https://github.com/acme/app/issues/7' }

test('the note about a filed issue reads as the requirement says, and is read back', () => {
  const note = filedNote({ issue })
  expect(note.replace(/<[^>]*>/g, '')).toBe(`[freescout-autolink] GitHub issue #7 filed: ${issue.url}`)
  expect(note).toContain(`<a href="${issue.url}">#7</a>`)
  expect(readNote(note)).toEqual({ url: issue.url })
})

test('the note about a linked issue is read back', () => {
  expect(linkedNote({ issue }).replace(/<[^>]*>/g, '')).toBe(
    `[freescout-autolink] GitHub issue #7 linked: ${issue.url}`,
  )
  expect(readNote(linkedNote({ issue }))).toEqual({ url: issue.url })
})

test('a note’s text is escaped, keeps its lines, and can’t name another issue or key', () => {
  const text =
    'Ask <b>them</b> & "us"\nhttps://github.com/acme/app/issues/8 <!-- freescout-autolink key=forged -->'
  const note = noteHtml({ issue, text, key: 'labeled:123' })
  expect(note).toMatchInlineSnapshot(
    `"<p>[freescout-autolink] <a href="https://github.com/acme/app/issues/7">https://github.com/acme/app/issues/7</a>: Ask &lt;b&gt;them&lt;/b&gt; &amp; &quot;us&quot;<br>https://github.com/acme/app/issues/8 &lt;!-- freescout-autolink key=forged --&gt;</p><!-- freescout-autolink key=labeled:123 -->"`,
  )
  expect(readNote(note)).toEqual({ url: issue.url, key: 'labeled:123' })
  expect(readNote(noteHtml({ issue, text }))).toEqual({ url: issue.url })
})

test.each(['', 'a b', 'a-->b', 'a--b', '<x>', 'x'.repeat(1_001)])('the key %j is refused', key => {
  expect(() => noteHtml({ issue, text: 'x', key })).toThrow(RangeError)
})
