import type { Element } from 'hast'

/** The declarations of an element's `style`, by property in lower case. Values are in lower case, without `!important`. */
export type Style = ReadonlyMap<string, string>

/** Red, green, blue from 0 to 255; `transparent` shows nothing; `undefined` is not known. */
export type Colour = readonly [red: number, green: number, blue: number] | 'transparent' | undefined

/** The names that mails use for text that nobody should see. Any other name is not known. */
const NAMED: Record<string, Colour> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
  transparent: 'transparent',
}

const NO_STYLE: Style = new Map()

/** Reads the `style` of an element. What can't be read is left out. */
export function styleOf({ properties }: Element): Style {
  const { style } = properties
  if (typeof style !== 'string') return NO_STYLE
  const found = new Map<string, string>()
  for (const declaration of unescaped(style.replace(/\/\*.*?\*\//gs, '')).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration.slice(colon + 1).replace(/!\s*important/i, '')
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase())
  }
  return found
}

/** Undoes CSS escapes: `\6eone` is `none`. https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescaped(style: string): string {
  return style.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi,
    (_, hex: string | undefined, sign: string | undefined) =>
      hex === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  )
}

/** A length in pixels: `-9999px`, `0`, `1.5em`. `undefined` for a percentage and anything else that depends on others. */
export function pixels(length: string | undefined): number | undefined {
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|ex|in|cm|mm)?$/.exec(length ?? '')
  if (!found) return undefined
  const unit: Record<string, number> = { px: 1, pt: 4 / 3, em: 16, rem: 16, ex: 8, in: 96, cm: 38, mm: 3.8 }
  return Number(found[1]) * (unit[found[2] ?? 'px'] ?? 1)
}

/** Reads `#fff`, `#ffffff`, `rgb(…)`, `rgba(…)`, white and black in `hsl(…)`, and the names that hidden text has. */
export function colour(value: string | undefined): Colour {
  const text = value?.trim().toLowerCase() ?? ''
  if (text in NAMED) return NAMED[text]
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1]
  if (hex) {
    const pairs = hex.length === 3 ? [...hex].map(digit => digit + digit) : (hex.match(/../g) ?? [])
    return pairs.map(pair => Number.parseInt(pair, 16)) as unknown as Colour
  }
  if (/^#(?:[0-9a-f]{3}0|[0-9a-f]{6}0[0-9a-f])$/.test(text)) return 'transparent'
  const light = /^hsla?\(\s*[\w.]+[\s,]+[\d.]+%[\s,]+(\d{1,3})%/.exec(text)?.[1]
  if (light === '100') return [255, 255, 255]
  if (light === '0') return [0, 0, 0]
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number)
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return undefined
  if (parts.length > 3 && Number(parts[3]) < 0.1) return 'transparent'
  return [Number(parts[0]), Number(parts[1]), Number(parts[2])]
}

/** Whether nobody can tell the two colours apart. */
export function looksLike(one: Colour, other: Colour): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return false
  return one.every((part, at) => Math.abs(part - other[at]) <= 12)
}
