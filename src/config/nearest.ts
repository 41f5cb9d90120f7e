import { distance } from 'fastest-levenshtein'

/**
 * The candidate that a mistyped word most likely stands for, or `undefined` when none is near. Case, dashes and
 * underscores don't count, so `onTicketClosed` is `on-ticket-closed`. Two slips are forgiven (one swap of
 * letters is two), more in long words, but never so many that nothing of the candidate is left.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = plain(word)
  let best: { candidate: string; slips: number } | undefined
  for (const candidate of candidates) {
    const meant = plain(candidate)
    const slips = distance(typed, meant)
    if (slips > Math.max(2, Math.floor(meant.length / 3)) || slips >= meant.length) continue
    if (!best || slips < best.slips) best = { candidate, slips }
  }
  return best?.candidate
}

function plain(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/[-_\s]/g, '')
}
