/*
 * Runs freescout-sync.yml as a runner would, by `act` on this machine (no Docker, no internet), between the
 * emulators: `node test/integration/workflows/act.ts`, with the program in the environment variable ACT.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { promisify } from 'node:util'
import { builtFile } from '../../../scripts/source-digest.ts'
import { type Bridge, CONFIG, dispatchOf, HOME, startBridge } from '../../support/bridge.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const WORKFLOW = '.github/workflows/freescout-sync.yml'
const ACTION = 'freescout-autolink/freescout-autolink@v1'

const folder = await mkdtemp(join(tmpdir(), 'act-'))
let bridge: Bridge

before(async () => {
  assert.match(process.version, /^v24\./, 'action.yml says node24, and act takes the node that runs this')
  await checkOut(join(folder, 'repository'))
  await cp(join(ROOT, 'action.yml'), join(folder, 'action', 'action.yml'))
  await cp(builtFile('.'), join(folder, 'action', 'dist'), { recursive: true })
})

after(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  bridge = await startBridge()
  bridge.github.setFile(HOME, '.github/freescout.yml', CONFIG)
  bridge.github.setFile(HOME, WORKFLOW, await readFile(join(ROOT, WORKFLOW), 'utf8'))
})

afterEach(async () => {
  assert.deepEqual(bridge.github.violations, [])
  await bridge.close()
})

test('repository_dispatch: the ticket gets its issue, and a second run writes nothing', async () => {
  const id = bridge.ticket({ tags: ['bug'] })
  assert.match(await act('repository_dispatch', dispatchOf(id, bridge.github)), STEP)
  assertLinked(id)

  bridge.forget()
  await act('repository_dispatch', dispatchOf(id, bridge.github))
  assert.deepEqual(bridge.writes(), [])
  assert.notDeepEqual(bridge.reads(), [])
})

test('issues: the labelled issue gets its ticket', async () => {
  const log = await act('issues', labelled('customer-reported'))
  assert.match(log, STEP)
  const [ticket, ...others] = bridge.freescout.tickets.values()
  assert.ok(ticket, log)
  assert.deepEqual(others, [])
  assert.equal(ticket.subject, `[${HOME}#1] Orders are rejected`)
  assert.equal(bridge.freescout.field(ticket.id, 'github_issue_url'), `https://github.com/${HOME}/issues/1`)
  assert.ok(tagsOf(ticket.id).includes('_from_github'))
  const [comment, ...more] = bridge.github.comments(HOME, 1)
  assert.deepEqual(more, [])
  assert.equal(
    comment?.body.split('\n')[0],
    `[freescout-autolink] FreeScout ticket: ${bridge.freescout.url}/conversation/${ticket.id}`,
  )
  assert.deepEqual(
    bridge.freescout.mails.filter(({ to }) => to === 'customer'),
    [],
  )
})

test('workflow_dispatch: a ticket by hand', async () => {
  const id = bridge.ticket({ tags: ['bug'] })
  assert.match(
    await act('workflow_dispatch', { inputs: { command: 'sync', conversation: String(id) } }),
    STEP,
  )
  assertLinked(id)
})

test('workflow_dispatch: a dry run writes nothing', async () => {
  const conversation = String(bridge.ticket({ tags: ['bug'] }))
  const inputs = { command: 'sync', conversation, 'dry-run': 'true' }
  assert.match(await act('workflow_dispatch', { inputs }), STEP)
  assert.notDeepEqual(bridge.reads(), [])
  assert.deepEqual(bridge.writes(), [])
})

test('workflow_dispatch: the doctor makes the labels', async () => {
  const log = await act('workflow_dispatch', { inputs: { command: 'doctor', fix: 'true' } })
  assert.match(log, STEP)
  const answer = await fetch(`${bridge.github.url}/repos/${HOME}/labels`, {
    headers: { authorization: 'Bearer ghs_test' },
  })
  const labels = ((await answer.json()) as { name: string }[]).map(({ name }) => name)
  for (const label of ['freescout-linked', 'customer-reported', 'regression', 'needs-customer-confirm']) {
    assert.ok(labels.includes(label), `no label ${label}\n${log}`)
  }
})

test('with the flag off, and for other labels, no job starts', async () => {
  const event = dispatchOf(bridge.ticket({ tags: ['bug'] }), bridge.github)
  const logs = [
    await act('repository_dispatch', event, { flag: 'off' }),
    await act('repository_dispatch', event, { flag: '' }),
    await act('issues', labelled('help wanted')),
  ]
  for (const log of logs) assert.doesNotMatch(log, STEP)
  assert.deepEqual([...bridge.reads(), ...bridge.writes()], [])
})

const STEP = /Run Main freescout-autolink/

/** Runs the workflow for an event and gives the log; throws, log included, when the run fails. */
async function act(event: string, payload: unknown, { flag = 'true' } = {}): Promise<string> {
  const eventPath = join(folder, 'event.json')
  await writeFile(eventPath, JSON.stringify(payload))
  const options = {
    directory: join(folder, 'repository'),
    eventpath: eventPath,
    platform: 'ubuntu-latest=-self-hosted',
    'local-repository': `${ACTION}=${join(folder, 'action')}`,
    secret: [`FREESCOUT_API_KEY=${bridge.freescout.apiKey}`, 'GITHUB_TOKEN=ghs_test'],
    var: [`FLAG_FREESCOUT_GITHUB_AUTOLINK=${flag}`, `FREESCOUT_URL=${bridge.freescout.url}`],
    env: `GITHUB_API_URL=${bridge.github.url}`,
  }
  const flags = Object.entries(options).flatMap(([name, values]) =>
    [values].flat().flatMap(value => [`--${name}`, value]),
  )
  const { stdout, stderr } = await run(process.env.ACT ?? 'act', [
    event,
    ...flags,
    '--action-offline-mode',
    '--no-cache-server',
  ])
  return stdout + stderr
}

/** What act needs of a checkout: the workflow, without the key it doesn't know yet, and a commit to run at. */
async function checkOut(repository: string): Promise<void> {
  await mkdir(join(repository, dirname(WORKFLOW)), { recursive: true })
  const workflow = await readFile(join(ROOT, WORKFLOW), 'utf8')
  await writeFile(join(repository, WORKFLOW), workflow.replace(/^ {2}queue: max\n/m, ''))
  const git = (...args: string[]) =>
    run('git', ['-C', repository, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args])
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '.')
  await git('commit', '--quiet', '--message=Workflow')
  await git('remote', 'add', 'origin', `https://github.com/${HOME}.git`)
}

/** Starts a program away from this machine's settings: a home of its own, and no variable but the path. */
async function run(program: string, args: string[]): Promise<{ stdout: string; stderr: string }> {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  try {
    return await promisify(execFile)(program, args, { env: { PATH, HOME: folder }, timeout: 120_000 })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} failed\n${stdout}${stderr}`, { cause: error })
  }
}

/** GitHub's event for an issue that has just been given a label. */
function labelled(name: string): unknown {
  const events: unknown[] = []
  bridge.github.onIssueEvent(event => events.push(event))
  const { number } = bridge.github.addIssue(HOME, { title: 'Orders are rejected', body: 'Since Monday.' })
  bridge.github.label(HOME, number, name)
  return events.at(-1)
}

function assertLinked(ticketId: number): void {
  const [issue, ...others] = bridge.github.issues(HOME)
  assert.deepEqual(others, [])
  assert.deepEqual(issue?.labels, ['bug', 'freescout-linked'])
  assert.equal(bridge.freescout.field(ticketId, 'github_issue_url'), `https://github.com/${HOME}/issues/1`)
  assert.deepEqual(tagsOf(ticketId), ['bug', 'auto-linked'])
}

function tagsOf(ticketId: number): string[] {
  return bridge.freescout.ticket(ticketId).tags
}
