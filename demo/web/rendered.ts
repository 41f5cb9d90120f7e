import type { Nodes as HtmlNode } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import type { Nodes as MarkdownNode, TableRow } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { REPOSITORY } from '../services.ts'
import { placeInDocuments } from './documents.ts'
import { issuePlace, type SafeNode, TAGS, ticketPlace } from './protocol.ts'

type Tag = (typeof TAGS)[number]

/** Markdown as the page shows it. HTML comments vanish, as on GitHub; other HTML is shown as it is written. */
export function renderMarkdown(markdown: string): SafeNode[] {
  return memoised(markdown, () => {
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return tree.children.flatMap(fromMarkdownNode)
  })
}

/** A ticket's HTML as the page shows it: what is not known to be harmless is left out. */
export function renderHtml(html: string): SafeNode[] {
  return memoised(`html:${html}`, () => fromHtmlNode(sanitize(fromHtml(html, { fragment: true }))))
}

const KNOWN = new Map<string, SafeNode[]>()
/** More texts than a demo has. */
const MOST_KNOWN = 500

/** The state is rendered many times a second, and its texts hardly ever change. */
function memoised(key: string, render: () => SafeNode[]): SafeNode[] {
  const known = KNOWN.get(key)
  if (known) return known
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const made = render()
  KNOWN.set(key, made)
  return made
}

const PLAIN_TAGS: Partial<Record<MarkdownNode['type'], Tag>> = {
  paragraph: 'p',
  heading: 'h4',
  blockquote: 'blockquote',
  listItem: 'li',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
}

function fromMarkdownNode(node: MarkdownNode): SafeNode[] {
  const inner = () => ('children' in node ? node.children.flatMap(fromMarkdownNode) : [])
  const plain = PLAIN_TAGS[node.type]
  if (plain) return [element(plain, inner())]
  switch (node.type) {
    case 'list':
      return [element(node.ordered ? 'ol' : 'ul', inner())]
    case 'link':
      return link(node.url, inner())
    case 'inlineCode':
      return [element('code', [node.value])]
    case 'code':
      return [element('pre', [node.value])]
    case 'break':
      return [element('br', [])]
    case 'thematicBreak':
      return [element('hr', [])]
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim()) ? [] : [node.value]
    case 'table':
      return [table(node.children)]
    case 'image':
      return [node.alt ?? '']
    case 'text':
      return [node.value]
    default:
      return inner()
  }
}

function table([head, ...rows]: TableRow[]): SafeNode {
  const row = (tag: 'th' | 'td', { children }: TableRow) =>
    element(
      'tr',
      children.map(cell => element(tag, cell.children.flatMap(fromMarkdownNode))),
    )
  return element('table', [
    element('thead', head ? [row('th', head)] : []),
    element(
      'tbody',
      rows.map(each => row('td', each)),
    ),
  ])
}

/** Other names for what the page can show. */
const SAME: Record<string, Tag> = { b: 'strong', i: 'em', s: 'del', h1: 'h4', h2: 'h4', h3: 'h4', div: 'p' }

function fromHtmlNode(node: HtmlNode): SafeNode[] {
  if (node.type === 'text') return [node.value]
  if (!('children' in node)) return []
  const inner = node.children.flatMap(fromHtmlNode)
  if (node.type !== 'element') return inner
  if (node.tagName === 'a') return link(String(node.properties.href ?? ''), inner)
  const tag = SAME[node.tagName] ?? TAGS.find(known => known === node.tagName)
  return tag ? [element(tag, inner)] : inner
}

/** A link that leads to a place on this page or to the documentation, or just its text: the emulated services have no pages. */
function link(href: string, children: SafeNode[]): SafeNode[] {
  const place = placeOf(href)
  return place ? [{ tag: 'a', href: place, children }] : children
}

/** Where an address leads in the demo: to a ticket or an issue on the page, or to a page of the documentation. */
export function placeOf(href: string): string | undefined {
  const issues = `https://github.com/${REPOSITORY}/issues/`
  const [, issue] = (href.startsWith(issues) && /^(\d+)(?:#|$)/.exec(href.slice(issues.length))) || []
  if (issue) return `#${issuePlace(Number(issue))}`
  const [, ticket] = /^http:\/\/127\.0\.0\.1:\d+\/conversation\/(\d+)$/.exec(href) ?? []
  if (ticket) return `#${ticketPlace(Number(ticket))}`
  return placeInDocuments(href)
}

function element(tag: Tag, children: SafeNode[]): SafeNode {
  return { tag, children }
}
