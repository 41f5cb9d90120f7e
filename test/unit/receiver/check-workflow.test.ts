import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hearsDispatch } from '../../../receiver/check-workflow.ts'

const JOBS = "jobs:\n  sync:\n    if: github.event_name == 'repository_dispatch'\n    runs-on: ubuntu-latest"

/** What a real parser makes of a workflow's `on`. */
function heardByParser(text: string): 'yes' | 'no' {
  const { on } = parse(text) as { on: unknown }
  const events = typeof on === 'string' ? [on] : on
  if (Array.isArray(events)) return events.includes('repository_dispatch') ? 'yes' : 'no'
  const found = events as Record<string, { types?: string | string[] } | null>
  if (!('repository_dispatch' in found)) return 'no'
  const types = found.repository_dispatch?.types
  return types === undefined || [types].flat().includes('freescout') ? 'yes' : 'no'
}

const forms: [what: string, on: string, heard: 'yes' | 'no'][] = [
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

describe('what a workflow starts on', () => {
  it.each(forms)('%s', (_what, on, heard) => {
    const text = `name: Sync\n${on}\n${JOBS}\n`
    expect(hearsDispatch(text)).toBe(heard)
    expect(heardByParser(text)).toBe(heard)
  })

  it.each([
    ['an alias', 'x: &e { types: [other] }\non:\n  repository_dispatch: *e\n'],
    ['an alias for everything', 'x: &e [repository_dispatch]\non: *e\n'],
    ['a merge', 'on:\n  repository_dispatch:\n    <<: *types\n'],
    ['a file in one line', '{ on: repository_dispatch, jobs: {} }'],
    ['an event deeper than it belongs', 'on:\n  workflow_run:\n    repository_dispatch:\n'],
  ])('%s is left to people', (_what, text) => {
    expect(hearsDispatch(text)).toBe('unsure')
  })

  it.each([[''], ['name: x'], ['repository: dispatch'], ['on:'], ['on:\n']])('%j hears nothing', text => {
    expect(hearsDispatch(text)).toBe('no')
  })

  it('the workflow to copy hears it', () => {
    const text = readFileSync(
      new URL('../../../.github/workflows/freescout-sync.yml', import.meta.url),
      'utf8',
    )
    expect(hearsDispatch(text)).toBe('yes')
    expect(hearsDispatch(text.replace('types: [freescout]', 'types: [other]'))).toBe('no')
    expect(hearsDispatch(text.replace('  repository_dispatch:\n    types: [freescout]\n', ''))).toBe('no')
  })
})
