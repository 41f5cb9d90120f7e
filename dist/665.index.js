export const id = 665;
export const ids = [665];
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

/***/ 8926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ originTicketId),
/* harmony export */   Sn: () => (/* binding */ linkedTicketIds),
/* harmony export */   VW: () => (/* binding */ readLinkedTickets),
/* harmony export */   kE: () => (/* binding */ readLinkedTicketUrls)
/* harmony export */ });
/* harmony import */ var _issue_ref_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9017);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9152);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4795);
/* harmony import */ var _ticket_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7064);




/** The ids of the tickets that an issue names: the one it was made from, and those of trusted sentinels. */
async function linkedTicketIds(issue, told, world) {
    const madeFrom = await originTicketId(issue, world);
    const ids = [madeFrom, ...told.map(url => ticketIdIn(url, world))];
    return [...new Set(ids.filter(id => id !== undefined))];
}
/** The id of the ticket that the issue was made from, by a trusted marker. */
async function originTicketId(issue, world) {
    const marker = (0,_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueMarker */ .qf)(issue.body);
    const id = marker && ticketIdIn(marker.url, world);
    return id !== undefined && (await world.isTrusted(issue.author)) ? id : undefined;
}
/** Reads those of the tickets that are published and name this issue. */
async function readLinkedTickets(ids, { issue, world }) {
    const { freescout, config, home, serverUrl } = world;
    const rules = { serverUrl, allowed: [...(0,_repositories_js__WEBPACK_IMPORTED_MODULE_1__/* .linkableRepositories */ .Zc)(config, home), issue.repository] };
    const readings = await Promise.all(ids.map(id => freescout.ticket(id)));
    return readings
        .filter(reading => reading !== undefined)
        .map(({ ticket }) => ({
        ticket,
        url: freescout.ticketUrl(ticket.id),
        link: (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .readTicketLink */ .Bq)(ticket, config.fields['issue-url'], rules),
        isCreatedFromIssue: (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .isCreatedFrom */ .tZ)(ticket, issue),
    }))
        .filter(({ ticket, link }) => ticket.state === 'published' && (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameIssue */ .aH)((0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .linkedIssue */ .PS)(link), issue));
}
/** The URLs of tickets that trusted sentinel comments name, if they are on the configured FreeScout. */
async function readLinkedTicketUrls(comments, world) {
    const sentinels = comments
        .map(({ body, author }) => ({ url: (0,_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .readSentinel */ .l6)(body), author }))
        .filter(({ url }) => url !== undefined && ticketIdIn(url, world) !== undefined);
    const trusted = await Promise.all(sentinels.map(({ author }) => world.isTrusted(author)));
    return sentinels.filter((_, index) => trusted[index]).map(({ url }) => String(url));
}
function ticketIdIn(url, { freescout }) {
    const id = Number(/\/([1-9]\d{0,14})$/.exec(url)?.[1]);
    return Number.isSafeInteger(id) && freescout.ticketUrl(id) === url ? id : undefined;
}


/***/ }),

/***/ 7064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bq: () => (/* binding */ readTicketLink),
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   PS: () => (/* binding */ linkedIssue),
/* harmony export */   tZ: () => (/* binding */ isCreatedFrom)
/* harmony export */ });
/* harmony import */ var _issue_ref_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9017);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9152);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4795);




/** Reads both places where a ticket keeps its link. */
function readTicketLink(ticket, fieldName, rules) {
    const field = ticket.fields?.find(({ name }) => name === fieldName);
    const value = field?.value.trim() ?? '';
    const inField = (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueUrl */ .ZG)(value, rules);
    const [inNote, ...older] = linksInNotes(ticket, rules);
    const notesAgree = older.every(issue => (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameIssue */ .aH)(issue, inNote));
    return { field, unusable: value !== '' && !inField, inField, inNote, notesAgree };
}
/** What a ticket says about its issue, by the rules of the configuration. */
function linkOf(ticket, { config, home, serverUrl }) {
    const rules = { serverUrl, allowed: (0,_repositories_js__WEBPACK_IMPORTED_MODULE_1__/* .linkableRepositories */ .Zc)(config, home) };
    return readTicketLink(ticket, config.fields['issue-url'], rules);
}
/** The issue that the ticket is linked to: the field wins, then the newest note. */
function linkedIssue({ unusable, inField, inNote }) {
    return unusable ? undefined : (inField ?? inNote);
}
/** Whether field, note and tag agree, so that nothing is left to complete. */
function isComplete(ticket, { inField, inNote, notesAgree }) {
    return notesAgree && (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameIssue */ .aH)(inField, inNote) && ticket.tags.includes(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LINKED_TAG */ .Rb);
}
/** Whether the ticket was made from this issue by us: mail that comes in can't have all three signs. */
function isCreatedFrom(ticket, issue) {
    return (ticket.subject.startsWith((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectPrefix */ .Bf)(issue)) &&
        ticket.createdBy?.type === 'user' &&
        ticket.source.type === 'api' &&
        ticket.source.via === 'user');
}
/** The issues that our notes name, newest first. */
function linksInNotes({ threads }, rules) {
    return threads
        .filter(({ type, state }) => type === 'note' && state === 'published')
        .map(({ body }) => (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .readNote */ .VC)(body))
        .map(note => note && (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueUrl */ .ZG)(note.url, rules))
        .filter(issue => issue !== undefined);
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ closeDuplicateTicket),
/* harmony export */   N2: () => (/* binding */ duplicateTicketText),
/* harmony export */   k6: () => (/* binding */ findTicketsFromIssue)
/* harmony export */ });
/* harmony import */ var _issue_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9017);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9152);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1102);
/* harmony import */ var _ticket_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7064);




/**
 * Ids of the published tickets that we made from this issue, lowest first. The search takes `_` for any sign and
 * anybody can write a subject, so each is held against all the signs.
 */
async function findTicketsFromIssue(issue, world) {
    const ids = [];
    for await (const { tickets } of world.freescout.tickets({ subject: (0,_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectPrefix */ .Bf)(issue) })) {
        const born = tickets.filter(ticket => ticket.state === 'published' &&
            (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_1__/* .isCreatedFrom */ .tZ)(ticket, issue) &&
            (0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameIssue */ .aH)((0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(ticket, world).inField, issue));
        ids.push(...born.map(({ id }) => id));
    }
    return ids.toSorted((one, other) => one - other);
}
const SURPLUS = 'this ticket is surplus';
/** What the note on a surplus ticket says. */
function duplicateTicketText(winnerUrl) {
    return `${SURPLUS}, made by another run at the same time; the issue's ticket is ${winnerUrl}.`;
}
/**
 * A surplus ticket is told so, unless it was before; it is closed, and lets go of the issue. That comes last: without
 * it the ticket is found again. Writing '' does not empty a field (recorded), so it gets `none`, which means "never
 * link". Adds to `changes` what was done.
 */
async function closeDuplicateTicket({ id, html, userId }, { world: { freescout, config }, changes }) {
    const reading = await freescout.ticket(id);
    const field = reading?.ticket.fields?.find(({ name }) => name === config.fields['issue-url']);
    const isTold = reading?.ticket.threads.some(({ type, body }) => type === 'note' && body.includes(_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PREFIX */ .H3) && body.includes(SURPLUS));
    if (!isTold) {
        await freescout.addNote(id, { html, userId });
        changes.push('add-note');
    }
    await freescout.setStatus(id, { status: 'closed', userId });
    changes.push('set-status');
    if (!field)
        return;
    await freescout.setField(id, { id: field.id, value: 'none' });
    changes.push('set-field');
}


/***/ }),

/***/ 9152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ sentinel),
/* harmony export */   Bf: () => (/* binding */ subjectPrefix),
/* harmony export */   Ef: () => (/* binding */ noteKey),
/* harmony export */   PA: () => (/* binding */ hasSentinel),
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   VC: () => (/* binding */ readNote),
/* harmony export */   gu: () => (/* binding */ readAnnouncement),
/* harmony export */   l6: () => (/* binding */ readSentinel),
/* harmony export */   qf: () => (/* binding */ readIssueMarker),
/* harmony export */   uF: () => (/* binding */ announcement)
/* harmony export */ });
/* harmony import */ var _issue_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9017);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);


/** The invisible last line of an issue that was made from a ticket. */
function issueMarker(ticket) {
    return `<!-- freescout-autolink ticket=${ticket.id} url=${ticket.url} -->`;
}
/** Reads the marker off an issue's body; only the last line counts, so quoted text can't forge one. */
function readIssueMarker(body) {
    const last = body.trimEnd().split('\n').at(-1) ?? '';
    const found = /^<!-- freescout-autolink ticket=(\d{1,15}) url=(\S{1,500}) -->$/.exec(last.trim());
    return found ? { id: Number(found[1]), url: String(found[2]) } : undefined;
}
/** First line of the comment that tells an issue its ticket. */
function sentinel(ticketUrl) {
    return `${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3} FreeScout ticket: ${ticketUrl}`;
}
/** Reads the ticket's URL off a sentinel comment. */
function readSentinel(body) {
    return firstLine(body, /^\[freescout-autolink\] FreeScout ticket: (\S{1,500})$/)?.[1];
}
/** Whether any of our comments tells the issue its ticket. */
function hasSentinel(comments) {
    return comments.some(({ body }) => readSentinel(body) !== undefined);
}
/** First line of the comment that tells an issue about its ticket's closing or reopening. */
function announcement({ kind, at, ticketUrl }) {
    return `${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3} FreeScout ticket ${kind} (${at}): ${ticketUrl}`;
}
/** Reads a closing or reopening off a comment. */
function readAnnouncement(body) {
    const found = firstLine(body, /^\[freescout-autolink\] FreeScout ticket (resolved|reopened) \((\S{1,40})\): (\S{1,500})$/);
    if (!found)
        return undefined;
    return { kind: found[1], at: String(found[2]), ticketUrl: String(found[3]) };
}
/** The invisible end of a note; `key` is what makes the note unique on its ticket. */
function noteKey(key) {
    return `<!-- freescout-autolink key=${key} -->`;
}
/** Reads a note's body (HTML) as one of ours; `undefined` when it isn't. */
function readNote(html) {
    const text = html.replace(/<[^<>]*>/g, '').trim();
    if (!text.startsWith(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3))
        return undefined;
    const url = /https?:\/\/[^\s"'<>]+\/issues\/\d+/.exec(html)?.[0];
    if (!url)
        return undefined;
    const key = /<!-- freescout-autolink key=(\S{1,1000}) -->\s*$/.exec(html)?.[1];
    return { url, ...(key && { key }) };
}
/** What the subject of a ticket that was born on GitHub starts with. */
function subjectPrefix(issue) {
    return `[${(0,_issue_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .issueName */ .X0)(issue)}]`;
}
function firstLine(body, pattern) {
    return pattern.exec((body.split('\n')[0] ?? '').trim()) ?? undefined;
}


/***/ }),

/***/ 3226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ reconcile),
/* harmony export */   x: () => (/* binding */ signer)
/* harmony export */ });
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9052);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5534);


/** How often a run looks at both sides when answers to its writes get lost, and the wait before the next look. */
const LOOKS = 3;
const WAIT_BEFORE_LOOK_MS = 3000;
/**
 * Brings both sides to where they should be: observe, plan, apply. When the answer to a write is lost, it looks
 * and plans anew, so that only what did not happen is done; but an issue or a ticket is created at most once in a
 * run. Never throws: what goes wrong is in the outcome, with what was done before it.
 */
async function reconcile({ name, outcome }, world, look) {
    try {
        await settle(outcome, { name, world, look });
    }
    catch (error) {
        outcome.result = 'failed';
        delete outcome.reason;
        outcome.error = error instanceof Error ? error : new Error(String(error));
    }
    world.log(`${name}: ${world.dryRun ? 'dry run, would be ' : ''}${outcome.result}${outcome.reason ? ` – ${_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .REASONS */ .e[outcome.reason]}` : ''}`);
    return outcome;
}
async function settle(outcome, about) {
    const { name, world, look } = about;
    let created = false;
    for (let attempt = 1;; attempt++) {
        const found = await look(attempt);
        if (!found)
            return;
        const { plan, ticket, apply } = found;
        takeOver(outcome, { plan, ticket, isFirst: attempt === 1 });
        if (world.dryRun) {
            outcome.changes = plan.steps.map(step => step.do);
            return;
        }
        const creates = plan.steps.some(step => step.do === 'create-issue' || step.do === 'create-ticket');
        if (creates && created)
            throw creationLost(name);
        created ||= creates;
        const progress = {
            changes: outcome.changes,
            issue: plan.issue,
            ticket: outcome.ticket,
            warnings: outcome.warnings,
            lostRace: false,
        };
        try {
            await apply(progress);
            if (progress.lostRace)
                outcome.result = 'adopted';
            return;
        }
        catch (error) {
            if (!(0,_http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isLostAnswer */ .vd)(error) || attempt === LOOKS)
                throw error;
            world.log(`${error.message} Looking at both sides again.`);
            await world.clock.sleep(WAIT_BEFORE_LOOK_MS);
        }
        finally {
            if (progress.issue)
                outcome.issue = progress.issue;
            if (progress.ticket)
                outcome.ticket = progress.ticket;
        }
    }
}
/**
 * Takes over what a plan says; a later look that has nothing left to do keeps the first one's result. Warnings stay:
 * some are about what earlier steps came to.
 */
function takeOver(outcome, { plan, ticket, isFirst }) {
    outcome.warnings = [...new Set([...outcome.warnings, ...plan.warnings])];
    if (ticket)
        outcome.ticket = ticket;
    if (plan.issue)
        outcome.issue = plan.issue;
    if (!isFirst && !plan.steps.length)
        return;
    outcome.result = plan.result;
    delete outcome.reason;
    if (plan.reason)
        outcome.reason = plan.reason;
}
/** Who signs what a step writes; looked up when there may be something to write. */
function signer({ userId }) {
    if (userId === undefined)
        throw new Error('The signing user was not looked up.');
    return userId;
}
function creationLost(name) {
    return new _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7(`${name}: the answer to a creation was lost, and what was created is not listed (yet). It is not made a second ` +
        'time now. Run the workflow again: it will be found by its mark, or made if there is none.', { service: name.startsWith('Ticket') ? 'GitHub' : 'FreeScout', mayHaveActed: true });
}


/***/ })

};
