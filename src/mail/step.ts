import type { Root } from 'hast'

/** Something that a mail's issue does not show: the rule that left it out, and the text it had. */
export type LeftOut = { rule: string; text: string }

/** How a mail is read. */
export type MailOptions = Record<string, never>

/**
 * Changes a mail's tree in place. It returns what its rule left out, and never throws. The tree is as the parser made
 * it: classes, styles and hidden elements are still there, and nothing in it is safe yet.
 *
 * A tree has at most 30,000 nodes and 200 levels, so a step may be recursive.
 */
export type Step = (tree: Root, options: MailOptions) => LeftOut[]
