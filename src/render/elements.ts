import type { BlockContent, PhrasingContent } from 'mdast'
import { neutraliseCode, oneLine } from './plain.ts'

/*
 * The small parts from which notes (HTML) and issues and comments (Markdown trees) are built.
 */

/** Plain text as HTML, for an element or an attribute. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, character => entities[character] ?? character)
}

/** A link as HTML. */
export function linkHtml({ url }: { url: string }, text: string): string {
  return `<a href="${escaped(url)}">${escaped(text)}</a>`
}

/** A paragraph of HTML in italics, for what we say about a text. */
export function remarkHtml(words: string): string {
  return `<p><em>${escaped(words)}</em></p>`
}

export function textNode(value: string): PhrasingContent {
  return { type: 'text', value }
}

export function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

/** A paragraph that we add, in italics: a reader can tell it from a customer's words. */
export function remark(value: string): BlockContent {
  return paragraph({ type: 'emphasis', children: [textNode(value)] })
}

/** A value in inline code, as one inert line of at most `limit` characters; `–` when nothing is left of it. */
export function inlineCode(value: string, limit: number): PhrasingContent {
  return { type: 'inlineCode', value: neutraliseCode(oneLine(value, limit)) || '–' }
}

/** Groups with ` · ` between them. */
export function separated(groups: PhrasingContent[][]): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [textNode(' · '), ...group]))
}
