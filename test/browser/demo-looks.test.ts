import { describe, expect, it } from 'vitest'
import { ISSUES, TICKETS } from '../../demo/web/suggestions.ts'
import { findChromium } from './chromium.ts'
import { openDemoIn } from './open-demo.ts'

const executablePath = findChromium()
const open = openDemoIn(executablePath)

describe.skipIf(!executablePath)('what the demo’s page looks like, in Chromium', { timeout: 120_000 }, () => {
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
    await shows(/ask the customer to confirm/, 'Ticket #1000')
    await says('Settled')
    await reach('Job summary')
    await tab.keyboard.press('Enter')
    expect(await log.getByRole('heading').first().isVisible()).toBe(true)
    const [ticket] = installation.freescout.tickets.values()
    expect(ticket?.subject).toContain('The nightly import is slow')
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
    expect(await tab.locator('img, iframe').count()).toBe(0)
    const targets = await tab.locator('a').evaluateAll(links => links.map(link => link.getAttribute('href')))
    expect([...new Set(targets)].toSorted()).toEqual(['#issue-1', '#ticket-1', '/README.md'])
    expect(troubles).toEqual([])
  })

  it('the demo page shows our note as FreeScout does: yellow, with author and time, and with links that lead on', async () => {
    const { tab, press, shows, card } = await open()
    await press('New ticket')
    await press('Tag “bug”', 'Ticket #1000')
    await shows('auto-linked', 'Ticket #1000')
    const note = card('Ticket #1000').locator('.thread-note')
    expect(await note.innerText()).toContain('Autolink Bot added a note')
    expect(await note.locator('time').innerText()).toMatch(/^[A-Z][a-z]{2} \d{1,2}, \d\d:\d\d$/)
    const styleOf = (selector: string) =>
      tab
        .locator(selector)
        .first()
        .evaluate(element => {
          const { backgroundColor, textDecorationLine } = getComputedStyle(element)
          return { backgroundColor, textDecorationLine }
        })
    expect(await styleOf('.thread-note')).toMatchObject({ backgroundColor: 'rgb(255, 251, 241)' })
    expect(await styleOf('.thread-note a')).toMatchObject({ textDecorationLine: 'underline' })
    await note.locator('a').first().click()
    expect(new URL(tab.url()).hash).toBe('#issue-1')
    expect(await card('Issue #1').evaluate(element => element.matches(':target'))).toBe(true)
    const issue = await card('Issue #1').locator('.comment').first().innerText()
    expect(issue).toMatch(/^github-actions\s*bot\s*commented/)
    expect(issue).toContain('The customer wrote')
  })

  it('on a small screen, the demo page keeps its verdict in view', async () => {
    const { tab, press, status, card } = await open({ viewport: { width: 400, height: 700 } })
    await press('New issue')
    await card('Issue #1').scrollIntoViewIfNeeded()
    await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(300)
    const box = await status.boundingBox()
    expect(box?.y).toBe(0)
    expect(box?.height).toBeLessThan(200)
  })

  it.each([1280, 400, 320])('at %i pixels, the demo page cuts off none of its suggestions', async width => {
    const { tab } = await open({ viewport: { width, height: 900 } })
    for (const id of ['subject', 'title']) {
      const texts =
        id === 'subject' ? TICKETS.map(({ subject }) => subject) : ISSUES.map(({ title }) => title)
      for (const text of texts) {
        await tab.locator(`#${id}`).fill(text)
        const isWhole = await tab.locator(`#${id}`).evaluate(input => input.scrollWidth <= input.clientWidth)
        expect(isWhole, text).toBe(true)
      }
    }
  })

  it('at 320 pixels, no word of the way of an event leaves its box', async () => {
    const { tab } = await open({ viewport: { width: 320, height: 700 } })
    const tooWide = await tab
      .locator('#way li')
      .evaluateAll(items =>
        items.filter(item => item.scrollWidth > item.clientWidth).map(item => item.textContent),
      )
    expect(tooWide).toEqual([])
  })

  it('everything that the demo page says is in a landmark or a live region', async () => {
    const { tab, press, shows } = await open()
    await press('New ticket')
    await shows(/no-trigger-tag|Looks again/i)
    const outside = await tab.evaluate(() => {
      const regions =
        'header, main, section[aria-label], [role=status], [role=alert], noscript, script, style'
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim()
        if (text && !node.parentElement?.closest(regions)) found.push(text)
      }
      return found
    })
    expect(outside).toEqual([])
  })

  it.each([1280, 400, 320])(
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
        ['button', 'link', 'textbox', 'DisclosureTriangle'].includes(role?.value),
      )
      expect(controls.length).toBeGreaterThan(10)
      expect(controls.filter(({ name }) => !name?.value)).toEqual([])
      const fieldsets = ['Break the network', 'Have a look', 'Paid: webhooks for tags']
      for (const name of [...fieldsets, 'Ticket #1000', 'Issue #1']) {
        expect(await tab.getByRole('group', { name, exact: true }).count(), name).toBe(1)
      }
    },
  )
})
