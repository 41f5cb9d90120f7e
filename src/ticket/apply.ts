import { isSameIssue, issueName, readIssueUrl } from '../issue-ref.ts'
import { closeDuplicateIssue } from '../link/issues-from-ticket.ts'
import { closeDuplicateTicket } from '../link/tickets-from-issue.ts'
import { notPublicKey } from '../marks.ts'
import type { IssueRef, TitledIssue } from '../model.ts'
import { quoteNames } from '../names.ts'
import { type Done, requireUserId } from '../reconcile.ts'
import { announcementComment, ticketLinkComment } from '../render/comment.ts'
import { filedNote, linkedNote, movedNote, notRelayedNote } from '../render/note.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { aboutTicketStep } from './about-step.ts'
import { relayNote } from './apply-relay.ts'
import { addLabels, createIssue } from './create-issue.ts'
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
  let issue: TitledIssue | undefined = seen.issue && !('gone' in seen.issue) ? seen.issue : undefined
  /** The field that a step wrote, until it is read back. */
  let written: LinkField | undefined
  for (const step of plan.steps) {
    // The ticket may still name the duplicate. Then it would get the note that its issue was closed.
    if (step.do === 'close-duplicate' && written && issue) {
      await readBack(written, { issue, seen, world })
      written = undefined
    }
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
  issue: TitledIssue | undefined
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
  const { github, freescout, texts } = world
  const { ticket, ticketUrl } = seen
  const done = (what: string): Done => ({
    change: step.do,
    about: aboutTicketStep(step),
    line: `${step.do}: ${what} (ticket ${ticket.id}, ${issueName(issue)})`,
  })
  switch (step.do) {
    case 'set-field':
      await freescout.setField(ticket.id, { id: step.field.id, value: issue.url })
      return yield done(`the link is written into "${step.field.name}"`)
    case 'comment': {
      if (step.about === 'link') {
        await github.comment(issue, ticketLinkComment(ticketUrl, texts))
        return yield done('the issue names its ticket')
      }
      const announcement = { kind: step.about, at: step.at, ticketUrl }
      await github.comment(issue, announcementComment(announcement, texts))
      return yield done(`the issue says that the ticket was ${step.about}`)
    }
    case 'add-label': {
      const { added, warning } = await addLabels(issue, step.labels, world)
      if (warning) yield { warning }
      return yield { ...done(added.join(', ')), about: quoteNames(added) }
    }
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
      return yield done(`the ticket has a note: ${aboutTicketStep(step)}`)
    }
    case 'add-tag': {
      const now = await readBack(written, { issue, seen, world })
      await freescout.addTags(ticket.id, { add: [step.tag, ...(step.also ?? [])], now })
      return yield done(step.tag)
    }
    case 'close-duplicate':
      return yield* closeDuplicateIssue(step.duplicate, { winner: issue, world })
    case 'set-status': {
      const userId = requireUserId(seen)
      yield* closeDuplicateTicket({ id: ticket.id, winnerId: step.duplicateOf, issue, userId }, world)
      return yield {
        line: `set-status: ticket ${ticket.id} is a duplicate, ${issue.url} has ticket ${step.duplicateOf}`,
      }
    }
  }
}

function noteOf(
  step: Extract<TicketStep, { do: 'add-note' }>,
  { issue, world: { config, texts } }: { issue: TitledIssue; world: World },
): string {
  const about = { issue, texts }
  if (step.note === 'relay-not-public') {
    const command = config.relay['to-issue'] || ''
    return notRelayedNote(about, { command, key: notPublicKey(step.thread) })
  }
  if (step.note === 'moved') return movedNote(about, step.from)
  return step.note === 'filed' ? filedNote(about) : linkedNote(about)
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
