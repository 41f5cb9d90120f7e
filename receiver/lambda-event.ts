import { Buffer } from 'node:buffer'
import { STATUS_CODES } from 'node:http'
import * as v from 'valibot'

/** AWS writes `null` for what is missing, in the test console of a REST API also for all headers. */
const HEADERS = v.nullish(v.record(v.string(), v.nullish(v.string())))
const HEADER_LISTS = v.nullish(v.record(v.string(), v.nullish(v.array(v.string()))))
const BODY = { body: v.nullish(v.string()), isBase64Encoded: v.nullish(v.boolean()) }
const PATH = v.pipe(v.string(), v.startsWith('/'))

/**
 * A function URL, or an HTTP API with payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const FORMAT_2 = v.object({
  ...BODY,
  rawPath: PATH,
  headers: HEADERS,
  requestContext: v.object({
    stage: v.nullish(v.string()),
    http: v.object({ method: v.string() }),
  }),
})

/**
 * A REST API, an HTTP API with payload format 1.0, or a load balancer. Only an HTTP API names the format's `version`. Only
 * a load balancer has `elb`. It sends one of the two kinds of headers, and expects the same kind in the answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
const FORMAT_1 = v.object({
  ...BODY,
  httpMethod: v.string(),
  path: PATH,
  headers: HEADERS,
  multiValueHeaders: HEADER_LISTS,
  version: v.nullish(v.string()),
  requestContext: v.nullish(v.object({ stage: v.nullish(v.string()), elb: v.optional(v.unknown()) })),
})

/** An answer in the form that the sender of the event expects. */
export type LambdaAnswer = {
  statusCode: number
  /** For a load balancer alone: a REST API accepts no other keys than the rest. */
  statusDescription?: string
  headers?: Record<string, string>
  multiValueHeaders?: Record<string, string[]>
  body: string
  isBase64Encoded: false
}

/** The HTTP request in an event, and the way to answer it. `request` is missing in an event that holds none. */
type ReadEvent = { request: Request | undefined; answer: (response: Response) => Promise<LambdaAnswer> }

/** Reads any event that a Lambda function may get. It never throws. */
export function readLambdaEvent(event: unknown): ReadEvent {
  const second = v.safeParse(FORMAT_2, event)
  if (second.success) {
    const { rawPath, headers, requestContext, ...body } = second.output
    const path = withoutStage(rawPath, requestContext.stage)
    return {
      request: requestFrom({ method: requestContext.http.method, path, headers, ...body }),
      answer: answerWithHeaders,
    }
  }
  const first = v.safeParse(FORMAT_1, event)
  if (!first.success) return { request: undefined, answer: answerWithHeaders }
  const {
    httpMethod,
    path: given,
    headers,
    multiValueHeaders,
    version,
    requestContext,
    ...body
  } = first.output
  // A REST API takes the stage off the path itself.
  const path = version ? withoutStage(given, requestContext?.stage) : given
  const request = requestFrom({ method: httpMethod, path, headers: headers ?? multiValueHeaders, ...body })
  if (requestContext?.elb === undefined) return { request, answer: answerWithHeaders }
  return { request, answer: headers ? answerLoadBalancer : answerLoadBalancerWithLists }
}

/** `undefined` for what can't be a `Request`: a header that is not Latin-1, a method such as TRACE. */
function requestFrom({
  method,
  path,
  headers,
  body,
  isBase64Encoded,
}: {
  method: string
  path: string
  headers: Record<string, string | string[] | null | undefined> | null | undefined
  body?: string | null | undefined
  isBase64Encoded?: boolean | null | undefined
}): Request | undefined {
  const bytes = body ? Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') : null
  const given = Object.entries(headers ?? {}).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  try {
    const request = new Request(`https://lambda${path}`, { method, headers: given, body: bytes })
    if (bytes) request.headers.set('content-length', String(bytes.length))
    return request
  } catch {
    return undefined
  }
}

/** The path without the stage: an HTTP API with a named stage puts it in front, as in `/prod/healthz`. */
function withoutStage(path: string, stage: string | null | undefined): string {
  return stage && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path
}

async function answerWithHeaders(response: Response): Promise<LambdaAnswer> {
  const headers = Object.fromEntries(response.headers)
  return { statusCode: response.status, headers, body: await response.text(), isBase64Encoded: false }
}

async function answerLoadBalancer(response: Response): Promise<LambdaAnswer> {
  const { status } = response
  return { ...(await answerWithHeaders(response)), statusDescription: `${status} ${STATUS_CODES[status]}` }
}

async function answerLoadBalancerWithLists(response: Response): Promise<LambdaAnswer> {
  const { headers, ...answer } = await answerLoadBalancer(response)
  const lists = Object.entries(headers ?? {}).map(([name, value]) => [name, [value]])
  return { ...answer, multiValueHeaders: Object.fromEntries(lists) as Record<string, string[]> }
}
