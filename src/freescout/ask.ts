import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import { type Answer, type Call, callFreeScout, type FreeScoutAccess } from './request.ts'

/**
 * Sends a call and reads its answer by a schema.
 *
 * @throws {ServiceError} when there is no such thing (404), for any other refusal, and for an answer of another shape.
 */
export async function ask<S extends v.GenericSchema>(
  access: FreeScoutAccess,
  call: Call,
  schema: S,
): Promise<v.InferOutput<S>> {
  const answer = await callFreeScout(access, call)
  if (!answer) throw notFound(call)
  return understood(schema, answer, call)
}

/** A read; `what` names it in error messages. */
export function get(path: string, what: string): Call {
  return { method: 'GET', path, what }
}

/** An id may only reach a URL as digits. */
export function safeId(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not a ticket's id.`)
  return id
}

/** What was named must be there, and is not. */
export function notFound({ what }: Call): ServiceError {
  return new ServiceError(
    `FreeScout does not find what it should (404): could not ${what}. Check freescout-url and that the module ` +
      'API & Webhooks is active there; or was the ticket deleted meanwhile?',
    { service: 'FreeScout', status: 404 },
  )
}

/** Reads an answer by its schema; the error names paths and expectations, never the values found. */
export function understood<S extends v.GenericSchema>(
  schema: S,
  answer: Answer,
  { what }: Call,
): v.InferOutput<S> {
  const result = v.safeParse(schema, answer.json)
  if (result.success) return result.output
  const where = result.issues
    .map(issue => `${v.getDotPath(issue) ?? 'answer'} (${issue.expected})`)
    .join(', ')
  throw new ServiceError(
    `FreeScout's answer is not what its API promises: could not ${what}. Unexpected: ${where}. ` +
      'Check the version of the API & Webhooks module (1.0.82 is known to work).',
    { service: 'FreeScout' },
  )
}

/** Whether this is the answer of a module that is off: FreeScout has no route for it then, and says 400. */
export function isModuleOff(error: unknown): boolean {
  return error instanceof ServiceError && error.status === 400
}
