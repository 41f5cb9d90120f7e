import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toText } from 'hast-util-to-text'
import { type LeftOut, type MailOptions, readMail } from '../mail/steps.ts'
import { attempt, type Rendered, rendered } from './attempt.ts'
import { compact } from './compact.ts'
import { clean, oneLine } from './plain.ts'
import { withinLimits } from './source.ts'

/** A long mail has about 10,000. */
const NODE_LIMIT = 30_000
/** Every step after the parser is recursive. `withinLimits` keeps nearly every tree under this limit. */
const DEPTH_LIMIT = 200

/** How to read HTML. `link` maps an `href` to the URL of the link; without a URL only the link's text stays. */
type Reading = {
  link: (href: string) => string | undefined
  /** Changes the parsed tree in place, before it is made safe. */
  prepare?: (tree: Root) => void
  /** Set when the HTML is a mail, which is first changed to what its reader sees. */
  mail?: Partial<MailOptions>
}

/** `cut`: the end of the text is missing. `leftOut`: what a mail's steps left out. */
type SafeTree = { tree: Root; cut: boolean; leftOut: LeftOut[] }

/** What stays: text and its structure. No ids, classes or styles, no merged table cells, no comments. */
const SCHEMA: Schema = {
  tagNames: (
    'a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q s samp small span ' +
    'strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
  strip: (
    'script style title template noscript noframes noembed iframe frame object embed applet svg math audio video ' +
    'canvas select option textarea button datalist dialog map'
  ).split(' '),
  attributes: { a: ['href', 'rel'], ol: ['start'], td: ['align'], th: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
}

/**
 * Parses hostile HTML to a tree of harmless elements. An image becomes its name, a checkbox becomes ☐ or ☑, and
 * hidden elements are removed. Gives up on HTML that was built to exhaust a parser; never throws.
 */
export function safeTree(html: string, { link, prepare, mail }: Reading): Rendered<SafeTree> {
  return attempt(() => {
    const { tree, cut } = parse(html)
    prepare?.(tree)
    const leftOut = mail ? readMail(tree, mail) : []
    tree.children = tree.children.flatMap(child => simplify(child, link))
    const safe = sanitize(tree, SCHEMA)
    const root: Root = safe.type === 'root' ? safe : { type: 'root', children: [safe as RootContent] }
    compact(root)
    return rendered({ tree: root, cut, leftOut })
  })
}

/** The text that hostile HTML shows, with a line for each block and entities decoded. Gives up as `safeTree` does. */
export function shownText(html: string): Rendered<string> {
  return attempt(() => rendered(toText(parse(html).tree)))
}

/** @throws RangeError when the elements are nested too deeply for the parser. */
function parse(html: string): { tree: Root; cut: boolean } {
  const { source, cut } = withinLimits(html)
  const tree = fromHtml(source, { fragment: true })
  return { tree, cut: prune(tree) || cut }
}

/**
 * Cuts a tree, in place, to its first nodes, and puts the text of elements that are too deep into the element around
 * them. Returns whether nodes are missing. It works without recursion.
 */
function prune(tree: Root): boolean {
  const path: { parent: Root | Element; next: number }[] = [{ parent: tree, next: 0 }]
  let nodes = 0
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const { parent } = last
    const child = parent.children[last.next++]
    if (child && ++nodes > NODE_LIMIT) parent.children.splice(last.next - 1)
    else if (child?.type === 'element') {
      if (path.length >= DEPTH_LIMIT) child.children = textsIn(child)
      path.push({ parent: child, next: 0 })
      continue
    } else if (child) continue
    path.pop()
  }
  return nodes > NODE_LIMIT
}

/** The texts in an element, in their order and without recursion. */
function textsIn(parent: Root | Element): ElementContent[] {
  const texts: ElementContent[] = []
  const rest: (RootContent | ElementContent)[] = parent.children.toReversed()
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'text') texts.push(node, { type: 'text', value: ' ' })
    else if (node.type === 'element') rest.push(...node.children.toReversed())
  }
  return texts
}

function simplify<Node extends RootContent | ElementContent>(
  node: Node,
  link: (href: string) => string | undefined,
): (Node | ElementContent)[] {
  if (node.type === 'text') return [{ ...node, value: clean(node.value) }]
  if (node.type !== 'element') return [node]
  if (isHidden(node)) return []
  if (node.tagName === 'img') return [text(imageName(node))]
  if (node.tagName === 'input') {
    return node.properties.type === 'checkbox' ? [text(node.properties.checked ? '☑ ' : '☐ ')] : []
  }
  node.children = node.children.flatMap(child => simplify(child, link))
  if (node.tagName === 'a') {
    const href = link(String(node.properties.href ?? ''))
    if (!href) return node.children
    node.properties = { href, rel: ['nofollow', 'noopener', 'noreferrer'] }
  }
  return [node]
}

/**
 * Whether mail programs show nothing of this element: a hidden preview line, or an image of one pixel that counts
 * readers.
 */
function isHidden({ tagName, properties }: Element): boolean {
  if (
    tagName === 'img' &&
    [properties.width, properties.height].some(size => ['0', '1'].includes(String(size)))
  ) {
    return true
  }
  return (
    'hidden' in properties || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style))
  )
}

/** `[image: alt]`, or the file's name. Path and query are left out, because FreeScout puts the access token there. */
function imageName({ properties }: Element): string {
  const file = /^(?:https?:)?\/[^?#]*\/([^/?#]+\.[a-z0-9]{2,5})(?:[?#]|$)/i.exec(
    String(properties.src ?? ''),
  )?.[1]
  const name = oneLine(String(properties.alt ?? ''), 100) || oneLine(file ?? '', 100)
  return name ? `[image: ${name}]` : '[image]'
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
