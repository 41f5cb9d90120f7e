import * as v from 'valibot'
import { about, list } from './describe.ts'
import { choice, tag, text } from './values.ts'

/** The section `criteria`: which tickets get an issue. */
export const criteriaSchema = v.strictObject({
  tags: about(
    'Trigger tags: a ticket with any of them gets an issue. Upper and lower case are the same.',
    v.optional(list(tag, 'a list of tags, such as [bug]'), ['bug', 'feature_request', 'auto:status']),
  ),
  keywords: about(
    "Words to look for in a ticket's subject and body.",
    v.optional(
      v.strictObject({
        mode: about(
          'off: not looked for. also: an untagged ticket with a keyword counts too. require: tag and keyword are both needed.',
          v.optional(
            v.pipe(
              // `off` without quotes is text in YAML 1.2 and false in YAML 1.1: both mean the same here.
              v.union([choice('off', 'also', 'require'), v.literal(false)], 'off, also or require'),
              v.transform(mode => (mode === false ? 'off' : mode)),
            ),
            'off',
          ),
        ),
        words: about(
          'The keywords, taken literally (no patterns).',
          v.optional(list(text('a keyword as text'), 'a list of keywords, such as [crash]'), [
            'bug',
            'crash',
            'broken',
            'feature request',
          ]),
        ),
      }),
      {},
    ),
  ),
})
