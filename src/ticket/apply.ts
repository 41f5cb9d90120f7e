import { isSameIssue, issueName, readIssueUrl } from '../issue-ref.ts'
import { canonicalIssue, closeDuplicateIssue, lookAgainForMarker } from '../link/issues-from-ticket.ts'
import { closeDuplicateTicket, duplicateTicketText } from '../link/tickets-from-issue.ts'
import { announcement, notPublicKey, sentinel } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, LINKED_LABEL, quoteNames } from '../names.ts'
import { type Done, requireUserId } from '../reconcile.ts'
import { renderIssue } from '../render/issue.ts'
import { filedNote, linkedNote, movedNote, noteHtml } from '../render/note.ts'
import { notPublicText } from '../render/relay.ts'
import { isPermanentRefusal, ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { aboutStep } from './about-step.ts'
import { relayNote } from './apply-relay.ts'
import type { ObservedTicket } from './observe.ts'
import type { TicketPlan } from './plan.ts'
import type { TicketStep } from './steps.ts'

/** The custom field for the link. */
type LinkField = { id: number; name: string }

/**
 * Carries out the steps in their order. It stops when another run created the issue first. A field that was written is
 * read back together with the tags, right before the tag is added. The tag says that all of it is done.
 */
export async function* applyTicketPlan(
  plan: TicketPlan,
  seen: ObservedTicket,
  world: World,
): AsyncGenerator<Done, void> {
  let issue = plan.issue
  /** The field that a step wrote, until it is read back. */
  let written: LinkField | undefined
  for (const step of plan.steps) {
    for await (const done of applyStep(step, { issue, written, seen, world })) {
      issue = done.issue ?? issue
      yield done
      if (done.lostRace) return
    }
    if (step.do === 'set-field') written = step.field
    if (step.do === 'add-tag') written = undefined
  }
  if (written && issue) await readBack(written, { issue, seen, world })
}

type Context = {
  issue: IssueRef | undefined
  written: LinkField | undefined
  seen: ObservedTicket
  world: World
}

async function* applyStep(
  step: TicketStep,
  { issue: known, written, seen, world }: Context,
): AsyncGenerator<Done, void> {
  if (step.do === 'create-issue') return yield* createIssue(step, seen, world)
  if (!known) throw new Error(`The step ${step.do} came before there was an issue.`)
  const issue = known
  const { github, freescout } = world
  const { ticket, ticketUrl } = seen
  const done = (what: string): Done => ({
    change: step.do,
    about: aboutStep(step),
    line: `${step.do}: ${what} (ticket ${ticket.id}, ${issueName(issue)})`,
  })
  switch (step.do) {
    case 'set-field':
      await freescout.setField(ticket.id, { id: step.field.id, value: issue.url })
      return yield done(`the link is written into "${step.field.name}"`)
    case 'comment': {
      if (step.about === 'link') {
        await github.comment(issue, sentinel(ticketUrl))
        return yield done('the issue names its ticket')
      }
      await github.comment(issue, announcement({ kind: step.about, at: step.at, ticketUrl }))
      return yield done(`the issue says that the ticket was ${step.about}`)
    }
    case 'add-label':
      await github.addLabels(issue, step.labels)
      return yield done(step.labels.join(', '))
    case 'close-issue':
      await github.closeIssue(issue, 'completed')
      return yield done('completed')
    case 'relay-note':
      return yield* relayNote(step, { issue, seen, world })
    case 'add-note': {
      await freescout.addNote(ticket.id, {
        html: noteOf(step, { issue, world }),
        userId: requireUserId(seen),
      })
      return yield done(`the ticket has a note: ${aboutStep(step)}`)
    }
    case 'add-tag': {
      const now = await readBack(written, { issue, seen, world })
      await freescout.addTags(ticket.id, { add: [step.tag, ...(step.also ?? [])], now })
      return yield done(step.tag)
    }
    case 'close-duplicate':
      return yield* closeDuplicateIssue(step.duplicate, { winner: issue, github })
    case 'set-status': {
      const text = duplicateTicketText(freescout.ticketUrl(step.duplicateOf))
      const duplicate = { id: ticket.id, html: noteHtml({ issue, text }), userId: requireUserId(seen) }
      yield* closeDuplicateTicket(duplicate, world)
      return yield {
        line: `set-status: ticket ${ticket.id} is a duplicate, ${issue.url} has ticket ${step.duplicateOf}`,
      }
    }
  }
}

function noteOf(
  step: Extract<TicketStep, { do: 'add-note' }>,
  { issue, world }: { issue: IssueRef; world: World },
): string {
  if (step.note === 'relay-not-public') {
    const text = notPublicText(world.config.relay['to-issue'] || '')
    return noteHtml({ issue, text, key: notPublicKey(step.thread) })
  }
  if (step.note === 'moved') return movedNote({ issue, from: step.from })
  return step.note === 'filed' ? filedNote({ issue }) : linkedNote({ issue })
}

/**
 * Creates the issue, then searches for others before it writes a link to it. Several runs may have created one at the
 * same time. Only the run whose issue is the oldest continues. The other runs close their issues.
 */
async function* createIssue(
  { repository, labels, content }: Extract<TicketStep, { do: 'create-issue' }>,
  { ticket, ticketUrl, mailbox }: ObservedTicket,
  world: World,
): AsyncGenerator<Done, void> {
  const { github, config, freescout, serverUrl } = world
  const { title, body, warnings, error } = renderIssue({
    ticket,
    ticketUrl,
    freescoutUrl: freescout.url,
    mailboxEmail: mailbox?.email ?? '',
    content,
    includeCustomer: config.issue.customer,
    fields: config.issue.fields,
    serverUrl,
  })
  const created = await github.createIssue(repository, { title, body, labels })
  if (error) world.debug(error)
  for (const warning of warnings) yield { warning }
  yield {
    change: 'create-issue',
    issue: created,
    line: `create-issue: ${created.url} for ticket ${ticket.id}`,
  }

  const withMarker = await lookAgainForMarker(created, { id: ticket.id, url: ticketUrl }, world)
  const winner = canonicalIssue(withMarker) ?? created
  if (isSameIssue(winner, created)) return yield* addMissingLabels(created, labels, world)
  yield { line: `Another run made ${winner.url} first: closing ${created.url} as its duplicate.` }
  yield* closeDuplicateIssue(created, { winner, github })
  yield { issue: winner, lostRace: true }
}

/** Adds the labels again that GitHub left out. When GitHub refuses them, the run goes on with a warning. */
async function* addMissingLabels(created: Issue, labels: string[], world: World): AsyncGenerator<Done, void> {
  const missing = labels.filter(label => !hasName(created.labels, label))
  if (!missing.includes(LINKED_LABEL)) return
  try {
    await world.github.addLabels(created, missing)
    yield {
      change: 'add-label',
      about: quoteNames(missing),
      line: `add-label: GitHub had left out ${missing.join(', ')} on ${created.url}`,
    }
  } catch (error) {
    if (!isPermanentRefusal(error)) throw error
    yield {
      warning: `${created.url} lacks the label ${LINKED_LABEL}, by which it would be found again: ${error.message}`,
    }
  }
}

/**
 * Reads the ticket's tags. The same answer shows whether FreeScout stored the link in the field that was `written`: it
 * answers 204 even when it stored nothing.
 *
 * @returns the tags
 * @throws {ServiceError} when the field does not hold the link
 */
async function readBack(
  written: LinkField | undefined,
  { issue, seen, world }: { issue: IssueRef; seen: ObservedTicket; world: World },
): Promise<string[]> {
  const { freescout, serverUrl } = world
  const { id } = seen.ticket
  const { fields, tags } = await freescout.fieldsAndTags(id)
  if (!written) return tags
  const stored = fields.find(({ name }) => name === written.name)?.value ?? ''
  const rules = { serverUrl, allowed: [issue.repository] }
  if (isSameIssue(readIssueUrl(stored, rules), issue)) return tags
  throw new ServiceError({
    service: 'FreeScout',
    call: `read the link ${issue.url} back from ticket id ${id}`,
    happened: `FreeScout accepted the link, but the field "${written.name}" holds something else`,
    todo:
      'Check that the field is of the type single line, and that the ticket was not moved meanwhile; ' +
      'then run the workflow again.',
  })
}
