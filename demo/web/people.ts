import { toHtml } from 'hast-util-to-html'
import type { FreeScoutEmulator } from '../../test/support/freescout-emulator/index.ts'
import { type Installation, REPOSITORY } from '../installation.ts'
import type { ActionContext } from './actions.ts'
import type { Action } from './protocol.ts'
import { ISSUES, TICKETS } from './suggestions.ts'

type On<Key extends string> = Extract<Action, Record<Key, unknown>>
/** What people do in FreeScout. */
export type TicketAction = On<'subject'> | On<'ticket'>
/** What people do on GitHub. */
export type IssueAction = On<'title'> | On<'issue'>

/** So many tickets, or issues, are enough for a demo. */
const MOST = 20
/** The mailboxes between which a ticket can be moved: both may have issues. */
const MAILBOXES = { Ops: 'ops@raxx.app', Support: 'support@raxx.app' }

/** Does something in FreeScout, as a customer or an agent. @throws Error when there is no such ticket, or too many */
export function onTicket(action: TicketAction, { installation, say }: ActionContext): void {
  const { freescout } = installation
  const you = (text: string) => say({ tone: 'you', who: 'You', text })
  if (action.do === 'new-ticket') {
    const { size } = freescout.tickets
    if (size >= MOST) throw new Error(`${MOST} tickets are enough for a demo. Press “Start over”.`)
    you(`A customer writes: “${action.subject}”`)
    const { html = '' } = TICKETS[size % TICKETS.length] ?? {}
    freescout.addTicket({ subject: action.subject, html })
    return
  }
  const { id, number, tags, status, mailboxId } = freescout.ticket(action.ticket)
  switch (action.do) {
    case 'tag':
      if (tags.includes('bug')) return
      you(`Tag ticket #${number} as “bug”${whatTagsDo(freescout)}`)
      freescout.setTags(id, [...tags, 'bug'])
      return
    case 'untag':
      if (!tags.includes('bug')) return
      you(`Take the tag “bug” off ticket #${number}. FreeScout sends no webhook for that`)
      freescout.setTags(
        id,
        tags.filter(tag => tag !== 'bug'),
      )
      return
    case 'close-ticket':
      if (status === 'closed') return
      you(`Close ticket #${number}`)
      freescout.closeTicket(id)
      return
    case 'reply':
      you(`The customer replies to ticket #${number}${status === 'closed' ? ', which reopens it' : ''}`)
      freescout.customerReply(id, '<p>I still have this problem.</p>')
      return
    case 'move': {
      const target = mailboxId === 1 ? 'Support' : 'Ops'
      you(`Move ticket #${number} to the mailbox ${target}, which has fields of its own`)
      freescout.move(id, MAILBOXES[target])
      return
    }
    case 'note':
      you(`An agent adds a note to ticket #${number}: “${action.text}”`)
      freescout.agentNote(id, htmlOf(action.text))
      return
    case 'answer':
      you(`An agent replies to the customer and closes ticket #${number}: “${action.text}”`)
      freescout.closeByReply(id, htmlOf(action.text))
      return
  }
}

function whatTagsDo({ workflows }: Pick<FreeScoutEmulator, 'workflows'>): string {
  return workflows.isActive ? '' : '. Without Workflows, FreeScout sends no webhook for that'
}

/** Does something on GitHub, as a developer. @throws Error when there is no such issue, or too many */
export function onIssue(action: IssueAction, { installation: { github }, say }: ActionContext): void {
  const you = (text: string) => say({ tone: 'you', who: 'You', text })
  if (action.do === 'new-issue') {
    const count = github.issues(REPOSITORY).length
    if (count >= 2 * MOST) throw new Error(`${2 * MOST} issues are enough for a demo. Press “Start over”.`)
    const { body = '' } = ISSUES[count % ISSUES.length] ?? {}
    you(`A developer writes: “${action.title}”`)
    github.addIssue(REPOSITORY, { title: action.title, body })
    return
  }
  const { number, state } = github.issue(REPOSITORY, action.issue)
  switch (action.do) {
    case 'label':
      toggleLabel(action, { github, you })
      return
    case 'comment':
      you(`A developer comments on issue #${number}: “${action.text}”`)
      github.comment(REPOSITORY, number, action.text)
      return
    case 'close-issue':
      if (state === 'closed') return
      you(`Close issue #${number}`)
      github.closeIssue(REPOSITORY, number, 'completed')
      return
    case 'reopen-issue':
      if (state === 'open') return
      you(`Reopen issue #${number}`)
      github.reopenIssue(REPOSITORY, number)
      return
  }
}

function toggleLabel(
  { issue, label }: On<'label'>,
  { github, you }: { github: Installation['github']; you: (text: string) => void },
): void {
  const isOn = github.issue(REPOSITORY, issue).labels.includes(label)
  you(isOn ? `Take the label “${label}” off issue #${issue}` : `Label issue #${issue} “${label}”`)
  if (isOn) github.unlabel(REPOSITORY, issue, label)
  else github.label(REPOSITORY, issue, label)
}

/** What FreeScout's editor makes of a text. */
function htmlOf(text: string): string {
  return toHtml({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] })
}
