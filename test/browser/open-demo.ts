import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Installation, REPOSITORY, startInstallation } from '../../demo/installation.ts'
import { drivePage } from '../../demo/web/page-driver.ts'
import { servePage } from '../../demo/web/server.ts'
import { createSession } from '../../demo/web/session.ts'

/**
 * Opens the demo's page in Chromium, once for each call: an installation, and a tab on its page. All of it is closed after
 * each test. `troubles` collects errors and console messages of the page.
 */
export function openDemoIn(executablePath: string | undefined) {
  let browser: Browser
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    if (executablePath) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  }, 60_000)
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  afterAll(async () => {
    await browser?.close()
  })

  return async (options: BrowserContextOptions = {}) => {
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
    return { installation, session, troubles, visit, ...first }
  }
}

/** What the comments on an issue say first. */
export function comments({ github }: Installation, issue = 1): (string | undefined)[] {
  return github.comments(REPOSITORY, issue).map(({ body }) => body.split(' (')[0])
}
