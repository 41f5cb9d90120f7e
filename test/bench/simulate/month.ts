import type { Random } from '../../chaos/random.ts'

/** When people do something about one ticket, in milliseconds from the start of the month. */
export type PlannedTicket = {
  createdAt: number
  /** Which group of mailboxes it comes in by, from 0. */
  source: number
  /** When it gets a trigger tag; `undefined` for the tickets that get no issue. */
  taggedAt: number | undefined
  /** An agent writes a note. */
  notedAt: number
  /** An agent closes it with a reply. */
  closedAt: number
  /** The customer answers, and the ticket is open again. */
  reopenedAt: number | undefined
  closedAgainAt: number | undefined
  /** Somebody closes the issue on GitHub, if there is one by then. */
  issueClosedAt: number | undefined
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
/** Days of the month. It starts on a Monday. */
export const DAYS = 30

/** How busy the hours of a day are, from 0 to 23. The three busiest are about three times an average hour. */
const HOURS = [1, 1, 1, 1, 1, 2, 4, 10, 24, 36, 38, 34, 24, 28, 32, 28, 20, 10, 6, 4, 3, 2, 2, 1]
const WEEKEND_PERCENT = 20
/** Incidents: so many, each with so much of the month's tickets, within so many minutes. */
const INCIDENTS = 4
const INCIDENT_PERMILLE = 5
const INCIDENT_MS = 5 * 60_000

/** One ticket in five gets an issue. Three of four tags come with the ticket, the others from an agent later. */
const WITH_ISSUE_PERCENT = 20
const TAGGED_AT_ONCE_PERCENT = 75
const REOPENED_PERCENT = 10
const ISSUE_CLOSED_PERCENT = 80

/** An agent who tags a ticket and closes it needs so long for the answer between them. */
const BEFORE_CLOSING_MS = 10 * 60_000
/** What comes in at night or at the weekend is done in so many hours of the next working day. */
const CATCH_UP_MS = 8 * HOUR_MS

/** How many groups of mailboxes there are. */
export const SOURCES = 4

/**
 * Plans a month: when tickets come in, and what people do about them. Tickets follow the hours of a working week, and four
 * times in the month many come within five minutes. People act after a while, in working hours.
 */
export function planMonth(tickets: number, random: Random, { days = DAYS } = {}): PlannedTicket[] {
  const hours = weightedHours(days)
  const inIncidents = Math.floor((tickets * INCIDENT_PERMILLE) / 1000)
  const times = Array.from({ length: INCIDENTS }, () => {
    const startsAt = pickHour(hours, random) * HOUR_MS + random.below(HOUR_MS)
    return Array.from({ length: inIncidents }, () => startsAt + random.below(INCIDENT_MS))
  }).flat()
  while (times.length < tickets) times.push(pickHour(hours, random) * HOUR_MS + random.below(HOUR_MS))
  return times.toSorted((one, other) => one - other).map(createdAt => planTicket(createdAt, random))
}

function planTicket(createdAt: number, random: Random): PlannedTicket {
  const isTagged = random.percent(WITH_ISSUE_PERCENT)
  const isTaggedAtOnce = random.percent(TAGGED_AT_ONCE_PERCENT)
  const looksAt = inWorkingHours(createdAt + waitOf(2 * HOUR_MS, random), random)
  const closedAt = inWorkingHours(createdAt + waitOf(20 * HOUR_MS, random), random)
  // An agent tags a ticket while it is open.
  const taggedLater = Math.max(createdAt + 1000, Math.min(looksAt, closedAt - BEFORE_CLOSING_MS))
  const isReopened = random.percent(REOPENED_PERCENT)
  const reopenedAt = closedAt + waitOf(DAY_MS, random)
  const isIssueClosed = random.percent(ISSUE_CLOSED_PERCENT)
  const issueClosedAt = inWorkingHours(createdAt + waitOf(2 * DAY_MS, random), random)
  return {
    createdAt,
    source: random.below(SOURCES),
    taggedAt: isTagged ? (isTaggedAtOnce ? createdAt + 1000 : taggedLater) : undefined,
    notedAt: inWorkingHours(createdAt + waitOf(3 * HOUR_MS, random), random),
    closedAt,
    reopenedAt: isReopened ? reopenedAt : undefined,
    closedAgainAt: isReopened ? inWorkingHours(reopenedAt + waitOf(10 * HOUR_MS, random), random) : undefined,
    issueClosedAt: isTagged && isIssueClosed ? issueClosedAt : undefined,
  }
}

/** Each hour of the month as often as it is busy. */
function weightedHours(days: number): number[] {
  return Array.from({ length: days * 24 }, (_, hour) => {
    const isWeekend = Math.floor(hour / 24) % 7 >= 5
    const weight = Math.ceil(((HOURS[hour % 24] ?? 1) * (isWeekend ? WEEKEND_PERCENT : 100)) / 20)
    return Array.from({ length: weight }, () => hour)
  }).flat()
}

function pickHour(hours: number[], random: Random): number {
  return random.pick(hours)
}

/** A wait around this mean, in whole milliseconds: many short ones and few long ones. */
function waitOf(mean: number, random: Random): number {
  return Math.round(-Math.log((random.below(1_000_000) + 1) / 1_000_001) * mean)
}

/** At night and at weekends people wait until the next working day. */
function inWorkingHours(at: number, random: Random): number {
  const isWorking = (time: number) => {
    const hour = Math.floor(time / HOUR_MS) % 24
    return Math.floor(time / DAY_MS) % 7 < 5 && hour >= 8 && hour < 18
  }
  if (isWorking(at)) return at
  let morning = Math.floor(at / HOUR_MS) * HOUR_MS
  while (!isWorking(morning)) morning += HOUR_MS
  return morning + random.below(CATCH_UP_MS)
}
