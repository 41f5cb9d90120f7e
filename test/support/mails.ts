import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attachment, Ticket } from '../../src/model.ts'
import { renderIssue } from '../../src/render/issue.ts'
import { customer, input, MARKER, ticketWith } from './render-input.ts'

export const MAILS = join(import.meta.dirname, '../fixtures/mail')

/** A mail as FreeScout stores it, with its ticket and what its issue should say. */
export type Mail = {
  name: string
  html: string
  /** The issue between its line of facts and its marker. */
  markdown: string
  /** The issue's title; absent where the mail is not about its subject. */
  title?: string
  ticket: Ticket
}

/** What `<name>.json` may say about the ticket of `<name>.html`. */
type Facts = {
  subject?: string
  title?: string
  customer?: { firstName: string; lastName: string; email: string }
  attachments?: Attachment[]
}

/** Every mail of `test/fixtures/mail/`, by name. */
export function readMails(): Mail[] {
  return readdirSync(MAILS)
    .filter(file => file.endsWith('.html'))
    .map(file => readMailFile(file.slice(0, -'.html'.length)))
}

function readMailFile(name: string): Mail {
  const html = text(`${name}.html`)
  const facts = JSON.parse(text(`${name}.json`) || '{}') as Facts
  return {
    name,
    html,
    markdown: text(`${name}.md`).trimEnd(),
    ...(facts.title !== undefined && { title: facts.title }),
    ticket: ticketOf(html, facts),
  }
}

function ticketOf(body: string, { subject, customer: person, attachments = [] }: Facts): Ticket {
  const ticket = ticketWith({ body, ...(subject !== undefined && { subject }) })
  const sender = { ...customer, ...person }
  const threads = ticket.threads.map(thread => ({ ...thread, createdBy: sender, attachments }))
  return { ...ticket, customer: sender, createdBy: sender, threads }
}

/** The issue of a mail: its title, and its body between the line of facts and the marker. */
export function issueOf({ ticket }: Pick<Mail, 'ticket'>): { title: string; markdown: string } {
  const { title, body } = renderIssue({ ...input, ticket })
  const start = body.indexOf('\n\n') + 2
  return { title, markdown: body.slice(start, body.lastIndexOf(MARKER)).trimEnd() }
}

function text(file: string): string {
  const path = join(MAILS, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
