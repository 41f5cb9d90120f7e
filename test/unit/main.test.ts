import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../src/http/transport.ts'
import type { Environment } from '../../src/inputs.ts'
import { type Core, main } from '../../src/main.ts'
import { fakeClock } from '../support/http.ts'
import { HOME } from '../support/observed-ticket.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-'))
})

afterEach(() => rm(folder, { recursive: true }))

const dispatch = { action: 'freescout', client_payload: { conversation_id: 12 } }

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
  [`GET /repos/${HOME}`]: { full_name: HOME, private: true },
  [`GET /repos/${HOME}/issues`]: [],
}

/** What happened, in order: requests, and what was said. */
async function run(env: Environment, { fetch, loadCore }: { fetch?: Fetch; loadCore?: () => never } = {}) {
  const events: string[] = []
  const outputs: Record<string, string> = {}
  let summary = ''
  const core: Core = {
    setSecret: secret => void events.push(`masked ${secret}`),
    info: () => {},
    startGroup: () => {},
    endGroup: () => {},
    warning: message => void events.push(`warning: ${message}`),
    error: message => void events.push(`error: ${message}`),
    setFailed: message => void events.push(`failed: ${message}`),
    setOutput: (name, value) => {
      outputs[name] = value
    },
    summary: {
      addRaw: markdown => {
        summary += markdown
        return { write: async () => {} }
      },
    },
  }
  const answering: Fetch = async (url, { method = 'GET' } = {}) => {
    const request = `${method} ${new URL(url).pathname}`
    // A real request takes some turns of the event loop to leave.
    for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setImmediate(resolve))
    events.push(request)
    const answer = answers[request]
    return answer ? Response.json(answer) : Response.json({ message: 'Not Found' }, { status: 404 })
  }
  await main({
    env,
    clock: fakeClock(),
    fetch: fetch ?? answering,
    loadCore: async () => {
      events.push('core is loaded')
      return loadCore ? loadCore() : core
    },
  })
  return { events, outputs, summary }
}

const READS = ['GET /api/conversations/12', 'GET /api/mailboxes']
/** What is asked of GitHub before the ticket says whether an issue is to be made. */
const READS_AHEAD = [`GET /repos/${HOME}`, `GET /repos/${HOME}/issues`]
const isWrite = (event: string) => /^(POST|PUT|PATCH|DELETE) /.test(event)

describe('The first requests', () => {
  it('are out before anything heavy is loaded, and secrets are masked before anything is told', async () => {
    const { events } = await run(await environment({ 'dry-run': 'true' }))
    const loaded = events.indexOf('core is loaded')
    expect(events.slice(0, loaded).toSorted()).toEqual([...READS, ...READS_AHEAD].toSorted())
    expect(events.slice(loaded + 1)).toEqual(['masked the-key', 'masked ghs_test'])
  })

  it('are followed by the masks even if the configuration has mistakes, which are told after them', async () => {
    const { events } = await run(await environment({ config: 'users: 1' }))
    const told = events.filter(event => /^(?:masked|error|failed)/.test(event))
    expect(told.slice(0, 2)).toEqual(['masked the-key', 'masked ghs_test'])
    expect(told.at(-1)).toMatch(/^failed: The configuration/)
  })

  it('wait for nothing else: those of an issue or a sweep need the configuration first', async () => {
    const payload = { action: 'closed', issue: { number: 7 }, repository: { full_name: HOME } }
    const { events } = await run(await environment({}, { event: 'issues', payload }))
    expect(events[0]).toBe('core is loaded')
  })

  it('that fail are told after a mistake in the configuration', async () => {
    const fetch: Fetch = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
    }
    const broken = await run(await environment({ config: 'users: 1' }), { fetch })
    expect(broken.events.at(-1)).toMatch(/^failed: The configuration \(input config\) has \d mistakes?/)
    const right = await run(await environment(), { fetch })
    expect(right.events.at(-1)).toMatch(/^failed: FreeScout gave no answer at .* \(ENOTFOUND\)/)
    expect(right.outputs).toMatchObject({ result: 'failed', 'conversation-id': '12' })
  })
})

describe('A toolkit that can’t be loaded', () => {
  it('fails the run, and nothing was written', async () => {
    const requests: string[] = []
    const fetch: Fetch = async (url, { method = 'GET' } = {}) => {
      requests.push(`${method} ${new URL(url).pathname}`)
      return new Response(null, { status: 404 })
    }
    const loadCore = () => {
      throw new Error('Cannot find module')
    }
    await expect(run(await environment(), { fetch, loadCore })).rejects.toThrow('Cannot find module')
    await new Promise(resolve => setImmediate(resolve))
    expect(requests.toSorted()).toEqual([...READS, ...READS_AHEAD].toSorted())
  })
})

describe('A dry run', () => {
  it.each(['1', 'on', 'true', 'TRUE', ' on '])('is asked for by %j: nothing is written', async value => {
    const { events, outputs, summary } = await run(await environment({ 'dry-run': value }))
    expect(events.filter(isWrite)).toEqual([])
    expect(outputs).toMatchObject({ result: 'created', changes: expect.stringContaining('create-issue') })
    expect(summary).toContain(
      '### Dry run, nothing was written. It would say: A new issue was filed and linked',
    )
    expect(summary).toContain('**Would have:**')
    expect(summary).not.toContain('**Done:**')
  })

  it.each(['', '0', 'off', 'false'])('is not by %j', async value => {
    const { events, summary } = await run(await environment({ 'dry-run': value }))
    expect(events.filter(isWrite)).not.toEqual([])
    expect(summary).not.toContain('Would have')
  })
})

describe('Without a request,', () => {
  it('a run ends quietly when it is switched off, whatever the other inputs are', async () => {
    const { events, outputs } = await run(await environment({ enabled: '', 'freescout-url': 'nonsense' }))
    expect(events).toEqual(['core is loaded'])
    expect(outputs).toMatchObject({ result: 'disabled', reason: 'disabled' })
  })

  it('an event that is not handled is named', async () => {
    const { events, outputs } = await run(await environment({}, { event: 'push' }))
    expect(events).toEqual([
      'core is loaded',
      expect.stringContaining('warning: The event "push" is not handled'),
    ])
    expect(outputs).toMatchObject({ result: 'skipped', reason: 'event-not-handled' })
  })

  it('an action of an event that is not handled is passed by', async () => {
    const payload = { action: 'assigned', issue: { number: 7 }, repository: { full_name: HOME } }
    const { events, outputs } = await run(await environment({}, { event: 'issues', payload }))
    expect(events).toEqual(['core is loaded'])
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
      const { events, outputs } = await run(await environment(inputs, { payload }))
      expect(events).toEqual(['core is loaded', expect.stringMatching(message)])
      expect(events.at(-1)).toMatch(/^failed: /)
      expect(outputs.result).toBe('failed')
    },
  )
})
