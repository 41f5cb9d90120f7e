import { issueName } from '../issue-ref.ts'
import { findTicketsFromIssue } from '../link/find-tickets.ts'
import { closeDuplicateTicket } from '../link/tickets-from-issue.ts'
import { subjectPrefix } from '../marks.ts'
import type { Issue } from '../model.ts'
import { type Done, requireUserId, startEarly } from '../reconcile.ts'
import { ticketLinkComment } from '../render/comment.ts'
import { createdTicketNote, labelNote, movedNote, type NoteContext } from '../render/note.ts'
import { clean } from '../render/plain.ts'
import { stateNoteHtml } from '../render/state-note.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { aboutIssueStep } from './about-step.ts'
import { react, relayComment } from './apply-relay.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssuePlan } from './plan.ts'
import type { IssueStep } from './steps.ts'

/** The ticket that a step created. `tags` were read right after that; `null` when they are not known. */
type CreatedTicket = { id: number; tags: string[] | null }

/** What a step did, and the ticket that it created. */
type StepDone = Done & { created?: CreatedTicket }

/** Carries out the steps in their order. It stops when another run created the ticket first. */
export async function* applyIssuePlan(
  { steps }: IssuePlan,
  seen: ObservedIssue,
  world: World,
): AsyncGenerator<Done, void> {
  let created: CreatedTicket | undefined
  /**
   * A check that FreeScout stored the tags. Every step except a comment waits for it, because a note implies the tags.
   */
  let tagCheck: Promise<void> | undefined
  for (const step of steps) {
    if (step.do !== 'comment') await tagCheck
    for await (const done of applyStep(step, { created, seen, world })) {
      created = done.created ?? created
      yield done
      if (done.lostRace) return
      if (step.do === 'set-tags') tagCheck = startEarly(checkTags(step, created, world))
    }
  }
  await tagCheck
}

/** `created`: the ticket that an earlier step created. */
type Context = { created: CreatedTicket | undefined; seen: ObservedIssue; world: World }

async function* applyStep(
  step: IssueStep,
  { created, seen, world }: Context,
): AsyncGenerator<StepDone, void> {
  if (step.do === 'create-ticket') return yield* createTicket(step.keys, seen, world)
  const { freescout, github, texts } = world
  const { issue } = seen
  if (step.do === 'react') return yield await react(step, seen, world)
  const id = ticketIdOf(step, created)
  const about = aboutIssueStep(step, seen)
  const done = (what: string): Done => ({
    change: step.do,
    about,
    line: `${step.do}: ${what} (ticket ${id}, ${issueName(issue)})`,
  })
  switch (step.do) {
    case 'set-tags': {
      const known = step.ticket === 'created' ? created?.tags : undefined
      const now = known ?? (await freescout.fieldsAndTags(id)).tags
      await freescout.addTags(id, { add: step.tags, now })
      return yield done(about ?? '')
    }
    case 'set-field': {
      await freescout.setField(id, { id: step.field.id, value: issue.url })
      const { fields } = await freescout.fieldsAndTags(id)
      if (fields.find(({ name }) => name === step.field.name)?.value !== issue.url)
        throw notStored('field', id)
      return yield done(`"${step.field.name}" now holds the issue's new address`)
    }
    case 'set-status': {
      await freescout.setStatus(id, { status: step.status, userId: requireUserId(seen) })
      const stored = await freescout.ticket(id)
      if ((stored?.ticket.status === 'closed') !== (step.status === 'closed')) throw notStored('status', id)
      return yield done(step.status)
    }
    case 'add-note': {
      await freescout.addNote(id, { html: noteOf(step, { issue, texts }), userId: requireUserId(seen) })
      return yield done(`the ticket has a note: ${about}`)
    }
    case 'relay-comment':
      return yield* relayComment({ id, step }, seen, world)
    case 'comment':
      await github.comment(issue, ticketLinkComment(freescout.ticketUrl(id), texts))
      return yield done('the issue names its ticket')
  }
}

function ticketIdOf(
  step: Exclude<IssueStep, { do: 'create-ticket' | 'react' }>,
  created: CreatedTicket | undefined,
): number {
  const id = step.ticket === 'created' ? created?.id : step.ticket
  if (id === undefined) throw new Error(`The step ${step.do} came before there was a ticket.`)
  return id
}

function noteOf({ note, key }: Extract<IssueStep, { do: 'add-note' }>, about: NoteContext): string {
  switch (note.kind) {
    case 'state':
      return stateNoteHtml(about, { news: note.news, key })
    case 'label':
      return labelNote(about, note.news, key)
    case 'moved':
      return movedNote(about, note.from)
  }
}

async function checkTags(
  step: Extract<IssueStep, { do: 'set-tags' }>,
  created: CreatedTicket | undefined,
  { freescout }: World,
): Promise<void> {
  const id = ticketIdOf(step, created)
  const { tags } = await freescout.fieldsAndTags(id)
  if (step.tags.some(tag => !tags.includes(tag.toLowerCase()))) throw notStored('tags', id)
}

/** FreeScout answers 204 even when it stored nothing. Then no note may follow that says something else. */
function notStored(what: 'tags' | 'status' | 'field', ticketId: number): ServiceError {
  return new ServiceError({
    service: 'FreeScout',
    call: `read the ${what} of ticket id ${ticketId} back`,
    happened: `FreeScout accepted the ${what}, but shows something else`,
    todo: 'Run the workflow again.',
  })
}

/**
 * Creates the ticket, then searches for others before it writes a link to it. Several runs may have created one at the
 * same time. Only the run whose ticket has the lowest id continues. The other runs close their tickets. The search also
 * shows the tags that somebody, or a Workflow, gave the new ticket.
 */
async function* createTicket(
  keys: string[],
  seen: ObservedIssue,
  world: World,
): AsyncGenerator<StepDone, void> {
  const { freescout, config, texts } = world
  const { issue, ticketTarget, html } = seen
  if (!ticketTarget || !config.ticket) throw new Error('Where tickets are created was not observed.')
  const userId = requireUserId(seen)
  const note = createdTicketNote({ issue, texts }, { html, keys })
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

  const listed = await findTicketsFromIssue(issue, world)
  const winner = Math.min(id, ...listed.map(ticket => ticket.id))
  if (winner === id) {
    const tags = listed.find(ticket => ticket.id === id)?.tags ?? null
    return yield { created: { id, tags } }
  }
  yield { line: `Another run made ticket ${winner} first: closing ticket ${id}.` }
  yield* closeDuplicateTicket({ id, winnerId: winner, issue, userId }, world)
  yield { ticket: { id: winner, url: freescout.ticketUrl(winner) }, lostRace: true }
}

/** `[owner/name#77] title`. The ticket is found by this prefix. */
function subjectOf(issue: Issue): string {
  return `${subjectPrefix(issue)} ${clean(issue.title).replace(/\s+/g, ' ').trim()}`
}
