import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BADGE_STYLE, badge } from '../../receiver/badge.ts'
import { ISSUES, NO_ISSUES, SERVERS } from '../support/badge-urls.ts'
import { findChromium } from './chromium.ts'
import { type Console, type Page as ConsolePage, startConsole } from './console.ts'

const executablePath = findChromium()
const URL_42 = 'https://github.com/octo/repo/issues/42'
const URL_7 = 'https://github.com/team/app/issues/7'

let browser: Browser
let site: Console
const contexts: { close: () => Promise<void> }[] = []

/** Shows a page of the console, with the element's script; what goes wrong on it ends up in `troubles`. */
async function show(page: string | ConsolePage, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  contexts.push(context)
  // Whatever a link leads to, no request leaves this machine.
  await context.route(/^https:/, route =>
    route.fulfill({ contentType: 'text/html', body: '<title>outside</title>' }),
  )
  const tab = await context.newPage()
  const troubles: string[] = []
  tab.on('pageerror', error => troubles.push(error.message))
  tab.on('console', message => troubles.push(message.text()))
  const { head = '', ...rest } = typeof page === 'string' ? { body: page } : page
  const script = `<script type="module" src="${site.script}"></script>`
  await tab.goto(site.put({ head: head + script, ...rest }))
  await tab.waitForFunction(() => customElements.get('github-issue-badge'), null, { timeout: 10_000 })
  return { tab, troubles }
}

function element(url: string, attributes = ''): string {
  return `<github-issue-badge ${attributes} href="${url}"></github-issue-badge>`
}

/** The HTML in the element's shadow, as it stands in the page. */
function rendered(tab: Page): Promise<string> {
  return tab.locator('github-issue-badge').evaluate(host => host.shadowRoot?.innerHTML ?? 'no shadow')
}

describe.skipIf(!executablePath)('the badge in Chromium', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    site = await startConsole()
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('the badge is there for an issue, and absent without one', async () => {
    const { tab, troubles } = await show(
      `<p>A ${element(URL_42)}</p><p>B ${element('')}</p><p>C <github-issue-badge></github-issue-badge></p>`,
    )
    expect(await tab.getByRole('link').allTextContents()).toEqual(['octo/repo#42'])
    const widths = await tab
      .locator('github-issue-badge')
      .evaluateAll(hosts => hosts.map(host => host.getBoundingClientRect().width))
    expect(widths[0]).toBeGreaterThan(50)
    expect(widths.slice(1)).toEqual([0, 0])
    expect(troubles).toEqual([])
  })

  it('the badge of each ticket shows its own issue', async () => {
    const urls = Array.from({ length: 30 }, (_, i) => `https://github.com/octo/repo/issues/${i + 1}`)
    const { tab } = await show(urls.map(url => `<p>${element(url)}</p>`).join(''))
    const links = await tab
      .getByRole('link')
      .evaluateAll(found => found.map(link => (link as HTMLAnchorElement).href))
    expect(links).toEqual(urls)
  })

  it('the badge renders as badge() does, whatever the URL', async () => {
    const { tab, troubles } = await show(element(''))
    const urls = [...ISSUES.map(([url]) => url), ...NO_ISSUES.map(([, url]) => url)]
    for (const url of urls) {
      await tab.locator('github-issue-badge').evaluate((host, href) => host.setAttribute('href', href), url)
      expect(await rendered(tab), url.slice(0, 100)).toBe(badge(url))
    }
    expect(await tab.title()).toBe('Tickets')
    expect(troubles).toEqual([])
  })

  it('the badge trusts the server that its attribute or property names, as badge() does', async () => {
    const { tab, troubles } = await show(element(''))
    const host = tab.locator('github-issue-badge')
    for (const [server, url, isShown] of SERVERS) {
      await host.evaluate(
        (it, [server, url]) => {
          it.setAttribute('href', url)
          it.setAttribute('server', server)
        },
        [server, url] as const,
      )
      expect(await rendered(tab), `${server} ${url}`).toBe(badge(url, { server }))
      expect((await rendered(tab)) !== '').toBe(isShown)
    }
    const url = 'https://git.example.org/o/r/issues/1'
    await host.evaluate((it, href) => Object.assign(it, { server: 'https://git.example.org', href }), url)
    expect(await rendered(tab)).toBe(badge(url, { server: 'https://git.example.org' }))
    await host.evaluate(it => it.removeAttribute('server'))
    expect(await rendered(tab)).toBe('')
    expect(troubles).toEqual([])
  })

  it('the badge takes its server as a property that is set before the script is loaded', async () => {
    const { tab } = await show({
      body: element('https://git.example.org/o/r/issues/1'),
      head: `<script>new MutationObserver(() => {
        const host = document.querySelector('github-issue-badge')
        if (host && !customElements.get('github-issue-badge')) host.server ??= 'https://git.example.org'
      }).observe(document, { childList: true, subtree: true })</script>`,
    })
    expect(await tab.getByRole('link').textContent()).toBe('o/r#1')
  })

  it('the badge follows its URL while it is shown', async () => {
    const { tab } = await show(element(URL_42))
    const host = tab.locator('github-issue-badge')
    const change = (url: string | null) =>
      host.evaluate((it, href) => {
        if (href === null) it.removeAttribute('href')
        else it.setAttribute('href', href)
      }, url)
    const seen: string[] = []
    for (const url of [URL_7, null, URL_42, '', URL_7, 'javascript:alert(1)']) {
      await change(url)
      seen.push(await rendered(tab))
    }
    expect(seen).toEqual([badge(URL_7), '', badge(URL_42), '', badge(URL_7), ''])
  })

  it('the badge takes its URL as a property too, even when it is set before the script is loaded', async () => {
    const { tab } = await show({
      body: '<github-issue-badge></github-issue-badge>',
      head: `<script>addEventListener('readystatechange', () => {}); new MutationObserver(() => {
        const host = document.querySelector('github-issue-badge')
        if (host && !customElements.get('github-issue-badge')) host.href ??= '${URL_42}'
      }).observe(document, { childList: true, subtree: true })</script>`,
    })
    expect(await rendered(tab)).toBe(badge(URL_42))
    const set = (url: string | null) =>
      tab.locator('github-issue-badge').evaluate((host, href) => {
        Object.assign(host, { href })
        return { attribute: host.getAttribute('href'), property: (host as HTMLAnchorElement).href }
      }, url)
    expect(await set(URL_7)).toEqual({ attribute: URL_7, property: URL_7 })
    expect(await rendered(tab)).toBe(badge(URL_7))
    expect(await set(null)).toEqual({ attribute: '', property: '' })
    expect(await rendered(tab)).toBe('')
  })

  it('the badge keeps the focus when its URL changes', async () => {
    const { tab } = await show(element(URL_42))
    await tab.keyboard.press('Tab')
    await tab.locator('github-issue-badge').evaluate((host, url) => host.setAttribute('href', url), URL_7)
    const focused = await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)
    expect(focused).toBe('team/app#7')
  })

  it('the script of the badge may be loaded twice', async () => {
    const { tab, troubles } = await show({
      body: element(URL_42),
      head: `<script src="${site.script}"></script>`,
    })
    expect(await rendered(tab)).toBe(badge(URL_42))
    expect(troubles).toEqual([])
  })

  it('the badge is absent for every ticket with a hostile URL', async () => {
    const written = NO_ISSUES.map(([, url]) => url.replace(/[&"<>]/g, found => `&#${found.charCodeAt(0)};`))
    const { tab, troubles } = await show(
      written.map(url => `<p>${element(url)}</p>`).join('') + element(URL_42),
    )
    const shadows = await tab
      .locator('github-issue-badge')
      .evaluateAll(hosts => hosts.map(host => host.shadowRoot?.innerHTML))
    expect(shadows).toEqual([...NO_ISSUES.map(() => ''), badge(URL_42)])
    expect(await tab.title()).toBe('Tickets')
    expect(troubles).toEqual([])
  })

  describe('by keyboard', () => {
    it('Tab reaches the badge among the page’s links, and stops nowhere without one', async () => {
      const { tab } = await show(`<a href="#a">A</a> ${element('')} ${element(URL_42)} <a href="#b">B</a>`)
      const order: (string | null | undefined)[] = []
      for (let press = 0; press < 3; press++) {
        await tab.keyboard.press('Tab')
        order.push(
          await tab.evaluate(() => {
            const active = document.activeElement
            return (active?.shadowRoot?.activeElement ?? active)?.textContent
          }),
        )
      }
      expect(order).toEqual(['A', 'octo/repo#42', 'B'])
    })

    it('Enter opens the badge’s issue in a new tab, which gets neither an opener nor a referrer', async () => {
      const { tab } = await show(element(URL_42))
      await tab.keyboard.press('Tab')
      const opened = tab.context().waitForEvent('page')
      await tab.keyboard.press('Enter')
      const issue = await opened
      await issue.waitForLoadState()
      expect(issue.url()).toBe(URL_42)
      expect(await issue.evaluate(() => [window.opener, document.referrer])).toEqual([null, ''])
      expect(await tab.title()).toBe('Tickets')
    })

    it('the badge shows the focus for keys, and not for clicks', async () => {
      const { tab } = await show(element(URL_42))
      const link = tab.getByRole('link')
      const outline = () => link.evaluate(it => getComputedStyle(it).outline)
      expect(await outline()).toContain('none')
      await tab.keyboard.press('Tab')
      expect(await outline()).toMatch(/ solid 2px$/)
    })

    it('a script can give the focus to the badge element', async () => {
      const { tab } = await show(element(URL_42, 'id="b"'))
      await tab.evaluate(() => document.getElementById('b')?.focus())
      expect(await tab.getByRole('link').evaluate(link => link.matches(':focus'))).toBe(true)
    })
  })

  it('a screen reader reads the badge as a link with a name, and nothing where there is no badge', async () => {
    const { tab } = await show(`<p>Linked: ${element(URL_42)}</p><p>Not linked: ${element('none')}</p>`)
    const session = await tab.context().newCDPSession(tab)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const heard = nodes
      .filter(({ ignored, role }) => !ignored && ['StaticText', 'link'].includes(role?.value))
      .map(({ role, name }) => `${role?.value} ${name?.value.trim()}`)
    expect(heard.sort()).toEqual([
      'StaticText Linked:',
      'StaticText Not linked:',
      'StaticText octo/repo#42',
      'link GitHub issue octo/repo#42',
    ])
    const link = nodes.find(({ role }) => role?.value === 'link')
    expect(link?.description?.value).toBe('Opens github.com in a new tab')
    const focusable = { name: 'focusable', value: { type: 'booleanOrUndefined', value: true } }
    expect(link?.properties).toContainEqual(focusable)
  })

  it('the badge works and looks the same under a policy without inline code and HTML from scripts', async () => {
    const origin = new URL(site.script).origin
    const policy = `default-src 'none'; script-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`
    const strict = await show({ body: element(URL_42), policy })
    const open = await show(element(URL_42))
    expect(await rendered(strict.tab)).toBe(badge(URL_42))
    expect(await look(strict.tab)).toEqual(await look(open.tab))
    expect((await look(strict.tab)).display).toBe('inline-block')
    expect(strict.troubles).toEqual([])
  })

  describe('in the page’s colours', () => {
    const follows = '<style>:root { color-scheme: light dark }</style>'
    const own = `<style>body { color: #222; background: #fff }
      @media (prefers-color-scheme: dark) { body { color: #ddd; background: #121212 } }</style>`
    const always = '<style>body { color: #e6edf3; background: #0d1117 } a { color: #00f }</style>'
    const never = '<style>body { color: #222; background: #fff }</style>'
    const pages: [what: string, head: string, colorScheme: 'light' | 'dark', isDark: boolean][] = [
      ['a page that follows the system, light', follows, 'light', false],
      ['a page that follows the system, dark', follows, 'dark', true],
      ['a page with its own two themes, light', own, 'light', false],
      ['a page with its own two themes, dark', own, 'dark', true],
      ['a dark page on a light system', always, 'light', true],
      ['a light page on a dark system', never, 'dark', false],
    ]
    it.each(pages)('the badge has the colours of %s', async (_what, head, colorScheme, isDark) => {
      const { tab } = await show({ head, body: `<p>Linked to ${element(URL_42)}</p>` }, { colorScheme })
      const { color, around } = await look(tab)
      expect(color).toBe(around)
      expect(brightness(color) > 128).toBe(isDark)
    })

    it('the badge has the page’s colours when badge() rendered it on the server', async () => {
      const server = `<style>${BADGE_STYLE}</style>`
      const made = await show(
        { head: own + server, body: `<p>${badge(URL_42)}</p>` },
        { colorScheme: 'dark' },
      )
      const shown = await show({ head: own, body: `<p>${element(URL_42)}</p>` }, { colorScheme: 'dark' })
      expect(await look(made.tab)).toEqual(await look(shown.tab))
    })

    it('the badge is visible in the system’s high contrast', async () => {
      const { tab } = await show(element(URL_42), { forcedColors: 'active' })
      const { borderWidth } = await look(tab)
      expect(borderWidth).toBe('1px')
      expect(await tab.getByRole('link').isVisible()).toBe(true)
    })
  })

  it('the badge stays within a narrow column, and shows its number', async () => {
    const long = `https://github.com/${'o'.repeat(39)}/${'r'.repeat(100)}/issues/1234567890`
    const { tab } = await show(`<div style="width: 200px">${element(long)}</div>`)
    const link = tab.getByRole('link')
    expect((await link.boundingBox())?.width).toBeLessThanOrEqual(200)
    expect(await link.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
    expect(await link.innerText()).toContain('#1234567890')
  })
})

/** How the one badge on a page looks, and the text's colour around it. */
function look(tab: Page) {
  return tab.getByRole('link').evaluate(link => {
    const { color, borderColor, borderWidth, backgroundColor, display, fontSize, textDecoration } =
      getComputedStyle(link)
    const host = link.getRootNode() instanceof ShadowRoot ? (link.getRootNode() as ShadowRoot).host : link
    const around = getComputedStyle(host.parentElement ?? host).color
    return { color, borderColor, borderWidth, backgroundColor, display, fontSize, textDecoration, around }
  })
}

/** From 0 (black) to 255 (white), of a colour as `getComputedStyle` gives it. */
function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
