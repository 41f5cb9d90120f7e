import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  dispatchOf,
  HOME,
  issueUrl,
  startBridge,
} from '../support/bridge.ts'
import {
  CUSTOMER,
  dispatch,
  expectNone,
  file,
  issueEvent,
  PERSONAL,
  said,
  sentToGitHub,
  sweep,
} from '../support/hostile-runs.ts'
import { runInProcess } from '../support/in-process.ts'
import { textOf } from '../support/markdown-reader.ts'

/* What a customer wrote, and who it was: where that goes, and where it must not. */

let bridge: Bridge
/** What every run of a test left in its log, summary and outputs. */
let told: string

beforeEach(async () => {
  bridge = await startBridge()
  told = ''
})

afterEach(() => closeUnharmed(bridge))

const SUBJECT = 'Zanzibar orders vanish'
const TEXT = '<p>Our warehouse in Timbuktu sees nothing.</p>'
const WORDS = ['Zanzibar', 'vanish', 'Timbuktu', 'warehouse']

async function run(
  running: Promise<{ log: string; summary: string; outputs: Record<string, string>; exitCode: number }>,
) {
  const ran = await running
  told += said(ran)
  return ran
}

describe.each(['public', 'internal'] as const)('In a repository that is %s', visibility => {
  beforeEach(() => bridge.github.setVisibility(HOME, visibility))

  it('an issue holds nothing of the customer’s in such a repository: no subject, text, field, tag, file or name', async () => {
    const id = bridge.ticket({
      customer: CUSTOMER,
      subject: SUBJECT,
      html: TEXT,
      tags: ['bug', 'kathmandu'],
      fields: { component_tag: 'Reykjavik' },
    })
    const thread = bridge.freescout.ticket(id).threads[0]
    thread?.attachments.push({
      id: 1,
      fileName: 'Ouagadougou.pdf',
      mimeType: 'x/y',
      size: 5,
      token: 'secret',
    })
    await run(dispatch(bridge, id))
    bridge.freescout.closeTicket(id)
    await run(dispatch(bridge, id))

    const { title, body } = bridge.github.issue(HOME, 1)
    expect(title).toBe('FreeScout ticket #1000')
    expect(body?.split('\n')).toHaveLength(3)
    expect(bridge.github.comments(HOME, 1)).toHaveLength(1)
    const nothing = [...WORDS, ...PERSONAL, 'kathmandu', 'Reykjavik', 'Ouagadougou', 'storage']
    expectNone(sentToGitHub(bridge), nothing)
    expectNone(told, nothing)
  })

  it('a sweep writes nothing of the customer’s into such a repository either', async () => {
    bridge.ticket({ customer: CUSTOMER, subject: SUBJECT, html: TEXT })
    await run(sweep(bridge))
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    expectNone(sentToGitHub(bridge) + told, [...WORDS, ...PERSONAL])
  })

  it('an issue holds the text, but not the person, when the configuration says content: full', async () => {
    const config = `${CONFIG}issue: { content: full }\n`
    const { issue } = await file(
      bridge,
      { subject: SUBJECT, html: `${TEXT}<p>Quentin Quibble</p>` },
      { config },
    )
    expect(issue.title).toBe(SUBJECT)
    expect(issue.body).toContain('Timbuktu')
    expectNone(sentToGitHub(bridge), PERSONAL)
  })
})

describe('A repository that turns public', () => {
  it('a run notices that the repository turned public between two tickets', async () => {
    await file(bridge, { subject: SUBJECT, html: TEXT })
    bridge.forget()
    bridge.github.setVisibility(HOME, 'public')
    const { issue } = await file(bridge, { subject: SUBJECT, html: TEXT })
    expect(issue.title).toBe('FreeScout ticket #1001')
    expectNone(sentToGitHub(bridge), WORDS)
  })

  it('a run that is started again notices that the repository turned public since its event', async () => {
    const id = bridge.ticket({ subject: SUBJECT, html: TEXT })
    const event = { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) }
    bridge.github.setVisibility(HOME, 'public')
    await runInProcess(bridge, event, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    expect(bridge.github.issues(HOME).map(({ title }) => title)).toEqual(['FreeScout ticket #1000'])
    expectNone(sentToGitHub(bridge), WORDS)
  })

  it('a sweep notices that the repository turned public between two of its tickets', async () => {
    for (let count = 0; count < 8; count++) bridge.ticket({ subject: `${SUBJECT} ${count}`, html: TEXT })
    bridge.github.faults.push({
      match: ({ method, path }) => {
        if (method === 'POST' && path.endsWith('/issues')) bridge.github.setVisibility(HOME, 'public')
        return false
      },
      trouble: { dropBefore: true },
    })
    await run(sweep(bridge))
    const titles = bridge.github.issues(HOME).map(({ title }) => title)
    expect(titles).toHaveLength(8)
    // A sweep works on three tickets at a time: what was read before the turn may still be on its way.
    expect(titles.filter(title => title.includes('Zanzibar')).length).toBeLessThanOrEqual(3)
    expect(titles.at(-1)).toMatch(/^FreeScout ticket #\d+$/)
  })

  it('comments in a repository that turned public hold ids and URLs, nothing of the customer’s', async () => {
    const { id } = await file(bridge, { subject: SUBJECT, html: TEXT })
    bridge.github.setVisibility(HOME, 'public')
    bridge.forget()
    bridge.freescout.customerReply(id, '<p>More from Timbuktu</p>')
    bridge.freescout.closeTicket(id)
    await run(dispatch(bridge, id))
    expect(bridge.github.comments(HOME, 1)).toHaveLength(1)
    expectNone(sentToGitHub(bridge) + told, [...WORDS, ...PERSONAL])
  })
})

describe('Name and address of the customer are nowhere', () => {
  it('name and address of the customer are not in issue, log, summary and outputs, although subject, text, field and file hold them', async () => {
    const id = bridge.ticket({
      customer: CUSTOMER,
      subject: 'Quentin Quibble can’t log in',
      html:
        '<p>I am QUENTIN QUIBBLE &lt;Quentin.Quibble@Customer.example&gt;</p><p>Mr <b>Quib</b>ble? No, Quibble, Quentin.</p>' +
        '<p><a href="mailto:quentin.quibble@customer.example">mail me</a> <code>/home/Quentin/x</code></p>' +
        '<pre>user=quentin.quibble@customer.example</pre><p><a href="https://example.org/Quibble">my page</a></p>',
      fields: { component_tag: 'Quibble’s shop' },
    })
    const thread = bridge.freescout.ticket(id).threads[0]
    thread?.attachments.push({
      id: 1,
      fileName: 'Quibble_log.txt',
      mimeType: 'x/y',
      size: 5,
      token: 'secret',
    })
    await run(dispatch(bridge, id))
    const body = bridge.github.issue(HOME, 1).body ?? ''
    expect(body).toContain('[redacted]')
    expectNone(
      sentToGitHub(bridge),
      PERSONAL.filter(word => word !== 'customer.example'),
    )
    expectNone(told, PERSONAL)
  })

  it('an issue hides addresses that others wrote on the ticket, those of agents included', async () => {
    const id = bridge.ticket({ customer: CUSTOMER, html: '<p>I wrote to ada@example.org before</p>' })
    bridge.freescout.agentNote(id, '<p>internal: Timbuktu</p>')
    await run(dispatch(bridge, id))
    expectNone(sentToGitHub(bridge), ['ada@example.org', 'internal: Timbuktu'])
  })

  it('an issue of a forwarded mail shows its text, and nobody of its headers, links and signature, unless the configuration keeps that', async () => {
    const wrapped =
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example%2Fcart%3Ftoken%3D4f9a&amp;data=05%7C02%7Cquentin.quibble%40customer.example%7C1'
    const html =
      '<p>Please have a look at this one, it came in today.</p><div>-----Original Message-----<br>From: Eva Lang &lt;eva@lang.example&gt;<br>' +
      `Sent: Monday<br>To: Otto Bauer &lt;otto@bauer.example&gt;<br>Subject: Cart</div><p>The <a href="${wrapped}">cart</a> is red.</p>` +
      '<p>Kind regards,</p><p>Otto Bauer<br>Hill Road 7<br>Tel. +49 30 5550 1234</p>'
    const id = bridge.ticket({ customer: CUSTOMER, subject: 'Fwd: Cart', html })
    await run(dispatch(bridge, id))
    const body = bridge.github.issue(HOME, 1).body ?? ''
    expect(body).toContain('The [cart](https://shop.example/cart?token=redacted) is red.')
    expect(body).toContain('Subject: Cart')
    expect(body).toContain('signature left out')
    expectNone(sentToGitHub(bridge), ['Eva', 'Otto', 'lang.example', 'Hill Road', '5550', '4f9a', 'quibble'])

    const kept = bridge.ticket({ customer: CUSTOMER, subject: 'Fwd: Cart', html })
    await run(dispatch(bridge, kept, { config: `${CONFIG}issue: { signature: keep }\n` }))
    expect(bridge.github.issue(HOME, 2).body).toMatch(/Hill Road 7\\\n> Tel\. \\\[redacted\]/)
  })

  it('an issue names the customer when the configuration opts in', async () => {
    const config = `${CONFIG}issue: { customer: true }\n`
    const { tree, run } = await file(bridge, { html: '<p>Quentin here</p>' }, { config })
    expect(textOf(tree)).toContain('Quentin Quibble')
    expectNone(said(run), PERSONAL)
  })

  it('an error message does not repeat what either service answered', async () => {
    const id = bridge.ticket({ customer: CUSTOMER, subject: SUBJECT, html: TEXT })
    const refused = (value: string) => ({
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', field: 'title', code: 'invalid', value }],
      documentation_url: 'https://docs.github.com/rest',
    })
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/issues'),
      // The create is sent again without its labels, and that is refused, too.
      times: 2,
      trouble: {
        answer: {
          status: 422,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(refused(`${SUBJECT} by ${CUSTOMER.email}`)),
        },
      },
    })
    const ran = await run(dispatch(bridge, id))
    expect(ran.exitCode).toBe(1)
    expect(ran.log).toContain('422')
    expectNone(told, [...WORDS, ...PERSONAL])

    const email = `Invalid email: ${CUSTOMER.email}`
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'PUT' && path.endsWith('/custom_fields'),
      trouble: {
        answer: {
          status: 400,
          body: JSON.stringify({ _embedded: { errors: [{ path: 'x', message: email }] } }),
        },
      },
    })
    expect((await run(dispatch(bridge, id))).exitCode).toBe(1)
    bridge.freescout.faults.push({
      match: ({ path }) => path.startsWith('/api/conversations/'),
      trouble: { answer: { status: 404, body: `<h1>${SUBJECT} ${CUSTOMER.email}</h1>` } },
    })
    await run(dispatch(bridge, id))
    expectNone(told, [...WORDS, ...PERSONAL])
  })
})

describe('Secrets stay where they are:', () => {
  it('the run masks the keys before it prints anything else, and no message, issue or ticket holds one', async () => {
    const { run: ran } = await file(bridge, { subject: SUBJECT, html: TEXT })
    const masks = ran.log.split('\n').slice(0, 2)
    expect(masks.toSorted()).toEqual(
      [`::add-mask::${bridge.freescout.apiKey}`, '::add-mask::ghs_test'].toSorted(),
    )
    expectNone(said({ ...ran, log: ran.log.replaceAll(/^::add-mask::.*$/gm, '') }), [
      bridge.freescout.apiKey,
      'ghs_test',
    ])
    const bodies = [...bridge.github.log, ...bridge.freescout.log].map(({ path, body }) =>
      JSON.stringify([path, body]),
    )
    expectNone(bodies.join(), [bridge.freescout.apiKey, 'ghs_test'])
  })

  it('each key goes to its own service only, and to no address that one of them redirects to', async () => {
    const elsewhere = await startBridge()
    const id = bridge.ticket()
    for (const emulator of [bridge.freescout, bridge.github]) {
      emulator.faults.push({
        match: () => true,
        times: 50,
        trouble: {
          answer: { status: 302, headers: { location: `${elsewhere.freescout.url}/api/mailboxes` } },
        },
      })
    }
    const ran = await run(dispatch(bridge, id))
    expect(ran.exitCode).toBe(1)
    expect(ran.log).toMatch(/redirects to|has moved/)
    expect([...elsewhere.freescout.log, ...elsewhere.github.log]).toEqual([])
    expect(JSON.stringify(bridge.freescout.log.map(({ headers }) => headers))).not.toContain('ghs_test')
    expect(JSON.stringify(bridge.github.log.map(({ headers }) => headers))).not.toContain(
      bridge.freescout.apiKey,
    )
    await elsewhere.close()
  })
})

describe('An issue', () => {
  it('an issue that comments link to its ticket says nothing of the ticket but its address', async () => {
    const id = bridge.ticket({
      customer: CUSTOMER,
      subject: SUBJECT,
      html: TEXT,
      tags: [],
      fields: { github_issue_url: issueUrl(1) },
    })
    bridge.github.addIssue(HOME, { title: 'Known' })
    await run(dispatch(bridge, id))
    await run(issueEvent(bridge, 1, { action: 'labeled', label: 'regression' }))
    expect(bridge.github.comments(HOME, 1)).toHaveLength(1)
    expectNone(sentToGitHub(bridge) + told, [...WORDS, ...PERSONAL])
  })
})
