import type { Link, Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkGithub, { type BuildUrlValues } from 'remark-github'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** Reads Markdown as GitHub does. `acting` lists the mentions and the references to issues and commits. */
export function read(markdown: string): { tree: Root; acting: string[] } {
  const acting: string[] = []
  const github = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkGithub, { repository: 'acme/app', buildUrl: seen })
  const tree = github.parse(markdown)
  github.runSync(structuredClone(tree))
  for (const line of withoutTags(tree)) github.runSync(line)
  return { tree, acting }

  function seen(values: BuildUrlValues): false {
    acting.push(JSON.stringify(values))
    return false
  }
}

/** Each block's text as one string, as a reader that drops the markup sees it. */
function withoutTags(tree: Root): Root[] {
  const lines: Root[] = []
  visit(tree, ['paragraph', 'heading', 'tableCell'], node => {
    lines.push({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: bare(node) }] }],
    })
    return 'skip'
  })
  return lines
}

function bare(node: Nodes): string {
  if (node.type === 'link') return ' '
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(bare).join('') : ' '
}

/** All nodes of the given types. */
export function all<Type extends Nodes['type']>(
  tree: Nodes,
  ...types: Type[]
): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = []
  visit(tree, node => {
    if ((types as string[]).includes(node.type)) found.push(node as Extract<Nodes, { type: Type }>)
  })
  return found
}

/** Where the links of a text lead. */
export function links(tree: Nodes): URL[] {
  return all(tree, 'link').map((link: Link) => new URL(link.url))
}

/** All text that people read, code included. */
export function textOf(tree: Nodes): string {
  return all(tree, 'text', 'inlineCode', 'code')
    .map(node => node.value)
    .join(' ')
}
