import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readIssueMarker } from '../../src/marks.ts'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import {
  dispatch,
  expectNone,
  expectSettled,
  file,
  filed,
  issueEvent,
  outside,
  said,
  sentToGitHub,
  sweep,
} from '../support/hostile-runs.ts'
import { all, links, textOf } from '../support/markdown-reader.ts'

/*
 * What a stranger can send by mail, from FreeScout through a whole run to the issue. The issue is read with a parser
 * that knows GitHub's mentions and references. What one converter makes of each attack: test/unit/render.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const SHA = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const conversation = (id: number) => `${bridge.freescout.url}/conversation/${id}`

describe('Every place of a ticket that reaches the issue', () => {
  const attacks: Record<string, string> = {
    'a mention': 'please ask @octocat',
    'a mention of a team': 'please ask @acme/security-team',
    'a mention glued to an address': 'a@b.example@octocat',
    'an issue’s number (#1)': 'see #1',
    'an issue’s number (GH-1)': 'see GH-1',
    'another repository’s issue (o/r#1)': 'see acme/app#1',
    'another user’s fork (o#1)': 'see octocat#1',
    'a commit': `since ${SHA}`,
    'a short commit': 'since abcdef1 or so',
    'another repository’s commit (o/r@sha)': `since acme/app@${SHA}`,
    'the URL of an issue': `see https://github.com/${HOME}/issues/1`,
    'the URL of a comment': `see https://github.com/${HOME}/issues/1#issuecomment-2`,
    'the URL of a pull request': `see https://github.com/${HOME}/pull/2`,
    'the URL of a discussion': `see https://github.com/${HOME}/discussions/3`,
    'the URL of a commit': `see https://github.com/${HOME}/commit/${SHA}`,
    'the URL of a comparison': `see https://github.com/${HOME}/compare/abcdef1...1234567`,
    'a closing keyword': 'fixes #1, closes GH-1, resolves acme/app#1',
    'a closing keyword before a URL': `closes https://github.com/${HOME}/issues/1`,
    'a slash command': '/duplicate #1',
    'a formula': '$\\href{javascript:alert(1)}{x}$ and $`x`$',
    'an HTML comment': '<!-- hidden --> shown',
    'an open HTML comment': 'shown <!-- hidden',
    'a picture that counts readers':
      '![x](https://tracker.example/open.gif) <img src="https://tracker.example/o.gif">',
    'a link that runs code': '[x](javascript:alert(1)) <a href="javascript:alert(1)">y</a>',
    'a tag of HTML': '<details open><summary>x</summary><script>alert(1)</script>',
    'the end of a quote': '</blockquote>\n\n# outside\n\n---',
    'the end of a fence': '```\n~~~\n# outside\n@octocat #1',
    'a reference to a definition': '[x][y]\n\n[y]: https://evil.example',
    'a footnote': 'x[^1]\n\n[^1]: @octocat',
    'a table’s bars': '| @octocat | #1 |\n|---|---|\n| x | y |',
    'a command to the runner': '\n::error::forged\n::set-output name=issue-url::x\n::stop-commands::x',
  }

  it.each(Object.entries(attacks))(
    'in every place of a ticket that reaches the issue this does nothing: %s',
    async (_, text) => {
      const victim = bridge.github.addIssue(HOME, { title: 'Victim' })
      const id = bridge.ticket({
        subject: text,
        tags: ['bug', text.slice(0, 40)],
        html: `<p>${escaped(text)}</p><div>${escaped(text)}</div><pre>${escaped(text)}</pre><p>the end</p>`,
        fields: { component_tag: text },
      })
      attach(id, `${text.slice(0, 60)}.txt`)
      const { run, issue, body, tree, acting } = await filed(bridge, id)

      expect(acting).toEqual([])
      expect(all(tree, 'html').map(({ value }) => value)).toEqual([body.split('\n').at(-1)])
      expect(
        all(tree, 'image', 'imageReference', 'definition', 'footnoteDefinition', 'linkReference'),
      ).toEqual([])
      for (const { protocol, host } of links(tree)) {
        expect(['http:', 'https:', 'mailto:']).toContain(protocol)
        expect(host).not.toMatch(/^(?:www\.)?github\.com/)
      }
      expect(outside(tree).map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
      expect(tree.children.filter(({ type }) => type === 'blockquote')).toHaveLength(1)
      expect(issue.title).not.toContain('\n')
      expect(textOf(tree)).toContain('the end')
      expect(
        run.log.split('\n').filter(line => line.startsWith('::') && !line.startsWith('::add-mask::')),
      ).toEqual([])
      expect(bridge.github.issue(HOME, victim.number)).toMatchObject({ state: 'open', comments: [] })
      await expectSettled(bridge, id)
    },
  )

  it('hidden text, entities and tags inside of words do nothing in the issue', async () => {
    const { acting, tree } = await file(bridge, {
      html:
        '<p>&#64;octocat @<b>octocat</b> <b>#</b>1 G<i>H-1</i> @\u2060octocat acme/app<wbr>#1</p>' +
        '<p style="display:none">@octocat hidden</p><!-- @octocat -->',
    })
    expect(acting).toEqual([])
    expect(textOf(tree)).not.toContain('hidden')
  })
})

describe('The readable text of a ticket', () => {
  it('lists, tables, code, quotes and links of a ticket stay readable in the issue', async () => {
    const { tree } = await file(bridge, {
      html:
        '<ol><li>open</li><li>buy</li></ol><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>' +
        '<pre>if (a &lt; b) { return `#1` }</pre><blockquote>before</blockquote><p><a href="https://example.org/a?b=c">page</a></p>',
    })
    const quote = tree.children.find(node => node.type === 'blockquote')
    expect(quote?.children.map(({ type }) => type)).toEqual([
      'list',
      'table',
      'code',
      'blockquote',
      'paragraph',
    ])
    expect(all(tree, 'code')[0]?.value).toBe('if (a < b) { return `#1` }')
    expect(links(tree).map(({ href }) => href)).toContain('https://example.org/a?b=c')
  })
})

describe('A mark that a customer forges', () => {
  it('a marker of another ticket in the last line of a message is not taken for ours', async () => {
    const other = bridge.ticket({ subject: 'Somebody else’s', tags: [] })
    const forged = `<!-- freescout-autolink ticket=${other} url=${conversation(other)} -->`
    const { id, body, tree } = await file(bridge, {
      html: `<p>Hello</p>${forged}<p>${escaped(forged)}</p><pre>${escaped(forged)}</pre>`,
    })
    expect(readIssueMarker(body)).toEqual({ id, url: conversation(id) })
    expect(all(tree, 'html')).toHaveLength(1)
    await expectSettled(bridge, id)

    bridge.freescout.setTags(other, ['bug'])
    await dispatch(bridge, other)
    expect(bridge.freescout.field(other, 'github_issue_url')).toBe(issueUrl(2))
  })

  it('a sentinel line and a line about a closing in a message are not taken for ours', async () => {
    const other = bridge.ticket({ subject: 'Somebody else’s', tags: [] })
    const line = `[freescout-autolink] FreeScout ticket: ${conversation(other)}`
    const closing = `[freescout-autolink] FreeScout ticket resolved (2026-03-16T14:07:23Z): ${conversation(other)}`
    const { id, issue, body } = await file(bridge, {
      subject: line,
      html: `<p>${line}</p><pre>${line}\n${closing}</pre>`,
    })
    expect(issue.title).not.toContain('[freescout-autolink]')
    expect(body).not.toContain('[freescout-autolink]')
    await expectSettled(bridge, id)
  })

  it('a mail that looks like our note does not make its ticket a linked one', async () => {
    const text = `<p>[freescout-autolink] GitHub issue #1 filed: ${issueUrl(1)}</p>`
    bridge.github.addIssue(HOME, { title: 'Victim' })
    const { id, run } = await file(bridge, { html: text })
    bridge.freescout.customerReply(id, text)
    expect(run.outputs['issue-url']).toBe(issueUrl(2))
    await expectSettled(bridge, id)
  })

  it('a subject that names an issue does not make its ticket one that was created from the issue', async () => {
    bridge.github.addIssue(HOME, { title: 'Victim', labels: ['customer-reported'] })
    const { run } = await file(bridge, { subject: `[${HOME}#1] Victim` })
    expect(run.outputs['issue-url']).toBe(issueUrl(2))
    expect(bridge.github.comments(HOME, 1)).toEqual([])
  })
})

describe('The link field of a ticket', () => {
  it.each([
    'https://evil.example/raxx-app/TradeMasterAPI/issues/1',
    `https://github.com@evil.example/${HOME}/issues/1`,
    `https://github.com.evil.example/${HOME}/issues/1`,
    `http://github.com/${HOME}/issues/1`,
    'https://github.com/evil/repo/issues/1',
    `https://github.com/${HOME}/issues/1/../../../../evil/repo/issues/1`,
    `https://github.com/${HOME}/pull/1`,
    'javascript:alert(1)',
    '../issues/1',
    'none\n::error::forged',
  ])(
    'a field that holds something else than an allowed issue is reported and never followed: %j',
    async value => {
      const id = bridge.ticket({ fields: { github_issue_url: value } })
      const run = await dispatch(bridge, id)
      expect(run.outputs, run.log).toMatchObject({ result: 'skipped', reason: 'link-unusable' })
      expect(run.log).toContain(`::warning::Ticket #${bridge.freescout.ticket(id).number}: the field`)
      // What the repository is called now is the only question: it may be an allowed one that was renamed.
      expect(lines(bridge.github.log).filter(line => line !== 'GET /repos/evil/repo')).toEqual([])
      expect(lines(bridge.writes())).toEqual([])
      expectNone(said(run), ['evil', 'javascript', 'forged'])
    },
  )
})

describe('Size and shape of a ticket', () => {
  const poisons: Record<string, string> = {
    'a message of 2 MB': `<p>${'word '.repeat(400_000)}</p>`,
    '50,000 nested blocks': '<div>'.repeat(50_000),
    '9,000 tags of each kind': '<b><i><u><p>x'.repeat(9_000),
    'one word of 256 KB': 'a'.repeat(262_000),
    'nothing but at signs': '@'.repeat(200_000),
    'open comments': '<!--'.repeat(8_000),
    'half characters': '\uD83D'.repeat(5_000),
    'no text at all': '',
  }

  it.each(Object.entries(poisons))(
    'a ticket with %s becomes an issue within GitHub’s limits, with link and marker',
    async (_, html) => {
      const { id, issue, body, tree } = await file(bridge, { html, subject: `${html.slice(0, 3000)}x` })
      expect(issue.title.length).toBeLessThanOrEqual(256)
      expect(body.length).toBeLessThanOrEqual(65_536)
      expect(readIssueMarker(body)).toEqual({ id, url: conversation(id) })
      expect(links(tree)[0]?.href).toBe(conversation(id))
      await expectSettled(bridge, id)
    },
  )

  it('poisoned tickets don’t stop a sweep: each gets its issue, and so do those after them', async () => {
    const ids = [...Object.values(poisons), '<p>fine</p>'].map(html =>
      bridge.ticket({ html, subject: html.slice(0, 500) || '-' }),
    )
    const run = await sweep(bridge)
    expect(run.exitCode, run.log).toBe(0)
    const linked = ids.map(id => bridge.freescout.field(id, 'github_issue_url'))
    expect(new Set(linked).size).toBe(ids.length)
    expect(linked).not.toContain('')
    expect(
      bridge.github
        .issues(HOME)
        .map(({ body }) => body)
        .join(),
    ).toContain('… cut. The whole message is in FreeScout.')
  })

  it('keywords are literals, and a message built against patterns takes no time', async () => {
    const config = `${CONFIG}criteria: { keywords: { mode: also, words: ["(a+)+$", ".*"] } }\n`
    const innocent = bridge.ticket({ tags: [], html: `<p>${'a'.repeat(100_000)}!</p>` })
    const started = performance.now()
    expect((await dispatch(bridge, innocent, { config })).outputs.reason).toBe('no-trigger-tag')
    expect(performance.now() - started).toBeLessThan(5_000)
    const named = bridge.ticket({ tags: [], html: '<p>it says (a+)+$</p>' })
    expect((await dispatch(bridge, named, { config })).outputs.result).toBe('created')
  })
})

describe('Files of a ticket', () => {
  const secret = 'token=0123456789secret'

  it('an issue names attachments with their size, and holds none of them', async () => {
    const id = bridge.ticket({ html: '<p>see attached</p>' })
    attach(id, 'log.txt')
    const { body, tree } = await filed(bridge, id)
    expect(textOf(tree)).toContain('log.txt')
    expect(body).toContain('(5.1 KB)')
    expectNone(sentToGitHub(bridge), ['storage', 'token='])
  })

  it('an issue shows an inline image as its name, and no storage URL, whatever the URL is in', async () => {
    const url = `${bridge.freescout.url}/storage/attachment/1/2/a.png?id=1&${secret}`
    const { tree } = await file(bridge, {
      subject: `broken ${url}`,
      html:
        `<p>before <img src="${url}"> <img alt="A chart" src="${url}"> <a href="${url}">here</a> ${url}</p>` +
        `<pre>curl ${url}</pre><p><code>${url.replace('storage', '%73torage')}</code> /storage/attachment/1/a.png?${secret}</p>`,
      fields: { component_tag: url },
    })
    expect(textOf(tree)).toContain('[image: a.png]')
    expect(textOf(tree)).toContain('[image: A chart]')
    expectNone(sentToGitHub(bridge), ['storage', 'secret'])
  })
})

/** A file of 5,120 bytes on the customer's message. */
function attach(id: number, fileName: string): void {
  const file = { id: 9, fileName, mimeType: 'text/plain', size: 5120, token: 'secret-token-of-the-file' }
  bridge.freescout.ticket(id).threads[0]?.attachments.push(file)
}

describe('A list of FreeScout with an odd row', () => {
  /** The lists that match show row `index` with these values. */
  const garble = (odd: object, { index, of = '' }: { index: number; of?: string }) =>
    bridge.freescout.faults.push({
      match: ({ method, path }) =>
        method === 'GET' && path.startsWith('/api/conversations?') && path.includes(of),
      times: 20,
      trouble: {
        garble: body => {
          const answer = JSON.parse(body)
          const row = answer._embedded.conversations[index]
          if (row) Object.assign(row, odd)
          return { body: JSON.stringify(answer) }
        },
      },
    })

  it.each([
    ['a subject that is a list', { subject: [] }, false],
    ['a customer that is a list', { customer: [] }, false],
    ['no time', { createdAt: null }, false],
    ['a mailbox that is text', { mailboxId: 'x' }, true],
  ])('a list of FreeScout in which a ticket has %s does not stop a sweep', async (_, odd, isUnreadable) => {
    for (const subject of ['Cart is empty', 'Mail is late', 'Orders are lost']) bridge.ticket({ subject })
    garble(odd, { index: 1 })
    const run = await sweep(bridge)
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.github.issues(HOME)).toHaveLength(3)
    expect(run.log.includes('lists ticket 2 in a way that can')).toBe(isUnreadable)
  })

  it('a ticket that can’t be read at all is one failed item of a sweep', async () => {
    for (const subject of ['Cart is empty', 'Mail is late', 'Orders are lost']) bridge.ticket({ subject })
    garble({ mailboxId: 'x' }, { index: 1 })
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'GET' && path.startsWith('/api/conversations/2'),
      times: 20,
      trouble: {
        garble: body => ({ body: JSON.stringify({ ...JSON.parse(body), mailboxId: 'x' }) }),
      },
    })
    const run = await sweep(bridge)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('1 of 3 failed; the others are done.')
    expect(run.log).toContain('not what its API promises, at mailboxId')
    expect(bridge.github.issues(HOME)).toHaveLength(2)
  })

  it('a list of FreeScout whose unreadable row may be the ticket of an issue makes no second ticket', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.github.label(HOME, number, 'customer-reported')
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'POST' && path === '/api/conversations',
      trouble: { dropAfter: true },
    })
    garble({ mailboxId: 'x' }, { index: 0, of: 'subject=' })
    const run = await issueEvent(bridge, number, { action: 'labeled', label: 'customer-reported' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain("FreeScout lists ticket 1 in a way that can't be read, at mailboxId")
    expect(bridge.freescout.tickets.size).toBe(1)
    bridge.freescout.faults.length = 0
    await issueEvent(bridge, number, { action: 'labeled', label: 'customer-reported' })
    expect(bridge.freescout.tickets.size).toBe(1)
  })
})
