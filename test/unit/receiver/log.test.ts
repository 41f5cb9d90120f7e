import { describe, expect, it } from 'vitest'
import { createHostedReceiver } from '../../../receiver/hosted.ts'
import {
  conversation,
  delivery,
  fakeGitHub,
  receiver,
  SECRET,
  START,
  sign,
  TOKEN,
} from '../../support/receiver.ts'

describe('The log', () => {
  it('The log has one line for each delivery, with its result', async () => {
    const { send, entries } = receiver()
    await send(delivery(conversation()))
    await send(delivery(conversation(), { event: 'convo.assigned', source: 'support' }))
    await send(delivery('', { signature: null }))
    const time = new Date(START).toISOString()
    expect(entries()).toEqual([
      {
        time,
        status: 202,
        forwarded: true,
        event: 'convo.created',
        source: 'ops',
        conversation_id: 12,
        mailbox_id: 1,
        ms: 0,
      },
      {
        time,
        status: 200,
        forwarded: false,
        reason: 'event-not-forwarded',
        event: 'convo.assigned',
        source: 'support',
        conversation_id: 12,
        mailbox_id: 1,
        ms: 0,
      },
      {
        time,
        status: 401,
        forwarded: false,
        reason: 'missing-signature',
        event: 'convo.created',
        source: 'ops',
        conversation_id: null,
        mailbox_id: null,
        ms: 0,
      },
    ])
  })

  it.each([
    ['POST', '/api/webhooks/freescout', 404, 'not-found'],
    ['POST', '/receiver/api/webhooks/freescout/ops?a=1', 404, 'not-found'],
    ['GET', '/api/webhooks/freescout/ops', 405, 'method-not-allowed'],
    ['PATCH', '/healthz', 405, 'method-not-allowed'],
    ['DELETE', '/github-issue-badge.js', 405, 'method-not-allowed'],
  ])('The log has a line for %s %s, which is answered with %d', async (method, path, status, reason) => {
    const { send, lines } = receiver()
    await send(new Request(`http://receiver.example${path}`, { method }))
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual([
      {
        time: new Date(START).toISOString(),
        status,
        forwarded: false,
        reason,
        method,
        path: path.replace(/\?.*/, ''),
      },
    ])
  })

  it('The log has a line for the badge’s script while the flag is off', async () => {
    const { send, lines } = receiver({ enabled: false })
    await send(new Request('http://receiver.example/github-issue-badge.js'))
    expect(lines).toEqual([
      expect.stringMatching(
        /"status":404,"forwarded":false,"reason":"disabled","method":"GET","path":"\/github/,
      ),
    ])
  })

  it('The log has a line for each delivery that wrong settings refuse, on a host that starts the receiver', async () => {
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    const { fetch } = createHostedReceiver({ env: {}, connect: () => fakeGitHub().send, log })
    await fetch(new Request('http://receiver.example/healthz'))
    await fetch(delivery(conversation()))
    expect(lines[0]).toMatch(/"misconfigured":\["FREESCOUT_WEBHOOK_SECRET is missing/)
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(
        /"status":503,"forwarded":false,"reason":"misconfigured","method":"POST","path":"\/api\/webhooks\/freescout\/ops"\}$/,
      ),
    ])
  })

  it('The log has no line for the health check and the badge’s script', async () => {
    const { fetch, lines } = receiver()
    for (const path of ['/healthz', '/github-issue-badge.js'])
      expect((await fetch(new Request(`http://receiver.example${path}`))).status).toBe(200)
    expect(lines).toEqual([])
  })

  it.each(['/a b', '/forged@words', '/forged%0Awords', `/${'forged'.repeat(20)}`, '/<forged>', '/forgеd'])(
    'The log repeats only a safe path, which %s is not',
    async path => {
      const { send, lines } = receiver()
      expect(await send(new Request(`http://receiver.example${path}`))).toMatchObject({ status: 404 })
      expect(lines).toEqual([expect.stringContaining('"path":"other"')])
      expect(lines.join()).not.toContain('forg')
    },
  )

  it('The log holds nothing that a forger sent, and no secret', async () => {
    const { send, lines } = receiver()
    await send(
      delivery('{"id":1,"subject":"forged words"}', {
        signature: sign('x', 'wrong'),
        source: 'so%0Aurce',
        event: 'forged event',
      }),
    )
    await send(delivery('forged words, well signed'))
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      for (const text of ['forged', SECRET, TOKEN, '\n', 'wrong']) expect(line).not.toContain(text)
    }
  })
})
