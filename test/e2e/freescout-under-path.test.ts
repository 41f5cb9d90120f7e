import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bridge, closeUnharmed, dispatchOf, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import { type EmulatorServer, serve } from '../support/server.ts'

let bridge: Bridge
/** A server that has FreeScout under `/helpdesk`, and something else beside it. */
let host: EmulatorServer

beforeEach(async () => {
  bridge = await startBridge()
  host = await serve(async request => {
    const { pathname, search } = new URL(request.url)
    if (!pathname.startsWith('/helpdesk/')) return new Response('Not here', { status: 404 })
    const { method, headers } = request
    const body = method === 'GET' ? {} : { body: await request.text() }
    const path = pathname.slice('/helpdesk'.length) + search
    return fetch(`${bridge.freescout.url}${path}`, { method, headers, ...body })
  })
})

afterEach(async () => {
  await host.close()
  await closeUnharmed(bridge)
})

const dispatch = (id: number, url: string) =>
  runInProcess(
    bridge,
    { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) },
    { 'freescout-url': url },
  )

it.each(['', '/', '/api', '/api/'])(
  'a FreeScout under a path is linked with the address of that path (…/helpdesk%s)',
  async end => {
    const id = bridge.ticket()
    const run = await dispatch(id, `${host.url}/helpdesk${end}`)
    expect(run.outputs, run.log).toMatchObject({
      result: 'created',
      'conversation-url': `${host.url}/helpdesk/conversation/${id}`,
    })
    expect(bridge.github.issues(HOME)[0]?.body).toContain(`url=${host.url}/helpdesk/conversation/${id} -->`)
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    await bridge.again(() => dispatch(id, `${host.url}/helpdesk`))
  },
)

it('a path under which no FreeScout lives is shown by the message, with what to do', async () => {
  const run = await dispatch(bridge.ticket(), `${host.url}/support`)
  expect(run.exitCode).toBe(1)
  expect(run.log).toContain(
    `::error::FreeScout at ${host.url}/support answered "not found" (404): could not list the mailboxes. ` +
      'Check freescout-url, and whether FreeScout is really under its path /support. Check also',
  )
})
