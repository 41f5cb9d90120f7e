import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Starts the demo with its output piped. `until` resolves once the output has the text. */
function demo(...args: string[]) {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'demo/index.ts'), ...args], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const ended = new Promise<{ code: number | null; output: string }>(resolve => {
    child.once('close', code => resolve({ code, output }))
  })
  const until = async (text: string) => {
    while (!output.includes(text)) await new Promise(resolve => setTimeout(resolve, 20))
    return output
  }
  return { child, ended, until }
}

describe('npm run demo', () => {
  it('the demo prints every step, and both sides are right in the end', async () => {
    const { code, output } = await demo().ended
    expect(output).not.toContain('✗')
    expect(code).toBe(0)
    const acts = [...output.matchAll(/ s {2}(\S+)/g)].map(([, who]) => who)
    const way = ['Ticket', 'Webhook', 'Dispatch', 'Receiver', 'Run', 'Issue', 'Field', 'Note', 'Tags']
    expect([...new Set(acts)]).toEqual([...way, 'Forgery'])
  })

  it('the demo prints 80 columns without colours into a pipe', async () => {
    const { output } = await demo().ended
    expect(output).not.toContain('\u001b')
    expect(output.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  it('the demo stays up with --keep, sends webhooks by itself, and ends cleanly', async () => {
    const { child, ended, until } = demo('--keep')
    const shown = await until('What GitHub has.')
    const [, api] = /FreeScout {3}(\S+)/.exec(shown) ?? []
    const [, key = ''] = /X-FreeScout-API-Key: (\S+)/.exec(shown) ?? []
    const answer = await fetch(`${api}/conversations/1`, {
      method: 'PUT',
      headers: { 'x-freescout-api-key': key },
      body: '{"status": "closed", "byUser": 1}',
    })
    expect(answer.status).toBe(204)
    await until('ends: commented')
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  it('the demo names an option that it does not know', async () => {
    const { code, output } = await demo('--kepe').ended
    expect(code).toBe(2)
    expect(output).toContain("Unknown option '--kepe'")
  })
})
