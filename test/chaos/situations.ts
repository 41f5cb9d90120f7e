import { CLOSING, CONFIG, FIELD, HOME, issueUrl, ticketUrl } from './faulty-bridge.ts'
import { filed, linked, linkedByHand, MINUTE, type Situation, tagged } from './situation.ts'
import { BRAKE, CHANGED_ISSUES, TWO_REPOSITORIES } from './situations-of-sweeps.ts'
import { MERGED_AWAY, SPAM } from './situations-of-unreachable-tickets.ts'

const CLOSING_TICKETS = `${CONFIG}ticket: { mailbox: ops@raxx.app, customer: github@raxx.app, on-issue-closed: note-and-close }\n`
const TYPED = `${CONFIG}issue: { types: { bug: Unknown } }\n`
const REOPENING = `${CONFIG}ticket: { mailbox: ops@raxx.app, customer: github@raxx.app, on-issue-closed: note-and-reopen }\n`

const fromTickets: Omit<Situation, 'direction'>[] = [
  { name: 'a tagged ticket', arrange: bridge => [{ ticket: tagged(bridge) }] },
  {
    name: 'a tagged ticket, and GitHub leaves the labels out',
    arrange: bridge => {
      bridge.github.dropLabels = true
      return [{ ticket: tagged(bridge) }]
    },
  },
  {
    name: 'a tagged ticket, and GitHub refuses the type of its issue',
    config: TYPED,
    arrange: bridge => [{ ticket: tagged(bridge) }],
  },
  {
    name: 'a tagged ticket that is closed already',
    arrange: bridge => {
      const ticket = tagged(bridge)
      bridge.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a link made by hand',
    arrange: bridge => {
      return [{ ticket: linkedByHand(bridge, issueUrl(filed(bridge))) }]
    },
  },
  {
    name: 'a linked ticket is moved',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.freescout.move(ticket, 'support@raxx.app')
      return [{ ticket }]
    },
  },
  {
    name: 'a linked ticket is closed',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a linked ticket is closed, and its issue with it',
    config: CLOSING,
    arrange: async bridge => {
      const { ticket } = await linked(bridge, CLOSING)
      bridge.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a note is relayed to the issue',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.freescout.agentNote(ticket, '<p>/github It also happens in Safari.</p>')
      return [{ ticket }]
    },
  },
  {
    name: 'a note is not relayed to a public repository',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.github.setVisibility(HOME, 'public')
      bridge.freescout.agentNote(ticket, '<p>/github It also happens in Safari.</p>')
      return [{ ticket }]
    },
  },
  {
    name: 'a closed ticket is reopened',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.freescout.closeTicket(ticket)
      await bridge.run([{ ticket }])
      bridge.freescout.reopenTicket(ticket)
      return [{ ticket }]
    },
  },
]

const fromIssues: Omit<Situation, 'direction'>[] = [
  {
    name: 'an issue labelled customer-reported',
    arrange: bridge => [{ issue: filed(bridge, ['customer-reported']) }],
  },
  {
    name: 'an issue labelled customer-reported and regression',
    arrange: bridge => [{ issue: filed(bridge, ['customer-reported', 'regression']) }],
  },
  {
    name: 'a linked issue is a regression',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      bridge.github.label(HOME, issue, 'regression')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue needs-customer-confirm',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      bridge.github.label(HOME, issue, 'needs-customer-confirm')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue is closed',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      bridge.github.closeIssue(HOME, issue, 'not_planned')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue is closed, and its closed ticket reopened',
    config: REOPENING,
    arrange: async bridge => {
      const { ticket, issue } = await linked(bridge, REOPENING)
      bridge.freescout.closeTicket(ticket)
      await bridge.run([{ ticket }], REOPENING)
      bridge.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue is closed, and its open ticket with it',
    config: CLOSING_TICKETS,
    arrange: async bridge => {
      const { issue } = await linked(bridge, CLOSING_TICKETS)
      bridge.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
  {
    name: 'a comment is relayed to two tickets',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      const { id } = bridge.freescout.addTicket({ subject: 'Me too', fields: { [FIELD]: issueUrl(issue) } })
      bridge.pass(5 * MINUTE)
      await bridge.run([{ ticket: id }])
      bridge.github.comment(HOME, issue, '/support The fix is out.')
      return [{ issue }]
    },
  },
  {
    name: 'a comment is to be relayed, and the issue has no ticket',
    arrange: bridge => {
      const issue = filed(bridge)
      bridge.github.comment(HOME, issue, '/support The fix is out.')
      return [{ issue }]
    },
  },
  {
    name: 'a closed issue is reopened',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      bridge.github.closeIssue(HOME, issue, 'completed')
      await bridge.run([{ issue }])
      bridge.github.reopenIssue(HOME, issue)
      return [{ issue }]
    },
  },
  {
    name: 'an issue of two tickets is closed',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      await bridge.run([{ ticket: linkedByHand(bridge, issueUrl(issue)) }])
      bridge.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
]

const found: Omit<Situation, 'direction'>[] = [
  {
    name: 'a sweep finds a tagged ticket, a labelled issue and a closing',
    arrange: async bridge => {
      const { ticket } = await linked(bridge)
      bridge.freescout.closeTicket(ticket)
      tagged(bridge, ['feature_request'])
      filed(bridge, ['regression'])
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds a comment and a note to be relayed',
    arrange: async bridge => {
      const { issue } = await linked(bridge)
      const { ticket } = await linked(bridge)
      bridge.github.comment(HOME, issue, '/support The fix is out.')
      bridge.freescout.agentNote(ticket, '<p>/github It also happens in Safari.</p>')
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds two issues of one ticket',
    arrange: bridge => {
      const ticket = tagged(bridge)
      const marker = `<!-- freescout-autolink ticket=${ticket} url=${ticketUrl(bridge, ticket)} -->`
      for (const title of ['First', 'Second']) {
        bridge.github.addIssue(HOME, {
          title,
          body: `It is broken.\n\n${marker}`,
          labels: ['freescout-linked'],
          author: 'github-actions[bot]',
          association: 'NONE',
        })
      }
      bridge.freescout.setField(ticket, FIELD, issueUrl(2))
      bridge.freescout.agentNote(ticket, `<p>[freescout-autolink] GitHub issue #2 filed: ${issueUrl(2)}</p>`)
      bridge.freescout.setTags(ticket, ['bug', 'auto-linked'])
      return ['sweep']
    },
  },
]

/** Every situation in which the action writes something. */
export const SITUATIONS: Situation[] = [
  ...fromTickets.map(situation => ({ ...situation, direction: 'ticket → issue' as const })),
  ...fromIssues.map(situation => ({ ...situation, direction: 'issue → ticket' as const })),
  ...found.map(situation => ({ ...situation, direction: 'sweep' as const })),
  ...SPAM,
  ...MERGED_AWAY,
  ...BRAKE,
  ...CHANGED_ISSUES,
  ...TWO_REPOSITORIES,
]
