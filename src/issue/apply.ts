import { ServiceError } from '../http/errors.ts'
import { ahead } from '../http/head-start.ts'
import {
  closeDuplicateTicket,
  duplicateTicketText,
  findTicketsFromIssue,
} from '../link/tickets-from-issue.ts'
import { sentinel, subjectPrefix } from '../marks.ts'
import type { Issue } from '../model.ts'
import { type Progress, signer } from '../reconcile.ts'
import { createdTicketNote, noteHtml } from '../render/note.ts'
import { clean } from '../render/plain.ts'
import type { World } from '../world.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssueStep } from './plan.ts'

type About = { seen: ObservedIssue; world: World; progress: Progress }

/** Carries out steps in their order, one call each, and stops where another run has won. */
export async function applyIssuePlan(steps: IssueStep[], about: About): Promise<void> {
  const { seen, world, progress } = about
  let made: number | undefined
  /** Tags that are being read back: the issue is told meanwhile, but a note waits, for it says that they are there. */
  let tagging: Promise<void> | undefined
  for (const step of steps) {
    if (step.do !== 'comment') await tagging
    if (step.do === 'create-ticket') {
      made = await createTicket(step.keys, about)
      if (progress.lostRace) return
      continue
    }
    const ticketId = step.ticket === 'made' ? made : step.ticket
    if (ticketId === undefined) throw new Error(`The step ${step.do} came before there was a ticket.`)
    await applyStep(step, { ticketId, about })
    if (step.do === 'set-tags') tagging = ahead(checkTags(step.tags, { ticketId, world }))
    progress.changes.push(step.do)
    const { repository, number } = seen.issue
    world.log(`${step.do}: ${describe(step)} (ticket ${ticketId}, ${repository}#${number})`)
  }
  await tagging
}

async function applyStep(
  step: Exclude<IssueStep, { do: 'create-ticket' }>,
  { ticketId, about }: { ticketId: number; about: About },
): Promise<void> {
  const { seen, world } = about
  const { freescout, github } = world
  switch (step.do) {
    case 'set-tags': {
      const now = step.ticket === 'made' ? [] : (await freescout.fieldsAndTags(ticketId)).tags
      return freescout.setTags(ticketId, [...new Set([...now, ...step.tags])])
    }
    case 'set-status': {
      await freescout.setStatus(ticketId, { status: step.status, userId: signer(seen) })
      const stored = await freescout.ticket(ticketId)
      if (stored?.ticket.status === 'closed') throw notStored('status', ticketId)
      return
    }
    case 'add-note': {
      const html = noteHtml({ issue: seen.issue, text: step.text, key: step.key })
      return freescout.addNote(ticketId, { html, userId: signer(seen) })
    }
    case 'comment':
      return github.comment(seen.issue, sentinel(freescout.ticketUrl(ticketId)))
  }
}

async function checkTags(
  wanted: string[],
  { ticketId, world }: { ticketId: number; world: World },
): Promise<void> {
  const { tags } = await world.freescout.fieldsAndTags(ticketId)
  if (wanted.some(tag => !tags.includes(tag.toLowerCase()))) throw notStored('tags', ticketId)
}

/** FreeScout answers 204 even when it stored nothing; what the note that comes next says must be true. */
function notStored(what: string, ticketId: number): ServiceError {
  return new ServiceError(
    `FreeScout accepted the ${what} of ticket ${ticketId}, but shows something else when read back. Run the workflow again.`,
    { service: 'FreeScout' },
  )
}

/**
 * Makes the ticket, then looks again before anything points at it: of several runs at once only the one whose
 * ticket has the lowest id goes on, the others close theirs. Gives the id.
 */
async function createTicket(keys: string[], { seen, world, progress }: About): Promise<number> {
  const { freescout, config, log } = world
  const { issue, ticketTarget, html } = seen
  if (!ticketTarget || !config.ticket) throw new Error('Where tickets are made was not observed.')
  const userId = signer(seen)
  const note = createdTicketNote({ issue, html, keys })
  progress.warnings.push(...note.warnings)
  const { id, number } = await freescout.createTicket({
    mailboxId: ticketTarget.mailboxId,
    subject: subjectOf(issue),
    customerEmail: config.ticket.customer,
    html: note.html,
    userId,
    field: { id: ticketTarget.fieldId, value: issue.url },
    silent: !config.ticket.notify,
  })
  progress.ticket = { id, number, url: freescout.ticketUrl(id) }
  progress.changes.push('create-ticket')
  log(`create-ticket: ${freescout.ticketUrl(id)} for ${issue.url}`)

  const winner = Math.min(id, ...(await findTicketsFromIssue(issue, world)))
  if (winner === id) return id
  log(`Another run made ticket ${winner} first: closing ticket ${id}.`)
  const surplusNote = noteHtml({ issue, text: duplicateTicketText(freescout.ticketUrl(winner)) })
  await closeDuplicateTicket({ id, html: surplusNote, userId }, { world, changes: progress.changes })
  progress.ticket = { id: winner, url: freescout.ticketUrl(winner) }
  progress.lostRace = true
  return winner
}

/** `[owner/repo#77] title`: the prefix is what the ticket is found by. */
function subjectOf(issue: Issue): string {
  return `${subjectPrefix(issue)} ${clean(issue.title).replace(/\s+/g, ' ').trim()}`
}

function describe(step: Exclude<IssueStep, { do: 'create-ticket' }>): string {
  switch (step.do) {
    case 'set-tags':
      return step.tags.join(', ')
    case 'set-status':
      return step.status
    case 'add-note':
      return `told the ticket: ${step.key}`
    case 'comment':
      return 'told the issue its ticket'
  }
}
