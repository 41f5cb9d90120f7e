/*
 * A command is the word with which people ask for their comment or note to be relayed to the other side.
 */

/**
 * Whether a text begins with the command. It stands at the very beginning, and a space, a line break or the end follows:
 * `/supporters` is not `/support`. Upper and lower case are the same, as in GitHub's `startsWith`.
 */
export function beginsWithCommand(text: string, command: string): boolean {
  return commandLength(text, command) > 0
}

/** The length of the command at the beginning of the text, in UTF-16 units; 0 when the text does not begin with it. */
export function commandLength(text: string, command: string): number {
  const start = text.slice(0, command.length)
  const isAlone = !/^\S/.test(text.slice(command.length))
  return isAlone && start.toLowerCase() === command.toLowerCase() ? command.length : 0
}
