import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../test/browser/chromium.ts'
import { drivePage, playStoryOnPage } from './page-driver.ts'

/** Wide enough for three columns, high enough for the end of the story. */
const SIZE = { width: 1280, height: 860 }
/** Until no step of the way is lit any more. */
const CALM_MS = 2000

/**
 * Plays the story on the page and takes a picture of its end, light and dark; gives the files' paths.
 *
 * @throws when there is no Chromium
 */
export async function takeScreenshots(url: string, folder: string): Promise<string[]> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Pictures need a Chromium on PATH.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' })
    await tab.goto(url)
    await playStoryOnPage(drivePage(tab))
    // No button looks as if it were pointed at.
    await tab.mouse.move(0, 0)
    await tab.waitForTimeout(CALM_MS)
    await mkdir(folder, { recursive: true })
    const files: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      const path = join(folder, `demo-${colorScheme}.png`)
      await tab.emulateMedia({ colorScheme })
      await tab.screenshot({ path })
      files.push(path)
    }
    return files
  } finally {
    await browser.close()
  }
}
