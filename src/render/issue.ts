import type { BlockContent, PhrasingContent } from 'mdast'
import { decodeWords } from 'postal-mime'
import type { LeftOut, MailOptions } from '../mail/steps.ts'
import { issueMarker } from '../marks.ts'
import type { Ticket } from '../model.ts'
import type { Texts } from '../texts/catalogue.ts'
import { DEFAULT_BODY, placeholdersIn } from '../texts/template.ts'
import { firstCustomerMessage } from '../threads.ts'
import { whyNotRendered } from './attempt.ts'
import { paragraph, textNode } from './elements.ts'
import { attachmentsLine, code, type FactsInput, factsLine, fieldText, fieldValue, tagList } from './facts.ts'
import { fillIssueBody, fillIssueTitle } from './issue-template.ts'
import { hideStored } from './links.ts'
import { serialise } from './markdown.ts'
import { BODY_LIMIT, quoteMessage } from './message.ts'
import { clean, neutralise, oneLine } from './plain.ts'
import { findPeople, peopleToRedact, redaction } from './redact.ts'
import { markdownSentence, plainSentence } from './sentences.ts'

/** The most characters of a subject in an issue's body. */
const MAX_SUBJECT = 300

export type IssueInput = {
  ticket: Ticket
  /** The ticket's page for agents. */
  ticketUrl: string
  /** FreeScout's base URL. No storage URL of this host may leave FreeScout. */
  freescoutUrl: string
  mailboxEmail: string
  /** `link-only` shows only that the ticket exists. */
  content: 'full' | 'link-only'
  /** The templates `issue.title` and `issue.body`. */
  title: string
  body: string
  /** Whether to name the customer. If so, nothing is redacted. */
  includeCustomer: boolean
  /** What becomes of the signature below the message. */
  signature: MailOptions['signature']
  /** Names of the custom fields to show. */
  fields: string[]
  /** GitHub's base URL. */
  serverUrl: string
  texts: Texts
}

/**
 * An issue's text. `warnings` say what is not shown in it and why, without quoting the ticket; `error` is for the
 * debug log. `leftOut` quotes what the message has and the issue does not show: never log it.
 */
type RenderedIssue = { title: string; body: string; warnings: string[]; leftOut: LeftOut[]; error?: Error }

/**
 * Writes the issue for a ticket: a title of at most 256 characters, and a body of at most 65,536 characters. The
 * body's last line is the ticket's marker. No text of the ticket can act on GitHub, and none makes this throw.
 */
export function renderIssue(input: IssueInput): RenderedIssue {
  const { ticket, ticketUrl, content, mailboxEmail, texts } = input
  const ticketName = plainSentence(texts, 'ticket-name', { number: String(ticket.number) })
  const link: PhrasingContent = { type: 'link', url: ticketUrl, children: [textNode(ticketName)] }
  const marker = issueMarker({ id: ticket.id, url: ticketUrl })
  if (content === 'link-only') {
    const line = serialise([paragraph(...markdownSentence(texts, 'link-only', { ticket: [link] }))])
    return { title: ticketName, body: `${line}\n\n${marker}`, warnings: [], leftOut: [] }
  }

  const hidden = input.includeCustomer ? undefined : peopleToRedact(ticket)
  const redact = hidden ? redaction(hidden) : (same: string) => same
  const subject = decodeWords(ticket.subject)
  const safe = (value: string) => hideStored(redact(clean(decodeWords(value))), input.freescoutUrl)
  const title = fillIssueTitle(input.title, {
    values: titleValues(input, safe),
    fallback: ticketName,
  })
  const facts: FactsInput = { ...input, link, safe }
  const thread = firstCustomerMessage(ticket)
  const inline = {
    subject: [textNode(neutralise(oneLine(safe(subject), MAX_SUBJECT) || ticketName))],
    number: [textNode(String(ticket.number))],
    mailbox: [code(mailboxEmail)],
    tags: tagList(facts),
    link: [link],
    ...fieldsIn(input.body, name => fieldValue(name, facts)),
  }
  const write = (message: BlockContent[]) => {
    const attachments = attachmentsLine(thread?.attachments ?? [], facts)
    const blocks = { facts: [factsLine(facts)], message, attachments }
    return `${serialise(fillIssueBody(input.body, { inline, blocks }))}\n\n${marker}`
  }
  const mail = { signature: input.signature, subject, findPeople: hidden && findPeople(hidden), texts }
  const quoted = quoteMessage(thread, { policy: { ...input, redact }, mail, texts, write })
  const { blocks, failure, leftOut = [] } = quoted
  const body = write(blocks)
  if (body.length > BODY_LIMIT && input.body !== DEFAULT_BODY) {
    const plain = renderIssue({ ...input, body: DEFAULT_BODY })
    const warning = `The issue of ticket #${ticket.number} does not follow issue.body, because it would be longer than GitHub allows. Use fewer placeholders there.`
    return { ...plain, title, warnings: [warning, ...plain.warnings] }
  }
  return {
    title,
    body,
    warnings: failure
      ? [
          `The message of ticket #${ticket.number} is not shown in its issue, because ${whyNotRendered(failure)}. Read it in FreeScout.`,
        ]
      : [],
    leftOut,
    ...(failure?.error && { error: failure.error }),
  }
}

function titleValues(
  { ticket, mailboxEmail, title }: IssueInput,
  safe: (value: string) => string,
): Record<string, string> & { subject: string } {
  return {
    subject: safe(ticket.subject),
    number: String(ticket.number),
    mailbox: mailboxEmail,
    tags: (ticket.tags ?? []).map(safe).join(', '),
    ...fieldsIn(title, name => fieldText(name, { ticket, safe })),
  }
}

/** The values of the custom fields that a template names, such as `{field:component_tag}`. */
function fieldsIn<Value>(template: string, read: (name: string) => Value): Record<string, Value> {
  const named = placeholdersIn(template).filter(name => name.startsWith('field:'))
  return Object.fromEntries(named.map(name => [name, read(name.slice('field:'.length))]))
}
