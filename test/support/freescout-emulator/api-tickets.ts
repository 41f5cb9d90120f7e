import type { Context, Hono } from 'hono'
import { postThread, postTicket } from './api-writing.ts'
import { type Embed, threadJson, ticketJson } from './json.ts'
import { listTickets } from './listing.ts'
import { agent } from './people.ts'
import {
  badRequest,
  bodyOf,
  created,
  fieldsIn,
  json,
  missing,
  noContent,
  notFound,
  paged,
  unexplained,
} from './responses.ts'
import { type FreeScoutState, isStatus, type StoredTicket } from './state.ts'
import { setTags, writeFields } from './tags-and-fields.ts'
import { assign, changeStatus, moveTicket } from './ticket-changes.ts'
import { deleteForever } from './tickets.ts'

/** The routes under `/api/conversations`. */
export function addTicketRoutes(app: Hono, freescout: FreeScoutState): void {
  app.get('/api/conversations', context =>
    paged(context, {
      name: 'conversations',
      items: listTickets(freescout, context.req.query()),
      present: ticket => ticketJson(freescout, ticket, embedOf(context, { threads: false, tags: false })),
    }),
  )
  app.get('/api/conversations/:id', context => {
    const embed = embedOf(context, { threads: true, tags: false })
    return json(ticketJson(freescout, ticketAt(freescout, context), embed))
  })
  app.post('/api/conversations', async context => {
    const ticket = postTicket(freescout, await bodyOf(context))
    return created(ticketJson(freescout, ticket, { threads: true, tags: false }))
  })
  app.post('/api/conversations/:id/threads', async context => {
    const thread = postThread(freescout, ticketAt(freescout, context), await bodyOf(context))
    return created(threadJson(freescout, thread))
  })
  app.put('/api/conversations/:id', async context => {
    change(freescout, ticketAt(freescout, context), await bodyOf(context))
    return noContent()
  })
  app.delete('/api/conversations/:id', context => {
    deleteForever(freescout, ticketAt(freescout, context))
    return noContent()
  })
  app.put('/api/conversations/:id/tags', async context => {
    const ticket = ticketAt(freescout, context)
    if (!freescout.switches.modules.tags) throw unexplained()
    const { tags } = await bodyOf(context)
    if (!Array.isArray(tags)) throw missing('tags')
    setTags(freescout, ticket, tags.map(String))
    return noContent()
  })
  app.put('/api/conversations/:id/custom_fields', async context => {
    const ticket = ticketAt(freescout, context)
    if (!freescout.switches.modules.customFields) throw unexplained()
    const { customFields } = await bodyOf(context)
    if (!Array.isArray(customFields)) throw missing('customFields')
    if (!freescout.switches.fieldWritesIgnored) writeFields(ticket, fieldsIn(customFields))
    return noContent()
  })
}

/** `PUT /conversations/{id}`. What it does not know, such as `custom_fields`, it takes and leaves undone. */
function change(freescout: FreeScoutState, ticket: StoredTicket, body: Record<string, unknown>): void {
  const user = agent(freescout, body.byUser)
  const needsUser = 'status' in body || 'assignTo' in body || 'mailboxId' in body
  if (needsUser && !user) throw badRequest('byUser', 'byUser parameter is required.')
  if ('status' in body && !isStatus(body.status)) throw badRequest('status', 'Invalid status')
  if ('assignTo' in body && body.assignTo !== null && !agent(freescout, body.assignTo))
    throw badRequest('assignTo', 'User not found')
  if ('mailboxId' in body && !freescout.mailboxes.has(Number(body.mailboxId)))
    throw badRequest('mailboxId', 'Mailbox not found')

  if (typeof body.subject === 'string') {
    ticket.subject = body.subject
    ticket.updatedAt = freescout.clock.stamp()
  }
  if (!user) return
  const by = { type: 'user', id: user.id } as const
  if (isStatus(body.status)) changeStatus(freescout, ticket, { status: body.status, by })
  if ('assignTo' in body)
    assign(freescout, ticket, { to: body.assignTo === null ? null : Number(body.assignTo), by })
  if ('mailboxId' in body) moveTicket(freescout, ticket, { mailboxId: Number(body.mailboxId), by })
}

function ticketAt(freescout: FreeScoutState, context: Context): StoredTicket {
  const ticket = freescout.tickets.get(Number(context.req.param('id')))
  if (!ticket) throw notFound()
  return ticket
}

/** `embed=` replaces the default: without `threads` in it, a ticket loses its threads. */
function embedOf(context: Context, fallback: Embed): Embed {
  const asked = context.req.query('embed')?.split(',')
  return asked ? { threads: asked.includes('threads'), tags: asked.includes('tags') } : fallback
}
