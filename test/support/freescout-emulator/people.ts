import { folded } from './php.ts'
import { presentCustomer } from './present.ts'
import type { PersonRef, StoredCustomer, StoredUser, World } from './world.ts'

/** A customer's address and, when known, name, as the API takes it. */
export type CustomerInput = { email: string; firstName?: string; lastName?: string }

/**
 * The customer with this address, made when there is none (`customer.created` fires). Addresses are compared as
 * the database does it, without accents. An invalid address gives `undefined`.
 */
export function customerFor(world: World, input: CustomerInput): StoredCustomer | undefined {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email)) return undefined
  const known = [...world.customers.values()].find(({ email }) => folded(email) === folded(input.email))
  if (known) {
    known.firstName ??= input.firstName ?? null
    known.lastName ??= input.lastName ?? null
    return known
  }
  const customer = {
    id: world.next('customer'),
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    email: input.email,
    createdAt: world.clock.stamp(),
  }
  world.customers.set(customer.id, customer)
  world.fire('customer.created', presentCustomer(customer))
  return customer
}

/** The agent that a numeric id names, or none; robots don't count. */
export function agent(world: World, id: unknown): StoredUser | undefined {
  const user = world.users.get(Number(id))
  return user?.robot ? undefined : user
}

/** A person's name as system lines print it: the full name, or the address of one without a name. */
export function nameOf(world: World, { type, id }: PersonRef): string {
  const person = type === 'user' ? world.users.get(id) : world.customers.get(id)
  if (!person) return ''
  return [person.firstName, person.lastName].filter(Boolean).join(' ') || person.email
}
