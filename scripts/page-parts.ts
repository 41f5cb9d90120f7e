/**
 * A page with each part between the lines `<!-- name: command -->` and `<!-- end of name -->`. The rest stays.
 *
 * @param path is named in the error
 * @throws {Error} when the page lacks a part's lines
 */
export function withParts(
  text: string,
  parts: Record<string, string>,
  { path, command }: { path: string; command: string },
): string {
  return Object.entries(parts).reduce((before, [name, part]) => {
    const [start, end] = [`<!-- ${name}: ${command} -->`, `<!-- end of ${name} -->`]
    const from = before.indexOf(start)
    const to = before.indexOf(end, from)
    if (from < 0 || to < 0) throw new Error(`${path} needs the lines "${start}" and "${end}", in this order.`)
    return `${before.slice(0, from + start.length)}\n\n${part}\n\n${before.slice(to)}`
  }, text)
}
