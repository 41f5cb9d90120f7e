import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ReceiverProcess, startReceiver } from '../../demo/receiver.ts'
import { CONFIG, HOME, issueUrl } from '../support/bridge.ts'
import { startFreeScout } from '../support/freescout-emulator/index.ts'
import { type DispatchEvent, startGitHub } from '../support/github-emulator/index.ts'
import { runAction } from '../support/runner.ts'

/*
 * The main job on a delivery that a real FreeScout sent: its bytes and its signature go in at the built receiver, and
 * the committed bundle makes the issue of the ticket that was recorded with it.
 */

type Delivery = { step: string; event: string; headers: Record<string, string>; body: string }
type Exchange = { name: string; request: { method: string; path: string; body: unknown } }

let freescout: Awaited<ReturnType<typeof startFreeScout>>
let github: Awaited<ReturnType<typeof startGitHub>>
let receiver: ReceiverProcess
let dispatches: DispatchEvent[]

beforeEach(async () => {
  dispatches = []
  ;[freescout, github] = await Promise.all([startFreeScout({ firstNumber: 1 }), startGitHub()])
  github.onDispatch(dispatch => dispatches.push(dispatch))
  receiver = await startReceiver(
    {
      FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
      FREESCOUT_WEBHOOK_SECRET: freescout.secret,
      GITHUB_REPOSITORY: HOME,
      GITHUB_TOKEN: 'ghs_test',
      GITHUB_API_URL: github.url,
    },
    () => {},
  )
})

afterEach(async () => {
  expect(github.violations).toEqual([])
  await Promise.all([receiver.close(), freescout.close(), github.close()])
})

it('a recorded convo.created, tagged bug, ends as one complete, linked issue; the same run again writes nothing', async () => {
  const [delivery] = (await fixture<Delivery[]>('freescout-webhooks.json')).filter(
    ({ event }) => event === 'convo.created',
  )
  const exchanges = await fixture<Exchange[]>('freescout-exchanges.json')
  const recorded = exchanges.find(({ name }) => name === 'create ticket (customer thread)')?.request
  await call('POST', '/api/conversations', recorded?.body)
  await call('PUT', '/api/conversations/1/tags', { tags: ['bug'] })

  const answer = await fetch(`${receiver.url}/api/webhooks/freescout/ops`, {
    method: 'POST',
    headers: {
      'x-freescout-event': String(delivery?.headers['x-freescout-event']),
      'x-freescout-signature': String(delivery?.headers['x-freescout-signature']),
    },
    body: delivery?.body ?? '',
  })
  expect([answer.status, await answer.json()]).toEqual([202, { forwarded: true }])
  expect(dispatches).toHaveLength(1)

  const run = await runBundle()
  expect(run.outputs, run.log).toMatchObject({ result: 'created', 'issue-url': issueUrl(1) })
  const [issue, ...others] = github.issues(HOME)
  expect(others).toEqual([])
  expect(issue?.labels).toEqual(['bug', 'freescout-linked'])
  const body = issue?.body
    ?.replaceAll(freescout.url, 'https://tickets.example.org')
    .replace(/ on \S+ at \S+ UTC/, '')
  expect(body).toMatchInlineSnapshot(`
    "[FreeScout ticket #1](https://tickets.example.org/conversation/1) · mailbox \`ops@raxx.app\` · \`bug\`

    **The customer wrote:**

    > Quotes are **stale** since 10:00.
    >
    > See @​octocat and closes #​1\\
    > line two
    >
    > \\[image: x.png]
    >
    > - one
    > - two
    >
    > \`\`\`
    > code \`x\`
    > \`\`\`

    <!-- freescout-autolink ticket=1 url=https://tickets.example.org/conversation/1 -->"
  `)
  expect(freescout.field(1, 'github_issue_url')).toBe(issueUrl(1))
  expect(freescout.notes(1)).toHaveLength(1)
  expect([...freescout.ticket(1).tags]).toEqual(['bug', 'auto-linked'])

  freescout.log.length = 0
  github.log.length = 0
  expect((await runBundle()).outputs).toMatchObject({ result: 'unchanged', reason: 'already-linked' })
  expect([...freescout.log, ...github.log].filter(({ method }) => method !== 'GET')).toEqual([])
})

function runBundle() {
  return runAction({
    event: { name: 'repository_dispatch', payload: dispatches[0] },
    apiUrl: github.url,
    inputs: {
      enabled: 'true',
      'freescout-url': freescout.url,
      'freescout-api-key': freescout.apiKey,
      config: CONFIG,
    },
  })
}

async function call(method: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(freescout.url + path, {
    method,
    headers: { 'X-FreeScout-API-Key': freescout.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
}

async function fixture<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(import.meta.dirname, '..', 'fixtures', name), 'utf8')) as T
}
