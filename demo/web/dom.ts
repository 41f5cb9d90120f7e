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

/** The nodes of a rendered text. Whatever is sent, only known elements are made, and only links to the web lead on. */
export function nodesOf(safe: SafeNode[]): Node[] {
  return safe.map(node => {
    if (typeof node === 'string') return document.createTextNode(node)
    if (!TAGS.includes(node.tag)) return h('span', {}, ...nodesOf(node.children))
    // The emulated services have no pages: a link would lead nowhere, so the page shows only its text, and the address on hover.
    if (node.tag === 'a') return h('span', { class: 'link', title: node.href }, ...nodesOf(node.children))
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
