import { byId, h, nodesOf } from './dom.ts'
import type { Line } from './protocol.ts'

/** How long a step of the way stays lit. */
const LIT_MS = 1500

/** The list of what happens: the newest is last and in view, unless somebody scrolled up to read. */
export function createTimeline(): { add: (line: Line) => void; clear: () => void } {
  const host = byId('lines')
  const log = byId('log')
  const items = new Map<number, HTMLElement>()
  let isAtEnd = true
  const follow = () => {
    if (isAtEnd) log.scrollTop = log.scrollHeight
  }
  log.addEventListener('scroll', () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60
  })
  // It gets lower when the page around it grows, and its lines get longer when it gets narrower.
  const sizes = new ResizeObserver(follow)
  for (const element of [log, host]) sizes.observe(element)
  return {
    clear: () => {
      host.replaceChildren()
      items.clear()
    },
    add: line => {
      const item = itemOf(line)
      const before = items.get(line.id)
      if (before) before.replaceWith(item)
      else host.append(item)
      items.set(line.id, item)
      follow()
      light(line)
    },
  }
}

function itemOf({ at, tone, who, text, code, more, summary }: Line): HTMLElement {
  const seconds = `${(at / 1000).toFixed(1)} s`
  return h(
    'li',
    { 'data-tone': tone },
    h('span', { class: 'at' }, seconds),
    h(
      'div',
      {},
      h('p', {}, h('b', {}, who), ' ', text, ' ', code && h('code', {}, code)),
      !summary && more && h('p', { class: 'more' }, more),
      summary &&
        h(
          'details',
          {},
          h('summary', {}, 'Job summary', more && ` · ${more}`),
          h('div', { class: 'text' }, ...nodesOf(summary)),
        ),
    ),
  )
}

const timers = new Map<string, ReturnType<typeof setTimeout>>()

function light({ tone }: Line): void {
  const step = tone === 'github' ? 'run' : tone
  const found = document.querySelector<HTMLElement>(`#way [data-step="${step}"]`)
  if (!found) return
  found.dataset.lit = ''
  clearTimeout(timers.get(step))
  timers.set(
    step,
    setTimeout(() => delete found.dataset.lit, LIT_MS),
  )
}
