import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, startInstallation } from '../../../demo/installation.ts'
import { renderHtml, renderMarkdown } from '../../../demo/web/rendered.ts'
import { type PageServer, servePage } from '../../../demo/web/server.ts'
import { createSession, type Session } from '../../../demo/web/session.ts'

let installation: Installation
let session: Session
let page: PageServer

beforeAll(async () => {
  installation = await startInstallation()
  session = createSession(installation)
  page = await servePage(session, 0)
})

afterAll(async () => {
  await page.close()
  await session.stop()
  await installation.close()
})

function send(body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${page.url}/act`, { method: 'POST', body, headers: { 'content-type': type } })
}

it('the demo’s server takes requests from its own page only, and none that it does not know', async () => {
  expect((await send('{"do": "sweep"}', 'text/plain')).status).toBe(415)
  const wrong = ['', '{}', '{"do": "tag", "ticket": 7}', '{"do": "new-ticket", "subject": " "}']
  for (const body of wrong) expect((await send(body)).status, body).toBe(422)
  const unfinished = ['{"do": "note", "ticket": 1, "text": " "}', '{"do": "reset", "ticket": 1}']
  for (const body of unfinished) expect((await send(body)).status, body).toBe(422)
  expect(installation.freescout.tickets.size).toBe(0)
})

it('the demo’s server serves the page, its scripts without types, and nothing else', async () => {
  const { headers } = await fetch(page.url)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  const script = await (await fetch(`${page.url}/page.ts`)).text()
  expect(script).not.toContain(': Snapshot')
  for (const path of ['/server.ts', '/../installation.ts', '/%2e%2e/installation.ts']) {
    expect((await fetch(page.url + path)).status, path).toBe(404)
  }
})

it('the demo’s server shows the documentation, and no link of it leads to a page that is not served', async () => {
  const readme = await fetch(`${page.url}/README.md`)
  expect(readme.headers.get('content-type')).toContain('text/html')
  const html = await readme.text()
  expect(html).toContain('<h1')
  expect(html).not.toMatch(/<(script|img|iframe)\b/)
  const targets = [...html.matchAll(/href="([^"#][^"#]*)/g)].map(([, target = '']) => target)
  const own = targets.filter(target => !/^(https?:|data:)/.test(target))
  expect(own).toContain('docs/runbook.md')
  for (const target of new Set(own)) {
    expect((await fetch(new URL(target, `${page.url}/README.md`))).status, target).toBe(200)
  }
})

it('the demo’s server listens on the port that was asked for, and fails when it is taken', async () => {
  const port = Number(new URL(page.url).port)
  await expect(servePage(session, port)).rejects.toThrow('EADDRINUSE')
})

it('the demo’s page renders text to harmless elements only', () => {
  const markdown =
    '# A\n\n*b* [c](javascript:alert(1)) [d](https://e.org) <img src=x onerror=f()>\n\n<!-- mark -->'
  expect(renderMarkdown(markdown)).toEqual([
    { tag: 'h4', children: ['A'] },
    {
      tag: 'p',
      children: [{ tag: 'em', children: ['b'] }, ' ', 'c', ' ', 'd', ' ', '<img src=x onerror=f()>'],
    },
  ])
  const html = '<p onclick="f()">a<script>f()</script><iframe src="x"></iframe><b>c</b></p>'
  expect(renderHtml(html)).toEqual([{ tag: 'p', children: ['a', { tag: 'strong', children: ['c'] }] }])
})
