/**
 * Something that a person has set up can't be used. `message` has all of it: `lines`, and then the indented `example`.
 */
export class SetupError extends Error {
  override name = 'SetupError'
  /** Each mistake, or what is missing and then what to do. */
  readonly lines: readonly string[]
  /** Text of ours that would be right, of one or several lines; empty when there is none to show. */
  readonly example: string

  constructor(lines: readonly string[], example = '') {
    super([...lines, ...(example ? example.split('\n').map(line => `  ${line}`) : [])].join('\n'))
    this.lines = lines
    this.example = example
  }

  /** One sentence that stands for all lines; `undefined` when the first line does. */
  get summary(): string | undefined {
    return undefined
  }
}
