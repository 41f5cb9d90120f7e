import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { describe, expect, it } from 'vitest'
import {
  announcementMark,
  isDuplicateComment,
  issueMarker,
  movedKey,
  noteEnd,
  noteStart,
  readAnnouncement,
  readIssueMarker,
  readMovedKey,
  readNote,
  readSentinel,
  sentinelMark,
  splitKeys,
  subjectPrefix,
} from '../../src/marks.ts'
import { announcementComment } from '../../src/render/comment.ts'
import { LANGUAGES } from '../../src/texts/choose.ts'

const URL = 'https://tickets.example.org/conversation/12'
const MARKER = '<!-- freescout-autolink ticket=12 url=https://tickets.example.org/conversation/12 -->'
const ISSUE = 'https://github.com/o/r/issues/7'

const ids = fc.integer({ min: 1, max: 999_999_999_999_999 })
const times = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })

describe('The marker of an issue', () => {
  it('is written as the contract has it, and read back', () => {
    expect(issueMarker({ id: 12, url: URL })).toBe(MARKER)
    fc.assert(
      fc.property(ids, fc.webUrl(), fc.string({ unit: 'binary' }), (id, host, text) => {
        const ticket = { id, url: `${host}/conversation/${id}` }
        fc.pre(ticket.url.length <= 500)
        expect(readIssueMarker(`${text}\n${issueMarker(ticket)}`)).toEqual(ticket)
      }),
    )
  })

  it.each([
    ['alone', MARKER],
    ['below text', `Text\n\n${MARKER}`],
    ['with Windows line ends', `Text\r\n${MARKER}\r\n`],
    ['with white space around it', `Text\n  ${MARKER} \n\n `],
    ['above text', `${MARKER}\nText`],
    ['between a template and a signature', `## Steps\n\n- one\n\n${MARKER}\r\n\r\n---\r\n_Filed by a bot_`],
    ['right below a quote', `> Text\n${MARKER}`],
    ['below closed code', `\`\`\`sh\nls\n\`\`\`\n${MARKER}`],
    ['below code whose fence is longer', `\`\`\`\`\n\`\`\`\n\`\`\`\`\n${MARKER}`],
    ['below a line that only looks like a fence', `\`\`\` a \`b\`\n${MARKER}`],
    ['below quoted code', `> ~~~\n> Text\n\n${MARKER}`],
  ])('is read %s', (_, body) => {
    expect(readIssueMarker(body)).toEqual({ id: 12, url: URL })
  })

  it.each([
    ['nothing', ''],
    ['in code', `\`\`\`\n${MARKER}\n\`\`\`\nText`],
    ['in code that nobody closed', `~~~\n${MARKER}`],
    ['in code whose fence is closed by another kind', `~~~\n\`\`\`\n${MARKER}\n~~~`],
    ['in code that an opening fence does not close', `\`\`\`\n\`\`\`js\n${MARKER}`],
    ['indented like code', `Text\n\n    ${MARKER}`],
    ['with text before it', `Text ${MARKER}`],
    ['with text after it', `${MARKER} Text`],
    ['in a quote', `> ${MARKER}`],
    ['in a code span', `\`${MARKER}\``],
    ['twice on one line', `${MARKER}${MARKER}`],
    ['without the id', MARKER.replace('12', '')],
    ['with a negative id', MARKER.replace('=12', '=-12')],
    ['with a fraction', MARKER.replace('=12', '=1.2')],
    ['with an id beyond all bounds', MARKER.replace('=12', `=${'9'.repeat(16)}`)],
    ['with a space in the URL', MARKER.replace('/conversation', '/conv ersation')],
    ['with a URL beyond all bounds', MARKER.replace('/conversation', `/${'x'.repeat(500)}`)],
    ['in capitals', MARKER.toUpperCase()],
    ['spread over two lines', MARKER.replace(' url', '\nurl')],
    ['as somebody else’s marker', MARKER.replace('freescout-autolink', 'other-autolink')],
  ])('is not read: %s', (_, body) => {
    expect(readIssueMarker(body)).toBeUndefined()
  })

  it('is the last one, when people pasted several issues together', () => {
    const other = MARKER.replaceAll('12', '13')
    expect(readIssueMarker(`${MARKER}\nText\n${other}\n> ${MARKER}`)?.id).toBe(13)
  })

  it('is found in time that grows with the text', () => {
    const bodies = [`${MARKER} `.repeat(700), ' '.repeat(65_000), '`'.repeat(65_000), '~~~\n'.repeat(16_000)]
    for (const body of bodies) expect(readIssueMarker(body)).toBeUndefined()
  })

  it('keeps another FreeScout’s URL, so that it can be told from ours', () => {
    const forged = MARKER.replace('tickets.example.org', 'evil.example')
    expect(readIssueMarker(forged)?.url).toBe('https://evil.example/conversation/12')
  })
})

/** The words of the first lines that versions before 1.0 wrote. Links that they wrote still count. */
const NAMED = `[freescout-autolink] FreeScout ticket: ${URL}`
const AT = '2026-03-16T14:07:23Z'
const RESOLVED = `[freescout-autolink] FreeScout ticket resolved (${AT}): ${URL}`

describe('The sentinel comment', () => {
  it.each([
    ['by its mark, whatever the words', `[freescout-autolink] Das Ticket dazu\n\n${sentinelMark(URL)}`],
    ['by its mark with white space at its end', `x\r\n\r\n${sentinelMark(URL)}\r\n `],
    [
      'by its mark with text that somebody added below',
      `Vorgang: x\n\n${sentinelMark(URL)}\r\n\r\nDazu: siehe oben.`,
    ],
    ['by its mark below closed code', `\`\`\`\nx\n\`\`\`\n${sentinelMark(URL)}`],
    ['by its words without a mark', NAMED],
    ['by its words with text below', `${NAMED}\r\n\nMore.`],
  ])('is recognised %s', (_, body) => {
    expect(readSentinel(body)).toBe(URL)
  })

  it.each([
    ['nothing', ''],
    ['a quote of it', `> ${NAMED}\n>\n> ${sentinelMark(URL)}`],
    ['its words on a later line', `Hello\n${NAMED}`],
    ['its mark in code', `\`\`\`\n${sentinelMark(URL)}\n\`\`\``],
    ['its mark indented like code', `Text\n\n    ${sentinelMark(URL)}`],
    [
      'a closing that the configuration gives the words of a link',
      `${NAMED}\n\n${announcementMark({ kind: 'resolved', at: AT, ticketUrl: URL })}`,
    ],
    ['its mark in a line of text', `More ${sentinelMark(URL)}`],
    ['text behind the URL', `${NAMED} and more`],
    ['text before it', `See ${NAMED}`],
    ['a closing', announcementMark({ kind: 'resolved', at: AT, ticketUrl: URL })],
    ['no URL', '[freescout-autolink] FreeScout ticket: '],
  ])('is not: %s', (_, body) => {
    expect(readSentinel(body)).toBeUndefined()
  })
})

describe('The comment about a closing or reopening', () => {
  it('is read back by its mark, whenever and whatever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('resolved' as const, 'reopened' as const), times, (kind, time) => {
        const said = { kind, at: time.toISOString(), ticketUrl: URL }
        expect(readAnnouncement(`[freescout-autolink] Erledigt.\n\n${announcementMark(said)}`)).toEqual(said)
      }),
    )
  })

  it('is read when somebody edited the comment and added text below, in every language', () => {
    const said = { kind: 'resolved' as const, at: AT, ticketUrl: URL }
    for (const texts of Object.values(LANGUAGES)) {
      const comment = announcementComment(said, texts)
      expect(readAnnouncement(`${comment}\n\nEdit: it came back.`)).toEqual(said)
      expect(readAnnouncement(comment.replace(/^/gm, '> '))).toBeUndefined()
    }
  })

  it('is recognised by the words of earlier versions', () => {
    expect(readAnnouncement(`${RESOLVED}\nMore.`)).toEqual({ kind: 'resolved', at: AT, ticketUrl: URL })
    expect(readAnnouncement(RESOLVED.replace('resolved', 'reopened'))?.kind).toBe('reopened')
  })

  it.each([
    ['a sentinel', `${NAMED}\n\n${sentinelMark(URL)}`],
    ['a link that the configuration gives the words of a closing', `${RESOLVED}\n\n${sentinelMark(URL)}`],
    ['another verb', RESOLVED.replace('resolved', 'deleted')],
    ['no time', RESOLVED.replace(AT, '')],
    ['a quote of it', `> ${RESOLVED}`],
    ['text behind the URL', `${RESOLVED} x`],
  ])('is not: %s', (_, body) => {
    expect(readAnnouncement(body)).toBeUndefined()
  })
})

const KEY = (key: string) => `<!-- freescout-autolink key=${key} -->`

describe('A note of ours', () => {
  it('names its issue, and its key if it has one', () => {
    expect(readNote(`<p>[freescout-autolink] GitHub issue #7 filed: ${ISSUE}</p>`)).toEqual({ url: ISSUE })
    expect(
      readNote(`<p>[freescout-autolink] <a href="${ISSUE}">o/r#7</a>: x</p>${KEY('labeled.5')}`),
    ).toEqual({
      url: ISSUE,
      key: 'labeled.5',
    })
  })

  const current = `${noteStart(ISSUE)}<p>Whatever it says about <a href="${ISSUE}1">o/r#71</a>.</p>`

  it('is recognised by its start, whatever it says, and holds its keys at its end', () => {
    expect(readNote(`${current}${noteEnd(ISSUE, ['a:1', 'b:2'])}`)).toEqual({ url: ISSUE, key: 'a:1+b:2' })
    expect(readNote(`${current}${noteEnd(ISSUE, [])}`)).toEqual({ url: ISSUE })
  })

  it('is recognised by earlier versions and their receivers, which remove what is between < and >', () => {
    const text = `${current}${noteEnd(ISSUE, [])}`.replace(/<[^<>]*>/g, ' ').trim()
    expect(text).toMatch(/^\[freescout-autolink\] https:\/\/github\.com\/o\/r\/issues\/7 /)
  })

  it('shows only what it says and where it is from', () => {
    const tree = fromHtml(`${current}${noteEnd(ISSUE, ['a:1'])}`, { fragment: true })
    expect(toText(tree).split(/\n+/)).toEqual([
      'Whatever it says about o/r#71.',
      '\u00A0[freescout-autolink]',
    ])
  })

  it('is recognised by its last line when somebody edited it, and the editor removed all comments', () => {
    const keys = ['labeled:5', 'closed:completed:2026-03-16T14:07:23+00:00']
    const edited = `${current}${noteEnd(ISSUE, keys)}`.replace(/<!--[\s\S]*?-->/g, '')
    expect(readNote(edited)).toEqual({ url: ISSUE, key: keys.join('+') })
    expect(readNote(edited.replace(/#labeled[^"]*/, ''))).toEqual({ url: ISSUE })
    expect(readNote(edited.replace('</em>', '</em><br>\n'))).toBeUndefined()
    expect(readNote(`${edited} and more`)).toBeUndefined()
    expect(readNote(edited.replaceAll('/issues/7#', '/pull/7#'))).toBeUndefined()
  })

  it('is one as plain text, and with markup before the prefix', () => {
    expect(readNote(`[freescout-autolink] ${ISSUE}`)?.url).toBe(ISSUE)
    expect(readNote(`\n<div><b>[freescout-autolink]</b> ${ISSUE}</div>`)?.url).toBe(ISSUE)
  })

  it('names the first issue when it names several', () => {
    expect(readNote(`[freescout-autolink] ${ISSUE} (was ${ISSUE}1)`)?.url).toBe(ISSUE)
  })

  it.each([
    ['no prefix', `<p>GitHub issue ${ISSUE}</p>`],
    ['the prefix further down', `<p>FYI: [freescout-autolink] ${ISSUE}</p>`],
    ['the prefix in an attribute', `<p title="[freescout-autolink]">${ISSUE}</p>`],
    ['no issue', '<p>[freescout-autolink] Hello</p>'],
    ['a pull request', '<p>[freescout-autolink] https://github.com/o/r/pull/7</p>'],
    ['nothing', ''],
  ])('is not: %s', (_, html) => {
    expect(readNote(html)).toBeUndefined()
  })

  it('has no key where the key is not at its end, or not whole', () => {
    const note = `[freescout-autolink] ${ISSUE}`
    expect(readNote(`${KEY('forged')}${note}`)?.key).toBeUndefined()
    expect(readNote(`${note}${KEY('forged')} and more`)?.key).toBeUndefined()
    expect(readNote(`${note}${KEY('with space')}`)?.key).toBeUndefined()
    expect(readNote(`${note}${KEY('one')}${KEY('two')}\n`)?.key).toBe('two')
  })

  it('is told apart quickly even from 256 KB of <', () => {
    const start = performance.now()
    expect(readNote('<'.repeat(256 * 1024))).toBeUndefined()
    expect(readNote(`[freescout-autolink] ${'<a '.repeat(80_000)}`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(500)
  })

  it.each([
    'http://',
    'http://a/issues/',
    'http://a/b/c/',
    'https://github.com/o/r/issues/x',
    `http://${`${'a'.repeat(100)}/`.repeat(9)}`,
    '/',
    '<!-- freescout-autolink key=x --> ',
    `<!-- freescout-autolink key=${'x'.repeat(1000)}`,
  ])('a note with 1 MB of %j is read in less than half a second', part => {
    const start = performance.now()
    expect(readNote(`[freescout-autolink] ${part.repeat(1_000_000 / part.length)}x`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(500)
  })

  it.each([
    ['of a server with a port', 'http://127.0.0.1:3000/o/r/issues/7'],
    [
      'of the longest names',
      `https://${'h'.repeat(250)}/${'o'.repeat(39)}/${'r'.repeat(100)}/issues/1234567890`,
    ],
    ['with another one in its query', `https://evil.example/?x=${ISSUE}`],
  ])('a note names an issue by a URL %s', (_, url) => {
    expect(readNote(`<p>[freescout-autolink] <a href="${url}">x</a></p>`)?.url).toBe(url)
  })
})

it('A comment that says that its issue is a duplicate is recognised by its mark, or by earlier words', () => {
  const words = 'Duplicate of #7: both were made from the same ticket.'
  expect(isDuplicateComment(words)).toBe(true)
  expect(isDuplicateComment('x\n\n<!-- freescout-autolink duplicate-of=o/r#7 -->')).toBe(true)
  for (const body of [`> ${words}`, 'Duplicate of #7', '']) expect(isDuplicateComment(body)).toBe(false)
})

it('The subject of a ticket born on GitHub starts with the issue, in brackets', () => {
  expect(subjectPrefix({ repository: 'owner/repo', number: 77 })).toBe('[owner/repo#77]')
})

describe('The key of a note about an issue that moved', () => {
  it.each(['o/r', 'raxx-app/TradeMasterAPI', 'a-b/c.d_e', 'o/moved'])(
    'names its old address in %s',
    repository => {
      const id = { repository, number: 41 }
      expect(readMovedKey(movedKey(id))).toEqual(id)
      expect(splitKeys(movedKey(id))).toHaveLength(1)
    },
  )

  it.each([
    'labeled:103',
    'moved:o:41',
    'moved:o:r:0',
    'moved:o/r:41',
    'closed:completed:2026-11-22T14:07:23Z',
  ])('is not read from %s', key => {
    expect(readMovedKey(key)).toBeUndefined()
  })
})
