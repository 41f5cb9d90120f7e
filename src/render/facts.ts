import type { BlockContent, PhrasingContent } from 'mdast'
import type { Attachment, Ticket } from '../model.ts'
import type { Texts } from '../texts/catalogue.ts'
import { inlineCode, paragraph, separated, textNode } from './elements.ts'
import { neutralise, oneLine } from './plain.ts'
import { markdownSentence, plainSentence } from './sentences.ts'

/** The most tags, fields or attachments in a line, and the most characters of each. They keep the lines short. */
const MAX_ITEMS = 20
const MAX_ITEM_LENGTH = 120

/** What the facts of an issue are written from. `safe` removes from a value what must not leave FreeScout. */
export type FactsInput = {
  ticket: Ticket
  link: PhrasingContent
  mailboxEmail: string
  includeCustomer: boolean
  /** Names of the custom fields to show. */
  fields: string[]
  texts: Texts
  safe: (value: string) => string
}

/** The first line of an issue: the ticket, its mailbox, perhaps its customer, its tags and some custom fields. */
export function factsLine(input: FactsInput): BlockContent {
  const { link, mailboxEmail, fields, texts } = input
  const mailbox = markdownSentence(texts, 'mailbox', { mailbox: [code(mailboxEmail)] })
  const known = fields.slice(0, MAX_ITEMS).flatMap((name): PhrasingContent[][] => {
    const value = fieldValue(name, input)
    return value ? [[textNode(`${neutralise(oneLine(name, MAX_ITEM_LENGTH))}: `), ...value]] : []
  })
  const customer = customerFact(input)
  const tags = tagList(input)
  return paragraph(
    ...separated([[link], mailbox, ...(customer ? [customer] : []), ...(tags ? [tags] : []), ...known]),
  )
}

/** The ticket's tags as inline code; `undefined` when it has none. */
export function tagList({
  ticket,
  safe,
}: Pick<FactsInput, 'ticket' | 'safe'>): PhrasingContent[] | undefined {
  const tags = ticket.tags?.slice(0, MAX_ITEMS).map(safe) ?? []
  return tags.length > 0 ? tags.flatMap(spaced) : undefined
}

/** The value of a custom field as inline code; `undefined` when it is empty. A dropdown's label counts as its value. */
export function fieldValue(
  name: string,
  about: Pick<FactsInput, 'ticket' | 'safe'>,
): PhrasingContent[] | undefined {
  const value = fieldText(name, about)
  return value ? [code(value)] : undefined
}

/** The same value as text; `''` when it is empty. */
export function fieldText(name: string, { ticket, safe }: Pick<FactsInput, 'ticket' | 'safe'>): string {
  const field = ticket.fields?.find(field => field.name === name)
  return safe(field?.text || field?.value || '').trim()
}

function customerFact({ ticket, includeCustomer, texts }: FactsInput): PhrasingContent[] | undefined {
  if (!includeCustomer || !ticket.customer) return undefined
  const { firstName, lastName, email } = ticket.customer
  const name = [firstName, lastName].filter(Boolean).join(' ')
  const known = [name, email ?? ''].filter(part => part !== '')
  return known.length > 0
    ? markdownSentence(texts, 'customer', { customer: known.flatMap(spaced) })
    : undefined
}

/** The line that names the files of a message and their sizes. The files stay in FreeScout. */
export function attachmentsLine(
  files: Attachment[],
  { texts, safe }: Pick<FactsInput, 'texts' | 'safe'>,
): BlockContent[] {
  if (files.length === 0) return []
  const names = files
    .slice(0, MAX_ITEMS)
    .map(({ name, bytes }): PhrasingContent[] => [code(safe(name)), textNode(` (${size(bytes)})`)])
  const hidden = files.length - names.length
  const more =
    hidden > 0 ? [[textNode(plainSentence(texts, 'more-attachments', { count: String(hidden) }))]] : []
  const attachments = separated([...names, ...more])
  return [paragraph(...markdownSentence(texts, 'attachments', { attachments }))]
}

/** A value as inline code. */
export function code(value: string): PhrasingContent {
  return inlineCode(value, MAX_ITEM_LENGTH)
}

function spaced(value: string, at: number): PhrasingContent[] {
  return at === 0 ? [code(value)] : [textNode(' '), code(value)]
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
