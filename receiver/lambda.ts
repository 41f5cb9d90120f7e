import type { Receiver } from './app.ts'
import { createHostedReceiver } from './hosted.ts'
import { createUndiciSender } from './undici-sender.ts'

/**
 * The part of an event that is used. A function URL and an HTTP API send it in the same form (payload format 2.0).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type LambdaEvent = {
  rawPath: string
  headers: Record<string, string | undefined>
  body?: string
  isBase64Encoded: boolean
  requestContext: { stage?: string; http: { method: string } }
}

export type LambdaAnswer = { statusCode: number; headers: Record<string, string>; body: string }

/** One per instance, so each instance has its own limits and its own App token. */
let receiver: Receiver | undefined

/** The receiver on AWS Lambda. */
export async function handler(event: LambdaEvent): Promise<LambdaAnswer> {
  receiver ??= createHostedReceiver({
    env: process.env,
    // AWS freezes an instance between deliveries, and GitHub closes an open connection meanwhile.
    connect: ({ proxy }) => createUndiciSender({ proxy, keepAlive: false }),
    log: console.log,
  })
  const request = requestFrom(event)
  const answer = request
    ? await receiver.fetch(request)
    : Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 })
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
}

/** `undefined` for an event that can't be a `Request`: a header that is not Latin-1, a method such as TRACE. */
function requestFrom({ headers, body, isBase64Encoded, ...event }: LambdaEvent): Request | undefined {
  const { method } = event.requestContext.http
  const bytes = body ? Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') : null
  const given = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  )
  try {
    const request = new Request(`https://lambda${pathOf(event)}`, { method, headers: given, body: bytes })
    if (bytes) request.headers.set('content-length', String(bytes.length))
    return request
  } catch {
    return undefined
  }
}

/** The path without the stage: an API with a named stage puts it in front, as in `/prod/healthz`. */
function pathOf({
  rawPath,
  requestContext: { stage },
}: Pick<LambdaEvent, 'rawPath' | 'requestContext'>): string {
  return stage && rawPath.startsWith(`/${stage}/`) ? rawPath.slice(stage.length + 1) : rawPath
}
