import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono/tiny'
import { createBodyReader } from '../../receiver/body.ts'
import { readDelivery } from '../../receiver/delivery.ts'
import { readSettings } from '../../receiver/settings.ts'
import { createVerify, readSignature } from '../../receiver/signature.ts'
import { PARTS, type Part } from './parts.ts'

/*
 * Starts a server that does the receiver's work up to one part, so that a load shows what each part costs:
 * node test/bench/receiver-part.ts <one of PARTS>
 */

const last = PARTS.indexOf(process.argv[2] as Part)
const includes = (part: Part) => PARTS.indexOf(part) <= last

const settings = readSettings(process.env)
const readBody = createBodyReader()
const verify = createVerify(settings.secrets)

/** Reads the body, and verifies and parses it where these parts are asked for. */
async function work(request: Request): Promise<void> {
  const body = await readBody(request)
  if (body.kind === 'refused') throw new Error(body.reason)
  const signature = readSignature(request.headers.get('x-freescout-signature'))
  if (includes('signature') && !(signature && verify(body.bytes, signature))) throw new Error('bad signature')
  if (includes('JSON') && readDelivery(body.bytes).kind === 'problem') throw new Error('no delivery')
  body.release()
}

const app = new Hono()
app.get('/healthz', c => c.json({}))
app.post('/api/webhooks/freescout/:source', async c => {
  await work(c.req.raw)
  return c.json({ forwarded: false })
})

async function answer(request: Request): Promise<Response> {
  if (includes('hono')) return app.fetch(request)
  await work(request)
  return Response.json({ forwarded: false })
}

const server = createServer(getRequestListener(answer))
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined }))
})
