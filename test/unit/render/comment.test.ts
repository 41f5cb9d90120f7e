import { describe, expect, it } from 'vitest'
import { isDuplicateComment, readAnnouncement, readSentinel } from '../../../src/marks.ts'
import { announcementComment, duplicateComment, ticketLinkComment } from '../../../src/render/comment.ts'
import { chooseTexts, LANGUAGE_CODES, LANGUAGES } from '../../../src/texts/choose.ts'
import { ENGLISH } from '../../../src/texts/english.ts'

const TICKET = 'https://tickets.example.org/conversation/12'
const AT = '2026-03-16T14:07:23Z'
const issue = (repository: string, number: number) => ({
  repository,
  number,
  url: `https://github.com/${repository}/issues/${number}`,
})
const firstLine = (body: string) => body.split('\n')[0]

describe('In English, the first line of a comment is as the contract has it', () => {
  it.each([
    [ticketLinkComment(TICKET, ENGLISH), `FreeScout ticket: ${TICKET}`],
    [
      announcementComment({ kind: 'resolved', at: AT, ticketUrl: TICKET }, ENGLISH),
      `FreeScout ticket resolved (${AT}): ${TICKET}`,
    ],
    [
      announcementComment({ kind: 'reopened', at: AT, ticketUrl: TICKET }, ENGLISH),
      `FreeScout ticket reopened (${AT}): ${TICKET}`,
    ],
    [
      duplicateComment({ duplicate: issue('o/r', 8), winner: issue('o/r', 7) }, ENGLISH),
      'Duplicate of #7: both were made from the same ticket.',
    ],
    [
      duplicateComment({ duplicate: issue('o/r', 8), winner: issue('o/s', 7) }, ENGLISH),
      'Duplicate of https://github.com/o/s/issues/7: both were made from the same ticket.',
    ],
  ])('%#', (body, line) => {
    expect(firstLine(body)).toBe(`[freescout-autolink] ${line}`)
  })
})

describe.each([
  ...LANGUAGE_CODES.map(code => [code, LANGUAGES[code]] as const),
  [
    'words of the configuration',
    chooseTexts({ language: 'en', texts: { 'ticket-link': '→ {url}' } }),
  ] as const,
])('A comment in %s is recognised by its mark, which nobody sees', (_, texts) => {
  it('about its ticket', () => {
    expect(readSentinel(ticketLinkComment(TICKET, texts))).toBe(TICKET)
  })

  it.each(['resolved', 'reopened'] as const)('about a ticket that was %s', kind => {
    const announcement = { kind, at: AT, ticketUrl: TICKET }
    const body = announcementComment(announcement, texts)
    expect(readAnnouncement(body)).toEqual(announcement)
    expect(readSentinel(body)).toBeUndefined()
  })

  it('about a duplicate', () => {
    const body = duplicateComment({ duplicate: issue('o/r', 8), winner: issue('o/r', 7) }, texts)
    expect(isDuplicateComment(body)).toBe(true)
    expect(body).toMatch(/^\[freescout-autolink\] /)
  })
})
