import { chromium } from 'playwright-core'
import { startConsole } from './console.ts'
import { badge, BADGE_STYLE } from '../../receiver/badge.ts'
const site = await startConsole()
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const e = (u: string) => `<github-issue-badge href="${u}"></github-issue-badge>`
const U='https://github.com/raxx-app/TradeMasterAPI/issues/'
const body = `<main><h1>Tickets ${e(U+'42')}</h1>
<article><h2>Quotes are stale since ten ${e(U+'42')}</h2><p>Rodney Robertson · ops@raxx.app · #1007 · linked to ${e(U+'42')} since Tuesday; the customer waits for an answer.</p></article>
<article><h2>Login loops on Safari</h2><p>Mark Morrison · support@raxx.app · #1011 · not linked ${e('')}</p></article>
<article><h2>Invoice shows the wrong month</h2><p>Anna Bell · support@raxx.app · #1019 · ${e('https://git.example.org/billing/invoices/issues/7')} ${e(U+'1234')}</p></article>
<article><h2>Hostile</h2><p>x ${e('javascript:alert(1)')} y</p></article>
<article style="width:260px"><h2>Narrow</h2><p>Linked to ${e('https://github.com/an-organisation-with-a-long-name/a-repository-with-a-really-long-name/issues/98765')} here.</p></article>
<article><p>From the server: ${badge(U+'42')}, and with text after it.</p></article>
<p id=f>Focused: ${e(U+'43')} hovered: ${e(U+'44')}</p>
<table><tr><th>Ticket<th>Issue<tr><td>1007<td>${e(U+'42')}<tr><td>1011<td>${e('')}<tr><td>1019<td>${e(U+'9')}</table>
</main>`
const head = `<style>:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif} body{margin:24px;max-width:760px;background:#fff;color:#1f2328} article{border-bottom:1px solid #8884;padding:4px 0} h1{font-size:24px}h2{font-size:17px;margin:6px 0} p{margin:6px 0} td,th{padding:4px 16px 4px 0;text-align:left}
@media (prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}}${BADGE_STYLE}</style><script type=module src="${site.script}"></script>`
for (const [name, o] of Object.entries({ light: {colorScheme:'light'}, dark: {colorScheme:'dark'}, forced: {forcedColors:'active', colorScheme:'dark'} })) {
  const c = await b.newContext({ ...(o as object), deviceScaleFactor: 1, viewport: { width: 820, height: 700 } })
  const p = await c.newPage()
  await p.goto(site.put({ head, body }))
  const links = p.locator('#f').getByRole('link')
  await links.nth(1).hover()
  await p.keyboard.press('Tab')
  await links.nth(0).focus()
  await p.screenshot({ path: `/tmp/badge-shots/${name}.png`, fullPage: true })
}
await b.close(); await site.close()
