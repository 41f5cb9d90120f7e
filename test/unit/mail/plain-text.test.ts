import { describe, expect, test } from 'vitest'
import { markdownOf } from '../../support/render-input.ts'

/** A mail of plain text as FreeScout stores it. */
function stored(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replaceAll('\n', '<br />\n')
}

function issueText(text: string): string {
  return markdownOf(stored(text))
}

const fence = (...lines: string[]) => ['```', ...lines, '```'].join('\n')

describe('A mail of plain text', () => {
  test('has paragraphs, and lines in them', () => {
    expect(issueText('One,\ntwo.\n\nThree.\n')).toBe('One,\\\ntwo.\n\nThree.')
  })

  test('has indented XML', () => {
    expect(issueText('<order>\n  <item>7</item>\n</order>')).toBe(
      fence('<order>', '  <item>7</item>', '</order>'),
    )
  })

  test('has code between three backticks, which may hold a trace', () => {
    const code = ['$ make', '  cc app.c', '    at pay (/srv/cart.js:7:15)', '    at main (/srv/index.js:2:1)']
    expect(issueText(['Look:', '```sh', ...code, '```', 'Why?'].join('\n'))).toBe(
      `Look:\n\n${fence(...code)}\n\nWhy?`,
    )
    expect(issueText('Look:\n```\nno end')).toBe('Look:\\\n\\`\\`\\`\\\nno end')
  })

  test('has code that is indented as in Markdown, unless all of it is', () => {
    expect(issueText('I ran:\n\n    $ make\n    cc app.c\n\nWhy?')).toBe(
      `I ran:\n\n${fence('    $ make', '    cc app.c')}\n\nWhy?`,
    )
    expect(issueText('    Dear all,\n    it fails\n\n    Ann')).toBe('Dear all,\\\nit fails\n\nAnn')
  })

  test('with format=flowed has whole sentences, at each depth of quotes', () => {
    const text =
      'The upload bar reaches 100 % and then starts again from 0 %, three \ntimes.\n\n' +
      '> The upload never ends, so I waited for twenty minutes and it went \n> around.\n>> Why?\n'
    expect(issueText(text)).toBe(
      'The upload bar reaches 100 % and then starts again from 0 %, three times.\n\n' +
        '> The upload never ends, so I waited for twenty minutes and it went around.\n>\n> > Why?',
    )
  })

  test('with a blank at the end of a short line has its lines', () => {
    expect(issueText('Name: Ann \nPlan: Pro \n\nIt fails.')).toBe(
      'Name: Ann \\\nPlan: Pro\n\nIt fails.'.replace('Ann \\', 'Ann\\'),
    )
  })

  test('has quotes, which stay whole without an attribution', () => {
    expect(issueText('I run\n> npm run build\n> tsc\n\nand wait.')).toBe(
      'I run\n\n> npm run build\\\n> tsc\n\nand wait.',
    )
  })

  test('has answers between quotes', () => {
    expect(issueText('On Wed, Nov 4, 2026 at 9:00 AM Acme wrote:\n> Which?\n\n9.2\n\n> Where?\n\n77')).toBe(
      '> Which?\n\n9.2\n\n> Where?\n\n77',
    )
  })

  test.each(['a\n', 'a\n\n', '> a\nb\n', '  at a (b:1:2)\n'])(
    'of 200 KB of short lines (%j) is shown',
    line => {
      expect(markdownOf(`<pre>${line.repeat(200_000 / line.length)}</pre>`).length).toBeGreaterThan(20_000)
      expect(markdownOf(line.replace('>', '&gt;').repeat(200_000 / line.length)).length).toBeGreaterThan(
        20_000,
      )
    },
  )

  test('in one <pre> is read alike', () => {
    expect(markdownOf('<pre>It fails.\n\n&gt; Try again.\n</pre>')).toBe('It fails.\n\n> Try again.')
  })
})

describe('In plain text, this is code', () => {
  test.each([
    [
      'a trace of Python',
      [
        'Traceback (most recent call last):',
        '  File "/srv/job.py", line 7, in <module>',
        '    run()',
        "KeyError: 'sku'",
      ],
    ],
    [
      'a trace of Java',
      [
        'java.lang.IllegalStateException: in use',
        '\tat a.b.Server.bind(Server.java:88)',
        'Caused by: java.net.BindException: busy',
        '\t... 2 more',
      ],
    ],
    [
      'a trace of JavaScript',
      ["TypeError: Cannot read 'id'", '    at pay (/srv/cart.js:7:15)', '    at async /srv/index.js:21:3'],
    ],
    [
      'a trace of .NET',
      [
        'System.NullReferenceException: none',
        '   at Acme.Cart.Pay(Int32 id) in C:\\Cart.cs:line 12',
        '   at Acme.Program.Main()',
      ],
    ],
    [
      'a trace of PHP',
      [
        'PHP Fatal error:  Uncaught TypeError: bad in /srv/a.php:7',
        'Stack trace:',
        '#0 /srv/b.php(12): a()',
        '#1 {main}',
        '  thrown in /srv/a.php on line 7',
      ],
    ],
    [
      'a trace of Go',
      [
        'panic: index out of range [3]',
        '',
        'goroutine 1 [running]:',
        'main.main()',
        '\t/srv/main.go:12 +0x1d',
      ],
    ],
    ['a trace of Ruby', ["app.rb:1:in 'run': no (RuntimeError)", "\tfrom app.rb:7:in 'main'"]],
    [
      'a trace of Rust',
      ["thread 'main' panicked at src/main.rs:4:5:", '   0: std::panicking::begin', '   1: app::main'],
    ],
    [
      'a log',
      ['2026-11-04 06:12:01,118 ERROR [main] start failed', '2026-11-04 06:12:02,001 INFO  [main] stop'],
    ],
    ['a log of the system', ['Nov  3 10:00:01 host app[7]: start', 'Nov  3 10:00:02 host app[7]: failed']],
    [
      'a log of requests',
      [
        '127.0.0.1 - - [04/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 500 12',
        '127.0.0.1 - - [04/Nov/2026:10:00:01 +0000] "GET /b HTTP/1.1" 200 12',
      ],
    ],
    ['YAML', ['cache:', '  ttl: 5', '  paths:', '    - /a', 'log: info']],
    ['JSON', ['{', '  "id": 7,', '  "items": [1]', '}']],
    [
      'a table of signs',
      ['+----+------+', '| id | name |', '+----+------+', '| 1  | a    |', '+----+------+'],
    ],
    ['a patch', ['--- a/x.txt', '+++ b/x.txt', '@@ -1 +1 @@', '-old', '+new']],
    ['columns', ['store    item    stock', 'Lyon     4711    -3']],
  ])('%s', (_, lines) => {
    expect(issueText(`It says:\n\n${lines.join('\n')}\n\nSince Monday.`)).toBe(
      `It says:\n\n${fence(...lines)}\n\nSince Monday.`,
    )
  })

  test('a trace right below a sentence, and a log without one around it', () => {
    const trace = ["Error: Cannot read 'id'", '    at pay (/srv/cart.js:7:15)']
    expect(issueText(`It says:\n${trace.join('\n')}\nSince Monday.`)).toBe(
      `It says:\n\n${fence(...trace)}\n\nSince Monday.`,
    )
  })
})

test.each([
  ['a list with long items', '1. open the page and wait\n   until it is there\n2. press F7'],
  ['an error in a sentence', 'TypeError: it fails\nwhen I press F7'],
  ['one line with a time', '10:00:00 it failed\nand again at noon'],
  ['a table of contents', 'at home (7:15)\nat work'],
])('In plain text, this is no code: %s', (_, text) => {
  expect(issueText(text)).not.toContain('```')
})

describe('In HTML, a trace or log is code as well', () => {
  test.each([
    [
      'lines of Gmail',
      '<div>It says:<br><div>TypeError: no</div><div>&nbsp; &nbsp; at pay (/srv/cart.js:7:15)</div><div>&nbsp; &nbsp; at main (/srv/index.js:2:1)</div><div>Since Monday.</div></div>',
    ],
    [
      'paragraphs of Outlook',
      '<p>It says:</p>\n<p>TypeError: no</p>\n<p>&nbsp;&nbsp;&nbsp; at pay (/srv/cart.js:7:15)</p>\n<p>&nbsp;&nbsp;&nbsp; at main (/srv/index.js:2:1)</p>\n<p>Since Monday.</p>',
    ],
  ])('%s', (_, html) => {
    const trace = fence('TypeError: no', '    at pay (/srv/cart.js:7:15)', '    at main (/srv/index.js:2:1)')
    expect(markdownOf(html)).toBe(`It says:\n\n${trace}\n\nSince Monday.`)
  })

  test('but not in a table', () => {
    const row = '<tr><td>10:00:01 start</td><td>7</td></tr>'
    expect(markdownOf(`<table>${row}${row}</table>`)).not.toContain('```')
  })
})
