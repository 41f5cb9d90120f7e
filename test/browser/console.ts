import { createReceiver } from '../../receiver/app.ts'
import { settings } from '../support/receiver.ts'
import { type EmulatorServer, serve } from '../support/server.ts'

/** What a console's page is made of. */
export type Page = { head?: string; body: string; policy?: string }

/** A console and a receiver on loopback, each an origin of its own. */
export type Console = {
  /** Puts a page on the console, and gives its address. */
  put: (page: Page) => string
  /** The element's script on the receiver. */
  script: string
  close: () => Promise<unknown>
}

/** Starts a console that shows tickets, and the receiver that serves it the badge. */
export async function startConsole(): Promise<Console> {
  const pages: Page[] = []
  const { fetch } = createReceiver({
    settings: settings(),
    log: () => {},
    send: () => Promise.reject(new Error('nobody calls GitHub here')),
  })
  const receiver: EmulatorServer = await serve(fetch)
  const site: EmulatorServer = await serve(request => {
    const page = pages[Number(new URL(request.url).pathname.slice(1))]
    if (!page) return new Response('', { status: 404 })
    const { head = '', body, policy } = page
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tickets</title>${head}<body>${body}`
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(policy && { 'content-security-policy': policy }),
      },
    })
  })
  return {
    put: page => `${site.url}/${pages.push(page) - 1}`,
    script: `${receiver.url}/github-issue-badge.js`,
    close: () => Promise.all([receiver.close(), site.close()]),
  }
}
