/** What an issue's text looks like when `issue.body` is left out. */
export const DEFAULT_BODY = '{facts}\n\n{message}\n\n{attachments}'

/** A part of a template: words as they were written, or the name of a placeholder. */
type Part = { kind: 'words'; words: string } | { kind: 'placeholder'; name: string }

/** A placeholder such as `{url}`, or `{field:component_tag}` with the name of a custom field. */
const PLACEHOLDER = /\{([a-z][a-z-]*(?::[^{}\n]{1,200})?)\}/g

/** Splits a template at its placeholders. A brace that is no part of a placeholder is a word like any other. */
function partsOf(template: string): Part[] {
  return template
    .split(PLACEHOLDER)
    .map(
      (part, index): Part =>
        index % 2 ? { kind: 'placeholder', name: part } : { kind: 'words', words: part },
    )
    .filter(part => part.kind === 'placeholder' || part.words !== '')
}

/** The names of the placeholders in a template, in their order. */
export function placeholdersIn(template: string): string[] {
  return partsOf(template).flatMap(part => (part.kind === 'placeholder' ? [part.name] : []))
}

/**
 * Fills a template. `words` makes the result's parts from the template's own words. A placeholder without a value, or with
 * an empty one, leaves nothing, and takes the blank before it along.
 */
export function fill<Piece>(
  template: string,
  { words, values }: { words: (text: string) => Piece; values: Record<string, Piece | undefined> },
): Piece[] {
  const isEmpty = (name: string) => values[name] === undefined || values[name] === ''
  const parts = partsOf(template)
  return parts.flatMap((part, index): Piece[] => {
    if (part.kind === 'placeholder') {
      const value = values[part.name]
      return value === undefined || value === '' ? [] : [value]
    }
    const next = parts[index + 1]
    const losesBlank = next?.kind === 'placeholder' && isEmpty(next.name)
    return [words(losesBlank ? part.words.replace(/[ \u00A0]$/, '') : part.words)]
  })
}

/**
 * The source of a pattern that finds a placeholder with another name than the known ones. A word in braces with capitals, with
 * blanks, or in two braces counts: its author meant a placeholder. `more` are known patterns besides names.
 */
export function unknownPlaceholder(known: readonly string[], more: readonly string[] = []): string {
  const names = [...known, ...more].join('|') || '(?!)'
  return `(?:\\{[ \\t]*(?!(?:${names})\\})[A-Za-z][A-Za-z-]*(?::[^{}]*)?[ \\t]*\\}|\\{\\{[A-Za-z])`
}
