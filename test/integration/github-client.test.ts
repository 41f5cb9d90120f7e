import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { GitHubCall } from '../../src/github/api.ts'
import { createGitHub, type GitHub } from '../../src/github/client.ts'
import { createHttpFetch, type HttpFetch } from '../../src/http/http-client.ts'
import { createRetryingFetch } from '../../src/http/retry.ts'
import type { Issue } from '../../src/model.ts'
import { isForbidden, isPermanentRefusal } from '../../src/service-error.ts'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'
import { failureOf, fakeClock } from '../support/http.ts'

const HOME = 'raxx-app/TradeMasterAPI'
const OTHER = 'raxx-app/billing'

let server: GitHubEmulator
let client: GitHub

beforeEach(async () => {
  server = await startGitHub({
    repositories: [
      { name: HOME, visibility: 'private' },
      { name: OTHER, visibility: 'private' },
    ],
  })
  client = clientOf()
})

afterEach(async () => {
  expect(server.violations).toEqual([])
  await server.close()
})

function clientOf(token = 'ghs_test', fetch: HttpFetch = createHttpFetch()): GitHub {
  return createGitHub({ apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, token, fetch })
}

const ref = (number: number, repository = HOME) => ({
  repository,
  number,
  url: `https://github.com/${repository}/issues/${number}`,
})

/** The next request is answered like this. */
function answerOnce(status: number, message = '', headers: Record<string, string> = {}): void {
  const body = JSON.stringify({ message })
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers }
  server.faults.push({ match: () => true, trouble: { answer: { status, body, headers: json } } })
}

/** The answer to the next request, as JSON. */
function answerJsonOnce(value: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const answer = { status: 200, body: JSON.stringify(value), headers }
  server.faults.push({ match: () => true, trouble: { answer } })
}

function addIssues(count: number, labels: string[] = []): void {
  for (let index = 1; index <= count; index++) {
    const createdAt = new Date(Date.parse('2026-11-01T00:00:00Z') + index * 60_000).toISOString()
    server.addIssue(HOME, { title: `Issue ${index}`, labels, createdAt: createdAt.replace('.000', '') })
  }
}

const numbers = (issues: Issue[]) => issues.map(({ number }) => number)
const descending = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index)

describe('The name of a repository', () => {
  it('is the one that it has now', async () => {
    expect(await client.currentName(HOME)).toBe(HOME)
    server.renameRepository(OTHER, 'raxx-group/billing')
    expect(await client.currentName(OTHER)).toBe('raxx-group/billing')
  })

  it('is unknown when the token can’t see the repository', async () => {
    expect(await client.currentName('raxx-app/none')).toBeUndefined()
  })

  it.each([
    'https://evil.example/repositories/1',
    '/login',
    '/repositories/1/issues/2/comments',
    '/repositories/x',
  ])('is not looked for at %s, where GitHub would redirect', async location => {
    answerOnce(301, '', { location })
    const asked = server.log.length
    expect(await client.currentName(HOME)).toBeUndefined()
    expect(server.log.length - asked).toBe(1)
  })

  it('is not looked for in a circle of redirects', async () => {
    const trouble = { answer: { status: 301, headers: { location: `${server.url}/repositories/1` } } }
    server.faults.push({ match: () => true, times: 99, trouble })
    expect(await client.currentName(HOME)).toBeUndefined()
    expect(server.log).toHaveLength(4)
    server.faults.length = 0
  })
})

describe('A repository', () => {
  it.each(['private', 'public', 'internal'] as const)('is told to be %s', async visibility => {
    server.setVisibility(HOME, visibility)
    expect(await client.repository(HOME)).toEqual({ name: HOME, visibility })
  })

  it('is never taken for private without a word', async () => {
    const fetch: HttpFetch = async () => Response.json({ full_name: HOME, private: false })
    expect((await clientOf('ghs_test', fetch).repository(HOME)).visibility).toBe('public')
  })

  it('that the token can’t see is an error that says what to check', async () => {
    const error = await failureOf(client.repository('raxx-app/none'))
    expect(error).toMatchObject({ service: 'GitHub', status: 404, mayHaveActed: false })
    expect(error.message).toBe(
      'GitHub answered "not found" (404): could not read the repository raxx-app/none. ' +
        'Check the repository in the configuration, and that the token may see it.',
    )
  })
})

describe('An issue', () => {
  it('is read in the model’s words', async () => {
    server.addIssue(HOME, {
      title: 'Orders',
      body: 'Text',
      labels: ['bug'],
      createdAt: '2026-11-22T12:00:00Z',
    })
    server.closeIssue(HOME, 1, 'not_planned')
    expect(await client.issue(ref(1))).toMatchObject({
      repository: HOME,
      number: 1,
      url: `https://github.com/${HOME}/issues/1`,
      title: 'Orders',
      body: 'Text',
      state: 'closed',
      stateReason: 'not_planned',
      labels: ['bug'],
      author: { login: 'octo-dev', association: 'MEMBER' },
      createdAt: '2026-11-22T12:00:00Z',
      closedAt: expect.stringMatching(/Z$/),
    })
    expect(server.log[0]?.headers).toMatchObject({
      authorization: 'token ghs_test',
      'x-github-api-version': '2022-11-28',
    })
  })

  it('without a body has an empty one', async () => {
    server.addIssue(HOME, { title: 'Orders', body: null })
    expect(await client.issue(ref(1))).toMatchObject({ body: '', stateReason: null, closedAt: null })
  })

  it('that is gone says how', async () => {
    addIssues(2)
    server.deleteIssue(HOME, 1)
    server.transfer(HOME, 2, OTHER)
    server.addPullRequest(HOME, { title: 'A change' })
    expect(await client.issue(ref(1))).toEqual({ gone: 'deleted' })
    expect(await client.issue(ref(2))).toMatchObject({
      gone: 'transferred',
      to: { repository: OTHER, number: 1, title: 'Issue 2' },
    })
    expect(await client.issue(ref(3))).toEqual({ gone: 'not-found' })
    expect(await client.issue(ref(99))).toEqual({ gone: 'not-found' })
    expect(await client.issue(ref(1, 'raxx-app/none'))).toEqual({ gone: 'not-found' })
  })

  it('is rendered by GitHub when its text is wanted', async () => {
    server.addIssue(HOME, { title: 'Orders', body: 'Some *text*' })
    expect(await client.issueHtml(ref(1))).toContain('text')
    expect(server.log[0]?.headers.accept).toMatch(/vnd\.github\.(v3\.)?full/)
  })
})

describe('A list of issues', () => {
  it.each([false, true])(
    'is read to its end, newest first, a hundred at a time (by cursor only: %s)',
    async only => {
      server.cursorPaging = only
      addIssues(250)
      server.log.length = 0
      const pages = await Array.fromAsync(client.issues({ repository: HOME }))
      expect(pages.map(({ issues }) => numbers(issues))).toEqual([
        descending(250, 151),
        descending(150, 51),
        descending(50, 1),
      ])
      expect(server.log).toHaveLength(3)
    },
  )

  it('goes no further than it is wanted', async () => {
    addIssues(101)
    server.log.length = 0
    for await (const _ of client.issues({ repository: HOME })) break
    expect(server.log).toHaveLength(1)
  })

  it('holds closed ones, but no pull requests', async () => {
    addIssues(2)
    server.closeIssue(HOME, 1, 'completed')
    server.addPullRequest(HOME, { title: 'A change' })
    const [page] = await Array.fromAsync(client.issues({ repository: HOME }))
    expect(numbers(page?.issues ?? [])).toEqual([2, 1])
    expect(page?.numbers).toEqual([3, 2, 1])
  })

  it('of pull requests alone is a page of nothing, and the next page is read all the same', async () => {
    server.addIssue(HOME, { title: 'Old', createdAt: '2026-01-01T00:00:00Z' })
    for (let index = 0; index < 100; index++) server.addPullRequest(HOME, { title: `Change ${index}` })
    const pages = await Array.fromAsync(client.issues({ repository: HOME }))
    expect(pages.map(({ issues }) => numbers(issues))).toEqual([[], [1]])
  })

  it('can be narrowed to a label', async () => {
    addIssues(3)
    server.label(HOME, 2, 'freescout-linked')
    const pages = await Array.fromAsync(client.issues({ repository: HOME, label: 'freescout-linked' }))
    expect(pages.map(({ issues }) => numbers(issues))).toEqual([[2]])
  })

  it('can be empty', async () => {
    expect(await Array.fromAsync(client.issues({ repository: HOME }))).toEqual([{ issues: [], numbers: [] }])
  })

  it('is never followed to another server, and not taken for all there is', async () => {
    const asked: string[] = []
    const fetch: HttpFetch = async url => {
      asked.push(url)
      return Response.json([], { headers: { link: '<https://evil.example/issues?page=2>; rel="next"' } })
    }
    const error = await failureOf(Array.fromAsync(clientOf('ghs_test', fetch).issues({ repository: HOME })))
    expect(error.message).toContain('GitHub says that the next page is at https://evil.example')
    expect(error.message).toContain(`could not list the issues of ${HOME}`)
    expect(asked).toHaveLength(1)
  })

  it('is read on although the address of the API ends with a slash', async () => {
    const pages = [
      Response.json([], { headers: { link: '<https://api.example/issues?page=2>; rel="next"' } }),
      Response.json([]),
    ]
    const fetch: HttpFetch = async () => pages.shift() ?? Response.error()
    const slashed = createGitHub({
      apiUrl: 'https://api.example/',
      graphqlUrl: 'https://api.example/graphql',
      token: 'ghs_test',
      fetch,
    })
    expect(await Array.fromAsync(slashed.issues({ repository: HOME }))).toHaveLength(2)
  })
})

describe('Comments', () => {
  it('of an issue come oldest first, from every page', async () => {
    addIssues(1)
    for (let index = 1; index <= 101; index++) server.comment(HOME, 1, `Comment ${index}`)
    const comments = await client.comments(ref(1))
    expect(comments.map(({ body }) => body)).toEqual(
      Array.from({ length: 101 }, (_, index) => `Comment ${index + 1}`),
    )
    expect(comments[0]?.author).toEqual({ login: 'octo-dev', association: 'MEMBER' })
  })

  it('can be had since a time', async () => {
    addIssues(1)
    server.comment(HOME, 1, 'early')
    server.clock.advance(3_600_000)
    const since = server.clock.now().toISOString()
    server.clock.advance(60_000)
    server.comment(HOME, 1, 'late')
    expect((await client.comments(ref(1), since)).map(({ body }) => body)).toEqual(['late'])
  })

  it('of a whole repository say which issue they are on', async () => {
    addIssues(2)
    server.comment(HOME, 2, 'two')
    server.comment(HOME, 1, 'one')
    const pages = await Array.fromAsync(client.repositoryComments(HOME, '2026-01-01T00:00:00Z'))
    expect(pages.flat().map(({ issueNumber, body }) => [issueNumber, body])).toEqual([
      [2, 'two'],
      [1, 'one'],
    ])
  })
})

describe('An issue’s events', () => {
  /** Labels and unlabels until the issue has this many events. */
  function happen(count: number): void {
    for (let index = 1; index <= count; index++) {
      if (index % 2) server.label(HOME, 1, `label-${index}`)
      else server.unlabel(HOME, 1, `label-${index - 1}`)
    }
  }
  const labelled = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const at = from + index
      return at % 2 ? `labeled label-${at}` : `unlabeled label-${at - 1}`
    })

  it.each([
    [5, 1, [[1, 5]]],
    [
      150,
      2,
      [
        [101, 150],
        [1, 100],
      ],
    ],
    [
      250,
      3,
      [
        [201, 250],
        [101, 200],
        [1, 100],
      ],
    ],
    [
      350,
      4,
      [
        [301, 350],
        [201, 300],
        [101, 200],
        [1, 100],
      ],
    ],
  ] as [number, number, [number, number][]][])(
    '%i of them come newest page first, in %i requests',
    async (count, requests, ranges) => {
      addIssues(1)
      happen(count)
      const pages = await Array.fromAsync(client.issueEvents(ref(1)))
      expect(pages.map(page => page.map(({ event, label }) => `${event} ${label}`))).toEqual(
        ranges.map(([from, to]) => labelled(from, to)),
      )
      expect(server.log).toHaveLength(requests)
    },
  )

  it('cost two requests when only the newest are wanted', async () => {
    addIssues(1)
    happen(350)
    for await (const _ of client.issueEvents(ref(1))) break
    expect(server.log).toHaveLength(2)
  })

  it('are read to their end when GitHub does not tell which page is the last', async () => {
    const event = (id: number) => ({ id, event: 'labeled', created_at: '2026-11-22T12:00:00Z' })
    const next = `<${server.url}/repositories/1/issues/1/events?after=b>; rel="next"`
    const fetch: HttpFetch = async url =>
      url.includes('after=')
        ? Response.json([event(2)])
        : Response.json([event(1)], { headers: { link: next } })
    const pages = await Array.fromAsync(clientOf('ghs_test', fetch).issueEvents(ref(1)))
    expect(pages.map(page => page.map(({ id }) => id))).toEqual([[2], [1]])
  })

  it('that name no label have none', async () => {
    addIssues(1)
    server.closeIssue(HOME, 1)
    const [events] = await Array.fromAsync(client.issueEvents(ref(1)))
    expect(events).toMatchObject([{ event: 'closed', label: '' }])
  })
})

describe('Writes', () => {
  it('go where they should: issue, comment, labels, closing', async () => {
    const made = await client.createIssue(HOME, { title: 'Orders', body: 'Text', labels: ['bug'] })
    expect(made).toMatchObject({ number: 1, labels: ['bug'], author: { login: 'github-actions[bot]' } })
    await client.comment(made, 'A comment')
    await client.addLabels(made, ['freescout-linked'])
    await client.closeIssue(made, 'duplicate')
    expect(server.issue(HOME, 1)).toMatchObject({
      title: 'Orders',
      body: 'Text',
      labels: ['bug', 'freescout-linked'],
      state: 'closed',
      stateReason: 'duplicate',
    })
    expect(server.comments(HOME, 1).map(({ body }) => body)).toEqual(['A comment'])
  })

  it('tell which labels GitHub left out', async () => {
    server.dropLabels = true
    expect((await client.createIssue(HOME, { title: 'x', body: '', labels: ['bug'] })).labels).toEqual([])
  })

  it('whose answer got lost may have been made: the error says so, and each was sent once', async () => {
    addIssues(1)
    const calls = [
      () => client.createIssue(HOME, { title: 'x', body: '', labels: [] }),
      () => client.comment(ref(1), 'x'),
      () => client.addLabels(ref(1), ['x']),
      () => client.closeIssue(ref(1), 'completed'),
    ]
    for (const call of calls) {
      server.log.length = 0
      server.faults.push({ match: () => true, trouble: { dropAfter: true } })
      expect(await failureOf(call())).toMatchObject({ mayHaveActed: true, status: undefined })
      expect(server.log).toHaveLength(1)
    }
  })

  it.each([
    ['a 502', () => answerOnce(502), true],
    ['a web page', () => garble('<html>'), true],
    ['truncated JSON', () => garble('{"number": 1'), true],
    ['a refusal', () => server.secondaryLimit(), false],
    ['a 422', () => answerOnce(422, 'Validation Failed'), false],
    ['a 403', () => answerOnce(403, 'Resource not accessible'), false],
    ['a 410', () => answerOnce(410, 'Issues are disabled'), false],
    ['a redirect', () => answerOnce(307), false],
  ] as [string, () => void, boolean][])('may have been made or not: %s', async (_, arrange, expected) => {
    arrange()
    const error = await failureOf(client.createIssue(HOME, { title: 'x', body: '', labels: [] }))
    expect(error.mayHaveActed).toBe(expected)
  })

  it('can’t have been made when there was no connection', async () => {
    const fetch: HttpFetch = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) })
    }
    const error = await failureOf(clientOf('ghs_test', fetch).comment(ref(1), 'x'))
    expect(error).toMatchObject({ mayHaveActed: false })
    expect(error.message).toContain(`GitHub gave no answer (ECONNREFUSED): could not comment on ${HOME}#1`)
  })
})

function garble(body: string): void {
  server.faults.push({ match: () => true, trouble: { garble: () => ({ body }) } })
}

describe('What goes wrong says what to do:', () => {
  const reset = String(Date.parse('2026-11-22T13:00:00Z') / 1000)
  it.each([
    [
      '401',
      () => answerOnce(401, 'Bad credentials'),
      /refused the token \(401\): could not .+\. Check the input github-token/,
    ],
    [
      '403 for a locked issue',
      () => answerOnce(403, 'Unable to create comment because issue is locked.'),
      /accepts no comment on a locked issue \(403\): could not .+\. Unlock the issue, then run the workflow again/,
    ],
    [
      '403',
      () => answerOnce(403, 'Resource not accessible by integration'),
      /\(403: Resource not accessible by integration.*\): could not .+\. Give the job "permissions: issues: write, contents: read"/,
    ],
    [
      'a spent limit',
      () =>
        answerOnce(403, 'API rate limit exceeded', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        }),
      /limits our requests \(403\) until 2026-11-22T13:00:00\.000Z: could not .+\. Run the workflow again after that/,
    ],
    [
      'a limit without a time',
      () => answerOnce(429),
      /limits our requests \(429\): could not .+\. Run the workflow again/,
    ],
    ['404', () => answerOnce(404), /answered "not found" \(404\): could not .+\. Check the repository/],
    [
      '500',
      () => answerOnce(500),
      /not working right now \(500\): could not .+\. Run the workflow again when it is up/,
    ],
    ['503', () => answerOnce(503), /not working right now \(503\)/],
    ['422', () => answerOnce(422, 'Validation Failed'), /refused the request \(422: Validation Failed.*\)/],
    [
      'a redirect',
      () => answerOnce(301, '', { location: 'https://evil.example/' }),
      /has moved \(301\): could not .+\. The repository was renamed/,
    ],
    ['a web page', () => garble('<html>'), /not what its API promises: could not list the comments/],
    ['truncated JSON', () => garble('[{'), /not what its API promises/],
    ['another shape', () => garble('[{"id":"x"}]'), /not what its API promises/],
    [
      'no answer',
      () => void server.faults.push({ match: () => true, trouble: { dropBefore: true } }),
      /gave no answer \([\w ]+\): could not list the comments of .*#1\. Run the workflow again/,
    ],
  ] as [string, () => void, RegExp][])('%s', async (_, arrange, message) => {
    addIssues(1)
    arrange()
    const error = await failureOf(client.comments(ref(1)))
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('ghs_test')
    expect(error).toMatchObject({ service: 'GitHub', mayHaveActed: false })
    expect(server.log).toHaveLength(1)
  })

  it('a token that is wrong, which is not told', async () => {
    const error = await failureOf(clientOf('ghs_wrong').repository(HOME))
    expect(error.status).toBe(401)
    expect(error.message).not.toContain('ghs_wrong')
  })
})

describe('A file', () => {
  it('is read as text at a commit', async () => {
    server.setFile(HOME, '.github/freescout.yml', 'user: 1 # ü\n')
    const where = { repository: HOME, path: '.github/freescout.yml', ref: 'main' }
    expect(await client.file(where)).toBe('user: 1 # ü\n')
    expect(new URL(`http://x${server.log[0]?.path}`).searchParams.get('ref')).toBe('main')
  })

  it('a file that is not UTF-8 is read with U+FFFD in it, by which the configuration is refused', async () => {
    const latin1 = createServer((_request, response) => {
      response.setHeader('content-type', 'application/vnd.github.raw+json; charset=utf-8')
      response.end(Buffer.from('user: 1 # \xfc\n', 'latin1'))
    })
    await new Promise<void>(resolve => latin1.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void latin1.close().closeAllConnections())
    const apiUrl = `http://127.0.0.1:${(latin1.address() as AddressInfo).port}`
    const reader = createGitHub({ apiUrl, graphqlUrl: apiUrl, token: 'ghs_test', fetch: createHttpFetch() })
    expect(await reader.file({ repository: HOME, path: 'x.yml', ref: 'main' })).toBe('user: 1 # \uFFFD\n')
  })

  it('may be missing', async () => {
    expect(await client.file({ repository: HOME, path: 'none.yml', ref: 'main' })).toBeUndefined()
  })

  it('that can’t be read for another reason is an error', async () => {
    answerOnce(403, 'Resource not accessible by integration')
    const where = { repository: HOME, path: '.github/freescout.yml', ref: 'main' }
    expect((await failureOf(client.file(where))).message).toContain(`read .github/freescout.yml in ${HOME}`)
  })
})

describe('Whose token it is', () => {
  it('is told by GraphQL', async () => {
    expect(await client.viewer()).toBe('github-actions[bot]')
    expect(server.log.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /graphql'])
  })

  it('is asked again in trouble, although it is asked by POST', async () => {
    answerOnce(502)
    const patient = clientOf('ghs_test', createRetryingFetch(createHttpFetch(), fakeClock()))
    expect(await patient.viewer()).toBe('github-actions[bot]')
  })

  it('is a question: nothing can have been done when its answer is lost', async () => {
    answerOnce(502)
    expect(await failureOf(client.viewer())).toMatchObject({ status: 502, mayHaveActed: false })
    server.faults.push({ match: () => true, trouble: { dropAfter: true } })
    expect(await failureOf(client.viewer())).toMatchObject({ mayHaveActed: false })
  })
})

describe('What happened to issues', () => {
  const SINCE = '2020-01-01T00:00:00Z'
  const ask = (numbers: number[], since = SINCE) =>
    client.recentActivity({
      repository: HOME,
      since,
      questions: numbers.map(number => ({ number, withComments: number % 2 === 0 })),
    })
  const nothing = { labels: [], isReopened: false, isTransferred: false, comments: [], isCut: false }

  it('is one question about all of them: labels, reopenings, transfers, and comments where they are wanted', async () => {
    for (const title of ['One', 'Two', 'Three']) server.addIssue(HOME, { title })
    server.label(HOME, 1, 'regression')
    server.comment(HOME, 1, 'Not asked for')
    server.closeIssue(HOME, 2)
    server.reopenIssue(HOME, 2)
    server.comment(HOME, 2, 'Hello', { author: 'raxx[bot]', association: 'NONE' })
    server.log.length = 0
    const comments = [{ body: 'Hello', author: { login: 'raxx[bot]', association: 'NONE' } }]
    expect([...(await ask([1, 2, 3]))]).toEqual([
      [1, { ...nothing, labels: ['regression'] }],
      [2, { ...nothing, isReopened: true, comments }],
      [3, nothing],
    ])
    expect(server.log.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /graphql'])
  })

  it('is nothing when it was before the time', async () => {
    server.addIssue(HOME, { title: 'One', labels: ['regression'] })
    expect((await ask([1], '2100-01-01T00:00:00Z')).get(1)).toEqual(nothing)
  })

  it('is cut when more happened than GitHub shows', async () => {
    server.addIssue(HOME, { title: 'One' })
    for (let at = 0; at < 51; at++) server.label(HOME, 1, `label ${at}`)
    expect((await ask([1])).get(1)).toMatchObject({ isCut: true })
  })

  it('is not known of an issue that GitHub does not show', async () => {
    server.addIssue(HOME, { title: 'One' })
    expect([...(await ask([1, 9])).keys()]).toEqual([1])
    const odd = { issue1: { timelineItems: null } }
    for (const repository of [null, odd]) {
      answerJsonOnce({ data: { repository }, errors: [{ type: 'NOT_FOUND', message: 'no' }] })
      expect([...(await ask([1])).keys()]).toEqual([])
    }
  })

  it('is asked again in trouble, because a question changes nothing', async () => {
    server.addIssue(HOME, { title: 'One' })
    answerOnce(502)
    expect(await failureOf(ask([1]))).toMatchObject({ status: 502, mayHaveActed: false })
  })
})

describe('Who closed or reopened an issue', () => {
  const closer = { repository: HOME, pullRequest: 55 }
  const read = async (number: number) => {
    const issue = await client.issue({ repository: HOME, number })
    if ('gone' in issue) throw new Error('The issue is gone.')
    return issue
  }

  it('is one question to GraphQL, and names the pull request', async () => {
    const { number } = server.addIssue(HOME, { title: 'Orders time out' })
    server.closeIssue(HOME, number, 'completed', { actor: 'ada', closer })
    const issue = await read(number)
    server.log.length = 0
    expect(await client.stateChange(issue)).toEqual({
      by: 'ada',
      through: {
        kind: 'pull-request',
        repository: HOME,
        number: 55,
        url: `https://github.com/${HOME}/pull/55`,
      },
    })
    expect(server.log.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /graphql'])
  })

  it('is not known when somebody reopened the issue after it was read', async () => {
    const { number } = server.addIssue(HOME, { title: 'Orders time out' })
    server.closeIssue(HOME, number)
    const closed = await read(number)
    server.reopenIssue(HOME, number, { actor: 'grace' })
    expect(await client.stateChange(closed)).toBeUndefined()
    expect(await client.stateChange(await read(number))).toEqual({ by: 'grace', through: undefined })
  })

  it('is not known when GitHub shows no such issue, and an odd closer is left out', async () => {
    const { number } = server.addIssue(HOME, { title: 'Orders time out' })
    const issue = await read(number)
    const answers = [
      { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'no' }] },
      { data: { repository: { issue: { closedAt: null, timelineItems: { nodes: [] } } } } },
    ]
    for (const body of answers) {
      answerJsonOnce(body)
      expect(await client.stateChange(issue)).toBeUndefined()
    }
    const event = { __typename: 'ClosedEvent', actor: null, closer: { __typename: 'ProjectV2' } }
    const closedAt = '2026-11-22T14:07:23Z'
    answerJsonOnce({ data: { repository: { issue: { closedAt, timelineItems: { nodes: [event] } } } } })
    expect(await client.stateChange({ ...issue, state: 'closed', closedAt })).toEqual({
      by: undefined,
      through: undefined,
    })
  })
})

describe('The requests that are left', () => {
  it('are those of REST: GraphQL has a quota of its own', async () => {
    const quota = (left: number, resource: string) => ({
      headers: { 'x-ratelimit-remaining': String(left), 'x-ratelimit-resource': resource },
    })
    const fetch: HttpFetch = async url =>
      url.endsWith('/graphql')
        ? Response.json({ data: { viewer: { login: 'raxx-bot' } } }, quota(4990, 'graphql'))
        : Response.json({ full_name: HOME, private: true }, quota(10, 'core'))
    const apiUrl = 'https://api.example'
    const counted = createGitHub({ apiUrl, graphqlUrl: `${apiUrl}/graphql`, token: 'ghs_test', fetch })
    expect(counted.requestsLeft()).toBe(Number.POSITIVE_INFINITY)
    await counted.repository(HOME)
    await counted.viewer()
    expect(counted.requestsLeft()).toBe(10)
  })
})

describe('A 403 for a limited rate', () => {
  it('is told apart from a missing right, which no later run would change', async () => {
    addIssues(1)
    answerOnce(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' })
    const limited = await failureOf(client.comments(ref(1)))
    expect(limited).toMatchObject({ status: 403, code: 'rate-limited' })
    expect([isForbidden(limited), isPermanentRefusal(limited)]).toEqual([false, false])
    answerOnce(403, 'Resource not accessible by integration')
    const forbidden = await failureOf(client.comments(ref(1)))
    expect([isForbidden(forbidden), isPermanentRefusal(forbidden)]).toEqual([true, true])
  })
})

describe('A call of GitHub', () => {
  it('does not compile with a wrong parameter or route', () => {
    const issue = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
    const path = { owner: 'o', repo: 'r', issue_number: 7 }
    const calls: GitHubCall<typeof issue>[] = [
      { route: issue, parameters: path, what: 'read it' },
      // @ts-expect-error The parameter is called issue_number.
      { route: issue, parameters: { owner: 'o', repo: 'r', number: 7 }, what: 'read it' },
      // @ts-expect-error GitHub has no such parameter.
      { route: issue, parameters: { ...path, label: 'bug' }, what: 'read it' },
      // @ts-expect-error GitHub has no such route.
      { route: 'GET /repos/{owner}/{repo}/issue', parameters: path, what: 'read it' },
    ]
    expect(calls).toHaveLength(4)
  })
})
