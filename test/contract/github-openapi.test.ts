import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'
import { gitHubChecker } from '../support/github-emulator/openapi.ts'
import { toJsonSchema } from '../support/github-emulator/openapi-schema.ts'

const REPOSITORY = 'raxx-app/TradeMasterAPI'
const ISSUES = `/repos/${REPOSITORY}/issues`

let emulator: GitHubEmulator
let issue: Record<string, unknown>
beforeAll(async () => {
  emulator = await startGitHub()
  emulator.addIssue(REPOSITORY, { title: 'Export fails', body: null, labels: ['bug'] })
  issue = (await (await ask('GET', `${ISSUES}/1`)).json()) as Record<string, unknown>
})
afterAll(() => emulator.close())

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(emulator.url + path, {
    method,
    headers: { authorization: 'Bearer ghs_test' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

describe('The check of requests', () => {
  const requestMistakes = (method: string, path: string, body?: unknown) =>
    gitHubChecker()(
      new Request(`http://localhost${path}`, {
        method,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
      Response.json({ message: 'Not Found' }, { status: 404 }),
    )

  test.each([
    ['a path GitHub lacks', 'GET', `/repos/${REPOSITORY}/tickets`, 'GitHub describes no such request'],
    ['a method GitHub lacks', 'DELETE', `${ISSUES}/1`, 'GitHub describes no such request'],
    ['a number that is none', 'GET', `${ISSUES}/one`, 'path parameter issue_number must be integer'],
    ['a misspelt query', 'GET', `${ISSUES}?label=bug`, 'query parameter label is unknown'],
    ['a state that is none', 'GET', `${ISSUES}?state=any`, 'query parameter state must be equal to one of'],
    ['a page size in words', 'GET', `${ISSUES}?per_page=all`, 'query parameter per_page must be integer'],
    ['a time that is none', 'GET', `${ISSUES}?since=yesterday`, 'query parameter since must match format'],
    ['a missing body', 'POST', ISSUES, 'request body is missing'],
  ])('finds %s', async (_what, method, path, mistake) => {
    expect(await requestMistakes(method, path)).toEqual([expect.stringContaining(mistake)])
  })

  test.each([
    ['a missing title', 'POST', ISSUES, {}, "must have required property 'title'"],
    ['a body of the wrong type', 'POST', ISSUES, { title: 'T', body: 12 }, '/body must be string'],
    [
      'a state reason that is none',
      'PATCH',
      `${ISSUES}/1`,
      { state_reason: 'done' },
      '/state_reason must be',
    ],
    ['a body where none belongs', 'DELETE', `${ISSUES}/1/labels/bug`, {}, 'should have none'],
    ['what is not JSON', 'POST', ISSUES, '{title', 'request body is not JSON'],
  ])('finds %s', async (_what, method, path, body, mistake) => {
    expect(await requestMistakes(method, path, body)).toContainEqual(expect.stringContaining(mistake))
  })

  test.each([
    ['GET', `${ISSUES}?labels=freescout-linked&state=all&per_page=100&since=2026-11-01T00:00:00Z`],
    ['POST', ISSUES, { title: 'T', body: 'B', labels: ['bug', { name: 'regression' }] }],
    ['PATCH', `${ISSUES}/1`, { state: 'closed', state_reason: null }],
    ['GET', `/repos/${REPOSITORY}/contents/.github/freescout.yml?ref=main`],
    ['GET', `/repos/${REPOSITORY}/labels/auto%3Astatus`],
  ])('the check of requests accepts %s %s', async (method, path, body?: unknown) => {
    expect(await requestMistakes(method, path, body)).toEqual([])
  })
})

describe('The check of answers', () => {
  const answerMistakes = (answer: unknown, status = 200) =>
    gitHubChecker()(new Request(`http://localhost${ISSUES}/1`), Response.json(answer, { status }))

  test('the check of answers accepts an issue that has neither body nor assignee', async () => {
    expect(issue).toMatchObject({ body: null, assignee: null })
    expect(await answerMistakes(issue)).toEqual([])
  })

  test.each(['number', 'html_url', 'state', 'labels', 'user', 'closed_at', 'comments'])(
    'the check of answers finds that %s is missing',
    async field => {
      const { [field]: _, ...rest } = issue
      const mistake = expect.stringContaining(`answer 200 must have required property '${field}'`)
      expect(await answerMistakes(rest)).toContainEqual(mistake)
    },
  )

  test.each([
    ['a number in quotes', { number: '1' }, '/number must be integer'],
    ['null where it may not be', { title: null }, '/title must be string'],
    ['a state reason that is none', { state_reason: 'fixed' }, '/state_reason must be equal to one of'],
    ['a time that is none', { created_at: 'today' }, '/created_at must match format "date-time"'],
    ['a user that is a name', { user: 'octocat' }, '/user must be'],
    ['an association that is none', { author_association: 'FRIEND' }, '/author_association must be equal to'],
  ])('finds %s', async (_what, change, mistake) => {
    expect(await answerMistakes({ ...issue, ...change })).toContainEqual(expect.stringContaining(mistake))
  })

  test('the check of answers finds a status that is not described, and an error without a message', async () => {
    expect(await answerMistakes(issue, 201)).toEqual([expect.stringContaining('201 is not described')])
    expect(await answerMistakes({ error: 'no' }, 403)).toContainEqual(
      expect.stringContaining("required property 'message'"),
    )
  })

  test('the check of answers finds an answer where none should be, and a missing one', async () => {
    const dispatch = () =>
      new Request(`http://localhost/repos/${REPOSITORY}/dispatches`, {
        method: 'POST',
        body: JSON.stringify({ event_type: 'freescout' }),
      })
    const check = gitHubChecker()
    expect(await check(dispatch(), new Response(null, { status: 204 }))).toEqual([])
    expect(await check(dispatch(), Response.json({}, { status: 422 }))).not.toEqual([])
    expect(await check(new Request(`http://localhost${ISSUES}`), new Response('', { status: 200 }))).toEqual([
      expect.stringContaining('answer 200 has no body'),
    ])
  })
})

test('A nullable enum takes null and nothing new', () => {
  expect(toJsonSchema({ type: 'string', enum: ['a'], nullable: true })).toEqual({
    anyOf: [{ type: 'null' }, { type: 'string', enum: ['a'] }],
  })
})

test('A property called nullable or example is a property', () => {
  const schema = {
    type: 'object',
    properties: { nullable: { type: 'boolean' }, example: { type: 'string' } },
  }
  expect(toJsonSchema(schema)).toEqual(schema)
})

describe('The emulator', () => {
  test('the emulator keeps violations, and answers all the same', async () => {
    const { status } = await ask('GET', `${ISSUES}?state=any`)
    expect(status).toBe(200)
    expect(emulator.violations.splice(0)).toEqual([
      expect.stringContaining(`GET ${ISSUES}: query parameter state must be equal to one of`),
    ])
  })

  test('the emulator says which request it does not emulate, whether GitHub has it or not', async () => {
    for (const path of ['/emojis', '/smileys']) {
      const answer = await ask('GET', path)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toEqual({
        message: 'Not Found',
        documentation_url: 'https://docs.github.com/rest',
        status: '404',
      })
    }
    expect(emulator.violations.splice(0)).toEqual([
      "GET /emojis: the emulator doesn't play this yet",
      'GET /smileys: GitHub describes no such request',
    ])
  })

  test('the emulator counts no fault on demand as a violation', async () => {
    emulator.faults.push({ match: () => true, trouble: { answer: { status: 502, body: '<html>' } } })
    expect((await ask('GET', ISSUES)).status).toBe(502)
    expect(emulator.violations).toEqual([])
  })

  test('the emulator keeps no violations without the check', async () => {
    const unchecked = await startGitHub({ checkOpenApi: false })
    await fetch(`${unchecked.url}/nowhere`)
    await unchecked.close()
    expect(unchecked.violations).toEqual([])
  })
})
