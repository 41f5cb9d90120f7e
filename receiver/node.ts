import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createReceiver } from './app.ts'
import { createHttpsFetch } from './https.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import { createStop } from './shutdown.ts'
import { VERSION } from './version.ts'

/**
 * How long a sender may take, in milliseconds: FreeScout gives up after 30 s, and one that dribbles is cut off.
 * @see https://nodejs.org/api/http.html#serverrequesttimeout
 */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 }
/** Container hosts kill 10 s after they have asked. */
const GRACE_MS = 8_000

function listen(settings: Settings): void {
  const { fetch } = createReceiver({ settings, fetch: createHttpsFetch(), log: say })
  const listener = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: () => Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 }),
  })
  const server = createServer(PATIENCE, listener)
  server.on('error', error => {
    refuse(
      `Can't listen on ${settings.host ?? 'all interfaces'}, port ${settings.port}: ${error.message}. Check HOST and PORT.`,
    )
  })
  server.listen(settings.port, settings.host, () => {
    const { address, port } = server.address() as AddressInfo
    const { enabled, repository } = settings
    const time = new Date().toISOString()
    say(JSON.stringify({ time, listening: true, address, port, version: VERSION, enabled, repository }))
  })
  const stop = createStop({ server, graceMs: GRACE_MS, exit: code => process.exit(code) })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function refuse(message: string): void {
  process.stderr.write(`freescout-autolink receiver: ${message}\n`)
  process.exitCode = 1
}

try {
  listen(await readSettings(process.env))
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  refuse(error.message)
}
