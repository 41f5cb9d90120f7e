import * as v from 'valibot'
import { DEFAULT_BODY, unknownPlaceholder } from '../texts/template.ts'
import {
  choiceSchema,
  described,
  type FieldValue,
  fieldNameSchema,
  fieldValueSchema,
  labelNameSchema,
  mailboxAddressSchema,
  mappingSchema,
  repositoryNameSchema,
  splitFieldValue,
  tagOrFieldValueSchema,
  tagSchema,
  typeNameSchema,
} from './values.ts'

/** What a ticket must have; everything that is given must hold. */
export type When = { tag?: string; mailbox?: string; field?: FieldValue }

/** The issue of a ticket for which `when` holds gets `label`. */
export type LabelRule = { when: When; label: string }

/** The issue of a ticket for which `when` holds gets `type`, unless an earlier rule holds. */
export type TypeRule = { when: When; type: string }

const route = mappingSchema({
  when: described(
    'What the ticket must have: at least one of tag, mailbox and field. All conditions that you write must hold.',
    v.pipe(
      mappingSchema({
        tag: described('The ticket has this tag.', v.exactOptional(tagSchema)),
        mailbox: described('The ticket is in this mailbox.', v.exactOptional(mailboxAddressSchema)),
        field: described(
          'A custom field has this value, written name=value. For a dropdown, the value is its label.',
          v.exactOptional(fieldValueSchema),
        ),
      }),
      v.minEntries(1, 'at least one of tag, mailbox and field'),
    ),
  ),
  repository: described('The repository of the issue of such a ticket, as owner/name.', repositoryNameSchema),
})

/** The labels of new issues when `issue.labels` is left out. */
export const DEFAULT_ISSUE_LABELS = { bug: 'bug', feature_request: 'enhancement', 'auto:status': 'incident' }

const TITLE =
  'text with no placeholders except {subject}, {number}, {mailbox}, {tags} and {field:NAME}, in one line'
const IN_TITLE = ['subject', 'number', 'mailbox', 'tags']
const TITLE_PATTERN = new RegExp(`^(?!.*${unknownPlaceholder(IN_TITLE, ['field:[^{}]+'])}).*$`)

const BODY =
  'Markdown with no placeholders except {facts}, {subject}, {number}, {mailbox}, {tags}, {field:NAME}, {link}, {message} and {attachments}'
const IN_BODY = [...IN_TITLE, 'facts', 'link', 'message', 'attachments']
const BODY_PATTERN = new RegExp(`^(?![\\s\\S]*${unknownPlaceholder(IN_BODY, ['field:[^{}]+'])})[\\s\\S]*$`)

function templateSchema(expected: string, max: number, pattern: RegExp) {
  return v.pipe(
    v.string(expected),
    v.trim(),
    v.nonEmpty(expected),
    v.maxLength(max, `at most ${max} characters`),
    v.regex(pattern, expected),
  )
}

/** The section `issue`: what issues look like and where they are created. */
export const issueSection = mappingSchema({
  repository: described(
    'The repository in which issues are created, as owner/name. Default: the repository in which the workflow runs.',
    v.exactOptional(repositoryNameSchema),
  ),
  content: described(
    "How much of the ticket goes into the issue. With full, that is its subject and text. With link-only, it is only the ticket's number and a link. With auto, it is full in a private repository, and link-only in any other. In a public repository, full publishes customers' text.",
    v.optional(choiceSchema('auto', 'full', 'link-only'), 'auto'),
  ),
  title: described(
    "The template of an issue's title. Placeholders: {subject}, {number}, {mailbox}, {tags} and {field:NAME} for a custom field. Not used with link-only.",
    v.optional(templateSchema(TITLE, 200, TITLE_PATTERN), '{subject}'),
  ),
  body: described(
    "The template of an issue's text, in Markdown. Further placeholders: {link} to the ticket; and on their own line {facts} (ticket, mailbox, tags and fields), {message} and {attachments}. A line whose placeholders are all empty is left out. Not used with link-only.",
    v.optional(templateSchema(BODY, 5000, BODY_PATTERN), DEFAULT_BODY),
  ),
  customer: described(
    "Whether the issue names the customer. If not, the action replaces the customer's name, addresses and marked telephone numbers by [redacted].",
    v.optional(v.boolean('true or false'), false),
  ),
  signature: described(
    "What happens to the signature below the customer's message. fold: one line says that there was a signature. keep: the issue shows it. drop: the issue does not show it. FreeScout always keeps it.",
    v.optional(choiceSchema('fold', 'keep', 'drop'), 'fold'),
  ),
  fields: described(
    "The custom fields that the issue's body shows.",
    v.optional(v.array(fieldNameSchema, 'a list of custom fields, such as [component_tag]'), [
      'component_tag',
      'incident_severity',
    ]),
  ),
  allowed: described(
    'Further repositories whose issues people may link by hand. Repositories in which issues are created are always allowed.',
    v.optional(v.array(repositoryNameSchema, 'a list of repositories, such as [owner/name]'), []),
  ),
  labels: described(
    'The labels of a new issue, by the ticket\'s tag or by a custom field written "name=value". Your list replaces the whole default. {} means none. Every linked issue also gets freescout-linked.',
    v.optional(
      v.pipe(
        v.record(
          tagOrFieldValueSchema,
          labelNameSchema,
          'a mapping of tags (or name=value) to labels, such as { bug: bug }',
        ),
        v.transform(toLabelRules),
      ),
      DEFAULT_ISSUE_LABELS,
    ),
  ),
  types: described(
    'The issue type of a new issue, by the ticket\'s tag or by a custom field written "name=value". The first entry that fits counts. The owner of the repository must have a type of that name. When GitHub refuses it, the issue is created without it, and the run warns.',
    v.optional(
      v.pipe(
        v.record(
          tagOrFieldValueSchema,
          typeNameSchema,
          'a mapping of tags (or name=value) to issue types, such as { bug: Bug }',
        ),
        v.transform(toTypeRules),
      ),
      {},
    ),
  ),
  routes: described(
    'Other repositories for some tickets. The first route whose conditions hold is used.',
    v.optional(
      v.array(route, 'a list of routes, such as [{ when: { tag: billing }, repository: owner/billing }]'),
      [],
    ),
  ),
  'on-ticket-closed': described(
    'What happens when the ticket is closed. comment: the issue gets one comment. close: the issue is also closed, when every ticket linked to it is closed. nothing: nothing happens.',
    v.optional(choiceSchema('comment', 'close', 'nothing'), 'comment'),
  ),
})

function toLabelRules(labels: Record<string, string>): LabelRule[] {
  return Object.entries(labels).map(([key, label]) => ({ when: toWhen(key), label }))
}

function toTypeRules(types: Record<string, string>): TypeRule[] {
  return Object.entries(types).map(([key, type]) => ({ when: toWhen(key), type }))
}

/** A tag, or a custom field and its value as `name=value`. */
function toWhen(key: string): When {
  return key.includes('=') ? { field: splitFieldValue(key) } : { tag: key.trim().toLowerCase() }
}
