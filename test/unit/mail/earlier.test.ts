import { describe, expect, test } from 'vitest'
import { markdownOf } from '../../support/render-input.ts'

const HEADERS =
  '<b>From:</b> Ann Lee &lt;ann@lee.example&gt;<br><b>Sent:</b> Monday, 2 November 2026 10:00<br>' +
  '<b>To:</b> Bob Ray &lt;bob@ray.example&gt;; Eva &lt;eva@ray.example&gt;<br><b>Subject:</b> Login'
const OUTLOOK = `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${HEADERS}</p></div>`
const KEPT = 'Sent: Monday, 2 November 2026 10:00\\\nSubject: Login'
const GMAIL =
  'On Sun, Nov 1, 2026 at 9:00 AM Ann Lee &lt;<a href="mailto:ann@lee.example">ann@lee.example</a>&gt; wrote:<br>'
const EARLIER = 'It still fails.\n\n**Earlier messages:**\n\n> Try again.'

/** The Markdown of a mail on a ticket with this subject. */
function issueText(html: string, subject = 'Re: Login'): string {
  return markdownOf(html, {}, { subject })
}

test.each(['5.2', 'Nr. 4711', 'On Monday it failed'])(
  'A short answer above an attribution stays: %s',
  answer => {
    const html = `<p>${answer}</p><p>On 3 Nov 2026, at 09:12, Ann &lt;ann@lee.example&gt; wrote:</p><blockquote type="cite">Which one?</blockquote>`
    expect(issueText(html)).toContain(`${answer}\n\n**Earlier messages:**\n\n> Which one?`)
  },
)

describe('What is new stands first, and the earlier message is a quote without the people in its headers', () => {
  const replies: Record<string, string> = {
    'Outlook for Windows': `<p>It still fails.</p>${OUTLOOK}<p>Try again.</p>`,
    'Outlook on the web': `<div>It still fails.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${HEADERS}</font><div>&nbsp;</div></div><div>Try again.</div>`,
    'Outlook in German':
      '<p>It still fails.</p><p><b>Von:</b> Ann<br><b>Gesendet:</b> Montag, 2. November 2026 10:00<br><b>An:</b> Bob<br><b>Cc:</b> Eva<br><b>Betreff:</b> Login</p><p>Try again.</p>',
    'Outlook with a line in front':
      '<p>It still fails.</p><p>-----Original Message-----<br>From: Ann [mailto:ann@lee.example]<br>Sent: Monday<br>To: Bob<br>Subject: Login</p><p>Try again.</p>',
    Gmail: `<div>It still fails.</div><div class="gmail_quote"><div class="gmail_attr">${GMAIL}</div><blockquote class="gmail_quote">Try again.</blockquote></div>`,
    'Gmail in a language that the rules don’t know':
      '<div>It still fails.</div><div class="gmail_quote"><div class="gmail_attr">Ann Lee qal-pu\':<br></div><blockquote class="gmail_quote">Try again.</blockquote></div>',
    'a mail program in Czech':
      '<p>It still fails.</p><p>---------- Původní e-mail ----------<br>Od: Ann &lt;ann@lee.example&gt;<br>Komu: bob@ray.example<br>Datum: 3. 11. 2026<br>Předmět: Login</p><p>Try again.</p>',
    Zoho: '<div>It still fails.</div><div class="zmail_extra"><div>---- On Tue, 03 Nov 2026 09:12:00 +0100 <b>Ann Lee &lt;ann@lee.example&gt;</b> wrote ---<br></div><blockquote>Try again.</blockquote></div>',
    'Apple Mail':
      '<div>It still fails.</div><div><br><blockquote type="cite"><div>On 3 Nov 2026, at 09:12, Ann Lee &lt;ann@lee.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>Try again.</div></blockquote></div>',
    'iPhone, with the attribution in a quote of its own':
      '<div>It still fails.</div><div><blockquote type="cite">Am 04.11.2026 um 07:55 schrieb Ann Lee &lt;ann@lee.example&gt;:<br><br></blockquote></div><blockquote type="cite"><div>Try again.</div></blockquote>',
    Thunderbird:
      '<p>It still fails.</p><div class="moz-cite-prefix">Le 03/11/2026 à 09:12, Ann Lee a écrit :<br></div><blockquote type="cite" cite="mid:1@lee.example"><p>Try again.</p></blockquote>',
    Yahoo:
      '<div>It still fails.</div><div id="ydp5a7b9c01yahoo_quoted_44" class="ydp5a7b9c01yahoo_quoted"><div><div>On Tuesday, November 3, 2026 at 02:10:44 PM EST, Ann Lee &lt;ann@lee.example&gt; wrote:</div><div><br></div><div>Try again.</div></div></div>',
    'Yahoo on a phone, with an attribution of two lines':
      '<div>It still fails.<blockquote style="margin:0"><div><div>On Wed, Nov 4, 2026 at 6:12 AM, Ann Lee</div><div>&lt;ann@lee.example&gt; wrote:</div></div><div>Try again.</div></blockquote></div>',
    'Proton Mail':
      '<div>It still fails.</div><div class="protonmail_quote">On Tuesday, November 3rd, 2026 at 9:00 AM, Ann &lt;ann@lee.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite"><div>Try again.</div></blockquote></div>',
    GMX: '<div>It still fails.</div><div name="quote"><div><b>Gesendet:</b>&nbsp;Dienstag, 03. November 2026<br><b>Von:</b>&nbsp;"Ann" &lt;ann@lee.example&gt;<br><b>An:</b>&nbsp;bob@ray.example<br><b>Betreff:</b>&nbsp;Login</div><div name="quoted-content">Try again.</div></div>',
    'plain text':
      'It still fails.<br />\n<br />\nOn Tue, 3 Nov 2026 at 17:02, A long name<br />\n&lt;ann@lee.example&gt; wrote:<br />\n&gt; Try again.<br />\n',
  }

  test.each(Object.entries(replies))('%s', (_, html) => {
    expect(issueText(html)).toBe(EARLIER)
  })
})

test.each([
  'Op di 3 nov. 2026 om 10:00 schreef Acme &lt;s@a.example&gt;:',
  'wt., 3 lis 2026 o 10:00 Acme &lt;s@a.example&gt; napisał(a):',
  'Den tis 3 nov. 2026 kl 10:00 skrev Acme &lt;s@a.example&gt;:',
  'Em ter., 3 de nov. de 2026 às 10:00, Acme &lt;s@a.example&gt; escreveu:',
  'Il giorno mar 3 nov 2026 alle ore 10:00 Acme &lt;s@a.example&gt; ha scritto:',
  'вт, 3 нояб. 2026 г. в 10:00, Acme &lt;s@a.example&gt;:',
  'Acme &lt;s@a.example&gt; 于2026年11月3日周二 10:00写道：',
  '2026년 11월 3일 (화) 오전 10:00, Acme &lt;s@a.example&gt;님이 작성:',
  'El mar, 3 nov 2026 a las 10:00, Acme (&lt;s@a.example&gt;) escribió:',
  'Acme &lt;s@a.example&gt; schrieb am Di., 3. Nov. 2026, 10:00:',
])('An attribution is known in many languages: %s', attribution => {
  expect(issueText(`It still fails.<br />\n<br />\n${attribution}<br />\n&gt; Try again.<br />\n`)).toBe(
    EARLIER,
  )
})

describe('The text of a forwarded message is the report, below its date and subject', () => {
  const forwards: Record<string, string> = {
    'Outlook, by the subject': `<p>Please have a look at this one, it came in today.</p>${OUTLOOK}<p>It fails.</p>`,
    Gmail: `<div>Please have a look at this one, it came in today.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>${HEADERS}<br></div><div>It fails.</div></div>`,
    'Apple Mail': `<div>Please have a look at this one, it came in today.</div><blockquote type="cite"><div>Begin forwarded message:</div><br><div>${HEADERS}</div><br><div>It fails.</div></blockquote>`,
    Thunderbird: `<p>Please have a look at this one, it came in today.</p><div class="moz-forward-container">-------- Forwarded Message --------<table class="moz-email-headers-table"><tbody><tr><th>Sent: </th><td>Monday, 2 November 2026 10:00</td></tr><tr><th>From: </th><td>Ann &lt;ann@lee.example&gt;</td></tr><tr><th>To: </th><td>bob@ray.example</td></tr><tr><th>Subject: </th><td>Login</td></tr></tbody></table><p>It fails.</p></div>`,
  }

  test.each(Object.entries(forwards))('%s', (_, html) => {
    const intro = 'Please have a look at this one, it came in today.'
    expect(issueText(html, 'FW: Login')).toBe(`${intro}\n\n${KEPT}\n\nIt fails.`)
  })

  test('a message below a short text counts as forwarded, unless the subject says that it is a reply', () => {
    const html = `<p>FYI</p>${OUTLOOK}<p>It fails.</p>`
    expect(issueText(html, 'Login')).toBe(`FYI\n\n${KEPT}\n\nIt fails.`)
    expect(issueText(html, 'Re: Login')).toBe('FYI\n\n**Earlier messages:**\n\n> It fails.')
  })

  test('a message that was forwarded twice is the report', () => {
    const forwarded = `<div>---------- Forwarded message ---------<br>${HEADERS}</div>`
    expect(issueText(`${forwarded}<p>Please check.</p>${forwarded}<p>It fails.</p>`, 'Fwd: Fwd: Login')).toBe(
      `${KEPT}\n\nPlease check.\n\n${KEPT}\n\nIt fails.`,
    )
  })

  test('only what it answers is an earlier message', () => {
    expect(issueText(`<p>Look.</p>${OUTLOOK}<p>It fails.</p>${OUTLOOK}<p>What fails?</p>`, 'WG: Login')).toBe(
      `Look.\n\n${KEPT}\n\nIt fails.\n\n**Earlier messages:**\n\n> What fails?`,
    )
  })
})

describe('Earlier messages', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `<p>line ${at}</p>`).join('')
  const reply = (text: string, quoted: string) =>
    `${text}<div class="gmail_attr">${GMAIL}</div><blockquote class="gmail_quote">${quoted}</blockquote>`

  test('are cut after a few lines', () => {
    const text = issueText(reply('<p>New.</p>', lines(30)))
    expect(text).toContain('> line 7\n>\n> *… cut. The rest is in FreeScout.*')
    expect(text).not.toContain('line 8')
    const long = issueText(reply('<p>New.</p>', `<p>short</p><p>${'word '.repeat(1_000)}</p>`))
    expect(long).toBe('New.\n\n**Earlier messages:**\n\n> short\n>\n> *… cut. The rest is in FreeScout.*')
  })

  test('stay whole when nothing else is there, and when the text points to them', () => {
    expect(issueText(reply('<p>&nbsp;</p>', lines(30)))).toContain('> line 29')
    expect(issueText(reply('<p>See my answers below in red.</p>', lines(30)))).toContain('> line 29')
  })

  test('stand where they are when new text follows', () => {
    expect(issueText(`${reply('', `${lines(20)}`)}<p>New text.</p>`)).toMatch(
      /^> line 0\n.*> line 7\n>\n> \*… cut.*\*\n\nNew text\.$/s,
    )
    const quote = (text: string) => `<blockquote class="gmail_quote">${text}</blockquote>`
    expect(
      issueText(
        `<div class="gmail_attr">${GMAIL}</div>${quote('Which?')}<p>9.2</p>${quote('Where?')}<p>77</p>`,
      ),
    ).toBe('> Which?\n\n9.2\n\n> Where?\n\n77')
  })

  test('lose the headers of the messages in them, and signatures', () => {
    const quoted = `Try blue.<br>Best regards,<br>Bob Ray<br>Tel. +44 20 5550 1234<blockquote type="cite">${GMAIL}It is red.</blockquote>`
    expect(issueText(reply('<p>New.</p>', quoted))).not.toMatch(/ann@|Ann Lee/)
    expect(
      issueText(reply('<p>New.</p>', 'Try blue.<br><br>Best regards,<br>Bob Ray<br>Tel. +44 20 5550 1234')),
    ).toBe('New.\n\n**Earlier messages:**\n\n> Try blue.')
  })
})

test('Marks of plain text in HTML end an earlier message', () => {
  const html =
    '<p>On 3 Nov 2026 at 10:00, Acme &lt;s@a.example&gt; wrote:</p><p>&gt; Which version?</p><p>9.2</p>'
  expect(issueText(html)).toBe('> \\> Which version?\n\n9.2')
})

test('A line of dashes or underscores before an earlier message goes with it', () => {
  const html = `<p>It still fails.</p><p>________________________________</p><p>${HEADERS}</p><p>Try again.</p>`
  expect(issueText(html)).toBe(EARLIER)
})

test('An earlier message in a table, behind new text, is one too', () => {
  const html = `<table><tr><td><p>It still fails.</p><p>${HEADERS}</p><p>Try again.</p></td></tr></table>`
  expect(issueText(html)).toBe(EARLIER)
})

describe('These are no earlier messages', () => {
  test.each([
    [
      'a quote without an attribution',
      '<p>The manual says:</p><blockquote>Press F7.</blockquote><p>No.</p>',
      'The manual says:\n\n> Press F7.\n\nNo.',
    ],
    [
      'a booking',
      '<p>From: Berlin<br>To: Munich<br>Date: 3 November 2026</p><p>It says Hamburg.</p>',
      'From: Berlin\\\nTo: Munich\\\nDate: 3 November 2026\n\nIt says Hamburg.',
    ],
    [
      'a sentence',
      '<p>On 3 Nov 2026 the job wrote:</p><p>E_LIMIT</p>',
      'On 3 Nov 2026 the job wrote:\n\nE\\_LIMIT',
    ],
    [
      'text inside of Gmail’s quote',
      '<div class="gmail_quote"><div>The draft is lost.</div></div>',
      'The draft is lost.',
    ],
  ])('%s', (_, html, markdown) => {
    expect(issueText(html)).toBe(markdown.replace('E\\_', 'E_'))
  })
})
