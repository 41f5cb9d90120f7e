import { isSameIssue } from '../issue-ref.ts'
import { canonicalIssue, closeDuplicateIssue, lookAgainForMarker } from '../link/issues-from-ticket.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, isSameName, LINKED_LABEL, quoteNames } from '../names.ts'
import type { Done } from '../reconcile.ts'
import { renderIssue } from '../render/issue.ts'
import { leftOutText, refusedText } from '../render/warning.ts'
import { isInvalid, isPermanentRefusal, type ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import type { ObservedTicket } from './observe.ts'
import type { TicketStep } from './steps.ts'

/**
 * Creates the issue, then searches for others before it writes a link to it. Several runs may have created one at the
 * same time. Only the run whose issue is the oldest continues. The other runs close their issues.
 */
export async function* createIssue(
  { repository, labels, type, content }: Extract<TicketStep, { do: 'create-issue' }>,
  { ticket, ticketUrl, mailbox }: ObservedTicket,
  world: World,
): AsyncGenerator<Done, void> {
  const { config, freescout, serverUrl, texts } = world
  const { title, body, warnings, error } = renderIssue({
    ticket,
    ticketUrl,
    freescoutUrl: freescout.url,
    mailboxEmail: mailbox?.email ?? '',
    content,
    title: config.issue.title,
    body: config.issue.body,
    includeCustomer: config.issue.customer,
    signature: config.issue.signature,
    fields: config.issue.fields,
    serverUrl,
    texts,
  })
  const draft = { title, body, labels, ...(type !== undefined && { type }) }
  const { created, sent, refusal } = await createWithoutRefused(repository, draft, world)
  if (error) world.debug(error)
  for (const warning of warnings) yield { warning }
  yield {
    change: 'create-issue',
    issue: created,
    line: `create-issue: ${created.url} for ticket ${ticket.id}`,
  }
  if (refusal) yield { warning: refusedText(created, { asked: draft, sent, refusal }) }
  if (sent.type && !isSameName(created.type ?? '', sent.type)) {
    yield { warning: leftOutText(created, sent.type) }
  }

  const withMarker = await lookAgainForMarker(created, { id: ticket.id, url: ticketUrl }, world)
  const winner = canonicalIssue(withMarker) ?? created
  if (isSameIssue(winner, created)) return yield* addMissingLabels(created, sent.labels, world)
  yield { line: `Another run made ${winner.url} first: closing ${created.url} as its duplicate.` }
  yield* closeDuplicateIssue(created, { winner, world })
  yield { issue: winner, lostRace: true }
}

/** What GitHub is asked to create. */
type Draft = { title: string; body: string; labels: string[]; type?: string }

/** The issue, the draft that GitHub took, and its refusal of the whole draft if there was one. */
type Creation = { created: Issue; sent: Draft; refusal: ServiceError | undefined }

/**
 * Creates the issue without the type or the labels that GitHub refuses. Sending the create again is safe here: a 422 means
 * that GitHub checked the request and created nothing. Any other failure ends it. After a lost answer the run looks for the
 * marker, because then an issue may be there.
 *
 * @throws the refusal of the whole draft, when GitHub refuses every smaller one, too
 */
async function createWithoutRefused(repository: string, draft: Draft, { github }: World): Promise<Creation> {
  let refusal: ServiceError | undefined
  for (const sent of smallerDrafts(draft)) {
    try {
      return { created: await github.createIssue(repository, sent), sent, refusal }
    } catch (error) {
      if (!isInvalid(error)) throw error
      refusal ??= error
    }
  }
  throw refusal
}

/** The draft as it is, then without the type, without the mapped labels, and without both. */
function smallerDrafts(draft: Draft): Draft[] {
  const { type, ...untyped } = draft
  const labels = [LINKED_LABEL]
  const isTyped = type !== undefined
  const isLabelled = draft.labels.length > labels.length
  return [
    draft,
    ...(isTyped ? [untyped] : []),
    ...(isLabelled ? [{ ...draft, labels }] : []),
    ...(isTyped && isLabelled ? [{ ...untyped, labels }] : []),
  ]
}

/** Adds the labels again that GitHub left out. When GitHub refuses them, the run goes on with a warning. */
async function* addMissingLabels(created: Issue, labels: string[], world: World): AsyncGenerator<Done, void> {
  const missing = labels.filter(label => !hasName(created.labels, label))
  if (!missing.includes(LINKED_LABEL)) return
  try {
    const { added, warning } = await addLabels(created, missing, world)
    if (warning) yield { warning }
    yield {
      change: 'add-label',
      about: quoteNames(added),
      line: `add-label: GitHub had left out ${added.join(', ')} on ${created.url}`,
    }
  } catch (error) {
    if (!isPermanentRefusal(error)) throw error
    yield {
      warning: `${created.url} does not have the label ${LINKED_LABEL}, which later runs use to find it: ${error.message}`,
    }
  }
}

/**
 * Adds labels to an issue. When GitHub refuses one of them (422), it adds none, so only the label of linked issues is sent
 * again.
 *
 * @returns the labels that were added, and a warning about the others
 */
export async function addLabels(
  issue: IssueRef,
  labels: string[],
  { github }: World,
): Promise<{ added: string[]; warning?: string }> {
  try {
    await github.addLabels(issue, labels)
    return { added: labels }
  } catch (error) {
    const sent = { labels: [LINKED_LABEL] }
    if (!isInvalid(error) || labels.length <= sent.labels.length || !labels.includes(LINKED_LABEL))
      throw error
    await github.addLabels(issue, sent.labels)
    return { added: sent.labels, warning: refusedText(issue, { asked: { labels }, sent, refusal: error }) }
  }
}
