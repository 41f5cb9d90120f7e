import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config/load.ts'
import { ConfigError } from '../../../src/config/mistakes.ts'

/** What is wrong with a configuration, one line for each mistake. */
function mistakesIn(yaml: string): string[] {
  try {
    parseConfig(`user: 1\n${yaml}`, { source: 'f.yml' })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.lines.filter(line => line.startsWith('f.yml:'))
    throw error
  }
}

const inBody = (template: string) => `issue:\n  body: |\n${template.replace(/^/gm, '    ')}`

describe('Texts of the configuration', () => {
  it.each([
    'language: de',
    'texts: { ticket-link: "Vorgang {url}" }',
    'texts: { closed-completed: "{issue} ist fertig {by}" }',
    'texts: { issue-filed: "Issue {number}" }',
    'texts: { note-empty: "Leer, siehe { }." }',
    'issue: { title: "[{mailbox}] {subject} {field:Severity}" }',
    inBody('## {subject}\n\n{facts}\n\n{message}\n\n- {link}'),
    inBody('<details>\n<summary>Mail</summary>\n\n{message}\n\n</details>'),
    inBody('<!-- for robots -->\n\n```\nno placeholder here\n```\n\n{message}'),
    inBody('Steps: `{}` and { "a": 1 }'),
    inBody('Run `npm test` for ``a`b`` and {subject}.'),
    inBody('[{subject}](https://example.org) costs $5[^1]\n\n[^1]: {mailbox}\n\n[docs]: https://example.org'),
    inBody('| {link} | {tags} |\n|---|---|'),
    inBody('<pre>\nno placeholder\n</pre>\n\n{message}'),
  ])('may be: %s', yaml => {
    expect(mistakesIn(yaml)).toEqual([])
  })

  it.each([
    ['language: it', 'language: found "it", expected en, de, fr or es'],
    ['texts: { ticket-lnk: "x" }', 'texts.ticket-lnk: unknown key – did you mean "ticket-link"?'],
    [
      'texts: { ticket-link: "Vorgang {number}" }',
      'texts.ticket-link: found "Vorgang {number}", expected one line of text with no placeholders except {url}, among them {url}, without "<!--" and "freescout-autolink"',
    ],
    ['texts: { ticket-link: "No address" }', 'among them {url}'],
    ['texts: { issue-filed: "Filed." }', 'among them {issue}, {number} or {url}'],
    ['texts: { note-empty: "Empty {url}" }', 'one line of text without placeholders'],
    ['texts: { ticket-link: "{url} <!-- x -->" }', 'without "<!--"'],
    ['texts: { ticket-link: "[freescout-autolink] {url}" }', 'and "freescout-autolink"'],
    ['texts: { ticket-link: "a\\n{url}" }', 'one line of text'],
    ['issue: { title: "{subjct}" }', 'text with no placeholders except {subject}'],
    ['issue: { title: "{message}" }', 'text with no placeholders except {subject}'],
    ['issue: { title: "{Subject}" }', 'text with no placeholders except {subject}'],
    ['issue: { title: "{{subject}}" }', 'text with no placeholders except {subject}'],
    ['issue: { title: "{ subject }" }', 'text with no placeholders except {subject}'],
    [inBody('{{ message }}'), 'Markdown with no placeholders except {facts}'],
    [inBody('{Field:x}'), 'Markdown with no placeholders except {facts}'],
    ['texts: { ticket-link: "{Url} {url}" }', 'one line of text with no placeholders except {url}'],
    [inBody('x'.repeat(5001)), 'expected at most 5000 characters'],
    [`issue: { title: "${'x'.repeat(201)}" }`, 'expected at most 200 characters'],
    [`texts: { note-empty: "${'x'.repeat(1001)}" }`, 'expected at most 1000 characters'],
    [inBody('{mesage}'), 'Markdown with no placeholders except {facts}'],
    [inBody('It says {message}'), '{message} on its own line'],
    [inBody('{link} {attachments}'), '{attachments} on its own line'],
    [inBody('```\n{subject}\n```'), 'no placeholder in HTML or code: {subject}'],
    [inBody('```\nx\n\n{subject}\n```'), 'no placeholder in HTML or code: {subject}'],
    [inBody('<summary>{subject}</summary>'), 'no placeholder in HTML or code: {subject}'],
    [inBody('Tags: `{tags}`'), 'no placeholder in HTML or code: {tags}'],
    [inBody('Tags: ` {tags}'), 'no placeholder in HTML or code: {tags}'],
    [inBody('<!--\n\n{message}\n\n-->'), 'no placeholder in HTML or code: {message}'],
    [inBody('<pre>\n\n{message}\n\n</pre>'), '<textarea> end before a blank line'],
    [inBody('[a]({subject})'), 'no placeholder in the address of a link: {subject}'],
    [inBody('See https://{subject}.'), 'no placeholder in the address of a link: {subject}'],
    [inBody('[docs]: {subject}'), 'no placeholder in the address of a link: {subject}'],
    [inBody('$ {subject} $'), 'no placeholder in a formula: {subject}'],
    ['issue: { body: "\\t~~~" }', 'the mark at the end of the issue would be lost'],
    [inBody('x\n\n    {subject}'), 'no placeholder in HTML or code: {subject}'],
    [inBody('{message}\n\n```\nnever closed'), 'the mark at the end of the issue would be lost'],
    [inBody('<!-- never closed\n\n{message}'), 'the mark at the end of the issue would be lost'],
    [inBody('<!-- freescout-autolink ticket=1 url=x -->'), 'a template without "freescout-autolink"'],
  ])('may not be: %s', (yaml, mistake) => {
    expect(mistakesIn(yaml)).toEqual([expect.stringContaining(mistake)])
  })
})
