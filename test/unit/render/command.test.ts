import { describe, expect, it } from 'vitest'
import { afterCommand } from '../../../src/render/command.ts'

/** The HTML after `/github`; `undefined` when the message does not begin with it. */
function textAfter(html: string): string | undefined {
  const read = afterCommand(html, '/github')
  if (read.kind === 'gave-up') throw new Error(read.reason)
  return read.value?.html
}

describe('The text after a command', () => {
  it.each([
    ['/github Hello', 'Hello'],
    ['<p>/github Hello <b>you</b></p>', '<p>Hello <b>you</b></p>'],
    ['<div>/github</div><div>Hello</div>', '<div>Hello</div>'],
    ['/github<br>Hello', 'Hello'],
    ['<p> <span>/GitHub\nHello</span></p>', '<p><span>Hello</span></p>'],
    ['&nbsp;/github&nbsp;Hello', 'Hello'],
    ['<p>/github</p>', ''],
    ['<p>/github</p><blockquote>Hello</blockquote>', '<blockquote>Hello</blockquote>'],
  ])('in %j is %j', (html, text) => {
    expect(textAfter(html)).toBe(text)
  })

  it.each([
    '<blockquote>/github Hello</blockquote>',
    '<pre>/github Hello</pre>',
    '<code>/github</code> Hello',
    '<p>/githubber</p>',
    '/github<i>ber</i>',
    'Say /github',
    '<p hidden>/github Hello</p>',
    '<!-- /github -->Hello',
    '<script>/github</script>Hello',
    '',
  ])('is none in %j', html => {
    expect(textAfter(html)).toBeUndefined()
  })

  it('of HTML that was built to exhaust a parser is not read, and nothing is thrown', () => {
    expect(afterCommand(`${'<b>'.repeat(20_000)}/github`, '/github')).toMatchObject({ value: undefined })
  })
})
