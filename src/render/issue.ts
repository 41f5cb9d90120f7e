import type { BlockContent, Blockquote, Nodes, PhrasingContent } from 'mdast'
import { decodeWords } from 'postal-mime'
import { visit } from 'unist-util-visit'
import type { LeftOut, MailOptions } from '../mail/steps.ts'
import { issueMarker } from '../marks.ts'
import type { Attachment, Person, Thread, Ticket } from '../model.ts'
import { firstCustomerMessage } from '../threads.ts'
import { attempt, type GaveUp, gaveUp, rendered, whyNotRendered } from './attempt.ts'
import { cutTree } from './cut.ts'
import { hideStored, type LinkPolicy } from './links.ts'
import { htmlToBlocks, serialise } from './markdown.ts'
import { clean, issueTitle, neutralise, neutraliseCode, oneLine } from './plain.ts'
import { findPeople, redaction } from './redact.ts'

/** GitHub's limit for an issue's body, in characters. */
const BODY_LIMIT = 65_536
/** The most tags, fields or attachments in a line, and the most characters of each. They keep the lines short. */
const MAX_ITEMS = 20
const MAX_ITEM_LENGTH = 120
/** A picture, as `safeTree` names it. */
const PICTURE = /\[image(?:: [^\]\n]{1,200})?\]/g
/** How often to shorten a message before giving up. */
const MAX_ROUNDS = 24

export type IssueInput = {
  ticket: Ticket
  /** The ticket's page for agents. */
  ticketUrl: string
  /** FreeScout's base URL. No storage URL of this host may leave FreeScout. */
  freescoutUrl: string
  mailboxEmail: string
  /** `link-only` shows only that the ticket exists. */
  content: 'full' | 'link-only'
  /** Whether to name the customer. If so, nothing is redacted. */
  includeCustomer: boolean
  /** What becomes of the signature below the message. */
  signature: MailOptions['signature']
  /** Names of the custom fields to show. */
  fields: string[]
  /** GitHub's base URL. */
  serverUrl: string
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
  const { ticket, ticketUrl, content } = input
  const plainTitle = `FreeScout ticket #${ticket.number}`
  const link: PhrasingContent = { type: 'link', url: ticketUrl, children: [text(plainTitle)] }
  const marker = issueMarker({ id: ticket.id, url: ticketUrl })
  if (content === 'link-only') {
    const line = serialise([paragraph(link, text(' is about this. What it says stays in FreeScout.'))])
    return { title: plainTitle, body: `${line}\n\n${marker}`, warnings: [], leftOut: [] }
  }

  const hidden = input.includeCustomer ? undefined : people(ticket)
  const redact = hidden ? redaction(hidden) : (same: string) => same
  const subject = decodeWords(ticket.subject)
  const mail = { signature: input.signature, subject, findPeople: hidden && findPeople(hidden) }
  const safe = (value: string) => hideStored(redact(clean(decodeWords(value))), input.freescoutUrl)
  const facts = paragraph(...separated([[link], ...factsOf(input, safe)]))
  const thread = firstCustomerMessage(ticket)
  const after = thread ? attachments(thread.attachments, safe) : []
  const assemble = (middle: BlockContent[]) => `${serialise([facts, ...middle, ...after])}\n\n${marker}`
  const quoted = quoteMessage(thread, { policy: { ...input, redact }, mail, assemble })
  const { blocks, failure, leftOut = [] } = quoted
  return {
    title: issueTitle(safe(subject), plainTitle),
    body: assemble(blocks),
    warnings: failure
      ? [
          `The message of ticket #${ticket.number} is not shown in its issue, because ${whyNotRendered(failure)}. Read it in FreeScout.`,
        ]
      : [],
    leftOut,
    ...(failure?.error && { error: failure.error }),
  }
}

/** The blocks between the facts and the attachments, what they leave out, and why they don't quote the message. */
type QuotedMessage = { blocks: BlockContent[]; leftOut?: LeftOut[]; failure?: GaveUp }

/** Quotes the customer's message, as much of it as fits into the body that `assemble` writes. */
function quoteMessage(
  thread: Thread | undefined,
  {
    policy,
    mail,
    assemble,
  }: { policy: LinkPolicy; mail: MailOptions; assemble: (middle: BlockContent[]) => string },
): QuotedMessage {
  if (!thread) return { blocks: [remark('There is no message from the customer on this ticket.')] }
  const message = htmlToBlocks(thread.body, policy, mail)
  if (message.kind === 'gave-up') return notShown(message)
  const { leftOut } = message.value
  const { text: hasText, pictures } = shownIn(message.value.blocks)
  const missing = hasText ? [] : [remark(noText({ pictures, files: thread.attachments.length > 0 }))]
  if (!hasText && !pictures) return { blocks: missing, leftOut }
  const quote: Blockquote = { type: 'blockquote', children: message.value.blocks as BlockContent[] }
  const intro = paragraph(strong('The customer wrote'), text(`${when(thread.createdAt)}:`))
  const ending = remark('… cut. The whole message is in FreeScout.')
  // Nobody knows how much longer the Markdown is than its text. Two or three rounds find a quote that fits.
  for (let round = 0, room = BODY_LIMIT; round < MAX_ROUNDS; round++) {
    const { node, whole } = cutTree(quote, room)
    if (node.children.length === 0) break
    const blocks = [...missing, intro, node, ...(whole && !message.value.cut ? [] : [ending])]
    const written = attempt(() => rendered(assemble(blocks)))
    if (written.kind === 'gave-up' && written.reason !== 'too-deep') return notShown(written)
    // A quote that is nested too deeply can't be written, so it has no length. Half of it may be less deep.
    const length = written.kind === 'rendered' ? written.value.length : 2 * BODY_LIMIT
    if (length <= BODY_LIMIT) return { blocks, leftOut }
    const least = round < MAX_ROUNDS / 2 ? 0.9 : 0.5
    room = Math.floor(room * Math.min(least, (0.98 * BODY_LIMIT) / length))
  }
  const hint = remark('The message is too long for an issue. Please read it in FreeScout.')
  return { blocks: [hint], failure: gaveUp('too-long') }
}

function notShown(failure: GaveUp): QuotedMessage {
  return { blocks: [remark('The message can’t be shown here. Please read it in FreeScout.')], failure }
}

/** What a message shows: something to read, or the names of pictures. */
function shownIn(blocks: Nodes[]): { text: boolean; pictures: boolean } {
  let all = ''
  for (const block of blocks) {
    visit(block, node => {
      if ('value' in node) all += `${node.value} `
    })
  }
  const words = all.replace(PICTURE, '')
  return { text: /[\p{L}\p{N}\p{P}\p{S}]/u.test(words), pictures: words !== all }
}

/** Says that a message has no text, and where to look instead. */
function noText({ pictures, files }: { pictures: boolean; files: boolean }): string {
  if (files)
    return `The customer’s message has no text, only ${pictures ? 'pictures and ' : ''}the attachments below.`
  return `The customer’s message has no text${pictures ? ', only pictures' : ' and no attachments'}.`
}

/**
 * The people to redact. Of FreeScout's users only the address is redacted, because their names are often everyday
 * words (the user that runs Workflows is called "Workflow").
 */
export function people({ customer, createdBy, threads }: Ticket): Person[] {
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
  if (ticket.tags?.length) facts.push(firstItems(ticket.tags).map(safe).flatMap(spaced))
  for (const name of fields.slice(0, MAX_ITEMS)) {
    const field = ticket.fields?.find(field => field.name === name)
    const value = safe(field?.text || field?.value || '').trim()
    if (value) facts.push([text(`${neutralise(oneLine(name, MAX_ITEM_LENGTH))}: `), code(value)])
  }
  return facts
}

function attachments(files: Attachment[], safe: (value: string) => string): BlockContent[] {
  if (files.length === 0) return []
  const names = firstItems(files).map(({ name, bytes }) => [code(safe(name)), text(` (${size(bytes)})`)])
  const more = files.length > names.length ? [[text(`${files.length - names.length} more`)]] : []
  return [paragraph(text('Attachments, kept in FreeScout: '), ...separated([...names, ...more]))]
}

function separated(groups: PhrasingContent[][]): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [text(' · '), ...group]))
}

function spaced(value: string, at: number): PhrasingContent[] {
  return at === 0 ? [code(value)] : [text(' '), code(value)]
}

function firstItems<Item>(items: Item[]): Item[] {
  return items.slice(0, MAX_ITEMS)
}

/** ` on 2026-11-22 at 03:35 UTC`, or nothing when the time is not in FreeScout's format. */
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
  return { type: 'inlineCode', value: neutraliseCode(oneLine(value, MAX_ITEM_LENGTH)) || '–' }
}
