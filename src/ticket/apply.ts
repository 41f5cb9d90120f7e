import { isSameIssue, issueName, readIssueUrl } from '../issue-ref.ts'
import { canonicalIssue, closeDuplicateIssue, lookAgainForMarker } from '../link/issues-from-ticket.ts'
import { closeDuplicateTicket, duplicateTicketText } from '../link/tickets-from-issue.ts'
import { announcement, sentinel } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import { type Done, requireUserId } from '../reconcile.ts'
import { renderIssue } from '../render/issue.ts'
import { filedNote, linkedNote, noteHtml } from '../render/note.ts'
import { isPermanentRefusal, ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import type { ObservedTicket } from './observe.ts'
import type { TicketPlan } from './plan.ts'
import type { TicketStep } from './steps.ts'

/** What a step did, and the ticket's tags when it read them. */
type StepDone = Done & { tags?: string[] }

/** Carries out the steps in their order. It stops when another run created the issue first. */
export async function* applyTicketPlan(
  plan: TicketPlan,
  seen: ObservedTicket,
  world: World,
): AsyncGenerator<Done, void> {
  let issue = plan.issue
  /** The tags as they were read last. Somebody may have tagged the ticket since it was observed. */
  let tags: string[] | undefined
  for (const step of plan.steps) {
    for await (const done of applyStep(step, { issue, tags, seen, world })) {
      issue = done.issue ?? issue
      tags = done.tags ?? tags
      yield done
      if (done.lostRace) return
    }
  }
}

type Context = {
  issue: IssueRef | undefined
  tags: string[] | undefined
  seen: ObservedTicket
  world: World
}

async function* applyStep(
  step: TicketStep,
  { issue: known, tags, seen, world }: Context,
): AsyncGenerator<StepDone, void> {
  if (step.do === 'create-issue') return yield* createIssue(step, seen, world)
  if (!known) throw new Error(`The step ${step.do} came before there was an issue.`)
  const issue = known
  const { github, freescout } = world
  const { ticket, ticketUrl } = seen
  const done = (what: string): StepDone => ({
    change: step.do,
    line: `${step.do}: ${what} (ticket ${ticket.id}, ${issueName(issue)})`,
  })
  switch (step.do) {
    case 'set-field': {
      const now = await setField(step.field, { issue, seen, world })
      return yield { ...done(`"${step.field.name}" now holds the link`), tags: now }
    }
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
    case 'add-note': {
      const html = step.note === 'filed' ? filedNote({ issue }) : linkedNote({ issue })
      await freescout.addNote(ticket.id, { html, userId: requireUserId(seen) })
      return yield done(`the ticket says that the issue was ${step.note}`)
    }
    case 'add-tag': {
      const now = tags ?? (await freescout.fieldsAndTags(ticket.id)).tags
      await freescout.setTags(ticket.id, [...new Set([...now, step.tag, ...(step.also ?? [])])])
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
    signature: config.issue.signature,
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
 * Writes the link and reads it back, because FreeScout answers 204 even when it stored nothing.
 *
 * @returns the tags, which came with the same answer
 */
async function setField(
  field: { id: number; name: string },
  { issue, seen, world }: { issue: IssueRef; seen: ObservedTicket; world: World },
): Promise<string[]> {
  const { freescout, serverUrl } = world
  const { id } = seen.ticket
  await freescout.setField(id, { id: field.id, value: issue.url })
  const { fields, tags } = await freescout.fieldsAndTags(id)
  const stored = fields.find(({ name }) => name === field.name)?.value ?? ''
  const rules = { serverUrl, allowed: [issue.repository] }
  if (isSameIssue(readIssueUrl(stored, rules), issue)) return tags
  throw new ServiceError({
    service: 'FreeScout',
    call: `read the link ${issue.url} back from ticket ${id}`,
    happened: `FreeScout accepted the link, but the field "${field.name}" holds something else`,
    todo:
      'Check that the field is of the type single line, and that the ticket was not moved meanwhile; ' +
      'then run the workflow again.',
  })
}
