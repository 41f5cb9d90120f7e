import { describe, expect, test } from 'vitest'
import { messagesOf, mistakesOf } from '../../support/config-mistakes.ts'

const NO_KEY =
  'found no key, expected user (who signs notes), and mailboxes (tickets become issues) or ticket (issues become tickets) or both'

test.each([
  ['an empty file', ''],
  ['a file of comments', '# mailboxes: []\n'],
  ['a file of one blank value', '~\n'],
  ['an empty mapping', '{}'],
])('parseConfig names all that is needed, with an example, for %s', (_, text) => {
  expect(messagesOf(text)).toEqual([
    `1:1 ${NO_KEY}`,
    '  mailboxes: [support@example.org]',
    '  user: bot@example.org',
  ])
  expect(mistakesOf(text)).toHaveLength(1)
})

test('the example for an empty configuration is a configuration', () => {
  const [, ...example] = messagesOf('')
  expect(messagesOf(example.join('\n'))).toEqual([])
})

describe('A value that begins with # is a comment', () => {
  test.each([
    [
      'in a list',
      'user: 1\ncriteria:\n  tags: [bug, #regression]\nissue: { content: auto }\n',
      [
        '3:15 not valid YAML: "#regression]" is a comment, so the list before it has no ] – did you mean "#regression"?',
      ],
    ],
    [
      'in a list, without a blank before it',
      'criteria: { tags: [bug,#regression] }\n',
      [
        '1:24 not valid YAML: "#regression] }" is a comment, so the list before it has no ] – did you mean "#regression"?',
      ],
    ],
    [
      'at the end of the file',
      'criteria:\n  tags: [#bug]',
      ['2:10 not valid YAML: "#bug]" is a comment, so the list before it has no ] – did you mean "#bug"?'],
    ],
    [
      'in a mapping',
      'labels: { vip: { action: note, text: #urgent } }\nuser: 1\n',
      [
        '1:38 not valid YAML: "#urgent } }" is a comment, so the mapping before it has no } – did you mean "#urgent"?',
      ],
    ],
    [
      'in two lists',
      'mailboxes: [a@b.cd, # ops]\nuser: 1\ncriteria: { tags: [#bug] }\n',
      [
        '1:21 not valid YAML: "# ops]" is a comment, so the list before it has no ]',
        '3:20 not valid YAML: "#bug] }" is a comment, so the list before it has no ] – did you mean "#bug"?',
      ],
    ],
    [
      'in a list, after another mistake',
      'issue:\n\tcontent: full\ncriteria: { tags: [#bug] }\n',
      [
        expect.stringContaining('2:1 not valid YAML: Tabs'),
        '3:20 not valid YAML: "#bug] }" is a comment, so the list before it has no ] – did you mean "#bug"?',
      ],
    ],
  ])('a value with # %s gets a message that says so, and only that', (_, text, expected) => {
    expect(messagesOf(text)).toEqual(expected)
  })

  test('a value with # in a line of its own gets the message that quotes help', () => {
    expect(messagesOf('user: 1\ncriteria:\n  tags:\n    - #regression\n    - bug\n')).toEqual([
      expect.stringContaining(
        'criteria.tags[0]: found nothing but a comment, expected a tag as text – did you mean "#regression"?',
      ),
    ])
    expect(messagesOf('user: 1\nlabels: { vip: { action: note, text: "#a" } }')).toEqual([])
  })

  test('a comment that ends nothing is left alone', () => {
    const text = 'user: 1\nmailboxes: [a@b.cd, # see [1]\n  b@b.cd] # ]\ncriteria: { tags: ["#]", "[ #x"] }\n'
    expect(messagesOf(text)).toEqual([])
    const text2 = 'user: 1\nmailboxes: [a@b.cd, # ops\nissue: {}\n'
    expect(messagesOf(text2)).toEqual(['2:12 not valid YAML: the list that begins here has no ]'])
  })
})

describe('A text that was not UTF-8', () => {
  test('a text that was Latin-1 is refused at its first character that can not be read', () => {
    const text = Buffer.from(
      'user: 1\r\nlabels:\r\n  vip: { action: note, text: F\xfcr Kunden }\r\n',
      'latin1',
    ).toString()
    expect(messagesOf(text)).toEqual([
      '3:31 not UTF-8: this character cannot be read. Save the text as UTF-8 and write the character again',
    ])
  })

  test('a text that was Latin-1 is refused even when only a comment has such a character', () => {
    expect(messagesOf(Buffer.from('# f\xfcr uns\nuser: 1', 'latin1').toString())).toHaveLength(1)
  })

  test.each([
    ['with a mark at its start', '\ufeffuser: 1\n'],
    ['without one', 'user: 1\n'],
  ])('a text that was UTF-16 %s is refused, and no part of it is shown', (_, text) => {
    const bytes = Buffer.from(text, 'utf16le')
    for (const order of [bytes, Buffer.from(bytes).swap16()]) {
      expect(messagesOf(order.toString())).toEqual([
        '1:1 not UTF-8, but most likely UTF-16: save it as UTF-8',
      ])
    }
  })

  test('a text in UTF-8 may have any character and a mark at its start', () => {
    expect(messagesOf('\ufeffuser: 1\nlabels: { vip: { action: note, text: Für Kunden ✓ 😀 } }')).toEqual([])
  })
})
