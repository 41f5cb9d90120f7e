import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listensForDispatch } from '../../../receiver/check-workflow.ts'

const JOBS = "jobs:\n  sync:\n    if: github.event_name == 'repository_dispatch'\n    runs-on: ubuntu-latest"

const forms: [what: string, on: string, starts: 'yes' | 'no'][] = [
  ['one event', 'on: repository_dispatch', 'yes'],
  ['one event in quotes', 'on: "repository_dispatch"', 'yes'],
  ['one other event', 'on: push', 'no'],
  ['a list', 'on: [push, repository_dispatch]', 'yes'],
  ['a list over lines', 'on: [\n  push,\n  repository_dispatch,\n]', 'yes'],
  ['a list of others', 'on: [push, workflow_dispatch]', 'no'],
  ['items', 'on:\n  - push\n  - repository_dispatch', 'yes'],
  ['items that are not indented', 'on:\n- push\n- repository_dispatch', 'yes'],
  ['items of others', 'on:\n  - push', 'no'],
  ['a key', 'on:\n  repository_dispatch:', 'yes'],
  ['a key in quotes', 'on:\n  "repository_dispatch":\n', 'yes'],
  ['a quoted on', '"on":\n  repository_dispatch:\n    types: [freescout]', 'yes'],
  [
    'types in a list',
    'on:\n  push:\n  repository_dispatch:\n    types: [other, freescout]\n  issues:',
    'yes',
  ],
  ['types in quotes', "on:\n  repository_dispatch:\n    types: ['freescout']", 'yes'],
  ['types as items', 'on:\n  repository_dispatch:\n    types:\n      - other\n      - freescout', 'yes'],
  ['types as items that are not indented', 'on:\n  repository_dispatch:\n    types:\n    - freescout', 'yes'],
  ['one type', 'on:\n  repository_dispatch:\n    types: freescout', 'yes'],
  ['types in braces', 'on:\n  repository_dispatch: { types: [freescout] }', 'yes'],
  ['everything in braces', 'on: { push: {}, repository_dispatch: { types: [freescout] } }', 'yes'],
  ['everything in braces, without types', 'on: { repository_dispatch: , push: {} }', 'yes'],
  ['everything in braces, another type', 'on: { repository_dispatch: { types: [other] } }', 'no'],
  [
    'another type',
    'on:\n  repository_dispatch:\n    types: [other]\n  issues:\n    types: [freescout]',
    'no',
  ],
  ['a longer type', 'on:\n  repository_dispatch:\n    types: [freescout-2, my.freescout]', 'no'],
  ['no types at all', 'on:\n  repository_dispatch:\n    types: []', 'no'],
  ['the type in a comment', 'on:\n  repository_dispatch:\n    types: [other] # not freescout', 'no'],
  ['the event in a comment', 'on:\n  push:\n  # repository_dispatch:\n  #   types: [freescout]', 'no'],
  [
    'a comment between',
    'on: # what starts it\n  # from FreeScout\n  repository_dispatch: # sent\n\n    types: [freescout]',
    'yes',
  ],
  ['Windows line breaks', 'on:\r\n  repository_dispatch:\r\n    types: [freescout]\r\n', 'yes'],
  ['a schedule beside it', 'on:\n  schedule:\n    - cron: "*/5 * * * *"\n  repository_dispatch:', 'yes'],
  ['a schedule alone', 'on:\n  schedule:\n    - cron: "*/5 * * * *"', 'no'],
]

describe('Whether a workflow starts on dispatches', () => {
  it.each(forms)('Whether a workflow starts on dispatches is read from %s', (_what, on, starts) => {
    const text = `name: Sync\n${on}\n${JOBS}\n`
    expect(listensForDispatch(text)).toBe(starts)
  })

  it.each([
    ['an alias for another type', 'x: &e { types: [other] }\non:\n  repository_dispatch: *e\n', 'no'],
    ['an alias for the type', 'x: &e { types: [freescout] }\non:\n  repository_dispatch: *e\n', 'yes'],
    ['an alias for everything', 'x: &e [repository_dispatch]\non: *e\n', 'yes'],
    ['a file in one line', '{ on: repository_dispatch, jobs: {} }', 'yes'],
    ['an event deeper than it belongs', 'on:\n  workflow_run:\n    repository_dispatch:\n', 'no'],
  ] as const)('A workflow with %s is read like any other', (_what, text, starts) => {
    expect(listensForDispatch(text)).toBe(starts)
  })

  it.each([
    ['an alias for nothing', 'on:\n  repository_dispatch:\n    <<: *types\n'],
    ['a list that does not end', 'on: [repository_dispatch\n'],
    ['a key that comes twice', 'on: push\non: repository_dispatch\n'],
  ])('A file with %s is unread', (_what, text) => {
    expect(listensForDispatch(text)).toBe('unread')
  })

  it.each([[''], ['name: x'], ['repository: dispatch'], ['on:'], ['on:\n']])(
    'A workflow of %j starts on nothing',
    text => {
      expect(listensForDispatch(text)).toBe('no')
    },
  )

  it('The workflow to copy starts on dispatches', () => {
    const text = readFileSync(
      new URL('../../../.github/workflows/freescout-sync.yml', import.meta.url),
      'utf8',
    )
    expect(listensForDispatch(text)).toBe('yes')
    expect(listensForDispatch(text.replace('types: [freescout]', 'types: [other]'))).toBe('no')
    expect(listensForDispatch(text.replace('  repository_dispatch:\n    types: [freescout]\n', ''))).toBe(
      'no',
    )
  })
})
