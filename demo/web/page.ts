import { issueCard, ticketCard } from './cards.ts'
import { byId } from './dom.ts'
import type { Ask, Card } from './frame.ts'
import type { Break, Line, OTHER_ACTIONS, Snapshot } from './protocol.ts'
import { DISCONNECTED, type Status, statusOf } from './status.ts'
import { createTimeline } from './timeline.ts'

const timeline = createTimeline()
const cards = { tickets: new Map<number, Card<never>>(), issues: new Map<number, Card<never>>() }

/** Asks the server; what it refuses is shown for a while. */
const ask: Ask = async action => {
  try {
    const answer = await fetch('act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    })
    if (!answer.ok) complain(((await answer.json()) as { error: string }).error)
  } catch {
    complain('The demo does not answer. Is it still running?')
  }
}

let quiet: ReturnType<typeof setTimeout> | undefined
function complain(text: string): void {
  const host = byId('trouble')
  host.textContent = text
  host.hidden = false
  clearTimeout(quiet)
  quiet = setTimeout(() => {
    host.hidden = true
  }, 6000)
}

function showState(state: Snapshot): void {
  showCards('tickets', state.tickets, view => [view.id, () => ticketCard(view, ask)])
  showCards('issues', state.issues, view => [view.number, () => issueCard(view, ask)])
  for (const button of document.querySelectorAll<HTMLElement>('[data-break]')) {
    button.ariaPressed = String(button.dataset.break === state.broken)
  }
  byId('workflows').ariaPressed = String(state.hasWorkflows)
  const hint = document.querySelector('#hint span')
  if (hint && hint.textContent !== state.hint) hint.textContent = state.hint
  suggest('subject', state.suggested.ticket)
  suggest('title', state.suggested.issue)
  showStatus(statusOf(state))
}

function showCards<View>(
  kind: keyof typeof cards,
  views: View[],
  read: (view: View) => [key: number, make: () => Card<View>],
): void {
  const known = cards[kind] as Map<number, Card<View>>
  for (const view of views) {
    const [key, make] = read(view)
    let card = known.get(key)
    if (!card) {
      card = make()
      known.set(key, card)
      byId(kind).prepend(card.element)
    }
    card.update(view)
  }
}

/** The suggestion follows as long as nobody has typed something else. */
function suggest(id: string, text: string): void {
  const input = byId<HTMLInputElement>(id)
  if (input.value === '' || input.value === input.dataset.suggested) input.value = text
  input.dataset.suggested = text
}

function showStatus({ level, title, more }: Status): void {
  const host = byId('status')
  host.dataset.level = level
  const [strong, span] = host.children
  // Only what has changed, or it would be read aloud again and again.
  if (strong && strong.textContent !== title) strong.textContent = title
  if (span && span.textContent !== more) span.textContent = more
}

/** What was shown is gone: the page was reconnected, or somebody pressed “Start over”. */
function startAgain(): void {
  timeline.clear()
  for (const kind of ['tickets', 'issues'] as const) {
    cards[kind].clear()
    byId(kind).replaceChildren()
  }
}

function listen(): void {
  const source = new EventSource('events')
  source.addEventListener('start', startAgain)
  source.addEventListener('line', event => timeline.add(JSON.parse(event.data) as Line))
  source.addEventListener('state', event => showState(JSON.parse(event.data) as Snapshot))
  source.addEventListener('error', () => showStatus(DISCONNECTED))
}

function onSubmit(id: string, send: (words: string) => void): void {
  const form = byId<HTMLFormElement>(id)
  form.addEventListener('submit', event => {
    event.preventDefault()
    const input = form.querySelector('input')
    if (!input?.value.trim()) return
    send(input.value)
    input.value = ''
  })
}

onSubmit('new-ticket', subject => ask({ do: 'new-ticket', subject }))
onSubmit('new-issue', title => ask({ do: 'new-issue', title }))
for (const button of document.querySelectorAll<HTMLElement>('[data-do], [data-break]')) {
  const { do: deed, break: how } = button.dataset
  button.addEventListener('click', () => {
    if (how && button.ariaPressed !== 'true') void ask({ do: 'break', how: how as Break })
    else if (how) void ask({ do: 'mend' })
    else void ask({ do: deed as (typeof OTHER_ACTIONS)[number] })
  })
}
listen()
