import { type SafeNode, TAGS } from './protocol.ts'

type Child = Node | string | null | undefined | false

/** An element with attributes and children; text is never read as HTML. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return made
}

/** Where links may lead: to a ticket or an issue on this page, or to a page of the documentation that the demo serves. */
const PLACE = /^(#(ticket|issue)-\d+|\/[\w./-]+\.md(#[\p{L}\p{N}_-]+)?)$/u

/** The nodes of a rendered text. Whatever is sent, only known elements are made, and links lead to known places only. */
export function nodesOf(safe: SafeNode[]): Node[] {
  return safe.map(node => {
    if (typeof node === 'string') return document.createTextNode(node)
    if (!TAGS.includes(node.tag)) return h('span', {}, ...nodesOf(node.children))
    if (node.tag === 'a') {
      const { href = '' } = node
      if (!PLACE.test(href)) return h('span', {}, ...nodesOf(node.children))
      const elsewhere = !href.startsWith('#') && '_blank'
      return h('a', { href, target: elsewhere }, ...nodesOf(node.children))
    }
    return h(node.tag, {}, ...nodesOf(node.children))
  })
}

/** The element with this id. @throws when the page has none */
export function byId<Wanted extends HTMLElement = HTMLElement>(id: string): Wanted {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found as Wanted
}

/** Replaces an element's children if what they are made from has changed; returns whether it had, after the first time. */
export function fill(host: HTMLElement, from: unknown, make: () => Child[]): boolean {
  const key = JSON.stringify(from)
  if (KEYS.get(host) === key) return false
  const isFirst = !KEYS.has(host)
  KEYS.set(host, key)
  host.replaceChildren(...make().filter(child => child !== null && child !== undefined && child !== false))
  return !isFirst
}

const KEYS = new WeakMap<HTMLElement, string>()
