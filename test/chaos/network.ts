import { ATTEMPT_TIMEOUT_MS, type HttpFetch } from '../../src/http/http-client.ts'
import type { Fault, Trouble } from '../support/server.ts'
import type { Random } from './random.ts'
import type { Timeline } from './timeline.ts'

/**
 * What can also go wrong around a server: a request reaches it only when nobody waits for it any more, and the
 * process that made the request is killed, before it gets there or after.
 */
export type NetworkTrouble = Trouble | { arriveAfterMs: number } | { kill: 'before' | 'after' }

export type NetworkFault = Omit<Fault, 'trouble'> & { trouble: NetworkTrouble }

/** One attempt at a request. `status` is 0 when no answer came. Times are simulated milliseconds. */
export type Attempt = {
  run: number
  /** Which of the run's looks at both sides it belongs to. */
  look: number
  method: string
  path: string
  body: string
  status: number
  from: number
  to: number
}

/** How many milliseconds a request, or its answer, is on its way. */
export type Latency = { least: number; most: number }

export type Network = {
  faults: NetworkFault[]
  attempts: Attempt[]
  /** The way out for one run; `look` is asked for at each request. */
  fetchOf: (run: Runner) => HttpFetch
}

type Runner = { id: number; look: () => number; dead: () => boolean; kill: () => void }

/**
 * A network between runs and emulators in simulated time. What goes wrong is described as the emulators' faults are,
 * but happens here, so that an answer that is waited for half a minute takes no time.
 */
export function createNetwork(
  timeline: Timeline,
  { random, latency = { least: 40, most: 40 } }: { random?: Random; latency?: Latency } = {},
): Network {
  const faults: NetworkFault[] = []
  const attempts: Attempt[] = []
  const delay = () => latency.least + (random?.below(latency.most - latency.least + 1) ?? 0)

  const fetchOf: Network['fetchOf'] =
    run =>
    (url, { timeoutMs = ATTEMPT_TIMEOUT_MS, ...init } = {}) =>
      new Promise<Response>((resolve, reject) => {
        const { pathname, search } = new URL(url)
        const attempt: Attempt = {
          run: run.id,
          look: run.look(),
          method: init.method ?? 'GET',
          path: pathname + search,
          body: typeof init.body === 'string' ? init.body : '',
          status: 0,
          from: timeline.now(),
          to: timeline.now(),
        }
        if (run.dead()) return
        attempts.push(attempt)
        const trouble = takeFault(faults, attempt)
        let ended = false
        const end = (how: () => void) => {
          // A process that was killed gets no answer any more.
          if (ended || run.dead()) return
          ended = true
          attempt.to = timeline.now()
          how()
        }
        timeline.after(timeoutMs, () => end(() => reject(timeOut())))
        if (trouble && 'kill' in trouble && trouble.kill === 'before') return run.kill()
        const arrives = delay() + (trouble && 'arriveAfterMs' in trouble ? trouble.arriveAfterMs : 0)
        timeline.after(arrives, async () => {
          const answer = await answerTo({ url, init, trouble })
          if (trouble && 'kill' in trouble) return run.kill()
          const slow = trouble && 'delayMs' in trouble ? trouble.delayMs : 0
          timeline.after(delay() + slow, () => {
            end(() => {
              if (answer instanceof Error) return reject(answer)
              attempt.status = answer.status
              resolve(answer)
            })
          })
        })
      })

  return { faults, attempts, fetchOf }
}

type Asked = { url: string; init: Parameters<HttpFetch>[1]; trouble: NetworkTrouble | undefined }

async function answerTo({ url, init, trouble }: Asked): Promise<Response | Error> {
  if (trouble && 'dropBefore' in trouble) return dropped()
  if (trouble && 'answer' in trouble) {
    const { status, headers, body } = trouble.answer
    return new Response(bodyOf(status, body), { status, ...(headers && { headers }) })
  }
  const answer = await fetch(url, { ...(init as RequestInit), redirect: 'manual' })
  const text = await answer.text()
  if (trouble && 'dropAfter' in trouble) return dropped()
  if (trouble && 'garble' in trouble) {
    const { status = answer.status, headers, body } = trouble.garble(text)
    return new Response(bodyOf(status, body), {
      status,
      headers: { ...Object.fromEntries(answer.headers), ...headers },
    })
  }
  return new Response(bodyOf(answer.status, text), { status: answer.status, headers: answer.headers })
}

function bodyOf(status: number, body: string | undefined): string | null {
  return status === 204 || status === 304 ? null : (body ?? '')
}

function takeFault(faults: NetworkFault[], { method, path, body }: Attempt): NetworkTrouble | undefined {
  const fault = faults.find(({ match }) => match({ method, path, body }))
  if (!fault) return undefined
  fault.times = (fault.times ?? 1) - 1
  if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
  return fault.trouble
}

function dropped(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  })
}

function timeOut(): Error {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError')
}
