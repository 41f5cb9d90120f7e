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
import { runInProcess } from '../support/in-process.ts'

/*
 * Repositories and organisations are renamed, and issues are transferred. GitHub redirects from the old address. The link
 * follows to a place that is allowed, and field and note get the new address.
 */

const RENAMED = 'raxx-group/TradeMasterAPI'
const OTHER = 'raxx-app/elsewhere'

let bridge: Bridge
/** The repository where the workflow runs. */
let home: string

beforeEach(async () => {
  home = HOME
  bridge = await startBridge({ repositories: [HOME, OTHER] })
})

afterEach(() => closeUnharmed(bridge))

const urlOf = (repository: string, number: number) => `https://github.com/${repository}/issues/${number}`

async function run(event: { name: string; payload?: unknown }, inputs: Record<string, string> = {}) {
  const done = await runInProcess(bridge, event, inputs, { env: { GITHUB_REPOSITORY: home } })
  expect(done.exitCode, done.log).toBe(0)
  return done
}

const sync = (id: number, config = CONFIG) => {
  const payload = { ...dispatchOf(id, { repositoryInEvent: () => ({}) }), repository: undefined }
  return run({ name: 'repository_dispatch', payload }, { config })
}
const sweep = (config = CONFIG) => run({ name: 'schedule' }, { config })
const issueEvent = (number: number, action: string, label?: string, config = CONFIG) => {
  const repository = { full_name: home }
  const payload = { action, issue: { number }, repository, ...(label && { label: { name: label } }) }
  return run({ name: 'issues', payload }, { config })
}

const field = (id: number) => bridge.freescout.field(id, 'github_issue_url')
const notes = (id: number) => bridge.freescout.notes(id)

/** The organisation gets another name. The workflow runs in the renamed repository from now on. */
function renameHome(): void {
  bridge.github.renameRepository(HOME, RENAMED)
  home = RENAMED
}

describe('After the organisation was renamed', () => {
  it('a sweep writes the new address into field and note of every ticket, and then leaves them alone', async () => {
    const ids = [bridge.ticket(), bridge.ticket(), bridge.ticket()]
    for (const id of ids) await sync(id)
    renameHome()
    bridge.forget()
    const swept = await sweep()
    expect(swept.log).toContain('names its issue by an old address')
    expect(ids.map(field)).toEqual([1, 2, 3].map(number => urlOf(RENAMED, number)))
    for (const [at, id] of ids.entries()) {
      expect(notes(id)).toHaveLength(2)
      expect(notes(id)[0]).toContain(`GitHub issue ${HOME}#${at + 1} has moved.`)
    }
    // One question about the old name answers for all tickets.
    expect(bridge.github.log.filter(({ path }) => path === `/repos/${HOME}`.toLowerCase())).toHaveLength(1)
    await bridge.again(sweep)
    for (const id of ids) await bridge.again(() => sync(id))
  })

  it('a closing is announced on either side at once, and nothing is announced twice', async () => {
    const id = bridge.ticket()
    await sync(id)
    const config = `${CONFIG}labels: { needs-customer-confirm: { action: note } }\n`
    bridge.github.label(HOME, 1, 'needs-customer-confirm')
    await issueEvent(1, 'labeled', 'needs-customer-confirm', config)
    expect(notes(id)).toHaveLength(2)
    renameHome()
    bridge.github.closeIssue(RENAMED, 1, 'completed')
    expect((await issueEvent(1, 'closed', undefined, config)).outputs.result).toBe('noted')
    expect(notes(id)).toHaveLength(4)
    expect(notes(id)[0]).toContain('closed as completed')
    expect(field(id)).toBe(urlOf(RENAMED, 1))
    await bridge.again(() => issueEvent(1, 'closed', undefined, config))
    bridge.freescout.closeTicket(id)
    await sync(id, config)
    expect(bridge.github.comments(RENAMED, 1).at(-1)?.body).toContain('FreeScout ticket resolved')
    await bridge.again(() => sync(id, config))
    await bridge.again(() => sweep(config))
  })

  it('a ticket that was created from an issue stays its ticket, and there is no second one', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.github.label(HOME, 1, 'customer-reported')
    await issueEvent(1, 'labeled', 'customer-reported')
    renameHome()
    await issueEvent(1, 'labeled', 'customer-reported')
    await sweep()
    expect(bridge.freescout.tickets.size).toBe(1)
    expect(field(1)).toBe(urlOf(RENAMED, 1))
    expect(bridge.freescout.ticket(1).tags).not.toContain('auto-linked')
    await bridge.again(sweep)
    await bridge.again(() => sync(1))
  })

  it('somebody who corrects the field by hand gets one note with the new address, and no other note again', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.closeIssue(HOME, 1, 'completed')
    await issueEvent(1, 'closed')
    renameHome()
    bridge.freescout.setField(id, 'github_issue_url', urlOf(RENAMED, 1))
    await issueEvent(1, 'closed')
    await sync(id)
    expect(notes(id)).toHaveLength(3)
    await bridge.again(() => issueEvent(1, 'closed'))
    await bridge.again(() => sync(id))
  })

  it('a run that stopped after the note goes on with the field, without a second note', async () => {
    const id = bridge.ticket()
    await sync(id)
    renameHome()
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'PUT' && path.endsWith('/custom_fields'),
      times: 99,
      trouble: { answer: { status: 500 } },
    })
    const payload = { ...dispatchOf(id, { repositoryInEvent: () => ({}) }), repository: undefined }
    const stopped = await runInProcess(
      bridge,
      { name: 'repository_dispatch', payload },
      {},
      { env: { GITHUB_REPOSITORY: home } },
    )
    expect(stopped.exitCode).toBe(1)
    bridge.freescout.faults.length = 0
    await sync(id)
    expect(field(id)).toBe(urlOf(RENAMED, 1))
    expect(notes(id)).toHaveLength(2)
  })
})

it('A repository that only the configuration still names by its old name is followed', async () => {
  const config = `${CONFIG}issue: { allowed: [${OTHER}] }\n`
  const { number } = bridge.github.addIssue(OTHER, { title: 'Known' })
  const id = bridge.ticket({ fields: { github_issue_url: urlOf(OTHER, number) } })
  await sync(id, config)
  bridge.github.renameRepository(OTHER, 'raxx-group/elsewhere')
  bridge.freescout.closeTicket(id)
  const { outputs } = await sync(id, config)
  expect(outputs.result).toBe('updated')
  expect(field(id)).toBe(urlOf('raxx-group/elsewhere', number))
  expect(bridge.github.comments('raxx-group/elsewhere', number).at(-1)?.body).toContain('resolved')
  await bridge.again(() => sync(id, config))
})

describe('A transferred issue', () => {
  const allowing = `${CONFIG}issue: { allowed: [${OTHER}] }\n`

  it('is followed to an allowed repository, with field and note corrected', async () => {
    const id = bridge.ticket()
    await sync(id, allowing)
    const { number } = bridge.github.transfer(HOME, 1, OTHER)
    bridge.freescout.closeTicket(id)
    const { outputs } = await sync(id, allowing)
    expect(outputs).toMatchObject({ result: 'updated', 'issue-url': urlOf(OTHER, number) })
    expect(field(id)).toBe(urlOf(OTHER, number))
    expect(notes(id)[0]).toContain(`GitHub issue ${HOME}#1 has moved.`)
    expect(bridge.github.comments(OTHER, number).at(-1)?.body).toContain('resolved')
    expect(bridge.github.issues(HOME)).toHaveLength(0)
    await bridge.again(() => sync(id, allowing))
    await bridge.again(() => sweep(allowing))
  })

  it('is found from its new place, where its closing is announced on the ticket', async () => {
    const id = bridge.ticket()
    await sync(id, allowing)
    const { number } = bridge.github.transfer(HOME, 1, OTHER)
    bridge.github.closeIssue(OTHER, number, 'completed')
    home = OTHER
    const config = `${CONFIG}issue: { repository: ${HOME}, allowed: [${OTHER}] }\n`
    expect((await issueEvent(number, 'closed', undefined, config)).outputs.result).toBe('noted')
    expect(field(id)).toBe(urlOf(OTHER, number))
    expect(notes(id)[0]).toContain('closed as completed')
    await bridge.again(() => issueEvent(number, 'closed', undefined, config))
  })

  it('is reported, and not followed, when it went to a repository that is not allowed', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.transfer(HOME, 1, OTHER)
    bridge.freescout.closeTicket(id)
    bridge.forget()
    const done = await sync(id)
    expect(done.outputs).toMatchObject({ result: 'skipped', reason: 'issue-not-found' })
    expect(done.log).toContain('which is transferred to another repository')
    expect(field(id)).toBe(issueUrl(1))
    expect(bridge.writes()).toEqual([])
  })

  it('is reported as transferred when the token can’t see the new place', async () => {
    const id = bridge.ticket()
    await sync(id, allowing)
    bridge.github.transfer(HOME, 1, OTHER)
    bridge.freescout.closeTicket(id)
    bridge.github.faults.push({
      match: ({ path }) => path.startsWith('/repositories/'),
      times: 9,
      trouble: { answer: { status: 404, body: '{"message":"Not Found"}' } },
    })
    const done = await sync(id, allowing)
    expect(done.outputs.reason).toBe('issue-not-found')
    expect(done.log).toContain('which is transferred to another repository')
    expect(field(id)).toBe(issueUrl(1))
  })
})

it('A link to a repository that is not allowed stays unusable, and is not followed', async () => {
  const id = bridge.ticket({ fields: { github_issue_url: 'https://github.com/raxx-app/none/issues/7' } })
  expect((await sync(id)).outputs.reason).toBe('link-unusable')
  const other = bridge.ticket({ fields: { github_issue_url: urlOf(OTHER, 7) } })
  expect((await sync(other)).outputs.reason).toBe('link-unusable')
})
