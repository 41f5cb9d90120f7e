import { styleText } from 'node:util'
import { expect, it } from 'vitest'
import { renderMarkdown } from '../../../demo/markdown.ts'
import { flow, type Style, widthOf } from '../../../demo/terminal.ts'

const plain = { width: 20, paint: (_: Style | Style[], text: string) => text }
const coloured = {
  width: 20,
  paint: (style: Style | Style[], text: string) => styleText(style, text, { validateStream: false }),
}

it('flow fills lines up to the width, and puts a longer word on its own line', () => {
  const text = 'one two three four https://example.org/a/long/one five'
  expect(flow([{ text, styles: [] }], 13, plain)).toEqual([
    'one two three',
    'four',
    'https://example.org/a/long/one',
    'five',
  ])
})

it('flow keeps a word with two styles together, and counts no colours', () => {
  const lines = flow(
    [
      { text: 'twelve let', styles: [] },
      { text: 'ters', styles: ['bold'] },
      { text: ' more', styles: [] },
    ],
    13,
    coloured,
  )
  expect(lines.map(widthOf)).toEqual(['twelve'.length, 'letters more'.length])
})

it('renderMarkdown shows Markdown as a terminal can', () => {
  const markdown =
    '**Done**, see [there](https://example.org):\n\n1. one\n2. two\n\n> a quote that is longer\n\n<!-- mark -->'
  expect(renderMarkdown(markdown, plain)).toEqual([
    'Done, see there:',
    '',
    '1. one',
    '2. two',
    '',
    '▎ a quote that is',
    '▎ longer',
    '',
    '<!-- mark -->',
  ])
})
