import type { Check } from '../checks.ts'
import { ServiceError } from '../service-error.ts'

/** What a read gave, or why it gave nothing; so that one failure leaves the other checks standing. */
export type ReadResult<T> = { value: T } | { error: ServiceError }

/** Waits for a read. What is not a service's refusal is a mistake of ours, and passes through. */
export async function readOrError<T>(read: Promise<T>): Promise<ReadResult<T>> {
  try {
    return { value: await read }
  } catch (error) {
    if (error instanceof ServiceError) return { error }
    throw error
  }
}

/** A read that needs an earlier one's value: when that failed, it is not sent, and has failed the same way. */
export async function readAfter<T, U>(
  before: ReadResult<T>,
  read: (value: T) => Promise<U>,
): Promise<ReadResult<U>> {
  return 'error' in before ? before : readOrError(read(before.value))
}

/** A service's error as a row of the table. */
export function describeError({ happened, todo }: ServiceError): Pick<Check, 'found' | 'todo'> {
  return { found: happened, todo }
}

/** The row of a check whose read failed, and of which nothing else is known. */
export function notChecked(name: string, error: ServiceError): Check {
  return { name, status: 'not-checked', ...describeError(error) }
}
