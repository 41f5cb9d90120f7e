import { customerJson } from './json.ts'
import { folded } from './php.ts'
import type { FreeScoutState, PersonRef, StoredCustomer, StoredUser } from './state.ts'

/** A customer's address and, when known, name, as the API takes it. */
export type CustomerInput = { email: string; firstName?: string; lastName?: string }

/**
 * The customer with this address, made when there is none (`customer.created` fires). Addresses are compared as
 * the database does it, without accents. An invalid address gives `undefined`.
 */
export function customerFor(freescout: FreeScoutState, input: CustomerInput): StoredCustomer | undefined {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email)) return undefined
  const known = [...freescout.customers.values()].find(({ email }) => folded(email) === folded(input.email))
  if (known) {
    known.firstName ??= input.firstName ?? null
    known.lastName ??= input.lastName ?? null
    return known
  }
  const customer = {
    id: freescout.next('customer'),
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    email: input.email,
    createdAt: freescout.clock.stamp(),
  }
  freescout.customers.set(customer.id, customer)
  freescout.fire('customer.created', customerJson(customer))
  return customer
}

/** The agent that a numeric id names, or none; robots don't count. */
export function agent(freescout: FreeScoutState, id: unknown): StoredUser | undefined {
  const user = freescout.users.get(Number(id))
  return user?.robot ? undefined : user
}

/** A person's name as system lines print it: the full name, or the address of one without a name. */
export function nameOf(freescout: FreeScoutState, { type, id }: PersonRef): string {
  const person = type === 'user' ? freescout.users.get(id) : freescout.customers.get(id)
  if (!person) return ''
  return [person.firstName, person.lastName].filter(Boolean).join(' ') || person.email
}
