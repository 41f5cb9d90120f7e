import fc from 'fast-check'
import { hostileText } from './random-html.ts'

/** An address in every encoding that a mail program, a link wrapper or a person gives it. */
export function encodings(address: string): string[] {
  const percent = encodeURIComponent(address)
  const everyLetter = [...new TextEncoder().encode(address)].map(
    byte => `%${byte.toString(16).padStart(2, '0')}`,
  )
  const base64 = Buffer.from(address).toString('base64')
  return [
    address,
    address.toUpperCase(),
    percent,
    encodeURIComponent(percent),
    everyLetter.join(''),
    address.replace('@', '&#64;'),
    address.replace('@', '&commat;'),
    address.replace('@', '&amp;#x40;'),
    address.replace('@', '\u200B@'),
    address.replace('@', '<b>@</b>'),
    ` ${base64} `,
    ` ${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')} `,
    ` https://shop.example.test/?u=${percent}&amp;v=1 `,
    `<a href="https://shop.example.test/${encodeURIComponent(percent)}">x</a>`,
    `<a href="https://shop.example.test/?d=${base64.replace(/=+$/, '')}">x</a>`,
    `<a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example.test%2F&amp;data=05%7C02%7C${percent}%7C1">x</a>`,
  ]
}

/** A change of a mail's HTML: something at a place between 0 and 1, or a piece of it left out, repeated or moved. */
type Change = {
  at: number
  to: number
  length: number
  piece: string
  kind: 'insert' | 'remove' | 'repeat' | 'move'
}

const tags = [
  'b',
  'i',
  'a href="https://example.org/"',
  'div',
  'p',
  'span',
  'blockquote',
  'blockquote type="cite"',
  'pre',
  'code',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'h2',
  'font face="monospace"',
  'center',
  'section',
  'address',
].flatMap(tag => [`<${tag}>`, `</${tag.split(' ')[0]}>`])

const pieces = [
  ...tags,
  '<br>',
  '<hr>',
  '&nbsp;',
  ' ',
  '\n',
  '-- ',
  '<br />\n-- <br />\n',
  '&gt; ',
  'word',
  '4711',
  '漢字',
]

/** Changes that leave the mail's words readable: tags, breaks and words at any place. */
export function changes(extra: readonly string[] = []): fc.Arbitrary<Change[]> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces, ...extra) },
    { weight: 1, arbitrary: extra.length > 0 ? fc.constantFrom(...extra) : fc.constant('x') },
  )
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  return fc.array(
    fc.record({
      at: place,
      to: place,
      length: fc.nat(300),
      piece,
      kind: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'repeat', 'move'),
    }),
    { maxLength: 6 },
  )
}

/** Changes that also put hostile text into the mail. */
export function hostileChanges(extra: readonly string[] = []): fc.Arbitrary<Change[]> {
  return fc
    .tuple(
      changes(extra),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), hostileText), { maxLength: 3 }),
    )
    .map(([known, hostile]) => [
      ...known,
      ...hostile.map(([at, piece]): Change => ({ at, to: at, length: 0, piece, kind: 'insert' })),
    ])
}

/** A mail's HTML with the changes made to it, one after the other. */
export function changed(html: string, list: Change[]): string {
  return list.reduce((text, { at, to, length, piece, kind }) => {
    const [from, target] = [Math.floor(at * text.length), Math.floor(to * text.length)]
    const cut = text.slice(from, from + length)
    if (kind === 'insert') return text.slice(0, from) + piece + text.slice(from)
    if (kind === 'repeat') return text.slice(0, target) + cut + text.slice(target)
    const rest = text.slice(0, from) + text.slice(from + length)
    return kind === 'remove' ? rest : rest.slice(0, target) + cut + rest.slice(target)
  }, html)
}
