export const id = 911;
export const ids = [911];
export const modules = {

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Em: () => (/* binding */ findMarked),
/* harmony export */   TW: () => (/* binding */ carriesMarkerOf),
/* harmony export */   Wb: () => (/* binding */ findMarkedAgain)
/* harmony export */ });
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6330);
/* harmony import */ var _http_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4624);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4479);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3032);




/** Whether the issue's last line is the marker of this very ticket, on this very FreeScout. */
function carriesMarkerOf({ body }, ticket) {
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readIssueMarker */ .qf)(body);
    return marker?.id === ticket.id && marker.url === ticket.url;
}
/** Pages of all issues that are looked through before only labelled ones are. */
const UNLABELLED_PAGES = 2;
/**
 * The issues that were made from a ticket: every one of every state that carries its marker, by a trusted author, in
 * every configured repository. Lists newest first, no further back than the ticket's creation: at first all issues,
 * for GitHub may leave out the labels of a new one, and a run may have ended before it saw to that; further back
 * only `freescout-linked` ones. Search is not used: it lags.
 */
async function findMarked(ticket, world) {
    const repositories = (0,_repositories_js__WEBPACK_IMPORTED_MODULE_3__/* .targetRepositories */ .CI)(world.config, world.home);
    const found = await Promise.all(repositories.map(repository => listMarked(repository, ticket, world)));
    return trusted(found.flat(), world);
}
async function listMarked(repository, ticket, { newest }) {
    const oldest = Date.parse(ticket.createdAt) - _http_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .CLOCK_SKEW_MS */ .rn;
    const marked = new Map();
    const reachesBack = (page) => {
        for (const issue of page)
            if (carriesMarkerOf(issue, ticket))
                marked.set(issue.number, issue);
        return page.some(({ createdAt }) => Date.parse(createdAt) < oldest);
    };
    let pages = 0;
    for await (const page of newest.pages({ repository })) {
        if (reachesBack(page))
            return [...marked.values()];
        if (++pages === UNLABELLED_PAGES)
            break;
    }
    if (pages < UNLABELLED_PAGES)
        return [...marked.values()];
    for await (const page of newest.pages({ repository, label: _github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .LINKED_LABEL */ .z })) {
        if (reachesBack(page))
            break;
    }
    return [...marked.values()];
}
/**
 * Looks at the newest issues again, labelled or not, right after an issue was made: another run may have made one at the
 * same time. That takes a request only when the new number leaves a gap (see `NewestIssues`).
 */
async function findMarkedAgain(made, ticket, world) {
    world.newest.add(made);
    const { value: newest } = await world.newest.pages({ repository: made.repository }).next();
    const others = (newest ?? []).filter(issue => carriesMarkerOf(issue, ticket) && issue.number !== made.number);
    return [made, ...(await trusted(others, world))];
}
/**
 * The one that counts: the oldest that was not closed as a duplicate. Within a repository that is the lowest number,
 * whatever the clocks of GitHub's servers said; among repositories, the time.
 */
function canonical(issues) {
    const counting = issues.filter(({ state, stateReason }) => !(state === 'closed' && stateReason === 'duplicate'));
    const firsts = [...Map.groupBy(counting, ({ repository }) => repository).values()].map(group => group.reduce((first, other) => (other.number < first.number ? other : first)));
    return firsts.toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
        one.repository.localeCompare(other.repository))[0];
}
async function trusted(issues, { trusts }) {
    const verdicts = await Promise.all(issues.map(({ author }) => trusts(author)));
    return issues.filter((_, index) => verdicts[index]);
}


/***/ }),

/***/ 3929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ isWatched),
/* harmony export */   T_: () => (/* binding */ hasTriggerTag),
/* harmony export */   bX: () => (/* binding */ creationBlock)
/* harmony export */ });
/* unused harmony export firstCustomerMessage */
/* harmony import */ var _link_ticket_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4649);

/** HTML beyond this is not searched for keywords. */
const SEARCHED_CHARACTERS = 256 * 1024;
/**
 * Why no issue may be made from this ticket, or `undefined` when one may. An existing link is never judged by
 * this: it keeps its lifecycle whatever the mailbox or origin. The status does not matter here.
 */
function creationBlock(ticket, { mailbox, config }) {
    if (ticket.state !== 'published')
        return 'ticket-not-published';
    if (ticket.status === 'spam')
        return 'ticket-is-spam';
    if (ticket.tags.includes(_link_ticket_link_js__WEBPACK_IMPORTED_MODULE_0__/* .FROM_GITHUB_TAG */ .e1))
        return 'from-github';
    if (!isWatched(mailbox, config))
        return 'mailbox-not-watched';
    return criteriaBlock(ticket, config);
}
/** Whether tickets of this mailbox may become issues. Nothing is watched by default. */
function isWatched(mailbox, { mailboxes }) {
    return mailbox !== undefined && mailboxes.includes(mailbox.email.toLowerCase());
}
/** Whether the ticket has one of the tags that make an issue. */
function hasTriggerTag(ticket, { criteria }) {
    return ticket.tags.some(tag => criteria.tags.includes(tag));
}
function criteriaBlock(ticket, config) {
    const { mode, words } = config.criteria.keywords;
    const tagged = hasTriggerTag(ticket, config);
    switch (mode) {
        case 'off':
            return tagged ? undefined : 'no-trigger-tag';
        case 'also':
            return tagged || hasKeyword(ticket, words) ? undefined : 'no-trigger-tag';
        case 'require':
            if (!tagged)
                return 'no-trigger-tag';
            return hasKeyword(ticket, words) ? undefined : 'keyword-missing';
    }
}
/**
 * Looks for the words in the subject and the first customer message, ignoring case, from the start of a word:
 * `crash` finds "crashes", `bug` does not find "debug".
 */
function hasKeyword(ticket, words) {
    const html = firstCustomerMessage(ticket)?.body.slice(0, SEARCHED_CHARACTERS) ?? '';
    const text = plainWords(`${ticket.subject} ${html.replace(/<[^<>]*>/g, ' ')}`);
    return words.some(word => startsAWord(text, plainWords(word)));
}
/** Lower case, with single spaces: a phrase is found across a line break too. */
function plainWords(text) {
    return text
        .replace(/&nbsp;|&#160;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();
}
function startsAWord(text, word) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(at - 2, 0), at)))
            return true;
    }
    return false;
}
/** What the customer wrote first; threads come newest first. */
function firstCustomerMessage({ threads }) {
    return threads.findLast(({ type, state }) => type === 'customer' && state === 'published');
}


/***/ }),

/***/ 6911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcileTicket: () => (/* binding */ reconcileTicket)
});

// EXTERNAL MODULE: ./build/src/http/head-start.js
var head_start = __webpack_require__(7659);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(993);
// EXTERNAL MODULE: ./build/src/http/clock.js
var clock = __webpack_require__(4624);
// EXTERNAL MODULE: ./build/src/issue-url.js
var issue_url = __webpack_require__(1366);
// EXTERNAL MODULE: ./build/src/link/born.js
var born = __webpack_require__(5239);
// EXTERNAL MODULE: ./build/src/link/linked-tickets.js
var linked_tickets = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/src/link/marked.js
var link_marked = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/link/ticket-link.js
var ticket_link = __webpack_require__(4649);
// EXTERNAL MODULE: ./build/src/marker.js
var marker = __webpack_require__(4479);
// EXTERNAL MODULE: ./build/src/ticket/criteria.js
var criteria = __webpack_require__(3929);
;// CONCATENATED MODULE: ./build/src/ticket/await-tags.js


/** Waits between looks, in milliseconds: 10 s in all. */
const WAITS = [1500, 3500, 5000];
/** How old a ticket is, at most, for its tags to be still on their way. */
const FRESH_MS = 60_000;
/**
 * Tags set by the request that follows a ticket's creation come late, and cause no webhook: looks again for a
 * while before "no trigger tag" is said about a ticket that is seconds old, by FreeScout's own clock. Gives the
 * ticket as it was last; `undefined` when it is gone.
 */
async function awaitTags({ ticket, at }, { mailboxes, world }) {
    let latest = ticket;
    if (at.getTime() - Date.parse(ticket.createdAt) >= FRESH_MS)
        return latest;
    for (const wait of WAITS) {
        if (!latest || !lacksOnlyTags(latest, { mailboxes, world }))
            return latest;
        world.log(`Ticket ${ticket.id} is seconds old and has no trigger tag yet: looking again in ${wait / 1000} s.`);
        await world.clock.sleep(wait);
        latest = (await world.freescout.ticket(ticket.id))?.ticket;
    }
    return latest;
}
function lacksOnlyTags(ticket, { mailboxes, world }) {
    const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId);
    const link = (0,ticket_link/* linkOf */.IJ)(ticket, world);
    if (link.unusable || (0,ticket_link/* linkedIssue */.PS)(link))
        return false;
    return (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config: world.config }) === 'no-trigger-tag';
}

// EXTERNAL MODULE: ./build/src/github/client.js
var client = __webpack_require__(6330);
// EXTERNAL MODULE: ./build/src/link/repositories.js
var repositories = __webpack_require__(3032);
;// CONCATENATED MODULE: ./build/src/ticket/draft.js


/** Where an issue for this ticket goes: the first route that fits, else the issue repository. */
function targetRepository(ticket, { mailbox, config, home }) {
    const route = config.issue.routes.find(({ when }) => holds(when, ticket, mailbox));
    return route?.repository ?? (0,repositories/* issueRepository */.Ev)(config, home);
}
/** The labels of the issue: those mapped from tags and fields, and the one that marks it as linked. */
function labelsFor(ticket, mailbox, { issue }) {
    const mapped = issue.labels.filter(({ when }) => holds(when, ticket, mailbox)).map(({ label }) => label);
    return [...new Set([...mapped, client/* LINKED_LABEL */.z])];
}
/** Whether everything that is asked for holds; a dropdown is compared by its label. */
function holds({ tag, mailbox, field }, ticket, ticketMailbox) {
    if (tag !== undefined && !ticket.tags.includes(tag))
        return false;
    if (mailbox !== undefined && ticketMailbox?.email.toLowerCase() !== mailbox)
        return false;
    return field === undefined || hasField(ticket, field);
}
function hasField({ fields }, { name, value }) {
    return (fields ?? []).some(field => field.name === name &&
        [field.text, field.value].some(found => found.trim().toLowerCase() === value.toLowerCase()));
}

// EXTERNAL MODULE: ./build/src/ticket/read.js
var read = __webpack_require__(8844);
;// CONCATENATED MODULE: ./build/src/ticket/observe.js











/** Observes a ticket and what belongs to it; `undefined` when FreeScout has no such ticket. */
async function observeTicket(id, world, { reads = (0,read/* readTicket */.V)(id, world.freescout), forCreation, thorough = false, onUnlinked } = {}) {
    const [reading, mailboxes] = await reads;
    const ticket = reading && (await awaitTags(reading, { mailboxes, world }));
    if (!ticket)
        return undefined;
    // What was asked ahead is as old as the wait for the tags was long.
    const hasWaited = ticket !== reading.ticket;
    if (hasWaited)
        world.newest.forget();
    const link = (0,ticket_link/* linkOf */.IJ)(ticket, world);
    const seen = {
        ticket,
        ticketUrl: world.freescout.ticketUrl(id),
        mailbox: mailboxes.find(mailbox => mailbox.id === ticket.mailboxId),
        unknownMailboxes: world.config.mailboxes.filter(address => !hasAddress(mailboxes, address)),
        link,
        complete: (0,ticket_link/* isComplete */.As)(ticket, link) && !thorough,
        issue: undefined,
        madeByUs: false,
        surplus: [],
        marks: [],
        stillOpen: [],
        target: undefined,
        userId: undefined,
    };
    if (link.unusable)
        return seen;
    const linked = (0,ticket_link/* linkedIssue */.PS)(link);
    return linked
        ? observeLinked(seen, linked, world)
        : observeUnlinked(seen, { how: hasWaited ? { onUnlinked } : { onUnlinked, forCreation }, world });
}
async function observeLinked(seen, linked, world) {
    const { ticket, complete } = seen;
    const { freescout, github, config } = world;
    if (complete && !ticket.closedAt)
        return seen;
    const [issue, userId] = await Promise.all([
        github.issue(linked),
        complete ? undefined : freescout.userId(config.user),
    ]);
    if ('gone' in issue)
        return { ...seen, issue, userId };
    const isOurs = (0,link_marked/* carriesMarkerOf */.TW)(issue, refOf(seen)) && (await world.trusts(issue.author));
    const marked = isOurs && !complete ? await searchMarked(seen, world) : [];
    return observeComments({ ...seen, userId, ...(isOurs ? chooseCanonical([issue, ...marked], issue) : { issue }) }, world);
}
async function observeUnlinked(seen, { how: { forCreation, onUnlinked }, world }) {
    const { ticket, mailbox } = seen;
    const { freescout, github, config, home } = world;
    const mayCreate = (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config }) === undefined;
    const mayHaveBeenMade = (0,criteria/* hasTriggerTag */.T_)(ticket, config) || ticket.tags.includes(ticket_link/* LINKED_TAG */.Rb) || wasMoved(ticket);
    if (!mayCreate && !mayHaveBeenMade)
        return seen;
    if (mayCreate)
        onUnlinked?.();
    const [marked, target, userId] = await Promise.all([
        searchMarked(seen, world),
        mayCreate ? readTarget() : undefined,
        forCreation?.userId ?? freescout.userId(config.user),
    ]);
    const found = (0,link_marked/* canonical */.$N)(marked);
    if (!found)
        return { ...seen, target, userId };
    return observeComments({ ...seen, target, userId, ...chooseCanonical(marked, found) }, world);
    function readTarget() {
        const repository = targetRepository(ticket, { mailbox, config, home });
        return forCreation?.repository === repository ? forCreation.target : github.repository(repository);
    }
}
/** What the issue was told already. A new closing is told later than it happened, so older comments don't matter. */
async function observeComments(seen, world) {
    const { ticket, issue, madeByUs, complete } = seen;
    if (!issue || 'gone' in issue)
        return seen;
    const mayClose = ticket.status === 'closed' && world.config.issue['on-ticket-closed'] === 'close';
    const needsAll = mayClose || !(complete || madeByUs);
    if (!needsAll && !ticket.closedAt)
        return seen;
    const since = !needsAll && ticket.closedAt ? (0,clock/* safelyBefore */.GS)(ticket.closedAt) : undefined;
    const comments = await world.github.comments(issue, since);
    const [marks, stillOpen] = await Promise.all([
        marksAbout(seen, { comments, world }),
        mayClose && issue.state === 'open' ? othersOpen(seen, { issue, comments, world }) : [],
    ]);
    return { ...seen, marks, stillOpen, elder: await elderOf({ ...seen, marks }, { issue, world }) };
}
/** Only a ticket that was born and not finished may be a leftover; the others are not asked about. */
async function elderOf({ ticket, marks }, { issue, world }) {
    if (!(0,ticket_link/* isBornFrom */.M8)(ticket, issue) || ((0,marker/* hasSentinel */.PA)(marks) && ticket.tags.includes(ticket_link/* FROM_GITHUB_TAG */.e1)))
        return undefined;
    return (await (0,born/* findBorn */.rl)(issue, world)).find(id => id < ticket.id);
}
async function othersOpen({ ticket }, { issue, comments, world }) {
    const ids = await (0,linked_tickets/* namedTickets */.Nt)(issue, await (0,linked_tickets/* toldTickets */.nn)(comments, world), world);
    const others = await (0,linked_tickets/* readLinked */.c1)(ids.filter(id => id !== ticket.id), { issue, world });
    return others.filter(other => other.ticket.status !== 'closed').map(other => other.ticket.id);
}
/** Of issues made from the same ticket, the one that counts and the open ones that don't. */
function chooseCanonical(marked, fallback) {
    const issue = (0,link_marked/* canonical */.$N)(marked) ?? fallback;
    const surplus = marked.filter((other, at) => {
        const isFirst = marked.findIndex(one => (0,issue_url/* sameIssue */.Y)(one, other)) === at;
        return isFirst && other.state === 'open' && !(0,issue_url/* sameIssue */.Y)(other, issue);
    });
    return { issue, madeByUs: true, surplus };
}
function searchMarked(seen, world) {
    return (0,link_marked/* findMarked */.Em)({ ...refOf(seen), createdAt: seen.ticket.createdAt }, world);
}
function refOf({ ticket, ticketUrl }) {
    return { id: ticket.id, url: ticketUrl };
}
function hasAddress(mailboxes, address) {
    return mailboxes.some(({ email }) => email.toLowerCase() === address);
}
function wasMoved({ threads }) {
    return threads.some(({ action }) => action === 'moved-from-mailbox');
}
async function marksAbout({ ticketUrl }, { comments, world }) {
    const ours = comments.filter(({ body }) => (0,marker/* readSentinel */.l6)(body) === ticketUrl || (0,marker/* readAnnouncement */.gu)(body)?.ticketUrl === ticketUrl);
    const trusted = await Promise.all(ours.map(({ author }) => world.trusts(author)));
    return ours.filter((_, index) => trusted[index]);
}

// EXTERNAL MODULE: ./build/src/github/labels.js
var github_labels = __webpack_require__(5650);
;// CONCATENATED MODULE: ./build/src/link/birth.js
/** The tags that the issue's labels ask of the ticket that is made for it, besides the one that says where it is from. */
function tagsAskedFor({ labels }, config) {
    const has = (name) => labels.some(label => label.toLowerCase() === name.toLowerCase());
    const asked = Object.entries(config.labels)
        .filter(([label, { action }]) => action === 'create' && has(label))
        .flatMap(([, { tags }]) => tags);
    return [...new Set(asked)];
}

;// CONCATENATED MODULE: ./build/src/ticket/missing-field.js
/** The ticket has nowhere to keep the link: nothing is created, for it could not be found again. */
class MissingFieldError extends Error {
    name = 'MissingFieldError';
}
/** The Custom Fields module is off. */
const moduleIsOff = 'FreeScout shows no custom fields on this ticket, so the link has nowhere to live and no issue was made. ' +
    'Activate the module Custom Fields under Manage » Modules.';
/** The watched mailbox lacks the field. */
function fieldIsMissing(mailbox, field) {
    return (`The mailbox ${mailbox?.email ?? 'of this ticket'} has no custom field "${field}", so the link has nowhere to live and no issue was made. ` +
        'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.');
}
/** A linked ticket was moved to a mailbox that lacks the field. */
function movedWithoutField({ ticket, mailbox, }) {
    return (`Ticket ${ticket.id} is linked, but its mailbox ${mailbox?.email ?? ticket.mailboxId} has no field for the link. ` +
        'Create the field there too; until then the newest note of ours holds the link.');
}

;// CONCATENATED MODULE: ./build/src/ticket/plan.js









/**
 * Decides what is left to do for a ticket. Pure: everything it knows was observed. Read as a list: the first
 * rule that applies decides.
 */
function planTicket(seen, config) {
    const { ticket, mailbox, link, issue } = seen;
    const linked = (0,ticket_link/* linkedIssue */.PS)(link);
    if (link.unusable)
        return planUnusable(seen);
    if (issue && 'gone' in issue && linked)
        return planGone(seen, linked, issue.gone);
    if (issue && !('gone' in issue))
        return planIssue(seen, issue, config);
    if (linked)
        return { ...nothing('unchanged', 'already-linked'), issue: linked };
    const blocked = (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config });
    if (blocked)
        return nothing('skipped', blocked, blocked === 'mailbox-not-watched' ? unknownMailboxes(seen) : []);
    return planCreation(seen, config);
}
function unknownMailboxes({ unknownMailboxes }) {
    return unknownMailboxes.map(address => `FreeScout has no mailbox ${address}. Correct "mailboxes" in the configuration.`);
}
function planUnusable({ ticket, link }) {
    return nothing('skipped', 'link-unusable', [
        `Ticket ${ticket.id}: the field "${link.field?.name}" holds something that is not an issue in an allowed ` +
            'repository, so nothing is created or followed. Empty it, or list the repository under issue.allowed.',
    ]);
}
function planGone({ ticket }, linked, gone) {
    const warning = `Ticket ${ticket.id} is linked to ${linked.url}, which is ${goneWords[gone]}. It is not made anew: ` +
        'put the right issue into the field, or "none" to unlink for good.';
    return { ...nothing('skipped', 'issue-not-found', [warning]), issue: linked };
}
const goneWords = {
    'not-found': 'not found, or not visible to the token',
    deleted: 'deleted',
    transferred: 'transferred to another repository, or its repository was renamed',
};
/** The ticket has its issue: what is missing of the link is completed, and what happened since is told. */
function planIssue(seen, issue, config) {
    const { ticket, link, madeByUs, complete } = seen;
    if (seen.elder !== undefined) {
        return { steps: [{ do: 'set-status', elder: seen.elder }], result: 'updated', issue, warnings: [] };
    }
    const isBorn = (0,ticket_link/* isBornFrom */.M8)(ticket, issue);
    const missing = complete
        ? []
        : isBorn
            ? completionOfBorn(seen, issue, config)
            : completion(seen, issue, config);
    const completing = [...missing, ...surplusSteps(seen)];
    const steps = [...completing, ...lifecycle(seen, issue, config)];
    const warnings = link.field ? [] : [movedWithoutField(seen)];
    if (!steps.length)
        return { ...nothing('unchanged', 'already-linked', warnings), issue };
    const byHand = link.inField !== undefined && !madeByUs && !isBorn;
    if (!completing.length)
        return { steps, result: 'commented', issue, warnings };
    if (!(0,issue_url/* sameIssue */.Y)((0,ticket_link/* linkedIssue */.PS)(link), issue))
        return { steps, result: 'adopted', issue, warnings };
    return { steps, result: byHand ? 'linked' : 'updated', issue, warnings };
}
/** Everything that a link consists of and that is missing: field, word to the issue, label, note, tag last. */
function completion(seen, issue, config) {
    const { ticket, link, marks, madeByUs } = seen;
    // GitHub may have left out all its labels, not just this one.
    const labels = madeByUs ? labelsFor(ticket, seen.mailbox, config) : [client/* LINKED_LABEL */.z];
    const told = madeByUs || (0,marker/* hasSentinel */.PA)(marks);
    const steps = [
        link.field && !(0,issue_url/* sameIssue */.Y)(link.inField, issue) && { do: 'set-field', field: link.field },
        !told && { do: 'comment', about: 'link' },
        !(0,github_labels/* hasLabel */.R)(issue.labels, client/* LINKED_LABEL */.z) && { do: 'add-label', labels },
        !(0,issue_url/* sameIssue */.Y)(link.inNote, issue) && { do: 'add-note', note: madeByUs ? 'filed' : 'linked' },
        !ticket.tags.includes(ticket_link/* LINKED_TAG */.Rb) && { do: 'add-tag', tag: ticket_link/* LINKED_TAG */.Rb },
    ];
    return steps.filter(step => step !== false && step !== undefined);
}
/** A ticket that we made from an issue: direction B's missing steps, and nothing else. */
function completionOfBorn({ ticket, link, marks }, issue, config) {
    const steps = [
        link.field && !(0,issue_url/* sameIssue */.Y)(link.inField, issue) && { do: 'set-field', field: link.field },
        !ticket.tags.includes(ticket_link/* FROM_GITHUB_TAG */.e1) && {
            do: 'add-tag',
            tag: ticket_link/* FROM_GITHUB_TAG */.e1,
            also: tagsAskedFor(issue, config),
        },
        !(0,marker/* hasSentinel */.PA)(marks) && { do: 'comment', about: 'link' },
    ];
    return steps.filter(step => step !== false && step !== undefined);
}
function surplusSteps({ surplus }) {
    return surplus.map(issue => ({ do: 'close-duplicate', surplus: issue }));
}
/**
 * One comment per closing, and one per reopening of a closing that was told. The issue is closed only with the
 * last of its tickets, and before the comment, which says that this closing was dealt with.
 */
function lifecycle({ ticket, marks, stillOpen }, issue, { issue: options }) {
    const at = ticket.closedAt;
    if (!at || options['on-ticket-closed'] === 'nothing')
        return [];
    const told = (kind) => marks.some(({ body }) => {
        const announced = (0,marker/* readAnnouncement */.gu)(body);
        return announced?.kind === kind && announced.at === at;
    });
    if (ticket.status !== 'closed') {
        return told('resolved') && !told('reopened') ? [{ do: 'comment', about: 'reopened', at }] : [];
    }
    if (told('resolved'))
        return [];
    const closes = options['on-ticket-closed'] === 'close' && issue.state === 'open' && !stillOpen.length;
    return [...(closes ? [{ do: 'close-issue' }] : []), { do: 'comment', about: 'resolved', at }];
}
function planCreation(seen, config) {
    const { ticket, link, target, mailbox } = seen;
    if (!target)
        throw new Error('The target repository was not observed.');
    if (!ticket.fields)
        throw new MissingFieldError(moduleIsOff);
    if (!link.field)
        throw new MissingFieldError(fieldIsMissing(mailbox, config.fields['issue-url']));
    const { content } = config.issue;
    // Nobody has been told anything about an issue that is yet to be made.
    const closing = lifecycle(seen, { state: 'open' }, config);
    return {
        steps: [
            {
                do: 'create-issue',
                repository: target.name,
                labels: labelsFor(ticket, mailbox, config),
                content: content === 'auto' ? (target.visibility === 'private' ? 'full' : 'link-only') : content,
            },
            { do: 'set-field', field: link.field },
            { do: 'add-note', note: 'filed' },
            { do: 'add-tag', tag: ticket_link/* LINKED_TAG */.Rb },
            ...closing,
        ],
        result: 'created',
        warnings: [],
    };
}
function nothing(result, reason, warnings = []) {
    return { steps: [], result, reason, warnings };
}

;// CONCATENATED MODULE: ./build/src/ticket/reconcile.js




/** Loaded by runs that write something: with the parser of HTML, it is the largest part of the action. */
const loadApply = () => Promise.all(/* import() */[__webpack_require__.e(69), __webpack_require__.e(158), __webpack_require__.e(714)]).then(__webpack_require__.bind(__webpack_require__, 5714));
/** Reconciles one ticket with its issue. */
function reconcileTicket(id, world, how = {}) {
    const url = world.freescout.ticketUrl(id);
    const outcome = {
        result: 'skipped',
        reason: 'ticket-not-found',
        ticket: { id, url },
        changes: [],
        warnings: [],
    };
    const onUnlinked = () => void (0,head_start/* ahead */.U)((0,head_start/* headStart */.x)().then(loadApply));
    return (0,reconcile/* reconcile */.L)({ name: `Ticket ${id}`, outcome }, world, async (attempt) => {
        if (attempt > 1)
            world.newest.forget();
        const seen = await observeTicket(id, world, attempt === 1 ? { ...how, onUnlinked } : { thorough: true });
        if (!seen)
            return undefined;
        const plan = planTicket(seen, world.config);
        return {
            plan,
            ticket: { id, number: seen.ticket.number, url },
            apply: async (progress) => (await loadApply()).applyTicketPlan(plan.steps, { seen, world, progress }),
        };
    });
}


/***/ })

};
