import { DISPATCH_TYPE } from '../src/dispatch.ts'

const EVENT = 'repository_dispatch'
/** YAML's anchors, aliases and merges. */
const ALIAS = /[*&]\w|<</

/**
 * Whether a workflow file starts on the receiver's dispatches. It reads the `on` of a file as people write it, without
 * a parser for YAML, which would be larger than the receiver. What it doesn't understand (aliases, a file in one
 * line) but could be meant is `unsure`.
 */
export function hearsDispatch(text: string): 'yes' | 'no' | 'unsure' {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.replace(/(?:^|\s)#.*$/, '').trimEnd())
    .filter(line => line !== '')
  const section = sectionOf(lines)
  const event = dispatchIn(section)
  if (event !== undefined) return hearsType(event)
  const isClear = section.length > 0 && !section.some(line => line.includes(EVENT) || ALIAS.test(line))
  return isClear || !lines.some(line => line.includes(EVENT)) ? 'no' : 'unsure'
}

/** The lines of `on`: what stands behind the colon, and what is indented, or an item of a list, below it. */
function sectionOf(lines: string[]): string[] {
  const start = lines.findIndex(line => /^(["']?)on\1\s*:/.test(line))
  if (start < 0) return []
  const below = lines.slice(start + 1)
  const end = below.findIndex(line => /^[^\s-]/.test(line))
  const head = (lines[start] ?? '').replace(/^[^:]*:\s*/, '')
  return [head, ...(end < 0 ? below : below.slice(0, end))]
}

/** What is said of the event, empty for nothing; `undefined` when it isn't found. */
function dispatchIn([head = '', ...below]: string[]): string | undefined {
  const whole = [head, ...below].join(' ')
  if (head.startsWith('{')) {
    return new RegExp(`[{,]\\s*["']?${EVENT}["']?\\s*(?::\\s*(\\{[^{}]*\\}|\\w*)\\s*)?[,}]`)
      .exec(whole)
      ?.slice(1)
      .join('')
  }
  if (head !== '') return wordsOf(whole).includes(EVENT) ? '' : undefined

  const depth = Math.min(...below.map(indentOf))
  const at = below.findIndex(
    line =>
      indentOf(line) === depth && new RegExp(`^(?:-\\s+)?(["']?)${EVENT}\\1\\s*(?::|$)`).test(line.trim()),
  )
  if (at < 0) return undefined
  const after = below.slice(at + 1)
  const end = after.findIndex(line => indentOf(line) <= depth)
  const rest = (below[at] ?? '').replace(/^[^:]*(?::|$)/, '')
  return [rest, ...(end < 0 ? after : after.slice(0, end))].join(' ')
}

/** Without types, every type counts. */
function hearsType(event: string): 'yes' | 'no' | 'unsure' {
  if (ALIAS.test(event)) return 'unsure'
  const types = /["']?\btypes\b["']?\s*:(.*)/.exec(event)?.[1]
  return types === undefined || wordsOf(types).includes(DISPATCH_TYPE) ? 'yes' : 'no'
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,[\]{}"']+/)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
