import type { Page } from 'playwright-core'

/** The page by its words, as somebody who uses it finds it. */
export type PageDriver = ReturnType<typeof drivePage>

/** How long something on the page may take. A run that meets a broken network waits before it tries again. */
const PATIENCE_MS = 45_000
/** More than the page has controls. */
const MOST_PRESSES = 60

/** Wraps a tab that shows the demo: what people can press there, and what they can read. */
export function drivePage(tab: Page) {
  tab.setDefaultTimeout(PATIENCE_MS)
  const card = (name: string) => tab.getByRole('article', { name, exact: true })
  const status = tab.getByRole('status')
  return {
    card,
    status,
    log: tab.getByRole('log'),
    hint: tab.locator('#hint'),
    /** Presses a button by its name, on a card or else anywhere. */
    press: (name: string, on?: string) =>
      (on ? card(on) : tab).getByRole('button', { name, exact: true }).click(),
    /** Presses Tab until the focus is on what has this id, or begins with this text. */
    reach: async (name: string) => {
      for (let presses = 0; presses < MOST_PRESSES; presses++) {
        await tab.keyboard.press('Tab')
        const found = await tab.evaluate(
          () => document.activeElement?.id || document.activeElement?.textContent,
        )
        if (found?.startsWith(name)) return
      }
      throw new Error(`${name} is not reached by Tab.`)
    },
    /** Waits until a card, or else the timeline, shows this. */
    shows: (text: string | RegExp, where?: string) =>
      (where ? card(where) : tab.getByRole('log')).getByText(text).first().waitFor(),
    /** Waits until the status says this. */
    says: (text: string) => status.getByText(text, { exact: true }).waitFor(),
  }
}

/** Files a ticket as an issue and closes it; then loses a reply while GitHub is down, and runs the sweep. */
export async function playStoryOnPage({ press, shows, says }: PageDriver): Promise<void> {
  await press('New ticket')
  await press('Tag “bug”', 'Ticket #1000')
  await shows('auto-linked', 'Ticket #1000')
  await says('Settled')
  await press('Close', 'Ticket #1000')
  await shows(/FreeScout ticket resolved/, 'Issue #1')
  await says('Settled')
  await press('GitHub down (502)')
  await says('Network broken')
  await press('Customer replies (reopens)', 'Ticket #1000')
  await shows(/FreeScout will send it again/)
  await press('Fix the network')
  await says('Not there yet')
  await press('Run the sweep')
  await shows(/FreeScout ticket reopened/, 'Issue #1')
  await says('Settled')
}
