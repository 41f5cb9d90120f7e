import type { TextName, Texts } from './catalogue.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { SPANISH } from './spanish.ts'

/** The languages of the texts, by their ISO 639-1 codes. */
export const LANGUAGES = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH } as const

/** The codes of the languages, the default first. */
export const LANGUAGE_CODES = ['en', 'de', 'fr', 'es'] as const satisfies (keyof typeof LANGUAGES)[]

/** The texts of a language, with those that the configuration puts in their place. */
export function chooseTexts({
  language,
  texts,
}: {
  language: keyof typeof LANGUAGES
  texts: { [Name in TextName]?: string | undefined }
}): Texts {
  const own = Object.entries(texts).filter(([, text]) => text !== undefined)
  return { ...LANGUAGES[language], ...Object.fromEntries(own) }
}
