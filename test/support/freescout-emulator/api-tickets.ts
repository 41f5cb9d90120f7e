import type { Context, Hono } from 'hono'
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
} from './answers.ts'
import { postThread, postTicket } from './api-writing.ts'
import { listTickets } from './listing.ts'
import { setTags, writeFields } from './marks.ts'
import { assign, changeStatus, moveTicket } from './moves.ts'
import { agent } from './people.ts'
import { type Embed, presentThread, presentTicket } from './present.ts'
import { isStatus } from './status.ts'
import { deleteForever } from './tickets.ts'
import type { StoredTicket, World } from './world.ts'

/** The routes under `/api/conversations`. */
export function addTicketRoutes(app: Hono, world: World): void {
  app.get('/api/conversations', context =>
    paged(context, {
      name: 'conversations',
      items: listTickets(world, context.req.query()),
      present: ticket => presentTicket(world, ticket, embedOf(context, { threads: false, tags: false })),
    }),
  )
  app.get('/api/conversations/:id', context => {
    const embed = embedOf(context, { threads: true, tags: false })
    return json(presentTicket(world, ticketAt(world, context), embed))
  })
  app.post('/api/conversations', async context => {
    const ticket = postTicket(world, await bodyOf(context))
    return created(presentTicket(world, ticket, { threads: true, tags: false }))
  })
  app.post('/api/conversations/:id/threads', async context => {
    const thread = postThread(world, ticketAt(world, context), await bodyOf(context))
    return created(presentThread(world, thread))
  })
  app.put('/api/conversations/:id', async context => {
    change(world, ticketAt(world, context), await bodyOf(context))
    return noContent()
  })
  app.delete('/api/conversations/:id', context => {
    deleteForever(world, ticketAt(world, context))
    return noContent()
  })
  app.put('/api/conversations/:id/tags', async context => {
    const ticket = ticketAt(world, context)
    if (!world.switches.modules.tags) throw unexplained()
    const { tags } = await bodyOf(context)
    if (!Array.isArray(tags)) throw missing('tags')
    setTags(world, ticket, tags.map(String))
    return noContent()
  })
  app.put('/api/conversations/:id/custom_fields', async context => {
    const ticket = ticketAt(world, context)
    if (!world.switches.modules.customFields) throw unexplained()
    const { customFields } = await bodyOf(context)
    if (!Array.isArray(customFields)) throw missing('customFields')
    if (!world.switches.fieldWritesIgnored) writeFields(ticket, fieldsIn(customFields))
    return noContent()
  })
}

/** `PUT /conversations/{id}`. What it does not know, such as `custom_fields`, it takes and leaves undone. */
function change(world: World, ticket: StoredTicket, body: Record<string, unknown>): void {
  const user = agent(world, body.byUser)
  const needsUser = 'status' in body || 'assignTo' in body || 'mailboxId' in body
  if (needsUser && !user) throw badRequest('byUser', 'byUser parameter is required.')
  if ('status' in body && !isStatus(body.status)) throw badRequest('status', 'Invalid status')
  if ('assignTo' in body && body.assignTo !== null && !agent(world, body.assignTo))
    throw badRequest('assignTo', 'User not found')
  if ('mailboxId' in body && !world.mailboxes.has(Number(body.mailboxId)))
    throw badRequest('mailboxId', 'Mailbox not found')

  if (typeof body.subject === 'string') {
    ticket.subject = body.subject
    ticket.updatedAt = world.clock.stamp()
  }
  if (!user) return
  const by = { type: 'user', id: user.id } as const
  if (isStatus(body.status)) changeStatus(world, ticket, { status: body.status, by })
  if ('assignTo' in body)
    assign(world, ticket, { to: body.assignTo === null ? null : Number(body.assignTo), by })
  if ('mailboxId' in body) moveTicket(world, ticket, { mailboxId: Number(body.mailboxId), by })
}

function ticketAt(world: World, context: Context): StoredTicket {
  const ticket = world.tickets.get(Number(context.req.param('id')))
  if (!ticket) throw notFound()
  return ticket
}

/** `embed=` replaces the default: without `threads` in it, a ticket loses its threads. */
function embedOf(context: Context, fallback: Embed): Embed {
  const asked = context.req.query('embed')?.split(',')
  return asked ? { threads: asked.includes('threads'), tags: asked.includes('tags') } : fallback
}
