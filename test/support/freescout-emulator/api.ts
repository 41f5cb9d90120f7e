import { Hono } from 'hono'
import { addTicketRoutes } from './api-tickets.ts'
import { fieldJson, mailboxJson, tagsOf, userJson } from './json.ts'
import { folded } from './php.ts'
import {
  badRequest,
  bodyOf,
  created,
  json,
  missing,
  noContent,
  notFound,
  paged,
  Refusal,
  refused,
  unexplained,
} from './responses.ts'
import type { FreeScoutState } from './state.ts'
import { tagCount } from './tags-and-fields.ts'
import { EVENTS, type Webhooks } from './webhooks.ts'

/** FreeScout's API as a fetch handler, with the pages it answers instead while it is down. */
export function createApi(
  freescout: FreeScoutState,
  { apiKey, webhooks }: { apiKey: string; webhooks: Webhooks },
) {
  const app = new Hono()
  app.onError(error => {
    if (error instanceof Refusal) return refused(error)
    throw error
  })
  app.notFound(context =>
    context.req.path.startsWith('/api/') ? json({ message: '' }, 405) : page(404, 'Page Not Found'),
  )
  app.use('*', async (_context, next) => {
    if (freescout.switches.maintenance) return page(503, 'Service Unavailable')
    return next()
  })
  app.use('/api/*', async (context, next) => {
    const isKnown = context.req.header('x-freescout-api-key') === apiKey
    return isKnown ? next() : json({ message: 'Not Authorized' }, 401)
  })
  addWebhookRoutes(app, webhooks)
  addDirectoryRoutes(app, freescout)
  addTicketRoutes(app, freescout)
  return app.fetch
}

function addWebhookRoutes(app: Hono, webhooks: Webhooks): void {
  app.post('/api/webhooks', async context => {
    const body = await bodyOf(context)
    if (typeof body.url !== 'string' || body.url === '') throw missing('url')
    if (!Array.isArray(body.events)) throw missing('events')
    const events = body.events.filter(name => EVENTS.includes(name))
    if (events.length === 0) throw unexplained()
    const { id, url, lastRunTime, lastRunError } = webhooks.subscribe(body.url, events)
    return created({ id, url, events, lastRunTime, lastRunError })
  })
  app.delete('/api/webhooks/:id', context => {
    if (!webhooks.unsubscribe(Number(context.req.param('id')))) throw notFound()
    return noContent()
  })
}

function addDirectoryRoutes(app: Hono, freescout: FreeScoutState): void {
  app.get('/api/mailboxes', context =>
    paged(context, { name: 'mailboxes', items: [...freescout.mailboxes.values()], present: mailboxJson }),
  )
  app.get('/api/mailboxes/:id/custom_fields', context => {
    if (!freescout.switches.modules.customFields) throw unexplained()
    const mailbox = freescout.mailboxes.get(Number(context.req.param('id')))
    if (!mailbox) throw notFound()
    return paged(context, { name: 'custom_fields', items: mailbox.fields, present: fieldJson })
  })
  app.get('/api/users', context => {
    const email = context.req.query('email')
    const items = [...freescout.users.values()].filter(
      user => !user.robot && (email === undefined || folded(user.email) === folded(email)),
    )
    return paged(context, { name: 'users', items, present: userJson })
  })
  app.get('/api/tags', context => {
    if (!freescout.switches.modules.tags) throw unexplained()
    const id = context.req.query('conversationId')
    const ticket = freescout.tickets.get(Number(id))
    if (id !== undefined && !ticket) throw badRequest('conversationId', 'Conversation not found')
    const items = ticket
      ? tagsOf(freescout, ticket)
      : [...freescout.tags].map(([name, tagId]) => ({ id: tagId, name }))
    return paged(context, {
      name: 'tags',
      items,
      present: tag => ({ ...tag, counter: tagCount(freescout, tag.name), color: 0 }),
    })
  })
}

/** A page of Laravel's, HTML and not JSON. */
function page(status: number, title: string): Response {
  const html = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body>${title}</body></html>\n`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=UTF-8' } })
}
