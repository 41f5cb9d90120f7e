import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HttpFetch } from '../../src/http/http-client.ts'
import type { Environment } from '../../src/inputs.ts'
import { main } from '../../src/main.ts'
import { createFakeCore, nothingWritten } from '../support/fake-core.ts'
import { fakeClock } from '../support/http.ts'
import { HOME } from '../support/observed-ticket.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-'))
})

afterEach(() => rm(folder, { recursive: true }))

const home = { full_name: HOME, private: true, visibility: 'private' }
const dispatch = { action: 'freescout', client_payload: { conversation_id: 12 }, repository: home }

/** The variables of a run for ticket 12; `inputs` and `env` say what is different. */
async function environment(
  inputs: Record<string, string> = {},
  { event = 'repository_dispatch', payload = dispatch as unknown } = {},
): Promise<Environment> {
  const path = join(folder, 'event.json')
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  const given = {
    enabled: 'true',
    'freescout-url': 'https://tickets.example.org',
    'freescout-api-key': 'the-key',
    'github-token': 'ghs_test',
    config: 'mailboxes: [ops@raxx.app]\nuser: 1\n',
    ...inputs,
  }
  return {
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: HOME,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: 'abc123',
    GITHUB_SERVER_URL: 'https://github.com',
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  }
}

/** A FreeScout with the tagged ticket 12, and a GitHub with an empty repository. */
const answers: Record<string, unknown> = {
  'GET /api/conversations/12': {
    id: 12,
    number: 1042,
    subject: 'Orders are rejected',
    status: 'active',
    state: 'published',
    mailboxId: 1,
    createdAt: '2026-11-20T12:00:00Z',
    source: { type: 'email', via: 'customer' },
    customFields: [{ id: 3, name: 'github_issue_url', value: '', text: '' }],
    _embedded: { threads: [], tags: [{ id: 1, name: 'bug' }] },
  },
  'GET /api/mailboxes': {
    _embedded: { mailboxes: [{ id: 1, name: 'Ops', email: 'ops@raxx.app' }] },
    page: { number: 1, totalPages: 1, totalElements: 1 },
  },
  'GET /api/mailboxes/1/custom_fields': {
    _embedded: { custom_fields: [{ id: 3, name: 'github_issue_url', type: 'singleline' }] },
  },
  'GET /api/users': { _embedded: { users: [{ id: 1, email: 'bot@raxx.app' }] } },
  [`GET /repos/${HOME}`]: { full_name: HOME, private: true },
  [`GET /repos/${HOME}/issues`]: [],
}

/** Runs the action between scripted services; gives the requests in their order, and what the run wrote. */
async function run(env: Environment, { fetch }: { fetch?: HttpFetch } = {}) {
  const requests: string[] = []
  const written = nothingWritten()
  const answering: HttpFetch = async (url, { method = 'GET' } = {}) => {
    const request = `${method} ${new URL(url).pathname}`
    requests.push(request)
    const answer = answers[request]
    return answer ? Response.json(answer) : Response.json({ message: 'Not Found' }, { status: 404 })
  }
  const core = createFakeCore(env, written)
  await main({ env, core, clock: fakeClock(), fetch: fetch ?? answering })
  const commands = written.log.split('\n').filter(line => line.startsWith('::'))
  return { ...written, requests, commands }
}

const READS = ['GET /api/conversations/12', 'GET /api/mailboxes']
const isWrite = (request: string) => /^(POST|PUT|PATCH|DELETE) /.test(request)

describe('Before the configuration is known,', () => {
  const file = { config: '', 'config-path': 'freescout.yml' }

  it('only the ticket is read beside it', async () => {
    const { requests } = await run(await environment(file))
    expect(requests.toSorted()).toEqual([...READS, `GET /repos/${HOME}/contents/freescout.yml`].toSorted())
  })

  it('nothing else is read when the run is about an issue', async () => {
    const payload = { action: 'closed', issue: { number: 7 }, repository: { full_name: HOME } }
    const { requests } = await run(await environment(file, { event: 'issues', payload }))
    expect(requests).toEqual([`GET /repos/${HOME}/contents/freescout.yml`])
  })

  it('a ticket that can’t be read fails the run after a mistake in the configuration', async () => {
    const fetch: HttpFetch = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
    }
    const broken = await run(await environment({ config: 'users: 1' }), { fetch })
    expect(broken.commands.at(-1)).toMatch(/^::error::The configuration \(input config\) has \d mistakes?/)
    const right = await run(await environment(), { fetch })
    expect(right.commands.at(-1)).toMatch(/^::error::FreeScout gave no answer at .* \(ENOTFOUND\)/)
    expect(right.outputs).toMatchObject({ result: 'failed', 'conversation-id': '12' })
  })
})

describe('Secrets', () => {
  it.each([{}, { config: 'users: 1' }])('are masked before anything else is written: %j', async inputs => {
    const { commands } = await run(await environment(inputs))
    expect(commands.slice(0, 2)).toEqual(['::add-mask::the-key', '::add-mask::ghs_test'])
  })
})

describe('A ticket that gets no issue', () => {
  const yaml = 'mailboxes: [ops@raxx.app]\nuser: 1\ncriteria: { tags: [other] }\n'

  it('costs GitHub no request when the configuration is an input', async () => {
    const { requests, outputs } = await run(await environment({ config: yaml }))
    expect(outputs.reason).toBe('no-trigger-tag')
    expect(requests.toSorted()).toEqual(READS.toSorted())
  })

  it('costs GitHub one request when the configuration is in a file', async () => {
    const path = `/repos/${HOME}/contents/freescout.yml`
    const fetch: HttpFetch = async url => {
      const answer = answers[`GET ${new URL(url).pathname}`]
      asked.push(new URL(url).pathname)
      return new URL(url).pathname === path ? new Response(yaml) : Response.json(answer)
    }
    const asked: string[] = []
    const env = await environment({ config: '', 'config-path': 'freescout.yml' })
    const { outputs } = await run(env, { fetch })
    expect(outputs.reason).toBe('no-trigger-tag')
    expect(asked.toSorted()).toEqual(['/api/conversations/12', '/api/mailboxes', path].toSorted())
  })
})

describe('The visibility of the home repository', () => {
  const asked = `GET /repos/${HOME}`

  it('is read off the event', async () => {
    const { requests, outputs } = await run(await environment({ 'dry-run': 'true' }))
    expect(outputs.result).toBe('created')
    expect(requests).not.toContain(asked)
  })

  it('is asked for in a run that was started again: the repository may have turned public', async () => {
    const env = { ...(await environment({ 'dry-run': 'true' })), GITHUB_RUN_ATTEMPT: '2' }
    const { requests } = await run(env)
    expect(requests).toContain(asked)
  })
})

describe('A proxy that can’t be used', () => {
  it('fails the run before any request, and its value is not shown', async () => {
    const env = { ...(await environment()), HTTPS_PROXY: 'user:pass@proxy.example.org:3128' }
    const written = nothingWritten()
    await main({ env, core: createFakeCore(env, written), clock: fakeClock() })
    expect(written.log).toContain('::error::HTTPS_PROXY is not the URL of a proxy. Write it as http://')
    expect(written.log).not.toContain('pass@')
  })
})

describe('A dry run', () => {
  it.each(['1', 'on', 'true', 'TRUE', ' on '])('is asked for by %j: nothing is written', async value => {
    const { requests, outputs, summary } = await run(await environment({ 'dry-run': value }))
    expect(requests.filter(isWrite)).toEqual([])
    expect(outputs).toMatchObject({ result: 'created', changes: expect.stringContaining('create-issue') })
    expect(summary).toContain('### Dry run: would create an issue and link it. Nothing was written\n')
    expect(summary).toContain('**It would:**\n\n1. create the issue\n')
    expect(summary).not.toContain('**Done:**')
  })

  it.each(['', '0', 'off', 'false'])('is not by %j', async value => {
    const { requests, summary } = await run(await environment({ 'dry-run': value }))
    expect(requests.filter(isWrite)).not.toEqual([])
    expect(summary).not.toContain('It would')
  })
})

describe('Without a request,', () => {
  it('a run says in one line that it is switched off, whatever the other inputs are', async () => {
    const { requests, log, outputs } = await run(
      await environment({ enabled: '', 'freescout-url': 'nonsense' }),
    )
    expect(requests).toEqual([])
    expect(log).toBe(
      'Nothing was done, because the flag FLAG_FREESCOUT_GITHUB_AUTOLINK is off. The doctor, the report and dry runs work anyway.\n',
    )
    expect(outputs).toMatchObject({ result: 'disabled', reason: 'disabled' })
  })

  it('an event that is not handled is named', async () => {
    const { requests, commands, outputs } = await run(await environment({}, { event: 'push' }))
    expect(requests).toEqual([])
    expect(commands).toEqual([expect.stringContaining('::warning::The event "push" is not handled')])
    expect(outputs).toMatchObject({ result: 'skipped', reason: 'event-not-handled' })
  })

  it('an action of an event that is not handled is passed by', async () => {
    const payload = { action: 'assigned', issue: { number: 7 }, repository: { full_name: HOME } }
    const { requests, outputs } = await run(await environment({}, { event: 'issues', payload }))
    expect(requests).toEqual([])
    expect(outputs.reason).toBe('event-not-handled')
  })

  it.each([
    [
      'inputs that can’t be used',
      { 'freescout-url': 'http://tickets.example.org' },
      dispatch,
      /Input freescout-url/,
    ],
    ['a flag that is neither on nor off', { enabled: 'ture' }, dispatch, /Input enabled: found "ture"/],
    ['a dispatch without a ticket', {}, { action: 'freescout' }, /The dispatch names no ticket/],
    ['an event that can’t be read', {}, '{', /JSON/],
  ] as [string, Record<string, string>, unknown, RegExp][])(
    '%s fail the run, and say why',
    async (_, inputs, payload, message) => {
      const { requests, commands, outputs } = await run(await environment(inputs, { payload }))
      expect(requests).toEqual([])
      expect(commands.at(-1)).toMatch(message)
      expect(commands.at(-1)).toMatch(/^::error::/)
      expect(outputs.result).toBe('failed')
    },
  )
})
