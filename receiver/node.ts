import type { AddressInfo } from 'node:net'
import { httpsFetch } from '../src/http/https.ts'
import { createReceiver } from './app.ts'
import { CALL_LIMITS } from './calls.ts'
import { check } from './check.ts'
import { createReceiverServer } from './server.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import { createStop } from './shutdown.ts'
import { VERSION } from './version.ts'

/** Container hosts kill 10 s after they have asked. */
const GRACE_MS = 8_000

function listen(settings: Settings): void {
  const receiver = createReceiver({ settings, fetch: httpsFetch(CALL_LIMITS), log: say })
  const server = createReceiverServer(receiver)
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

/** Lines that are still to be written. */
let unsaid = ''

/** Writes what is said in one turn of the event loop at once: a write takes as long as parsing a delivery. */
function say(line: string): void {
  if (!unsaid) setImmediate(speak)
  unsaid += `${line}\n`
}

function speak(): void {
  if (unsaid) process.stdout.write(unsaid)
  unsaid = ''
}

function refuse(message: string): void {
  process.stderr.write(`freescout-autolink receiver: ${message}\n`)
  process.exitCode = 1
}

process.on('exit', speak)

const [argument] = process.argv.slice(2)
if (argument === '--check') {
  process.exitCode = await check({ env: process.env, fetch: httpsFetch(CALL_LIMITS), say })
} else if (argument !== undefined) {
  refuse(`"${argument}" means nothing to it. Give it --check to look at the settings, or nothing to run.`)
} else {
  try {
    listen(await readSettings(process.env))
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    refuse(error.message)
  }
}
