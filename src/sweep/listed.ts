import { ServiceError } from '../service-error.ts'

/** What lists show. `failures` are the errors of those that could not be read to their end. */
export type Listed<Item> = { items: Item[]; failures: ServiceError[] }

/** Reads a list page by page. When a page fails, the pages before it count, and the error is returned. */
export async function readList<Item>(pages: AsyncIterable<Item[]>): Promise<Listed<Item>> {
  const items: Item[] = []
  try {
    for await (const page of pages) items.push(...page)
    return { items, failures: [] }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { items, failures: [error] }
  }
}

/** Reads several lists at the same time, and returns them as one. */
export async function readLists<Item>(lists: AsyncIterable<Item[]>[]): Promise<Listed<Item>> {
  const read = await Promise.all(lists.map(pages => readList(pages)))
  return { items: read.flatMap(({ items }) => items), failures: read.flatMap(({ failures }) => failures) }
}

/** The part of a sweep's error about lists that could not be read. */
export function describeUnread(failures: ServiceError[]): string {
  const messages = [...new Set(failures.map(({ message }) => message))]
  return `Some lists could not be read, so the next sweep reads them again. ${messages.slice(0, 3).join(' ')}`
}
