/**
 * The parts of the receiver's work that have a server of their own, each on top of the ones before. Before all of them
 * stands `bare`, which reads and answers by `node:http` alone; `@hono/node-server` also reads the body. After them comes
 * the whole receiver.
 */
export const PARTS = ['@hono/node-server', 'hono', 'signature', 'JSON'] as const

export type Part = (typeof PARTS)[number]
