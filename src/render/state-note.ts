import { issueName } from '../issue-ref.ts'
import type { Closer, Issue, IssueRef, StateChange } from '../model.ts'
import { isSameName } from '../names.ts'
import type { TextName, Texts } from '../texts/catalogue.ts'
import { linkHtml } from './elements.ts'
import { type NoteContext, sentenceNote } from './note.ts'
import { htmlSentence } from './sentences.ts'

/** That an issue was closed or reopened. `change` says who did it, if that is known. */
export type IssueNews =
  | { kind: 'closed'; reason: NonNullable<Issue['stateReason']>; change?: StateChange | undefined }
  | { kind: 'reopened'; change?: StateChange | undefined }

/** The text for each reason that GitHub gives. `reopened` is the reason of an open issue. */
const CLOSINGS = {
  completed: 'closed-completed',
  not_planned: 'closed-not-planned',
  duplicate: 'closed-duplicate',
  reopened: 'closed-completed',
} as const satisfies Record<NonNullable<Issue['stateReason']>, TextName>

/**
 * The note about a closing or reopening: `GitHub issue owner/name#7 “Orders rejected” was closed as completed by ada (pull
 * request #55).`
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function stateNoteHtml(
  { issue, texts }: NoteContext,
  { news, key }: { news: IssueNews; key: string },
): string {
  const name = news.kind === 'closed' ? CLOSINGS[news.reason] : 'reopened'
  const { by: login, through: closer } = news.change ?? {}
  const by = login === undefined ? undefined : { html: htmlSentence(texts, 'by', { login }) }
  const through = closer && { html: closerHtml(closer, { issue, texts }) }
  return sentenceNote({ issue, texts }, name, { values: { by, through }, key })
}

function closerHtml(closer: Closer, { issue, texts }: { issue: IssueRef; texts: Texts }): string {
  const name = { html: linkHtml(closer, closerName(closer, issue)) }
  return htmlSentence(texts, `through-${closer.kind}`, { name })
}

/** The pull request as `#55`, with its repository when it is another one, or the start of the commit's id. */
export function closerName(closer: Closer, issue: IssueRef): string {
  if (closer.kind === 'commit') return closer.sha.slice(0, 7)
  return isSameName(closer.repository, issue.repository) ? `#${closer.number}` : issueName(closer)
}
