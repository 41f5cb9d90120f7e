import { SetupError } from './setup-error.ts'

/** The page that explains every message, in the version that the delivered workflow uses. */
const PAGE = 'https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md'

/** The heading about errors that are mistakes in this program. */
const OUR_MISTAKE = 'A bug in this action'

/**
 * The headings of the page about messages of the action. A heading is the message as the log has it, with `…` for what
 * differs each time. A test holds that page and list are the same.
 */
export const HEADINGS: readonly string[] = [
  'Input …: found …. …',
  'This action needs Node 24, and the runner started Node ….',
  'The event "…" is not handled; see on: in freescout-sync.yml.',
  'The dispatch names no ticket: client_payload.conversation_id must be a whole number above 0.',
  'The configuration (…) has …; nothing was written.',
  'There is nothing to look at: give conversation or issue, or choose the command sweep, report or doctor.',
  'There is no configuration: … is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.',
  'config-path is …, which is not a file inside the repository.',
  "… is in the workspace, but can't be read: ….",
  'FreeScout refused the API key (401)',
  'FreeScout gave no answer at … (…)',
  "A login page answers at … instead of FreeScout's API (…)",
  'A proxy or firewall in front of FreeScout at … refused the request with a web page (403)',
  'FreeScout at … redirects to … (…)',
  'FreeScout at … answered with … instead of JSON',
  'FreeScout at … does not know this call (405)',
  'FreeScout limits our requests (429)',
  'FreeScout is not working right now (……)',
  'FreeScout refused the request (……)',
  'FreeScout at … answered "not found" (404)',
  "FreeScout lists ticket … in a way that can't be read, at …",
  "FreeScout's answer is not what its API promises, at …",
  'FreeScout has no user that fits user: …',
  'FreeScout did not send the tags of the ticket',
  'FreeScout did not send the tags of ticket #…, so nobody knows whether it has a trigger tag.',
  'FreeScout accepted the …, but shows something else',
  'FreeScout accepted the link, but the field "…" holds something else',
  'GitHub refused the token (401)',
  'GitHub does not let the token do this (403: …)',
  'GitHub accepts no comment on a locked issue (403)',
  'GitHub answered "not found" (404)',
  'GitHub says that this has moved (…)',
  'GitHub limits our requests (…)…',
  'GitHub is not working right now (…)',
  'GitHub refused the request (…: …)',
  'GitHub gave no answer (…)',
  "GitHub's answer is not what its API promises",
  'GitHub says that the next page is at …, which is not its API',
  'No ticket has the id …, but number … is ticket id ….',
  'The answer to a creation was lost, and the lists do not show the result (yet)',
  'FreeScout shows no custom fields, so there is no place for the link and no … was created.',
  'The mailbox … has no custom field "…", so there is no place for the link and no … was created.',
  'The custom field "…" of the mailbox … is of the type …, which does not hold a URL, so no … was created.',
  'The mailbox … has … custom fields "…" (…), so nobody can say which one counts and no … was created.',
  'Ticket #… is linked, but its mailbox … has no field for the link.',
  'Ticket #…: the field "…" holds something that is not an issue in an allowed repository, so nothing is created or followed.',
  'Ticket #… is linked to …, which is ….',
  '… was linked to …, which is gone or names another issue now.',
  '… does not have the label …, which later runs use to find it: ….',
  '… lacks …, because ….',
  '… has no type "…", because GitHub left it out.',
  'Looking at … changed issues one by one.',
  'The note will not say who closed or reopened ….',
  'FreeScout has no mailbox …. Correct "mailboxes" in the configuration.',
  'FreeScout has no mailbox …, in which tickets are to be created.',
  'The message of ticket #… is not shown in its issue, because ….',
  'The text of … is not shown on its ticket, because ….',
  'The issue of ticket #… does not follow issue.body, because it would be longer than GitHub allows.',
  'The note … of ticket #… is not shown in its issue, because ….',
  'The note … of ticket #… is too long for a comment.',
  "Ticket #…: … not relayed, because the issue's repository is not private.",
  'Another run relayed the note … first: the comment … was deleted.',
  '… of … failed; the others are done.',
  'Some lists could not be read, so the next sweep reads them again.',
  'This sweep would create … tickets and issues, more than max-new (…), so it created none of them.',
  'This sweep would create …, and … more could not be read.',
  'This sweep would create …, but it could not read all lists.',
  'Without dry-run, the sweep would create none of these … tickets and issues: they are more than max-new (…).',
  '… left for the next sweep.',
  'FreeScout shows no custom fields, so nobody can see which tickets are linked.',
  'The report leaves out the tickets that are linked to issues of …, because GitHub does not list these issues.',
  '… of … checks found something missing: ….',
  '… is not the URL of a proxy.',
]

/** The address of the heading that explains an error. An error without a heading of its own is a mistake of ours. */
export function helpForError(error: Error): string {
  const summary = error instanceof SetupError ? error.summary : undefined
  return addressOf(headingOf(summary ?? error.message) ?? OUR_MISTAKE)
}

/** The address of the heading that explains a warning; `undefined` when there is none. */
export function helpForWarning(message: string): string | undefined {
  const heading = headingOf(message)
  return heading && addressOf(heading)
}

/** The heading that the message begins with. Of several, the one that says the most. */
function headingOf(message: string): string | undefined {
  return HEADINGS.filter(heading => beginsWith(message, heading))
    .toSorted((one, other) => lettersOf(other) - lettersOf(one))
    .at(0)
}

/** Whether a message has the parts of the heading in their order, the first one at its start. */
function beginsWith(message: string, heading: string): boolean {
  const [start = '', ...parts] = heading.split('…')
  if (!message.startsWith(start)) return false
  let at = start.length
  for (const part of parts) {
    const found = message.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}

function lettersOf(heading: string): number {
  return heading.replaceAll('…', '').length
}

/** GitHub makes the anchor of a heading: lower case, without punctuation, and with a dash for each space. */
function addressOf(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return `${PAGE}#${anchor}`
}
