import * as v from 'valibot'
import { about, list } from './describe.ts'
import { choice, email, mailbox, tag, text } from './values.ts'

/** The section `ticket`: how tickets are made for issues. */
export const ticketSchema = v.strictObject({
  mailbox: about('The mailbox in which tickets are made for issues.', mailbox),
  customer: about(
    "Whom such a ticket is from: an address of your own. Agents' replies go there, and to nobody else.",
    email('an e-mail address'),
  ),
  notify: about(
    'Whether FreeScout tells the agents about such a ticket. The customer is never told.',
    v.optional(v.boolean('true or false'), true),
  ),
  'on-issue-closed': about(
    'When the issue is closed or reopened. note: an internal note on every linked ticket. note-and-reopen: also reopen the tickets. nothing.',
    v.optional(choice('note', 'note-and-reopen', 'nothing'), 'note'),
  ),
})

/** An entry of the section `labels`: what a label put on an issue does. */
export const labelActionSchema = v.strictObject({
  action: about(
    'create: make a ticket for the issue, or add a note when it has one. note: add an internal note to every linked ticket.',
    choice('create', 'note'),
  ),
  tags: about(
    'Tags that the ticket gets.',
    v.optional(list(tag, 'a list of tags, such as [regression]'), []),
  ),
  text: about('What the note says.', v.exactOptional(text('the text of the note', 5000))),
})
