import { fromHtml } from 'hast-util-from-html'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect } from 'vitest'
import { type Bridge, dispatchOf, HOME, lines } from './bridge.ts'
import type { TicketInput } from './freescout-emulator/index.ts'
import type { Issue } from './github-emulator/index.ts'
import { runInProcess } from './in-process.ts'
import { read } from './markdown-reader.ts'
import type { Run } from './runner.ts'

/** A customer whose name and address are in nothing but what a test puts them into. */
export const CUSTOMER = {
  email: 'quentin.quibble@customer.example',
  firstName: 'Quentin',
  lastName: 'Quibble',
}

/** What of that customer must be nowhere: the parts of the name, the address, and its parts. */
export const PERSONAL = ['Quentin', 'Quibble', 'customer.example', 'quentin.quibble']

/** A run for a ticket, as a dispatch of the receiver starts it. */
export function dispatch(bridge: Bridge, id: number, inputs: Record<string, string> = {}): Promise<Run> {
  return runInProcess(bridge, { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) }, inputs)
}

/** A run for what happened to an issue. */
export function issueEvent(
  bridge: Bridge,
  number: number,
  { action, label }: { action: 'labeled' | 'closed'; label?: string },
): Promise<Run> {
  const payload = {
    action,
    issue: { number },
    ...(label && { label: { name: label } }),
    repository: { full_name: HOME },
  }
  return runInProcess(bridge, { name: 'issues', payload })
}

/** A sweep. */
export function sweep(bridge: Bridge, inputs: Record<string, string> = {}): Promise<Run> {
  return runInProcess(bridge, { name: 'schedule' }, inputs)
}

/** A ticket that became an issue, and what GitHub makes of its title and body. */
export type Filed = {
  id: number
  run: Run
  issue: Issue
  body: string
  tree: Root
  /** Mentions, references and commits that GitHub would see in the title or body. */
  acting: string[]
}

/** Files a ticket by {@link CUSTOMER}, unless it says otherwise, and reads the newest issue as GitHub would. */
export async function file(
  bridge: Bridge,
  input: Partial<TicketInput>,
  inputs: Record<string, string> = {},
): Promise<Filed> {
  const id = bridge.ticket({ customer: CUSTOMER, ...input })
  return { id, ...(await filed(bridge, id, inputs)) }
}

/** The same for a ticket that is there. */
export async function filed(
  bridge: Bridge,
  id: number,
  inputs: Record<string, string> = {},
): Promise<Omit<Filed, 'id'>> {
  const run = await dispatch(bridge, id, inputs)
  expect(run.outputs, run.log).toMatchObject({ result: 'created', 'conversation-id': String(id) })
  const issue = bridge.github.issue(HOME, Number(run.outputs['issue-number']))
  const body = issue.body ?? ''
  const { tree, acting } = read(body)
  return { run, issue, body, tree, acting: [...acting, ...read(issue.title).acting] }
}

/** Asserts that a second run changes nothing: it took nothing in the text for our own mark. */
export async function expectSettled(bridge: Bridge, id: number): Promise<void> {
  bridge.forget()
  const run = await dispatch(bridge, id)
  expect(run.outputs, run.log).toMatchObject({ result: 'unchanged', reason: 'already-linked' })
  expect(lines(bridge.writes())).toEqual([])
}

/** The blocks of the issue that stand outside the customer's quote, without the marker. */
export function outside(tree: Root): Nodes[] {
  return tree.children.filter(({ type }) => type !== 'blockquote').slice(0, -1)
}

/** Everything that the run left where people or machines can read it: log, annotations, summary, outputs. */
export function said({ log, summary, outputs }: Run): string {
  return [log, summary, ...Object.values(outputs)].join('\n')
}

/** Everything that was sent to GitHub. */
export function sentToGitHub({ github }: Bridge): string {
  return JSON.stringify(github.log.map(({ path, body }) => [decodeURIComponent(path), body]))
}

/** Fails when a text holds one of the words, in any capitals. */
export function expectNone(text: string, words: string[]): void {
  const found = words.filter(word => text.toLowerCase().includes(word.toLowerCase()))
  expect(found, text.slice(0, 2000)).toEqual([])
}

/** What a browser would make of a note: elements with attributes, comments, text. */
export function parsedNote(html: string): {
  elements: string[]
  hrefs: string[]
  comments: string[]
  text: string
} {
  const elements = new Set<string>()
  const hrefs: string[] = []
  const comments: string[] = []
  let text = ''
  visit(fromHtml(html, { fragment: true }), node => {
    if (node.type === 'comment') comments.push(node.value.trim())
    if (node.type === 'text') text += node.value
    if (node.type !== 'element') return
    elements.add([node.tagName, ...Object.keys(node.properties)].join(' '))
    if (node.properties.href !== undefined) hrefs.push(String(node.properties.href))
  })
  return { elements: [...elements].toSorted(), hrefs, comments, text }
}
