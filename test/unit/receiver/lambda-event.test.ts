import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLambdaEvent } from '../../../receiver/lambda-event.ts'
import { fixture } from '../../support/receiver.ts'

const balancer: unknown = JSON.parse(fixture('lambda/load-balancer.json'))
const restApi: unknown = JSON.parse(fixture('lambda/rest-api.json'))
const httpApi = {
  version: '2.0',
  rawPath: '/prod/healthz',
  headers: { host: 'x' },
  isBase64Encoded: false,
  requestContext: { stage: 'prod', http: { method: 'GET' } },
}

/** The event with other values at its top. */
const changed = (event: unknown, changes: object) => ({ ...(event as object), ...changes })
const pathOf = (event: unknown) => new URL(readLambdaEvent(event).request?.url ?? 'none:').pathname

describe('An event of Lambda', () => {
  it.each([
    ['a load balancer', balancer],
    ['a REST API', restApi],
  ])('The webhook of %s is read', async (_name, event) => {
    const { request } = readLambdaEvent(event)
    expect(request?.method).toBe('POST')
    expect(pathOf(event)).toBe('/api/webhooks/freescout/ops')
    expect(request?.headers.get('x-freescout-event')).toBe('convo.created')
    expect(request?.headers.get('x-freescout-signature')).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAA=')
    expect(request?.headers.get('content-length')).toBe('8')
    expect(await request?.text()).toMatch(/^\{"id":7\} ?$/)
  })

  it('The stage is taken off the path of an HTTP API, and not of a REST API, which does that itself', () => {
    const context = (stage: string) => ({ requestContext: { stage, http: { method: 'GET' } } })
    expect(pathOf(httpApi)).toBe('/healthz')
    expect(pathOf(changed(httpApi, { rawPath: '/api/api/x', ...context('api') }))).toBe('/api/x')
    const first = { version: '1.0', path: '/prod/healthz', requestContext: { stage: 'prod' } }
    expect(pathOf(changed(restApi, first))).toBe('/healthz')
    expect(pathOf(changed(restApi, { requestContext: { stage: 'api' } }))).toBe('/api/webhooks/freescout/ops')
  })

  it('An event without headers, as a test console sends it, is read', () => {
    const nothing = { headers: null, multiValueHeaders: null, body: null }
    const { request } = readLambdaEvent(changed(restApi, { httpMethod: 'GET', path: '/healthz', ...nothing }))
    expect([...(request?.headers ?? [])]).toEqual([])
    expect(request?.method).toBe('GET')
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'POST /'],
    ['an empty list', []],
    ['an empty object', {}],
    ['a scheduled event', { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }],
    ['a record of S3', { Records: [{ eventSource: 'aws:s3', s3: {} }] }],
    ['a message of a WebSocket', { requestContext: { routeKey: '$default', connectionId: 'x' }, body: '{}' }],
    ['a path without a slash', changed(restApi, { path: '@evil.example/x' })],
    ['a path that is missing', changed(balancer, { path: undefined })],
    ['a method that is a number', changed(restApi, { httpMethod: 7 })],
    ['a method that no request has', changed(httpApi, { requestContext: { http: { method: 'TRACE' } } })],
    ['a header with a line break', changed(httpApi, { headers: { x: 'a\nb' } })],
    ['a header that is not Latin-1', changed(restApi, { headers: { x: '…' } })],
    ['a header that is an object', changed(restApi, { headers: { x: {} } })],
    ['a GET with a body', changed(restApi, { httpMethod: 'GET' })],
    ['a body that is an object', changed(restApi, { body: {} })],
  ])('There is no request in %s, and it is answered all the same', async (_name, event) => {
    const { request, answer } = readLambdaEvent(event)
    expect(request).toBeUndefined()
    expect(await answer(Response.json({}, { status: 400 }))).toMatchObject({ statusCode: 400, body: '{}' })
  })

  it('No event makes the reader throw', async () => {
    const odd = fc.oneof(fc.anything(), fc.string(), fc.webPath(), fc.dictionary(fc.string(), fc.string()))
    const keys = ['httpMethod', 'path', 'rawPath', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']
    const changes = fc.dictionary(fc.constantFrom(...keys, 'version', 'requestContext'), odd, { maxKeys: 3 })
    const near = fc.tuple(fc.constantFrom(balancer, restApi, httpApi), changes)
    const events = fc.oneof(
      fc.anything(),
      near.map(([event, odd]) => changed(event, odd)),
    )
    const seen = { requests: 0, others: 0 }
    await fc.assert(
      fc.asyncProperty(events, async event => {
        const { request, answer } = readLambdaEvent(event)
        seen[request ? 'requests' : 'others']++
        if (request) expect(new URL(request.url).host).toBe('lambda')
        expect((await answer(new Response('x', { status: 404 }))).statusCode).toBe(404)
      }),
      { numRuns: 1000 },
    )
    expect(Math.min(seen.requests, seen.others)).toBeGreaterThan(50)
  })
})

describe('An answer of Lambda', () => {
  const answered = (event: unknown) => readLambdaEvent(event).answer(Response.json({ a: 1 }, { status: 202 }))
  const answer = { statusCode: 202, body: '{"a":1}', isBase64Encoded: false }
  const headers = { 'content-type': 'application/json' }

  it('An API gets the status, the headers and the body, and no other key, which a REST API would refuse', async () => {
    expect(await answered(restApi)).toEqual({ ...answer, headers })
    expect(await answered(httpApi)).toEqual({ ...answer, headers })
  })

  it('A load balancer gets the kind of headers that it sent, and the status in words', async () => {
    const statusDescription = '202 Accepted'
    const multiValueHeaders = { 'content-type': ['application/json'] }
    expect(await answered(balancer)).toEqual({ ...answer, statusDescription, multiValueHeaders })
    const single = changed(balancer, { headers: { host: 'x' }, multiValueHeaders: undefined })
    expect(await answered(single)).toEqual({ ...answer, statusDescription, headers })
  })
})
