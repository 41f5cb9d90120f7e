import type { Root } from 'hast'
import type { Texts } from '../texts/catalogue.ts'
import { ENGLISH } from '../texts/english.ts'

/** Something that a mail's issue does not show: the rule that left it out, and the text it had. */
export type LeftOut = { rule: string; text: string }

/** How a mail is read. */
export type MailOptions = {
  /** What becomes of a signature. fold: a line says that there was one. */
  signature: 'fold' | 'keep' | 'drop'
  /** The ticket's subject, which tells a forward from a reply. */
  subject: string
  /** Finds the people who must not be named. Without it, telephone numbers are shown as well. */
  findPeople: ((text: string) => { start: number; end: number }[]) | undefined
  /** What is said about the parts that are left out or shortened. */
  texts: Pick<Texts, 'signature-left-out' | 'earlier-messages' | 'earlier-cut'>
}

/** How a mail is read when nothing is said about it. */
export const DEFAULT_MAIL_OPTIONS: MailOptions = {
  signature: 'fold',
  subject: '',
  findPeople: undefined,
  texts: ENGLISH,
}

/**
 * Changes a mail's tree in place. It returns what its rule left out, and never throws. The tree is as the parser made
 * it: classes, styles and hidden elements are still there, and nothing in it is safe yet.
 *
 * A tree has at most 30,000 nodes and 200 levels, so a step may be recursive.
 */
export type Step = (tree: Root, options: MailOptions) => LeftOut[]
