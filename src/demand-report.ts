import * as v from 'valibot'

/*
 * The output `report`: which open issues open tickets wait for. `npm run docs` makes docs/report.schema.json from it. It
 * holds numbers, addresses, counts and labels, and nothing that a customer wrote.
 */

/** The address of the JSON Schema that describes the output. */
export const REPORT_SCHEMA_URL =
  'https://raw.githubusercontent.com/freescout-autolink/freescout-autolink/v1/docs/report.schema.json'

/** Adds the description that the JSON Schema shows. */
function described<const Schema extends v.GenericSchema>(description: string, schema: Schema) {
  return v.pipe(schema, v.description(description))
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const counts = v.object({
  issues: described('A number of issues.', count),
  tickets: described('The number of open tickets that are linked to them.', count),
})

const ticket = v.object({
  id: described("The ticket's id, as in its address.", count),
  number: described('The number that people see in FreeScout.', count),
  url: described("The ticket's page for agents.", v.string()),
  createdAt: described(
    'ISO 8601, UTC; null when FreeScout sent no time that can be read.',
    v.nullable(v.string()),
  ),
})

const mailboxShare = v.object({
  address: described('null for all mailboxes that the configuration does not name.', v.nullable(v.string())),
  tickets: described('How many of these tickets are in the mailbox.', count),
})

const waitingIssue = v.object({
  repository: described('The repository of the issue, as owner/name.', v.string()),
  number: described('The number of the issue in its repository.', count),
  url: described("The issue's page.", v.string()),
  tickets: described('How many open tickets are linked to the issue; at least 1.', count),
  oldestTicket: described('The oldest of these tickets.', ticket),
  days: described('The age of that ticket in whole days; null when it is not known.', v.nullable(count)),
  mailboxes: described(
    'The mailboxes of these tickets, most tickets first. null in a run that more people can read than a private repository.',
    v.nullable(v.array(mailboxShare)),
  ),
  labels: described(
    'The labels of the issue, without freescout-linked. null for an issue of another repository, in a run that more people can read than a private repository.',
    v.nullable(v.array(v.string())),
  ),
})

/** The schema of the output `report`. */
export const demandReportSchema = v.object({
  $schema: described('The address of this schema.', v.string()),
  generatedAt: described('When the lists were read, as ISO 8601, UTC.', v.string()),
  tickets: described('How many open tickets are linked to an open issue.', count),
  days: described(
    'The age of the oldest of all these tickets in whole days; null when there is none, or no age is known.',
    v.nullable(count),
  ),
  issues: described(
    'The open issues that open tickets are linked to. Most tickets first, then the oldest ticket.',
    v.array(waitingIssue),
  ),
  omitted: described(
    'What "issues" leaves out to keep the output small enough. "tickets" counts it.',
    counts,
  ),
  notOpen: described('Issues that are closed or gone, and the open tickets that are linked to them.', counts),
  notListed: described(
    "Issues of repositories whose issues can't be listed, and their open tickets.",
    counts,
  ),
})

/** Which open issues open tickets wait for. */
export type DemandReport = v.InferOutput<typeof demandReportSchema>

/** An open issue, and the open tickets that are linked to it. */
export type WaitingIssue = DemandReport['issues'][number]
