import * as v from 'valibot'
import { type Installation, REPOSITORY } from '../installation.ts'
import type { Said } from './lines.ts'
import type { Network } from './network.ts'
import { type Action, type Break, LABELS } from './protocol.ts'
import { ISSUES, TICKETS } from './snapshot.ts'

/** What `carryOut` needs. */
export type ActionContext = { installation: Installation; network: Network; say: (said: Said) => void }

const number = v.pipe(v.number(), v.integer(), v.minValue(1))
const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'Give it a name.'), v.maxLength(120))
const ACTION = v.variant('do', [
  v.strictObject({ do: v.literal('new-ticket'), subject: words }),
  v.strictObject({ do: v.picklist(['tag', 'close-ticket', 'reply']), ticket: number }),
  v.strictObject({ do: v.literal('new-issue'), title: words }),
  v.strictObject({ do: v.literal('label'), issue: number, label: v.picklist(LABELS) }),
  v.strictObject({ do: v.picklist(['close-issue', 'reopen-issue']), issue: number }),
  v.strictObject({
    do: v.literal('break'),
    how: v.picklist(['freescout-down', 'github-down', 'lost-answer']),
  }),
  v.strictObject({ do: v.picklist(['mend', 'sweep', 'wait']) }),
])

/** Reads what a page asks for. @throws Error with what is wrong with it */
export function readAction(asked: unknown): Action {
  const read = v.safeParse(ACTION, asked)
  if (read.success) return read.output
  throw new Error(read.issues[0].message)
}

/** So many tickets, or issues, are enough for a demo. */
const MOST = 20
/** So many runs may wait; the bundle takes a fraction of a second for each. */
const MOST_RUNS = 25
const MINUTE = 60_000

/** Does what a button says. @throws Error when there is no such ticket or issue, or too much of everything */
export async function carryOut(action: Action, context: ActionContext): Promise<void> {
  if (context.installation.left() >= MOST_RUNS)
    throw new Error(`${MOST_RUNS} runs are waiting. Let them finish first.`)
  switch (action.do) {
    case 'new-ticket':
    case 'tag':
    case 'close-ticket':
    case 'reply':
      return onTicket(action, context)
    case 'new-issue':
    case 'label':
    case 'close-issue':
    case 'reopen-issue':
      return onIssue(action, context)
    default:
      return inBetween(action, context)
  }
}

type On<Key extends string> = Extract<Action, Record<Key, unknown>>

function onTicket(
  action: On<'subject'> | On<'ticket'>,
  { installation: { freescout }, say }: ActionContext,
): void {
  const you = { tone: 'you', who: 'You' } as const
  if (action.do === 'new-ticket') {
    const { size } = freescout.tickets
    if (size >= MOST) throw new Error(`${MOST} tickets are enough for a demo. Start it anew.`)
    say({ ...you, text: `A customer writes: “${action.subject}”` })
    const { html = '' } = TICKETS[size % TICKETS.length] ?? {}
    freescout.addTicket({ subject: action.subject, html })
    return
  }
  const { id, number, tags, status } = freescout.ticket(action.ticket)
  if (action.do === 'tag') {
    if (tags.includes('bug')) return
    say({ ...you, text: `Tag ticket #${number} as “bug”` })
    freescout.setTags(id, [...tags, 'bug'])
  } else if (action.do === 'close-ticket') {
    if (status === 'closed') return
    say({ ...you, text: `Close ticket #${number}` })
    freescout.closeTicket(id)
  } else {
    say({
      ...you,
      text: `The customer replies to ticket #${number}${status === 'closed' ? ', which reopens it' : ''}`,
    })
    freescout.customerReply(id, '<p>I still have this problem.</p>')
  }
}

function onIssue(action: On<'title'> | On<'issue'>, { installation: { github }, say }: ActionContext): void {
  const you = { tone: 'you', who: 'You' } as const
  if (action.do === 'new-issue') {
    const count = github.issues(REPOSITORY).length
    if (count >= 2 * MOST) throw new Error(`${2 * MOST} issues are enough for a demo. Start it anew.`)
    const { body = '' } = ISSUES[count % ISSUES.length] ?? {}
    say({ ...you, text: `A developer writes: “${action.title}”` })
    github.addIssue(REPOSITORY, { title: action.title, body })
    return
  }
  const { number, labels, state } = github.issue(REPOSITORY, action.issue)
  if (action.do === 'label') {
    const { label } = action
    const isOn = labels.includes(label)
    say({ ...you, text: isOn ? `Take “${label}” off issue #${number}` : `Label issue #${number} “${label}”` })
    if (isOn) github.unlabel(REPOSITORY, number, label)
    else github.label(REPOSITORY, number, label)
  } else if (action.do === 'close-issue' && state === 'open') {
    say({ ...you, text: `Close issue #${number}` })
    github.closeIssue(REPOSITORY, number, 'completed')
  } else if (action.do === 'reopen-issue' && state === 'closed') {
    say({ ...you, text: `Reopen issue #${number}` })
    github.reopenIssue(REPOSITORY, number)
  }
}

const BREAKS: Record<Break, string> = {
  'freescout-down': 'Break the network: FreeScout can’t be reached from now on',
  'github-down': 'Break the network: GitHub answers 502 to everything from now on',
  'lost-answer': 'Break the network: the answer to the next change will get lost',
}

function inBetween(
  action: Exclude<Action, On<'subject' | 'ticket' | 'title' | 'issue'>>,
  context: ActionContext,
): void {
  const { installation, network, say } = context
  const you = { tone: 'you', who: 'You' } as const
  if (action.do === 'break') {
    say({ ...you, text: BREAKS[action.how] })
    network.breakIt(action.how)
  } else if (action.do === 'mend') {
    say({ ...you, text: 'Mend the network' })
    network.mend()
  } else if (action.do === 'sweep') {
    say({ ...you, text: 'Run the sweep; by itself it runs every hour' })
    installation.sweep().catch((error: Error) => say({ tone: 'trouble', who: 'Run', text: error.message }))
  } else {
    const { clock, pending } = installation.freescout
    const next = Math.min(...pending.map(({ dueAt }) => dueAt)) - clock.now().getTime()
    const minutes = Number.isFinite(next) ? Math.max(2, Math.ceil(next / MINUTE)) : 2
    say({ ...you, text: `${minutes} minutes pass` })
    for (const each of [clock, installation.github.clock]) each.advance(minutes * MINUTE)
  }
}
