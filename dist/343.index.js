export const id = 343;
export const ids = [343];
export const modules = {

/***/ 8665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcileIssue: () => (/* binding */ reconcileIssue)
});

// EXTERNAL MODULE: ./build/src/http/head-start.js
var head_start = __webpack_require__(8428);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(3226);
// EXTERNAL MODULE: ./build/src/names.js
var names = __webpack_require__(1102);
;// CONCATENATED MODULE: ./build/src/issue/labels.js

/** The labels of the issue that the configuration gives an action; GitHub ignores the case of labels. */
function mappedLabels(issue, { labels }) {
    return Object.entries(labels)
        .filter(([label]) => (0,names/* hasName */.cP)(issue.labels, label))
        .map(([label, rule]) => ({ label, rule }));
}
/** The action for a label, or `undefined` when the configuration has none. */
function actionFor(label, { labels }) {
    return Object.entries(labels).find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1];
}
/**
 * Finds for each mapped label the event that put it on last, newest events first and no further than needed. A
 * label without such an event is left out: nothing could tell its notes apart.
 */
async function readLabelEvents(issue, { mapped, github }) {
    const found = [];
    for await (const events of github.issueEvents(issue)) {
        for (const { label, rule } of mapped) {
            const event = events.findLast(event => event.event === 'labeled' && event.label.toLowerCase() === label.toLowerCase());
            const isKnown = found.some(labelling => labelling.label === label);
            if (event && !isKnown)
                found.push({ label, rule, eventId: event.id });
        }
        if (found.length === mapped.length)
            break;
    }
    return found;
}

// EXTERNAL MODULE: ./build/src/link/linked-tickets.js
var linked_tickets = __webpack_require__(8926);
// EXTERNAL MODULE: ./build/src/link/tickets-from-issue.js
var tickets_from_issue = __webpack_require__(6965);
;// CONCATENATED MODULE: ./build/src/issue/observe.js





/**
 * Reads an issue and the tickets that belong to it. What does not wait for another answer is asked for at once; what
 * a ticket to be made takes too, when the label that was just put on asks for one.
 */
async function observeIssue(ref, world, { label } = { label: undefined }) {
    const { github, freescout, config, serverUrl } = world;
    const full = { ...ref, url: `${serverUrl}/${ref.repository}/issues/${ref.number}` };
    const asksForTicket = label !== undefined && actionFor(label, config)?.action === 'create';
    const birth = asksForTicket ? (0,head_start/* ahead */.U)(readBirth(full, world)) : undefined;
    const reads = (0,head_start/* ahead */.U)(Promise.all([github.comments(full), freescout.userId(config.user)]));
    const issue = await github.issue(ref);
    if ('gone' in issue)
        return issue;
    const mapped = mappedLabels(issue, config);
    const labelling = (0,head_start/* ahead */.U)(mapped.length ? readLabelEvents(issue, { mapped, github }) : Promise.resolve([]));
    const [comments, userId] = await reads;
    const linkedTicketUrls = await (0,linked_tickets/* readLinkedTicketUrls */.kE)(comments, world);
    const tickets = await (0,linked_tickets/* readLinkedTickets */.VW)(await (0,linked_tickets/* linkedTicketIds */.Sn)(issue, linkedTicketUrls, world), {
        issue,
        world,
    });
    const isLabelled = (0,names/* hasName */.cP)(issue.labels, names/* LINKED_LABEL */.zP);
    const seen = {
        issue,
        tickets,
        linkedTicketUrls,
        isFromTicket: isLabelled || (await (0,linked_tickets/* originTicketId */.KB)(issue, world)) !== undefined,
        labelEvents: await labelling,
        userId,
        ticketTarget: undefined,
        html: '',
    };
    return mayNeedTicket(seen) ? observeBirth(seen, { birth: birth ?? readBirth(full, world), world }) : seen;
}
/** Reads what making a ticket takes, and looks for one that was made before and whose answer was lost. */
function readBirth(issue, world) {
    return Promise.all([
        findTicketTarget(world),
        world.github.issueHtml(issue),
        (0,tickets_from_issue/* findTicketsFromIssue */.k6)(issue, world),
    ]);
}
/** Whether a label asks for a ticket, and nothing says that there is or was one. */
function mayNeedTicket({ tickets, linkedTicketUrls, isFromTicket, labelEvents, }) {
    const wanted = labelEvents.some(({ rule }) => rule.action === 'create');
    return wanted && !tickets.length && !linkedTicketUrls.length && !isFromTicket;
}
async function observeBirth(seen, { birth, world }) {
    const [ticketTarget, html, created] = await birth;
    const oldest = created[0];
    const tickets = oldest === undefined ? [] : await (0,linked_tickets/* readLinkedTickets */.VW)([oldest], { issue: seen.issue, world });
    return { ...seen, ticketTarget, html, tickets };
}
async function findTicketTarget({ freescout, config }) {
    const { ticket } = config;
    if (!ticket) {
        throw new Error('The label asks for a ticket, but the configuration does not say where tickets are made. ' +
            'Add the section "ticket" with mailbox and customer to the configuration.');
    }
    const mailbox = (await freescout.mailboxes()).find(({ email }) => email.toLowerCase() === ticket.mailbox);
    if (!mailbox) {
        throw new Error(`FreeScout has no mailbox ${ticket.mailbox}, in which tickets are to be made. Correct ticket.mailbox in the configuration.`);
    }
    const fieldName = config.fields['issue-url'];
    const field = (await freescout.mailboxFields(mailbox.id))?.find(({ name }) => name === fieldName);
    if (!field) {
        throw new Error(`The mailbox ${ticket.mailbox} has no custom field "${fieldName}", so the link has nowhere to live and no ticket was made. ` +
            'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.');
    }
    return { mailboxId: mailbox.id, fieldId: field.id };
}

// EXTERNAL MODULE: ./build/src/issue-ref.js
var issue_ref = __webpack_require__(9017);
// EXTERNAL MODULE: ./build/src/marks.js
var marks = __webpack_require__(9152);
;// CONCATENATED MODULE: ./build/src/issue/news.js


const REASON_WORDS = {
    completed: 'as completed',
    not_planned: 'as not planned',
    duplicate: 'as a duplicate',
    reopened: '',
};
/** What there is to tell about the issue as it is now, whether it was told already or not. */
function notesDue(issue, labellings, told) {
    const news = labellings.map(({ label, rule, eventId }) => ({
        key: `labeled:${eventId}`,
        text: rule.text ?? `labelled "${label}".`,
        tags: rule.tags,
        reopens: false,
    }));
    const closing = closingNote(issue);
    if (closing)
        news.push(closing);
    else
        news.push(...reopeningNote(told));
    return news;
}
/** The closing of a closed issue, unique by its reason and time. */
function closingNote({ state, stateReason, closedAt }) {
    if (state !== 'closed' || !closedAt)
        return undefined;
    const reason = stateReason ?? 'completed';
    return {
        key: `closed:${reason}:${closedAt}`,
        text: `closed ${REASON_WORDS[reason]}.`.replace(' .', '.'),
        tags: [],
        reopens: true,
    };
}
/** The reopening after the newest closing that the ticket was told about; it carries that closing's time. */
function reopeningNote(told) {
    const closings = [...told]
        .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
        .filter(time => time !== undefined)
        .toSorted();
    const last = closings.at(-1);
    return last ? [{ key: `reopened:${last}`, text: 'reopened.', tags: [], reopens: true }] : [];
}
/** The keys of our notes on a ticket that name this issue; the note that a ticket was born with has several. */
function announcedKeys({ threads }, issue, serverUrl) {
    const rules = { serverUrl, allowed: [issue.repository] };
    const keys = threads
        .filter(({ type, state }) => type === 'note' && state === 'published')
        .map(({ body }) => (0,marks/* readNote */.VC)(body))
        .filter(note => note?.key && (0,issue_ref/* readIssueUrl */.ZG)(note.url, rules)?.number === issue.number)
        .flatMap(note => note?.key?.split('+') ?? []);
    return new Set(keys);
}

;// CONCATENATED MODULE: ./build/src/issue/plan.js




/** Decides what is left to do for an issue's tickets. Pure: everything it knows was observed. */
function planIssue(seen, { ref, cause, config, serverUrl }) {
    if ('gone' in seen)
        return nothing(ref, 'issue-not-found');
    if (seen.tickets.length)
        return planTickets(seen, { cause, config, serverUrl });
    if (mayNeedTicket(seen))
        return planBirth(seen, config);
    return nothing(seen.issue, reasonForNothing(seen, cause, config), lostTickets(seen));
}
/** No ticket is linked, and none is to be made. */
function reasonForNothing({ labelEvents, isFromTicket, linkedTicketUrls }, { label }, config) {
    if (label !== undefined && !actionFor(label, config))
        return 'label-not-mapped';
    const wanted = labelEvents.some(({ rule }) => rule.action === 'create');
    if (wanted && isFromTicket && !linkedTicketUrls.length)
        return 'issue-from-ticket';
    return 'not-linked';
}
/** The issue names tickets, but none of them is there any more or names it: reported, never made anew. */
function lostTickets({ issue, linkedTicketUrls }) {
    if (!linkedTicketUrls.length)
        return [];
    return [
        `${issue.repository}#${issue.number} was linked to ${linkedTicketUrls.join(', ')}, which is gone or names another issue now. ` +
            'No ticket is made anew; delete the comment that names it if one should be.',
    ];
}
function planBirth({ issue, labelEvents }, config) {
    const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingNote(issue);
    const keys = [...labelEvents.map(({ eventId }) => `labeled:${eventId}`), ...(closing ? [closing.key] : [])];
    return {
        steps: [
            { do: 'create-ticket', keys },
            { do: 'set-tags', ticket: 'made', tags: birthTags(labelEvents) },
            { do: 'comment', ticket: 'made' },
        ],
        result: 'created',
        issue,
        warnings: [],
    };
}
/** One ticket carries the tags of every label that asks for one. */
function birthTags(labellings) {
    const asked = labellings.filter(({ rule }) => rule.action === 'create').flatMap(({ rule }) => rule.tags);
    return [...new Set([names/* FROM_GITHUB_TAG */.e1, ...asked])];
}
function planTickets(seen, { cause, config, serverUrl }) {
    const { issue, tickets } = seen;
    const unfinished = tickets.filter(({ url, ticket, isCreatedFromIssue }) => isCreatedFromIssue && !(seen.linkedTicketUrls.includes(url) && ticket.tags.includes(names/* FROM_GITHUB_TAG */.e1)));
    const steps = tickets.flatMap(linked => [
        ...newsSteps(linked, { seen, config, serverUrl }),
        ...(unfinished.includes(linked) ? adoptionSteps(linked, seen) : []),
    ]);
    if (!steps.length) {
        const unmapped = cause.label !== undefined && !actionFor(cause.label, config);
        return nothing(issue, unmapped ? 'label-not-mapped' : 'nothing-to-do');
    }
    const noted = steps.some(step => step.do === 'add-note');
    const isFound = unfinished.some(({ url }) => !seen.linkedTicketUrls.includes(url));
    return { steps, result: isFound ? 'adopted' : noted ? 'noted' : 'updated', issue, warnings: [] };
}
/** What is missing of a ticket that an earlier run made and did not finish. */
function adoptionSteps({ ticket: { id, tags }, url }, { labelEvents, linkedTicketUrls }) {
    const wanted = [...new Set([...tags, ...birthTags(labelEvents)])];
    return [
        ...(wanted.length > tags.length ? [{ do: 'set-tags', ticket: id, tags: wanted }] : []),
        ...(linkedTicketUrls.includes(url) ? [] : [{ do: 'comment', ticket: id }]),
    ];
}
/** Tags and status come before the note: the note says that this news was dealt with. */
function newsSteps({ ticket }, { seen, config, serverUrl }) {
    const told = announcedKeys(ticket, seen.issue, serverUrl);
    const option = config.ticket?.['on-issue-closed'] ?? 'note';
    const news = notesDue(seen.issue, seen.labelEvents, told).filter(({ key, reopens }) => !told.has(key) && !(reopens && option === 'nothing'));
    const steps = [];
    const tags = [...new Set([...ticket.tags, ...news.flatMap(({ tags }) => tags)])];
    if (tags.length > ticket.tags.length)
        steps.push({ do: 'set-tags', ticket: ticket.id, tags });
    const reopens = option === 'note-and-reopen' && ticket.status === 'closed' && news.some(({ reopens }) => reopens);
    if (reopens)
        steps.push({ do: 'set-status', ticket: ticket.id, status: 'active' });
    return [
        ...steps,
        ...news.map(({ key, text }) => ({ do: 'add-note', ticket: ticket.id, key, text })),
    ];
}
function nothing(issue, reason, warnings = []) {
    return { steps: [], result: reason === 'nothing-to-do' ? 'unchanged' : 'skipped', reason, issue, warnings };
}

;// CONCATENATED MODULE: ./build/src/issue/reconcile.js





/** Loaded by runs that write something: with the parser of HTML, it is the largest part of the action. */
const loadApply = () => Promise.all(/* import() */[__webpack_require__.e(125), __webpack_require__.e(74), __webpack_require__.e(552)]).then(__webpack_require__.bind(__webpack_require__, 552));
/** Reconciles one issue with its tickets; `cause` is what the event named beyond the issue. */
function reconcileIssue({ repository, number }, world, cause = { label: undefined }) {
    const { config, serverUrl } = world;
    const ref = { repository, number, url: `${serverUrl}/${repository}/issues/${number}` };
    const outcome = {
        result: 'skipped',
        reason: 'issue-not-found',
        side: 'issue',
        issue: ref,
        changes: [],
        warnings: [],
    };
    if (cause.label !== undefined && actionFor(cause.label, config))
        (0,head_start/* ahead */.U)((0,head_start/* headStart */.x)().then(loadApply));
    return (0,reconcile/* reconcile */.L)({ name: `Issue ${repository}#${number}`, outcome }, world, async () => {
        const seen = await observeIssue(ref, world, cause);
        const plan = planIssue(seen, { ref, cause, config, serverUrl });
        if ('gone' in seen)
            return { plan, apply: async () => { } };
        const first = seen.tickets[0];
        return {
            plan,
            ...(first && { ticket: { id: first.ticket.id, number: first.ticket.number, url: first.url } }),
            apply: async (progress) => (await loadApply()).applyIssuePlan(plan.steps, { seen, world, progress }),
        };
    });
}


/***/ }),

/***/ 2343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(9052);
// EXTERNAL MODULE: ./build/src/issue/reconcile.js + 4 modules
var reconcile = __webpack_require__(8665);
// EXTERNAL MODULE: ./build/src/ticket/reconcile.js + 6 modules
var ticket_reconcile = __webpack_require__(3043);
;// CONCATENATED MODULE: ./build/src/sweep/memoise.js
/**
 * The same world, asking once for what stays the same during a sweep: mailboxes and the signing user. Not the
 * repositories: one may turn public, and the next ticket's text must stay out of it.
 */
function memoiseReads(world) {
    const { freescout } = world;
    return {
        ...world,
        freescout: {
            ...freescout,
            mailboxes: once(freescout.mailboxes),
            userId: onceEach(freescout.userId),
        },
    };
}
function once(ask) {
    const remembered = onceEach(ask);
    return () => remembered('');
}
/** A question that failed may be put again. */
function onceEach(ask) {
    const answers = new Map();
    return key => {
        const known = answers.get(key);
        if (known)
            return known;
        const answer = ask(key);
        answers.set(key, answer);
        answer.catch(() => answers.delete(key));
        return answer;
    };
}

// EXTERNAL MODULE: ./build/src/clock.js
var src_clock = __webpack_require__(824);
// EXTERNAL MODULE: ./build/src/link/ticket-link.js
var ticket_link = __webpack_require__(7064);
// EXTERNAL MODULE: ./build/src/names.js
var names = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/ticket/criteria.js
var criteria = __webpack_require__(6038);
// EXTERNAL MODULE: ./build/src/marks.js
var marks = __webpack_require__(9152);
;// CONCATENATED MODULE: ./build/src/sweep/closings.js


/** The closing that an issue may have to be told of; a ticket that was reopened has one too. */
function recentClosing(ticket, { inField: issue }, { config, clock }) {
    const { id: ticketId, status, state, closedAt: at } = ticket;
    if (config.issue['on-ticket-closed'] === 'nothing' || !at || state !== 'published')
        return undefined;
    if (!issue || Date.parse(at) < clock.now() - config.sweep.since.ms)
        return undefined;
    return { ticketId, isClosed: status === 'closed', at, repository: issue.repository };
}
/**
 * Which tickets were closed, or reopened after a told closing, without a word to their issue; by the ticket's id, with
 * the reason. All comments since the oldest closing are listed at once, whatever the number of tickets.
 */
async function unannouncedClosings(closings, world) {
    if (!closings.length)
        return new Map();
    const { freescout } = world;
    const oldest = (0,src_clock/* withClockSkew */.ZL)(closings.reduce((least, { at }) => Math.min(least, Date.parse(at)), Number.POSITIVE_INFINITY));
    const repositories = [...new Set(closings.map(({ repository }) => repository))];
    const told = new Set((await Promise.all(repositories.map(name => toldIn(name, oldest, world)))).flat());
    const isTold = (kind, { ticketId, at }) => told.has(nameOf({ kind, at, ticketUrl: freescout.ticketUrl(ticketId) }));
    const untold = closings.flatMap((closing) => {
        const { ticketId, isClosed } = closing;
        if (isClosed)
            return isTold('resolved', closing) ? [] : [[ticketId, 'was closed and the issue was not told']];
        const isUntold = isTold('resolved', closing) && !isTold('reopened', closing);
        return isUntold ? [[ticketId, 'was reopened and the issue was not told']] : [];
    });
    return new Map(untold);
}
/** Names of the closings and reopenings that trusted comments of a repository tell. */
async function toldIn(repository, since, world) {
    const told = [];
    for await (const comments of world.github.repositoryComments(repository, since)) {
        for (const { body, author } of comments) {
            const announced = (0,marks/* readAnnouncement */.gu)(body);
            if (announced && (await world.isTrusted(author)))
                told.push(nameOf(announced));
        }
    }
    return told;
}
function nameOf({ kind, at, ticketUrl }) {
    return `${kind} ${at} ${ticketUrl}`;
}

// EXTERNAL MODULE: ./build/src/link/issues-with-marker.js
var issues_with_marker = __webpack_require__(1383);
// EXTERNAL MODULE: ./build/src/link/repositories.js
var repositories = __webpack_require__(4795);
;// CONCATENATED MODULE: ./build/src/sweep/duplicates.js




/**
 * Finds tickets that more than one issue was made from. Races make them within seconds of each other, so the
 * issues of the sweep's period are enough. `surplus` holds those that are still open. Only when there are any, the
 * issues are listed a second time: keeping all of them meanwhile would take memory by the thousand.
 */
async function findDuplicates(world) {
    const once = new Set();
    const twice = new Set();
    await forEachMarked(world, id => (once.has(id) ? twice : once).add(id));
    if (!twice.size)
        return [];
    const byTicket = new Map();
    await forEachMarked(world, (id, issue) => {
        if (twice.has(id))
            byTicket.set(id, [...(byTicket.get(id) ?? []), issue]);
    });
    return [...byTicket].flatMap(([ticketId, group]) => {
        const first = (0,issues_with_marker/* canonicalIssue */.Ar)(group);
        if (!first || group.length === 1)
            return [];
        const surplus = group.filter(issue => issue !== first && issue.state === 'open');
        return [{ ticketId, canonical: first, surplus }];
    });
}
/** Visits every issue of the sweep's period that carries a ticket's marker, in every configured repository. */
async function forEachMarked(world, visit) {
    const { github, freescout, config, clock, home } = world;
    const oldest = clock.now() - config.sweep.since.ms;
    const visitAll = async (repository) => {
        for await (const { issues } of github.issues({ repository, label: names/* LINKED_LABEL */.zP })) {
            for (const issue of issues) {
                const id = (0,marks/* readIssueMarker */.qf)(issue.body)?.id;
                const isOurs = id !== undefined && (0,issues_with_marker/* hasMarkerOf */.w5)(issue, { id, url: freescout.ticketUrl(id) });
                if (isOurs && (await world.isTrusted(issue.author)))
                    visit(id, issue);
            }
            if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest))
                break;
        }
    };
    await Promise.all((0,repositories/* targetRepositories */.CI)(config, home).map(visitAll));
}

;// CONCATENATED MODULE: ./build/src/sweep/reason-to-look.js



/**
 * Why a listed ticket has to be looked at, or `undefined` when it need not. Listed tickets have fields and tags but
 * no threads: enough to tell a link that is complete. Closings are judged apart.
 */
function reasonToLook(ticket, { link, mailbox, world }) {
    if (ticket.state !== 'published')
        return undefined;
    const { field, unusable, inField } = link;
    if (unusable)
        return undefined;
    if (inField && (0,ticket_link/* isCreatedFrom */.tZ)(ticket, inField)) {
        return ticket.tags.includes(names/* FROM_GITHUB_TAG */.e1) ? undefined : 'was made from an issue and is not finished';
    }
    if (inField)
        return ticket.tags.includes(names/* LINKED_TAG */.Rb) ? undefined : 'has a link that is not complete';
    const wasLinked = ticket.tags.includes(names/* LINKED_TAG */.Rb) || looksCreatedFromIssue(ticket);
    if (wasLinked)
        return field && 'was linked and has an empty field';
    const isOpen = ticket.status === 'active' || ticket.status === 'pending';
    const mayBecomeIssue = isOpen && (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config: world.config }) === undefined;
    return mayBecomeIssue ? 'should have an issue and has none' : undefined;
}
/** A ticket that was made from an issue, and moved to a mailbox where its field is empty. */
function looksCreatedFromIssue({ subject, tags, source }) {
    const isOurs = tags.includes(names/* FROM_GITHUB_TAG */.e1) && source.type === 'api' && source.via === 'user';
    return isOurs && /^\[[\w.-]+\/[\w.-]+#\d+\]/.test(subject);
}

;// CONCATENATED MODULE: ./build/src/sweep/tasks.js







/**
 * Issues that something happened to this lately are looked at again: events of labels and closings get lost
 * rarely, and what they should have caused shows in no list.
 */
const RECENT_MS = 3 * 3_600_000;
/**
 * Finds what no event announced, by lists alone: its cost is that of the pages listed, however many tickets are
 * linked and complete, and of those no more is kept than that they were closed. Tickets come before issues, and new
 * ones before old ones, so that those which can't be finished never keep others from their turn.
 */
async function findTasks(world, mailboxes) {
    const [duplicates, issues] = await Promise.all([findDuplicates(world), listIssues(world)]);
    const doubled = new Map(duplicates.map(found => [found.ticketId, found]));
    const thorough = new Set(duplicates.filter(({ surplus }) => surplus.length).map(({ ticketId }) => ticketId));
    const needs = new Map();
    const closings = new Map();
    await forEachTicket(world, mailboxes, ticket => {
        const { id, mailboxId } = ticket;
        const link = (0,ticket_link/* linkOf */.IJ)(ticket, world);
        const issue = link.inField?.url.toLowerCase();
        const mailbox = mailboxes.find(({ id }) => id === mailboxId);
        const need = reasonToLook(ticket, { link, mailbox, world });
        const closing = recentClosing(ticket, link, world);
        if (issue)
            issues.unlinked.delete(issue);
        if (need)
            needs.set(id, need);
        if (closing)
            closings.set(id, closing);
        const canonical = doubled.get(id)?.canonical.url.toLowerCase();
        if (canonical && issue !== canonical)
            thorough.add(id);
    });
    const untold = await unannouncedClosings([...closings.values()], world);
    const whys = [...new Map([...untold, ...needs])].toSorted(([one], [other]) => other - one);
    return [
        ...[...thorough].map(id => ticketTask(id, { why: 'has more than one issue', thorough: true })),
        ...whys.filter(([id]) => !thorough.has(id)).map(([id, why]) => ticketTask(id, { why, thorough: false })),
        ...issueTasks([...issues.unlinked.values(), ...issues.changed], world),
    ];
}
function ticketTask(id, how) {
    return { kind: 'ticket', id, ...how };
}
function issueTasks(found, { home: repository }) {
    const whys = new Map(found.toReversed().map(({ number, why }) => [number, why]));
    const numbers = [...new Set(found.map(({ number }) => number))];
    return numbers.map(number => ({ kind: 'issue', ref: { repository, number }, why: whys.get(number) ?? '' }));
}
/**
 * Tagged tickets whatever their age, for tags touch no time stamp; every ticket of a watched mailbox that was made or
 * changed lately, which finds links made by hand, half-made ones, and closings; and those made from issues. Some are in
 * several lists. Each list is read page by page, so that the memory this takes does not grow with the lists.
 */
async function forEachTicket(world, mailboxes, visit) {
    const { freescout, config, clock } = world;
    const mailboxIds = mailboxes.filter(mailbox => (0,criteria/* isWatched */.Df)(mailbox, config)).map(({ id }) => id);
    const updatedSince = (0,src_clock/* withClockSkew */.ZL)(clock.now() - config.sweep.since.ms);
    const tagged = config.criteria.tags.map((tag) => ({ tag, mailboxIds, statuses: ['active', 'pending'] }));
    const queries = [
        ...(mailboxIds.length ? [...tagged, { mailboxIds, updatedSince }] : []),
        ...(config.ticket ? [{ tag: names/* FROM_GITHUB_TAG */.e1 }] : []),
    ];
    await Promise.all(queries.map(async (query) => {
        for await (const { tickets } of freescout.tickets(query))
            tickets.forEach(visit);
    }));
}
/** Issues with a mapped label and no link on their side, by URL in lower case; and those that something happened to. */
async function listIssues(world) {
    const { config, clock } = world;
    const creating = Object.entries(config.labels).filter(([, { action }]) => config.ticket && action === 'create');
    const [changed, ...labelled] = await Promise.all([
        recentlyChanged({ world, updatedSince: (0,src_clock/* withClockSkew */.ZL)(clock.now() - RECENT_MS) }),
        ...creating.map(([label]) => labelledIssues(label, world)),
    ]);
    const unlinked = new Map();
    for (const { url, number, why } of labelled.flat()) {
        if (!unlinked.has(url))
            unlinked.set(url, { number, why });
    }
    return { unlinked, changed };
}
async function labelledIssues(label, world) {
    const found = [];
    for await (const { issues } of world.github.issues({ repository: world.home, label, state: 'open' })) {
        const lacking = issues.filter(({ labels }) => !(0,names/* hasName */.cP)(labels, names/* LINKED_LABEL */.zP));
        const why = `is labelled ${label} and has no ticket`;
        found.push(...lacking.map(({ number, url }) => ({ number, url: url.toLowerCase(), why })));
    }
    return found;
}
async function recentlyChanged({ world, updatedSince, }) {
    const labels = [names/* LINKED_LABEL */.zP, ...Object.keys(world.config.labels)];
    const lists = labels.map(async (label) => {
        const found = [];
        for await (const { issues } of world.github.issues({ repository: world.home, label, updatedSince })) {
            found.push(...issues.map(({ number }) => ({ number, why: 'changed lately' })));
        }
        return found;
    });
    return (await Promise.all(lists)).flat();
}

;// CONCATENATED MODULE: ./build/src/sweep/throttle.js
/** GitHub asks for a second between writes, and refuses more than 80 new issues and comments a minute. */
const BETWEEN_WRITES_MS = 1000;
/** The same world with its writes to GitHub one after the other, a second apart. A single ticket needs no pace. */
function throttleWrites(world) {
    const { github, clock } = world;
    let turn = Promise.resolve();
    let last = 0;
    const wait = () => {
        turn = turn.then(async () => {
            const early = last + BETWEEN_WRITES_MS - clock.now();
            if (early > 0)
                await clock.sleep(early);
            last = clock.now();
        });
        return turn;
    };
    const slow = (write) => async (...args) => {
        await wait();
        return write(...args);
    };
    return {
        ...world,
        github: {
            ...github,
            createIssue: slow(github.createIssue),
            comment: slow(github.comment),
            addLabels: slow(github.addLabels),
            closeIssue: slow(github.closeIssue),
        },
    };
}

;// CONCATENATED MODULE: ./build/src/sweep/sweep.js






/** How many tickets are worked on at once. */
const AT_ONCE = 3;
/** After so many failures in a row without any answer, the rest is left: each may wait for half a minute. */
const ENOUGH_SILENCE = 2 * AT_ONCE;
/** Requests that a sweep leaves to the events of the hour. */
const RESERVE = 60;
/**
 * Looks for what no event announced, and reconciles it: a few at a time, no more than `sweep.limit`, and not
 * further than the rate limit allows. One bad ticket does not stop it; what it left is found by the next.
 */
async function sweep(given) {
    const world = memoiseReads(given);
    const mailboxes = await world.freescout.mailboxes();
    world.log('Listing tickets and issues that no event may have announced.');
    const found = await findTasks(world, mailboxes);
    const tasks = found.slice(0, world.config.sweep.limit);
    world.log(`Found ${found.length} to look at${found.length > tasks.length ? `, taking ${tasks.length}` : ''}.`, tasks.map(task => `${sweep_nameOf(task)} ${task.why}`));
    const items = await work(tasks, throttleWrites(world));
    const left = found.length - items.length;
    const failed = items.filter(({ error }) => error);
    const outcome = {
        result: failed.length ? 'failed' : 'swept',
        changes: items.flatMap(({ changes }) => changes),
        warnings: items.flatMap(({ warnings }) => warnings),
        swept: { items, left },
    };
    if (left)
        outcome.warnings.push(`${left} left for the next sweep.`);
    if (failed.length)
        outcome.error = new Error(failureOf(failed, items.length));
    return outcome;
}
async function work(tasks, world) {
    const items = [];
    let silence = 0;
    const worker = async (queue) => {
        for (let task = queue.shift(); task; task = queue.shift()) {
            if (world.github.remaining() < RESERVE) {
                world.log(`Only ${world.github.remaining()} requests are left this hour: stopping here.`);
                return;
            }
            if (silence >= ENOUGH_SILENCE) {
                world.log(`No answers any more: ${sweep_nameOf(task)} and what comes after it is left.`);
                return;
            }
            const outcome = await carryOut(task, world);
            silence = isSilence(outcome.error) ? silence + 1 : 0;
            items.push(outcome);
            world.log(`${items.length}/${tasks.length} ${sweep_nameOf(task)} ${task.why}: ${outcome.result}`);
        }
    };
    // A ticket and its issue may both be among the tasks: never at once, or each would complete the same link.
    for (const kind of ['ticket', 'issue']) {
        const queue = tasks.filter(task => task.kind === kind);
        await Promise.all(Array.from({ length: AT_ONCE }, () => worker(queue)));
    }
    return items;
}
function isSilence(error) {
    return error instanceof errors/* ServiceError */._7 && error.status === undefined && error.cause !== undefined;
}
function carryOut(task, world) {
    if (task.kind === 'issue')
        return (0,reconcile.reconcileIssue)(task.ref, world);
    return (0,ticket_reconcile.reconcileTicket)(task.id, world, { thorough: task.thorough });
}
function sweep_nameOf(task) {
    return task.kind === 'ticket' ? `ticket ${task.id}` : `issue ${task.ref.repository}#${task.ref.number}`;
}
function failureOf(failed, all) {
    const messages = [...new Set(failed.map(({ error }) => error?.message))];
    return `${failed.length} of ${all} could not be finished; the rest was. ${messages.slice(0, 3).join(' ')}`;
}


/***/ })

};
