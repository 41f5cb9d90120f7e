import { expect, test } from 'vitest'
import { attempt, gaveUp, rendered, whyNotRendered } from '../../../src/render/attempt.ts'

function failWith(error: unknown): never {
  throw error
}

function overflowTheStack(): never {
  return overflowTheStack()
}

test('A step that succeeds or gives up is returned as it is', () => {
  expect(attempt(() => rendered('text'))).toEqual({ kind: 'rendered', value: 'text' })
  expect(attempt(() => gaveUp('too-long'))).toEqual({ kind: 'gave-up', reason: 'too-long' })
})

test('A stack overflow means that the text is nested too deeply', () => {
  const result = attempt(overflowTheStack)
  expect(result).toMatchObject({ kind: 'gave-up', reason: 'too-deep', error: { name: 'RangeError' } })
})

test('A defect in a library is named in the reason, without its message, and kept for the debug log', () => {
  const error = new TypeError('secret text')
  const result = attempt(() => failWith(error))
  expect(result).toEqual({ kind: 'gave-up', reason: 'step-failed', error })
  expect(result.kind === 'gave-up' && whyNotRendered(result)).toBe(
    'a step of the conversion failed (TypeError)',
  )
})

test('A thrown value that is not an error is not quoted', () => {
  const result = attempt(() => failWith('secret text'))
  expect(result).toMatchObject({ kind: 'gave-up', reason: 'step-failed', error: { name: 'Error' } })
  expect(String(result.kind === 'gave-up' && result.error)).not.toContain('secret')
})
