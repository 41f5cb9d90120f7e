import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { readAction } from './actions.ts'
import { DOCUMENTS, documentPage } from './documents.ts'
import type { Session } from './session.ts'

/** The page on loopback. */
export type PageServer = { url: string; close: () => Promise<void> }

/** What the page is made of. Beside it, only the documentation is served. */
const FILES: Record<string, { file: string; type: string }> = {
  '/': { file: 'page.html', type: 'text/html' },
  ...Object.fromEntries(
    ['page', 'controls', 'cards', 'entries', 'timeline', 'document'].map(name => [
      `/${name}.css`,
      { file: `${name}.css`, type: 'text/css' },
    ]),
  ),
  ...Object.fromEntries(
    ['page', 'dom', 'cards', 'frame', 'entries', 'timeline', 'status', 'protocol'].map(name => [
      `/${name}.ts`,
      { file: `${name}.ts`, type: 'text/javascript' },
    ]),
  ),
}

/** No inline code, nothing from elsewhere, and no HTML from text. */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ')

/** Serves the page on this port of loopback; 0 is any free one. @throws when the port is taken */
export async function servePage(session: Session, port: number): Promise<PageServer> {
  const server = createServer(getRequestListener(createPage(session).fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createPage(session: Session): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    // Another name that leads here is another site's: its pages must not take part.
    const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(c.req.header('host') ?? '')
    if (isHere) await next()
    else c.res = c.text('Not here.', 403)
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })
  for (const [path, { file, type }] of Object.entries(FILES)) {
    app.get(path, async c => {
      const text = await readFile(join(import.meta.dirname, file), 'utf8')
      const body = file.endsWith('.ts') ? withoutTypes(text) : text
      return c.body(body, 200, { 'content-type': `${type}; charset=utf-8` })
    })
  }
  for (const [path, file] of Object.entries(DOCUMENTS)) {
    app.get(path, async c => c.html(documentPage(await readFile(file, 'utf8'), path)))
  }
  app.get('/events', c =>
    streamSSE(c, async stream => {
      const emit = (event: string, data: unknown) =>
        void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => {})
      const start = () => emit('start', null)
      start()
      const stop = session.watch({
        start,
        line: line => emit('line', line),
        state: state => emit('state', state),
      })
      await new Promise<void>(resolve => stream.onAbort(resolve))
      stop()
    }),
  )
  // A page of another site can't send this type without asking first, and is not answered.
  app.post('/act', async c => {
    if (c.req.header('content-type') !== 'application/json') return c.json({ error: 'JSON, please.' }, 415)
    try {
      await session.act(readAction(await c.req.json()))
      return c.body(null, 204)
    } catch (error) {
      return c.json({ error: (error as Error).message }, 422)
    }
  })
  return app
}

/** The script as browsers take it. Node says on every start that this is experimental; nobody here needs to know. */
function withoutTypes(script: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(script)
  } finally {
    process.emitWarning = emitWarning
  }
}
