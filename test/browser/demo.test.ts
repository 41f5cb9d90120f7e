import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, REPOSITORY, startInstallation } from '../../demo/installation.ts'
import { drivePage, playStoryOnPage } from '../../demo/web/page-driver.ts'
import { servePage } from '../../demo/web/server.ts'
import { createSession } from '../../demo/web/session.ts'
import { findChromium } from './chromium.ts'

const executablePath = findChromium()

let browser: Browser
const ends: (() => Promise<unknown>)[] = []

/** Starts an installation and opens its page; `troubles` collects errors and console messages of the page. */
async function open(options: BrowserContextOptions = {}) {
  const installation = await startInstallation()
  ends.push(installation.close)
  const session = createSession(installation)
  ends.push(session.stop)
  const { url, close } = await servePage(session, 0)
  ends.push(close)
  const troubles: string[] = []
  const visit = async () => {
    const context = await browser.newContext(options)
    ends.push(() => context.close())
    const tab = await context.newPage()
    tab.on('pageerror', error => troubles.push(error.message))
    tab.on('console', message => troubles.push(message.text()))
    await tab.goto(url)
    return { tab, ...drivePage(tab) }
  }
  const first = await visit()
  await first.says('Ready')
  return { installation, troubles, visit, ...first }
}

const comments = ({ github }: Installation, issue = 1) =>
  github.comments(REPOSITORY, issue).map(({ body }) => body.split(' (')[0])

describe.skipIf(!executablePath)('the demo as a page, in Chromium', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  afterAll(async () => {
    await browser?.close()
  })

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

    expect(await card('Ticket #1000').innerText()).toContain('GitHub issue #1 filed')
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

  it('the demo page works by keyboard alone', async () => {
    const { tab, installation, troubles, reach, card, shows, says, log } = await open()
    await reach('title')
    await tab.keyboard.type('The nightly import is slow')
    await tab.keyboard.press('Enter')
    await card('Issue #1').waitFor()
    await reach('customer-reported')
    await tab.keyboard.press('Space')
    await shows('_from_github', 'Ticket #1000')
    expect(await tab.evaluate(() => document.activeElement?.ariaPressed)).toBe('true')
    await reach('needs-customer-confirm')
    await tab.keyboard.press('Space')
    await shows('Please ask the customer to confirm the fix.', 'Ticket #1000')
    await says('Settled')
    await reach('Job summary')
    await tab.keyboard.press('Enter')
    expect(await log.getByRole('heading').first().isVisible()).toBe(true)
    const [ticket] = installation.freescout.tickets.values()
    expect(ticket?.subject).toContain('The nightly import is slow')
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

  it('the demo page shows hostile text as text', async () => {
    const { tab, troubles, press, card, shows } = await open()
    const subject = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1))'
    await tab.getByLabel('A customer writes').fill(subject)
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    for (const name of ['Ticket #1000', 'Issue #1']) {
      expect(await card(name).getByRole('heading').first().innerText()).toContain('<img src=x')
    }
    expect(await tab.locator('img, iframe, a[href]').count()).toBe(0)
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

  it.each([1280, 420])(
    'the demo page fits a window of %i pixels, and every control has a name',
    async width => {
      const { tab, press, shows } = await open({ viewport: { width, height: 900 } })
      await press('New ticket')
      await press('Tag “bug”', 'Ticket #1000')
      await shows('auto-linked', 'Ticket #1000')
      expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      const session = await tab.context().newCDPSession(tab)
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const controls = nodes.filter(({ role }) =>
        ['button', 'textbox', 'DisclosureTriangle'].includes(role?.value),
      )
      expect(controls.length).toBeGreaterThan(10)
      expect(controls.filter(({ name }) => !name?.value)).toEqual([])
      for (const name of ['Break the network', 'Put it right', 'Ticket #1000', 'Issue #1']) {
        expect(await tab.getByRole('group', { name, exact: true }).count(), name).toBe(1)
      }
    },
  )
})
