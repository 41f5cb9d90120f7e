import { describe, expect, it } from 'vitest'
import { fill, placeholdersIn } from '../../../src/texts/template.ts'

const filled = (template: string, values: Record<string, string | undefined>) =>
  fill<string>(template, { words: words => words, values }).join('')

describe('A template', () => {
  it.each([
    ['{number} filed: {url}', ['number', 'url']],
    ['{field:component_tag} and {field:Severity, new}', ['field:component_tag', 'field:Severity, new']],
    ['no placeholder', []],
    ['{ "json": {} } {} {1} {Upper} { url }', []],
  ])('%s has the placeholders %j', (template, names) => {
    expect(placeholdersIn(template)).toEqual(names)
  })

  it('is filled with values, in which braces mean nothing', () => {
    expect(filled('{title} at {url}', { title: 'A {url} {x}', url: 'https://e.org' })).toBe(
      'A {url} {x} at https://e.org',
    )
  })

  it.each([
    [{ by: 'by ada', through: '(commit 1)' }, 'closed by ada (commit 1).'],
    [{ by: 'by ada' }, 'closed by ada.'],
    [{ through: '(commit 1)' }, 'closed (commit 1).'],
    [{ by: '', through: undefined }, 'closed.'],
  ])('loses the blank before a placeholder without a value: %j', (values, sentence) => {
    expect(filled('closed {by} {through}.', values)).toBe(sentence)
  })

  it('keeps a brace that is no part of a placeholder', () => {
    expect(filled('{ "a": {number} }', { number: '1' })).toBe('{ "a": 1 }')
  })
})
