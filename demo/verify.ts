import { leaksIn } from './dispatches.ts'
import type { Costs } from './events.ts'
import { type Installation, REPOSITORY } from './installation.ts'
import type { Outcome } from './story.ts'
import { counted } from './terminal.ts'

/** Something that must hold in the end; `found` says what is there instead when it doesn't. */
export type Check = { where: Where; claim: string; holds: boolean; found: string }

type Finding = Omit<Check, 'where'>
type Where = 'GitHub' | 'FreeScout' | 'Between'

/** Looks at both sides as they are, whatever the runs said about it. */
export function verify(outcome: Outcome, installation: Installation): Check[] {
  return [
    ...onGitHub(outcome, installation).map(check => ({ where: 'GitHub' as const, ...check })),
    ...onFreeScout(outcome, installation).map(check => ({ where: 'FreeScout' as const, ...check })),
    ...inBetween(outcome, installation).map(check => ({ where: 'Between' as const, ...check })),
  ]
}

function onGitHub({ ticket, incident }: Outcome, { github, freescout }: Installation): Finding[] {
  const marker = `<!-- freescout-autolink ticket=${ticket.id} url=${freescout.url}/conversation/${ticket.id} -->`
  const issues = github.issues(REPOSITORY)
  const [issue] = issues
  const lastLine = issue?.body?.split('\n').at(-1)
  const { firstName, lastName, email } = incident.operator
  const unwanted = [firstName, lastName, email, '@oncall', '#41']
  const found = unwanted.filter(text => issue?.body?.includes(text))
  const labels = ['bug', 'incident', 'freescout-linked']
  return [
    check('exactly one issue', issues.length === 1, counted(issues.length, 'issue')),
    check('its last line is the marker that names the ticket', lastLine === marker, lastLine),
    check("its title is the ticket's subject", issue?.title === incident.subject, issue?.title),
    check(
      'it quotes the message: no name, no address, no @ or # that acts',
      issue?.body?.includes('p95 latency') === true && found.length === 0,
      list(found) || 'no quote',
    ),
    check(`its labels are ${list(labels)}`, isSameSet(issue?.labels, labels), list(issue?.labels)),
  ]
}

function onFreeScout({ ticket, incident }: Outcome, { freescout, github }: Installation): Finding[] {
  const url = `https://github.com/${REPOSITORY}/issues/${github.issues(REPOSITORY)[0]?.number}`
  const field = freescout.field(ticket.id, 'github_issue_url')
  const { tags, threads } = freescout.ticket(ticket.id)
  const notes = threads.filter(({ type }) => type === 'note')
  const [note] = notes
  const author = freescout.users.get(note?.createdBy.id ?? 0)?.email
  const names = note?.body?.includes(url) && note.body.includes('[freescout-autolink]')
  const wanted = [...incident.tags, 'auto-linked']
  return [
    check("the field github_issue_url holds the issue's URL", field === url, field || 'an empty field'),
    check(
      'one internal note, by bot@raxx.app, names the issue',
      notes.length === 1 && names === true && author === 'bot@raxx.app',
      note && `${counted(notes.length, 'note')}, the first by ${author}: ${note.body}`,
    ),
    check(`the tags are ${list(wanted)}`, isSameSet(tags, wanted), list(tags)),
  ]
}

function inBetween(outcome: Outcome, { freescout, github }: Installation): Finding[] {
  const { first, second, echoes, forged, dispatches, mailsBefore, ticket } = outcome
  const mails = freescout.mails.slice(mailsBefore).filter(({ to }) => to === 'customer')
  const leaks = leaksIn(github.dispatches)
  const result = (run: typeof first) => run && `${run.outputs.result} (exit ${run.exitCode})`
  return [
    check('the run says created', first?.exitCode === 0 && first.outputs.result === 'created', result(first)),
    check(
      'the dispatch held ids, and nothing of what the ticket says',
      github.dispatches.length > 0 && leaks.length === 0,
      leaks.length ? list(leaks) : 'no dispatch',
    ),
    check(
      'our own note came back as a webhook, and cost no run',
      echoes.length > 0 &&
        echoes.every(({ status, reason }) => status === 200 && reason === 'nothing-to-do') &&
        dispatches.after === dispatches.before,
      `${list(echoes.map(({ event, status, reason }) => `${event} ${status} ${reason ?? ''}`)) || 'no webhook'}, ` +
        `${counted(dispatches.after - dispatches.before, 'dispatch', 'dispatches')}`,
    ),
    check(
      'a forged delivery was refused with 401',
      forged?.status === 401,
      forged ? `${forged.status}` : 'no answer',
    ),
    check(
      'a second run looked at both sides and wrote nothing',
      second.exitCode === 0 &&
        second.outputs.result === 'unchanged' &&
        second.costs.freescout.reads > 0 &&
        second.costs.github.reads > 0 &&
        writesIn(second.costs) === 0,
      `${result(second)}, ${readsIn(second.costs)}, ${counted(writesIn(second.costs), 'write')}`,
    ),
    check(
      'no webhook is left to be sent again',
      freescout.pending.length === 0,
      counted(freescout.pending.length, 'webhook'),
    ),
    check(
      'nothing that was written sent a customer mail',
      mails.length === 0,
      list(mails.map(({ why }) => `${why} about ticket ${ticket.id}`)),
    ),
  ]
}

function readsIn({ freescout, github }: Costs): string {
  return `${counted(freescout.reads, 'read')} of FreeScout, ${counted(github.reads, 'read')} of GitHub`
}

function writesIn({ freescout, github }: Costs): number {
  return freescout.writes + github.writes
}

function check(claim: string, holds: boolean, found: string | undefined): Finding {
  return { claim, holds, found: found || 'nothing' }
}

function isSameSet(found: string[] | undefined, wanted: string[]): boolean {
  return [...(found ?? [])].sort().join() === [...wanted].sort().join()
}

function list(items: string[] | undefined): string {
  return items?.join(', ') ?? ''
}
