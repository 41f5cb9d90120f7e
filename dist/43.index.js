export const id = 43;
export const ids = [43];
export const modules = {

/***/ 1383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ canonicalIssue),
/* harmony export */   Hw: () => (/* binding */ lookAgainForMarker),
/* harmony export */   uk: () => (/* binding */ findIssuesWithMarker),
/* harmony export */   w5: () => (/* binding */ hasMarkerOf)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(824);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9152);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1102);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4795);




/** Whether the issue's last line is the marker of this very ticket, on this very FreeScout. */
function hasMarkerOf({ body }, ticket) {
    const marker = (0,_marks_js__WEBPACK_IMPORTED_MODULE_1__/* .readIssueMarker */ .qf)(body);
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
async function findIssuesWithMarker(ticket, world) {
    const repositories = (0,_repositories_js__WEBPACK_IMPORTED_MODULE_2__/* .targetRepositories */ .CI)(world.config, world.home);
    const found = await Promise.all(repositories.map(repository => listMarked(repository, ticket, world)));
    return trusted(found.flat(), world);
}
async function listMarked(repository, ticket, { newestIssues }) {
    const oldest = Date.parse(ticket.createdAt) - _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOCK_SKEW_MS */ .rn;
    const marked = new Map();
    const reachesBack = (page) => {
        for (const issue of page)
            if (hasMarkerOf(issue, ticket))
                marked.set(issue.number, issue);
        return page.some(({ createdAt }) => Date.parse(createdAt) < oldest);
    };
    let pages = 0;
    for await (const page of newestIssues.pages({ repository })) {
        if (reachesBack(page))
            return [...marked.values()];
        if (++pages === UNLABELLED_PAGES)
            break;
    }
    if (pages < UNLABELLED_PAGES)
        return [...marked.values()];
    for await (const page of newestIssues.pages({ repository, label: _names_js__WEBPACK_IMPORTED_MODULE_3__/* .LINKED_LABEL */ .zP })) {
        if (reachesBack(page))
            break;
    }
    return [...marked.values()];
}
/**
 * Looks at the newest issues again, labelled or not, right after an issue was made: another run may have made one at the
 * same time. That takes a request only when the new number leaves a gap (see `NewestIssues`).
 */
async function lookAgainForMarker(made, ticket, world) {
    world.newestIssues.add(made);
    const { value: newest } = await world.newestIssues.pages({ repository: made.repository }).next();
    const others = (newest ?? []).filter(issue => hasMarkerOf(issue, ticket) && issue.number !== made.number);
    return [made, ...(await trusted(others, world))];
}
/**
 * The one that counts: the oldest that was not closed as a duplicate. Within a repository that is the lowest number,
 * whatever the clocks of GitHub's servers said; among repositories, the time.
 */
function canonicalIssue(issues) {
    const counting = issues.filter(({ state, stateReason }) => !(state === 'closed' && stateReason === 'duplicate'));
    const firsts = [...Map.groupBy(counting, ({ repository }) => repository).values()].map(group => group.reduce((first, other) => (other.number < first.number ? other : first)));
    return firsts.toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
        one.repository.localeCompare(other.repository))[0];
}
async function trusted(issues, { isTrusted }) {
    const verdicts = await Promise.all(issues.map(({ author }) => isTrusted(author)));
    return issues.filter((_, index) => verdicts[index]);
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


/***/ }),

/***/ 6038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ isWatched),
/* harmony export */   T_: () => (/* binding */ hasTriggerTag),
/* harmony export */   bX: () => (/* binding */ creationBlock)
/* harmony export */ });
/* unused harmony export firstCustomerMessage */
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);

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
    if (ticket.tags.includes(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .FROM_GITHUB_TAG */ .e1))
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

/***/ 3043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcileTicket: () => (/* binding */ reconcileTicket)
});

// EXTERNAL MODULE: ./build/src/http/head-start.js
var head_start = __webpack_require__(8428);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(3226);
// EXTERNAL MODULE: ./build/src/clock.js
var clock = __webpack_require__(824);
// EXTERNAL MODULE: ./build/src/issue-ref.js
var issue_ref = __webpack_require__(9017);
// EXTERNAL MODULE: ./build/src/link/issues-with-marker.js
var issues_with_marker = __webpack_require__(1383);
// EXTERNAL MODULE: ./build/src/link/linked-tickets.js
var linked_tickets = __webpack_require__(8926);
// EXTERNAL MODULE: ./build/src/link/ticket-link.js
var ticket_link = __webpack_require__(7064);
// EXTERNAL MODULE: ./build/src/link/tickets-from-issue.js
var tickets_from_issue = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/src/marks.js
var marks = __webpack_require__(9152);
// EXTERNAL MODULE: ./build/src/names.js
var names = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/ticket/criteria.js
var criteria = __webpack_require__(6038);
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

// EXTERNAL MODULE: ./build/src/link/repositories.js
var repositories = __webpack_require__(4795);
;// CONCATENATED MODULE: ./build/src/ticket/new-issue.js


/** Where an issue for this ticket goes: the first route that fits, else the issue repository. */
function chooseRepository(ticket, { mailbox, config, home }) {
    const route = config.issue.routes.find(({ when }) => holds(when, ticket, mailbox));
    return route?.repository ?? (0,repositories/* issueRepository */.Ev)(config, home);
}
/** The labels of the issue: those mapped from tags and fields, and the one that marks it as linked. */
function labelsFor(ticket, mailbox, { issue }) {
    const mapped = issue.labels.filter(({ when }) => holds(when, ticket, mailbox)).map(({ label }) => label);
    return [...new Set([...mapped, names/* LINKED_LABEL */.zP])];
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
var read = __webpack_require__(7443);
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
        world.newestIssues.forget();
    const link = (0,ticket_link/* linkOf */.IJ)(ticket, world);
    const seen = {
        ticket,
        ticketUrl: world.freescout.ticketUrl(id),
        mailbox: mailboxes.find(mailbox => mailbox.id === ticket.mailboxId),
        unknownMailboxes: world.config.mailboxes.filter(address => !hasAddress(mailboxes, address)),
        link,
        skipGitHub: (0,ticket_link/* isComplete */.As)(ticket, link) && !thorough,
        issue: undefined,
        hasOurMarker: false,
        duplicates: [],
        ourComments: [],
        otherOpenTickets: [],
        targetRepository: undefined,
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
    const { ticket, skipGitHub } = seen;
    const { freescout, github, config } = world;
    if (skipGitHub && !ticket.closedAt)
        return seen;
    const [issue, userId] = await Promise.all([
        github.issue(linked),
        skipGitHub ? undefined : freescout.userId(config.user),
    ]);
    if ('gone' in issue)
        return { ...seen, issue, userId };
    const isOurs = (0,issues_with_marker/* hasMarkerOf */.w5)(issue, refOf(seen)) && (await world.isTrusted(issue.author));
    const marked = isOurs && !skipGitHub ? await searchMarked(seen, world) : [];
    return observeComments({ ...seen, userId, ...(isOurs ? chooseCanonical([issue, ...marked], issue) : { issue }) }, world);
}
async function observeUnlinked(seen, { how: { forCreation, onUnlinked }, world }) {
    const { ticket, mailbox } = seen;
    const { freescout, github, config, home } = world;
    const mayCreate = (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config }) === undefined;
    const mayHaveBeenMade = (0,criteria/* hasTriggerTag */.T_)(ticket, config) || ticket.tags.includes(names/* LINKED_TAG */.Rb) || wasMoved(ticket);
    if (!mayCreate && !mayHaveBeenMade)
        return seen;
    if (mayCreate)
        onUnlinked?.();
    const [marked, targetRepository, userId] = await Promise.all([
        searchMarked(seen, world),
        mayCreate ? readTarget() : undefined,
        forCreation?.userId ?? freescout.userId(config.user),
    ]);
    const found = (0,issues_with_marker/* canonicalIssue */.Ar)(marked);
    if (!found)
        return { ...seen, targetRepository, userId };
    return observeComments({ ...seen, targetRepository, userId, ...chooseCanonical(marked, found) }, world);
    function readTarget() {
        const repository = chooseRepository(ticket, { mailbox, config, home });
        return forCreation?.repository === repository ? forCreation.target : github.repository(repository);
    }
}
/** What the issue was told already. A new closing is told later than it happened, so older comments don't matter. */
async function observeComments(seen, world) {
    const { ticket, issue, hasOurMarker, skipGitHub } = seen;
    if (!issue || 'gone' in issue)
        return seen;
    const mayClose = ticket.status === 'closed' && world.config.issue['on-ticket-closed'] === 'close';
    const needsAll = mayClose || !(skipGitHub || hasOurMarker);
    if (!needsAll && !ticket.closedAt)
        return seen;
    const since = !needsAll && ticket.closedAt ? (0,clock/* withClockSkew */.ZL)(ticket.closedAt) : undefined;
    const comments = await world.github.comments(issue, since);
    const [ourComments, otherOpenTickets] = await Promise.all([
        marksAbout(seen, { comments, world }),
        mayClose && issue.state === 'open' ? othersOpen(seen, { issue, comments, world }) : [],
    ]);
    return {
        ...seen,
        ourComments,
        otherOpenTickets,
        duplicateOf: await elderOf({ ...seen, ourComments }, { issue, world }),
    };
}
/** Only a ticket that was born and not finished may be a leftover; the others are not asked about. */
async function elderOf({ ticket, ourComments }, { issue, world }) {
    if (!(0,ticket_link/* isCreatedFrom */.tZ)(ticket, issue) || ((0,marks/* hasSentinel */.PA)(ourComments) && ticket.tags.includes(names/* FROM_GITHUB_TAG */.e1)))
        return undefined;
    return (await (0,tickets_from_issue/* findTicketsFromIssue */.k6)(issue, world)).find(id => id < ticket.id);
}
async function othersOpen({ ticket }, { issue, comments, world }) {
    const ids = await (0,linked_tickets/* linkedTicketIds */.Sn)(issue, await (0,linked_tickets/* readLinkedTicketUrls */.kE)(comments, world), world);
    const others = await (0,linked_tickets/* readLinkedTickets */.VW)(ids.filter(id => id !== ticket.id), { issue, world });
    return others.filter(other => other.ticket.status !== 'closed').map(other => other.ticket.id);
}
/** Of issues made from the same ticket, the one that counts and the open ones that don't. */
function chooseCanonical(marked, fallback) {
    const issue = (0,issues_with_marker/* canonicalIssue */.Ar)(marked) ?? fallback;
    const duplicates = marked.filter((other, at) => {
        const isFirst = marked.findIndex(one => (0,issue_ref/* isSameIssue */.aH)(one, other)) === at;
        return isFirst && other.state === 'open' && !(0,issue_ref/* isSameIssue */.aH)(other, issue);
    });
    return { issue, hasOurMarker: true, duplicates };
}
function searchMarked(seen, world) {
    return (0,issues_with_marker/* findIssuesWithMarker */.uk)({ ...refOf(seen), createdAt: seen.ticket.createdAt }, world);
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
    const ours = comments.filter(({ body }) => (0,marks/* readSentinel */.l6)(body) === ticketUrl || (0,marks/* readAnnouncement */.gu)(body)?.ticketUrl === ticketUrl);
    const trusted = await Promise.all(ours.map(({ author }) => world.isTrusted(author)));
    return ours.filter((_, index) => trusted[index]);
}

;// CONCATENATED MODULE: ./build/src/link/birth.js
/** The tags that the issue's labels ask of the ticket that is made for it, besides the one that says where it is from. */
function tagsForLabels({ labels }, config) {
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
        return planLinked(seen, issue, config);
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
function planLinked(seen, issue, config) {
    const { ticket, link, hasOurMarker, skipGitHub } = seen;
    if (seen.duplicateOf !== undefined) {
        return {
            steps: [{ do: 'set-status', duplicateOf: seen.duplicateOf }],
            result: 'updated',
            issue,
            warnings: [],
        };
    }
    const isBorn = (0,ticket_link/* isCreatedFrom */.tZ)(ticket, issue);
    const missing = skipGitHub
        ? []
        : isBorn
            ? completionOfCreatedTicket(seen, issue, config)
            : completion(seen, issue, config);
    const completing = [...missing, ...duplicateSteps(seen)];
    const steps = [...completing, ...lifecycle(seen, issue, config)];
    const warnings = link.field ? [] : [movedWithoutField(seen)];
    if (!steps.length)
        return { ...nothing('unchanged', 'already-linked', warnings), issue };
    const byHand = link.inField !== undefined && !hasOurMarker && !isBorn;
    if (!completing.length)
        return { steps, result: 'commented', issue, warnings };
    if (!(0,issue_ref/* isSameIssue */.aH)((0,ticket_link/* linkedIssue */.PS)(link), issue))
        return { steps, result: 'adopted', issue, warnings };
    return { steps, result: byHand ? 'linked' : 'updated', issue, warnings };
}
/** Everything that a link consists of and that is missing: field, word to the issue, label, note, tag last. */
function completion(seen, issue, config) {
    const { ticket, link, ourComments, hasOurMarker } = seen;
    // GitHub may have left out all its labels, not just this one.
    const labels = hasOurMarker ? labelsFor(ticket, seen.mailbox, config) : [names/* LINKED_LABEL */.zP];
    const told = hasOurMarker || (0,marks/* hasSentinel */.PA)(ourComments);
    const steps = [
        link.field && !(0,issue_ref/* isSameIssue */.aH)(link.inField, issue) && { do: 'set-field', field: link.field },
        !told && { do: 'comment', about: 'link' },
        !(0,names/* hasName */.cP)(issue.labels, names/* LINKED_LABEL */.zP) && { do: 'add-label', labels },
        !(0,issue_ref/* isSameIssue */.aH)(link.inNote, issue) && { do: 'add-note', note: hasOurMarker ? 'filed' : 'linked' },
        !ticket.tags.includes(names/* LINKED_TAG */.Rb) && { do: 'add-tag', tag: names/* LINKED_TAG */.Rb },
    ];
    return steps.filter(step => step !== false && step !== undefined);
}
/** A ticket that we made from an issue: direction B's missing steps, and nothing else. */
function completionOfCreatedTicket({ ticket, link, ourComments }, issue, config) {
    const steps = [
        link.field && !(0,issue_ref/* isSameIssue */.aH)(link.inField, issue) && { do: 'set-field', field: link.field },
        !ticket.tags.includes(names/* FROM_GITHUB_TAG */.e1) && {
            do: 'add-tag',
            tag: names/* FROM_GITHUB_TAG */.e1,
            also: tagsForLabels(issue, config),
        },
        !(0,marks/* hasSentinel */.PA)(ourComments) && { do: 'comment', about: 'link' },
    ];
    return steps.filter(step => step !== false && step !== undefined);
}
function duplicateSteps({ duplicates }) {
    return duplicates.map(issue => ({ do: 'close-duplicate', duplicate: issue }));
}
/**
 * One comment per closing, and one per reopening of a closing that was told. The issue is closed only with the
 * last of its tickets, and before the comment, which says that this closing was dealt with.
 */
function lifecycle({ ticket, ourComments, otherOpenTickets }, issue, { issue: options }) {
    const at = ticket.closedAt;
    if (!at || options['on-ticket-closed'] === 'nothing')
        return [];
    const told = (kind) => ourComments.some(({ body }) => {
        const announced = (0,marks/* readAnnouncement */.gu)(body);
        return announced?.kind === kind && announced.at === at;
    });
    if (ticket.status !== 'closed') {
        return told('resolved') && !told('reopened') ? [{ do: 'comment', about: 'reopened', at }] : [];
    }
    if (told('resolved'))
        return [];
    const closes = options['on-ticket-closed'] === 'close' && issue.state === 'open' && !otherOpenTickets.length;
    return [...(closes ? [{ do: 'close-issue' }] : []), { do: 'comment', about: 'resolved', at }];
}
function planCreation(seen, config) {
    const { ticket, link, targetRepository, mailbox } = seen;
    if (!targetRepository)
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
                repository: targetRepository.name,
                labels: labelsFor(ticket, mailbox, config),
                content: content === 'auto' ? (targetRepository.visibility === 'private' ? 'full' : 'link-only') : content,
            },
            { do: 'set-field', field: link.field },
            { do: 'add-note', note: 'filed' },
            { do: 'add-tag', tag: names/* LINKED_TAG */.Rb },
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
const loadApply = () => Promise.all(/* import() */[__webpack_require__.e(125), __webpack_require__.e(678), __webpack_require__.e(51)]).then(__webpack_require__.bind(__webpack_require__, 4051));
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
            world.newestIssues.forget();
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
