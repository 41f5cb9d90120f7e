import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

/** A GitHub to try: where its API is, who we are to it, and a repository we may write to. */
export type Backend = {
  url: string
  token: string
  repository: string
  /** Real lists may lag: how long to look again before giving up, in milliseconds. */
  patience: number
  /** What broke GitHub's own description since it was last asked; the real one keeps no such list. */
  takeViolations?: () => string[]
}

type Answer = { status: number; headers: Headers; json: unknown }
type Json = Record<string, unknown>

/** The part of GitHub this product stands on, as sentences. Everything created says that it is a test. */
export function describeGitHub(name: string, start: () => Promise<Backend>): void {
  describe(`${name} as the product knows it`, () => {
    let backend: Backend
    const run = randomUUID().slice(0, 8)
    const filed: unknown[] = []

    beforeAll(async () => {
      backend = await start()
    })
    afterEach(() => expect(backend.takeViolations?.() ?? []).toEqual([]))
    afterAll(async () => {
      for (const number of filed) {
        await call('PATCH', repo(`/issues/${number}`), { state: 'closed', state_reason: 'not_planned' })
      }
    })

    const call = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Json = {},
    ): Promise<Answer> => {
      const response = await fetch(path.startsWith('http') ? path : `${backend.url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${backend.token}`,
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'freescout-autolink-contract',
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('application/json')
      return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text }
    }
    const repo = (path: string) => `/repos/${backend.repository}${path}`
    const file = async (given: Json = {}): Promise<Json> => {
      const { status, json } = await call('POST', repo('/issues'), {
        title: `Contract test ${run}`,
        ...given,
      })
      expect(status).toBe(201)
      filed.push((json as Json).number)
      return json as Json
    }
    const listed = async (path: string, isThere: (list: Json[]) => boolean): Promise<Answer> => {
      const until = Date.now() + backend.patience
      for (;;) {
        const answer = await call('GET', repo(path))
        if (isThere(answer.json as Json[]) || Date.now() >= until) return answer
        await new Promise(resolve => setTimeout(resolve, 1000))
      }
    }
    const names = (labels: unknown) => (labels as Json[]).map(label => label.name)

    test('GitHub finds a repository by name, whatever its case, and shows its visibility', async () => {
      const { status, json } = await call('GET', repo('').toLowerCase())
      expect(status).toBe(200)
      expect(json).toMatchObject({ full_name: backend.repository, private: expect.any(Boolean) })
      expect(['public', 'private', 'internal']).toContain((json as Json).visibility)
    })

    test('GitHub files an issue with a label that the repository did not know', async () => {
      const label = `contract-${run}`
      const issue = await file({ body: 'Hello', labels: [label] })
      expect(issue).toMatchObject({ state: 'open', state_reason: null, body: 'Hello', closed_at: null })
      expect(issue.html_url).toMatch(new RegExp(`/${backend.repository}/issues/${issue.number}$`))
      expect(names(issue.labels)).toEqual([label])
      const known = await call('GET', repo(`/labels/${label}`))
      expect(known.json).toMatchObject({ name: label, color: 'ededed' })
    })

    test('GitHub keeps the body null when there is none', async () => {
      const { number } = await file()
      expect((await call('GET', repo(`/issues/${number}`))).json).toHaveProperty('body', null)
    })

    test('GitHub lists by label, whatever its case, newest first, and pages with Link', async () => {
      const labels = [`Contract-List-${run}`]
      const older = await file({ labels })
      const newer = await file({ labels })
      const path = `/issues?labels=contract-list-${run}&state=all&per_page=1`
      const first = await listed(path, list => list[0]?.number === newer.number)
      expect((first.json as Json[]).map(({ number }) => number)).toEqual([newer.number])
      const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
      const second = await call('GET', String(next))
      expect((second.json as Json[]).map(({ number }) => number)).toEqual([older.number])
      expect(second.headers.get('link') ?? '').not.toContain('rel="next"')
    })

    test('GitHub closes as a duplicate, and reopens', async () => {
      const { number } = await file()
      const closed = await call('PATCH', repo(`/issues/${number}`), {
        state: 'closed',
        state_reason: 'duplicate',
      })
      expect(closed.json).toMatchObject({ state: 'closed', state_reason: 'duplicate' })
      expect((closed.json as Json).closed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      const reopened = await call('PATCH', repo(`/issues/${number}`), { state: 'open' })
      expect(reopened.json).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null })
    })

    test('GitHub closes as completed when no reason is given', async () => {
      const { number } = await file()
      const { json } = await call('PATCH', repo(`/issues/${number}`), { state: 'closed' })
      expect(json).toMatchObject({ state: 'closed', state_reason: 'completed' })
    })

    test('GitHub records labellings in ascending order, each with an id, and Link names the last page', async () => {
      const { number } = await file()
      const labels = `/issues/${number}/labels`
      expect((await call('POST', repo(labels), { labels: ['bug'] })).status).toBe(200)
      expect((await call('DELETE', repo(`${labels}/bug`))).json).toEqual([])
      const again = await call('POST', repo(labels), { labels: ['bug'] })
      expect(names(again.json)).toEqual(['bug'])

      await listed(`/issues/${number}/events`, list => list.length >= 3)
      const told = await call('GET', repo(`/issues/${number}/events?per_page=1`))
      const last = /<([^>]+)>; rel="last"/.exec(told.headers.get('link') ?? '')?.[1]
      const [latest] = (await call('GET', String(last))).json as Json[]
      expect(latest).toMatchObject({ event: 'labeled', label: { name: 'bug' } })
      const all = (await call('GET', repo(`/issues/${number}/events`))).json as Json[]
      expect(all.map(({ event }) => event)).toEqual(['labeled', 'unlabeled', 'labeled'])
      expect(all.at(-1)?.id).toBe(latest?.id)
      expect(Number(all[0]?.id)).toBeLessThan(Number(latest?.id))
    })

    test('GitHub records no second labelling when the label is there already, whatever its case', async () => {
      const { number } = await file({ labels: ['bug'] })
      const { json } = await call('POST', repo(`/issues/${number}/labels`), { labels: ['BUG'] })
      expect(names(json)).toEqual(['bug'])
      const events = (await call('GET', repo(`/issues/${number}/events`))).json as Json[]
      expect(events.filter(({ event }) => event === 'labeled')).toHaveLength(1)
    })

    test('GitHub answers 404 when a label is removed that is not there', async () => {
      const { number } = await file()
      const { status, json } = await call('DELETE', repo(`/issues/${number}/labels/bug`))
      expect(status).toBe(404)
      expect(json).toMatchObject({ message: 'Label does not exist' })
    })

    test('GitHub creates a label once, and changes its looks', async () => {
      const label = { name: `contract:${run}`, color: 'd73a4a', description: 'Made by a contract test' }
      expect((await call('POST', repo('/labels'), label)).json).toMatchObject(label)
      const again = await call('POST', repo('/labels'), { ...label, name: label.name.toUpperCase() })
      expect(again.status).toBe(422)
      expect(again.json).toMatchObject({ errors: [{ code: 'already_exists', field: 'name' }] })
      const path = repo(`/labels/${encodeURIComponent(label.name)}`)
      expect((await call('PATCH', path, { color: '0e8a16' })).json).toMatchObject({ color: '0e8a16' })
      const told = await call('GET', repo('/labels?per_page=100'))
      expect(names(told.json)).toContain(label.name)
    })

    test('GitHub adds comments and lists them oldest first, since a time if asked', async () => {
      const { number } = await file()
      const path = `/issues/${number}/comments`
      const first = await call('POST', repo(path), { body: 'One' })
      expect(first).toMatchObject({ status: 201, json: { body: 'One', user: { login: expect.any(String) } } })
      await call('POST', repo(path), { body: 'Two' })
      const { json } = await listed(path, list => list.length === 2)
      expect((json as Json[]).map(({ body }) => body)).toEqual(['One', 'Two'])
      const later = new Date(Date.now() + 60_000).toISOString()
      expect((await call('GET', repo(`${path}?since=${later}`))).json).toEqual([])
    })

    test('GitHub adds the HTML of an issue when it is asked for, without HTML comments', async () => {
      const { number } = await file({ body: 'Fish & chips\n\n<!-- not seen -->' })
      const accept = 'application/vnd.github.full+json'
      const { json } = await call('GET', repo(`/issues/${number}`), undefined, { accept })
      expect(json).toMatchObject({ body: 'Fish & chips\n\n<!-- not seen -->', body_text: 'Fish & chips' })
      expect((json as Json).body_html).toBe('<p dir="auto">Fish &amp; chips</p>')
    })

    test.each([
      ['a title of 257 characters', { title: 'x'.repeat(257) }],
      ['a body of 65,537 characters', { title: 'Long', body: 'x'.repeat(65_537) }],
      ['a label of 51 characters', { title: 'Label', labels: ['x'.repeat(51)] }],
    ])('GitHub refuses %s with 422', async (_what, issue) => {
      const { status, json } = await call('POST', repo('/issues'), issue)
      expect(status).toBe(422)
      expect(json).toHaveProperty('message', expect.stringContaining('Validation Failed'))
    })

    test('GitHub answers 404 for an issue and for a repository that are not there', async () => {
      const answers = [
        await call('GET', repo('/issues/999999999')),
        await call('GET', `/repos/${backend.repository}-${run}`),
      ]
      for (const { status, json } of answers) {
        expect(status).toBe(404)
        expect(json).toMatchObject({ message: 'Not Found', status: '404' })
      }
    })

    test('GitHub answers 401 to a token that it does not know', async () => {
      const { status, json } = await call('GET', repo(''), undefined, { authorization: 'Bearer ghs_wrong' })
      expect(status).toBe(401)
      expect(json).toMatchObject({ message: 'Bad credentials' })
    })

    test('GitHub takes a dispatch and answers without a body', async () => {
      const client_payload = { event: 'contract', conversation_id: 12 }
      const sent = await call('POST', repo('/dispatches'), { event_type: 'contract-test', client_payload })
      expect(sent).toMatchObject({ status: 204, json: '' })
    })

    test('GitHub refuses a dispatch with eleven keys', async () => {
      const client_payload = Object.fromEntries(Array.from({ length: 11 }, (_, key) => [`key${key}`, key]))
      const sent = await call('POST', repo('/dispatches'), { event_type: 'contract-test', client_payload })
      expect(sent.status).toBe(422)
      const isTold = expect.stringContaining('request body /client_payload must NOT have more than 10')
      if (backend.takeViolations) expect(backend.takeViolations()).toEqual([isTold])
    })

    test('GitHub gives a file as JSON and as it is', async () => {
      const json = (await call('GET', repo('/contents/README.md'))).json as Json
      const raw = await call('GET', repo('/contents/README.md'), undefined, {
        accept: 'application/vnd.github.raw+json',
      })
      expect(json).toMatchObject({ type: 'file', encoding: 'base64', path: 'README.md' })
      expect(Buffer.from(String(json.content), 'base64').toString()).toBe(raw.json)
      expect((await call('GET', repo('/contents/none/such.yml'))).status).toBe(404)
    })

    test('GitHub names the user of the token', async () => {
      const { json } = await call('POST', '/graphql', { query: 'query { viewer { login } }' })
      expect(json).toEqual({ data: { viewer: { login: expect.stringMatching(/\w/) } } })
    })

    test('GitHub says in one answer which labels were put on several issues, and who commented', async () => {
      const [one, two] = [await file(), await file()]
      await call('POST', repo(`/issues/${one.number}/labels`), { labels: ['bug'] })
      await call('PATCH', repo(`/issues/${two.number}`), { state: 'closed' })
      await call('PATCH', repo(`/issues/${two.number}`), { state: 'open' })
      await call('POST', repo(`/issues/${two.number}/comments`), { body: 'Hello' })
      const events =
        'timelineItems(first: 50, since: $since, itemTypes: [LABELED_EVENT, REOPENED_EVENT, TRANSFERRED_EVENT]) { ' +
        'pageInfo { hasNextPage } nodes { __typename ... on LabeledEvent { label { name } } } }'
      const comments = 'comments(first: 30) { nodes { body authorAssociation author { __typename login } } }'
      const [owner, name] = backend.repository.split('/')
      const { json } = await call('POST', '/graphql', {
        query:
          'query ($owner: String!, $repo: String!, $since: DateTime!) { repository(owner: $owner, name: $repo) { ' +
          `issue${one.number}: issue(number: ${one.number}) { ${events} } ` +
          `issue${two.number}: issue(number: ${two.number}) { ${events} ${comments} } } }`,
        variables: { owner, repo: name, since: '2020-01-01T00:00:00Z' },
      })
      const timeline = (...nodes: Json[]) => ({ pageInfo: { hasNextPage: false }, nodes })
      const labelled = { __typename: 'LabeledEvent', label: { name: 'bug' } }
      const comment = { body: 'Hello', authorAssociation: expect.any(String), author: expect.any(Object) }
      expect((json as { data: { repository: Json } }).data.repository).toEqual({
        [`issue${one.number}`]: { timelineItems: timeline(labelled) },
        [`issue${two.number}`]: {
          timelineItems: timeline({ __typename: 'ReopenedEvent' }),
          comments: { nodes: [comment] },
        },
      })
    })

    test('GitHub sends the rate limit with every answer, and alone when asked', async () => {
      const { headers } = await call('GET', repo(''))
      const left = Number(headers.get('x-ratelimit-remaining'))
      expect(Number(headers.get('x-ratelimit-limit'))).toBeGreaterThanOrEqual(left)
      expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(0)
      const { json } = await call('GET', '/rate_limit')
      expect(json).toMatchObject({ resources: { core: { limit: Number(headers.get('x-ratelimit-limit')) } } })
    })

    test('GitHub says whether the default branch is protected', async () => {
      const { default_branch: branch } = (await call('GET', repo(''))).json as Json
      const told = await call('GET', repo(`/branches/${branch}`))
      expect(told.json).toMatchObject({ name: branch, protected: expect.any(Boolean) })
      expect((await call('GET', repo(`/rules/branches/${branch}`))).json).toBeInstanceOf(Array)
    })
  })
}
