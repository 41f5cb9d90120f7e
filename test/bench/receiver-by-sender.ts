import { createReceiver } from '../../receiver/app.ts'
import { sendByFetch } from '../../receiver/fetch-sender.ts'
import { createReceiverServer } from '../../receiver/server.ts'
import { readSettings } from '../../receiver/settings.ts'
import { createUndiciSender } from '../../receiver/undici-sender.ts'

/*
 * Starts the receiver's source with one of the two ways to GitHub, so that a load shows what each of them costs:
 * node test/bench/receiver-by-sender.ts undici|fetch
 */

const settings = readSettings(process.env)
const send = process.argv[2] === 'fetch' ? sendByFetch : createUndiciSender(settings)
const log = (line: string) => process.stdout.write(`${line}\n`)
const receiver = createReceiver({ settings, send, log })
const server = createReceiverServer({ receiver, log })
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined }))
})
