import { expect, test } from 'vitest'
import { htmlToBlocks } from '../../../src/render/markdown.ts'
import { markdownOf, policy } from '../../support/render-input.ts'

const hidden: Record<string, string> = {
  'display: none': '<div style="display:none!important">secret</div>',
  'a style in capitals': '<DIV STYLE="DISPLAY : NONE">secret</DIV>',
  'the attribute hidden': '<p hidden>secret</p>',
  'aria-hidden': '<div aria-hidden="true">secret</div>',
  'font-size: 0': '<div style="font-size:0;line-height:0">secret</div>',
  'a font of one pixel': '<span style="font:1px/1px Arial">secret</span>',
  'a size of nothing in the shorthand': '<p style="font:0/0 a">secret</p>',
  'a font size that is a part of nothing':
    '<div style="font-size:0px"><b style="font-size:2em">secret</b></div>',
  'opacity: 0': '<div style="opacity: 0.0">secret</div>',
  'max-height: 0': '<div style="max-height:0px;overflow:hidden">secret</div>',
  'no height': '<div style="height:0;overflow:hidden">secret</div>',
  'mso-hide': '<div style="mso-hide:all">secret</div>',
  visibility: '<div style="visibility:hidden">secret</div>',
  'white on white': '<font color="#FFFFFF">secret</font>',
  'nearly white on white': '<p style="color:#fdfdfd">secret</p>',
  'white on white, in rgb': '<p style="color:rgb(255, 255, 255)">secret</p>',
  'the colour of its cell':
    '<table><tr><td bgcolor="#336699"><b style="color:#369">secret</b></td></tr></table>',
  'a transparent colour': '<p style="color:rgba(0,0,0,0)">secret</p>',
  'off screen, from its place': '<p style="position:relative;left:-9999px">secret</p>',
  'Zendesk’s line': '<div>##- secret: type your reply above this line -##</div>',
  'off screen': '<p style="position:absolute;left:-9999px">secret</p>',
  'an indent out of the page': '<p style="text-indent:-9999px">secret</p>',
  clipped: '<p style="position:absolute;clip:rect(0 0 0 0)">secret</p>',
  scaled: '<p style="transform:scale(0)">secret</p>',
  'moved away': '<p style="transform:translateX(-9999px)">secret</p>',
  'a filter': '<p style="filter:opacity(0)">secret</p>',
  'a box of one pixel': '<p style="width:1px;height:1px;overflow:hidden">secret</p>',
  'an escape in the style': '<p style="display:\\6eone">secret</p>',
  'white in hsl': '<p style="color:hsl(0, 0%, 100%)">secret</p>',
  'a colour without any opacity': '<p style="color:#00000000">secret</p>',
  'a zoom of nothing': '<p style="zoom:0">secret</p>',
  'a mark of FreeScout': '<div>{#FS:c2VjcmV0#}</div>',
  'FreeScout’s line': '<div class="x_fsReplyAbove">-- secret --</div>',
  'a tracking pixel': '<img src="https://t.example/secret.gif" style="width:1px;height:1px">',
}

test.each(Object.entries(hidden))('What a mail program hides is not in the issue: %s', (_, html) => {
  const { kind, ...result } = htmlToBlocks(`<p>seen</p>${html}`, policy)
  expect(kind).toBe('rendered')
  expect(markdownOf(`<p>seen</p>${html}`)).toBe('seen')
  if (!('value' in result)) return
  const { leftOut } = result.value
  expect(leftOut.every(({ rule }) => rule !== '')).toBe(true)
  if (!html.startsWith('<img')) expect(leftOut.map(({ text }) => text).join()).toMatch(/secret|#FS:/)
})

const seen: Record<string, [html: string, markdown: string]> = {
  'a cell of no width, which grows with its text': [
    '<table style="max-width:0"><tr><td style="width:0;height:1px;overflow:hidden">late</td></tr></table>',
    'late',
  ],
  'white text alone, written on a dark page': [
    '<div style="color:#fff">order 4711 is late</div><div style="display:none">no</div>',
    'order 4711 is late',
  ],
  'text of a size, in a wrapper without one': [
    '<td style="font-size:0px"><div style="font-size:13px">order 4711</div></td>',
    'order 4711',
  ],
  'white on red': ['<span style="color:#fff;background:#c00">late</span>', 'late'],
  'white on a picture': ['<div style="background:url(x.png)"><p style="color:white">late</p></div>', 'late'],
  'white in a dark cell': [
    '<table><tr><td bgcolor="#000"><font color="white">late</font></td></tr></table>',
    'late',
  ],
  'text without a style in a black box': ['<div style="background:#000">late</div>', 'late'],
  'a hanging indent': ['<p style="text-indent:-18pt;margin-left:36pt">late</p>', 'late'],
  'half opaque': ['<p style="opacity:.8">late</p>', 'late'],
  'a link that Outlook draws itself': [
    '<a href="https://a.example/" style="mso-hide:all">pay</a>',
    '[pay](https://a.example/)',
  ],
  'text that is visible again': [
    '<div style="visibility:hidden">x <b style="visibility:visible">late</b></div>',
    '**late**',
  ],
  'a box that is moved a little': ['<p style="transform:translateX(-4px);zoom:1.5">late</p>', 'late'],
  'grey in hsl': ['<p style="color:hsl(0, 100%, 50%)">late</p>', 'late'],
  'a line of height 0': ['<div style="line-height:0">late</div>', 'late'],
  'the words around hidden blanks': ['late<span style="font-size:0"> </span>again', 'late again'],
}

test.each(Object.entries(seen))('What a mail program shows is in the issue: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})

test.each([
  'Please reply above this line',
  'Bitte über dieser Linie antworten',
  'この行の上に返信してください',
])('FreeScout’s line “%s” is left out, also in plain text', line => {
  expect(markdownOf(`It fails.<br>\n-- ${line} --<br>\nAlways.`)).toBe('It fails.\n\nAlways.')
  expect(markdownOf(`<p>It says "${line}" twice.</p>`)).toContain(line)
})

test('White text beside a picture is hidden: the picture is what the mail shows', () => {
  const html = '<div style="color:#fff">secret</div><img src="https://shop.example/a.png" width="300">'
  expect(markdownOf(html)).not.toContain('secret')
})
