/**
 * A text that a source file holds: a string or a template, with what it is added to by `+`; `…` stands for a hole.
 * `property` is the name that it is the value of, as in `todo: 'Wait.'`.
 */
export type Literal = { text: string; line: number; property?: string }

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\n': '' }
/** After these a `/` begins a regular expression; after anything else it divides. */
const BEFORE_A_PATTERN = /(?:^|[=(,:;!&|?{}[\n+>]|\breturn|\bcase)\s*$/

/**
 * The texts of a TypeScript file, in their order. A small reader instead of a parser: it knows comments, strings,
 * templates (nested ones too) and regular expressions, which is all that can hold a quote.
 */
export function literalsOf(source: string): Literal[] {
  const found: Literal[] = []
  let at = 0
  /** What stands between the last text and here, to distinguish `'a' + 'b'` from two texts. */
  let between = ''
  read(() => false)
  return found

  function read(isEnd: (character: string) => boolean): void {
    let depth = 0
    while (at < source.length) {
      const character = source.charAt(at)
      const two = source.slice(at, at + 2)
      if (depth === 0 && isEnd(character)) return
      if (two === '//') skipTo('\n')
      else if (two === '/*') skipTo('*/')
      else if (character === "'" || character === '"') add(quoted(character))
      else if (character === '`') add(template())
      else if (character === '/' && BEFORE_A_PATTERN.test(source.slice(Math.max(0, at - 20), at))) pattern()
      else {
        if (character === '{') depth++
        if (character === '}') depth--
        between += character
        at++
      }
    }
  }

  function add({ text, line }: Literal): void {
    const last = found.at(-1)
    const property = /(\w+):\s*$/.exec(between)?.[1]
    if (last && between.trim() === '+') last.text += text
    else found.push({ text, line, ...(property && { property }) })
    between = ''
  }

  function quoted(quote: string): Literal {
    const line = lineHere()
    let text = ''
    for (at++; at < source.length && source.charAt(at) !== quote; at++) text += character()
    at++
    return { text, line }
  }

  function template(): Literal {
    const line = lineHere()
    let text = ''
    for (at++; at < source.length && source.charAt(at) !== '`'; at++) {
      if (source.startsWith('${', at)) {
        const outer = between
        at += 2
        between = ''
        read(character => character === '}')
        between = outer
        text += '…'
      } else text += character()
    }
    at++
    return { text, line }
  }

  /** The character here; an escape is read as what it stands for, and `at` is left on its last sign. */
  function character(): string {
    if (source.charAt(at) !== '\\') return source.charAt(at)
    at++
    return ESCAPES[source.charAt(at)] ?? source.charAt(at)
  }

  function pattern(): void {
    let inClass = false
    for (at++; at < source.length; at++) {
      const sign = source.charAt(at)
      if (sign === '\\') at++
      else if (sign === '[') inClass = true
      else if (sign === ']') inClass = false
      else if ((sign === '/' && !inClass) || sign === '\n') break
    }
    at++
    between += 'x'
  }

  function skipTo(end: string): void {
    const next = source.indexOf(end, at)
    at = next < 0 ? source.length : next + end.length
  }

  function lineHere(): number {
    return source.slice(0, at).split('\n').length
  }
}
