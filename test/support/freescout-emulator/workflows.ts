import type { FreeScoutState } from './state.ts'
import { appendThread, fireTicket } from './threads.ts'

/** How long after a tag was attached a workflow's webhook goes out (recorded). */
export const WORKFLOW_MS = 400

/** The Workflows module, as far as it fires webhooks for tags. */
export type Workflows = {
  /** Whether the module is active. Without it, nothing happens for a tag, also not later. */
  isActive: boolean
  /**
   * Adds an automatic workflow *tag is equal to `tag`* → *Trigger Webhook* `event`, in one mailbox (its address)
   * or, as if made once in each, in all of them. It runs once per ticket.
   */
  onTag: (tag: string, event: string, options?: { mailbox?: string; name?: string }) => void
}

type Workflow = { tag: string; event: string; mailbox: string | undefined; name: string; ran: Set<number> }

/** Switches the Workflows module on for a FreeScout. Its system lines are written by the robot user Workflow. */
export function createWorkflows(freescout: FreeScoutState): Workflows {
  const workflows: Workflow[] = []
  const module: Workflows = {
    isActive: true,
    onTag: (tag, event, { mailbox, name = `Tell GitHub when tagged ${tag}` } = {}) => {
      workflows.push({ tag, event, mailbox, name, ran: new Set() })
    },
  }
  freescout.onTagged = (ticket, added) => {
    if (!module.isActive) return
    const mailbox = freescout.mailboxes.get(ticket.mailboxId)?.email
    for (const workflow of workflows) {
      const { tag, event, name, ran } = workflow
      const watches = workflow.mailbox === undefined || workflow.mailbox === mailbox
      if (!watches || !added.includes(tag) || ran.has(ticket.id)) continue
      ran.add(ticket.id)
      appendThread(freescout, ticket, {
        type: 'lineitem',
        body: '',
        by: { type: 'user', id: robot(freescout) },
        source: { type: 'web', via: 'user' },
        customerId: null,
        action: { type: '', text: `Workflow ${name} was triggered for conversation #${ticket.number}` },
      })
      fireTicket(freescout, event, ticket, WORKFLOW_MS)
    }
  }
  return module
}

function robot(freescout: FreeScoutState): number {
  const known = [...freescout.users.values()].find(user => user.robot)
  if (known) return known.id
  const id = Math.max(0, ...freescout.users.keys()) + 1
  freescout.users.set(id, {
    id,
    firstName: 'Workflow',
    lastName: '',
    email: 'fsworkflow@example.org',
    role: 'user',
    robot: true,
    createdAt: freescout.clock.stamp(),
  })
  return id
}
