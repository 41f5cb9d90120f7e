import { fill, h } from './dom.ts'
import { commentItem, threadItem } from './entries.ts'
import { type Ask, button, type Card, createFrame, disable, flash, show, writingForm } from './frame.ts'
import { type IssueView, issuePlace, LABELS, type TicketView, ticketPlace } from './protocol.ts'

/** Makes the card of a ticket, with its threads as FreeScout's page shows them. */
export function ticketCard({ id, number }: TicketView, ask: Ask): Card<TicketView> {
  const parts = createFrame(`Ticket #${number}`, ticketPlace(id))
  let isTagged = false
  const tag = button('Tag “bug”', () => ask({ do: isTagged ? 'untag' : 'tag', ticket: id }))
  const close = button('Close', () => ask({ do: 'close-ticket', ticket: id }))
  const reply = button('Customer replies', () => ask({ do: 'reply', ticket: id }))
  const move = button('Move to Support', () => ask({ do: 'move', ticket: id }))
  parts.buttons.append(tag, close, reply, move)
  parts.writing.append(
    writingForm(
      {
        id: `note-${id}`,
        label: 'An agent writes; what begins with /github goes to the issue',
        suggested: '/github The log is attached. Which build fixes it?',
      },
      [
        { name: 'Add note', send: text => ask({ do: 'note', ticket: id, text }) },
        { name: 'Reply and close', send: text => ask({ do: 'answer', ticket: id, text }) },
      ],
    ),
  )
  return {
    element: parts.element,
    update: view => {
      const { subject, isClosed, mailbox, tags, issueUrl, entries } = view
      isTagged = tags.includes('bug')
      show(parts, { title: `#${number} ${subject}`, isClosed, openWord: 'Active', labels: tags })
      fill(parts.link, [mailbox, issueUrl], () => [`Mailbox ${mailbox}`, ...fieldOf(view)])
      fill(parts.entries, entries, () => entries.map(threadItem))
      tag.textContent = isTagged ? 'Remove tag “bug”' : 'Tag “bug”'
      disable(close, isClosed)
      reply.textContent = isClosed ? 'Customer replies (reopens)' : 'Customer replies'
      move.textContent = `Move to ${mailbox === 'Ops' ? 'Support' : 'Ops'}`
      flash(parts.element, view)
    },
  }
}

function fieldOf({ issueUrl, issuePlace }: TicketView): (HTMLElement | string)[] {
  if (!issueUrl) return []
  const text = issueUrl.replace(/^https:\/\//, '')
  return [' · github_issue_url: ', issuePlace ? h('a', { href: issuePlace }, text) : text]
}

/** Makes the card of an issue, with its comments as GitHub's page shows them. */
export function issueCard({ number }: IssueView, ask: Ask): Card<IssueView> {
  const parts = createFrame(`Issue #${number}`, issuePlace(number))
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
  parts.writing.append(
    writingForm(
      {
        id: `comment-${number}`,
        label: 'A developer comments; what begins with /support goes to the tickets',
        suggested: '/support The fix is in version 4.2.',
      },
      [{ name: 'Comment', send: text => ask({ do: 'comment', issue: number, text }) }],
    ),
  )
  return {
    element: parts.element,
    update: view => {
      const { title, isClosed, labels, by, isOurs, at, body, entries } = view
      isOpen = !isClosed
      show(parts, { title: `${title} #${number}`, isClosed, openWord: 'Open', labels })
      const first = { kind: 'comment', by, isOurs, at, body } as const
      fill(parts.entries, [first, entries], () => [first, ...entries].map(commentItem))
      for (const { label, button } of toggles) button.ariaPressed = String(labels.includes(label))
      close.textContent = isClosed ? 'Reopen' : 'Close'
      flash(parts.element, view)
    },
  }
}
