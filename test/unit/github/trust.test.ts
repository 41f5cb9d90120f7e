import { describe, expect, it } from 'vitest'
import { createTrust } from '../../../src/github/trust.ts'

/** Who is trusted, by a token that acts as `raxx-bot`, and how often it was asked whose it is. */
function trust(logins: string[] = []) {
  let asked = 0
  const trusts = createTrust(logins, async () => {
    asked += 1
    return 'raxx-bot'
  })
  return { trusts, asked: () => asked }
}

describe('A mark counts', () => {
  it.each([
    ['by an owner', 'boss', 'OWNER'],
    ['by a member', 'octo-dev', 'MEMBER'],
    ['by a collaborator', 'helper', 'COLLABORATOR'],
    ['by the workflow itself', 'github-actions[bot]', 'NONE'],
    ['by a configured login', 'triage-app[bot]', 'NONE'],
    ['by a configured login in another case', 'Triage-App[bot]', 'NONE'],
  ])('%s, and nobody is asked', async (_, login, association) => {
    const { trusts, asked } = trust(['triage-app[bot]'])
    expect(await trusts({ login, association })).toBe(true)
    expect(asked()).toBe(0)
  })

  it('by the token’s own login, in any case', async () => {
    const { trusts, asked } = trust()
    expect(await trusts({ login: 'Raxx-Bot', association: 'NONE' })).toBe(true)
    expect(asked()).toBe(1)
  })
})

describe('A mark does not count', () => {
  it.each([
    ['by a stranger', 'mallory', 'NONE'],
    ['by a contributor', 'mallory', 'CONTRIBUTOR'],
    ['by a first-timer', 'mallory', 'FIRST_TIME_CONTRIBUTOR'],
    ['by a mannequin', 'mallory', 'MANNEQUIN'],
    ['by somebody who is not there any more', 'ghost', 'NONE'],
    ['by a login that only looks like the bot’s', 'github-actions', 'NONE'],
    ['by an association in another case', 'mallory', 'owner'],
  ])('%s', async (_, login, association) => {
    expect(await trust(['triage-app[bot]']).trusts({ login, association })).toBe(false)
  })
})

it('Whose the token is is asked once, however many marks are met at once or later', async () => {
  const { trusts, asked } = trust()
  const strangers = ['a', 'b', 'c'].map(login => trusts({ login, association: 'NONE' }))
  expect(await Promise.all(strangers)).toEqual([false, false, false])
  await trusts({ login: 'd', association: 'NONE' })
  expect(asked()).toBe(1)
})

it('Whose the token is is asked again when the question failed, and an answer is kept', async () => {
  let asked = 0
  const trusts = createTrust([], async () => {
    asked += 1
    if (asked === 1) throw new Error('GitHub is not working right now (502).')
    return 'raxx-bot'
  })
  const own = { login: 'raxx-bot', association: 'NONE' }
  await expect(trusts(own)).rejects.toThrow('not working right now')
  expect(await trusts(own)).toBe(true)
  expect(await trusts(own)).toBe(true)
  expect(asked).toBe(2)
})
