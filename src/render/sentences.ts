import type { PhrasingContent } from 'mdast'
import type { PlaceholderOf, TextName, Texts } from '../texts/catalogue.ts'
import { fill } from '../texts/template.ts'
import { escaped } from './elements.ts'
import { ZERO_WIDTH } from './plain.ts'

/** The values of a text's placeholders. `undefined` and `''` leave nothing. */
export type Values<Name extends TextName, Value> = Record<PlaceholderOf<Name>, Value | undefined>

/** A value that is HTML already. */
export type Html = { html: string }

/** A text as plain words, such as `FreeScout ticket #7`. */
export function plainSentence<Name extends TextName>(
  texts: Texts,
  name: Name,
  values: Values<Name, string>,
): string {
  return fill<string>(texts[name], { words: words => words, values }).join('')
}

/** A text as HTML. Its words are escaped, and so are values that are plain. */
export function htmlSentence<Name extends TextName>(
  texts: Texts,
  name: Name,
  values: Values<Name, string | Html>,
): string {
  const given = Object.entries<string | Html | undefined>(values)
  const html = Object.fromEntries(
    given.map(([key, value]) => [key, typeof value === 'object' ? value.html : value && escaped(value)]),
  )
  return fill<string>(texts[name], { words: escaped, values: html }).join('')
}

/** A text as parts of a Markdown paragraph. The values are inert already, also behind an `@` or a `#` of the text. */
export function markdownSentence<Name extends TextName>(
  texts: Texts,
  name: Name,
  values: Values<Name, PhrasingContent[]>,
): PhrasingContent[] {
  const words = (text: string): PhrasingContent[] => [
    { type: 'text', value: text.replace(/[@#]$/, `$&${ZERO_WIDTH}`) },
  ]
  return fill<PhrasingContent[]>(texts[name], { words, values }).flat()
}
