import type { Receiver } from './app.ts'
import { sendByFetch } from './fetch-sender.ts'
import { createHostedReceiver } from './hosted.ts'
import { type Settings, SettingsError } from './settings.ts'

/** The part of a Worker's context that is used. https://developers.cloudflare.com/workers/runtime-apis/context/ */
type Context = { waitUntil: (promise: Promise<unknown>) => void }

/** One per isolate, so each isolate has its own limits and its own App token. */
let receiver: Receiver | undefined

/** The receiver on Cloudflare Workers. `env` holds the variables and the secrets as texts. */
export default {
  async fetch(request: Request, env: Record<string, string>, context: Context): Promise<Response> {
    receiver ??= createHostedReceiver({ env, connect, log: console.log })
    const answer = receiver.fetch(request)
    // Other deliveries may wait for the token that this one requested. So it continues when its sender disconnects.
    context.waitUntil(answer)
    return answer
  },
}

function connect({ proxy }: Settings): typeof sendByFetch {
  if (!proxy) return sendByFetch
  const message = `${proxy.variable} is set, but a Worker can't use a proxy. Remove the variable.`
  throw new SettingsError([{ variable: proxy.variable, message }])
}
