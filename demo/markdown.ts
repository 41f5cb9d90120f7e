import type { List, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { flow, type Piece, type Style, type Terminal } from './terminal.ts'

type Page = Pick<Terminal, 'width' | 'paint'>

/** Markdown as lines for a terminal, much as GitHub's page shows it; what is invisible there is dimmed here. */
export function renderMarkdown(markdown: string, page: Page): string[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return blocks(tree.children, page)
}

function blocks(nodes: RootContent[], page: Page): string[] {
  return nodes.flatMap((node, index) => [...(index > 0 ? [''] : []), ...block(node, page)])
}

function block(node: RootContent, page: Page): string[] {
  const { width, paint } = page
  switch (node.type) {
    case 'paragraph':
      return flow(pieces(node.children, []), width, page)
    case 'heading':
      return flow(pieces(node.children, ['bold']), width, page)
    case 'blockquote':
      return prefixed(blocks(node.children, { ...page, width: width - 2 }), paint('dim', '▎ '))
    case 'list':
      return list(node, page)
    case 'code':
      return prefixed(
        node.value.split('\n').map(line => paint('cyan', line)),
        '    ',
      )
    case 'thematicBreak':
      return [paint('dim', '─'.repeat(width))]
    case 'html':
      return node.value.split('\n').map(line => paint('dim', line))
    case 'table':
      return node.children.map(row =>
        row.children.map(cell => flow(pieces(cell.children, []), width, page).join(' ')).join('  │  '),
      )
    default:
      return flow([{ text: plain(node), styles: [] }], width, page)
  }
}

function list({ ordered, start, children }: List, page: Page): string[] {
  return children.flatMap((item, index) => {
    const bullet = ordered ? `${(start ?? 1) + index}. ` : '• '
    const inner = { ...page, width: page.width - bullet.length }
    const lines = item.children.flatMap(child => block(child, inner))
    return lines.map((line, at) => `${at === 0 ? bullet : ' '.repeat(bullet.length)}${line}`)
  })
}

function pieces(nodes: PhrasingContent[], styles: Style[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'strong':
        return pieces(node.children, [...styles, 'bold'])
      case 'emphasis':
        return pieces(node.children, [...styles, 'italic'])
      case 'delete':
        return pieces(node.children, [...styles, 'strikethrough'])
      case 'link':
        return pieces(node.children, [...styles, 'underline'])
      case 'inlineCode':
        return [{ text: node.value, styles: [...styles, 'cyan'] }]
      case 'break':
        return [{ text: '\n', styles }]
      case 'html':
        return [{ text: node.value, styles: [...styles, 'dim'] }]
      default:
        return [{ text: plain(node), styles }]
    }
  })
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  return 'children' in node ? node.children.map(plain).join('') : ''
}

function prefixed(lines: string[], prefix: string): string[] {
  return lines.map(line => `${prefix}${line}`.trimEnd())
}
