import { Buffer } from 'node:buffer'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createInterface } from 'node:readline'

/** A request as it goes over the wire. */
export type Sent = {
  method: string
  path: string
  headers: Record<string, string>
  body: Uint8Array
  /** How it is sent: whole with its length, in pieces of unknown length, or its head only. */
  as?: 'pieces' | 'head'
}

export type Received = { status: number; headers: Record<string, string>; json: unknown }

/** One of the homes of the receiver, running. */
export type Running = { send: (sent: Sent) => Promise<Received>; close: () => Promise<void> }

/** A home of the receiver. It is started with these variables and no others. */
export type Home = { name: string; start: (env: Record<string, string>) => Promise<Running> }

/** Sends a request to a server. Its answer counts even if it does not read the rest of the body. */
export function sendTo(url: string, { method, path, headers, body, as }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = as === 'pieces' ? undefined : { 'content-length': body.length }
    const outgoing = request(
      new URL(url),
      { agent: false, method, path, headers: { ...headers, ...length } },
      async answer => {
        const text = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>)).toString()
        resolve({
          status: answer.statusCode ?? 0,
          headers: flat(answer.headers),
          json: text && JSON.parse(text),
        })
        outgoing.destroy()
      },
    )
    outgoing.on('error', reject)
    if (as === 'head') return outgoing.flushHeaders()
    if (as !== 'pieces') return outgoing.end(body)
    const half = Math.ceil(body.length / 2)
    outgoing.write(body.subarray(0, half))
    outgoing.end(body.subarray(half))
  })
}

/** Starts the receiver as a process, with the arguments for `node`, and waits for its first line. */
export async function startProcess(
  args: string[],
  env: Record<string, string>,
): Promise<Running & { port: number }> {
  const child = spawn(process.execPath, args, {
    env: { HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await listening(child)
  return {
    port,
    send: sent => sendTo(`http://127.0.0.1:${port}`, sent),
    close: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** The port in a receiver's first line. @throws when the receiver ends first */
export function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The receiver ended with ${code} instead of listening.`)))
    if (!child.stdout) throw new Error('The receiver has no stdout.')
    createInterface(child.stdout).once('line', line => {
      child.stdout?.resume()
      resolve((JSON.parse(line) as { port: number }).port)
    })
  })
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
