import { describe, expect, test } from 'vitest'
import type { MailOptions } from '../../../src/mail/steps.ts'
import { findPeople } from '../../../src/render/redact.ts'
import { markdownOf } from '../../support/render-input.ts'

const FOLDED = 'It fails.\n\n*… signature left out. It is in FreeScout.*'
const CARD = 'Ann Lee<br>Head of Sales<br>M: +44 20 5550 1234<br>ann@lee.example'

function issueText(html: string, signature: MailOptions['signature'] = 'fold'): string {
  return markdownOf(html, {}, { signature, findPeople: findPeople([]) })
}

describe('A signature is folded', () => {
  const mails: Record<string, string> = {
    Gmail: `<div>It fails.</div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">${CARD}</div>`,
    'Outlook on the web': `<div>It fails.</div><div id="x_Signature"><p>${CARD}</p></div>`,
    'Outlook for Windows': `<p>It fails.</p><p><a name="_MailAutoSig">Ann Lee</a></p><p>Hill Rd 7</p>`,
    'Outlook on a phone':
      '<div>It fails.</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/x">Outlook for iOS</a></div>',
    'Apple Mail': `<div>It fails.</div><br id="lineBreakAtBeginningOfSignature"><div>${CARD}</div>`,
    iPhone: '<div>It fails.</div><div><br>Sent from my iPhone</div>',
    'iPhone in German': '<div>It fails.</div><div>Von meinem iPhone gesendet</div>',
    Thunderbird: `<p>It fails.</p><div class="moz-signature">-- <br>${CARD}</div>`,
    Yahoo: `<div>It fails.</div><div class="ydp1a2b3c4dsignature">${CARD}</div>`,
    'Proton Mail': `<div>It fails.</div><div class="protonmail_signature_block">${CARD}</div>`,
    'dashes in HTML': `<p>It fails.</p><p>-- <br>Ann</p>`,
    'dashes in plain text': 'It fails.<br />\n<br />\n-- <br />\nAnn<br />\n',
    'dashes without their blank': 'It fails.<br />\n--<br />\nAnn Lee, Acme<br />\n+44 20 5550 1234<br />\n',
    'closing words and a telephone number': `<p>It fails.</p><p>Mit freundlichen Grüßen</p><p>&nbsp;</p><p>${CARD}</p>`,
    'closing words in French':
      '<p>It fails.</p><p>Cordialement,</p><p>Anne Lee</p><p>Tél. : 01 99 00 55 12</p>',
    'closing words with a place, and a long text about confidentiality': `<p>It fails.</p><p>Vielen Dank und viele Grüße aus Bonn</p><p>${CARD}</p><p>${'Diese E-Mail ist vertraulich. '.repeat(9)}</p>`,
    'a name and a telephone number': '<p>It fails.</p><p>&nbsp;</p><p>Ann Lee<br>Tel. 020 5550 1234</p>',
  }

  test.each(Object.entries(mails))('%s', (_, html) => {
    expect(issueText(html)).toBe(FOLDED)
    expect(issueText(html, 'drop')).toBe('It fails.')
    expect(issueText(html, 'keep')).not.toMatch(/left out|5550|99 00/)
    expect(issueText(html, 'keep').length).toBeGreaterThan('It fails.'.length)
  })
})

test('A postscript below a signature stays, and so does a picture without text', () => {
  expect(issueText(`<p>It fails.</p><p>Kind regards,</p><p>${CARD}</p><p>PS: only in Firefox.</p>`)).toBe(
    'It fails.\n\nPS: only in Firefox.\n\n*… signature left out. It is in FreeScout.*',
  )
  expect(issueText('<div><img alt="a.png" src="cid:1"></div><div>Sent from my iPhone</div>')).toBe(
    '\\[image: a.png]',
  )
})

test('A report that was typed into the signature is shown, when nothing else is', () => {
  const typed = '<div class="gmail_signature">It fails at step 7,<br>since Monday.</div>'
  expect(issueText(`<div><br></div>${typed}`)).toBe('It fails at step 7,\\\nsince Monday.')
  expect(issueText(`<div class="gmail_signature">${CARD}</div>`)).toBe('')
})

test('A forward loses the signatures of both writers', () => {
  const html =
    `<p>Please check this report of today, it is urgent.</p><div class="gmail_signature">Bob</div>` +
    `<div>---------- Forwarded message ---------<br>From: Ann &lt;ann@lee.example&gt;<br>Date: Monday<br>Subject: x</div>` +
    `<p>It is red.</p><p>Regards,</p><p>${CARD}</p>`
  expect(issueText(html)).toBe(
    'Please check this report of today, it is urgent.\n\nDate: Monday\\\nSubject: x\n\nIt is red.\n\n*… signature left out. It is in FreeScout.*',
  )
})

test('A long text below a signature is in the issue, unless it is about the mail', () => {
  const long =
    'By the way, the export of the orders has been empty since the last update, for all of us, on each computer here.'
  const html = (text: string) => `<p>It fails.</p><p>Regards</p><p>${CARD}</p><p>${text}</p>`
  expect(issueText(html(`${long} Why?`.repeat(2)))).toMatch(
    /^It fails\.\n\nBy the way, .*Why\?\n\n\*… signature/s,
  )
  expect(issueText(html(`This mail is confidential. ${long}`))).toBe(FOLDED)
})

describe('This is no signature', () => {
  test.each([
    [
      'a comment of SQL',
      'SELECT 1<br>--<br>SELECT 2<br>gives one row.',
      'SELECT 1\\\n\\--\\\nSELECT 2\\\ngives one row.',
    ],
    [
      'a report below dashes',
      'Hello<br>--<br>The line above is a mark of YAML.<br>mail: ann@lee.example<br>Please fix it.',
      'Hello\\\n\\--\\\nThe line above is a mark of YAML.\\\nmail: ann\\@lee.example\\\nPlease fix it.',
    ],
    [
      'a report of sentences below dashes and a blank',
      '<p>Hello</p><p>-- <br>My editor adds the line above.<br>The import of order 4711 fails.<br>ann@lee.example</p>',
      'Hello\n\n\\--\\\nMy editor adds the line above.\\\nThe import of order 4711 fails.\\\nann\\@lee.example',
    ],
    [
      'facts of the report below closing words',
      '<p>It fails.</p><p>Thanks</p><p>URL: https://a.example/b?c=1</p><p>Order: 4711</p>',
      'It fails.\n\nThanks\n\nURL: <https://a.example/b?c=1>\n\nOrder: 4711',
    ],
    [
      'a data table below closing words',
      '<p>See:</p><p>Thanks</p><table><tr><th>Order</th><th>Mail</th></tr><tr><td>1</td><td>a@lee.example</td></tr></table>',
      'See:\n\nThanks\n\n| Order | Mail |\n| - | - |\n| 1 | a\\@lee.example |',
    ],
    [
      'a log below closing words',
      '<p>See:</p><p>Thanks</p><p>10:00:01 sent to a@lee.example<br>10:00:02 failed</p>',
      'See:\n\nThanks\n\n```\n10:00:01 sent to a@lee.example\n10:00:02 failed\n```',
    ],
    [
      'thanks before the report',
      '<p>Thanks,</p><p>page 2 fails, see https://a.example/2</p>',
      'Thanks,\n\npage 2 fails, see <https://a.example/2>',
    ],
    [
      'a name below closing words',
      '<p>It fails.</p><p>Best regards,</p><p>Ann</p>',
      'It fails.\n\nBest regards,\n\nAnn',
    ],
    ['dashes with nothing before them', '<p>-- <br>It fails at row 7.</p>', '\\--\\\nIt fails at row 7.'],
    [
      'a phone in the report',
      '<p>It fails.</p><p>Sent from the form: 7</p>',
      'It fails.\n\nSent from the form: 7',
    ],
    ['fields of a form', '<p>Name: Ann Lee<br>Order: 4711</p>', 'Name: Ann Lee\\\nOrder: 4711'],
  ])('%s', (_, html, markdown) => {
    expect(issueText(html)).toBe(markdown)
  })

  test('a long text below dashes', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('<br>')
    expect(issueText(`<p>It fails.</p><p>-- <br>${lines}</p>`)).toContain('line 39')
  })
})

test('A person whose name is split between elements is hidden, and so is a link to a telephone', () => {
  const erika = {
    id: 1,
    type: 'customer' as const,
    firstName: 'Erika',
    lastName: 'Muster',
    email: 'erika@a.example',
  }
  const mail = { findPeople: findPeople([erika]) }
  const html =
    '<p>Mail er<b>ika@a.ex</b>ample, call <a href="tel:+442055501234">our <i>shop</i></a>, order 2055501234, ' +
    '<a href="https://a.example/me?mail=erika%40a.example&amp;page=2">my page</a></p>'
  expect(markdownOf(html, {}, mail)).toBe(
    'Mail \\[redacted], call \\[redacted], order `2055501234`, [my page](https://a.example/me?mail=redacted\\&page=2)',
  )
  expect(markdownOf(html)).toContain('our *shop*')
})
