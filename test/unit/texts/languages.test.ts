import { describe, expect, it } from 'vitest'
import { CATALOGUE, ruleOf, type TextName } from '../../../src/texts/catalogue.ts'
import { chooseTexts, LANGUAGE_CODES, LANGUAGES } from '../../../src/texts/choose.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { placeholdersIn } from '../../../src/texts/template.ts'

const names = Object.keys(CATALOGUE) as TextName[]
const texts = LANGUAGE_CODES.flatMap(code => names.map(name => [code, name, LANGUAGES[code][name]] as const))

describe('Each language', () => {
  it.each(LANGUAGE_CODES)('%s has every text of the catalogue and no other', code => {
    expect(Object.keys(LANGUAGES[code]).toSorted()).toEqual(names.toSorted())
  })

  it.each(texts)('%s: %s is one line with the placeholders that it may have', (_, name, text) => {
    const { placeholders, needs } = ruleOf(name)
    const used = placeholdersIn(text)
    expect(placeholders).toEqual(expect.arrayContaining(used))
    expect(new Set(used).size).toBe(used.length)
    if (needs) expect(used.some(one => needs.includes(one))).toBe(true)
    expect(text).toMatch(/^\S.*\S$/)
    expect(text).not.toMatch(/freescout-autolink|<!--| {2}/)
  })

  it.each(texts)('%s: %s says as much as in English', (_, name, text) => {
    expect(placeholdersIn(text).toSorted()).toEqual(placeholdersIn(ENGLISH[name]).toSorted())
  })

  it.each(['de', 'fr', 'es'] as const)(
    '%s differs from English in every text with words of its own',
    code => {
      const shared = names.filter(name => LANGUAGES[code][name] === ENGLISH[name])
      expect(shared.filter(name => !name.startsWith('through-'))).toEqual([])
    },
  )
})

it('The owner’s words are the English default', () => {
  expect(ENGLISH['issue-filed']).toBe('GitHub issue {number} filed: {url}')
  expect(ENGLISH['ticket-link']).toBe('FreeScout ticket: {url}')
  expect(ENGLISH['ticket-resolved']).toBe('FreeScout ticket resolved ({time}): {url}')
})

it('A text of the configuration takes the place of one text, and the others stay in the language', () => {
  const chosen = chooseTexts({ language: 'de', texts: { 'ticket-link': 'Vorgang {url}', by: undefined } })
  expect(chosen).toEqual({ ...LANGUAGES.de, 'ticket-link': 'Vorgang {url}' })
})
