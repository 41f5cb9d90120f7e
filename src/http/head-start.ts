/** Turns of the event loop after which a request has left for a server nearby. */
const TURNS = 5

/** Lets the requests that were just made leave, before loading modules holds the event loop up. */
export async function headStart(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise(resolve => setImmediate(resolve))
}

/** A question that goes out before its answer is needed, if it ever is: what goes wrong is told where it is awaited. */
export function ahead<Answer>(question: Promise<Answer>): Promise<Answer> {
  question.catch(() => {})
  return question
}
