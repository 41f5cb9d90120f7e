import type { Receiver } from './app.ts'
import { createHostedReceiver } from './hosted.ts'
import { type LambdaAnswer, readLambdaEvent } from './lambda-event.ts'
import { refusalLine } from './log.ts'
import { createUndiciSender } from './undici-sender.ts'

/** One per instance, so each instance has its own limits and its own App token. */
let receiver: Receiver | undefined

/**
 * The receiver on AWS Lambda, behind a function URL, an HTTP API, a REST API or a load balancer. It also answers an event
 * that is no HTTP request. If it threw instead, the sender would get AWS's own error, which names no reason.
 */
export async function handler(event: unknown): Promise<LambdaAnswer> {
  receiver ??= createHostedReceiver({
    env: process.env,
    // AWS freezes an instance between deliveries, and GitHub closes an open connection meanwhile.
    connect: ({ proxy }) => createUndiciSender({ proxy, keepAlive: false }),
    log: console.log,
  })
  const { request, answer } = readLambdaEvent(event)
  return answer(request ? await receiver.fetch(request) : refuse())
}

function refuse(): Response {
  const refusal = { status: 400, reason: 'bad-request' }
  console.log(refusalLine({ time: Date.now(), ...refusal }))
  return Response.json({ forwarded: false, reason: refusal.reason }, { status: refusal.status })
}
