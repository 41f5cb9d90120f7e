import type { Fetch } from './calls.ts'
import { checkEnvironment } from './check-environment.ts'
import { checkGitHub } from './check-github.ts'
import { type Finding, findingLine } from './finding.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

/**
 * Looks at everything that has to be right before deliveries can arrive, and says what it found, a line each: the
 * variables, the token or App, the repository, its workflow. It only reads, and sends no dispatch; an App's token is
 * the one thing it asks for.
 *
 * @returns the exit code: 1 when something is to be put right, else 0, whatever could not be told
 */
export async function check({
  env,
  fetch,
  say,
  now = Date.now,
}: {
  env: Record<string, string | undefined>
  /** How GitHub is called; the receiver's own way, so that a proxy is tried too. */
  fetch: Fetch
  /** Takes one line, without a line break. */
  say: (line: string) => void
  /** Milliseconds since the epoch. */
  now?: () => number
}): Promise<0 | 1> {
  let wrong = 0
  const tell = (findings: Finding[]) => {
    for (const finding of findings) {
      if (finding.sign === '✗') wrong++
      say(findingLine(finding))
    }
  }

  const read = await settingsOrMistakes(env)
  if ('mistakes' in read) {
    tell(read.mistakes)
    tell([{ sign: '–', name: 'GitHub', found: 'not asked before the environment is right' }])
  } else {
    tell(checkEnvironment(read.settings, env))
    tell(await checkGitHub({ settings: read.settings, fetch, now }))
  }
  say(wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing' : 'things'} to put right.`)
  return wrong === 0 ? 0 : 1
}

async function settingsOrMistakes(
  env: Record<string, string | undefined>,
): Promise<{ settings: Settings } | { mistakes: Finding[] }> {
  try {
    return { settings: await readSettings(env) }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return { mistakes: error.mistakes.map(found => ({ sign: '✗', name: 'Environment', found })) }
  }
}
