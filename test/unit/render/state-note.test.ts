import { describe, expect, it } from 'vitest'
import { readNote } from '../../../src/marks.ts'
import type { Closer } from '../../../src/model.ts'
import { newsWords, stateNoteHtml } from '../../../src/render/state-note.ts'

const issue = { repository: 'acme/app', number: 7, url: 'https://github.com/acme/app/issues/7' }
const key = 'closed:completed:2026-11-22T14:07:23Z'
const closed = (by?: string, through?: Closer) => ({
  kind: 'closed' as const,
  reason: 'completed' as const,
  change: { by, through },
})
const pull = (repository: string): Closer => ({
  kind: 'pull-request',
  repository,
  number: 55,
  url: `https://github.com/${repository}/pull/55`,
})

describe('The words about a closing', () => {
  it.each([
    ['completed', 'closed as completed'],
    ['not_planned', 'closed as not planned'],
    ['duplicate', 'closed as a duplicate'],
    ['reopened', 'closed'],
  ] as const)('with the reason %s are: %s', (reason, words) => {
    expect(newsWords({ kind: 'closed', reason }, issue)).toBe(words)
  })

  it.each([
    [closed('ada', pull('acme/app')), 'closed as completed by ada (pull request #55)'],
    [closed('ada', pull('acme/lib')), 'closed as completed by ada (pull request acme/lib#55)'],
    [closed(undefined, pull('acme/app')), 'closed as completed (pull request #55)'],
    [
      closed('ada', {
        kind: 'commit',
        sha: '0123456789abcdef',
        url: 'https://github.com/acme/app/commit/01',
      }),
      'closed as completed by ada (commit 0123456)',
    ],
    [closed('ada'), 'closed as completed by ada'],
    [closed(), 'closed as completed'],
    [{ kind: 'reopened', change: { by: 'ada', through: undefined } } as const, 'reopened by ada'],
    [{ kind: 'reopened' } as const, 'reopened'],
  ])('say who did it and by what, as far as it is known: %j', (news, words) => {
    expect(newsWords(news, issue)).toBe(words)
  })
})

describe('The note about a closing', () => {
  it('is a sentence with links, ends with the URL that the receiver looks for, and is read back', () => {
    const note = stateNoteHtml({ issue, news: closed('ada', pull('acme/app')), key })
    expect(note).toBe(
      '<p>[freescout-autolink] GitHub issue <a href="https://github.com/acme/app/issues/7">acme/app#7</a> was closed as completed by ada ' +
        '(<a href="https://github.com/acme/app/pull/55">pull request #55</a>): ' +
        '<a href="https://github.com/acme/app/issues/7">https://github.com/acme/app/issues/7</a></p>' +
        `<!-- freescout-autolink key=${key} -->`,
    )
    expect(readNote(note)).toEqual({ url: issue.url, key })
  })

  it('escapes whatever an answer gives as a login', () => {
    expect(stateNoteHtml({ issue, news: closed('<b>ada</b>'), key })).toContain('by &lt;b&gt;ada&lt;/b&gt;')
  })
})
