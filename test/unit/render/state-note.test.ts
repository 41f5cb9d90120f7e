import { describe, expect, it } from 'vitest'
import { readNote } from '../../../src/marks.ts'
import type { Closer } from '../../../src/model.ts'
import { type IssueNews, stateNoteHtml } from '../../../src/render/state-note.ts'
import { LANGUAGES } from '../../../src/texts/choose.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { shownText } from '../../support/shown-text.ts'

const URL = 'https://github.com/acme/app/issues/7'
const issue = { repository: 'acme/app', number: 7, url: URL, title: 'Orders rejected' }
const key = 'closed:completed:2026-11-22T14:07:23Z'
const closed = (by?: string, through?: Closer): IssueNews => ({
  kind: 'closed',
  reason: 'completed',
  change: { by, through },
})
const pull = (repository: string): Closer => ({
  kind: 'pull-request',
  repository,
  number: 55,
  url: `https://github.com/${repository}/pull/55`,
})
const commit: Closer = {
  kind: 'commit',
  sha: '0123456789abcdef',
  url: 'https://github.com/acme/app/commit/01',
}
const noteOf = (news: IssueNews, texts = ENGLISH) => stateNoteHtml({ issue, texts }, { news, key })

describe('The note about a closing or reopening', () => {
  const START = 'GitHub issue acme/app#7 “Orders rejected” was '
  const cases: [IssueNews, string][] = [
    [{ kind: 'closed', reason: 'completed' }, 'closed as completed.'],
    [{ kind: 'closed', reason: 'not_planned' }, 'closed as not planned.'],
    [{ kind: 'closed', reason: 'duplicate' }, 'closed as a duplicate.'],
    [closed('ada', pull('acme/app')), 'closed as completed by ada (pull request #55).'],
    [closed('ada', pull('acme/lib')), 'closed as completed by ada (pull request acme/lib#55).'],
    [closed(undefined, pull('acme/app')), 'closed as completed (pull request #55).'],
    [closed('ada', commit), 'closed as completed by ada (commit 0123456).'],
    [closed('ada'), 'closed as completed by ada.'],
    [closed(), 'closed as completed.'],
    [{ kind: 'reopened', change: { by: 'ada', through: undefined } }, 'reopened by ada.'],
    [{ kind: 'reopened' }, 'reopened.'],
  ]
  it.each(cases)('says who did it and by what, as far as it is known: %j', (news, words) => {
    expect(shownText(noteOf(news))).toBe(`${START}${words}\n[freescout-autolink]`)
  })

  it.each([
    [
      'de',
      'Das GitHub-Issue acme/app#7 „Orders rejected“ wurde von ada als erledigt geschlossen (Pull Request #55).',
    ],
    [
      'fr',
      'L’issue GitHub acme/app#7 «\u00A0Orders rejected\u00A0» a été fermée par ada comme terminée (pull request #55).',
    ],
    [
      'es',
      'La issue de GitHub acme/app#7 «Orders rejected» fue cerrada por ada como completada (pull request #55).',
    ],
  ] as const)('is a whole sentence in %s', (language, sentence) => {
    const note = noteOf(closed('ada', pull('acme/app')), LANGUAGES[language])
    expect(shownText(note)).toBe(`${sentence}\n[freescout-autolink]`)
  })

  it('is a sentence in German when nobody knows who did it', () => {
    expect(shownText(noteOf({ kind: 'reopened' }, LANGUAGES.de))).toContain('wurde wieder geöffnet.')
  })

  it('links the issue and the pull request, and is read back', () => {
    const note = noteOf(closed('ada', pull('acme/app')))
    expect(note).toContain(`<a href="${URL}">acme/app#7</a>`)
    expect(note).toContain('(pull request <a href="https://github.com/acme/app/pull/55">#55</a>)')
    expect(readNote(note)).toEqual({ url: URL, key })
  })

  it('escapes whatever an answer gives as a login', () => {
    expect(noteOf(closed('<b>ada</b>'))).toContain('by &lt;b&gt;ada&lt;/b&gt;')
  })
})
