import { CLOSING, type FaultyBridge, HOME, issueUrl } from './faulty-bridge.ts'
import { filed, linked, linkedByHand, MINUTE, type Situation, tagged } from './situation.ts'

const FIELD_OF = (ticket: number) => `PUT /api/conversations/${ticket}/custom_fields`
const COMMENTS_OF = (issue: number) => `POST /repos/${HOME}/issues/${issue}/comments`

const refused = { answer: { status: 401, body: '{"message":"Not Authorized"}' } }

/** Marks a ticket as spam, as an agent does. */
function markAsSpam({ freescout }: FaultyBridge, ticket: number): void {
  freescout.setStatus(ticket, 'spam')
}

/** A linked issue with two tickets. */
async function issueOfTwo(
  bridge: FaultyBridge,
  config?: string,
): Promise<{ issue: number; first: number; second: number }> {
  const { ticket: first, issue } = await linked(bridge, config)
  const second = linkedByHand(bridge, issueUrl(issue))
  await bridge.run([{ ticket: second }], config)
  bridge.pass(MINUTE)
  return { issue, first, second }
}

/** A linked ticket that was merged into another one, which has no link of its own. Gives the id of the other one. */
async function mergedAway(bridge: FaultyBridge): Promise<{ issue: number; survivor: number }> {
  const { ticket, issue } = await linked(bridge)
  const { id: survivor } = bridge.freescout.addTicket({ subject: 'Orders are rejected again' })
  bridge.freescout.merge(ticket, survivor)
  bridge.pass(5 * MINUTE)
  return { issue, survivor }
}

/** Tickets that are spam, or become it between two steps. Nothing is written to them, and nobody is told of them. */
export const SPAM: Situation[] = [
  {
    // What the run began before the ticket was spam may stay half done; no later run goes on with it.
    name: 'a ticket becomes spam between its issue and the link',
    direction: 'ticket → issue',
    arrange: bridge => [{ ticket: tagged(bridge) }],
    meanwhile: { service: 'freescout', request: FIELD_OF(1), happen: bridge => markAsSpam(bridge, 1) },
    mayLack: /^issue #1|^ticket 1 (links|has)/,
  },
  {
    // Once it is no spam any more, everything is completed, with the issue that the first run created.
    name: 'a ticket is spam for a while between its issue and the link',
    direction: 'ticket → issue',
    arrange: bridge => [{ ticket: tagged(bridge) }],
    meanwhile: { service: 'freescout', request: FIELD_OF(1), happen: bridge => markAsSpam(bridge, 1) },
    afterwards: ({ freescout }) => freescout.setStatus(1, 'active'),
  },
  {
    name: 'the last ticket of an issue that is no spam is closed, and the issue with it',
    direction: 'ticket → issue',
    config: CLOSING,
    arrange: async bridge => {
      const { first, second } = await issueOfTwo(bridge, CLOSING)
      markAsSpam(bridge, second)
      bridge.freescout.closeTicket(first)
      return [{ ticket: first }]
    },
  },
  {
    name: 'an issue of two tickets is closed, and one of them is spam',
    direction: 'issue → ticket',
    arrange: async bridge => {
      const { issue, second } = await issueOfTwo(bridge)
      markAsSpam(bridge, second)
      bridge.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
  {
    name: 'the half-made ticket of an issue becomes spam between its tags and the comment',
    direction: 'issue → ticket',
    arrange: async bridge => {
      const issue = filed(bridge, ['customer-reported'])
      bridge.addFault({ match: ({ path }) => path === '/api/conversations/1/tags', trouble: refused })
      await bridge.run([{ issue }])
      bridge.clearFaults()
      bridge.pass(MINUTE)
      return [{ issue }]
    },
    meanwhile: { service: 'github', request: COMMENTS_OF(1), happen: bridge => markAsSpam(bridge, 1) },
    mayLack: /^issue #1 has the comment|^ticket 1 has the tag/,
  },
  {
    name: 'a sweep finds a closing, and linked tickets that are spam',
    direction: 'sweep',
    arrange: async bridge => {
      const { issue, first, second } = await issueOfTwo(bridge)
      const third = linkedByHand(bridge, issueUrl(issue), 'Spam from the start')
      markAsSpam(bridge, third)
      bridge.freescout.closeTicket(first)
      bridge.freescout.closeTicket(second)
      markAsSpam(bridge, second)
      return ['sweep']
    },
  },
]

/** Tickets that were merged into others. FreeScout keeps them as deleted; the others have their notes, tags and fields. */
export const MERGED_AWAY: Situation[] = [
  {
    name: 'a ticket takes over the link of one that was merged into it',
    direction: 'ticket → issue',
    arrange: async bridge => {
      const { survivor } = await mergedAway(bridge)
      return [{ ticket: survivor }]
    },
  },
  {
    name: 'a linked ticket takes in another linked one',
    direction: 'ticket → issue',
    arrange: async bridge => {
      const { ticket: merged } = await linked(bridge)
      const { ticket: survivor } = await linked(bridge)
      bridge.freescout.merge(merged, survivor)
      return [{ ticket: survivor }]
    },
  },
  {
    // The issue may be there or not. No later run writes to the ticket, or files an issue again.
    name: 'a ticket is merged into a linked one while its issue is created',
    direction: 'ticket → issue',
    arrange: async bridge => {
      await linked(bridge)
      return [{ ticket: tagged(bridge) }]
    },
    meanwhile: {
      service: 'github',
      request: `POST /repos/${HOME}/issues`,
      happen: ({ freescout }) => freescout.merge(2, 1),
    },
    mayLack: /^issue #2|^ticket 2 (links|has)/,
  },
  {
    name: 'a closed ticket is merged into a linked one before its closing is announced',
    direction: 'ticket → issue',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      await linked(bridge)
      bridge.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
    meanwhile: {
      service: 'github',
      request: COMMENTS_OF(1),
      happen: ({ freescout }) => freescout.merge(1, 2),
    },
    mayLack: /^issue #1 has the comment/,
  },
  {
    name: 'an issue is closed whose ticket was merged away, and the other has taken over the link',
    direction: 'issue → ticket',
    arrange: async bridge => {
      const { issue, survivor } = await mergedAway(bridge)
      await bridge.run([{ ticket: survivor }])
      bridge.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
]
