import type { Root } from 'hast'
import { keepBorders } from './blocks.ts'
import { removeHidden } from './hidden.ts'
import { repairLists } from './lists.ts'
import { flattenHeadings } from './one-line.ts'
import { readOutlookLists } from './outlook-lists.ts'
import type { LeftOut, MailOptions, Step } from './step.ts'
import { readTables } from './tables.ts'
import { pushWrappersIn } from './wrappers.ts'

export type { LeftOut, MailOptions } from './step.ts'

/** Every step, in the order in which they run. */
const STEPS: Step[] = [
  removeHidden,
  readOutlookLists,
  keepBorders,
  repairLists,
  pushWrappersIn,
  readTables,
  flattenHeadings,
]

/** Changes a mail's tree, in place, to what its reader sees. Returns what was left out, in the order of the steps. */
export function readMail(tree: Root, options: MailOptions = {}): LeftOut[] {
  return STEPS.flatMap(step => step(tree, options))
}
