import type { Receiver } from './app.ts'
import { createHostedReceiver } from './hosted.ts'

/** What is used of a Worker's context. https://developers.cloudflare.com/workers/runtime-apis/context/ */
type Context = { waitUntil: (promise: Promise<unknown>) => void }

/** One per isolate, and so its limits and its App's token. */
let receiver: Promise<Receiver> | undefined

/** The receiver on Cloudflare Workers. Variables and secrets come as strings in `env`. */
export default {
  async fetch(request: Request, env: Record<string, string>, context: Context): Promise<Response> {
    receiver ??= createHostedReceiver({ env, fetch: (url, init) => fetch(url, init), log: console.log })
    const answer = receiver.then(({ fetch }) => fetch(request))
    // Others may wait for the token that this delivery asked for, so it goes on even when its sender hangs up.
    context.waitUntil(answer)
    return answer
  },
}
