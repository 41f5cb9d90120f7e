import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import type { FieldDefinition } from '../freescout/client.ts'
import { isSameName } from '../names.ts'
import type { ServiceError } from '../service-error.ts'
import { describeError, notChecked } from './check.ts'
import type { MailboxSurvey, Survey } from './survey.ts'

/** The types of custom fields that take a URL as it is. */
const TEXT_TYPES = ['singleline', 'multiline']

/** The rows about FreeScout. */
export function freescoutChecks(seen: Survey, config: Config): Check[] {
  return [
    checkAccess(seen),
    checkFieldsModule(seen),
    checkTagsModule(seen),
    ...checkMailboxes(seen, config),
    checkUser(seen),
  ]
}

/** FreeScout answers, and takes the key. */
export function checkAccess({ mailboxes }: Pick<Survey, 'mailboxes'>): Check {
  const name = 'FreeScout: address and API key'
  if ('error' in mailboxes) return { name, status: 'missing', ...describeError(mailboxes.error) }
  const count = mailboxes.value.length
  return {
    name,
    status: 'ok',
    found: `it answers, and shows ${count === 1 ? '1 mailbox' : `${count} mailboxes`}`,
  }
}

/** Links live in a custom field. */
export function checkFieldsModule({ mailboxes, anyFields }: Pick<Survey, 'mailboxes' | 'anyFields'>): Check {
  const name = 'FreeScout: module Custom Fields'
  if ('error' in mailboxes) return blocked(name)
  if (!anyFields) {
    return { name, status: 'not-checked', found: 'there is no mailbox, and fields are read by mailbox' }
  }
  if ('error' in anyFields) return notChecked(name, anyFields.error)
  if (anyFields.value) return { name, status: 'ok', found: 'on' }
  const todo = 'Activate Custom Fields under Manage » Modules: links are kept in one.'
  return { name, status: 'missing', found: 'off', todo }
}

/** Tags trigger issues, and mark what is linked. */
export function checkTagsModule({ mailboxes, tagsModule }: Pick<Survey, 'mailboxes' | 'tagsModule'>): Check {
  const name = 'FreeScout: module Tags'
  if ('error' in tagsModule) return unread(name, { mailboxes, error: tagsModule.error })
  if (tagsModule.value) return { name, status: 'ok', found: 'on' }
  if (tagsModule.value === undefined) {
    const found = 'no tag is listed: either the module is off, or no ticket has a tag yet'
    return { name, status: 'not-checked', found, todo: 'Tag any ticket and run the doctor again.' }
  }
  const todo = 'Activate Tags under Manage » Modules: tags decide which ticket gets an issue.'
  return { name, status: 'missing', found: 'off', todo }
}

/** Every mailbox of the configuration is there, and has the field for the link. */
export function checkMailboxes(
  { mailboxes, configured }: Pick<Survey, 'mailboxes' | 'configured'>,
  { mailboxes: watched, fields }: Pick<Config, 'mailboxes' | 'fields'>,
): Check[] {
  const nothingWatched: Check = {
    name: 'Watched mailboxes',
    status: 'warning',
    found: 'none, so no ticket becomes an issue',
    todo: 'List them under "mailboxes" in the configuration, if tickets are to become issues.',
  }
  const rows = configured.map(one => {
    const name = `Mailbox ${one.address}`
    return 'error' in mailboxes ? blocked(name) : checkMailbox(name, one, fields['issue-url'])
  })
  return watched.length > 0 ? rows : [nothingWatched, ...rows]
}

function checkMailbox(name: string, { mailbox, fields }: MailboxSurvey, wanted: string): Check {
  if (!mailbox) {
    const todo =
      'Correct the address in the configuration, or create the mailbox; the one that counts is the address in its settings.'
    return { name, status: 'missing', found: 'FreeScout has no mailbox with this address', todo }
  }
  if ('error' in fields) return notChecked(name, fields.error)
  if (!fields.value) {
    return {
      name,
      status: 'not-checked',
      found: 'it is there; its fields can only be seen with Custom Fields on',
    }
  }
  return { name, ...checkField(fields.value, wanted) }
}

function checkField(fields: FieldDefinition[], wanted: string): Omit<Check, 'name'> {
  const field = fields.find(({ name }) => name === wanted)
  if (!field) {
    const near = fields.find(({ name }) => isSameName(name, wanted))?.name
    const found = `it has no custom field "${wanted}"${near === undefined ? '' : `, but "${near}"; case counts`}`
    const todo = `Add a custom field "${wanted}" of the type single line under Manage » Mailboxes » Custom Fields.`
    return { status: 'missing', found, todo }
  }
  if (TEXT_TYPES.includes(field.type)) {
    return { status: 'ok', found: `it has the field "${wanted}" (${field.type})` }
  }
  if (!field.type) {
    return {
      status: 'not-checked',
      found: `it has the field "${wanted}", but FreeScout does not tell its type`,
    }
  }
  const found = `its field "${wanted}" is of the type ${field.type}, which does not hold a URL`
  const todo = `Replace "${wanted}" by a field of the same name of the type single line.`
  return { status: 'missing', found, todo }
}

/** Notes need somebody who signs them. */
export function checkUser({ mailboxes, hasUser }: Pick<Survey, 'mailboxes' | 'hasUser'>): Check {
  const name = 'FreeScout: signing user'
  if ('error' in hasUser) return unread(name, { mailboxes, error: hasUser.error })
  if (hasUser.value) return { name, status: 'ok', found: 'the user is there' }
  const found = 'there is no such user'
  return {
    name,
    status: 'missing',
    found,
    todo: 'Create the user, or name another one under "user" in the configuration.',
  }
}

/** Reads behind a FreeScout that doesn't let us in weren't sent; what is wrong is told in the first row, once. */
function blocked(name: string): Check {
  return { name, status: 'not-checked', found: 'FreeScout has to answer first' }
}

function unread(
  name: string,
  { mailboxes, error }: Pick<Survey, 'mailboxes'> & { error: ServiceError },
): Check {
  return 'error' in mailboxes ? blocked(name) : notChecked(name, error)
}
