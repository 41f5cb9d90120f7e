import { stripVTControlCharacters, styleText } from 'node:util'

/** How text may look: `util.styleText`'s names. */
export type Style = Extract<Parameters<typeof styleText>[0], string>

/** Where lines go. `paint` leaves text as it is where colours are not wanted. */
export type Terminal = {
  /** In columns. */
  width: number
  paint: (style: Style | Style[], text: string) => string
  line: (text?: string) => void
}

/** Text with how it looks. */
export type Piece = { text: string; styles: Style[] }

/**
 * A terminal on a stream: colours when it is one and `NO_COLOR` is not set, or when `FORCE_COLOR` is; as wide as
 * it is between 60 and 100 columns, 80 when it isn't one.
 */
export function terminalOn(stream: NodeJS.WriteStream): Terminal {
  return {
    width: Math.min(100, Math.max(60, stream.columns || 80)),
    paint: (style, text) => styleText(style, text, { stream }),
    line: (text = '') => void stream.write(`${text}\n`),
  }
}

/** Fills lines of `width` columns with the pieces' words. A word that is longer has a line of its own. */
export function flow(pieces: Piece[], width: number, { paint }: Pick<Terminal, 'paint'>): string[] {
  const lines: Piece[][] = [[]]
  let used = 0
  for (const word of wordsOf(pieces)) {
    const length = word.pieces.reduce((sum, { text }) => sum + text.length, 0)
    const isFirst = lines.at(-1)?.length === 0
    if (word.breaks || (!isFirst && used + 1 + length > width)) {
      lines.push([...word.pieces])
      used = length
      continue
    }
    lines.at(-1)?.push(...(isFirst ? [] : [word.space]), ...word.pieces)
    used += length + (isFirst ? 0 : 1)
  }
  return lines.map(line =>
    joined(line)
      .map(({ text, styles }) => painted(text, styles, paint))
      .join(''),
  )
}

/** How many columns a painted text takes. */
export function widthOf(text: string): number {
  return stripVTControlCharacters(text).length
}

/** `count` and the noun, in the plural but for one. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

type Word = { pieces: Piece[]; space: Piece; breaks: boolean }

/** Words keep the pieces they are made of: in `**a**b` one word has two looks. */
function wordsOf(pieces: Piece[]): Word[] {
  const words: Word[] = []
  let isOpen = false
  for (const { text, styles } of pieces) {
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        isOpen = false
        if (part.includes('\n')) words.push({ pieces: [], space: { text: ' ', styles: [] }, breaks: true })
        continue
      }
      const piece = { text: part, styles }
      const last = words.at(-1)
      const continuesPiece = isOpen || last?.pieces.length === 0
      if (last && continuesPiece) last.pieces.push(piece)
      else words.push({ pieces: [piece], space: spaceBetween(last, styles), breaks: false })
      isOpen = true
    }
  }
  return words
}

/** A space inside one look has it too, so that an underline doesn't stop between words. */
function spaceBetween(last: Word | undefined, styles: Style[]): Piece {
  const isSame = last?.pieces.at(-1)?.styles.join() === styles.join()
  return { text: ' ', styles: isSame ? styles : [] }
}

function joined(line: Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const piece of line) {
    const last = runs.at(-1)
    if (last && last.styles.join() === piece.styles.join()) last.text += piece.text
    else runs.push({ ...piece })
  }
  return runs
}

function painted(text: string, styles: Style[], paint: Terminal['paint']): string {
  return styles.length ? paint(styles, text) : text
}
