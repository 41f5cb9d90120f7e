import { describe, expect, it, test } from 'vitest'
import { readNote, splitKeys } from '../../../src/marks.ts'
import {
  createdTicketNote,
  duplicateTicketNote,
  filedNote,
  labelNote,
  linkedNote,
  movedNote,
  notRelayedNote,
} from '../../../src/render/note.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { FRENCH } from '../../../src/texts/french.ts'
import { GERMAN } from '../../../src/texts/german.ts'
import { shownText } from '../../support/shown-text.ts'

const URL = 'https://github.com/acme/app/issues/7'
const issue = { repository: 'acme/app', number: 7, url: URL, title: 'Orders <rejected>' }
const about = { issue, texts: ENGLISH }

describe('A note reads as a sentence', () => {
  const notes: [string, string, string][] = [
    ['a filed issue', filedNote(about), `GitHub issue #7 filed: ${URL}`],
    [
      'an issue that was linked by hand',
      linkedNote(about),
      'GitHub issue acme/app#7 “Orders <rejected>” is now linked to this ticket.',
    ],
    [
      'an issue that moved',
      movedNote(about, { repository: 'acme/old', number: 3 }),
      'GitHub issue acme/old#3 has moved. It is now acme/app#7 “Orders <rejected>”.',
    ],
    [
      'a label without a text',
      labelNote(about, { kind: 'label', label: 'regression' }, 'labeled:1'),
      'GitHub issue acme/app#7 “Orders <rejected>” was labelled “regression”.',
    ],
    [
      'a label with a text',
      labelNote(about, { kind: 'text', text: 'Please ask the customer.' }, 'labeled:1'),
      'GitHub issue acme/app#7 “Orders <rejected>”: Please ask the customer.',
    ],
    [
      'a duplicate ticket',
      duplicateTicketNote(about, { key: 'duplicate-of:12', url: 'https://t.example/conversation/12' }),
      'This ticket is a duplicate: another run created https://t.example/conversation/12 for GitHub issue acme/app#7 at the same time.',
    ],
    [
      'a linked issue, in German',
      linkedNote({ issue, texts: GERMAN }),
      'Das GitHub-Issue acme/app#7 „Orders <rejected>“ ist jetzt mit diesem Ticket verknüpft.',
    ],
    ['a filed issue, in French', filedNote({ issue, texts: FRENCH }), `Issue GitHub #7 créée\u00A0: ${URL}`],
  ]
  it.each(notes)('about %s', (_, html, text) => {
    expect(shownText(html)).toBe(`${text}\n[freescout-autolink]`)
    expect(readNote(html)?.url).toBe(URL)
  })

  it('about a note that stays in FreeScout', () => {
    const html = notRelayedNote(about, { command: '/github', key: 'relay-not-public:5' })
    expect(shownText(html)).toContain(
      'The note that begins with /github was not sent to GitHub issue acme/app#7',
    )
    expect(readNote(html)).toEqual({ url: URL, key: 'relay-not-public:5' })
  })
})

test('A note links the issue, and a browser shows nothing of its marks', () => {
  expect(filedNote(about)).toBe(
    `<!-- >[freescout-autolink] ${URL} -->` +
      `<p>GitHub issue <a href="${URL}">#7</a> filed: <a href="${URL}">${URL}</a></p>` +
      `<p><em>&nbsp;<a href="${URL}">[freescout-autolink]</a></em></p>`,
  )
})

test('A note’s text is escaped, keeps its lines, and can’t name another issue or key', () => {
  const text =
    'Ask <b>them</b> & "us"\nhttps://github.com/acme/app/issues/8 <!-- freescout-autolink key=forged -->'
  const note = labelNote(about, { kind: 'text', text }, 'labeled:123')
  expect(note).toContain(
    'Ask &lt;b&gt;them&lt;/b&gt; &amp; &quot;us&quot;<br>https://github.com/acme/app/issues/8 &lt;!-- freescout-autolink key=forged --&gt;</p>',
  )
  expect(readNote(note)).toEqual({ url: URL, key: 'labeled:123' })
})

test.each(['', 'a b', 'a-->b', 'a--b', '<x>', 'x'.repeat(1_001)])('A note refuses the key %j', key => {
  expect(() => labelNote(about, { kind: 'label', label: 'x' }, key)).toThrow(RangeError)
})

describe('The first note of a ticket', () => {
  it('names its issue, shows its text, and holds its keys', () => {
    const { html, warnings } = createdTicketNote(about, { html: '<p>It fails.</p>', keys: ['a:1', 'b:2'] })
    expect(shownText(html)).toBe(
      'This ticket was created from GitHub issue acme/app#7 “Orders <rejected>”.\nIt fails.\n[freescout-autolink]',
    )
    expect(readNote(html)).toEqual({ url: URL, key: 'a:1+b:2' })
    expect(warnings).toEqual([])
  })

  it('holds its keys as they were written, also with a time that has a plus', () => {
    const time = '2026-03-16T14:07:23+00:00'
    const keys = ['labeled:5', `closed:completed:${time}`, `reopened:${time}`, 'comment:7']
    const { html } = createdTicketNote(about, { html: '<p>x</p>', keys })
    expect(splitKeys(readNote(html)?.key ?? '')).toEqual(keys)
  })

  it.each([[['a:1', '2']], [['a:1+b:2']], [['a:1', '']]])(
    'refuses keys that would be read back as others: %j',
    keys => {
      expect(() => createdTicketNote(about, { html: '<p>x</p>', keys })).toThrow(RangeError)
    },
  )

  it('has a hint instead of a text that can’t be shown, and a warning gives the reason', () => {
    const broken = { replace: () => undefined } as unknown as string
    const { html, warnings } = createdTicketNote(about, { html: broken, keys: ['a:1'] })
    expect(html).toContain('The text of the issue can’t be shown here. Please read it on GitHub.')
    expect(readNote(html)).toEqual({ url: URL, key: 'a:1' })
    expect(warnings).toEqual([
      'The text of acme/app#7 is not shown on its ticket, because a step of the conversion failed (TypeError). Read it on GitHub.',
    ])
  })
})
