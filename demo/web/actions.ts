import * as v from 'valibot'
import type { Installation } from '../installation.ts'
import type { Said } from './lines.ts'
import type { Network } from './network.ts'
import { type IssueAction, onIssue, onTicket, type TicketAction } from './people.ts'
import { type Action, type Break, ISSUE_ACTIONS, LABELS, OTHER_ACTIONS, TICKET_ACTIONS } from './protocol.ts'

/** What `carryOut` needs. */
export type ActionContext = { installation: Installation; network: Network; say: (said: Said) => void }

const number = v.pipe(v.number(), v.integer(), v.minValue(1))
const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'Write something first.'), v.maxLength(120))
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'Write something first.'), v.maxLength(500))
const ACTION = v.variant('do', [
  v.strictObject({ do: v.literal('new-ticket'), subject: words }),
  v.strictObject({ do: v.picklist(TICKET_ACTIONS), ticket: number }),
  v.strictObject({ do: v.picklist(['note', 'answer']), ticket: number, text }),
  v.strictObject({ do: v.literal('new-issue'), title: words }),
  v.strictObject({ do: v.literal('label'), issue: number, label: v.picklist(LABELS) }),
  v.strictObject({ do: v.picklist(ISSUE_ACTIONS), issue: number }),
  v.strictObject({ do: v.literal('comment'), issue: number, text }),
  v.strictObject({
    do: v.literal('break'),
    how: v.picklist(['freescout-down', 'github-down', 'lost-answer']),
  }),
  v.strictObject({ do: v.picklist(OTHER_ACTIONS) }),
])

/** Reads what a page asks for. @throws Error with what is wrong with it */
export function readAction(asked: unknown): Action {
  const read = v.safeParse(ACTION, asked)
  if (read.success) return read.output
  throw new Error(read.issues[0].message)
}

/** So many runs may wait; the bundle takes a fraction of a second for each. */
const MOST_RUNS = 50
const MINUTE = 60_000

/** Does what a button says. @throws Error when there is no such ticket or issue, or too much of everything */
export async function carryOut(action: Action, context: ActionContext): Promise<void> {
  if (context.installation.left() >= MOST_RUNS)
    throw new Error(`${MOST_RUNS} runs are waiting. Let them finish first.`)
  if ('subject' in action || 'ticket' in action) onTicket(action, context)
  else if ('title' in action || 'issue' in action) onIssue(action, context)
  else inBetween(action, context)
}

const BREAKS: Record<Break, string> = {
  'freescout-down': 'Break the network: FreeScout can’t be reached from now on',
  'github-down': 'Break the network: GitHub answers 502 to everything from now on',
  'lost-answer': 'Break the network: the answer to the next change will get lost',
}

function inBetween(action: Exclude<Action, TicketAction | IssueAction>, context: ActionContext): void {
  const { installation, network } = context
  const you = (text: string) => context.say({ tone: 'you', who: 'You', text })
  switch (action.do) {
    case 'break':
      you(BREAKS[action.how])
      network.breakIt(action.how)
      return
    case 'mend':
      you('Fix the network')
      network.mend()
      return
    case 'sweep':
      you('Run the sweep; by itself it runs every hour')
      start('sweep', context)
      return
    case 'preview':
      you('Run the sweep as a dry run, which writes nothing')
      start('sweep', context, { 'dry-run': 'true' })
      return
    case 'doctor':
      you('Let the doctor check the set-up, and create labels that are missing')
      start('doctor', context, { fix: 'true' })
      return
    case 'workflows': {
      const { workflows } = installation.freescout
      workflows.isActive = !workflows.isActive
      you(
        workflows.isActive
          ? 'Switch the paid module Workflows on: a tag sends a webhook from now on'
          : 'Switch the paid module Workflows off: a tag sends no webhook from now on',
      )
      return
    }
    case 'wait':
      wait(context)
      return
  }
}

function start(
  command: 'sweep' | 'doctor',
  { installation, say }: ActionContext,
  inputs?: Record<string, 'true'>,
): void {
  installation
    .command(command, inputs)
    .catch((error: Error) => say({ tone: 'trouble', who: 'Run', text: error.message }))
}

/** Lets as much time pass as FreeScout waits before it sends a webhook again: at least two minutes. */
function wait({ installation: { freescout, github }, say }: ActionContext): void {
  const { clock, pending } = freescout
  const next = Math.min(...pending.map(({ dueAt }) => dueAt)) - clock.now().getTime()
  const minutes = Number.isFinite(next) ? Math.max(2, Math.ceil(next / MINUTE)) : 2
  const why = pending.some(({ attempt }) => attempt > 1)
    ? 'FreeScout sends what was refused again'
    : 'there is nothing for FreeScout to send again'
  say({ tone: 'you', who: 'You', text: `${minutes} minutes pass: ${why}` })
  for (const each of [clock, github.clock]) each.advance(minutes * MINUTE)
}
