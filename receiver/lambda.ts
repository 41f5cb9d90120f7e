import { httpsFetch } from '../src/http/https.ts'
import type { Receiver } from './app.ts'
import { CALL_LIMITS } from './calls.ts'
import { createHostedReceiver } from './hosted.ts'

/**
 * What is used of the event of a function URL or an HTTP API (payload format 2.0).
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

/** One per instance, and so its limits and its App's token. */
let receiver: Promise<Receiver> | undefined

/** The receiver on AWS Lambda. */
export async function handler(event: LambdaEvent): Promise<LambdaAnswer> {
  receiver ??= createHostedReceiver({
    env: process.env,
    // An instance sleeps between deliveries; a connection kept alive would be dead when it wakes up.
    fetch: httpsFetch({ ...CALL_LIMITS, keepAlive: false }),
    log: console.log,
  })
  const { fetch } = await receiver
  const request = requestFrom(event)
  const answer = request
    ? await fetch(request)
    : Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 })
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
}

/** `undefined` for what no `Request` can be: a header that is no Latin-1, a method like TRACE. */
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

/** A stage that has a name is in front of the path: `/prod/healthz`. */
function pathOf({
  rawPath,
  requestContext: { stage },
}: Pick<LambdaEvent, 'rawPath' | 'requestContext'>): string {
  return stage && rawPath.startsWith(`/${stage}/`) ? rawPath.slice(stage.length + 1) : rawPath
}
