import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildWorld, gitHubAccess } from '../../src/build-world.ts'
import { ConfigError } from '../../src/config/mistakes.ts'
import { createFreeScout } from '../../src/freescout/client.ts'
import type { HttpFetch } from '../../src/http/http-client.ts'
import type { Environment, Inputs } from '../../src/inputs.ts'
import { fakeClock } from '../support/http.ts'
import { HOME } from '../support/observed-ticket.ts'

const YAML = 'mailboxes: [ops@raxx.app]\nuser: 1\n'

const inputs: Inputs = {
  freescoutUrl: 'https://tickets.example.org',
  freescoutApiKey: 'key',
  githubToken: 'ghs_test',
  serverUrl: 'https://ghe.example',
  config: YAML,
  configPath: 'freescout.yml',
  command: 'auto',
  conversation: undefined,
  issue: undefined,
  fix: false,
  dryRun: false,
  maxNew: undefined,
}

const env: Environment = {
  GITHUB_API_URL: 'https://ghe.example/api/v3',
  GITHUB_GRAPHQL_URL: 'https://ghe.example/api/graphql',
  GITHUB_SERVER_URL: 'https://ghe.example',
  GITHUB_REPOSITORY: HOME,
  GITHUB_SHA: 'abc123',
}

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'build-world-'))
})

afterEach(() => rm(workspace, { recursive: true }))

/** Builds a world with these inputs and variables; `file` is what the repository has under the path, if anything. */
async function built(given: { inputs?: Partial<Inputs>; env?: Environment; file?: string } = {}) {
  const asked: string[] = []
  const fetch: HttpFetch = async url => {
    asked.push(decodeURIComponent(url))
    if (url.endsWith('/graphql')) return Response.json({ data: { viewer: { login: 'raxx-bot' } } })
    if (given.file === undefined) return Response.json({ message: 'Not Found' }, { status: 404 })
    return new Response(given.file, {
      headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
    })
  }
  const clock = fakeClock()
  const client = createFreeScout({ url: inputs.freescoutUrl, apiKey: inputs.freescoutApiKey, fetch })
  const world = buildWorld({
    freescout: client,
    inputs: { ...inputs, ...given.inputs },
    fetch,
    env: { ...env, GITHUB_WORKSPACE: workspace, ...given.env },
    clock,
    homeInEvent: undefined,
    log: () => {},
    debug: () => {},
  })
  return { world: await world, asked, parts: { freescout: client, clock } }
}

describe('The world of a run', () => {
  it('says where it is, and hands on what it was given', async () => {
    const { world, parts } = await built({ inputs: { dryRun: true } })
    expect(world).toMatchObject({ ...parts, home: HOME, serverUrl: 'https://ghe.example', dryRun: true })
    expect(world.config.mailboxes).toEqual(['ops@raxx.app'])
  })

  it('trusts whom the configuration lists, and the token’s own login, asked for where GraphQL is', async () => {
    const { world, asked } = await built({ inputs: { config: `${YAML}trusted-authors: [triage-app]\n` } })
    expect(await world.isTrusted({ login: 'triage-app', association: 'NONE' })).toBe(true)
    expect(asked).toEqual([])
    expect(await world.isTrusted({ login: 'raxx-bot', association: 'NONE' })).toBe(true)
    expect(asked).toEqual(['https://ghe.example/api/graphql'])
  })
})

describe('The configuration', () => {
  it('is the input’s, if there is one: nothing is read', async () => {
    await writeFile(join(workspace, 'freescout.yml'), 'user: 2')
    const { world, asked } = await built({ file: 'user: 3' })
    expect(world.config.user).toBe(1)
    expect(asked).toEqual([])
  })

  it('else is the file in the workspace', async () => {
    await writeFile(join(workspace, 'freescout.yml'), 'user: 2')
    const { world, asked } = await built({ inputs: { config: '' }, file: 'user: 3' })
    expect(world.config.user).toBe(2)
    expect(asked).toEqual([])
  })

  it('else is the file in the repository, at the commit that runs', async () => {
    const { world, asked } = await built({ inputs: { config: '' }, file: 'user: 3' })
    expect(world.config.user).toBe(3)
    expect(asked).toEqual([`https://ghe.example/api/v3/repos/${HOME}/contents/freescout.yml?ref=abc123`])
  })

  it('that is nowhere, or has mistakes, is an error', async () => {
    await expect(built({ inputs: { config: '' } })).rejects.toThrow('There is no configuration')
    await expect(built({ inputs: { config: 'users: 1' } })).rejects.toThrow(ConfigError)
  })
})

describe('GitHub', () => {
  it('is where the runner says', () => {
    expect(gitHubAccess(inputs, env)).toEqual({
      apiUrl: 'https://ghe.example/api/v3',
      graphqlUrl: 'https://ghe.example/api/graphql',
      token: 'ghs_test',
    })
  })

  it('is github.com when it says nothing', () => {
    expect(gitHubAccess(inputs, {})).toMatchObject({
      apiUrl: 'https://api.github.com',
      graphqlUrl: 'https://api.github.com/graphql',
    })
  })
})
