import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { builtFile } from '../scripts/source-digest.ts'
import type { Answer } from './events.ts'

/** How long a line of the receiver's log is waited for. */
const PATIENCE_MS = 3000

/** The built receiver as a process of its own. */
export type ReceiverProcess = {
  url: string
  version: string
  /** The next answer to this event about this ticket; call it before the delivery is sent. */
  nextAnswer: (event: string, ticketId: number | null) => Promise<Answer | undefined>
  close: () => Promise<void>
}

/**
 * Starts `dist/receiver/index.js` on a free port of loopback and waits until it is healthy.
 *
 * @param env the receiver's variables; it gets no others
 * @param onAnswer called for each delivery that the receiver logs
 * @throws what the receiver says when it refuses to start
 */
export async function startReceiver(
  env: Record<string, string>,
  onAnswer: (answer: Answer) => void,
): Promise<ReceiverProcess> {
  const child = spawn(process.execPath, [builtFile('receiver/index.js')], {
    env: { ...env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killIt = () => child.kill('SIGKILL')
  process.once('exit', killIt)
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => {
      process.off('exit', killIt)
      resolve()
    })
  })

  const waiting = new Set<(answer: Answer) => void>()
  const port = await listening(child, line => {
    const answer = answerIn(line)
    onAnswer(answer)
    for (const look of waiting) look(answer)
  })
  const url = `http://127.0.0.1:${port}`
  const health = (await (await fetch(`${url}/healthz`)).json()) as { status: string; version: string }
  if (health.status !== 'ok') throw new Error(`The receiver is not healthy: ${JSON.stringify(health)}`)

  return {
    url,
    version: health.version,
    nextAnswer: (event, ticketId) =>
      new Promise(resolve => {
        const done = (answer?: Answer) => {
          waiting.delete(look)
          clearTimeout(timer)
          resolve(answer)
        }
        const look = (answer: Answer) => {
          // A delivery that was refused unread is logged without its ticket.
          const fits = answer.ticketId === ticketId || answer.ticketId === null
          if (answer.event === event && fits) done(answer)
        }
        const timer = setTimeout(done, PATIENCE_MS)
        waiting.add(look)
      }),
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Waits for the first line, which holds the port, and passes on those that follow. */
function listening(child: ChildProcess, onLine: (line: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let complaint = ''
    let started = false
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      complaint += chunk
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The receiver did not start.\n${complaint.trim()}`)))
    if (!child.stdout) throw new Error('The receiver has no stdout.')
    createInterface(child.stdout).on('line', line => {
      if (started) return onLine(line)
      started = true
      resolve((JSON.parse(line) as { port: number }).port)
    })
  })
}

function answerIn(line: string): Answer {
  const { event, conversation_id, status, reason, ms } = JSON.parse(line) as {
    event: string
    conversation_id: number | null
    status: number
    reason?: string
    ms: number
  }
  return { kind: 'answer', event, ticketId: conversation_id, status, reason, ms }
}
