import type { FieldDefinition } from '../freescout/client.ts'
import { isSameName } from '../names.ts'
import { SetupError } from '../setup-error.ts'

/** The types of custom fields that keep a URL as it is. A dropdown, a number or a date drops it, and answers 204. */
const TEXT_TYPES = ['singleline', 'multiline']

/**
 * The custom field for the link among the fields of a mailbox, or why none can be used. `untyped`: FreeScout does not say
 * of which type it is. `similar`: the name of a field that differs only in case.
 */
export type LinkField =
  | { kind: 'usable' | 'untyped' | 'wrong-type'; field: FieldDefinition }
  | { kind: 'several'; types: string[] }
  | { kind: 'missing'; similar: string | undefined }

/** Finds the custom field with this name. Its case counts, as in FreeScout. */
export function findLinkField(fields: FieldDefinition[], name: string): LinkField {
  const [field, ...others] = fields.filter(one => one.name === name)
  if (!field) return { kind: 'missing', similar: fields.find(one => isSameName(one.name, name))?.name }
  if (others.length > 0) return { kind: 'several', types: [field, ...others].map(({ type }) => type) }
  if (!field.type) return { kind: 'untyped', field }
  return { kind: TEXT_TYPES.includes(field.type) ? 'usable' : 'wrong-type', field }
}

/** Where the link would be kept, and what a run is about to create. `mailbox` is the mailbox's address. */
type LinkPlace = { name: string; mailbox: string; creates: 'issue' | 'ticket' }

/**
 * The custom field for the link, before anything is created. Otherwise the link would have no place, and FreeScout says so
 * only after the creation.
 *
 * @param fields the fields of the mailbox; `undefined` when the module Custom Fields is off
 * @throws {SetupError} when there is no such field, when there are several, and for a type that does not hold a URL
 */
export function requireLinkField(
  fields: FieldDefinition[] | undefined,
  { name, mailbox, creates }: LinkPlace,
): FieldDefinition {
  if (!fields) {
    throw new SetupError([
      `FreeScout shows no custom fields, so there is no place for the link and no ${creates} was created. ` +
        'Activate the module Custom Fields under Manage » Modules.',
    ])
  }
  const found = findLinkField(fields, name)
  switch (found.kind) {
    case 'usable':
    case 'untyped':
      return found.field
    case 'missing':
      throw new SetupError([
        `The mailbox ${mailbox} has no custom field "${name}", so there is no place for the link and no ${creates} was created. ` +
          'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.',
      ])
    case 'several':
      throw new SetupError([
        `The mailbox ${mailbox} has ${found.types.length} custom fields "${name}" (${found.types.join(', ')}), so nobody can say which one counts and no ${creates} was created. ` +
          'Delete or rename all but the one of the type single line under Manage » Mailboxes » Custom Fields.',
      ])
    case 'wrong-type':
      throw new SetupError([
        `The custom field "${name}" of the mailbox ${mailbox} is of the type ${found.field.type}, which does not hold a URL, so no ${creates} was created. ` +
          'Replace it by a field with the same name and the type single line under Manage » Mailboxes » Custom Fields.',
      ])
  }
}
