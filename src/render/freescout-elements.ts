import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { markRaised } from '../mail/blocks.ts'
import { safeUrl } from './links.ts'

/**
 * FreeScout shows only some elements. It drops the tags of others, so `10<sup>6</sup>` becomes 106, and struck text
 * reads as valid. These have a neighbour that it shows; `''` keeps only what is inside.
 * https://github.com/freescout-help-desk/freescout/blob/dist/config/purifier.php
 */
const SHOWN_AS: Record<string, string> = {
  cite: 'i',
  dd: 'blockquote',
  del: 's',
  details: 'div',
  dfn: 'i',
  dl: 'div',
  ins: 'u',
  samp: 'code',
  span: '',
  small: '',
  tt: 'code',
  var: 'i',
}

/** These become a paragraph in bold. A heading would be twice as large as the other notes on the ticket. */
const TITLES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary'])

/** What GitHub's issue forms write for a field that was left empty. */
const NO_RESPONSE = /^\s*No response\s*$/

/**
 * Changes GitHub's HTML, in place, to elements that FreeScout shows. Pictures link to the issue, because their own
 * addresses need a login, or end after minutes. The result is not safe yet.
 * @throws RangeError when elements are nested too deeply.
 */
export function useFreeScoutElements(tree: Root, issueUrl: string): void {
  changeChildren(tree, { issueUrl, inLink: false })
  markRaised(tree)
}

/** Whether GitHub signed this address for a short time. It gives access without a login, so it must not be stored. */
export function isSigned({ hostname, searchParams }: URL): boolean {
  const names = [...searchParams.keys()].map(name => name.toLowerCase())
  const isGitHubs = /(?:^|\.)githubusercontent\.com$/.test(hostname)
  return names.some(
    name => name === 'x-amz-signature' || name === 'sig' || (isGitHubs && /^(?:jwt|token)$/.test(name)),
  )
}

/** The URL of a link on a ticket: the link's own, or the issue's when GitHub signed it. */
export function hrefOnTicket(href: string, issueUrl: string): string | undefined {
  const url = safeUrl(href)
  return url && isSigned(url) ? issueUrl : url?.href
}

type Place = { issueUrl: string; inLink: boolean }

function changeChildren(parent: Parents, place: Place): void {
  const children: Nodes[] = parent.children
  parent.children = withShortFields(children).flatMap<Nodes>((child, at) =>
    child.type === 'element' ? change(child, place, children[at + 1]) : [child],
  ) as typeof parent.children
}

/** An element as FreeScout shows it. `next` is the node behind it. */
function change(node: Element, place: Place, next: Nodes | undefined): ElementContent[] {
  const { tagName, properties } = node
  const linked = (content: ElementContent) => (place.inLink ? content : link(place.issueUrl, content))
  if (tagName === 'img') return [linked(node)]
  if (tagName === 'video' || tagName === 'audio') return [linked(text(`[${tagName}]`))]
  if (tagName === 'input' && properties.type === 'checkbox') return [box(node, next)]
  if (tagName === 'hr') return [element('p', [text('* * *')])]
  if (isCodeTable(node)) return [element('pre', [text(codeLines(node))])]
  if (isFootnoteReference(node)) return [text(`[${toText(node)}]`)]
  if (tagName === 'a' && 'dataFootnoteBackref' in properties) return []

  const isFootnote = tagName === 'sup' && node.children.some(isFootnoteReference)
  changeChildren(node, { ...place, inLink: place.inLink || tagName === 'a' })
  if (isFootnote) return node.children
  if (tagName === 'q') return [text('“'), ...node.children, text('”')]
  if (tagName === 'ol') return [numbered(node)]
  if (tagName === 'table') return captioned(node)
  if (hasClass(node, 'markdown-alert')) return [{ ...node, tagName: 'blockquote' }]
  if (TITLES.has(tagName) || hasClass(node, 'markdown-alert-title')) return title(node)
  const shownAs = SHOWN_AS[tagName]
  if (shownAs === '') return node.children
  return [shownAs ? { ...node, tagName: shownAs } : node]
}

/** Joins a heading of an issue form with the `No response` below it, so that an empty field is one line. */
function withShortFields(children: Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const child of children) {
    const before = result.findLastIndex(node => !isBlank(node))
    const heading = result[before]
    const isEmpty =
      isElement(child, 'p') && NO_RESPONSE.test(toText(child)) && heading && isElement(heading, 'h3')
    if (isEmpty) result.splice(before, result.length, emptyField(heading, child))
    else result.push(child)
  }
  return result
}

function emptyField(heading: Element, { children }: Element): Element {
  return element('p', [element('strong', heading.children), text(' – '), ...children])
}

/** A checkbox as a character, with exactly one space behind it. */
function box({ properties }: Element, next: Nodes | undefined): Text {
  const isSpaced = next?.type === 'text' && /^\s/.test(next.value)
  return text(`${properties.checked ? '☑' : '☐'}${isSpaced ? '' : ' '}`)
}

function isFootnoteReference(node: Nodes): boolean {
  return isElement(node, 'a') && 'dataFootnoteRef' in node.properties
}

/** Whether GitHub shows lines of a file in this table: a row for each line, with its number in the first cell. */
function isCodeTable(node: Element): boolean {
  return node.tagName === 'table' && hasClass(node, 'js-file-line-container') && codeLines(node) !== ''
}

function codeLines(table: Element): string {
  const lines: string[] = []
  visit(table, 'element', cell => {
    if (cell.tagName === 'td' && hasClass(cell, 'js-file-line'))
      lines.push(toText(cell, { whitespace: 'pre' }))
  })
  return lines.map(line => line.replace(/\n$/, '')).join('\n')
}

/** FreeScout drops the number that a list starts with, so each item says its own. */
function numbered(list: Element): Element {
  let number = Number(list.properties.start ?? 1)
  if (!Number.isSafeInteger(number) || number === 1) return list
  for (const item of list.children) {
    if (!isElement(item, 'li')) continue
    const first = item.children.find(child => !isBlank(child))
    const line = first && isElement(first, 'p') ? first : item
    line.children.unshift(text(`${number++}. `))
  }
  return { ...list, tagName: 'ul', properties: {} }
}

/** FreeScout drops a table's caption, so it stands in front of the table. */
function captioned(table: Element): ElementContent[] {
  const captions = table.children.filter(child => isElement(child, 'caption'))
  table.children = table.children.filter(child => !isElement(child, 'caption'))
  return [...captions.flatMap(title), table]
}

/** A paragraph in bold. What has paragraphs in it stays as it is. */
function title({ children }: Element): ElementContent[] {
  if (children.some(child => isElement(child, 'p') || isElement(child, 'div'))) return children
  return [element('p', [element('strong', children)])]
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

function isElement(node: Nodes, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function link(href: string, content: ElementContent): Element {
  return { type: 'element', tagName: 'a', properties: { href }, children: [content] }
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function text(value: string): Text {
  return { type: 'text', value }
}
