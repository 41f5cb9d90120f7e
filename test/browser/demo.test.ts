import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../demo/installation.ts'
import { playStoryOnPage } from '../../demo/web/page-driver.ts'
import { findChromium } from './chromium.ts'
import { comments, openDemoIn } from './open-demo.ts'

const executablePath = findChromium()
const open = openDemoIn(executablePath)

describe.skipIf(!executablePath)('the demo as a page, in Chromium', { timeout: 120_000 }, () => {
  it('the demo page plays the story: a ticket is filed and closed, GitHub is down, and the sweep finds the rest', async () => {
    const { installation, troubles, ...driver } = await open()
    const { press, shows, says, log, hint, card } = driver
    await playStoryOnPage(driver)
    const { freescout, github } = installation
    expect(github.issues(REPOSITORY).map(({ title, labels }) => [title, labels])).toEqual([
      ['Orders time out at checkout', ['bug', 'freescout-linked']],
    ])
    expect(comments(installation)).toEqual([
      '[freescout-autolink] FreeScout ticket resolved',
      '[freescout-autolink] FreeScout ticket reopened',
    ])
    expect(freescout.notes(1)).toHaveLength(1)
    expect(freescout.field(1, 'github_issue_url')).toMatch(/\/issues\/1$/)
    expect(freescout.mails.filter(({ to }) => to === 'customer')).toEqual([])

    expect(await card('Ticket #1000').innerText()).toContain('GitHub issue #1')
    expect(await card('Issue #1').innerText()).toContain('The customer wrote')
    expect(await log.innerText()).toContain('Our own note coming back')
    expect(await hint.innerText()).toContain('from the other end')

    // What FreeScout still has to send comes, and changes nothing.
    await press('2 minutes later')
    await shows(/attempt 2/)
    await shows('already-linked')
    await says('Settled')
    expect(comments(installation)).toHaveLength(2)
    expect(troubles).toEqual([])
  })

  it('the demo page continues by itself once FreeScout is back', async () => {
    const { installation, troubles, press, shows, says } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await press('FreeScout down')
    await shows(/\d requests in vain/)
    await press('Fix the network')
    await shows('auto-linked', 'Ticket #1000')
    await says('Settled')
    expect(installation.github.issues(REPOSITORY)).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('the demo page shows no second issue when the answer to the first was lost', async () => {
    const { installation, troubles, press, shows, status } = await open()
    await press('Lose next answer')
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('Done, but the answer got lost on the way')
    await status.getByText(/^(Settled|Not there yet)$/).waitFor()
    await press('Run the sweep')
    await shows('auto-linked', 'Ticket #1000')
    await status.getByText('Settled', { exact: true }).waitFor()
    expect(installation.github.issues(REPOSITORY)).toHaveLength(1)
    expect(installation.freescout.notes(1)).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('both sides stay right however people click on the demo page', async () => {
    const { tab, installation, troubles, press, card, says, status } = await open()
    for (let ticket = 1000; ticket < 1003; ticket++) {
      await press('New ticket')
      await card(`Ticket #${ticket}`).waitFor()
    }
    await tab.evaluate(() => {
      for (let round = 0; round < 3; round++) {
        for (const button of document.querySelectorAll<HTMLElement>('#tickets button')) button.click()
      }
    })
    await press('Run the sweep')
    await status.getByText(/^(Settled|Not there yet)$/).waitFor()
    await press('Run the sweep')
    await says('Settled')
    expect(installation.github.issues(REPOSITORY)).toHaveLength(3)
    expect(troubles).toEqual([])
  })

  it('the demo page shows the same in a second tab, and sends no request to another server', async () => {
    const { visit, log, press, shows, says, tab } = await open()
    const asked: string[] = []
    tab.on('request', request => asked.push(new URL(request.url()).hostname))
    await tab.reload()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await says('Settled')
    const later = await visit()
    await later.says('Settled')
    expect(await later.log.innerText()).toBe(await log.innerText())
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']))
  })

  it('the demo page says what is missing when a run failed, and is settled only when the note is there', async () => {
    const { installation, troubles, press, shows, says, status, hint, log } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await says('Settled')
    await press('FreeScout down')
    await hint.getByText('Do something now, then fix the network.').waitFor()
    await press('customer-reported', 'Issue #1')
    // A run tries a minute long to reach FreeScout.
    await log.getByText(/Failed: /).waitFor({ timeout: 100_000 })
    await hint.getByText('It has not arrived on the other side. Now fix the network.').waitFor()
    await press('Fix the network')
    await says('Not there yet')
    expect(await status.innerText()).toContain(
      'Ticket #1000 has no note that issue #1 was labelled customer-reported.',
    )
    await press('Run the sweep')
    await says('Settled')
    expect(installation.freescout.notes(1)).toHaveLength(2)
    expect(troubles).toEqual([])
  }, 180_000)

  it('on the demo page, a note that begins with /github becomes a comment, and a comment with /support a note', async () => {
    const { installation, troubles, tab, press, shows, says } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await tab.getByLabel(/^An agent writes/).fill('/github Does <b>build 7</b> fix it?')
    await press('Add note', 'Ticket #1000')
    await shows('Does <b>build 7</b> fix it?', 'Issue #1')
    await tab.getByLabel(/^A developer comments/).fill('/support It **does**.')
    await press('Comment', 'Issue #1')
    await shows('does', 'Ticket #1000')
    await tab.getByRole('img', { name: 'eyes' }).waitFor()
    await press('Reply and close', 'Ticket #1000')
    const field = tab.getByLabel(/^An agent writes/)
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true)
    await field.fill('Please try again.')
    await press('Reply and close', 'Ticket #1000')
    await shows(/FreeScout ticket resolved/, 'Issue #1')
    await says('Settled')
    expect(installation.github.comments(REPOSITORY, 1)[0]?.body).toContain('ticket=1 thread=')
    expect(troubles).toEqual([])
  })

  it('on the demo page, a tag without the paid module Workflows starts nothing until the sweep', async () => {
    const { installation, press, shows, says, hint, log } = await open()
    await press('Workflows: on')
    await shows(/Switch the paid module Workflows off/)
    await press('New ticket')
    await shows('no-trigger-tag')
    await says('Settled')
    await press('Tag “bug”', 'Ticket #1000')
    await says('Not there yet')
    await hint.getByText(/sends no webhook for a tag/).waitFor()
    expect(await log.innerText()).not.toContain('reported by a Workflow')
    expect(installation.github.issues(REPOSITORY)).toEqual([])
    await press('Run the sweep')
    await shows('auto-linked', 'Ticket #1000')
    await says('Settled')
  }, 60_000)

  it('on the demo page, a moved ticket keeps its issue, a tag comes off, the doctor checks, and a dry run writes nothing', async () => {
    const { installation, troubles, press, shows, says } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await press('Move to Support', 'Ticket #1000')
    await shows('Mailbox Support · github_issue_url:', 'Ticket #1000')
    await says('Settled')
    expect(installation.freescout.field(1, 'github_issue_url')).toMatch(/\/issues\/1$/)
    await press('Remove tag “bug”', 'Ticket #1000')
    await shows(/Take the tag “bug” off/)
    await press('Doctor')
    await shows('Checks finished')
    await press('Sweep, dry run')
    await shows('Preview of a sweep: nothing was written')
    await says('Settled')
    expect(installation.github.issues(REPOSITORY)).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('the demo page starts over with nothing, in every tab', async () => {
    const { session, troubles, visit, press, shows, says, tab, log } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await press('FreeScout down')
    const other = await visit()
    await press('Start over')
    await other.says('Ready')
    await says('Ready')
    expect(await tab.getByRole('article').count()).toBe(0)
    expect(await other.tab.getByRole('article').count()).toBe(0)
    expect(await log.innerText()).not.toContain('1000')
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    await says('Settled')
    expect(session.installation().github.issues(REPOSITORY)).toHaveLength(1)
    expect(troubles).toEqual([])
  })
})
