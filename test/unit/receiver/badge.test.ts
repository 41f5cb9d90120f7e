import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BADGE_STYLE, badge } from '../../../receiver/badge.ts'
import { BADGE_SCRIPT } from '../../../receiver/badge-element.ts'
import { ISSUES, NO_ISSUES, SERVERS } from '../../support/badge-urls.ts'
import { receiver } from '../../support/receiver.ts'

/** The only shape that the badge's HTML may have. */
const SHAPE =
  /^<a class="github-issue-badge" href="https:\/\/[\w.:-]+\/[\w-]+\/[\w.-]+\/issues\/\d+" target="_blank" rel="noopener noreferrer" aria-label="GitHub issue [\w-]+\/[\w.-]+#\d+" title="Opens [\w.:-]+ in a new tab">[\w-]+\/[\w.-]+#\d+<\/a>$/

describe('The badge as HTML', () => {
  it('The badge is a link that names the issue and its host, and opens a new tab', () => {
    expect(badge('https://git.example.org/octo/repo/issues/42', { server: 'https://git.example.org' })).toBe(
      '<a class="github-issue-badge" href="https://git.example.org/octo/repo/issues/42" target="_blank" rel="noopener noreferrer" aria-label="GitHub issue octo/repo#42" title="Opens git.example.org in a new tab">octo/repo#42</a>',
    )
  })

  it.each(ISSUES)('The badge of %j is a link', (url, text, href) => {
    const html = badge(url)
    expect(html).toMatch(SHAPE)
    expect(html).toContain(` href="${href}"`)
    expect(html).toContain(`>${text}</a>`)
  })

  it.each(NO_ISSUES)('There is no badge for %s', (_what, url) => {
    expect(badge(url)).toBe('')
  })

  it.each(SERVERS)('With the server %j, the badge of %s is shown: %s', (server, url, isShown) => {
    expect(badge(url, { server }) !== '').toBe(isShown)
  })

  it.each([[undefined], [null]])('With the server %j, the badge trusts github.com', server => {
    expect(badge('https://github.com/o/r/issues/1', { server })).toMatch(SHAPE)
    expect(badge('https://evil.example/o/r/issues/1', { server })).toBe('')
  })

  it.each([[42], [{}], [['https://github.com', 'x']]])(
    'There is no badge with the server %j, which JSON may hold instead of a URL',
    server => {
      expect(badge('https://github.com/o/r/issues/1', { server: server as string })).toBe('')
    },
  )

  it.each([[undefined], [null], [42], [{}], [['https://github.com/o/r/issues/1', 'x']]])(
    'There is no badge for %j, which JSON may hold instead of a URL',
    value => {
      expect(badge(value as string)).toBe('')
    },
  )

  it('The badge is only ever a link, whatever the URL holds', () => {
    const signs = ['"', "'", '<', '>', '&', '`', '/', '\\', '..', '#', '?', ':', '@', '$1', '\n', 'o']
    const scrap = fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 2, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    )
    const near = fc
      .tuple(scrap, scrap, scrap, scrap, scrap, scrap)
      .map(([a, b, c, d, e, f]) => `${a}https://github${b}.com/o${c}/r${d}/issues/1${e}#${f}`)
    const seen = { links: 0, none: 0 }
    const isSafe = (url: string) => {
      const html = badge(url)
      seen[html === '' ? 'none' : 'links']++
      return html === '' || SHAPE.test(html)
    }
    fc.assert(fc.property(near, isSafe), { numRuns: 3000 })
    expect(Math.min(seen.links, seen.none)).toBeGreaterThan(30)
  })

  it('The badge reads a long text that is nearly a URL in less than a second', () => {
    const start = performance.now()
    for (const part of ['a', 'a.', 'a-', '..', '/', ':1'])
      for (const url of [`https://${part.repeat(200_000)}!`, `https://h/o/${part.repeat(200_000)}!`])
        expect(badge(url) + badge('https://github.com/o/r/issues/1', { server: url })).toBe('')
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('The badge takes its colours from the text around it', () => {
    expect(BADGE_STYLE).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|prefers-color-scheme/i)
  })
})

describe('The script of the custom element', () => {
  const get = (init?: RequestInit) => new Request('http://receiver.example/github-issue-badge.js', init)

  it('The receiver serves the script to pages of any origin while the flag is on', async () => {
    const response = await receiver().fetch(get())
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(await response.text()).toBe(BADGE_SCRIPT)
  })

  it('The receiver answers 404 without caching while the flag is off', async () => {
    const response = await receiver({ enabled: false }).fetch(get())
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ forwarded: false, reason: 'disabled' })
  })

  it('The receiver answers HEAD without the script', async () => {
    const response = await receiver().fetch(get({ method: 'HEAD' }))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('The receiver refuses %s for the script', async method => {
    const response = await receiver().fetch(get({ method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await response.json()).toEqual({ forwarded: false, reason: 'method-not-allowed' })
  })

  it('The script is valid JavaScript, smaller than 3 KB, and makes no requests', () => {
    expect(() => new Function(BADGE_SCRIPT)).not.toThrow()
    expect(Buffer.byteLength(BADGE_SCRIPT)).toBeLessThan(3 * 1024)
    expect(BADGE_SCRIPT).not.toMatch(/\b(?:import|fetch|XMLHttpRequest|eval|innerHTML|setTimeout)\b/)
  })
})
