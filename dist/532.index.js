export const id = 532;
export const ids = [532];
export const modules = {

/***/ 9532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcileIssue: () => (/* binding */ reconcileIssue)
});

// EXTERNAL MODULE: ./build/src/http/head-start.js
var head_start = __webpack_require__(7659);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(993);
// EXTERNAL MODULE: ./build/src/github/labels.js
var github_labels = __webpack_require__(5650);
;// CONCATENATED MODULE: ./build/src/issue/labels.js

/** The labels of the issue that the configuration gives an action; GitHub ignores the case of labels. */
function mappedLabels(issue, { labels }) {
    return Object.entries(labels)
        .filter(([label]) => (0,github_labels/* hasLabel */.R)(issue.labels, label))
        .map(([label, rule]) => ({ label, rule }));
}
/** The action for a label, or `undefined` when the configuration has none. */
function ruleFor(label, { labels }) {
    return Object.entries(labels).find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1];
}
/**
 * Finds for each mapped label the event that put it on last, newest events first and no further than needed. A
 * label without such an event is left out: nothing could tell its notes apart.
 */
async function readLabellings(issue, { mapped, github }) {
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

// EXTERNAL MODULE: ./build/src/github/client.js
var client = __webpack_require__(6330);
// EXTERNAL MODULE: ./build/src/link/born.js
var born = __webpack_require__(5239);
// EXTERNAL MODULE: ./build/src/link/linked-tickets.js
var linked_tickets = __webpack_require__(9829);
;// CONCATENATED MODULE: ./build/src/issue/observe.js






/**
 * Reads an issue and the tickets that belong to it. What does not wait for another answer is asked for at once; what
 * a ticket to be made takes too, when the label that was just put on asks for one.
 */
async function observeIssue(ref, world, { label } = { label: undefined }) {
    const { github, freescout, config, serverUrl } = world;
    const full = { ...ref, url: `${serverUrl}/${ref.repository}/issues/${ref.number}` };
    const asksForTicket = label !== undefined && ruleFor(label, config)?.action === 'create';
    const birth = asksForTicket ? (0,head_start/* ahead */.U)(readBirth(full, world)) : undefined;
    const reads = (0,head_start/* ahead */.U)(Promise.all([github.comments(full), freescout.userId(config.user)]));
    const issue = await github.issue(ref);
    if ('gone' in issue)
        return issue;
    const mapped = mappedLabels(issue, config);
    const labelling = (0,head_start/* ahead */.U)(mapped.length ? readLabellings(issue, { mapped, github }) : Promise.resolve([]));
    const [comments, userId] = await reads;
    const told = await (0,linked_tickets/* toldTickets */.nn)(comments, world);
    const tickets = await (0,linked_tickets/* readLinked */.c1)(await (0,linked_tickets/* namedTickets */.Nt)(issue, told, world), { issue, world });
    const isLabelled = (0,github_labels/* hasLabel */.R)(issue.labels, client/* LINKED_LABEL */.z);
    const seen = {
        issue,
        tickets,
        told,
        isFromTicket: isLabelled || (await (0,linked_tickets/* originOf */.yv)(issue, world)) !== undefined,
        labellings: await labelling,
        userId,
        birthplace: undefined,
        html: '',
    };
    return mayNeedTicket(seen) ? observeBirth(seen, { birth: birth ?? readBirth(full, world), world }) : seen;
}
/** Reads what making a ticket takes, and looks for one that was made before and whose answer was lost. */
function readBirth(issue, world) {
    return Promise.all([findBirthplace(world), world.github.issueHtml(issue), (0,born/* findBorn */.rl)(issue, world)]);
}
/** Whether a label asks for a ticket, and nothing says that there is or was one. */
function mayNeedTicket({ tickets, told, isFromTicket, labellings }) {
    const wanted = labellings.some(({ rule }) => rule.action === 'create');
    return wanted && !tickets.length && !told.length && !isFromTicket;
}
async function observeBirth(seen, { birth, world }) {
    const [birthplace, html, born] = await birth;
    const oldest = born[0];
    const tickets = oldest === undefined ? [] : await (0,linked_tickets/* readLinked */.c1)([oldest], { issue: seen.issue, world });
    return { ...seen, birthplace, html, tickets };
}
async function findBirthplace({ freescout, config }) {
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

// EXTERNAL MODULE: ./build/src/link/ticket-link.js
var ticket_link = __webpack_require__(4649);
// EXTERNAL MODULE: ./build/src/issue-url.js
var issue_url = __webpack_require__(1366);
// EXTERNAL MODULE: ./build/src/marker.js
var marker = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/src/issue/news.js


const REASON_WORDS = {
    completed: 'as completed',
    not_planned: 'as not planned',
    duplicate: 'as a duplicate',
    reopened: '',
};
/** What there is to tell about the issue as it is now, whether it was told already or not. */
function newsOf(issue, labellings, told) {
    const news = labellings.map(({ label, rule, eventId }) => ({
        key: `labeled:${eventId}`,
        text: rule.text ?? `labelled "${label}".`,
        tags: rule.tags,
        reopens: false,
    }));
    const closing = closingOf(issue);
    if (closing)
        news.push(closing);
    else
        news.push(...reopeningOf(told));
    return news;
}
/** The closing of a closed issue, unique by its reason and time. */
function closingOf({ state, stateReason, closedAt }) {
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
function reopeningOf(told) {
    const closings = [...told]
        .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
        .filter(time => time !== undefined)
        .toSorted();
    const last = closings.at(-1);
    return last ? [{ key: `reopened:${last}`, text: 'reopened.', tags: [], reopens: true }] : [];
}
/** The keys of our notes on a ticket that name this issue; the note that a ticket was born with has several. */
function toldKeys({ threads }, issue, serverUrl) {
    const rules = { serverUrl, allowed: [issue.repository] };
    const keys = threads
        .filter(({ type, state }) => type === 'note' && state === 'published')
        .map(({ body }) => (0,marker/* readNote */.VC)(body))
        .filter(note => note?.key && (0,issue_url/* readIssueUrl */.Z)(note.url, rules)?.number === issue.number)
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
function reasonForNothing({ labellings, isFromTicket, told }, { label }, config) {
    if (label !== undefined && !ruleFor(label, config))
        return 'label-not-mapped';
    const wanted = labellings.some(({ rule }) => rule.action === 'create');
    if (wanted && isFromTicket && !told.length)
        return 'issue-from-ticket';
    return 'not-linked';
}
/** The issue names tickets, but none of them is there any more or names it: reported, never made anew. */
function lostTickets({ issue, told }) {
    if (!told.length)
        return [];
    return [
        `${issue.repository}#${issue.number} was linked to ${told.join(', ')}, which is gone or names another issue now. ` +
            'No ticket is made anew; delete the comment that names it if one should be.',
    ];
}
function planBirth({ issue, labellings }, config) {
    const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingOf(issue);
    const keys = [...labellings.map(({ eventId }) => `labeled:${eventId}`), ...(closing ? [closing.key] : [])];
    return {
        steps: [
            { do: 'create-ticket', keys },
            { do: 'set-tags', ticket: 'made', tags: birthTags(labellings) },
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
    return [...new Set([ticket_link/* FROM_GITHUB_TAG */.e1, ...asked])];
}
function planTickets(seen, { cause, config, serverUrl }) {
    const { issue, tickets } = seen;
    const unfinished = tickets.filter(({ url, ticket, isBornHere }) => isBornHere && !(seen.told.includes(url) && ticket.tags.includes(ticket_link/* FROM_GITHUB_TAG */.e1)));
    const steps = tickets.flatMap(linked => [
        ...newsSteps(linked, { seen, config, serverUrl }),
        ...(unfinished.includes(linked) ? adoptionSteps(linked, seen) : []),
    ]);
    if (!steps.length) {
        const unmapped = cause.label !== undefined && !ruleFor(cause.label, config);
        return nothing(issue, unmapped ? 'label-not-mapped' : 'nothing-to-do');
    }
    const noted = steps.some(step => step.do === 'add-note');
    const isFound = unfinished.some(({ url }) => !seen.told.includes(url));
    return { steps, result: isFound ? 'adopted' : noted ? 'noted' : 'updated', issue, warnings: [] };
}
/** What is missing of a ticket that an earlier run made and did not finish. */
function adoptionSteps({ ticket: { id, tags }, url }, { labellings, told }) {
    const wanted = [...new Set([...tags, ...birthTags(labellings)])];
    return [
        ...(wanted.length > tags.length ? [{ do: 'set-tags', ticket: id, tags: wanted }] : []),
        ...(told.includes(url) ? [] : [{ do: 'comment', ticket: id }]),
    ];
}
/** Tags and status come before the note: the note says that this news was dealt with. */
function newsSteps({ ticket }, { seen, config, serverUrl }) {
    const told = toldKeys(ticket, seen.issue, serverUrl);
    const option = config.ticket?.['on-issue-closed'] ?? 'note';
    const news = newsOf(seen.issue, seen.labellings, told).filter(({ key, reopens }) => !told.has(key) && !(reopens && option === 'nothing'));
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
const loadApply = () => Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(18), __webpack_require__.e(309)]).then(__webpack_require__.bind(__webpack_require__, 4309));
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
    if (cause.label !== undefined && ruleFor(cause.label, config))
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


/***/ })

};
