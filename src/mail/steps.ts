import type { Root } from 'hast'
import { arrangeMail } from './arrange.ts'
import { keepBorders } from './blocks.ts'
import { flattenDeepQuotes } from './deep-quotes.ts'
import { readDisplay } from './display.ts'
import { fenceTraces } from './fences.ts'
import { removeHidden } from './hidden.ts'
import { simplifyLinks } from './links.ts'
import { repairLists } from './lists.ts'
import { flattenHeadings } from './one-line.ts'
import { readOutlookLists } from './outlook-lists.ts'
import { readPlainText } from './plain-text.ts'
import { hidePrivate } from './private-text.ts'
import { removeReplyMarks } from './reply-marks.ts'
import { DEFAULT_MAIL_OPTIONS, type LeftOut, type MailOptions, type Step } from './step.ts'
import { readTables } from './tables.ts'
import { readTypeStyles } from './type-styles.ts'
import { keepWhiteSpace } from './white-space.ts'
import { joinTexts, pushWrappersIn } from './wrappers.ts'

export type { LeftOut, MailOptions } from './step.ts'

/** Every step, in the order in which they run: first what the mail means, then how it is built. */
const STEPS: Step[] = [
  simplifyLinks,
  removeHidden,
  readDisplay,
  removeReplyMarks,
  readPlainText,
  arrangeMail,
  fenceTraces,
  hidePrivate,
  flattenDeepQuotes,
  readOutlookLists,
  keepWhiteSpace,
  readTypeStyles,
  keepBorders,
  repairLists,
  pushWrappersIn,
  readTables,
  flattenHeadings,
  joinTexts,
]

/** Changes a mail's tree, in place, to what its reader sees. Returns what was left out, in the order of the steps. */
export function readMail(tree: Root, options: Partial<MailOptions> = {}): LeftOut[] {
  return STEPS.flatMap(step => step(tree, { ...DEFAULT_MAIL_OPTIONS, ...options }))
}
