const OFF = ['', 'false', '0', 'off']
const ON = ['true', '1', 'on']

/**
 * Reads the flag `FLAG_FREESCOUT_GITHUB_AUTOLINK`, which gates receiver and action alike.
 *
 * @throws {Error} for anything that is neither on nor off, so that a typo (`ture`) is not a silent "off".
 */
export function parseFlag(value: string | undefined, name: string): boolean {
  const word = (value ?? '').trim().toLowerCase()
  if (OFF.includes(word)) return false
  if (ON.includes(word)) return true
  throw new Error(`${name} is "${value}". Use true, 1 or on; or false, 0, off or nothing at all.`)
}
