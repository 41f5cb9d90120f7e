import { expect, test } from 'vitest'
import { markdownOf } from '../../support/render-input.ts'

/** An item as Outlook writes it. */
const item = (list: string, mark: string, text: string) =>
  `<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:${list} lfo1"><![if !supportLists]>` +
  `<span style="mso-list:Ignore">${mark}<span style="font:7pt">&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>\n`

const cases: Record<string, [html: string, markdown: string]> = {
  'dots on two levels': [
    `<div>${item('l0 level1', '·', 'Log in')}${item('l0 level2', 'o', 'as a guest')}${item('l0 level1', '·', 'Pay')}</div>`,
    '- Log in\n  - as a guest\n- Pay',
  ],
  'dots without a mark of Outlook, in lines that hang': [
    '<p style="margin-left:36pt;text-indent:-18pt"><span>·</span>&nbsp;&nbsp;&nbsp; Log in</p><p style="margin-left:36pt;text-indent:-18pt">·&nbsp;&nbsp; Pay</p>',
    '- Log in\n- Pay',
  ],
  'numbers, and letters below them': [
    `${item('l1 level1', '1.', 'One')}${item('l1 level2', 'a)', 'first')}${item('l1 level2', 'b)', 'second')}${item('l1 level1', '2.', 'Two')}`,
    '1. One\n   1. first\n   2. second\n2. Two',
  ],
  'two lists, one after the other': [
    `${item('l0 level1', '·', 'dot')}${item('l1 level1', '1.', 'one')}`,
    '- dot\n\n1. one',
  ],
  'a list that goes on after a paragraph': [
    `${item('l0 level1', '1.', 'one')}<p>then</p>${item('l0 level1', '2.', 'two')}`,
    '1. one\n\nthen\n\n2. two',
  ],
  'a list that begins on its third level': [item('l0 level3', '§', 'deep'), '- deep'],
  'a mark that is typed, without mso-list': [
    '<p class="x_MsoListParagraph"><span>·&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>one</p><p class="x_MsoListParagraph">·&nbsp;&nbsp;&nbsp; two</p>',
    '- one\n- two',
  ],
  'a paragraph of the class, without a mark': [
    '<p class="MsoListParagraph">only indented</p>',
    'only indented',
  ],
  'a mark in a wrapper is no mark of the wrapper': [
    `<div><p>Steps:</p><div>${item('l0 level1', '·', 'one')}</div></div>`,
    'Steps:\n\n- one',
  ],
  'a list beside its items, as Gmail writes it': [
    '<ul><li>Cart</li><ul><li>two items</li></ul><li>Checkout</li><li>Mail</li></ul>',
    '- Cart\n  - two items\n- Checkout\n- Mail',
  ],
  'a list beside numbered items': [
    '<ol><li>open</li><ul><li>as admin</li></ul><li>pay</li></ol>',
    '1. open\n   - as admin\n2. pay',
  ],
  'a list that is only indented': ['<ul><ul><li>one</li><li>two</li></ul></ul>', '- one\n- two'],
  'a number of its own': ['<ol><li>a</li><li value="5">b</li><li>c</li></ol>', '1. a\n\n5) b\n6) c'],
  'text beside items': ['<ul>loose<li>item</li></ul>', '- loose\n- item'],
  'a word in pieces beside items': ['<ol>bu<b>ild</b> 310<li>item</li></ol>', '1. bu**ild** 310\n2. item'],
  'items with paragraphs': ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n- b'],
  'an item of two paragraphs': ['<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
  'an inner list that begins with 3': ['<ul><li>a<ol start="3"><li>x</li></ol></li></ul>', '- a\n\n  3. x'],
  'a menu': ['<menu><li>a</li></menu>', '- a'],
  'empty items and lists': ['<p>a</p><ul><li></li><li>&nbsp;</li></ul><ol></ol>', 'a'],
}

test.each(Object.entries(cases))('A list of a mail stays a list: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})
