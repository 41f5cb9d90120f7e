/** One thing that `--check` looked at: good, to be put right, or not to be told from here. None holds a secret. */
export type Finding = {
  sign: '✓' | '✗' | '–'
  /** The variable, or the thing. */
  name: string
  found: string
  /** The one thing to do about it. */
  todo?: string
}

/** A finding as a line for people. */
export function findingLine({ sign, name, found, todo }: Finding): string {
  return `${sign} ${name}: ${found}${todo ? ` → ${todo}` : ''}`
}
