/** Parameters that may hold slashes. */
const WITH_SLASHES = ['path', 'ref', 'basehead']

/** An operation and the path's parameters, decoded. */
export type Found<Operation> = { operation: Operation; values: Record<string, string> }

/**
 * Finds the operation for a method and a path. Where several templates fit, the one with the fewest
 * parameters is meant: `/issues/comments/{comment_id}` before `/issues/{issue_number}/…`.
 */
export function createFinder<Operation>(
  paths: Record<string, Record<string, Operation>>,
): (method: string, path: string) => Found<Operation> | undefined {
  const templates = Object.entries(paths)
    .map(([template, operations]) => ({ ...patternOf(template), operations }))
    .sort((one, other) => one.names.length - other.names.length)
  return (method, path) => {
    for (const { pattern, names, operations } of templates) {
      const operation = operations[method.toLowerCase()]
      const found = operation && pattern.exec(path)
      if (!found) continue
      const values = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])
      return { operation, values: Object.fromEntries(values) }
    }
    return undefined
  }
}

function patternOf(template: string): { pattern: RegExp; names: string[] } {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
  const source = template
    .split(/\{(\w+)\}/)
    .map((part, index) =>
      index % 2 === 0 ? literally(part) : WITH_SLASHES.includes(part) ? '(.+)' : '([^/]+)',
    )
    .join('')
  return { pattern: new RegExp(`^${source}$`), names }
}

function literally(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
