import type { Installation } from '../installation.ts'
import type { Terminal } from '../terminal.ts'
import { servePage } from './server.ts'
import { createSession } from './session.ts'

/** What `--web` was given. */
export type WebOptions = {
  /** 0 for a free one. */
  port: number
  /** Where to put pictures of the page; then it ends by itself. */
  screenshots: string | undefined
}

/** Serves the page until `signal` is aborted, or until its pictures are taken. */
export async function playOnPage(
  installation: Installation,
  { port, screenshots, terminal, signal }: WebOptions & { terminal: Terminal; signal: AbortSignal },
): Promise<void> {
  const { line, paint } = terminal
  const session = createSession(installation)
  try {
    const page = await servePage(session, port)
    try {
      if (screenshots !== undefined) {
        const { takeScreenshots } = await import('./screenshots.ts')
        for (const file of await takeScreenshots(page.url, screenshots)) line(`  ${file}`)
        return
      }
      line()
      line(`  Open ${paint(['bold', 'underline'], page.url)}`)
      line(`  ${paint('dim', 'Ctrl-C ends it.')}`)
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
    } finally {
      await page.close()
    }
  } finally {
    await session.stop()
  }
}
