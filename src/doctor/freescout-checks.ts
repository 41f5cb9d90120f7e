import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import type { FieldDefinition } from '../freescout/client.ts'
import { findLinkField } from '../link/link-field.ts'
import { hasName } from '../names.ts'
import type { ServiceError } from '../service-error.ts'
import { describeError, notChecked } from './read-result.ts'
import type { MailboxSurvey, Survey } from './survey.ts'

/** The rows about FreeScout. */
export function freescoutChecks(survey: Survey, config: Config): Check[] {
  return [
    checkAccess(survey),
    checkFieldsModule(survey),
    checkTagsModule(survey),
    ...checkMailboxes(survey, config),
    ...checkCustomer(survey, config),
    checkUser(survey, config),
  ]
}

/** Whether FreeScout answers and accepts the key. */
function checkAccess({ mailboxes }: Pick<Survey, 'mailboxes'>): Check {
  const name = 'FreeScout: address and API key'
  if (mailboxes.kind === 'error') return { name, status: 'missing', ...describeError(mailboxes.error) }
  const count = mailboxes.value.length
  return {
    name,
    status: 'ok',
    found: `it answers, and shows ${count === 1 ? '1 mailbox' : `${count} mailboxes`}`,
  }
}

/** Whether the module Custom Fields is on. One of its fields holds the link. */
export function checkFieldsModule({ mailboxes, anyFields }: Pick<Survey, 'mailboxes' | 'anyFields'>): Check {
  const name = 'FreeScout: module Custom Fields'
  if (mailboxes.kind === 'error') return notSent(name)
  if (!anyFields) {
    return { name, status: 'not-checked', found: 'there is no mailbox, and only mailboxes show fields' }
  }
  if (anyFields.kind === 'error') return notChecked(name, anyFields.error)
  if (anyFields.value) return { name, status: 'ok', found: 'on' }
  const todo = 'Activate Custom Fields under Manage » Modules: a custom field holds the link.'
  return { name, status: 'missing', found: 'off', todo }
}

/** Whether the module Tags is on. Its tags trigger issues and mark linked tickets. */
export function checkTagsModule({ mailboxes, tagsModule }: Pick<Survey, 'mailboxes' | 'tagsModule'>): Check {
  const name = 'FreeScout: module Tags'
  if (tagsModule.kind === 'error') return notRead(name, { mailboxes, error: tagsModule.error })
  if (tagsModule.value) return { name, status: 'ok', found: 'on' }
  if (tagsModule.value === undefined) {
    const found = 'no tag is listed: either the module is off, or no ticket has a tag yet'
    return { name, status: 'not-checked', found, todo: 'Tag any ticket and run the doctor again.' }
  }
  const todo = 'Activate Tags under Manage » Modules: tags decide which ticket gets an issue.'
  return { name, status: 'missing', found: 'off', todo }
}

/** Whether each configured mailbox exists and has the field for the link. */
export function checkMailboxes(
  { mailboxes, configured }: Pick<Survey, 'mailboxes' | 'configured'>,
  { mailboxes: watched, fields }: Pick<Config, 'mailboxes' | 'fields'>,
): Check[] {
  const nothingWatched: Check = {
    name: 'Watched mailboxes',
    status: 'warning',
    found: 'none, so no ticket becomes an issue',
    todo: 'To create issues from tickets, list mailboxes under "mailboxes" in the configuration.',
  }
  const rows = configured.map(one => {
    const name = `Mailbox ${one.address}`
    return mailboxes.kind === 'error' ? notSent(name) : checkMailbox(name, one, fields['issue-url'])
  })
  return watched.length > 0 ? rows : [nothingWatched, ...rows]
}

function checkMailbox(name: string, { mailbox, fields }: MailboxSurvey, wanted: string): Check {
  if (!mailbox) {
    const todo =
      'Correct the address in the configuration, or create the mailbox. The address in the settings of the mailbox counts.'
    return { name, status: 'missing', found: 'FreeScout has no mailbox with this address', todo }
  }
  if (fields.kind === 'error') return notChecked(name, fields.error)
  if (!fields.value) {
    return {
      name,
      status: 'not-checked',
      found: 'it exists; FreeScout shows its fields only when Custom Fields is on',
    }
  }
  return { name, ...checkField(fields.value, wanted) }
}

function checkField(fields: FieldDefinition[], wanted: string): Omit<Check, 'name'> {
  const link = findLinkField(fields, wanted)
  switch (link.kind) {
    case 'usable':
      return { status: 'ok', found: `it has the field "${wanted}" (${link.field.type})` }
    case 'untyped': {
      const found = `it has the field "${wanted}", but FreeScout does not say of which type`
      return { status: 'not-checked', found }
    }
    case 'wrong-type': {
      const found = `its field "${wanted}" is of the type ${link.field.type}, which does not hold a URL`
      const todo = `Replace "${wanted}" by a field with the same name and the type single line.`
      return { status: 'missing', found, todo }
    }
    case 'several': {
      const { types } = link
      const found = `it has ${types.length} custom fields "${wanted}" (${types.join(', ')}), and nobody can say which one counts`
      return { status: 'missing', found, todo: 'Delete or rename all but the one of the type single line.' }
    }
    case 'missing': {
      const similar = link.similar === undefined ? '' : `, but "${link.similar}"; case counts`
      const todo = `Add a custom field "${wanted}" of the type single line under Manage » Mailboxes » Custom Fields.`
      return { status: 'missing', found: `it has no custom field "${wanted}"${similar}`, todo }
    }
  }
}

/** Whether the customer of new tickets is a mailbox. FreeScout would mail each reply to itself. No row without tickets. */
export function checkCustomer(
  { mailboxes }: Pick<Survey, 'mailboxes'>,
  { ticket }: Pick<Config, 'ticket'>,
): Check[] {
  if (!ticket) return []
  const name = 'Customer of new tickets'
  if (mailboxes.kind === 'error') return [notSent(name)]
  if (
    !hasName(
      mailboxes.value.map(({ email }) => email),
      ticket.customer,
    )
  ) {
    return [{ name, status: 'ok', found: 'no mailbox has its address' }]
  }
  const found = `${ticket.customer} is the address of a mailbox, so FreeScout would mail each reply to itself`
  const todo = 'Name an address that is no mailbox under ticket.customer in the configuration.'
  return [{ name, status: 'missing', found, todo }]
}

/** Whether the user that signs notes exists. */
export function checkUser(
  { mailboxes, hasUser }: Pick<Survey, 'mailboxes' | 'hasUser'>,
  { user }: Pick<Config, 'user'>,
): Check {
  const name = 'FreeScout: signing user'
  if (hasUser.kind === 'error') return notRead(name, { mailboxes, error: hasUser.error })
  if (hasUser.value) return { name, status: 'ok', found: 'the user is there' }
  const found = `FreeScout has no user that fits user: ${user}`
  const todo = 'Create the user, or name another one under "user" in the configuration.'
  return { name, status: 'missing', found, todo }
}

/** The row of a read that was not sent, because the first one failed. Only the first row says why. */
function notSent(name: string): Check {
  return { name, status: 'not-checked', found: 'FreeScout has to answer first' }
}

function notRead(
  name: string,
  { mailboxes, error }: Pick<Survey, 'mailboxes'> & { error: ServiceError },
): Check {
  return mailboxes.kind === 'error' ? notSent(name) : notChecked(name, error)
}
