import { createReceiver } from './app.ts'
import { checkReceiver } from './check.ts'
import { VERSION } from './log.ts'
import { createReceiverServer, createStop } from './server.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import { createUndiciSender } from './undici-sender.ts'

/** Container hosts kill a process 10 s after they asked it to stop. */
const GRACE_MS = 8_000

function listen(settings: Settings): void {
  const receiver = createReceiver({ settings, send: createUndiciSender(settings), log: say })
  const server = createReceiverServer({ receiver, log: say })
  server.on('error', error => {
    refuse(
      `Can't listen on ${settings.host ?? 'all interfaces'}, port ${settings.port}: ${error.message}. Check HOST and PORT.`,
    )
  })
  server.listen(settings.port, settings.host, () => {
    const address = server.address()
    const place =
      typeof address === 'object' && address ? { address: address.address, port: address.port } : {}
    const { enabled, repository } = settings
    const time = new Date().toISOString()
    say(JSON.stringify({ time, listening: true, ...place, version: VERSION, enabled, repository }))
  })
  const stop = createStop({ server, graceMs: GRACE_MS, exit: code => process.exit(code) })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Lines that are not written yet. */
let pending = ''

/** Collects the lines of one turn of the event loop for one write. A write takes as long as parsing a delivery. */
function say(line: string): void {
  if (!pending) setImmediate(writePending)
  pending += `${line}\n`
}

function writePending(): void {
  if (pending) process.stdout.write(pending)
  pending = ''
}

function refuse(message: string): void {
  process.stderr.write(`freescout-autolink receiver: ${message}\n`)
  process.exitCode = 1
}

process.on('exit', writePending)

const [argument] = process.argv.slice(2)
if (argument === '--check') {
  process.exitCode = await checkReceiver({ env: process.env, connect: createUndiciSender, say })
} else if (argument !== undefined) {
  refuse(
    `"${argument}" is not an argument of the receiver. Use --check to check the settings, or no argument to start it.`,
  )
} else {
  try {
    listen(readSettings(process.env))
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    refuse(error.message)
  }
}
