import { Buffer, isUtf8 } from 'node:buffer'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LambdaAnswer } from '../../../receiver/lambda-event.ts'
import type { Home, Received, Sent } from './home.ts'

const RUNTIME = join(import.meta.dirname, 'lambda-runtime.ts')

/** What makes the events: a function URL or an HTTP API, a REST API, or a load balancer with either kind of headers. */
export type Service = 'HTTP API' | 'HTTP API 1.0' | 'REST API' | 'load balancer' | 'load balancer, lists'

/** The shape of AWS's events. Bytes that are not UTF-8 come in base64 in any case. */
export type Shape = { service?: Service; stage: string; base64: boolean }

/** The event for a request. The stage `$default` is that of a function URL, and is in no path. */
export function eventFor(
  { method, path, headers: given, body: bytes }: Sent,
  { service = 'HTTP API', stage, base64 }: Shape,
): object {
  const encoded = bytes.length > 0 && (base64 || !isUtf8(bytes))
  const withStage = stage === '$default' ? path : `/${stage}${path}`
  const headers: Record<string, string> = {
    ...given,
    'content-length': String(bytes.length),
    host: 'x.lambda-url.eu-central-1.on.aws',
  }
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  const text = Buffer.from(bytes).toString(encoded ? 'base64' : 'utf8')
  const elb = { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/x/1' }
  const body = { body: bytes.length > 0 ? text : null, isBase64Encoded: encoded }
  const first = { httpMethod: method, queryStringParameters: null, ...body }
  const both = { headers, multiValueHeaders: lists }
  switch (service) {
    case 'HTTP API':
      return {
        version: '2.0',
        rawPath: withStage,
        headers,
        ...(bytes.length > 0 && { body: text }),
        isBase64Encoded: encoded,
        requestContext: { stage, http: { method } },
      }
    case 'HTTP API 1.0':
      return { version: '1.0', ...first, path: withStage, ...both, requestContext: { stage } }
    case 'REST API':
      return {
        resource: '/{proxy+}',
        ...first,
        path,
        ...both,
        requestContext: { stage, path: withStage, httpMethod: method },
      }
    case 'load balancer':
      return { ...first, path, headers, body: body.body ?? '', requestContext: { elb } }
    case 'load balancer, lists':
      return { ...first, path, multiValueHeaders: lists, body: body.body ?? '', requestContext: { elb } }
  }
}

/** A Lambda function, fed with events of this shape. */
export function lambda(shape: Shape): Home {
  const kind = shape.base64 ? 'base64' : 'plain'
  const { service = 'HTTP API', stage } = shape
  return {
    name: `Lambda, ${service}, ${kind} bodies, stage ${stage}`,
    start: async env => {
      const { invoke, close } = startLambda(env)
      return { send: async sent => received(await invoke(eventFor(sent, shape)), service), close }
    },
  }
}

/** The answer as the service sends it on. It refuses what the service would refuse. */
function received(answer: LambdaAnswer, service: Service): Received {
  const { statusCode, statusDescription, headers, multiValueHeaders, body, isBase64Encoded, ...more } = answer
  const isBalancer = service.startsWith('load balancer')
  const wantsLists = service === 'load balancer, lists'
  const isWrong =
    Object.keys(more).length > 0 ||
    isBase64Encoded !== false ||
    (statusDescription !== undefined) !== isBalancer ||
    (multiValueHeaders !== undefined) !== wantsLists ||
    (headers === undefined) !== wantsLists
  if (isWrong) throw new Error(`${service} accepts no such answer: ${JSON.stringify(answer)}`)
  const flat = Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [name, values.join(', ')])
  return {
    status: statusCode,
    headers: headers ?? (Object.fromEntries(flat) as Record<string, string>),
    json: body && JSON.parse(body),
  }
}

/** Starts Lambda's runtime as a process. `invoke` hands it an event as JSON. A function that throws ends the process. */
export function startLambda(env: Record<string, string>) {
  const child = fork(RUNTIME, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, (answer: LambdaAnswer) => void>()
  let last = 0
  child.on('message', ({ id, answer }: { id: number; answer: string }) =>
    waiting.get(id)?.(JSON.parse(answer)),
  )
  return {
    invoke: (event: unknown) => {
      const id = ++last
      const answered = new Promise<LambdaAnswer>(resolve => waiting.set(id, resolve))
      child.send({ id, event: JSON.stringify(event) })
      return answered
    },
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
