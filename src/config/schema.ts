import * as v from 'valibot'
import {
  choice,
  duration,
  email,
  type FieldValue,
  fieldName,
  fieldValue,
  label,
  repository,
  splitField,
  tag,
  tagOrField,
  text,
  user,
} from './values.ts'

/*
 * The one description of `.github/freescout.yml`: what is allowed, what is meant when a key is left out, and
 * what each key is for. The documentation's table and the JSON Schema for editors are made from it (input side;
 * `trim`, `to_lower_case` and the like have no counterpart there and are left out).
 *
 * One rule for every list and table: what is written replaces the default, nothing is merged. So a default is
 * dropped by writing the list without it, and `{}` or `[]` means none.
 */

/** What a ticket must have; everything that is given must hold. */
export type When = { tag?: string; mailbox?: string; field?: FieldValue }

/** Puts `label` on the issue of a ticket for which `when` holds. */
export type LabelRule = { when: When; label: string }

const mailbox = email('the e-mail address of a mailbox')

const criteria = v.strictObject({
  tags: about(
    'Trigger tags: a ticket with any of them gets an issue. Upper and lower case are the same.',
    v.optional(list(tag, 'a list of tags, such as [bug]'), ['bug', 'feature_request', 'auto:status']),
  ),
  keywords: about(
    "Words to look for in a ticket's subject and body.",
    v.optional(
      v.strictObject({
        mode: about(
          'off: not looked for. also: an untagged ticket with a keyword counts too. require: tag and keyword are both needed.',
          v.optional(
            v.pipe(
              // `off` without quotes is text in YAML 1.2 and false in YAML 1.1: both mean the same here.
              v.union([choice('off', 'also', 'require'), v.literal(false)], 'off, also or require'),
              v.transform(mode => (mode === false ? 'off' : mode)),
            ),
            'off',
          ),
        ),
        words: about(
          'The keywords, taken literally (no patterns).',
          v.optional(list(text('a keyword as text'), 'a list of keywords, such as [crash]'), [
            'bug',
            'crash',
            'broken',
            'feature request',
          ]),
        ),
      }),
      {},
    ),
  ),
})

const route = v.strictObject({
  when: about(
    'What the ticket must have: at least one of tag, mailbox and field; all that are given must hold.',
    v.pipe(
      v.strictObject({
        tag: about('The ticket has this tag.', v.exactOptional(tag)),
        mailbox: about('The ticket is in this mailbox.', v.exactOptional(mailbox)),
        field: about(
          'A custom field has this value, written name=value. For a dropdown, the value is its label.',
          v.exactOptional(fieldValue),
        ),
      }),
      v.minEntries(1, 'at least one of tag, mailbox and field'),
    ),
  ),
  repository: about('Where the issue is made then, as owner/name.', repository),
})

/** The section `issue`. */
export const issueSchema = v.strictObject({
  repository: about(
    'Where issues are made, as owner/name. Default: the repository the workflow runs in.',
    v.exactOptional(repository),
  ),
  content: about(
    "How much of the ticket goes into the issue. full: its subject and text. link-only: that ticket #N exists. auto: full in a private repository, link-only in any other. full in a public repository publishes customers' text.",
    v.optional(choice('auto', 'full', 'link-only'), 'auto'),
  ),
  customer: about(
    'Whether the issue names the customer. If not, their name and addresses are redacted from the text.',
    v.optional(v.boolean('true or false'), false),
  ),
  fields: about(
    "The custom fields shown in the issue's body.",
    v.optional(list(fieldName, 'a list of custom fields, such as [component_tag]'), [
      'component_tag',
      'incident_severity',
    ]),
  ),
  allowed: about(
    'Further repositories whose issues may be linked by hand. Those in which issues are made are always allowed.',
    v.optional(list(repository, 'a list of repositories, such as [owner/name]'), []),
  ),
  labels: about(
    'The labels of a new issue, by the ticket\'s tag or by a custom field written "name=value". Replaces the default as a whole; {} for none. freescout-linked is put on always.',
    v.optional(
      v.pipe(
        v.record(tagOrField, label, 'a mapping of tags (or name=value) to labels, such as { bug: bug }'),
        v.transform(toLabelRules),
      ),
      { bug: 'bug', feature_request: 'enhancement', 'auto:status': 'incident' },
    ),
  ),
  routes: about(
    'Other repositories for some tickets. The first that fits wins.',
    v.optional(
      list(route, 'a list of routes, such as [{ when: { tag: billing }, repository: owner/billing }]'),
      [],
    ),
  ),
  'on-ticket-closed': about(
    'When the ticket is closed. comment: one comment on the issue. close: also close the issue, once every ticket linked to it is closed. nothing.',
    v.optional(choice('comment', 'close', 'nothing'), 'comment'),
  ),
})

const ticket = v.strictObject({
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

const labelAction = v.strictObject({
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

/** The schema of `.github/freescout.yml`, defaults included. */
export const configSchema = v.strictObject({
  mailboxes: about(
    'The addresses of the mailboxes whose tickets may become issues. No other mailbox is read for that; none by default.',
    v.optional(list(mailbox, 'a list of mailbox addresses, such as [support@example.org]'), []),
  ),
  user: about('Required. The FreeScout user who signs notes: e-mail address or numeric id.', user),
  criteria: about('Which tickets get an issue.', v.optional(criteria, {})),
  issue: about('What issues look like and where they go.', v.optional(issueSchema, {})),
  ticket: about('How tickets are made for issues. Without it, none are.', v.exactOptional(ticket)),
  labels: about(
    'What a label put on an issue does. Replaces the default as a whole, so list those of the default that you keep; {} for none.',
    v.optional(
      v.record(
        label,
        labelAction,
        'a mapping of labels to actions, such as { regression: { action: create } }',
      ),
      {
        'customer-reported': { action: 'create' },
        regression: { action: 'create', tags: ['bug', 'regression'] },
        'needs-customer-confirm': { action: 'note', text: 'Please ask the customer to confirm the fix.' },
      },
    ),
  ),
  fields: about(
    'The names of the custom fields in FreeScout.',
    v.optional(
      v.strictObject({
        'issue-url': about(
          "The field that holds the issue's URL.",
          v.optional(fieldName, 'github_issue_url'),
        ),
      }),
      {},
    ),
  ),
  'trusted-authors': about(
    "Logins whose comments and markers on issues count, besides the token's own and the repository's owners, members and collaborators.",
    v.optional(list(text("an author's login", 100), 'a list of logins, such as ["github-actions[bot]"]'), [
      'github-actions[bot]',
    ]),
  ),
  sweep: about(
    'The scheduled sweep.',
    v.optional(
      v.strictObject({
        since: about(
          'How far back it looks for links made by hand, by when the ticket was made: 30d, 12h, 2w. Tagged tickets are found whatever their age.',
          v.optional(duration, '30d'),
        ),
        limit: about(
          'How many tickets one sweep treats at most.',
          v.optional(
            v.pipe(
              v.number('a whole number from 1 to 1000'),
              v.integer('a whole number from 1 to 1000'),
              v.minValue(1, 'a whole number from 1 to 1000'),
              v.maxValue(1000, 'a whole number from 1 to 1000'),
            ),
            100,
          ),
        ),
      }),
      {},
    ),
  ),
})

/** The configuration as the rest of the action reads it: checked, normalised, defaults filled in. */
export type Config = v.InferOutput<typeof configSchema>

function about<const Schema extends v.GenericSchema>(description: string, schema: Schema) {
  return v.pipe(schema, v.description(description))
}

function list<const Item extends v.GenericSchema>(item: Item, expected: string) {
  return v.array(item, expected)
}

function toLabelRules(labels: Record<string, string>): LabelRule[] {
  return Object.entries(labels).map(([key, label]) => ({
    when: key.includes('=') ? { field: splitField(key) } : { tag: key.trim().toLowerCase() },
    label,
  }))
}
