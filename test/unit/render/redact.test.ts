import { expect, test } from 'vitest'
import type { Person } from '../../../src/model.ts'
import { redaction } from '../../../src/render/redact.ts'

function person(firstName: string | null, lastName: string | null, email: string | null = null): Person {
  return { id: 1, type: 'customer', firstName, lastName, email }
}

test.each<[string, Person, string, string]>([
  ['a full name', person('Rodney', 'Robertson'), 'from Rodney Robertson.', 'from [redacted].'],
  ['a full name in capitals', person('Rodney', 'Robertson'), 'RODNEY  ROBERTSON', '[redacted]'],
  ['its parts', person('Rodney', 'Robertson'), 'Robertson, Rodney', '[redacted], [redacted]'],
  [
    'parts as capitalised only',
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
    'joined names, and their halves',
    person('Anne-Marie', "O'Neil"),
    "Anne-Marie, Anne, O'Neil",
    '[redacted], [redacted], [redacted]',
  ],
  ['letters beyond ASCII', person('Zoë', 'Łukasz'), 'Zoë Zoëlle Łukasz', '[redacted] Zoëlle [redacted]'],
  ['decomposed letters', person('Zoë', null), 'Zoe\u0308 and Zoe', '[redacted] and Zoe'],
  ['a name beside an underscore', person('Rodney', null), 'Rodney_log.txt', '[redacted]_log.txt'],
  [
    'an address in any capitals',
    person(null, null, 'zoë+a@example.org'),
    'ZOË+A@Example.org, zoa@example.org',
    '[redacted], zoa@example.org',
  ],
  [
    'an address in an address',
    person(null, null, 'a.b@example.org'),
    'mailto:a.b@example.org?x=1',
    'mailto:[redacted]?x=1',
  ],
  ['characters that mean something in patterns', person('(a+)+$', '[*'), '(a+)+$ [*', '[redacted]'],
])('Redaction of a person’s name and address: %s', (_, who, text, expected) => {
  expect(redaction([who])(text)).toBe(expected)
})

test('Redaction removes several people at once, the longer name first', () => {
  const redact = redaction([person('Anna', 'Lee'), person('Anna-Lena', 'Leeds'), person(null, null)])
  expect(redact('Anna-Lena Leeds and Anna Lee, Leeds')).toBe('[redacted] and [redacted], [redacted]')
})

test('Redaction without people changes nothing', () => {
  expect(redaction([])('Rodney')).toBe('Rodney')
})
