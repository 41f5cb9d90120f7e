import { handler } from '../../../receiver/lambda.ts'

/* Plays Lambda's runtime: events come in as JSON, answers go out as JSON. */
process.on('message', async ({ id, event }: { id: number; event: string }) => {
  process.send?.({ id, answer: JSON.stringify(await handler(JSON.parse(event))) })
})
