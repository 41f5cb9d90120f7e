import { issueName } from '../issue-ref.ts'
import type { Closer, Issue, IssueRef, StateChange } from '../model.ts'
import { isSameName, PREFIX } from '../names.ts'
import { escaped, link, safeKeys } from './note.ts'

/** That an issue was closed or reopened. `change` says who did it, if that is known. */
export type IssueNews =
  | { kind: 'closed'; reason: NonNullable<Issue['stateReason']>; change?: StateChange | undefined }
  | { kind: 'reopened'; change?: StateChange | undefined }

const REASON_WORDS: Record<NonNullable<Issue['stateReason']>, string> = {
  completed: ' as completed',
  not_planned: ' as not planned',
  duplicate: ' as a duplicate',
  reopened: '',
}

/**
 * The note about a closing or reopening, as HTML: `GitHub issue owner/name#7 was closed as completed by ada (pull request
 * #55): url`. The receiver recognises the note by the URL, and `readNote` takes the first one.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function stateNoteHtml({
  issue,
  news,
  key,
}: {
  issue: IssueRef
  news: IssueNews
  key: string
}): string {
  const words = sentenceEnd(news, issue, (text, target) => (target ? link(target, text) : escaped(text)))
  return `<p>${PREFIX} GitHub issue ${link(issue, issueName(issue))} was ${words}: ${link(issue, issue.url)}</p>${safeKeys([key])}`
}

/** The same news as plain text after "the issue was": `closed as completed by ada (pull request #55)`. */
export function newsWords(news: IssueNews, issue: IssueRef): string {
  return sentenceEnd(news, issue, text => text)
}

/** `show` gives a text as it is shown; `target` is the page that it may link to. */
function sentenceEnd(
  news: IssueNews,
  issue: IssueRef,
  show: (text: string, target?: { url: string }) => string,
): string {
  const what = news.kind === 'closed' ? `closed${REASON_WORDS[news.reason]}` : 'reopened'
  const by = news.change?.by
  const through = news.change?.through
  return `${what}${by ? ` by ${show(by)}` : ''}${through ? ` (${show(closerName(through, issue), through)})` : ''}`
}

function closerName(closer: Closer, issue: IssueRef): string {
  if (closer.kind === 'commit') return `commit ${closer.sha.slice(0, 7)}`
  const isHere = isSameName(closer.repository, issue.repository)
  return `pull request ${isHere ? `#${closer.number}` : issueName(closer)}`
}
