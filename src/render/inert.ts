import type { Nodes, Parents, PhrasingContent, Text } from 'mdast'
import { hideStored, hrefInIssue, type LinkPolicy } from './links.ts'
import { isSpan, normaliseTree } from './normalise.ts'
import { clean, looksLikeCommit, neutralise, neutraliseCode, neutraliseFence, ZERO_WIDTH } from './plain.ts'

/** State of the walk. `last` is the last word so far in the same block. `open` has the types of the spans around. */
type Walk = { policy: LinkPolicy; open: Set<Nodes['type']>; last: string }

/** Any word, and first the longer ones with the name of an emoji in them. */
const WORD = /[\w./-]{0,100}(?<!:):[\w+-]{1,50}:(?!:)[\w./:-]{0,100}|[\w-]+(?:\.[\w-]+)*/g
/** GitHub draws `:lock:` wherever it stands. Of the numbers only these two are names. */
const EMOJI = /:(?:100|1234|[\w+-]*[a-z][\w+-]*|[+-]1):/i

/** GitHub's names and numbers are shorter. */
const MAX_WORD = 200

/**
 * Makes a Markdown tree inert, in place. Nothing in it mentions a user, refers to an issue or commit, links against
 * the policy, or says what the policy redacts. In fenced code only redaction and our own name change the text.
 */
export function makeInert(parent: Parents, policy: LinkPolicy): void {
  normaliseTree(parent)
  neutraliseChildren(parent, { policy, open: new Set(), last: '' })
}

function neutraliseChildren(parent: Parents, walk: Walk): void {
  if (!isSpan(parent)) walk.last = ''
  const children: Nodes[] = parent.children.flatMap(child => neutraliseNode(child, walk))
  parent.children = children.flatMap((child, at) => {
    // Without a character between them, the backticks of two neighbouring spans of code would be read as one span.
    const touches = child.type === 'inlineCode' && children[at - 1]?.type === 'inlineCode'
    return touches ? [{ type: 'text', value: ZERO_WIDTH }, child] : [child]
  }) as typeof parent.children
}

function neutraliseNode(node: Nodes, walk: Walk): Nodes[] {
  const hide = (text: string) => hideStored(walk.policy.redact(clean(text)), walk.policy.freescoutUrl)
  if (node.type === 'code') return [{ type: 'code', value: neutraliseFence(hide(node.value)) }]
  if (node.type === 'inlineCode') return code(neutraliseCode(singleSpaced(hide(node.value))), walk)
  if (node.type === 'text') return phrases(clean(node.value), walk)
  if (node.type === 'break') walk.last = ''
  if (!('children' in node)) return [node]

  const isNested = isSpan(node) && walk.open.has(node.type)
  if (isSpan(node)) walk.open.add(node.type)
  neutraliseChildren(node, walk)
  if (isNested) return node.children // Bold in bold adds nothing, and Markdown has no link in a link.
  walk.open.delete(node.type)
  return [node.type === 'link' ? { ...node, title: null } : node]
}

/** Splits text into bare URLs, words that look like commits, and the rest. */
function phrases(text: string, walk: Walk): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let end = 0
  for (const found of text.matchAll(/(?<![\w@.])(?:https?:\/\/|www\.)[^\s<>"`]{3,2000}/gi)) {
    const url = withoutTail(found[0])
    const href = hrefInIssue(/^www/i.test(url) ? `http://${url}` : url, walk.policy)
    if (!href) continue
    pieces.push(...words(text.slice(end, found.index), walk))
    // A URL with another host is shown as it is now, so that people see where it leads. Any other stays as it was
    // written.
    const shown: Text = { type: 'text', value: href.startsWith('https://redirect.github.com/') ? href : url }
    pieces.push(walk.open.has('link') ? shown : { type: 'link', url: href, children: [shown] })
    walk.last = url.slice(-MAX_WORD)
    end = found.index + url.length
  }
  return [...pieces, ...words(text.slice(end), walk)]
}

/**
 * Removes the full stop after a URL and the brackets around it. In GFM, they do not belong to a bare URL. A bracket that
 * was opened in the URL does.
 */
function withoutTail(url: string): string {
  let short = url
  for (let cut = 0; cut < 50; cut++) {
    const isUnopened = short.endsWith(')') && count(short, ')') > count(short, '(')
    if (!isUnopened && !/[?!.,:;*_~'’”»\]}]$/.test(short)) break
    short = short.slice(0, -1)
  }
  return short
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/**
 * Turns words that look like a commit, or hold the name of an emoji (`cache:lock:17`), into code. GitHub changes nothing
 * in code, and people can still copy the word.
 */
function words(text: string, walk: Walk): PhrasingContent[] {
  const hidden = hideStored(walk.policy.redact(text), walk.policy.freescoutUrl)
  const pieces: PhrasingContent[] = []
  let end = 0
  for (const { 0: word, index } of hidden.matchAll(WORD)) {
    if (!looksLikeCommit(word) && !EMOJI.test(word)) continue
    pieces.push(...plain(hidden.slice(end, index), walk), ...code(neutraliseCode(word), walk))
    end = index + word.length
  }
  return [...pieces, ...plain(hidden.slice(end), walk)]
}

function plain(text: string, walk: Walk): Text[] {
  if (text === '') return []
  // A reader that strips the tags joins `G<b>H-1</b>` to `GH-1`, so a break stands between the two where the whole acts.
  const [first = ''] = /^\S*/.exec(text.slice(0, MAX_WORD)) ?? []
  const acts = neutralise(walk.last + first) !== neutralise(walk.last) + neutralise(first)
  const [last = ''] = /\S*$/.exec(text.slice(-MAX_WORD)) ?? []
  walk.last = last.length === text.length && !acts ? (walk.last + last).slice(-MAX_WORD) : last
  return [{ type: 'text', value: (acts ? ZERO_WIDTH : '') + neutralise(text) }]
}

function code(value: string, walk: Walk): PhrasingContent[] {
  if (value === '') return []
  walk.last = /\S*$/.exec(value.slice(-MAX_WORD))?.[0] ?? ''
  return [{ type: 'inlineCode', value }]
}

function singleSpaced(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
