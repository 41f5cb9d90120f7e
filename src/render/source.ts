import { type Token, Tokenizer, TokenizerMode } from 'parse5'

/** The renderer does not read text beyond this many characters. Attributes, styles and comments don't count. */
const TEXT_LIMIT = 256 * 1024
/** Longer HTML is not read to its end, however little text it has. FreeScout takes mails of about this size. */
const SOURCE_LIMIT = 32 * 1024 * 1024
/** A long mail has about 5,000 tags. */
const TAG_LIMIT = 10_000
/** Long mail threads have about 50 levels. The text of deeper elements stays, in the elements around them. */
const DEPTH_LIMIT = 180
/** Longer attributes hold pictures, tracking data or attacks. A link may have 2,000 characters. */
const ATTRIBUTE_LIMIT = 8_000
const ATTRIBUTES = 40

/** What these hold is data for a program or a form, or is drawn. The sanitiser would remove it as well. */
const DROPPED = new Set('style script title noscript noembed noframes iframe textarea svg math'.split(' '))
/** A parser reads the content of these as text, up to their end tag. */
const { RCDATA, RAWTEXT, SCRIPT_DATA } = TokenizerMode
const TEXT_MODES = new Map<string, Tokenizer['state']>([
  ...['title', 'textarea'].map(name => [name, RCDATA] as const),
  ...['style', 'noscript', 'noembed', 'noframes', 'iframe', 'xmp'].map(name => [name, RAWTEXT] as const),
  ['script', SCRIPT_DATA],
])
/** An unclosed drawing ends here, as in a parser. */
const ENDS_DRAWING = new Set('p div table ul ol blockquote h1 h2 h3 h4 h5 h6 hr pre center br'.split(' '))

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** A parser opens these again in every new paragraph until they are closed. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** What says how their text looks, or that it is hidden. */
const LOOKS = new Set(['style', 'color', 'face', 'hidden', 'aria-hidden'])
/** More of them in each other change nothing that a reader sees. */
const FORMATTING_LIMIT = 10
/** An end tag closes nothing outside of these. */
const SCOPES = new Set('table td th caption marquee'.split(' '))
/** The end tag of any other element closes nothing outside of these. */
const SPECIAL = new Set(
  (
    'address article aside blockquote body button center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hgroup html li listing main menu nav object ol p pre search section select ' +
    'summary table tbody td template tfoot th thead tr ul'
  ).split(' '),
)
/** A start tag of these closes one of the same kind, up to the list or table around both. */
const CLOSES: Record<string, [closed: string[], within: string[]]> = {
  p: [['p'], ['td', 'th', 'li', 'div', 'blockquote']],
  li: [['li'], ['ul', 'ol']],
  dt: [['dt', 'dd'], ['dl']],
  dd: [['dt', 'dd'], ['dl']],
  td: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  th: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  tr: [['tr'], ['table']],
}

/** HTML within all limits. `cut`: the end of it is missing. */
type Source = { source: string; cut: boolean }

/** An element that is open. `written`: its start tag is in the source. */
type Open = { name: string; written: boolean }

/**
 * Rewrites hostile HTML, in one pass and before a parser builds a tree from it, so that the tree is small: as much
 * text as fits from the start, and neither comments nor pictures, styles or scripts. Its elements are about as deep as
 * the limit allows; the sanitiser decides what is safe.
 *
 * A parser repeats every open `<b>`, `<font>` … in every new paragraph, but at most three that look the same ("Noah's
 * Ark clause"). So their attributes move to a `span` in them, and 30 KB can't become millions of elements.
 * https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
 */
export function withinLimits(html: string): Source {
  const pieces: string[] = []
  const open: Open[] = []
  let room = TEXT_LIMIT
  let tags = 0
  let skipped: string | undefined
  let cut = html.length > SOURCE_LIMIT

  const write = (text: string) => {
    if (skipped || cut) return
    cut = text.length > room
    pieces.push(escaped(text.slice(0, room)))
    room -= text.length
  }
  const tokenizer = new Tokenizer(
    {},
    {
      onCharacter: ({ chars }) => write(chars.toWellFormed()),
      onWhitespaceCharacter: ({ chars }) => write(chars.length > 1_000 ? ' ' : chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
      onStartTag: token => {
        const { tagName } = token
        if (skipped && !ENDS_DRAWING.has(tagName)) return
        const mode = TEXT_MODES.get(tagName)
        if (mode !== undefined) tokenizer.state = mode
        skipped = DROPPED.has(tagName) && !token.selfClosing ? tagName : undefined
        if (skipped || cut || tagName === 'plaintext') return
        cut = ++tags > TAG_LIMIT
        if (!cut) start(token)
      },
      onEndTag: ({ tagName }) => {
        if (skipped === tagName) skipped = undefined
        else if (!skipped && !cut) end(tagName)
      },
    },
  )
  tokenizer.write(html.slice(0, SOURCE_LIMIT), true)
  return { source: pieces.join(''), cut }

  function start({ tagName, attrs }: Token.TagToken): void {
    // The content of `xmp` is text. In a `pre`, it is text for every reader.
    const name = tagName === 'xmp' ? 'pre' : tagName
    const rule = CLOSES[name]
    if (rule) close(open, rule)
    const isRepeated =
      FORMATTING.has(name) && open.slice(-DEPTH_LIMIT).filter(isFormatting).length >= FORMATTING_LIMIT
    const written = VOID.has(name) || (open.length < DEPTH_LIMIT && !isRepeated)
    if (!VOID.has(name)) open.push({ name, written })
    if (!written || !/^[a-z][\w:-]*$/.test(name)) return
    const isBare = FORMATTING.has(name) && name !== 'a'
    const kept = isBare ? attrs.filter(({ name }) => LOOKS.has(name)) : attrs.slice(0, ATTRIBUTES)
    const attributes = kept.map(attribute).join('')
    pieces.push(isBare && attributes ? `<${name}><span${attributes}>` : `<${name}${attributes}>`)
  }

  function end(tagName: string): void {
    const name = tagName === 'xmp' ? 'pre' : tagName
    const at = indexOfOpen(open, name)
    const [closed] = FORMATTING.has(name) ? open.splice(at, at < 0 ? 0 : 1) : at < 0 ? [] : open.splice(at)
    if (closed ? !closed.written : ++tags > TAG_LIMIT) return
    if (/^[a-z][\w:-]*$/.test(name)) pieces.push(`</${name}>`)
  }
}

function isFormatting({ name }: Open): boolean {
  return FORMATTING.has(name)
}

/** Forgets the open elements that a start tag closes without an end tag. */
function close(open: Open[], [closed, within]: [closed: string[], within: string[]]): void {
  for (let at = open.length - 1; at >= 0; at--) {
    const { name } = open[at] as Open
    if (within.includes(name)) return
    if (closed.includes(name)) {
      open.splice(at)
      return
    }
  }
}

/** The place of the element that an end tag closes, or -1. */
function indexOfOpen(open: Open[], name: string): number {
  for (let at = open.length - 1; at >= 0; at--) {
    const around = (open[at] as Open).name
    if (around === name) return at
    if (SPECIAL.has(around) && !SPECIAL.has(name) && !FORMATTING.has(name)) return -1
    if (SCOPES.has(around) && !/^t(?:able|r|body|head|foot)$/.test(name)) return -1
  }
  return -1
}

function attribute({ name, value }: Token.Attribute): string {
  if (!/^[a-z][\w:.-]{0,60}$/.test(name) || /^on/.test(name)) return ''
  const isData = value.length > ATTRIBUTE_LIMIT || /^\s*data:/i.test(value)
  return ` ${name}="${isData ? '' : escaped(value).replaceAll('"', '&quot;')}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
