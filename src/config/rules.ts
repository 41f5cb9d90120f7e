import { FROM_GITHUB_TAG, hasName, isSameName, LINKED_LABEL, LINKED_TAG } from '../names.ts'
import { DEFAULT_ISSUE_LABELS } from './issue-section.ts'
import { nearest, type Path } from './mistakes.ts'
import { DEFAULT_LABEL_ACTIONS, LABEL_ACTIONS } from './schema.ts'
import { mistakeInBody } from './template-rules.ts'
import { plainWords } from './values.ts'

/** A part of a configuration that contradicts another part. `part` says whether its key or its value is wrong. */
export type Contradiction = { path: Path; part: 'key' | 'value'; expected: string }

/** Tags that the product itself sets and reads. */
const PRODUCT_TAGS = [LINKED_TAG, FROM_GITHUB_TAG]

const RULES: ((config: unknown) => Contradiction[])[] = [
  newIssueLabelHasAction,
  labelActionIsTakenForLabel,
  config => keysThatDifferInCase(config, ['labels']),
  config => keysThatDifferInCase(config, ['issue', 'labels']),
  config => keysThatDifferInCase(config, ['issue', 'types']),
  productLabelHasAction,
  productTagIsListed,
  ticketsAreNotConfigured,
  keywordsAreMissing,
  keywordIsBlank,
  sidesUndoEachOther,
  customerIsMailbox,
  bodyIsUnsafe,
]

/**
 * Finds what contradicts something else in the configuration. The rules read the values as written, so they find
 * contradictions beside other mistakes. They skip what is not of the expected shape.
 */
export function findContradictions(config: unknown): Contradiction[] {
  return RULES.flatMap(rule => rule(config))
}

/**
 * A label of a new issue must have no action, because putting it on the issue starts that action. When the author
 * left one of the two tables out, its default counts, and the other table holds the mistake.
 */
function newIssueLabelHasAction(config: unknown): Contradiction[] {
  const written = valueAt(config, 'issue', 'labels')
  const actions = Object.keys(asTable(valueAt(config, 'labels') ?? DEFAULT_LABEL_ACTIONS))
  return Object.entries(asTable(written ?? DEFAULT_ISSUE_LABELS)).flatMap(([key, label]): Contradiction[] => {
    const action = typeof label === 'string' && actions.find(name => isSameName(name, label))
    if (!action) return []
    if (written === undefined) {
      const expected = `another label, or issue.labels without it: by default the issues of tickets tagged ${key} get it`
      return [{ path: ['labels', action], part: 'key', expected }]
    }
    const expected = `a label without an action, so none of labels (${actions.join(', ')})`
    return [{ path: ['issue', 'labels', key], part: 'value', expected }]
  })
}

/** `issue.labels: { regression: create }` would put the label `create` on issues. It is meant for the table `labels`. */
function labelActionIsTakenForLabel(config: unknown): Contradiction[] {
  const labels = { ...DEFAULT_LABEL_ACTIONS, ...asTable(valueAt(config, 'labels')) }
  return Object.entries(asTable(valueAt(config, 'issue', 'labels')))
    .filter(([key, label]) => hasName(Object.keys(labels), key) && LABEL_ACTIONS.some(one => one === label))
    .map(([key, label]) => {
      const expected = `the label for tickets tagged ${key}; what a label does is written labels: { ${key}: { action: ${label} } }`
      return { path: ['issue', 'labels', key], part: 'value', expected }
    })
}

/** GitHub and FreeScout ignore case, so two such keys would be one. */
function keysThatDifferInCase(config: unknown, path: string[]): Contradiction[] {
  const names = Object.keys(asTable(valueAt(config, ...path)))
  return names
    .filter((name, index) => hasName(names.slice(0, index), name))
    .map(name => ({ path: [...path, name], part: 'key', expected: 'each name once, whatever its case' }))
}

function productLabelHasAction(config: unknown): Contradiction[] {
  const expected = 'another label: the product puts this one on every linked issue'
  return Object.keys(asTable(valueAt(config, 'labels')))
    .filter(name => isSameName(name, LINKED_LABEL))
    .map(name => ({ path: ['labels', name], part: 'key', expected }))
}

function productTagIsListed(config: unknown): Contradiction[] {
  const actions = Object.keys(asTable(valueAt(config, 'labels')))
  const lists = [['criteria', 'tags'], ...actions.map(name => ['labels', name, 'tags'])]
  return lists.flatMap(path => {
    const tags = valueAt(config, ...path)
    if (!Array.isArray(tags)) return []
    return tags.flatMap((tag: unknown, index): Contradiction[] => {
      if (typeof tag !== 'string' || !hasName(PRODUCT_TAGS, tag)) return []
      return [
        { path: [...path, index], part: 'value', expected: 'another tag: the product sets this one itself' },
      ]
    })
  })
}

/** A label that creates tickets needs `ticket`. The default table does not count, because nobody wrote it. */
function ticketsAreNotConfigured(config: unknown): Contradiction[] {
  // A mistyped `ticket` is a mistake of its own.
  if (Object.keys(asTable(config)).some(key => nearest(key, ['ticket']))) return []
  const expected = 'note, or the section ticket, which says where tickets are created'
  return Object.keys(asTable(valueAt(config, 'labels')))
    .map(label => ['labels', label, 'action'])
    .filter(path => valueAt(config, ...path) === 'create')
    .map(path => ({ path, part: 'value', expected }))
}

function keywordsAreMissing(config: unknown): Contradiction[] {
  const mode = valueAt(config, 'criteria', 'keywords', 'mode')
  const path = ['criteria', 'keywords', 'words']
  const words = valueAt(config, ...path)
  if (!(mode === 'also' || mode === 'require') || !Array.isArray(words) || words.length > 0) return []
  return [{ path, part: 'value', expected: `at least one word, because mode is ${mode}` }]
}

/** A keyword of nothing but blanks and invisible characters would be nowhere. */
function keywordIsBlank(config: unknown): Contradiction[] {
  const path = ['criteria', 'keywords', 'words']
  const words = valueAt(config, ...path)
  if (!Array.isArray(words)) return []
  return words.flatMap((word: unknown, index): Contradiction[] => {
    // Text of blanks only is refused by the schema.
    if (typeof word !== 'string' || word.trim() === '' || plainWords(word) !== '') return []
    return [
      { path: [...path, index], part: 'value', expected: 'a keyword with at least one visible character' },
    ]
  })
}

function sidesUndoEachOther(config: unknown): Contradiction[] {
  const path = ['ticket', 'on-issue-closed']
  if (valueAt(config, 'issue', 'on-ticket-closed') !== 'close') return []
  if (valueAt(config, ...path) !== 'note-and-reopen') return []
  const expected =
    'note, note-and-close or nothing, because issue.on-ticket-closed is close: the two would close and reopen each other without end'
  return [{ path, part: 'value', expected }]
}

/** FreeScout would mail each agent's reply to itself. The doctor compares the customer with the other mailboxes, too. */
function customerIsMailbox(config: unknown): Contradiction[] {
  const path = ['ticket', 'customer']
  const customer = valueAt(config, ...path)
  const mailboxes = valueAt(config, 'mailboxes')
  const addresses = [valueAt(config, 'ticket', 'mailbox'), ...(Array.isArray(mailboxes) ? mailboxes : [])]
  const names = addresses.filter(address => typeof address === 'string')
  if (typeof customer !== 'string' || !hasName(names, customer)) return []
  const expected = 'an address that is no mailbox, because FreeScout would mail each reply to itself'
  return [{ path, part: 'value', expected }]
}

function bodyIsUnsafe(config: unknown): Contradiction[] {
  const path = ['issue', 'body']
  const template = valueAt(config, ...path)
  const expected = typeof template === 'string' ? mistakeInBody(template.trim()) : undefined
  return expected ? [{ path, part: 'value', expected }] : []
}

function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    const table = asTable(inner)
    return Object.hasOwn(table, key) ? table[key] : undefined
  }, value)
}

/** The value if it is a mapping or a table, else an empty table. */
function asTable(value: unknown): Record<string, unknown> {
  return isTable(value) ? value : {}
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
