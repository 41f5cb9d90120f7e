/** What a renderer returns: its value, or why there is none. */
export type Rendered<Value> = { kind: 'rendered'; value: Value } | GaveUp

/**
 * A text that could not be rendered. `error` is what a step threw: log its stack at debug level only, because a
 * library may quote the text in its message.
 */
export type GaveUp = { kind: 'gave-up'; reason: GiveUpReason; error?: Error }

/** Why a renderer gives up, as the second half of a sentence with "because". */
const PHRASES = {
  'too-deep': 'its elements are nested too deeply',
  'too-long': 'no part of it fits into an issue',
  'step-failed': 'a step of the conversion failed',
} as const

type GiveUpReason = keyof typeof PHRASES

export function rendered<Value>(value: Value): Rendered<Value> {
  return { kind: 'rendered', value }
}

export function gaveUp(reason: GiveUpReason): GaveUp {
  return { kind: 'gave-up', reason }
}

/**
 * Runs a step of a renderer and never throws. The steps after the parser are recursive: deep trees overflow the
 * stack, which JavaScript reports as a `RangeError`. Any other error is a defect here or in a library.
 */
export function attempt<Value>(step: () => Rendered<Value>): Rendered<Value> {
  try {
    return step()
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error('A step threw something that is not an error.')
    return { kind: 'gave-up', reason: error instanceof RangeError ? 'too-deep' : 'step-failed', error }
  }
}

/** The reason as a phrase: `it has too many tags`. It does not quote the text. */
export function whyNotRendered({ reason, error }: GaveUp): string {
  return reason === 'step-failed' && error ? `${PHRASES[reason]} (${error.name})` : PHRASES[reason]
}
