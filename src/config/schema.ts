import * as v from 'valibot'
import { criteriaSchema } from './criteria.ts'
import { about, list } from './describe.ts'
import { issueSchema } from './issue.ts'
import { labelActionSchema, ticketSchema } from './ticket.ts'
import { duration, fieldName, label, mailbox, text, user } from './values.ts'

/*
 * The one description of `.github/freescout.yml`: what is allowed, what is meant when a key is left out, and
 * what each key is for. The documentation's table and the JSON Schema for editors are made from it (input side;
 * `trim`, `to_lower_case` and the like have no counterpart there and are left out).
 *
 * One rule for every list and table: what is written replaces the default, nothing is merged. So a default is
 * dropped by writing the list without it, and `{}` or `[]` means none.
 */

/** The schema of `.github/freescout.yml`, defaults included. */
export const configSchema = v.strictObject({
  mailboxes: about(
    'The addresses of the mailboxes whose tickets may become issues. No other mailbox is read for that; none by default.',
    v.optional(list(mailbox, 'a list of mailbox addresses, such as [support@example.org]'), []),
  ),
  user: about('Required. The FreeScout user who signs notes: e-mail address or numeric id.', user),
  criteria: about('Which tickets get an issue.', v.optional(criteriaSchema, {})),
  issue: about('What issues look like and where they go.', v.optional(issueSchema, {})),
  ticket: about('How tickets are made for issues. Without it, none are.', v.exactOptional(ticketSchema)),
  labels: about(
    'What a label put on an issue does. Replaces the default as a whole, so list those of the default that you keep; {} for none.',
    v.optional(
      v.record(
        label,
        labelActionSchema,
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
          'How far back it looks for links made by hand and for closings, by when the ticket was made or changed: 30d, 12h, 2w. Tagged tickets are found whatever their age.',
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
