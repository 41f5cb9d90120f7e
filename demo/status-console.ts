import type { Emit } from './events.ts'

/** A degraded tile of the status console, and the operator who clicks its button. */
export type Incident = {
  subject: string
  html: string
  operator: { email: string; firstName: string; lastName: string }
  mailbox: string
  tags: string[]
  /** Custom fields by name; a dropdown's by label. */
  fields: Record<string, string>
}

/** What the demo's operator sees. The text has what tickets have: names, an @mention, a #number, a list. */
export const INCIDENT: Incident = {
  subject: 'Order API degraded: orders time out at checkout',
  html:
    '<p>The tile <b>Order API</b> went from <i>operational</i> to <b>degraded</b>.</p>' +
    '<ul><li>p95 latency <b>4.8 s</b>, usually 0.3 s</li><li>1 order in 12 fails</li></ul>' +
    '<p>Since deploy <code>2026.11.2</code>. @oncall, could this be #41 again?</p>' +
    '<p>Workflow 7d0f3c52-9a41-4c1e-b7a6-2f8e51c0d934, ' +
    '<a href="https://console.raxx.app/status/order-api">tile in the console</a></p>' +
    '<p>Grace Okafor, grace@raxx.app</p>',
  operator: { email: 'grace@raxx.app', firstName: 'Grace', lastName: 'Okafor' },
  mailbox: 'ops@raxx.app',
  tags: ['auto:status', 'bug'],
  fields: { component_tag: 'order-api', incident_severity: 'sev2' },
}

type Field = { id: number; name: string; options: Record<string, string> | null }

/**
 * What the button "Investigate" does: makes a ticket through FreeScout's API and tags it by the request that
 * follows, because the first can't set tags.
 *
 * @returns the ticket's id and number
 */
export async function investigate(
  incident: Incident,
  { url, apiKey, emit }: { url: string; apiKey: string; emit: Emit },
): Promise<{ id: number; number: number }> {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'x-freescout-api-key': apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`FreeScout answered ${answer.status} to ${method} ${path}: ${text}`)
    return { status: answer.status, json: text ? JSON.parse(text) : undefined }
  }

  const { subject, html, operator, mailbox, tags } = incident
  const { json: list } = await call('GET', '/mailboxes')
  const boxes: { id: number; email: string }[] = list._embedded.mailboxes
  const mailboxId = boxes.find(({ email }) => email === mailbox)?.id
  if (mailboxId === undefined) throw new Error(`FreeScout has no mailbox ${mailbox}`)
  const { json: page } = await call('GET', `/mailboxes/${mailboxId}/custom_fields`)
  const customFields = fieldValues(page._embedded.custom_fields, incident.fields)

  const made = await call('POST', '/conversations', {
    ...{ type: 'email', mailboxId, subject, customer: operator, customFields },
    threads: [{ type: 'customer', text: html, customer: operator }],
  })
  const { id, number } = made.json as { id: number; number: number }
  emit({ kind: 'ticket', id, number, subject, mailbox, status: made.status })
  const tagged = await call('PUT', `/conversations/${id}/tags`, { tags })
  emit({ kind: 'tags', id, tags, status: tagged.status })
  return { id, number }
}

function fieldValues(fields: Field[], values: Record<string, string>): { id: number; value: string }[] {
  return fields.flatMap(({ id, name, options }) => {
    const wanted = values[name]
    if (wanted === undefined) return []
    const option = Object.entries(options ?? {}).find(([, label]) => label === wanted)
    return [{ id, value: option?.[0] ?? wanted }]
  })
}
