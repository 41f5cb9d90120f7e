import * as v from 'valibot'
import { issueSchema } from './issue.ts'
import type { Path } from './mistakes.ts'
import { configSchema } from './schema.ts'

/** Two parts of a configuration that can't both be meant; `path` is the part to change. */
export type Contradiction = { path: Path; expected: string; at?: 'key' }

/** Labels and tags that the product sets and reads itself. */
const OWN_LABEL = 'freescout-linked'
const OWN_TAGS = ['auto-linked', '_from_github']

/**
 * The rules that no single key can break. They are held against the raw values, so that they speak up beside
 * other mistakes; what has the wrong shape they pass over.
 */
export function contradictions(config: unknown): Contradiction[] {
  return [
    ...labelsThatComeBack(config),
    ...namesThatMeanTheSame(config, ['labels']),
    ...namesThatMeanTheSame(config, ['issue', 'labels']),
    ...ownNames(config),
    ...wordsThatAreMissing(config),
    ...eachOtherChased(config),
  ]
}

/**
 * A label that a new issue gets must not be one that does something when it is put on. Where one of the two
 * tables is left out its default counts, and the mistake is in the other.
 */
function labelsThatComeBack(config: unknown): Contradiction[] {
  const written = at(config, 'issue', 'labels')
  const actions = table(at(config, 'labels') ?? v.getDefault(configSchema.entries.labels)).map(
    ([name]) => name,
  )
  const given = table(written ?? v.getDefault(issueSchema.entries.labels))
  return given.flatMap(([key, label]): Contradiction[] => {
    const action = actions.find(name => same(name) === same(label))
    if (action === undefined) return []
    if (written === undefined) {
      const expected = `another label, or issue.labels without it: by default it is put on the issues of tickets tagged ${key}`
      return [{ path: ['labels', action], at: 'key', expected }]
    }
    const expected = `a label that does nothing when it is put on, so none of labels (${actions.join(', ')})`
    return [{ path: ['issue', 'labels', key], expected }]
  })
}

/** Tags and labels are the same in upper and lower case, so two such keys would be one. */
function namesThatMeanTheSame(config: unknown, path: string[]): Contradiction[] {
  const names = table(at(config, ...path)).map(([name]) => name)
  return names
    .filter((name, index) => names.findIndex(other => same(other) === same(name)) < index)
    .map(name => ({ path: [...path, name], at: 'key', expected: 'each name once, whatever its case' }))
}

function ownNames(config: unknown): Contradiction[] {
  const labels = table(at(config, 'labels'))
  const lists: [Path, unknown][] = [
    [['criteria', 'tags'], at(config, 'criteria', 'tags')],
    ...labels.map(([name, action]): [Path, unknown] => [['labels', name, 'tags'], at(action, 'tags')]),
  ]
  return [
    ...labels
      .filter(([name]) => same(name) === OWN_LABEL)
      .map(
        ([name]): Contradiction => ({
          path: ['labels', name],
          at: 'key',
          expected: 'another label: this one is put on every linked issue',
        }),
      ),
    ...lists.flatMap(([path, tags]) =>
      table(tags)
        .filter(([, tag]) => OWN_TAGS.includes(same(tag)))
        .map(([index]) => ({
          path: [...path, Number(index)],
          expected: 'another tag: this one is set by the product itself',
        })),
    ),
  ]
}

function wordsThatAreMissing(config: unknown): Contradiction[] {
  const mode = at(config, 'criteria', 'keywords', 'mode')
  const words = at(config, 'criteria', 'keywords', 'words')
  if (!(mode === 'also' || mode === 'require') || !Array.isArray(words) || words.length > 0) return []
  return [{ path: ['criteria', 'keywords', 'words'], expected: `at least one word, because mode is ${mode}` }]
}

function eachOtherChased(config: unknown): Contradiction[] {
  if (at(config, 'issue', 'on-ticket-closed') !== 'close') return []
  if (at(config, 'ticket', 'on-issue-closed') !== 'note-and-reopen') return []
  return [
    {
      path: ['ticket', 'on-issue-closed'],
      expected: 'note or nothing, because issue.on-ticket-closed is close: the two would chase each other',
    },
  ]
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )
}

function table(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function same(name: unknown): string {
  return typeof name === 'string' ? name.trim().toLowerCase() : ''
}
