import type { Nodes, Parents, PhrasingContent, Text } from 'mdast'
import { hideStored, issueLink, type LinkPolicy } from './links.ts'
import { clean, looksLikeCommit, neutralise, neutraliseCode, neutraliseFence, ZERO_WIDTH } from './plain.ts'
import { isSpan, normaliseTree } from './shape.ts'

/** Where the walk is: `last` is the character before in the same block, `open` the spans around. */
type Place = { policy: LinkPolicy; open: Set<Nodes['type']>; last: string }

/**
 * Makes a Markdown tree inert, in place: nothing in it mentions, refers, links where it must not, or says what the
 * policy redacts. Fenced code stays literal but for redaction and our own name.
 */
export function makeInert(parent: Parents, policy: LinkPolicy): void {
  normaliseTree(parent)
  neutraliseChildren(parent, { policy, open: new Set(), last: '' })
}

function neutraliseChildren(parent: Parents, place: Place): void {
  if (!isSpan(parent)) place.last = ''
  const children: Nodes[] = parent.children.flatMap(child => neutraliseNode(child, place))
  parent.children = children.flatMap((child, at) => {
    // Backticks that touch would pair up across the two.
    const touches = child.type === 'inlineCode' && children[at - 1]?.type === 'inlineCode'
    return touches ? [{ type: 'text', value: ZERO_WIDTH }, child] : [child]
  }) as typeof parent.children
}

function neutraliseNode(node: Nodes, place: Place): Nodes[] {
  const hide = (text: string) => hideStored(place.policy.redact(clean(text)), place.policy.freescoutUrl)
  if (node.type === 'code') return [{ type: 'code', value: neutraliseFence(hide(node.value)) }]
  if (node.type === 'inlineCode') return code(neutraliseCode(oneSpaced(hide(node.value))), place)
  if (node.type === 'text') return phrases(clean(node.value), place)
  if (node.type === 'break') place.last = ''
  if (!('children' in node)) return [node]

  const isNested = isSpan(node) && place.open.has(node.type)
  if (isSpan(node)) place.open.add(node.type)
  neutraliseChildren(node, place)
  if (isNested) return node.children // Bold in bold says nothing; a link in a link is not Markdown.
  place.open.delete(node.type)
  return [node.type === 'link' ? { ...node, title: null } : node]
}

/** Splits text into bare URLs, words that look like commits, and the rest. */
function phrases(text: string, place: Place): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let end = 0
  for (const found of text.matchAll(/(?<![\w@.])(?:https?:\/\/|www\.)[^\s<>"`]{3,2000}/gi)) {
    const url = withoutTail(found[0])
    const href = issueLink(/^www/i.test(url) ? `http://${url}` : url, place.policy)
    if (!href) continue
    pieces.push(...words(text.slice(end, found.index), place))
    // A rewritten host shows, so that nobody wonders; else the text stays as it was written.
    const shown: Text = { type: 'text', value: href.startsWith('https://redirect.github.com/') ? href : url }
    pieces.push(place.open.has('link') ? shown : { type: 'link', url: href, children: [shown] })
    place.last = url.slice(-1)
    end = found.index + url.length
  }
  return [...pieces, ...words(text.slice(end), place)]
}

/** A sentence's full stop, or the bracket around a URL, is not part of it (GFM's rule for bare URLs). */
function withoutTail(url: string): string {
  const short = url.replace(/[?!.,:;*_~'\]}]{1,50}$/, '')
  return short.endsWith(')') && !short.includes('(') ? short.replace(/\){1,50}$/, '') : short
}

/** A word that looks like a commit becomes code: GitHub links none there, and an order number stays copyable. */
function words(text: string, place: Place): PhrasingContent[] {
  const hidden = hideStored(place.policy.redact(text), place.policy.freescoutUrl)
  const pieces: PhrasingContent[] = []
  let end = 0
  for (const { 0: word, index } of hidden.matchAll(/[\w-]+(?:\.[\w-]+)*/g)) {
    if (!looksLikeCommit(word)) continue
    pieces.push(...plain(hidden.slice(end, index), place), ...code(neutraliseCode(word), place))
    end = index + word.length
  }
  return [...pieces, ...plain(hidden.slice(end), place)]
}

function plain(text: string, place: Place): Text[] {
  if (text === '') return []
  // No token reaches over the edge of a node (`G<b>H-1</b>`): whoever strips the tags finds a break there.
  const edge = /^[\w@#/-]/.test(text) && /[\w@#/.-]/.test(place.last) ? ZERO_WIDTH : ''
  place.last = text.slice(-1)
  return [{ type: 'text', value: edge + neutralise(text) }]
}

function code(value: string, place: Place): PhrasingContent[] {
  if (value === '') return []
  place.last = value.slice(-1)
  return [{ type: 'inlineCode', value }]
}

function oneSpaced(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
