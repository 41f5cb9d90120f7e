import type { Delivery } from '../../../receiver/delivery.ts'
import { createDispatcher } from '../../../receiver/dispatcher.ts'
import { reasonToIgnore } from '../../../receiver/filter.ts'
import { GitHubTrouble } from '../../../receiver/github-api.ts'
import { createDispatchLimits } from '../../../receiver/limits.ts'
import type { Settings } from '../../../receiver/settings.ts'
import { PREFIX } from '../../../src/names.ts'
import { settings } from '../../support/receiver.ts'
import type { TokenLimits } from './github-limits.ts'
import { issueOf, type SimulatedTicket } from './tickets.ts'

type Webhook = { event: string; delivery: Delivery }

/** The part of the receiver that decides: its own filter, limits and dispatcher, without HTTP and signatures. */
export type SimulatedReceiver = {
  /** Takes a delivery, and gives the status of its answer. */
  take: (webhook: Webhook) => Promise<number>
  counts: { forwarded: number; ignored: number; refused: number }
}

/** `dispatch` is called when GitHub has accepted the dispatch for a ticket. */
export function createSimulatedReceiver({
  changes = {},
  limits,
  now,
  dispatch,
}: {
  changes?: Partial<Settings>
  limits: TokenLimits
  now: () => number
  dispatch: (ticketId: number) => void
}): SimulatedReceiver {
  const given = settings(changes)
  const dispatchLimits = createDispatchLimits({ perMinute: given.dispatchesPerMinute, now })
  const counts = { forwarded: 0, ignored: 0, refused: 0 }
  const dispatcher = createDispatcher({
    settings: given,
    now,
    send: async () => {
      const refusal = limits.take({ resource: 'core', writes: true, creates: false }, now())
      return refusal ?? { status: 204, headers: new Headers(), text: '' }
    },
  })

  /** In the order of `forward` in receiver/app.ts. */
  async function forward({ event, delivery }: Webhook) {
    try {
      dispatcher.assertReady()
      // A body and its repeat have one signature.
      if (dispatchLimits.take(`${event} ${JSON.stringify(delivery)}`) > 0) return 503
      const { id, number, mailboxId } = delivery
      const about = { event, conversation_id: id, number, mailbox_id: mailboxId }
      await dispatcher.dispatch({ ...about, source: 'simulated', received_at: '' })
      dispatch(id)
      return 202
    } catch (error) {
      if (error instanceof GitHubTrouble) return error.status
      throw error
    }
  }

  return {
    counts,
    async take(taken) {
      if (reasonToIgnore({ event: taken.event, delivery: taken.delivery, settings: given })) {
        counts.ignored++
        return 200
      }
      const status = await forward(taken)
      if (status === 202) counts.forwarded++
      else counts.refused++
      return status
    },
  }
}

/** The delivery about a ticket, as FreeScout would send it now. `source` counts from 0, mailboxes from 1. */
export function deliveryOf(ticket: SimulatedTicket): Delivery {
  const { id, status, closedAt, plan, hasField, hasOwnNoteLast } = ticket
  const url = hasField ? `https://github.com/simulated/bridge/issues/${issueOf(ticket)?.number}` : ''
  const ownNote = { type: 'note', body: `${PREFIX} ${url}`, action: '' }
  const message = { type: 'customer', body: 'It is broken.', action: '' }
  return {
    id,
    number: id,
    mailboxId: plan.source + 1,
    fields: [{ name: 'github_issue_url', value: url }],
    status,
    closedAt: closedAt === undefined ? null : new Date(closedAt).toISOString(),
    threads: hasOwnNoteLast ? [ownNote, message] : url ? [message, ownNote] : [message],
  }
}
