import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFreeScoutSetup } from '../../src/freescout/setup.ts'
import { createGitHubSetup, type GitHubSetup } from '../../src/github/setup.ts'
import { createHttpFetch } from '../../src/http/http-client.ts'
import { type FreeScoutEmulator, startFreeScout } from '../support/freescout-emulator/index.ts'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'

const HOME = 'raxx-app/TradeMasterAPI'

let emulator: GitHubEmulator
let freescout: FreeScoutEmulator
let setup: GitHubSetup
beforeEach(async () => {
  ;[emulator, freescout] = await Promise.all([startGitHub(), startFreeScout()])
  setup = createGitHubSetup({
    apiUrl: emulator.url,
    graphqlUrl: `${emulator.url}/graphql`,
    token: 'ghs_test',
    fetch: createHttpFetch(),
  })
})
afterEach(async () => {
  await Promise.all([emulator.close(), freescout.close()])
})

const createCalls = () =>
  createFreeScoutSetup({ url: freescout.url, apiKey: freescout.apiKey, fetch: createHttpFetch() })

test('repository gives the default branch and the highest role', async () => {
  expect(await setup.repository(HOME)).toEqual({
    name: HOME,
    visibility: 'private',
    defaultBranch: 'main',
    isArchived: false,
    hasIssues: true,
    role: 'push',
  })
})

test('labels reads every page', async () => {
  const labels = Array.from({ length: 101 }, (_, index) => `label ${index}`)
  emulator.addIssue(HOME, { title: 'Many', labels })
  expect(await setup.labels(HOME)).toEqual(labels)
})

test('createLabel accepts a label that exists already, and throws for one that GitHub refuses', async () => {
  const label = { name: 'Bug', color: 'd73a4a', description: 'Broken' }
  expect(await setup.createLabel(HOME, label)).toBe(true)
  expect(await setup.createLabel(HOME, { ...label, name: 'bug' })).toBe(false)
  await expect(setup.createLabel(HOME, { ...label, name: 'red', color: 'red' })).rejects.toThrow(
    /^GitHub refused the request \(422: .*could not create the label "red" in/,
  )
})

test('branch tells whether classic protection requires status checks', async () => {
  emulator.faults.push({
    match: ({ path }) => path.endsWith('/branches/main'),
    trouble: {
      garble: body => ({ body: body.replace('"enforcement_level":"off"', '"enforcement_level":"everyone"') }),
    },
  })
  expect(await setup.branch(HOME, 'main')).toEqual({ isProtected: false, requiresChecks: true })
  expect(await setup.branch(HOME, 'main')).toEqual({ isProtected: false, requiresChecks: false })
})

test('files lists the files of one folder, and none for a missing folder', async () => {
  for (const path of ['a.yml', 'w/b.yml', 'w/c.yml', 'w/deeper/d.yml'])
    emulator.setFile(HOME, path, 'on: push')
  const where = { repository: HOME, ref: 'main' }
  expect(await setup.files({ ...where, folder: 'w' })).toEqual(['w/b.yml', 'w/c.yml'])
  expect(await setup.files({ ...where, folder: 'nowhere' })).toEqual([])
  expect(emulator.violations).toEqual([])
})

test('hasUser finds a user by address and by id on any page', async () => {
  for (let id = 2; id <= 60; id++) {
    const user = { id, firstName: 'U', lastName: `${id}`, email: `u${id}@example.org`, role: 'user' as const }
    freescout.users.set(id, { ...user, createdAt: '2026-01-01T00:00:00Z' })
  }
  const { hasUser } = createCalls()
  expect(await Promise.all(['u60@example.org', 'u61@example.org', 60, 61].map(hasUser))).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('tagsModule knows the module by a tag or by the refusal, else not at all', async () => {
  const { tagsModule } = createCalls()
  expect(await tagsModule()).toBeUndefined()
  freescout.addTicket({ subject: 'Tagged', tags: ['bug'] })
  expect(await tagsModule()).toBe(true)
  freescout.modules.tags = false
  expect(await tagsModule()).toBe(false)
  freescout.maintenance = true
  await expect(tagsModule()).rejects.toThrow('FreeScout is not working right now (503')
})
