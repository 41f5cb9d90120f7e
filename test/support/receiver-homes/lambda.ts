import { Buffer, isUtf8 } from 'node:buffer'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LambdaAnswer, LambdaEvent } from '../../../receiver/lambda.ts'
import type { Home, Received, Sent } from './home.ts'

const RUNTIME = join(import.meta.dirname, 'lambda-runtime.ts')

/** The shape of AWS's events. Bytes that are not UTF-8 come in base64 in any case. */
export type Shape = { stage: string; base64: boolean }

/** The event for a request from a function URL (`$default`) or from an API with a named stage. */
export function eventFor({ method, path, headers, body }: Sent, { stage, base64 }: Shape): LambdaEvent {
  const encoded = body.length > 0 && (base64 || !isUtf8(body))
  const rawPath = stage === '$default' ? path : `/${stage}${path}`
  const length = { 'content-length': String(body.length), host: 'x.lambda-url.eu-central-1.on.aws' }
  return {
    rawPath,
    headers: { ...headers, ...length },
    ...(body.length > 0 && { body: Buffer.from(body).toString(encoded ? 'base64' : 'utf8') }),
    isBase64Encoded: encoded,
    requestContext: { stage, http: { method } },
  }
}

/** A Lambda function, fed with events of this shape. */
export function lambda(shape: Shape): Home {
  const kind = shape.base64 ? 'base64' : 'plain'
  return { name: `Lambda, ${kind} bodies, stage ${shape.stage}`, start: env => startLambda(env, shape) }
}

async function startLambda(env: Record<string, string>, shape: Shape) {
  const child = fork(RUNTIME, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, (answer: LambdaAnswer) => void>()
  let last = 0
  child.on('message', ({ id, answer }: { id: number; answer: string }) =>
    waiting.get(id)?.(JSON.parse(answer)),
  )
  return {
    send: async (sent: Sent): Promise<Received> => {
      const id = ++last
      const answered = new Promise<LambdaAnswer>(resolve => waiting.set(id, resolve))
      child.send({ id, event: JSON.stringify(eventFor(sent, shape)) })
      const { statusCode, headers, body } = await answered
      return { status: statusCode, headers, json: body && JSON.parse(body) }
    },
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
