import { CST, Lexer } from 'yaml'

/**
 * A list or mapping in brackets that has no end. `offset`: where its bracket is. `comment`: the comment in it that has the
 * closing bracket in its text, which is often a value that begins with `#`.
 */
export type OpenBracket = {
  kind: 'list' | 'mapping'
  closing: ']' | '}'
  offset: number
  comment?: { offset: number; text: string }
}

/** The tokens that the lexer adds to the text. They have no length in it. */
const MARKS = ['doc-mode', 'flow-error-end', 'scalar']

/**
 * Finds the brackets without an end, at most one for each list or mapping that another one does not hold: the innermost.
 * YAML's own message names the line after it, and nothing about a comment.
 */
export function findOpenBrackets(text: string): OpenBracket[] {
  const found: OpenBracket[] = []
  let open: OpenBracket[] = []
  let offset = 0
  const end = () => {
    const innermost = open.at(-1)
    if (innermost) found.push(innermost)
    open = []
  }
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    // The text of a scalar follows its mark, and may look like a bracket.
    const type: CST.TokenType | null = isScalar ? null : CST.tokenType(token)
    isScalar = type === 'scalar'
    const innermost = open.at(-1)
    if (type === 'flow-seq-start') open.push({ kind: 'list', closing: ']', offset })
    if (type === 'flow-map-start') open.push({ kind: 'mapping', closing: '}', offset })
    if (type === 'flow-seq-end' || type === 'flow-map-end') open.pop()
    if (type === 'flow-error-end') end()
    if (type === 'comment' && innermost && !innermost.comment && token.includes(innermost.closing)) {
      innermost.comment = { offset, text: token }
    }
    if (!type || !MARKS.includes(type)) offset += token.length
  }
  end()
  return found
}
