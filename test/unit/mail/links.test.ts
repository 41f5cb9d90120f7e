import { describe, expect, test } from 'vitest'
import { privateUrl } from '../../../src/mail/url-privacy.ts'
import { unwrapUrl } from '../../../src/mail/wrapped-links.ts'
import { markdownOf } from '../../support/render-input.ts'

const TARGET = 'https://shop.example/cart?item=7'
const PACKED = 'https%3A%2F%2Fshop.example%2Fcart%3Fitem%3D7'
const BASE64 = Buffer.from(TARGET).toString('base64url')

describe('A link wrapper gives its target', () => {
  test.each([
    [
      'Safe Links',
      `https://eur03.safelinks.protection.outlook.com/?url=${PACKED}&data=05%7C02%7Ca%40b.example&sdata=x`,
    ],
    ['Safe Links of a government', `https://gcc02.safelinks.protection.office365.us/?url=${PACKED}&data=x`],
    [
      'Safe Links copied from HTML source',
      `https://nam02.safelinks.protection.outlook.com/?data=x&amp;url=${PACKED}`,
    ],
    [
      'Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${PACKED}&locale=en`,
    ],
    ['urldefense v1', `https://urldefense.proofpoint.com/v1/url?u=${PACKED}&k=x`],
    [
      'urldefense v2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__shop.example_cart-3Fitem-3D7&d=DwMFAg&e=',
    ],
    ['urldefense v3', `https://urldefense.com/v3/__${TARGET}__;!!Ab3-_9!x1Y2z3$`],
    [
      'urldefense v3 with one slash',
      'https://urldefense.com/v3/__https:/shop.example/cart?item=7__;!!Ab3!x1$',
    ],
    ['Google', `https://www.google.co.uk/url?sa=D&q=${PACKED}&ust=1`],
    ['Google, in another parameter', `https://www.google.com/url?url=${PACKED}`],
    ['Facebook', `https://l.facebook.com/l.php?u=${PACKED}&h=AT0`],
    ['Instagram', `https://l.instagram.com/?u=${PACKED}&e=x`],
    ['LinkedIn', `https://www.linkedin.com/redir/redirect?url=${PACKED}`],
    ['Slack', `https://slack-redir.net/link?url=${PACKED}`],
    ['YouTube', `https://www.youtube.com/redirect?event=x&q=${PACKED}`],
    ['DuckDuckGo', `https://duckduckgo.com/l/?uddg=${PACKED}&rut=x`],
    ['Bing', `https://www.bing.com/ck/a?!&&p=x&u=a1${BASE64}&ntb=1`],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${PACKED}&c=E,1`],
    ['Sophos', `https://eu-west-1.protection.sophos.com/?d=shop.example&u=${BASE64}&i=x`],
    ['Cisco', `https://secure-web.cisco.com/1abc/${PACKED}`],
    ['Check Point', `https://url.avanan.click/v2/___${TARGET}___.YXAz`],
    [
      'one in the other',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://urldefense.com/v3/__https://www.google.com/url?q=${PACKED}__;!!A!b$`)}&data=x`,
    ],
  ])('%s', (_, url) => {
    expect(unwrapUrl(url)).toBe(TARGET)
  })

  test('urldefense v3 replaces characters by stars, and runs of them by a star and their length', () => {
    const bytes = Buffer.from('+ü~~~').toString('base64url')
    expect(unwrapUrl(`https://urldefense.com/v3/__https://a.example/?q=1*2*3**B4__;${bytes}!!x!y$`)).toBe(
      'https://a.example/?q=1+2ü3~~~4',
    )
  })

  test.each([
    ['any other URL', 'https://shop.example/url?url=https%3A%2F%2Fevil.example'],
    [
      'a host that only looks like one',
      `https://safelinks.protection.outlook.com.evil.example/?url=${PACKED}`,
    ],
    ['a target that is no web page', 'https://l.facebook.com/l.php?u=javascript%3Aalert(1)'],
    ['a wrapper without a target', 'https://eur03.safelinks.protection.outlook.com/?data=x'],
    ['broken escapes', 'https://urldefense.com/v2/url?u=https-3A__a-ZZ&d=x'],
    ['no URL', 'https://'],
  ])('But not %s', (_, url) => {
    expect(unwrapUrl(url)).toBe(url)
  })

  test('Wrappers in wrappers without end are given up', () => {
    let url = TARGET
    for (let layer = 0; layer < 8; layer++)
      url = `https://slack-redir.net/link?url=${encodeURIComponent(url)}`
    expect(unwrapUrl(url)).toMatch(/^https:\/\/slack-redir\.net/)
  })
})

describe('In a URL', () => {
  test.each([
    ['campaigns', 'https://a.example/p?utm_source=x&page=2&UTM_Campaign=y', 'https://a.example/p?page=2'],
    [
      'readers',
      'https://a.example/p?mc_cid=1&mc_eid=2&fbclid=3&gclid=4&_hsenc=5#top',
      'https://a.example/p#top',
    ],
    [
      'campaigns behind &amp;',
      'https://a.example/p?a=1&amp;utm_source=x&amp;b=2',
      'https://a.example/p?a=1&b=2',
    ],
    ['campaigns in the fragment', 'https://a.example/p#utm_source=x', 'https://a.example/p'],
  ])('%s are not counted', (_, url, expected) => {
    expect(privateUrl(url)).toBe(expected)
  })

  test.each([
    ['https://a.example/p?token=4f9a&lang=en', 'https://a.example/p?token=redacted&lang=en'],
    ['https://a.example/p?reset=4f9a', 'https://a.example/p?reset=redacted'],
    ['https://a.example/p?reset_password_token=4f9a', 'https://a.example/p?reset_password_token=redacted'],
    ['https://a.example/p?key=4f9a', 'https://a.example/p?key=redacted'],
    ['https://a.example/p?api-key=4f9a', 'https://a.example/p?api-key=redacted'],
    ['https://a.example/p?sig=4f%2B9a&sv=2026', 'https://a.example/p?sig=redacted&sv=2026'],
    [
      'https://a.example/p?X-Amz-Signature=4f9a&part=1',
      'https://a.example/p?X-Amz-Signature=redacted&part=1',
    ],
    ['https://a.example/p?accessToken=4f9a', 'https://a.example/p?accessToken=redacted'],
    ['https://a.example/cb#access_token=4f9a&state=1', 'https://a.example/cb#access_token=redacted&state=1'],
    ['https://a.example/#/reset?token=4f9a', 'https://a.example/#/reset?token=redacted'],
    ['https://a.example/password/reset/4f9a0b1c2d3e4f5a', 'https://a.example/password/reset/redacted'],
    ['https://a.example/invite/Ab12Cd34Ef56Gh78?lang=de', 'https://a.example/invite/redacted?lang=de'],
    ['https://a.example/cb?code=4f9a0b1c2d3e4f5a6b7c&page=2', 'https://a.example/cb?code=redacted&page=2'],
    ['https://a.example/p;jsessionid=AB12?x=1', 'https://a.example/p;jsessionid=redacted?x=1'],
    ['https://ann:secret@a.example/p', 'https://a.example/p'],
    ['https://a.example/p?x=eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', 'https://a.example/p?x=redacted'],
  ])('secrets are cut: %s', (url, expected) => {
    expect(privateUrl(url)).toBe(expected)
  })

  test.each([
    'https://a.example/orders/20261234567?sort_key=date&error_code=E-42&page=2',
    'https://a.example/keys?keyboard=us&monkey=1&author=ann&design=2&passenger=3',
    'https://a.example/reset/overview?reset=true&token=',
    'https://a.example/c/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567?id=7f3e0a1b-2c3d-4e5f-8071-8293a4b5c6d7',
    'https://a.example/a_(b)?q=a+b%20c&&x#L10',
    'mailto:ops@a.example?subject=x',
  ])('whatever else is there stays as it was written: %s', url => {
    expect(privateUrl(url)).toBe(url)
  })
})

describe('In a mail', () => {
  const wrapped = `https://eur03.safelinks.protection.outlook.com/?url=${PACKED}&amp;data=05%7C02%7Ca%40b.example%7C1&amp;reserved=0`

  test.each([
    ['a link leads to its target', `<a href="${wrapped}">the cart</a>`, `[the cart](${TARGET})`],
    ['a link’s text too', `<a href="${wrapped}">${wrapped}</a>`, `<${TARGET}>`],
    ['a URL in a sentence', `Open ${wrapped}, please.`, `Open <${TARGET}>, please.`],
    ['a URL in code', `<pre>GET ${wrapped}</pre>`, `\`\`\`\nGET ${TARGET}\n\`\`\``],
    [
      'a URL behind its text in angle brackets',
      `See the cart&lt;${wrapped}&gt; now`,
      `See the cart <${TARGET}> now`,
    ],
    [
      'a URL that is written twice',
      `https://a.example/x&lt;https://a.example/x&gt; or`,
      '<https://a.example/x> or',
    ],
    ['an address that is written twice', 'ops@a.example&lt;mailto:ops@a.example&gt;', 'ops\\@a.example'],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(`<p>${html}</p>`)).toBe(markdown)
  })

  test('a URL that names a user is not linked, as before', () => {
    expect(markdownOf('<a href="https://github.com:x@evil.example/">here</a>')).toBe('here')
  })
})
