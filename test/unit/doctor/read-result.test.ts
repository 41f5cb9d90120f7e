import { expect, test } from 'vitest'
import { checkLine, checkTable } from '../../../src/checks.ts'
import { describeError, readAfter, readOrError } from '../../../src/doctor/read-result.ts'
import { ServiceError } from '../../../src/service-error.ts'

const error = new ServiceError({
  service: 'FreeScout',
  call: 'list the mailboxes',
  happened: 'FreeScout refused the API key (401)',
  todo: 'Check the secret KEY; it is shown.',
})

test('readOrError keeps the error of a service and throws every other one', async () => {
  expect(await readOrError(Promise.resolve(1))).toEqual({ kind: 'value', value: 1 })
  expect(await readOrError(Promise.reject(error))).toEqual({ kind: 'error', error })
  await expect(readOrError(Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
})

test('readAfter sends no read after a failed one', async () => {
  const read = () => Promise.reject(new Error('this read must not be sent'))
  expect(await readAfter({ kind: 'error', error }, read)).toEqual({ kind: 'error', error })
  expect(await readAfter({ kind: 'value', value: 1 }, async one => one + 1)).toEqual({
    kind: 'value',
    value: 2,
  })
})

test('describeError gives what happened as found, and what to do as todo', () => {
  expect(describeError(error)).toEqual({
    found: 'FreeScout refused the API key (401)',
    todo: 'Check the secret KEY; it is shown.',
  })
})

test('checkLine writes a check as it is, and checkTable escapes Markdown in it', () => {
  const check = { name: 'Field a_b', status: 'missing', found: 'is | <b>\nnot', todo: 'Add *it*.' } as const
  expect(checkLine(check)).toBe('✗ Field a_b: is | <b>\nnot → Add *it*.')
  expect(checkTable([check]).split('\n')[2]).toBe('| ✗ | Field a\\_b | is \\| \\<b\\> not | Add \\*it\\*. |')
  expect(checkTable([{ name: 'A', status: 'not-checked', found: 'why' }])).toContain(
    '| – | A | Not checked: why |  |',
  )
})
