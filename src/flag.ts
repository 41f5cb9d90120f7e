/** The flag that switches receiver, badge and action on: a variable of the repository, and of the receiver. */
export const FLAG = 'FLAG_FREESCOUT_GITHUB_AUTOLINK'

const OFF = ['', 'false', '0', 'off']
const ON = ['true', '1', 'on']

/**
 * Reads an on-or-off value. `name` is what the message calls it.
 *
 * @throws {Error} for anything that is neither on nor off, so that a typo (`ture`) is not a silent "off".
 */
export function parseFlag(value: string | undefined, name: string): boolean {
  const word = (value ?? '').trim().toLowerCase()
  if (OFF.includes(word)) return false
  if (ON.includes(word)) return true
  throw new Error(`${name} is "${value}". Use true, 1 or on; or false, 0, off or nothing at all.`)
}

/** Whether a value means on. A typo does not. */
export function isOn(value: string): boolean {
  return ON.includes(value.trim().toLowerCase())
}
