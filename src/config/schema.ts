import * as v from 'valibot'
import { DEFAULT_ISSUE_FIELD } from '../names.ts'
import { LANGUAGE_CODES } from '../texts/choose.ts'
import { issueSection } from './issue-section.ts'
import { relaySection } from './relay-section.ts'
import { textsSection } from './texts-section.ts'
import {
  addressSchema,
  choiceSchema,
  described,
  durationSchema,
  fieldNameSchema,
  listedLabelSchema,
  mailboxAddressSchema,
  mappingSchema,
  tagSchema,
  textSchema,
  userSchema,
} from './values.ts'

/*
 * The one description of `.github/freescout.yml`: the keys, their defaults and what each key is for. `npm run docs`
 * makes docs/configuration.md and the JSON Schema from it.
 *
 * One rule holds for every list and table: what the author writes replaces the default, and nothing is merged.
 * So an author drops a default by writing the list without it, and `{}` or `[]` means none.
 */

/** The section `criteria`. */
const criteria = mappingSchema({
  tags: described(
    'Trigger tags: a ticket with any of them gets an issue. Upper and lower case make no difference.',
    v.optional(v.array(tagSchema, 'a list of tags, such as [bug]'), [
      'bug',
      'feature_request',
      'auto:status',
    ]),
  ),
  keywords: described(
    "Words to look for in a ticket's subject and body.",
    v.optional(
      mappingSchema({
        mode: described(
          'off: keywords are not looked for. also: a ticket with a keyword gets an issue even without a trigger tag. require: a ticket needs both a trigger tag and a keyword.',
          v.optional(
            v.pipe(
              // `off` without quotes is text in YAML 1.2 and false in YAML 1.1: both mean the same here.
              v.union([choiceSchema('off', 'also', 'require'), v.literal(false)], 'off, also or require'),
              v.transform(mode => (mode === false ? 'off' : mode)),
            ),
            'off',
          ),
        ),
        words: described(
          'The keywords, taken literally (no patterns).',
          v.optional(v.array(textSchema('a keyword as text'), 'a list of keywords, such as [crash]'), [
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

/** The section `ticket`. */
const ticket = mappingSchema({
  mailbox: described('The mailbox in which tickets are created for issues.', mailboxAddressSchema),
  customer: described(
    "The customer of such a ticket: your own address. Agents' replies go to it, and to nobody else.",
    addressSchema('an email address'),
  ),
  notify: described(
    'Whether FreeScout notifies the agents of such a ticket. It never notifies the customer.',
    v.optional(v.boolean('true or false'), true),
  ),
  'on-issue-closed': described(
    'What happens when the issue is closed or reopened. With note, every linked ticket gets an internal note. With note-and-reopen, the closed tickets are also reopened. With note-and-close, the open tickets are also closed, unless the issue was closed as a duplicate. The customer gets no mail about that. With note-and-close, the issue gets no comment when the user who signs notes closes a ticket, so no person may use that account. With nothing, nothing happens.',
    v.optional(choiceSchema('note', 'note-and-reopen', 'note-and-close', 'nothing'), 'note'),
  ),
})

/** What a label can do. */
export const LABEL_ACTIONS = ['create', 'note'] as const

/** An entry of the section `labels`. */
const labelAction = mappingSchema({
  action: described(
    'create: the issue gets a ticket. If it has one already, the ticket gets an internal note. note: every linked ticket gets an internal note.',
    choiceSchema(...LABEL_ACTIONS),
  ),
  tags: described(
    'The tags that the ticket gets.',
    v.optional(v.array(tagSchema, 'a list of tags, such as [regression]'), []),
  ),
  text: described('The text of the note.', v.exactOptional(textSchema('the text of the note', 5000))),
})

/** What labels do when the section `labels` is left out. */
export const DEFAULT_LABEL_ACTIONS = {
  'customer-reported': { action: 'create' },
  regression: { action: 'create', tags: ['bug', 'regression'] },
  'needs-customer-confirm': { action: 'note', text: 'Please ask the customer to confirm the fix.' },
} as const

const MAX_NEW = 'a whole number from 0 to 1000'
const LIMIT = 'a whole number from 1 to 1000'

/** The section `sweep`. */
const sweep = mappingSchema({
  since: described(
    "How far back the sweep looks for links made by hand and for closings: 30d, 12h, 2w. The ticket's creation or last change counts. Tagged tickets are found at any age.",
    v.optional(durationSchema, '30d'),
  ),
  limit: described(
    'The largest number of tickets that one sweep handles.',
    v.optional(v.pipe(v.number(LIMIT), v.integer(LIMIT), v.minValue(1, LIMIT), v.maxValue(1000, LIMIT)), 100),
  ),
  'max-new': described(
    'The largest number of tickets and issues together that one sweep creates. A sweep that would create more creates none, and fails with a list of them. The input max-new overrides it for one run.',
    v.optional(
      v.pipe(v.number(MAX_NEW), v.integer(MAX_NEW), v.minValue(0, MAX_NEW), v.maxValue(1000, MAX_NEW)),
      20,
    ),
  ),
})

/** The schema of `.github/freescout.yml`, defaults included. */
export const configSchema = mappingSchema({
  mailboxes: described(
    'The addresses of the mailboxes whose tickets may become issues. Tickets in all other mailboxes stay in FreeScout.',
    v.optional(
      v.array(mailboxAddressSchema, 'a list of mailbox addresses, such as [support@example.org]'),
      [],
    ),
  ),
  user: described('Required. The FreeScout user who signs notes: email address or numeric id.', userSchema),
  criteria: described('Which tickets get an issue.', v.optional(criteria, {})),
  issue: described(
    'What issues look like and in which repository they are created.',
    v.optional(issueSection, {}),
  ),
  ticket: described(
    'How tickets are created for issues. Without this section, issues get no tickets.',
    v.exactOptional(ticket),
  ),
  labels: described(
    'What happens when somebody puts a label on an issue. Your labels replace all default labels, so also list the default labels that you want to keep. {} means none.',
    v.optional(
      v.record(
        listedLabelSchema,
        labelAction,
        'a mapping of labels to actions, such as { regression: { action: create } }',
      ),
      DEFAULT_LABEL_ACTIONS,
    ),
  ),
  relay: described(
    'How people send a comment or a note to the other side. All other comments and notes stay where they are.',
    v.optional(relaySection, {}),
  ),
  language: described(
    'The language of what the product writes into notes, comments and issues: English, German, French or Spanish. Its logs and summaries are in English.',
    v.optional(choiceSchema(...LANGUAGE_CODES), 'en'),
  ),
  texts: described(
    'Your own words for single texts: the name of each text, and your words. docs/texts.md lists the names.',
    v.optional(textsSection, {}),
  ),
  fields: described(
    'The names of the custom fields in FreeScout.',
    v.optional(
      mappingSchema({
        'issue-url': described(
          "The field that holds the issue's URL.",
          v.optional(fieldNameSchema, DEFAULT_ISSUE_FIELD),
        ),
      }),
      {},
    ),
  ),
  'trusted-authors': described(
    "Logins whose comments and markers on issues count. The token's own login and the repository's owners, members and collaborators always count.",
    v.optional(
      v.array(textSchema("an author's login", 100), 'a list of logins, such as ["github-actions[bot]"]'),
      ['github-actions[bot]'],
    ),
  ),
  sweep: described('The scheduled sweep.', v.optional(sweep, {})),
})

/** The configuration as the rest of the action reads it: validated, normalised, defaults filled in. */
export type Config = v.InferOutput<typeof configSchema>

/** What the configuration says a label does. */
export type LabelAction = Config['labels'][string]
