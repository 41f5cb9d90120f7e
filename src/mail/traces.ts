import type { Range } from './lines.ts'

/** Lines that only a stack trace has. */
const FRAMES = [
  /^\s*at .{1,300}[(:].{0,300}\d+\)?\s*$/, // JavaScript, Java: `at pay (/srv/cart.js:7:15)`, `at a.B.c(B.java:8)`
  /^\s*at [\w$.<>`/]+\((?:Native Method|Unknown Source|[^)]{0,200})\)/, // Java and .NET without a line
  /^\s*at [\w$.<>`[\],]+\(.{0,200}\) in .{1,300}:line \d+/, // .NET
  /^\s*File ".{1,300}", line \d+/, // Python
  /^\s*#\d+ \{main\}|^\s*thrown in .{1,300} on line \d+/, // PHP
  /^\s*#\d+\s+\S.{0,300}(?:\(\d+\)|:\d+|\bin\b|\{main\})/, // PHP, gdb, sanitisers
  /^\s+from .{1,300}:\d+(?::in\b|$)/, // Ruby
  /^\S.{0,200}\.rb:\d+:in\b/, // Ruby
  /^\s+\S.{0,200}\.(?:go|rs|c|cc|cpp|swift):\d+/, // Go, Rust
  /^\s*\d+:\s+(?:0x[0-9a-f]+ - )?[\w<>:$]+::[\w<>:$]+/, // Rust
  /^\s*\.\.\. \d+ (?:more|common frames omitted)/, // Java
]
/** Lines with which a trace begins, or which stand between its frames. */
const HEADS = [
  /^\s*Traceback \(most recent call last\):/,
  /^\s*(?:Caused by|Suppressed):\s/,
  /^\s*Exception in thread /,
  /^\s*(?:Unhandled exception|Uncaught|Stack trace|Stacktrace|Backtrace|stack backtrace)\b.{0,200}:?/i,
  /^\s*(?:PHP )?(?:Fatal|Parse) error:\s/,
  /^\s*(?:panic:|goroutine \d+ \[|exit status \d+)/,
  /^[\w./*()]{1,200}\.[\w*()]{1,100}\([^()]{0,200}\)$/, // Go
  /^\s*thread '.{1,80}' .{0,20}panicked at/,
  /^\s*(?:--- End of (?:stack trace|inner exception)|During handling of the above exception|The above exception was)/,
]
/** The line of an error: `KeyError: 'sku'`, `java.lang.IllegalStateException: port in use`. */
const ERROR =
  /^\s*(?:Uncaught )?(?:[\w$]+[.:\\])*(?:[A-Z][\w$]*)?(?:Error|Exception|Warning|Failure|Interrupt|Exit)\b(?:\s*[:[(].*)?$/

/** Lines of a log: a time at the start, a level, a request. */
const LOG = [
  /^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/,
  /^\s*\[?\d\d[./]\w{2,3}[./]\d{2,4}[ :T]\d\d:\d\d/,
  /^\s*\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?\s+\S/,
  /^\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s\d\d:\d\d:\d\d\s/,
  /^\s*\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?[\s:[]/,
  /^\s*\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[/,
  /^\s*(?:npm|yarn|pip|cargo|gradle|mvn) (?:ERR!|WARN|error|warning)\b/,
]

/** Lines between two frames that belong to them: source code of a frame, blank lines. */
const MAX_BETWEEN = 3
/** Lines longer than this are not looked at. */
const MAX_LENGTH = 1_000

type Kind = 'frame' | 'head' | 'error' | 'log' | 'other'

/** Finds stack traces and logs in lines of plain text: at least two lines that look like one, and what stands between. */
export function findTraces(lines: string[]): Range[] {
  const kinds = lines.map(kindOf)
  const found: Range[] = []
  for (let at = 0; at < lines.length; at++) {
    if (kinds[at] === 'other') continue
    const to = endOfRun(lines, { kinds, at })
    const run = kinds.slice(at, to)
    const count = (...wanted: Kind[]) => run.filter(kind => wanted.includes(kind)).length
    const isTrace = count('frame') >= 2 || (count('frame') === 1 && count('head', 'error', 'log') > 0)
    if (isTrace || count('log') >= 2) found.push({ from: at, to })
    at = to - 1
  }
  return found
}

/** The line behind a run: marked lines with at most a few others between them, indented if they are not blank. */
function endOfRun(lines: string[], { kinds, at }: { kinds: Kind[]; at: number }): number {
  let to = at + 1
  for (let index = to; index < lines.length && index - to <= MAX_BETWEEN; index++) {
    const line = lines[index] ?? ''
    if (kinds[index] !== 'other') to = index + 1
    else if (line.trim() !== '' && !/^(?:\s{2,}|\t)/.test(line)) break
  }
  return to
}

function kindOf(line: string): Kind {
  if (line.length > MAX_LENGTH) return 'other'
  if (FRAMES.some(frame => frame.test(line))) return 'frame'
  if (HEADS.some(head => head.test(line))) return 'head'
  if (ERROR.test(line)) return 'error'
  return LOG.some(log => log.test(line)) ? 'log' : 'other'
}
