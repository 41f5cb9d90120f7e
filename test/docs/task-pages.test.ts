import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { route } from '../../src/route.ts'
import { blocksOf } from '../support/docs/blocks.ts'
import { type Contexts, parseWorkflowText, ROOT } from '../support/workflow.ts'

const read = (path: string) => readFile(join(ROOT, path), 'utf8')
const DELIVERED = await read('.github/workflows/freescout-sync.yml')
const VARS = { FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true' }

/** A block of a page in `docs/`, by a text in it. */
async function block(page: string, part: string): Promise<string> {
  const found = blocksOf(page, await read(`docs/${page}`)).find(({ text }) => text.includes(part))
  if (!found) throw new Error(`docs/${page} has no block with ${part}.`)
  return found.text
}

describe('Two FreeScouts, one repository', async () => {
  const page = await read('docs/two-freescouts.md')
  const changes = [...page.matchAll(/^\| `(.+)` \| `(.+)` \|$/gm)].map(
    ([, from = '', to = '']) => [from, to] as const,
  )
  const filter = await block('two-freescouts.md', 'client_payload.source')
  const withFilter = (text: string, name: string) =>
    text.replace('    if: >-\n', () => `    if: >-\n${filter.replaceAll("'sales'", `'${name}'`)}\n`)
  const salesText = changes.reduce((text, [from, to]) => text.replaceAll(from, () => to), DELIVERED)
  const workflows = {
    support: await parseWorkflowText('support.yml', withFilter(DELIVERED, 'support')),
    sales: await parseWorkflowText('sales.yml', withFilter(salesText, 'sales')),
  }
  const starting = (contexts: Contexts) =>
    Object.entries(workflows)
      .filter(([, { evaluate }]) => evaluate(['jobs', 'sync', 'if'], { ...contexts, vars: VARS }) === true)
      .map(([name]) => name)
  const dispatch = (source: string): Contexts => ({
    github: { event_name: 'repository_dispatch', event: { client_payload: { conversation_id: 12, source } } },
  })

  it('each text that the page changes is in the delivered workflow', () => {
    expect(changes).toHaveLength(6)
    for (const [from] of changes) expect(DELIVERED).toContain(from)
    expect(workflows.sales.errors).toEqual([])
    expect(workflows.support.errors).toEqual([])
  })

  it('a webhook of either FreeScout starts only its own workflow', () => {
    expect(starting(dispatch('support'))).toEqual(['support'])
    expect(starting(dispatch('sales'))).toEqual(['sales'])
    expect(starting(dispatch('other'))).toEqual([])
  })

  it('a label and a comment start the workflow that knows them, and a closing and a sweep start both', () => {
    const issues = (action: string, label?: string): Contexts => ({
      github: { event_name: 'issues', event: { action, issue: { number: 7 }, label: { name: label } } },
    })
    const comment = (body: string): Contexts => ({
      github: { event_name: 'issue_comment', event: { issue: { number: 7 }, comment: { id: 1, body } } },
    })
    expect(starting(issues('labeled', 'customer-reported'))).toEqual(['support'])
    expect(starting(issues('labeled', 'sales-reported'))).toEqual(['sales'])
    expect(starting(comment('/support hello'))).toEqual(['support'])
    expect(starting(comment('/sales hello'))).toEqual(['sales'])
    expect(starting(issues('closed'))).toEqual(['support', 'sales'])
    expect(starting({ github: { event_name: 'schedule', event: {} } })).toEqual(['support', 'sales'])
  })

  it('runs of the two workflows wait in different groups, and the copy has its own secret and address', () => {
    const group = (name: 'support' | 'sales') =>
      workflows[name].evaluate(['concurrency', 'group'], dispatch(name))
    expect([group('support'), group('sales')]).toEqual(['freescout-ticket-12', 'sales-ticket-12'])
    expect(workflows.sales.plain.jobs.sync?.steps[0]?.with).toMatchObject({
      'freescout-url': `\${{ vars.SALES_FREESCOUT_URL }}`,
      'freescout-api-key': `\${{ secrets.SALES_FREESCOUT_API_KEY }}`,
    })
  })

  it('the second configuration has the labels and the word of the second workflow', async () => {
    const config = parseConfig(await block('two-freescouts.md', 'sales-reported:'), { source: 'page' })
    expect(Object.keys(config.labels)).toEqual(['sales-reported'])
    expect(config.relay['to-tickets']).toBe('/sales')
  })
})

describe('A message to Slack', () => {
  it('the step sends a message with both addresses, and only when an issue was created', async () => {
    const { steps } = parse(await block('slack.md', 'jq -n')) as {
      steps: { if?: string; run?: string }[]
    }
    const { if: condition = '', run = '' } = steps[1] ?? {}
    expect(condition).toContain("contains(steps.autolink.outputs.changes, 'create-issue')")

    let body = ''
    const server = createServer(async (request, response) => {
      for await (const chunk of request) body += chunk
      response.end('ok')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const env = {
      PATH: process.env.PATH,
      SLACK: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ISSUE: 'https://github.com/owner/name/issues/7',
      TICKET: 'https://tickets.example.org/conversation/12',
    }
    const [code] = await once(spawn('bash', ['-eo', 'pipefail', '-c', run], { env }), 'exit')
    server.close()
    expect(code).toBe(0)
    expect(JSON.parse(body)).toEqual({ text: `New issue ${env.ISSUE} for the ticket ${env.TICKET}` })
  })
})

describe('Without the receiver', () => {
  it('the dispatch of your own program names the ticket as the receiver does', async () => {
    const command = await block('without-the-receiver.md', '/dispatches')
    const [, type] = /-f event_type=(\w+)/.exec(command) ?? []
    const [, id] = /-F 'client_payload\[conversation_id\]=(\d+)'/.exec(command) ?? []
    const event = {
      name: 'repository_dispatch',
      payload: { action: type, client_payload: { conversation_id: Number(id) } },
    }
    const inputs = { command: 'auto', conversation: undefined, issue: undefined } as const
    expect(route(event, inputs)).toEqual({ kind: 'ticket', id: 12 })
  })

  it('the table counts the runs of each schedule in 30 days, at the price that the README names', async () => {
    const price = Number(/\$(0\.\d+) on a 2-core/.exec(await read('README.md'))?.[1])
    const rows = [
      ...(await read('docs/without-the-receiver.md')).matchAll(
        /\| `(\S+) \* \* \* \*` \| ([\d,]+) \| \$([\d.]+) \|/g,
      ),
    ]
    const expected = rows.map(([, minute = '']) => {
      const each = Number(minute.split('/')[1] ?? 60)
      const runs = (30 * 24 * 60) / each
      return [runs.toLocaleString('en-US'), (runs * price).toFixed(2)]
    })
    expect(rows).toHaveLength(3)
    expect(rows.map(([, , runs, cost]) => [runs, cost])).toEqual(expected)
  })
})

describe('The pages of one task', () => {
  it.each([
    'two-freescouts',
    'github-enterprise-server',
    'proxies',
    'without-the-receiver',
    'slack',
    'upgrading',
    'leaving',
  ])('a page of one task is in the README’s list of pages, and has at most 600 words: %s', async name => {
    const list = (await read('README.md')).split('\n## Read on\n')[1]
    expect(list).toContain(`(docs/${name}.md)`)
    expect((await read(`docs/${name}.md`)).split(/\s+/).length).toBeLessThanOrEqual(600)
  })
})
