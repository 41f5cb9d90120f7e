import { issueName } from '../issue-ref.ts'
import {
  closeDuplicateTicket,
  duplicateTicketText,
  findTicketsFromIssue,
} from '../link/tickets-from-issue.ts'
import { sentinel, subjectPrefix } from '../marks.ts'
import type { Issue } from '../model.ts'
import { type Done, requireUserId, startEarly } from '../reconcile.ts'
import { createdTicketNote, noteHtml } from '../render/note.ts'
import { clean } from '../render/plain.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssuePlan, IssueStep } from './plan.ts'

/** Carries out the steps in their order. It stops when another run created the ticket first. */
export async function* applyIssuePlan(
  { steps }: IssuePlan,
  seen: ObservedIssue,
  world: World,
): AsyncGenerator<Done, void> {
  let created: number | undefined
  /** A check that FreeScout stored the tags. Every step except a comment waits for it, because a note implies the tags. */
  let tagCheck: Promise<void> | undefined
  for (const step of steps) {
    if (step.do !== 'comment') await tagCheck
    if (step.do === 'create-ticket') {
      for await (const done of createTicket(step.keys, seen, world)) {
        yield done
        if (done.lostRace) return
        created = done.ticket?.id ?? created
      }
      continue
    }
    const ticketId = step.ticket === 'created' ? created : step.ticket
    if (ticketId === undefined) throw new Error(`The step ${step.do} came before there was a ticket.`)
    const what = await applyStep(step, { ticketId, seen, world })
    yield { change: step.do, line: `${step.do}: ${what} (ticket ${ticketId}, ${issueName(seen.issue)})` }
    if (step.do === 'set-tags') tagCheck = startEarly(checkTags(step.tags, ticketId, world))
  }
  await tagCheck
}

type Context = { ticketId: number; seen: ObservedIssue; world: World }

/** Carries out one step, and gives what the log says about it. */
async function applyStep(
  step: Exclude<IssueStep, { do: 'create-ticket' }>,
  { ticketId, seen, world: { freescout, github } }: Context,
): Promise<string> {
  const { issue } = seen
  switch (step.do) {
    case 'set-tags': {
      const now = step.ticket === 'created' ? [] : (await freescout.fieldsAndTags(ticketId)).tags
      await freescout.setTags(ticketId, [...new Set([...now, ...step.tags])])
      return step.tags.join(', ')
    }
    case 'set-status': {
      await freescout.setStatus(ticketId, { status: step.status, userId: requireUserId(seen) })
      const stored = await freescout.ticket(ticketId)
      if (stored?.ticket.status === 'closed') throw notStored('status', ticketId)
      return step.status
    }
    case 'add-note': {
      const html = noteHtml({ issue, text: step.text, key: step.key })
      await freescout.addNote(ticketId, { html, userId: requireUserId(seen) })
      return `the ticket has a note about ${step.key}`
    }
    case 'comment':
      await github.comment(issue, sentinel(freescout.ticketUrl(ticketId)))
      return 'the issue names its ticket'
  }
}

async function checkTags(wanted: string[], ticketId: number, { freescout }: World): Promise<void> {
  const { tags } = await freescout.fieldsAndTags(ticketId)
  if (wanted.some(tag => !tags.includes(tag.toLowerCase()))) throw notStored('tags', ticketId)
}

/** FreeScout answers 204 even when it stored nothing. Then no note may follow that says something else. */
function notStored(what: 'tags' | 'status', ticketId: number): ServiceError {
  return new ServiceError({
    service: 'FreeScout',
    call: `read the ${what} of ticket ${ticketId} back`,
    happened: `FreeScout accepted the ${what}, but shows something else`,
    todo: 'Run the workflow again.',
  })
}

/**
 * Creates the ticket, then searches for others before it writes a link to it. Several runs may have created one at the
 * same time. Only the run whose ticket has the lowest id continues. The other runs close their tickets.
 */
async function* createTicket(keys: string[], seen: ObservedIssue, world: World): AsyncGenerator<Done, void> {
  const { freescout, config } = world
  const { issue, ticketTarget, html } = seen
  if (!ticketTarget || !config.ticket) throw new Error('Where tickets are created was not observed.')
  const userId = requireUserId(seen)
  const note = createdTicketNote({ issue, html, keys })
  const { id, number } = await freescout.createTicket({
    mailboxId: ticketTarget.mailboxId,
    subject: subjectOf(issue),
    customerEmail: config.ticket.customer,
    html: note.html,
    userId,
    field: { id: ticketTarget.fieldId, value: issue.url },
    silent: !config.ticket.notify,
  })
  const url = freescout.ticketUrl(id)
  if (note.error) world.debug(note.error)
  for (const warning of note.warnings) yield { warning }
  yield {
    change: 'create-ticket',
    ticket: { id, number, url },
    line: `create-ticket: ${url} for ${issue.url}`,
  }

  const winner = Math.min(id, ...(await findTicketsFromIssue(issue, world)))
  if (winner === id) return
  yield { line: `Another run made ticket ${winner} first: closing ticket ${id}.` }
  const reason = noteHtml({ issue, text: duplicateTicketText(freescout.ticketUrl(winner)) })
  yield* closeDuplicateTicket({ id, html: reason, userId }, world)
  yield { ticket: { id: winner, url: freescout.ticketUrl(winner) }, lostRace: true }
}

/** `[owner/name#77] title`. The ticket is found by this prefix. */
function subjectOf(issue: Issue): string {
  return `${subjectPrefix(issue)} ${clean(issue.title).replace(/\s+/g, ' ').trim()}`
}
