/**
 * What the product can say: where each text is used, and which placeholders it may have. `needs`: it must have one of
 * these, or a reader would not know which issue or ticket it is about.
 */
type TextRule = { about: string; placeholders: readonly string[]; needs?: readonly string[] }

const ISSUE = ['issue', 'number', 'url', 'title'] as const
const NAMES_ISSUE = ['issue', 'number', 'url'] as const
const CLOSING = [...ISSUE, 'by', 'through'] as const

/**
 * Every text that the product writes into notes, comments and issues. In notes, `{issue}` is `owner/name#7` with a link,
 * `{number}` is `#7` with a link, `{url}` is the issue's address, and `{title}` its title.
 */
export const CATALOGUE = {
  'issue-filed': {
    about: 'Note: an issue was created for the ticket.',
    placeholders: ISSUE,
    needs: NAMES_ISSUE,
  },
  'issue-linked': {
    about: 'Note: somebody linked an issue by hand, and the link is complete now.',
    placeholders: ISSUE,
    needs: NAMES_ISSUE,
  },
  'issue-moved': {
    about: 'Note: the issue has a new address. {from} is the old one, as owner/name#7.',
    placeholders: [...ISSUE, 'from'],
    needs: NAMES_ISSUE,
  },
  'closed-completed': {
    about: 'Note: the issue was closed as completed.',
    placeholders: CLOSING,
    needs: NAMES_ISSUE,
  },
  'closed-not-planned': {
    about: 'Note: the issue was closed as not planned.',
    placeholders: CLOSING,
    needs: NAMES_ISSUE,
  },
  'closed-duplicate': {
    about: 'Note: the issue was closed as a duplicate.',
    placeholders: CLOSING,
    needs: NAMES_ISSUE,
  },
  reopened: { about: 'Note: the issue was reopened.', placeholders: CLOSING, needs: NAMES_ISSUE },
  by: { about: 'Who closed or reopened the issue, for {by}.', placeholders: ['login'], needs: ['login'] },
  'through-pull-request': {
    about: 'Which pull request closed the issue, for {through}. {name} is #55 or owner/name#55, with a link.',
    placeholders: ['name'],
    needs: ['name'],
  },
  'through-commit': {
    about: 'Which commit closed the issue, for {through}. {name} is the start of its id, with a link.',
    placeholders: ['name'],
    needs: ['name'],
  },
  labelled: {
    about: 'Note: the issue got a label that has an action and no text.',
    placeholders: [...ISSUE, 'label'],
    needs: NAMES_ISSUE,
  },
  'label-note': {
    about: 'Note: the issue got a label. {text} is the text that the section labels gives it.',
    placeholders: [...ISSUE, 'text'],
    needs: ['text'],
  },
  'ticket-created': {
    about: 'The first line of a ticket that was created from an issue. The text of the issue follows.',
    placeholders: ISSUE,
    needs: NAMES_ISSUE,
  },
  'duplicate-ticket': {
    about: 'Note: another run created the ticket at the address {ticket} for the same issue.',
    placeholders: [...ISSUE, 'ticket'],
    needs: ['ticket'],
  },
  'comment-relayed': {
    about:
      'The first line of a note that a comment became. {author} is the login, with a link to the comment.',
    placeholders: [...ISSUE, 'author'],
    needs: NAMES_ISSUE,
  },
  'not-relayed': {
    about: 'Note: a note was not sent to the issue, because its repository is not private.',
    placeholders: [...ISSUE, 'command'],
  },
  'rest-on-github': { about: 'The end of a text from GitHub that is too long.', placeholders: [] },
  'issue-unreadable': { about: "Instead of an issue's text that can't be shown.", placeholders: [] },
  'comment-unreadable': { about: "Instead of a comment's text that can't be shown.", placeholders: [] },
  'comment-empty': { about: 'Instead of a comment without text.', placeholders: [] },
  'ticket-link': {
    about: 'Comment: the ticket at the address {url} belongs to the issue.',
    placeholders: ['url'],
    needs: ['url'],
  },
  'ticket-resolved': {
    about: 'Comment: the ticket was closed. {time} is UTC, as 2026-03-16T14:07:23Z.',
    placeholders: ['time', 'url'],
    needs: ['url'],
  },
  'ticket-reopened': {
    about: 'Comment: the ticket was reopened after the closing at {time}.',
    placeholders: ['time', 'url'],
    needs: ['url'],
  },
  'duplicate-issue': {
    about: 'Comment: another run created {issue} for the same ticket.',
    placeholders: ['issue'],
    needs: ['issue'],
  },
  'note-relayed': {
    about: 'The first line of a comment that a note became. {ticket} names the ticket, with a link.',
    placeholders: ['ticket'],
    needs: ['ticket'],
  },
  'agent-note-relayed': {
    about: 'The same when relay.name-agents is true.',
    placeholders: ['ticket', 'agent'],
    needs: ['ticket'],
  },
  'note-empty': { about: 'Instead of a note without text.', placeholders: [] },
  'note-cut': { about: 'The end of a note that is too long.', placeholders: [] },
  'note-too-long': { about: 'Instead of a note that is too long for a comment.', placeholders: [] },
  'note-unreadable': { about: "Instead of a note that can't be shown.", placeholders: [] },
  'ticket-name': {
    about: "The ticket's name in an issue, and the title of an issue that shows nothing of its ticket.",
    placeholders: ['number'],
    needs: ['number'],
  },
  'link-only': {
    about: 'The whole text of an issue that shows nothing of its ticket. {ticket} names it, with a link.',
    placeholders: ['ticket'],
    needs: ['ticket'],
  },
  mailbox: {
    about: 'In the first line of an issue, for {facts}.',
    placeholders: ['mailbox'],
    needs: ['mailbox'],
  },
  customer: {
    about: 'In the first line of an issue, for {facts}. Only if issue.customer is true.',
    placeholders: ['customer'],
    needs: ['customer'],
  },
  'customer-wrote': {
    about: "Before the customer's message. Date and time are UTC, as 2026-03-16 and 14:07.",
    placeholders: ['date', 'time'],
  },
  'customer-wrote-undated': { about: 'The same when the time is not known.', placeholders: [] },
  'message-none': { about: 'When no customer wrote anything on the ticket.', placeholders: [] },
  'message-empty': { about: 'When the message has neither text nor files.', placeholders: [] },
  'message-of-files': { about: 'When the message only has attachments.', placeholders: [] },
  'message-of-pictures': { about: 'When the message only has pictures in its text.', placeholders: [] },
  'message-of-pictures-and-files': {
    about: 'When the message only has pictures and attachments.',
    placeholders: [],
  },
  'message-cut': { about: 'The end of a message that is too long.', placeholders: [] },
  'message-too-long': { about: 'Instead of a message of which no part fits.', placeholders: [] },
  'message-unreadable': { about: "Instead of a message that can't be shown.", placeholders: [] },
  'signature-left-out': { about: 'Instead of the signature below a message.', placeholders: [] },
  'earlier-messages': { about: 'Before the earlier messages that the message quotes.', placeholders: [] },
  'earlier-cut': { about: 'The end of an earlier message that is too long.', placeholders: [] },
  attachments: {
    about: 'The files of the message, below it.',
    placeholders: ['attachments'],
    needs: ['attachments'],
  },
  'more-attachments': {
    about: 'The last entry of a long list of files.',
    placeholders: ['count'],
    needs: ['count'],
  },
} as const satisfies Record<string, TextRule>

/** The name of a text, as it stands under `texts` in the configuration. */
export type TextName = keyof typeof CATALOGUE

/** The placeholders that a text may have. */
export type PlaceholderOf<Name extends TextName> = (typeof CATALOGUE)[Name]['placeholders'][number]

/** Every text in one language, as templates. */
export type Texts = Readonly<Record<TextName, string>>

/** The rule of a text, with all its optional parts. */
export function ruleOf(name: TextName): TextRule {
  return CATALOGUE[name]
}
