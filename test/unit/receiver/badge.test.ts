import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BADGE_STYLE, badge } from '../../../receiver/badge.ts'
import { BADGE_SCRIPT } from '../../../receiver/badge-element.ts'
import { ISSUES, NO_ISSUES } from '../../support/badge-urls.ts'
import { receiver } from '../../support/receiver.ts'

/** The only shape that the badge's HTML may have: nothing in it that was not looked for. */
const SHAPE =
  /^<a class="github-issue-badge" href="https:\/\/[\w.:-]+\/[\w-]+\/[\w.-]+\/issues\/\d+" target="_blank" rel="noopener noreferrer" aria-label="GitHub issue [\w-]+\/[\w.-]+#\d+" title="Opens [\w.:-]+ in a new tab">[\w-]+\/[\w.-]+#\d+<\/a>$/

describe('the badge as HTML', () => {
  it('is a link that names the issue, says where it leads, and opens beside the ticket', () => {
    expect(badge('https://git.example.org/octo/repo/issues/42')).toBe(
      '<a class="github-issue-badge" href="https://git.example.org/octo/repo/issues/42" target="_blank" rel="noopener noreferrer" aria-label="GitHub issue octo/repo#42" title="Opens git.example.org in a new tab">octo/repo#42</a>',
    )
  })

  it.each(ISSUES)('for %j', (url, text, href) => {
    const html = badge(url)
    expect(html).toMatch(SHAPE)
    expect(html).toContain(` href="${href}"`)
    expect(html).toContain(`>${text}</a>`)
  })

  it.each(NO_ISSUES)('is nothing for %s', (_what, url) => {
    expect(badge(url)).toBe('')
  })

  it.each([[undefined], [null], [42], [{}], [['https://github.com/o/r/issues/1', 'x']]])(
    'is nothing for %j, which JSON may hold instead',
    value => {
      expect(badge(value as string)).toBe('')
    },
  )

  it('holds nothing that could be anything but a link, whatever is in the URL', () => {
    const signs = ['"', "'", '<', '>', '&', '`', '/', '\\', '..', '#', '?', ':', '@', '$1', '\n', 'o']
    const scrap = fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 2, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    )
    const near = fc
      .tuple(scrap, scrap, scrap, scrap, scrap, scrap)
      .map(([a, b, c, d, e, f]) => `${a}https://g${b}h.com/o${c}/r${d}/issues/1${e}#${f}`)
    const seen = { links: 0, none: 0 }
    const isSafe = (url: string) => {
      const html = badge(url)
      seen[html === '' ? 'none' : 'links']++
      return html === '' || SHAPE.test(html)
    }
    fc.assert(fc.property(near, isSafe), { numRuns: 3000 })
    expect(Math.min(seen.links, seen.none)).toBeGreaterThan(30)
  })

  it('takes no time over a long text that nearly fits', () => {
    const start = performance.now()
    for (const part of ['a', 'a.', 'a-', '..', '/', ':1'])
      for (const url of [`https://${part.repeat(200_000)}!`, `https://h/o/${part.repeat(200_000)}!`])
        badge(url)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('takes its colours from the text around it', () => {
    expect(BADGE_STYLE).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|prefers-color-scheme/i)
  })
})

describe('the element’s script', () => {
  const get = (init?: RequestInit) => new Request('http://receiver.example/github-issue-badge.js', init)

  it('is served while the flag is on, to pages of any origin', async () => {
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

  it('is not there while the flag is off, and nobody remembers that', async () => {
    const response = await receiver({ enabled: false }).fetch(get())
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ forwarded: false, reason: 'disabled' })
  })

  it('answers HEAD without the text', async () => {
    const response = await receiver().fetch(get({ method: 'HEAD' }))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async method => {
    const response = await receiver().fetch(get({ method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await response.json()).toEqual({ forwarded: false, reason: 'method-not-allowed' })
  })

  it('is JavaScript as it stands, smaller than 3 KB, and asks nobody for anything', () => {
    expect(() => new Function(BADGE_SCRIPT)).not.toThrow()
    expect(Buffer.byteLength(BADGE_SCRIPT)).toBeLessThan(3 * 1024)
    expect(BADGE_SCRIPT).not.toMatch(/\b(?:import|fetch|XMLHttpRequest|eval|innerHTML|setTimeout)\b/)
  })
})
