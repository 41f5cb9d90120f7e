import type { MailOptions } from '../../src/mail/steps.ts'
import type { Person, Ticket } from '../../src/model.ts'
import type { Rendered } from '../../src/render/attempt.ts'
import { sanitiseHtml } from '../../src/render/html.ts'
import type { IssueInput } from '../../src/render/issue.ts'
import type { LinkPolicy } from '../../src/render/links.ts'
import { htmlToBlocks, serialise } from '../../src/render/markdown.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import { DEFAULT_BODY } from '../../src/texts/template.ts'

export const MARKER = '<!-- freescout-autolink ticket=12 url=https://tickets.example.org/conversation/12 -->'

/** The issue whose text goes into a ticket. */
export const ISSUE_URL = 'https://github.com/acme/app/issues/7'

export const policy: LinkPolicy = {
  freescoutUrl: 'https://tickets.example.org',
  serverUrl: 'https://github.com',
  redact: text => text,
}

export const customer: Person = {
  id: 3,
  type: 'customer',
  firstName: 'Rodney',
  lastName: 'Robertson',
  email: 'rodney@example.org',
}

/** The input of a render without its ticket. */
export const input: Omit<IssueInput, 'ticket'> = {
  ticketUrl: 'https://tickets.example.org/conversation/12',
  freescoutUrl: 'https://tickets.example.org',
  mailboxEmail: 'ops@raxx.app',
  content: 'full',
  title: '{subject}',
  body: DEFAULT_BODY,
  includeCustomer: false,
  signature: 'fold',
  fields: ['component_tag', 'incident_severity'],
  serverUrl: 'https://github.com',
  texts: ENGLISH,
}

/** The Markdown of a message. @throws Error when the renderer gave up. */
export function markdownOf(
  html: string,
  more: Partial<LinkPolicy> = {},
  mail: Partial<MailOptions> = {},
): string {
  return serialise(resultOf(htmlToBlocks(html, { ...policy, ...more }, mail)).blocks)
}

/** The HTML that FreeScout gets for an issue's text. @throws Error when the renderer gave up. */
export function safeHtmlOf(html: string): string {
  return resultOf(sanitiseHtml(html, { issueUrl: ISSUE_URL, ending: ENGLISH['rest-on-github'] }))
}

function resultOf<Value>(result: Rendered<Value>): Value {
  if (result.kind === 'rendered') return result.value
  throw new Error(`The renderer gave up: ${result.reason}.`, { cause: result.error })
}

/** A ticket with one message of the customer. */
export function ticketWith({
  body,
  subject = 'Quotes are stale',
}: {
  body: string
  subject?: string
}): Ticket {
  return {
    id: 12,
    number: 1042,
    subject,
    status: 'active',
    state: 'published',
    mailboxId: 1,
    createdAt: '2026-11-22T03:35:32Z',
    updatedAt: '2026-11-22T03:35:32Z',
    preview: '',
    closedAt: null,
    closedBy: null,
    createdBy: customer,
    customer,
    source: { type: 'email', via: 'customer' },
    tags: ['bug'],
    fields: [],
    threads: [
      {
        id: 1,
        type: 'customer',
        state: 'published',
        body,
        action: '',
        createdBy: customer,
        createdAt: '2026-11-22T03:35:32Z',
        attachments: [],
      },
    ],
  }
}
