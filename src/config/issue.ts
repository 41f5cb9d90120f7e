import * as v from 'valibot'
import { about, list } from './describe.ts'
import {
  choice,
  type FieldValue,
  fieldName,
  fieldValue,
  label,
  mailbox,
  repository,
  splitField,
  tag,
  tagOrField,
} from './values.ts'

/** What a ticket must have; everything that is given must hold. */
export type When = { tag?: string; mailbox?: string; field?: FieldValue }

/** Puts `label` on the issue of a ticket for which `when` holds. */
export type LabelRule = { when: When; label: string }

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

/** The section `issue`: what issues look like and where they go. */
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

function toLabelRules(labels: Record<string, string>): LabelRule[] {
  return Object.entries(labels).map(([key, label]) => ({
    when: key.includes('=') ? { field: splitField(key) } : { tag: key.trim().toLowerCase() },
    label,
  }))
}
