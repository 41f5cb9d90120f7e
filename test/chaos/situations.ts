import { CONFIG, FIELD, HOME, issueUrl, type Stage, type Subject, TICKETS, ticketUrl } from './stage.ts'

/** Something that has come about on both sides, and the runs that are to deal with it. */
export type Situation = {
  name: string
  direction: 'ticket → issue' | 'issue → ticket' | 'sweep'
  config?: string
  arrange: (stage: Stage) => Promise<Subject[]> | Subject[]
}

const MINUTE = 60_000

/** A tagged ticket that came in some minutes ago; gives its id. */
export function tagged(stage: Stage, tags = ['bug']): number {
  const { id } = stage.freescout.addTicket({ subject: 'Orders are rejected', tags })
  stage.pass(5 * MINUTE)
  return id
}

/** A ticket and its issue, linked and complete. */
async function linked(stage: Stage, config?: string): Promise<{ ticket: number; issue: number }> {
  const ticket = tagged(stage)
  const [end] = await stage.run([{ ticket }], config)
  stage.pass(MINUTE)
  return { ticket, issue: Number(end?.outputs['issue-number']) }
}

/** An issue that somebody filed on GitHub. */
function filed(stage: Stage, labels: string[] = []): number {
  const { number } = stage.github.addIssue(HOME, { title: 'Orders time out', body: 'Since Monday.' })
  for (const label of labels) stage.github.label(HOME, number, label)
  stage.pass(MINUTE)
  return number
}

const CLOSING = `${CONFIG}${TICKETS}issue: { on-ticket-closed: close }\n`
const REOPENING = `${CONFIG}ticket: { mailbox: ops@raxx.app, customer: github@raxx.app, on-issue-closed: note-and-reopen }\n`

const fromTickets: Omit<Situation, 'direction'>[] = [
  { name: 'a tagged ticket', arrange: stage => [{ ticket: tagged(stage) }] },
  {
    name: 'a tagged ticket, and GitHub leaves the labels out',
    arrange: stage => {
      stage.github.dropLabels = true
      return [{ ticket: tagged(stage) }]
    },
  },
  {
    name: 'a tagged ticket that is closed already',
    arrange: stage => {
      const ticket = tagged(stage)
      stage.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a link made by hand',
    arrange: stage => {
      const { id } = stage.freescout.addTicket({
        subject: 'The same here',
        fields: { [FIELD]: issueUrl(filed(stage)) },
      })
      stage.pass(5 * MINUTE)
      return [{ ticket: id }]
    },
  },
  {
    name: 'a linked ticket is moved',
    arrange: async stage => {
      const { ticket } = await linked(stage)
      stage.freescout.move(ticket, 'support@raxx.app')
      return [{ ticket }]
    },
  },
  {
    name: 'a linked ticket is closed',
    arrange: async stage => {
      const { ticket } = await linked(stage)
      stage.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a linked ticket is closed, and its issue with it',
    config: CLOSING,
    arrange: async stage => {
      const { ticket } = await linked(stage, CLOSING)
      stage.freescout.closeTicket(ticket)
      return [{ ticket }]
    },
  },
  {
    name: 'a closed ticket is reopened',
    arrange: async stage => {
      const { ticket } = await linked(stage)
      stage.freescout.closeTicket(ticket)
      await stage.run([{ ticket }])
      stage.freescout.reopenTicket(ticket)
      return [{ ticket }]
    },
  },
]

const fromIssues: Omit<Situation, 'direction'>[] = [
  {
    name: 'an issue labelled customer-reported',
    arrange: stage => [{ issue: filed(stage, ['customer-reported']) }],
  },
  {
    name: 'an issue labelled customer-reported and regression',
    arrange: stage => [{ issue: filed(stage, ['customer-reported', 'regression']) }],
  },
  {
    name: 'a linked issue is a regression',
    arrange: async stage => {
      const { issue } = await linked(stage)
      stage.github.label(HOME, issue, 'regression')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue needs-customer-confirm',
    arrange: async stage => {
      const { issue } = await linked(stage)
      stage.github.label(HOME, issue, 'needs-customer-confirm')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue is closed',
    arrange: async stage => {
      const { issue } = await linked(stage)
      stage.github.closeIssue(HOME, issue, 'not_planned')
      return [{ issue }]
    },
  },
  {
    name: 'a linked issue is closed, and its closed ticket reopened',
    config: REOPENING,
    arrange: async stage => {
      const { ticket, issue } = await linked(stage, REOPENING)
      stage.freescout.closeTicket(ticket)
      await stage.run([{ ticket }], REOPENING)
      stage.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
  {
    name: 'a closed issue is reopened',
    arrange: async stage => {
      const { issue } = await linked(stage)
      stage.github.closeIssue(HOME, issue, 'completed')
      await stage.run([{ issue }])
      stage.github.reopenIssue(HOME, issue)
      return [{ issue }]
    },
  },
  {
    name: 'an issue of two tickets is closed',
    arrange: async stage => {
      const { issue } = await linked(stage)
      const { id } = stage.freescout.addTicket({ subject: 'Me too', fields: { [FIELD]: issueUrl(issue) } })
      stage.pass(5 * MINUTE)
      await stage.run([{ ticket: id }])
      stage.github.closeIssue(HOME, issue, 'completed')
      return [{ issue }]
    },
  },
]

const found: Omit<Situation, 'direction'>[] = [
  {
    name: 'a sweep finds a tagged ticket, a labelled issue and a closing',
    arrange: async stage => {
      const { ticket } = await linked(stage)
      stage.freescout.closeTicket(ticket)
      tagged(stage, ['feature_request'])
      filed(stage, ['regression'])
      return ['sweep']
    },
  },
  {
    name: 'a sweep finds two issues of one ticket',
    arrange: stage => {
      const ticket = tagged(stage)
      const marker = `<!-- freescout-autolink ticket=${ticket} url=${ticketUrl(stage, ticket)} -->`
      for (const title of ['First', 'Second']) {
        stage.github.addIssue(HOME, {
          title,
          body: `It is broken.\n\n${marker}`,
          labels: ['freescout-linked'],
          author: 'github-actions[bot]',
          association: 'NONE',
        })
      }
      stage.freescout.setField(ticket, FIELD, issueUrl(2))
      stage.freescout.agentNote(ticket, `<p>[freescout-autolink] GitHub issue #2 filed: ${issueUrl(2)}</p>`)
      stage.freescout.setTags(ticket, ['bug', 'auto-linked'])
      return ['sweep']
    },
  },
]

/** Every situation in which the action writes something. */
export const SITUATIONS: Situation[] = [
  ...fromTickets.map(situation => ({ ...situation, direction: 'ticket → issue' as const })),
  ...fromIssues.map(situation => ({ ...situation, direction: 'issue → ticket' as const })),
  ...found.map(situation => ({ ...situation, direction: 'sweep' as const })),
]
