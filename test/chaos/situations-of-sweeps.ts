import { CONFIG, type FaultyBridge, HOME, issueUrl, OTHER, TICKETS, ticketUrl } from './faulty-bridge.ts'
import { filed, linked, linkedByHand, MINUTE, type Situation, tagged } from './situation.ts'

const MAX_2 = `${CONFIG}${TICKETS}sweep: { max-new: 2 }\n`
/** Tickets may link to issues of both repositories. */
const LINKABLE = `${CONFIG}${TICKETS}issue: { allowed: [${OTHER}] }\n`
/** Tickets about bills become issues of the other repository. */
const ROUTED = `${CONFIG}${TICKETS}criteria: { tags: [bug, billing] }\nissue: { routes: [{ when: { tag: billing }, repository: ${OTHER} }] }\n`

/** A sweep that would create too much creates nothing, however often it runs; everything else goes on. */
export const BRAKE: Situation[] = [
  {
    name: 'a sweep would create more than max-new',
    direction: 'sweep',
    config: MAX_2,
    endsWith: /would create 3 tickets and issues, more than max-new \(2\)/,
    arrange: async bridge => {
      const { ticket } = await linked(bridge, MAX_2)
      bridge.freescout.closeTicket(ticket)
      tagged(bridge)
      tagged(bridge, ['feature_request'])
      filed(bridge, ['regression'])
      return ['sweep']
    },
  },
  {
    name: 'a sweep has much to do, and creates as much as it may',
    direction: 'sweep',
    config: MAX_2,
    arrange: async bridge => {
      const { ticket } = await linked(bridge, MAX_2)
      bridge.freescout.closeTicket(ticket)
      tagged(bridge)
      filed(bridge, ['regression'])
      return ['sweep']
    },
  },
]

/** Issues changed, no event announced it, and only GitHub's answer to a question says what happened to them. */
export const CHANGED_ISSUES: Situation[] = [
  {
    name: 'a sweep finds a label, a reopening and a comment that is gone',
    direction: 'sweep',
    arrange: async bridge => {
      const { github } = bridge
      const labelled = await linked(bridge)
      const reopened = await linked(bridge)
      github.closeIssue(HOME, reopened.issue, 'completed')
      await bridge.run([{ issue: reopened.issue }])
      const unnamed = filed(bridge)
      await bridge.run([{ ticket: linkedByHand(bridge, issueUrl(unnamed)) }])
      bridge.pass(MINUTE)

      github.label(HOME, labelled.issue, 'needs-customer-confirm')
      github.reopenIssue(HOME, reopened.issue)
      for (const { id } of github.comments(HOME, unnamed)) github.deleteComment(HOME, unnamed, id)
      github.editIssue(HOME, unnamed, { title: 'Orders time out again' })
      return ['sweep']
    },
  },
]

/** From now on the token sees the home repository only. */
function hideTheOther({ github }: FaultyBridge): void {
  github.addToken({
    token: 'ghs_test',
    login: 'github-actions[bot]',
    type: 'Bot',
    permissions: { metadata: 'read', contents: 'write', issues: 'write' },
    repositories: [HOME],
  })
}

/** A ticket that is linked to an issue of the other repository; both are complete. Gives the ticket's id. */
async function linkedElsewhere(bridge: FaultyBridge): Promise<number> {
  const ticket = linkedByHand(bridge, issueUrl(filed(bridge, [], OTHER), OTHER))
  await bridge.run([{ ticket }], LINKABLE)
  bridge.pass(MINUTE)
  return ticket
}

/** Links over two repositories. What can't be reached or linked keeps nothing else from being done. */
export const TWO_REPOSITORIES: Situation[] = [
  {
    name: 'a tagged ticket that goes to another repository',
    direction: 'ticket → issue',
    config: ROUTED,
    arrange: bridge => [{ ticket: tagged(bridge, ['bug', 'billing']) }],
  },
  {
    name: 'a link by hand to an issue of another repository',
    direction: 'ticket → issue',
    config: LINKABLE,
    arrange: bridge => [{ ticket: linkedByHand(bridge, issueUrl(filed(bridge, [], OTHER), OTHER)) }],
  },
  {
    name: 'a ticket that is linked to another repository is closed',
    direction: 'ticket → issue',
    config: LINKABLE,
    arrange: async bridge => {
      const ticket = await linkedElsewhere(bridge)
      bridge.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a sweep finds two issues of one ticket in two repositories',
    direction: 'sweep',
    config: ROUTED,
    arrange: bridge => {
      const ticket = tagged(bridge)
      for (const repository of [HOME, OTHER]) {
        bridge.github.addIssue(repository, {
          title: 'Orders are rejected',
          body: `<!-- freescout-autolink ticket=${ticket} url=${ticketUrl(bridge, ticket)} -->`,
          labels: ['freescout-linked'],
          author: 'github-actions[bot]',
          association: 'NONE',
        })
        bridge.pass(MINUTE)
      }
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds closings in two repositories, and can reach one of them',
    direction: 'sweep',
    config: LINKABLE,
    endsWith: /could not list the comments of raxx-app\/billing/,
    arrange: async bridge => {
      const elsewhere = await linkedElsewhere(bridge)
      const { ticket } = await linked(bridge, LINKABLE)
      for (const id of [elsewhere, ticket]) bridge.freescout.closeTicket(id)
      hideTheOther(bridge)
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds a closing, and can’t reach the repository of a route',
    direction: 'sweep',
    config: ROUTED,
    endsWith: /could not list the issues of raxx-app\/billing/,
    arrange: async bridge => {
      const { ticket } = await linked(bridge, ROUTED)
      bridge.freescout.closeTicket(ticket)
      hideTheOther(bridge)
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds links to a repository that may not be linked, and one that may',
    direction: 'sweep',
    arrange: async bridge => {
      linkedByHand(bridge, issueUrl(filed(bridge, [], OTHER), OTHER))
      linkedByHand(bridge, issueUrl(filed(bridge)), 'And here')
      return ['sweep']
    },
  },
]
