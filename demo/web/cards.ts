import { fill, h, nodesOf } from './dom.ts'
import { type Action, type Entry, type IssueView, LABELS, type TicketView } from './protocol.ts'

/** A ticket or an issue on the page. Its nodes stay the same, so that whoever is on a button stays there. */
export type Card<View> = { element: HTMLElement; update: (view: View) => void }

/** Asks the server for something. */
export type Ask = (action: Action) => void

/** Makes the card of a ticket. */
export function ticketCard({ id, number }: TicketView, ask: Ask): Card<TicketView> {
  const parts = frame(`Ticket #${number}`)
  const tag = button('Tag “bug”', () => ask({ do: 'tag', ticket: id }))
  const close = button('Close', () => ask({ do: 'close-ticket', ticket: id }))
  const reply = button('Customer replies', () => ask({ do: 'reply', ticket: id }))
  parts.buttons.append(tag, close, reply)
  return {
    element: parts.element,
    update: view => {
      const { subject, isClosed, tags, issueUrl, entries } = view
      show(parts, { title: `#${number} ${subject}`, isClosed, openWord: 'Active', labels: tags })
      fill(parts.link, issueUrl, () =>
        issueUrl ? ['github_issue_url: ', h('code', {}, issueUrl.replace(/^https:\/\//, ''))] : [],
      )
      fill(parts.entries, entries, () => entries.map(entryItem))
      disable(tag, tags.includes('bug'))
      disable(close, isClosed)
      reply.textContent = isClosed ? 'Customer replies (reopens)' : 'Customer replies'
      flash(parts.element, view)
    },
  }
}

/** Makes the card of an issue. */
export function issueCard({ number, labels }: IssueView, ask: Ask): Card<IssueView> {
  const parts = frame(`Issue #${number}`)
  const toggles = LABELS.map(label => ({
    label,
    button: button(label, () => ask({ do: 'label', issue: number, label })),
  }))
  let isOpen = true
  const close = button('Close', () => ask({ do: isOpen ? 'close-issue' : 'reopen-issue', issue: number }))
  parts.buttons.append(
    h('span', { class: 'caption' }, 'Label'),
    ...toggles.map(({ button }) => button),
    close,
  )
  const body = h('div', { class: 'text' })
  // What the product wrote is worth a look; what people wrote, they know.
  const isOurs = labels.includes('freescout-linked')
  parts.entries.before(h('details', { open: isOurs }, h('summary', {}, 'What the issue says'), body))
  return {
    element: parts.element,
    update: view => {
      const { title, isClosed, labels, entries } = view
      isOpen = !isClosed
      show(parts, { title: `#${number} ${title}`, isClosed, openWord: 'Open', labels })
      fill(body, view.body, () => nodesOf(view.body))
      fill(parts.entries, entries, () => entries.map(entryItem))
      for (const { label, button } of toggles) button.ariaPressed = String(labels.includes(label))
      close.textContent = isClosed ? 'Reopen' : 'Close'
      flash(parts.element, view)
    },
  }
}

function frame(name: string) {
  const title = h('h3')
  const state = h('span', { class: 'state' })
  const labels = h('ul', { class: 'labels', 'aria-label': `Tags and labels of ${name}` })
  const link = h('p', { class: 'link-field' })
  const entries = h('ul', { class: 'entries', 'aria-label': `What was written on ${name}` })
  const buttons = h('div', { class: 'buttons', role: 'group', 'aria-label': name })
  const element = h(
    'article',
    { 'aria-label': name },
    ...[h('div', { class: 'head' }, title, state), labels, link, entries, buttons],
  )
  return { element, title, state, labels, link, entries, buttons }
}

function show(
  { title, state, labels }: ReturnType<typeof frame>,
  view: { title: string; isClosed: boolean; openWord: string; labels: string[] },
): void {
  title.textContent = view.title
  state.textContent = view.isClosed ? 'Closed' : view.openWord
  state.dataset.closed = String(view.isClosed)
  fill(labels, view.labels, () =>
    view.labels.map(label => h('li', OURS.includes(label) ? { class: 'ours' } : {}, label)),
  )
}

/** Tags and labels that only the product puts on. */
const OURS = ['auto-linked', '_from_github', 'freescout-linked']

const NAMES = { customer: '', agent: '', note: ', internal note', comment: '' }

function entryItem({ kind, by, body }: Entry): HTMLElement {
  const isOurs = by === 'Autolink Bot' || by === 'github-actions[bot]'
  return h(
    'li',
    { class: isOurs ? 'ours' : undefined, 'data-kind': kind },
    h('span', { class: 'by' }, `${by}${NAMES[kind]}`),
    h('div', { class: 'text' }, ...nodesOf(body)),
  )
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, text)
  made.addEventListener('click', () => made.ariaDisabled !== 'true' && onClick())
  return made
}

/** Not `disabled`: that would take the focus away from whoever is on it. */
function disable(button: HTMLButtonElement, isOff: boolean): void {
  button.ariaDisabled = String(isOff)
}

const SEEN = new WeakMap<HTMLElement, string>()

/** Draws the eye to a card that has changed. */
function flash(element: HTMLElement, view: unknown): void {
  const key = JSON.stringify(view)
  const before = SEEN.get(element)
  SEEN.set(element, key)
  if (before === undefined || before === key) return
  element.classList.remove('changed')
  // Reading this property makes the browser start the animation again.
  void element.offsetWidth
  element.classList.add('changed')
}
