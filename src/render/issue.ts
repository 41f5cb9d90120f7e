import type { BlockContent, Blockquote, PhrasingContent } from 'mdast'
import { issueMarker } from '../marks.ts'
import type { Attachment, Person, Thread, Ticket } from '../model.ts'
import { cutTree } from './beginning.ts'
import { hideStored } from './links.ts'
import { htmlToBlocks, serialise } from './markdown.ts'
import { clean, issueTitle, neutralise, neutraliseCode, oneLine } from './plain.ts'
import { redaction } from './redact.ts'

/** GitHub's limit for an issue's body, in characters. */
const BODY_LIMIT = 65_536
/** A line of facts stays a line: so many tags, fields or attachments are named, each in so many characters. */
const MOST_ITEMS = 20
const LONGEST_ITEM = 120
/** How often to try a shorter message before giving up on showing it. */
const MOST_ROUNDS = 8

export type IssueInput = {
  ticket: Ticket
  /** The ticket's page for agents. */
  ticketUrl: string
  /** FreeScout's base URL; storage URLs of this host stay inside. */
  freescoutUrl: string
  mailboxEmail: string
  /** `link-only` says nothing but that the ticket exists. */
  content: 'full' | 'link-only'
  /** Names the customer, and redacts nothing. */
  includeCustomer: boolean
  /** Names of the custom fields to show. */
  fields: string[]
  /** GitHub's base URL. */
  serverUrl: string
}

/**
 * Writes the issue for a ticket: a title of at most 256 and a body of at most 65,536 characters whose last line is
 * exactly the ticket's marker. Whatever the ticket holds can't act on GitHub; never throws for a ticket's text.
 */
export function renderIssue(input: IssueInput): { title: string; body: string } {
  const { ticket, ticketUrl, content } = input
  const plainTitle = `FreeScout ticket #${ticket.number}`
  const link: PhrasingContent = { type: 'link', url: ticketUrl, children: [text(plainTitle)] }
  const marker = issueMarker({ id: ticket.id, url: ticketUrl })
  if (content === 'link-only') {
    const line = serialise([paragraph(link, text(' is about this. What it says stays in FreeScout.'))])
    return { title: plainTitle, body: `${line}\n\n${marker}` }
  }

  const redact = input.includeCustomer ? (same: string) => same : redaction(people(ticket))
  const safe = (value: string) => hideStored(redact(clean(value)), input.freescoutUrl)
  const facts = paragraph(...separated([[link], ...factsOf(input, safe)]))
  const thread = firstMessage(ticket)
  const after = thread ? attachments(thread.attachments, safe) : []
  const assemble = (middle: BlockContent[]) => `${serialise([facts, ...middle, ...after])}\n\n${marker}`
  return { title: issueTitle(safe(ticket.subject), plainTitle), body: assemble(message(thread)) }

  function message(thread: Thread | undefined): BlockContent[] {
    if (!thread) return [remark('There is no message from the customer on this ticket.')]
    const found = htmlToBlocks(thread.body, { ...input, redact })
    if (!found) return [remark('The message can’t be shown here. Please read it in FreeScout.')]
    if (found.blocks.length === 0) return [remark('The customer’s message has no text.')]
    const quote: Blockquote = { type: 'blockquote', children: found.blocks as BlockContent[] }
    const intro = paragraph(strong('The customer wrote'), text(`${when(thread.createdAt)}:`))
    const ending = remark('… cut. The whole message is in FreeScout.')
    // Markdown is longer than its text by a factor that only writing it out tells: two or three rounds find it.
    for (let round = 0, room = BODY_LIMIT; round < MOST_ROUNDS; round++) {
      const { node, whole } = cutTree(quote, room)
      const blocks = [intro, node, ...(whole && !found.cut ? [] : [ending])]
      if (node.children.length === 0) break
      const length = lengthOf(blocks)
      if (length <= BODY_LIMIT) return blocks
      room = Math.floor(room * Math.min(0.9, (0.98 * BODY_LIMIT) / length))
    }
    return [remark('The message is too long for an issue. Please read it in FreeScout.')]
  }

  function lengthOf(blocks: BlockContent[]): number {
    try {
      return assemble(blocks).length
    } catch {
      return 2 * BODY_LIMIT // Too deep to be written out: half of it may do.
    }
  }
}

/** Threads come newest first; a note is never quoted, nor what isn't published. */
function firstMessage({ threads }: Ticket): Thread | undefined {
  return threads.findLast(({ type, state }) => type === 'customer' && state === 'published')
}

/**
 * Whose names and addresses are left out. Of FreeScout's users only the address: their names are often words (the
 * robot that works for a Workflow is called "Workflow").
 */
function people({ customer, createdBy, threads }: Ticket): Person[] {
  const everyone = [customer, createdBy, ...threads.map(thread => thread.createdBy)]
  return everyone
    .filter(person => person !== null)
    .map(person => (person.type === 'user' ? { ...person, firstName: null, lastName: null } : person))
}

function factsOf(input: IssueInput, safe: (value: string) => string): PhrasingContent[][] {
  const { ticket, mailboxEmail, fields, includeCustomer } = input
  const facts: PhrasingContent[][] = [[text('mailbox '), code(mailboxEmail)]]
  if (includeCustomer && ticket.customer) {
    const { firstName, lastName, email } = ticket.customer
    const name = [firstName, lastName].filter(Boolean).join(' ')
    const known = [name, email ?? ''].filter(part => part !== '')
    if (known.length > 0) facts.push([text('from '), ...known.flatMap(spaced)])
  }
  if (ticket.tags.length > 0) facts.push(shown(ticket.tags).map(safe).flatMap(spaced))
  for (const name of fields.slice(0, MOST_ITEMS)) {
    const field = ticket.fields?.find(field => field.name === name)
    const value = safe(field?.text || field?.value || '').trim()
    if (value) facts.push([text(`${neutralise(oneLine(name, LONGEST_ITEM))}: `), code(value)])
  }
  return facts
}

function attachments(files: Attachment[], safe: (value: string) => string): BlockContent[] {
  if (files.length === 0) return []
  const names = shown(files).map(({ name, bytes }) => [code(safe(name)), text(` (${size(bytes)})`)])
  const more = files.length > names.length ? [[text(`${files.length - names.length} more`)]] : []
  return [paragraph(text('Attachments, kept in FreeScout: '), ...separated([...names, ...more]))]
}

function separated(groups: PhrasingContent[][]): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [text(' · '), ...group]))
}

function spaced(value: string, at: number): PhrasingContent[] {
  return at === 0 ? [code(value)] : [text(' '), code(value)]
}

function shown<Item>(items: Item[]): Item[] {
  return items.slice(0, MOST_ITEMS)
}

/** " on 2026-11-22 at 03:35 UTC", or nothing for what isn't FreeScout's way to write a time. */
function when(iso: string): string {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z$/.exec(iso)
  return found ? ` on ${found[1]} at ${found[2]} UTC` : ''
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function remark(value: string): BlockContent {
  return paragraph({ type: 'emphasis', children: [text(value)] })
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: neutraliseCode(oneLine(value, LONGEST_ITEM)) || '–' }
}
