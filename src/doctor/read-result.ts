import type { Check } from '../checks.ts'
import { ServiceError } from '../service-error.ts'

/** The value of a read, or the service's error. With the error as a value, one failed read stops no other check. */
export type ReadResult<T> = { kind: 'value'; value: T } | { kind: 'error'; error: ServiceError }

/**
 * Waits for a read.
 *
 * @throws every error that is not a {@link ServiceError}.
 */
export async function readOrError<T>(read: Promise<T>): Promise<ReadResult<T>> {
  try {
    return { kind: 'value', value: await read }
  } catch (error) {
    if (error instanceof ServiceError) return { kind: 'error', error }
    throw error
  }
}

/** Sends a read that needs the value of an earlier one. If that one failed, its error is the result of both. */
export async function readAfter<T, U>(
  earlier: ReadResult<T>,
  read: (value: T) => Promise<U>,
): Promise<ReadResult<U>> {
  return earlier.kind === 'error' ? earlier : readOrError(read(earlier.value))
}

/** The value of a read, `undefined` when it failed. */
export function readValue<T>(result: ReadResult<T>): T | undefined {
  return result.kind === 'value' ? result.value : undefined
}

/** A service's error as the last two columns of a row. */
export function describeError({ happened, todo }: ServiceError): { found: string; todo: string } {
  return { found: happened, todo }
}

/** The row of a check whose read failed. */
export function notChecked(name: string, error: ServiceError): Check {
  return { name, status: 'not-checked', ...describeError(error) }
}
