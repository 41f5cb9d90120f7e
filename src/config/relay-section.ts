import * as v from 'valibot'
import { described, mappingSchema } from './values.ts'

const COMMAND = 'a word such as /support (a / or !, then letters, digits, - or _), or off'

/** The word that starts a relayed text. `off` without quotes is text in YAML 1.2 and false in YAML 1.1. */
const command = v.pipe(
  v.union(
    [
      v.literal(false),
      v.literal('off'),
      v.pipe(v.string(), v.trim(), v.regex(/^[/!][A-Za-z0-9][\w-]{0,48}$/, COMMAND)),
    ],
    COMMAND,
  ),
  v.transform(word => (word === 'off' ? false : word)),
)

/** The section `relay`: which comments and notes are relayed to the other side. */
export const relaySection = mappingSchema({
  'to-tickets': described(
    'A comment on an issue that begins with this word becomes an internal note on every ticket of the issue. Only a trusted author\'s comment is sent. If you change the word, also change it in the workflow\'s "if". off: no comment is sent.',
    v.optional(command, '/support'),
  ),
  'to-issue': described(
    "An internal note of a user that begins with this word becomes a comment on the ticket's issue. off: no note is sent.",
    v.optional(command, '/github'),
  ),
  public: described(
    'Whether notes are also sent to issues of repositories that are not private. In a public repository, everybody can read them.',
    v.optional(v.boolean('true or false'), false),
  ),
  'name-agents': described(
    'Whether the comment names the user who wrote the note.',
    v.optional(v.boolean('true or false'), false),
  ),
})
