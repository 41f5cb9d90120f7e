import { fill, h } from './dom.ts'
import type { Action } from './protocol.ts'

/** A ticket or an issue on the page. Its nodes stay the same, so that whoever is on a button stays there. */
export type Card<View> = { element: HTMLElement; update: (view: View) => void }

/** Asks the server for something. */
export type Ask = (action: Action) => void

/** What every card has. */
export type Frame = ReturnType<typeof createFrame>

/** Makes an empty card. `place` is its id, so that links lead to it. */
export function createFrame(name: string, place: string) {
  const title = h('h3')
  const state = h('span', { class: 'state' })
  const labels = h('ul', { class: 'labels', 'aria-label': `Tags and labels of ${name}` })
  const link = h('p', { class: 'link-field' })
  const entries = h('ul', { class: 'entries', 'aria-label': `What was written on ${name}` })
  const buttons = h('div', { class: 'buttons', role: 'group', 'aria-label': name })
  const writing = h('div', { class: 'writing' })
  const element = h(
    'article',
    { id: place, 'aria-label': name },
    ...[h('div', { class: 'head' }, title, state), labels, link, entries, buttons, writing],
  )
  return { element, title, state, labels, link, entries, buttons, writing }
}

/** Tags and labels that only the product puts on. */
const OURS = ['auto-linked', '_from_github', 'freescout-linked']

/** Shows what every card shows. */
export function show(
  { title, state, labels }: Frame,
  view: { title: string; isClosed: boolean; openWord: string; labels: string[] },
): void {
  title.textContent = view.title
  state.textContent = view.isClosed ? 'Closed' : view.openWord
  state.dataset.closed = String(view.isClosed)
  fill(labels, view.labels, () =>
    view.labels.map(label => h('li', OURS.includes(label) ? { class: 'ours' } : {}, label)),
  )
}

/** A field to write in, with a button for each way to send it. Ctrl-Enter presses the first one. */
export function writingForm(
  { id, label, suggested }: { id: string; label: string; suggested: string },
  ways: { name: string; send: (text: string) => void }[],
): HTMLElement {
  const field = h('textarea', { id, rows: '2', maxlength: '500' })
  field.value = suggested
  const sendBy = (send: (text: string) => void) => {
    if (!field.value.trim()) return field.focus()
    send(field.value)
    field.value = ''
  }
  field.addEventListener('keydown', event => {
    const [first] = ways
    if (event.key === 'Enter' && event.ctrlKey && first) sendBy(first.send)
  })
  return h(
    'div',
    {},
    ...[h('label', { for: id }, label), field],
    ...ways.map(({ name, send }) => button(name, () => sendBy(send))),
  )
}

/** A button that does nothing while it is off. */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, text)
  made.addEventListener('click', () => made.ariaDisabled !== 'true' && onClick())
  return made
}

/** Not `disabled`: that would take the focus away from whoever is on it. */
export function disable(button: HTMLButtonElement, isOff: boolean): void {
  button.ariaDisabled = String(isOff)
}

const SEEN = new WeakMap<HTMLElement, string>()

/** Draws the eye to a card that has changed. */
export function flash(element: HTMLElement, view: unknown): void {
  const key = JSON.stringify(view)
  const before = SEEN.get(element)
  SEEN.set(element, key)
  if (before === undefined || before === key) return
  element.classList.remove('changed')
  // Reading this property makes the browser start the animation again.
  void element.offsetWidth
  element.classList.add('changed')
}
