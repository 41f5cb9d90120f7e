import { expect, test } from 'vitest'
import { checkLine, checkTable } from '../../../src/checks.ts'
import { parseConfig } from '../../../src/config/load.ts'
import { describeError } from '../../../src/doctor/check.ts'
import { neededLabels } from '../../../src/doctor/labels.ts'
import { ServiceError } from '../../../src/service-error.ts'

test('an error as found and to do', () => {
  const error = new ServiceError({
    service: 'FreeScout',
    call: 'list the mailboxes',
    happened: 'FreeScout refused the API key (401)',
    todo: 'Check the secret KEY; it is shown.',
  })
  expect(describeError(error)).toEqual({
    found: 'FreeScout refused the API key (401)',
    todo: 'Check the secret KEY; it is shown.',
  })
})

test('a check as a line, and as a row in which no sign of Markdown counts', () => {
  const check = { name: 'Field a_b', status: 'missing', found: 'is | <b>\nnot', todo: 'Add *it*.' } as const
  expect(checkLine(check)).toBe('✗ Field a_b: is | <b>\nnot → Add *it*.')
  expect(checkTable([check]).split('\n')[2]).toBe('| ✗ | Field a\\_b | is \\| \\<b\\> not | Add \\*it\\*. |')
  expect(checkTable([{ name: 'A', status: 'not-checked', found: 'why' }])).toContain(
    '| – | A | Not checked: why |  |',
  )
})

test('every label that is spoken of is needed once, and GitHub takes its looks', () => {
  const config = parseConfig(
    'user: 1\nissue: { labels: { bug: Bug, defect: bug, x: constructor } }\nlabels: { ask: { action: note } }\n',
    { source: 'test' },
  )
  const needed = neededLabels(config)
  expect(needed.map(({ name }) => name)).toEqual(['freescout-linked', 'Bug', 'constructor', 'ask'])
  for (const { color, description } of [
    ...needed,
    ...neededLabels(parseConfig('user: 1', { source: 'test' })),
  ]) {
    expect(color).toMatch(/^[0-9a-f]{6}$/)
    expect(description).toMatch(/^.{1,100}$/)
  }
})
