import { h, nodesOf } from './dom.ts'
import type { Entry } from './protocol.ts'

/** A message or a note as FreeScout's page shows it: a photo, who did what, the time, and the text; notes are yellow. */
export function threadItem({ kind, by, isOurs, at, did = '', body }: Entry): HTMLElement {
  const title = h('span', { class: 'thread-person' }, h('strong', {}, by), ` ${did}`)
  return h(
    'li',
    { class: `thread thread-${kind}`, 'data-ours': String(isOurs) },
    h('span', { class: 'photo', 'aria-hidden': 'true' }, initials(by)),
    h('div', { class: 'thread-head' }, title, time(at)),
    h('div', { class: 'text' }, ...nodesOf(body)),
  )
}

/** A comment as GitHub's page shows it: a box whose head says who wrote it and when, and the reactions below. */
export function commentItem({ by, isOurs, at, body, reactions = [] }: Entry): HTMLElement {
  const login = by.replace(/\[bot\]$/, '')
  return h(
    'li',
    { class: 'comment', 'data-ours': String(isOurs) },
    h(
      'div',
      { class: 'comment-head' },
      ...[h('strong', {}, login), isOurs && h('span', { class: 'bot' }, 'bot'), ' commented ', time(at)],
    ),
    h('div', { class: 'text' }, ...(body.length > 0 ? nodesOf(body) : [h('em', {}, 'No description.')])),
    reactions.length > 0 &&
      h(
        'p',
        { class: 'reactions' },
        ...reactions.map(name => h('span', { role: 'img', 'aria-label': name }, REACTIONS[name] ?? name)),
      ),
  )
}

const REACTIONS: Record<string, string> = { eyes: '👀', confused: '😕' }

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map(word => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('')
}

/** `Nov 26, 21:04`, in UTC. */
function time(at: string): HTMLElement {
  const shown = new Intl.DateTimeFormat('en', {
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: 'UTC' },
  }).format(new Date(at))
  return h('time', { datetime: at, title: `${at}` }, shown)
}
