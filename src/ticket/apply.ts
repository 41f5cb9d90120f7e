import { isRefusedForGood, ServiceError } from '../http/errors.ts'
import { isSameIssue, readIssueUrl } from '../issue-ref.ts'
import { closeDuplicateIssue } from '../link/duplicate.ts'
import { canonicalIssue, lookAgainForMarker } from '../link/issues-with-marker.ts'
import { closeDuplicateTicket, duplicateTicketText } from '../link/tickets-from-issue.ts'
import { announcement, sentinel } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import { type Progress, signer } from '../reconcile.ts'
import { renderIssue } from '../render/issue.ts'
import { filedNote, linkedNote, noteHtml } from '../render/note.ts'
import type { World } from '../world.ts'
import type { ObservedTicket } from './observe.ts'
import type { TicketStep } from './plan.ts'

type About = { seen: ObservedTicket; world: World; progress: Progress }

/** Carries out steps in their order, one call each, and stops where another run has won. */
export async function applyTicketPlan(steps: TicketStep[], about: About): Promise<void> {
  const { seen, world, progress } = about
  /** As read back in this run; others may have tagged the ticket since it was observed. */
  let tags: string[] | undefined
  for (const step of steps) {
    if (step.do === 'create-issue') {
      await createIssue(step, about)
      if (progress.lostRace) return
      continue
    }
    const issue = progress.issue
    if (!issue) throw new Error(`The step ${step.do} came before there was an issue.`)
    if (step.do === 'close-duplicate') {
      await closeDuplicateIssue(step.duplicate, {
        winner: issue,
        github: world.github,
        changes: progress.changes,
      })
      world.log(`close-duplicate: ${step.duplicate.url} (ticket ${seen.ticket.id} has ${issue.url})`)
      continue
    }
    if (step.do === 'set-status') {
      const html = noteHtml({ issue, text: duplicateTicketText(world.freescout.ticketUrl(step.duplicateOf)) })
      const surplus = { id: seen.ticket.id, html, userId: signer(seen) }
      await closeDuplicateTicket(surplus, { world, changes: progress.changes })
      world.log(`set-status: ticket ${surplus.id} is surplus, ${issue.url} has ticket ${step.duplicateOf}`)
      continue
    }
    if (step.do === 'set-field') tags = await setField(step.field, { issue, seen, world })
    else await applyStep(step, { issue, tags, seen, world })
    progress.changes.push(step.do)
    world.log(`${step.do}: ${describe(step)} (ticket ${seen.ticket.id}, ${issue.repository}#${issue.number})`)
  }
}

type SimpleStep = Exclude<TicketStep, { do: 'create-issue' | 'set-field' | 'close-duplicate' | 'set-status' }>

async function applyStep(
  step: SimpleStep,
  {
    issue,
    tags,
    seen,
    world,
  }: { issue: IssueRef; tags: string[] | undefined; seen: ObservedTicket; world: World },
): Promise<void> {
  const { github, freescout } = world
  const { ticket, ticketUrl } = seen
  switch (step.do) {
    case 'comment':
      if (step.about === 'link') return github.comment(issue, sentinel(ticketUrl))
      return github.comment(issue, announcement({ kind: step.about, at: step.at, ticketUrl }))
    case 'add-label':
      return github.addLabels(issue, step.labels)
    case 'close-issue':
      return github.closeIssue(issue, 'completed')
    case 'add-note': {
      const html = step.note === 'filed' ? filedNote({ issue }) : linkedNote({ issue })
      return freescout.addNote(ticket.id, { html, userId: signer(seen) })
    }
    case 'add-tag': {
      const now = tags ?? (await freescout.fieldsAndTags(ticket.id)).tags
      return freescout.setTags(ticket.id, [...new Set([...now, step.tag, ...(step.also ?? [])])])
    }
  }
}

/**
 * Makes the issue, then looks again before anything points at it: of several runs at once only the one whose
 * issue is the oldest goes on, the others close theirs.
 */
async function createIssue(
  step: Extract<TicketStep, { do: 'create-issue' }>,
  { seen, world, progress }: About,
): Promise<void> {
  const { ticket, ticketUrl, mailbox } = seen
  const { github, config, freescout, serverUrl, log } = world
  const { title, body, warnings } = renderIssue({
    ticket,
    ticketUrl,
    freescoutUrl: freescout.url,
    mailboxEmail: mailbox?.email ?? '',
    content: step.content,
    includeCustomer: config.issue.customer,
    fields: config.issue.fields,
    serverUrl,
  })
  progress.warnings.push(...warnings)
  const made = await github.createIssue(step.repository, { title, body, labels: step.labels })
  progress.issue = made
  progress.changes.push('create-issue')
  log(`create-issue: ${made.url} for ticket ${ticket.id}`)

  const winner = canonicalIssue(await lookAgainForMarker(made, { id: ticket.id, url: ticketUrl }, world))
  if (!winner || isSameIssue(winner, made)) return addMissingLabels(made, step.labels, { world, progress })
  log(`Another run made ${winner.url} first: closing ${made.url} as its duplicate.`)
  await closeDuplicateIssue(made, { winner, github, changes: progress.changes })
  progress.issue = winner
  progress.lostRace = true
}

/** GitHub leaves labels out when the token may not put them on. That alone stops nothing, but people must know. */
async function addMissingLabels(
  made: Issue,
  labels: string[],
  { world, progress }: { world: World; progress: Progress },
): Promise<void> {
  const missing = labels.filter(label => !hasName(made.labels, label))
  if (!missing.includes(LINKED_LABEL)) return
  try {
    await world.github.addLabels(made, missing)
    progress.changes.push('add-label')
    world.log(`add-label: GitHub had left out ${missing.join(', ')} on ${made.url}`)
  } catch (error) {
    if (!isRefusedForGood(error)) throw error
    progress.warnings.push(
      `${made.url} lacks the label ${LINKED_LABEL}, by which it would be found again: ${(error as Error).message}`,
    )
  }
}

/** Writes the link and reads it back: FreeScout answers 204 even when it stored nothing. Gives the tags as of now. */
async function setField(
  field: { id: number; name: string },
  { issue, seen, world }: { issue: IssueRef; seen: ObservedTicket; world: World },
): Promise<string[]> {
  const { freescout, serverUrl } = world
  const id = seen.ticket.id
  await freescout.setField(id, { id: field.id, value: issue.url })
  const { fields, tags } = await freescout.fieldsAndTags(id)
  const stored = fields.find(({ name }) => name === field.name)?.value ?? ''
  const rules = { serverUrl, allowed: [issue.repository] }
  if (isSameIssue(readIssueUrl(stored, rules), issue)) return tags
  throw new ServiceError(
    `FreeScout accepted the link ${issue.url} for ticket ${id}, but its field "${field.name}" holds something else ` +
      'when read back. Check that the field is of the type single line, and that the ticket was not moved meanwhile; ' +
      'then run the workflow again.',
    { service: 'FreeScout' },
  )
}

function describe(
  step: Exclude<TicketStep, { do: 'create-issue' | 'close-duplicate' | 'set-status' }>,
): string {
  switch (step.do) {
    case 'set-field':
      return `"${step.field.name}" now holds the link`
    case 'comment':
      return step.about === 'link'
        ? 'told the issue its ticket'
        : `told the issue that the ticket was ${step.about}`
    case 'add-label':
      return step.labels.join(', ')
    case 'add-note':
      return `told the ticket that the issue was ${step.note}`
    case 'add-tag':
      return step.tag
    case 'close-issue':
      return 'completed'
  }
}
