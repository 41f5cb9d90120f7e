import { expect, test } from 'vitest'
import type { Person } from '../../../src/model.ts'
import { redaction } from '../../../src/render/redact.ts'

function person(firstName: string | null, lastName: string | null, email: string | null = null): Person {
  return { id: 1, type: 'customer', firstName, lastName, email }
}

test.each<[string, Person, string, string]>([
  ['a full name', person('Rodney', 'Robertson'), 'from Rodney Robertson.', 'from [redacted].'],
  ['a full name in capitals', person('Rodney', 'Robertson'), 'RODNEY  ROBERTSON', '[redacted]'],
  ['the parts of a name', person('Rodney', 'Robertson'), 'Robertson, Rodney', '[redacted], [redacted]'],
  [
    'parts of a name only as they are capitalised',
    person('Will', 'Mark'),
    'Will will not mark it, Mark',
    '[redacted] will not mark it, [redacted]',
  ],
  [
    'whole words only',
    person('Rod', 'Son'),
    'Rodney, Robertson, Rod’s Sony',
    'Rodney, Robertson, [redacted]’s Sony',
  ],
  ['no part shorter than three letters', person('Li', 'Wu'), 'Li and Wu, Li Wu', 'Li and Wu, [redacted]'],
  [
    'joined names and their halves',
    person('Anne-Marie', "O'Neil"),
    "Anne-Marie, Anne, O'Neil",
    '[redacted], [redacted], [redacted]',
  ],
  [
    'names with letters beyond ASCII',
    person('Zoë', 'Łukasz'),
    'Zoë Zoëlle Łukasz',
    '[redacted] Zoëlle [redacted]',
  ],
  ['names with decomposed letters', person('Zoë', null), 'Zoe\u0308 and Zoe', '[redacted] and Zoe'],
  ['a name beside an underscore', person('Rodney', null), 'Rodney_log.txt', '[redacted]_log.txt'],
  [
    'an address with characters in it that nobody sees',
    person(null, null, 'a.b@example.org'),
    'a.\u00ADb@\u200Bexam\u2060ple.org',
    '[redacted]',
  ],
  [
    'an address in upper or lower case',
    person(null, null, 'zoë+a@example.org'),
    'ZOË+A@Example.org, zoa@example.org',
    '[redacted], zoa@example.org',
  ],
  [
    'an address inside a URL',
    person(null, null, 'a.b@example.org'),
    'mailto:a.b@example.org?x=1',
    'mailto:[redacted]?x=1',
  ],
  [
    'names with characters that mean something in patterns',
    person('(a+)+$', '[*'),
    '(a+)+$ [*',
    '[redacted]',
  ],
])('Redaction removes %s', (_, who, text, expected) => {
  expect(redaction([who])(text)).toBe(expected)
})

test('Redaction removes several people at once, the longer name first', () => {
  const redact = redaction([person('Anna', 'Lee'), person('Anna-Lena', 'Leeds'), person(null, null)])
  expect(redact('Anna-Lena Leeds and Anna Lee, Leeds')).toBe('[redacted] and [redacted], [redacted]')
})

test('Redaction without people changes nothing', () => {
  expect(redaction([])('Rodney')).toBe('Rodney')
})

const erika = person('Erika', 'Mustermann', 'erika.mustermann@customer.example')

test.each([
  ['percent-encoding', 'a=erika.mustermann%40customer.example&b', 'a=[redacted]&b'],
  ['percent-encoding in itself', 'a=erika.mustermann%252540customer.example&b', 'a=[redacted]&b'],
  [
    'percent-encoding of every letter',
    `x/${percent('erika.mustermann@customer.example')}/y`,
    'x/[redacted]/y',
  ],
  ['percent-encoding behind what looks like one', '7%Erika.Mustermann%40customer.example', '7%[redacted]'],
  ['percent-encoding behind a value', 'ticket=1erika.mustermann%40customer.example', 'ticket=1[redacted]'],
  [
    'percent-encoding behind half an escape',
    '100%' + 'erika.mustermann%2540customer.example',
    '100%[redacted]',
  ],
  ['entities', 'erika.mustermann&#64;customer&period;example or', '[redacted] or'],
  ['hexadecimal entities', 'erika&#x2E;mustermann&#x40;customer.example', '[redacted]'],
  ['entities in entities', 'erika.mustermann&amp;commat;customer.example', '[redacted]'],
  ['entities, percent-encoded', 'erika.mustermann%26%2364%3Bcustomer.example', '[redacted]'],
  ['JavaScript', 'erika.mustermann\\u0040customer\\x2eexample', '[redacted]'],
  ['quoted-printable', 'erika.mustermann=40customer.example', '[redacted]'],
  ['full-width letters', 'erika.mustermann＠customer．example', '[redacted]'],
  [
    'the address of a bounce',
    'bounce+7-erika.mustermann=customer.example@a.example',
    'bounce+7-[redacted]@a.example',
  ],
  ['words', 'erika.mustermann (at) customer.example', '[redacted]'],
  ['base64', `u/${packed('erika.mustermann@customer.example', 'base64')}.`, 'u/[redacted].'],
  ['base64url', `u/${packed('{"mail":"erika.mustermann@customer.example"}', 'base64url')}.`, 'u/[redacted].'],
  [
    'base64 behind letters',
    `a1${packed('https://a.example/?m=Erika.Mustermann%40customer.example', 'base64url')} b`,
    '[redacted] b',
  ],
  ['hexadecimal digits', `u=${packed('erika.mustermann@customer.example', 'hex')}.`, 'u=[redacted].'],
  [
    'a name in a URL',
    '/u/erika-mustermann?n=Erika+Mustermann&x=Mustermann%2C%20Erika',
    '/u/[redacted]?n=[redacted]&x=[redacted]%2C%20[redacted]',
  ],
])('Redaction finds a person in %s', (_, text, expected) => {
  expect(redaction([erika])(text)).toBe(expected)
})

test('Redaction finds names and domains beyond ASCII in UTF-8, Latin-1 and Punycode', () => {
  const redact = redaction([person('Zoë', null, 'zoë@müller.example')])
  expect(redact('a=Zo%C3%AB&b=Zo%EB, zo%C3%AB@xn--mller-kva.example')).toBe(
    'a=[redacted]&b=[redacted], [redacted]',
  )
})

test.each([
  '100%25 of 4711 orders: %41%zz &#9999999999; \\u12 =3 ZXJpa2E=',
  'ZXJpa2FAY3VzdG9tZXIuZXhhbXBsZXh4eHh4eHh4eHh4 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
])('Redaction leaves encoded text without a person as it is: %s', text => {
  expect(redaction([erika])(text)).toBe(text)
})

test.each([
  ['Tel: +49 30 5550 1234.', 'Tel: [redacted].'],
  ['Tel.: 030/5550-1234', 'Tel.: [redacted]'],
  ['Phone (030) 5550 1234', 'Phone [redacted]'],
  ['Tél. : 01 99 00 55 12 | Mobile : 06 39 98 55 12', 'Tél. : [redacted] | Mobile : [redacted]'],
  ['T +49 30 5550 1234 · M: 0171 5550123 · F. +49 30 99', 'T [redacted] · M: [redacted] · F. [redacted]'],
  ['Tlf. 12 34 56 78, тел.: +7 495 5550123', 'Tlf. [redacted], тел.: [redacted]'],
  ['Cell phone: 555-019-8877', 'Cell phone: [redacted]'],
  ['Handy 0171 5550123, Fax 030 5550123', 'Handy [redacted], Fax [redacted]'],
])('Redaction removes a marked telephone number: %s', (text, expected) => {
  expect(redaction([])(text)).toBe(expected)
})

test.each([
  'Order 0049 30 1234567, lot 0033 1400, invoice 2026-00417',
  'Call +49 30 5550 1234 is not marked',
  'iPhone 17 5501 2345, Microphone 12345678, hotel 20261234',
  'phone 192.168.100.200, T 4711 0815 22, Mobile 17.5.1, item M 0815 4711',
  'Phone model 12345678, tel 12345',
  'Model T: 4711 8899 12, ref. F: 2026-11-4711-00, Mobile: 17.1.2 (21B91)',
  'Work: 20261234567, D: 04.11.2026 10:00, T: 2026-11-04, P: 4711081522',
])('Redaction leaves a bare number: %s', text => {
  expect(redaction([])(text)).toBe(text)
})

function percent(text: string): string {
  return [...text].map(letter => `%${letter.charCodeAt(0).toString(16)}`).join('')
}

function packed(text: string, encoding: 'base64' | 'base64url' | 'hex'): string {
  return Buffer.from(text).toString(encoding)
}

test('Redaction finds an address whose first letters look like the end of an escape', () => {
  const redact = redaction([person(null, null, 'adam@b.example')])
  expect(redact('100%adam%40b.example, x=adam&#64;b.example, =adam=40b.example')).toBe(
    '100%[redacted], x=[redacted], =[redacted]',
  )
})
