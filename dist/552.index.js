export const id = 552;
export const ids = [552];
export const modules = {

/***/ 552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyIssuePlan: () => (/* binding */ applyIssuePlan)
});

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(9052);
// EXTERNAL MODULE: ./build/src/http/head-start.js
var head_start = __webpack_require__(8428);
// EXTERNAL MODULE: ./build/src/link/tickets-from-issue.js
var tickets_from_issue = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/src/marks.js
var marks = __webpack_require__(9152);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(3226);
// EXTERNAL MODULE: ../../work/main/node_modules/hast-util-to-html/lib/index.js + 22 modules
var lib = __webpack_require__(2074);
// EXTERNAL MODULE: ../../work/main/node_modules/unist-util-visit/lib/index.js
var unist_util_visit_lib = __webpack_require__(9353);
// EXTERNAL MODULE: ./build/src/render/links.js
var links = __webpack_require__(7038);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2119);
// EXTERNAL MODULE: ./build/src/render/tree.js
var tree = __webpack_require__(9331);
;// CONCATENATED MODULE: ./build/src/render/html.js





/**
 * Converts an issue's text (GitHub's `body_html`) to HTML that is safe in a FreeScout ticket or note: text and its
 * structure from an allow-list, links over http, https and mailto, images as their names; and none of our marks.
 * `undefined` when it is built to exhaust a parser. Never throws.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types
 */
function sanitiseHtml(html) {
    const safe = (0,tree/* safeTree */.o)(html, href => (0,links/* safeUrl */.Pl)(href)?.href);
    if (!safe)
        return undefined;
    try {
        withoutMarks(safe.tree);
        return ((0,lib/* toHtml */.V)(safe.tree, { characterReferences: { useNamedReferences: true } }).trim() +
            (safe.cut ? '<p><em>… cut: the rest is on GitHub.</em></p>' : ''));
    }
    catch {
        return undefined;
    }
}
/**
 * Our notes are known by how their text starts once the tags are gone, so our name is broken up wherever it can be
 * read that way, also across tags: `[freescout-<b>autolink</b>]`.
 */
function withoutMarks(tree) {
    const texts = [];
    (0,unist_util_visit_lib/* visit */.YR)(tree, 'text', node => {
        texts.push(node);
    });
    const whole = texts.map(text => text.value).join('');
    if (!/freescout-autolink/i.test(whole))
        return;
    for (const text of texts) {
        text.value = plain/* ZERO_WIDTH */.eA + text.value.replace(/freescout-(?=autolink)/gi, `$&${plain/* ZERO_WIDTH */.eA}`);
    }
}

// EXTERNAL MODULE: ./build/src/render/note.js
var render_note = __webpack_require__(6383);
;// CONCATENATED MODULE: ./build/src/issue/apply.js








/** Carries out steps in their order, one call each, and stops where another run has won. */
async function applyIssuePlan(steps, about) {
    const { seen, world, progress } = about;
    let made;
    /** Tags that are being read back: the issue is told meanwhile, but a note waits, for it says that they are there. */
    let tagging;
    for (const step of steps) {
        if (step.do !== 'comment')
            await tagging;
        if (step.do === 'create-ticket') {
            made = await createTicket(step.keys, about);
            if (progress.lostRace)
                return;
            continue;
        }
        const ticketId = step.ticket === 'made' ? made : step.ticket;
        if (ticketId === undefined)
            throw new Error(`The step ${step.do} came before there was a ticket.`);
        await applyStep(step, { ticketId, about });
        if (step.do === 'set-tags')
            tagging = (0,head_start/* ahead */.U)(checkTags(step.tags, { ticketId, world }));
        progress.changes.push(step.do);
        const { repository, number } = seen.issue;
        world.log(`${step.do}: ${describe(step)} (ticket ${ticketId}, ${repository}#${number})`);
    }
    await tagging;
}
async function applyStep(step, { ticketId, about }) {
    const { seen, world } = about;
    const { freescout, github } = world;
    switch (step.do) {
        case 'set-tags': {
            const now = step.ticket === 'made' ? [] : (await freescout.fieldsAndTags(ticketId)).tags;
            return freescout.setTags(ticketId, [...new Set([...now, ...step.tags])]);
        }
        case 'set-status': {
            await freescout.setStatus(ticketId, { status: step.status, userId: (0,reconcile/* signer */.x)(seen) });
            const stored = await freescout.ticket(ticketId);
            if (stored?.ticket.status === 'closed')
                throw notStored('status', ticketId);
            return;
        }
        case 'add-note': {
            const html = (0,render_note/* noteHtml */.MB)({ issue: seen.issue, text: step.text, key: step.key });
            return freescout.addNote(ticketId, { html, userId: (0,reconcile/* signer */.x)(seen) });
        }
        case 'comment':
            return github.comment(seen.issue, (0,marks/* sentinel */.$7)(freescout.ticketUrl(ticketId)));
    }
}
async function checkTags(wanted, { ticketId, world }) {
    const { tags } = await world.freescout.fieldsAndTags(ticketId);
    if (wanted.some(tag => !tags.includes(tag.toLowerCase())))
        throw notStored('tags', ticketId);
}
/** FreeScout answers 204 even when it stored nothing; what the note that comes next says must be true. */
function notStored(what, ticketId) {
    return new errors/* ServiceError */._7(`FreeScout accepted the ${what} of ticket ${ticketId}, but shows something else when read back. Run the workflow again.`, { service: 'FreeScout' });
}
/**
 * Makes the ticket, then looks again before anything points at it: of several runs at once only the one whose
 * ticket has the lowest id goes on, the others close theirs. Gives the id.
 */
async function createTicket(keys, { seen, world, progress }) {
    const { freescout, config, log } = world;
    const { issue, ticketTarget, html } = seen;
    if (!ticketTarget || !config.ticket)
        throw new Error('Where tickets are made was not observed.');
    const userId = (0,reconcile/* signer */.x)(seen);
    const { id, number } = await freescout.createTicket({
        mailboxId: ticketTarget.mailboxId,
        subject: subjectOf(issue),
        customerEmail: config.ticket.customer,
        html: (0,render_note/* createdTicketNote */.dX)({ issue, html: sanitiseHtml(html), keys }),
        userId,
        field: { id: ticketTarget.fieldId, value: issue.url },
        silent: !config.ticket.notify,
    });
    progress.ticket = { id, number, url: freescout.ticketUrl(id) };
    progress.changes.push('create-ticket');
    log(`create-ticket: ${freescout.ticketUrl(id)} for ${issue.url}`);
    const winner = Math.min(id, ...(await (0,tickets_from_issue/* findTicketsFromIssue */.k6)(issue, world)));
    if (winner === id)
        return id;
    log(`Another run made ticket ${winner} first: closing ticket ${id}.`);
    const note = (0,render_note/* noteHtml */.MB)({ issue, text: (0,tickets_from_issue/* duplicateTicketText */.N2)(freescout.ticketUrl(winner)) });
    await (0,tickets_from_issue/* closeDuplicateTicket */.Ks)({ id, html: note, userId }, { world, changes: progress.changes });
    progress.ticket = { id: winner, url: freescout.ticketUrl(winner) };
    progress.lostRace = true;
    return winner;
}
/** `[owner/repo#77] title`: the prefix is what the ticket is found by. */
function subjectOf(issue) {
    return `${(0,marks/* subjectPrefix */.Bf)(issue)} ${(0,plain/* clean */.uH)(issue.title).replace(/\s+/g, ' ').trim()}`;
}
function describe(step) {
    switch (step.do) {
        case 'set-tags':
            return step.tags.join(', ');
        case 'set-status':
            return step.status;
        case 'add-note':
            return `told the ticket: ${step.key}`;
        case 'comment':
            return 'told the issue its ticket';
    }
}


/***/ }),

/***/ 7038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ issueLink),
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   c4: () => (/* binding */ hideStored)
/* harmony export */ });
/* unused harmony exports STORED_FILE, decode */
/** Longer ones are not links that people follow. */
const LONGEST_URL = 2_000;
/** What stands where a FreeScout storage URL stood. */
const STORED_FILE = '[file in FreeScout]';
/**
 * Gives the absolute http, https or mailto URL that `href` means, or `undefined` when it can't be a link:
 * another scheme, a relative URL, one with a user or password in it (`https://github.com@evil.example`).
 */
function safeUrl(href) {
    const trimmed = href.trim();
    if (trimmed.length > LONGEST_URL || !URL.canParse(trimmed))
        return undefined;
    const url = new URL(trimmed);
    if (!['http:', 'https:', 'mailto:'].includes(url.protocol))
        return undefined;
    return url.username || url.password || url.href.length > LONGEST_URL ? undefined : url;
}
/**
 * Gives the URL that a link in an issue may have, or `undefined` when only its text may stay. github.com becomes
 * redirect.github.com, as Renovate and Dependabot write it: it leads to the same page, but GitHub neither links
 * back from there nor takes "closes" before it for an order. An Enterprise server has no such host: no link.
 */
function issueLink(href, { freescoutUrl, serverUrl, redact }) {
    const url = safeUrl(href);
    if (!url)
        return undefined;
    if ([href, url.href].map(decode).some(said => redact(said) !== said || isStored(said, freescoutUrl))) {
        return undefined;
    }
    const host = bareHost(url);
    if (host === 'github.com') {
        url.protocol = 'https:';
        url.host = 'redirect.github.com';
        url.port = '';
    }
    else if (host === bareHost(new URL(serverUrl)))
        return undefined;
    return url.href;
}
/** Replaces every word that is a FreeScout storage URL, whole or relative, linked or not, in text and in code. */
function hideStored(text, freescoutUrl) {
    if (!/storage/i.test(decode(text)))
        return text;
    return text.replace(/[^\s<>"'()]+/g, word => (isStored(word, freescoutUrl) ? STORED_FILE : word));
}
function isStored(url, freescoutUrl) {
    const plain = decode(url).toLowerCase();
    if (!plain.includes('/storage/'))
        return false;
    return plain.includes(new URL(freescoutUrl).hostname) || /[?&]token=/.test(plain);
}
/** Undoes percent-encoding piece by piece: one broken escape doesn't hide the others. */
function decode(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
        try {
            return decodeURIComponent(escapes);
        }
        catch {
            return escapes;
        }
    });
}
function bareHost(url) {
    return url.hostname.replace(/\.$/, '').replace(/^www\./, '');
}


/***/ }),

/***/ 6383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ noteHtml),
/* harmony export */   SK: () => (/* binding */ linkedNote),
/* harmony export */   dX: () => (/* binding */ createdTicketNote),
/* harmony export */   lc: () => (/* binding */ filedNote)
/* harmony export */ });
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9152);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2119);



/** The note that tells a ticket its new issue: "[freescout-autolink] GitHub issue #7 filed: url". */
function filedNote({ issue }) {
    return about(issue, 'filed');
}
/** The note that completes a link which an agent made by hand. */
function linkedNote({ issue }) {
    return about(issue, 'linked');
}
/**
 * Any other note, as HTML. It shows the issue's URL, by which the receiver knows our own note when it comes back.
 * The issue comes first, whatever the text holds: `readNote` takes the first issue URL.
 * @throws RangeError for a key that would not survive in an HTML comment.
 */
function noteHtml({ issue, text, key }) {
    const lines = escaped((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text).trim()).replaceAll('\n', '<br>');
    return `<p>${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .PREFIX */ .H3} ${link(issue, issue.url)}: ${lines}</p>${key === undefined ? '' : safeKey(key)}`;
}
/** The note that a ticket made from an issue consists of. */
function createdTicketNote({ issue, html, keys }) {
    const title = escaped((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(issue.title).trim());
    const text = html ?? '<p><em>The text of the issue can’t be shown here. Please read it on GitHub.</em></p>';
    return `<p>${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .PREFIX */ .H3} ${link(issue, name(issue))}: <strong>${title}</strong></p>${text}${keys.length ? safeKey(keys.join('+')) : ''}`;
}
function safeKey(key) {
    if (/^[\w.:+-]{1,1000}$/.test(key) && !key.includes('--'))
        return (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .noteKey */ .Ef)(key);
    throw new RangeError(`A note's key is 1 to 1000 letters, digits or . : + - _ (no "--"), not ${JSON.stringify(key)}.`);
}
function name({ repository, number }) {
    return `${repository}#${number}`;
}
function about(issue, verb) {
    return `<p>${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .PREFIX */ .H3} GitHub issue ${link(issue, `#${issue.number}`)} ${verb}: ${link(issue, issue.url)}</p>`;
}
function link({ url }, text) {
    return `<a href="${escaped(url)}">${escaped(text)}</a>`;
}
function escaped(text) {
    const entities = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return text.replace(/[&<>"']/g, character => entities[character] ?? character);
}


/***/ }),

/***/ 2119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ neutralise),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   al: () => (/* binding */ issueTitle),
/* harmony export */   bh: () => (/* binding */ looksLikeCommit),
/* harmony export */   cS: () => (/* binding */ neutraliseCode),
/* harmony export */   eA: () => (/* binding */ ZERO_WIDTH),
/* harmony export */   kT: () => (/* binding */ neutraliseFence),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/**
 * U+200B. Renovate and Dependabot put it after an `@`: it ends the token for GitHub, and nobody sees it.
 * Whatever stood in the hostile text itself is removed by {@link clean}, so every one in our output is ours.
 */
const ZERO_WIDTH = '\u200B';
/** GitHub's limit for an issue's title, in characters. */
const TITLE_LIMIT = 256;
/**
 * Control and format characters: escape codes, bidirectional overrides ("Trojan Source"), invisible spaces, tag
 * characters. Kept: tab, newline, the joiners that emoji and Indic scripts need, Arabic's visible number signs.
 */
const INVISIBLE = /(?!\t|\n)\p{Cc}|(?!\u200C|\u200D|[\u0600-\u0605\u06DD\u070F\u08E2])\p{Cf}/gu;
/** 7 to 40 hexadecimal digits standing alone: what GitHub takes for a commit. */
const SHA = /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi;
const ADDRESS_OR_AT = /(?<![^\s(<,;:])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?=[.,;:!?]?(?:[\s)>]|$))|@/g;
/** Removes what can't be seen, pairs up what is half a character, and makes every line break a `\n`. */
function clean(text) {
    return text
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(INVISIBLE, '');
}
/** Whether `word` holds something that GitHub would look up as a commit. */
function looksLikeCommit(word) {
    return word.search(SHA) >= 0;
}
/**
 * Makes cleaned text inert on GitHub without changing how it looks: zero-width characters break up mentions,
 * references, bare URLs and our own marks. It judges text as a reader sees it, after entities, escapes and tags
 * are gone, because that is when GitHub looks for references.
 *
 * - Every `@` gets its break, but for one in an e-mail address that stands alone: that mentions nobody and stays
 *   copyable. (`a@b.example@octocat` is no such address: GitHub links the first half, and what is left mentions.)
 * - A `#` counts before a digit and at the end: what follows there may be a tag away (`<b>#</b>1`).
 * - A commit gets its break in front: GitHub wants a space or bracket there, and a double click still takes it whole.
 * - Breaking `://` and `www.` keeps GitHub from linking a bare URL and then reading it as a reference.
 */
function neutralise(text) {
    return text
        .replace(ADDRESS_OR_AT, found => (found === '@' ? `@${ZERO_WIDTH}` : found))
        .replace(/#(?=\d|$)/g, `#${ZERO_WIDTH}`)
        .replace(/gh-(?=\d|$)/gi, `$&${ZERO_WIDTH}`)
        .replace(/:(?=\/\/)|(?:www|github)(?=\.)|(?:mailto|xmpp)(?=:)/gi, breakAfter)
        .replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
        .replace(SHA, `${ZERO_WIDTH}$&`);
}
/** The same for inline code. GitHub acts on none of it, but a reply by e-mail comes back without its backticks. */
function neutraliseCode(text) {
    return text
        .replace(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, `@${ZERO_WIDTH}`)
        .replace(/#(?=\d)|gh-(?=\d)|freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`);
}
/** Keeps fenced code literal but for our own name: no line in it can read as one of our marks. */
function neutraliseFence(text) {
    return text.replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`);
}
/** One line of cleaned text of at most `limit` UTF-16 units, never half a character; `…` says that it was cut. */
function oneLine(text, limit) {
    const line = clean(text).replace(/\s+/g, ' ').trim();
    if (line.length <= limit)
        return line;
    return `${line
        .slice(0, limit - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}
/**
 * An issue's title made of hostile text: one inert line of 1 to 256 UTF-16 units.
 * `fallback` is taken as it is when nothing visible is left.
 */
function issueTitle(text, fallback) {
    for (let limit = TITLE_LIMIT; limit > 0; limit -= 8) {
        const title = neutralise(oneLine(text, limit));
        if (title.length <= TITLE_LIMIT)
            return /[\p{L}\p{N}\p{P}\p{S}]/u.test(title) ? title : fallback;
    }
    return fallback;
}
// `:` and a scheme break before the colon, the other words after them; either way the token ends.
function breakAfter(found) {
    return found === ':' ? `${ZERO_WIDTH}:` : `${found}${ZERO_WIDTH}`;
}


/***/ }),

/***/ 9331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ safeTree)
/* harmony export */ });
/* unused harmony export HTML_LIMIT */
/* harmony import */ var hast_util_from_html__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8420);
/* harmony import */ var hast_util_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4294);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2119);



/** HTML beyond this many bytes is not looked at. */
const HTML_LIMIT = 256 * 1024;
/** A long mail has some 5,000 tags; 256 KB of nothing else would keep the parser busy for minutes. */
const TAG_LIMIT = 10_000;
const NODE_LIMIT = 60_000;
/** Long mail threads nest some 50 deep; everything after the parser is recursive. */
const DEPTH_LIMIT = 200;
/** What passes: text and its structure. No ids, classes or styles, no spans over rows and columns, no comments. */
const SCHEMA = {
    tagNames: ('a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q s samp small span ' +
        'strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var').split(' '),
    strip: ('script style title template noscript noframes noembed iframe frame object embed applet svg math audio video ' +
        'canvas select option textarea button datalist dialog map').split(' '),
    attributes: { a: ['href', 'rel'], ol: ['start'], td: ['align'], th: ['align'] },
    protocols: { href: ['http', 'https', 'mailto'] },
    clobber: [],
    required: {},
    allowComments: false,
    allowDoctypes: false,
};
/**
 * Parses hostile HTML to a tree of harmless elements: images are their names as text, checkboxes ☐ and ☑, links
 * have the URL that `link` gives for their `href` or are their text alone, what is hidden is gone.
 * `undefined` when the HTML is built to exhaust a parser; never throws.
 */
function safeTree(html, link) {
    try {
        const { source, cut } = withinLimit(html);
        if ((source.match(/<[a-z]/gi)?.length ?? 0) > TAG_LIMIT)
            return undefined;
        const tree = (0,hast_util_from_html__WEBPACK_IMPORTED_MODULE_0__/* .fromHtml */ .c)(withoutFormattingAttributes(source), { fragment: true });
        if (!isWithinLimits(tree))
            return undefined;
        tree.children = tree.children.flatMap(child => simplify(child, link));
        const safe = (0,hast_util_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .sanitize */ .a)(tree, SCHEMA);
        return { tree: safe.type === 'root' ? safe : { type: 'root', children: [safe] }, cut };
    }
    catch {
        return undefined; // A stack overflow in a recursive step: too deep after all.
    }
}
function withinLimit(html) {
    const bytes = Buffer.from(html.slice(0, HTML_LIMIT));
    const cut = html.length > HTML_LIMIT || bytes.length > HTML_LIMIT;
    if (!cut)
        return { source: html, cut };
    const source = bytes
        .subarray(0, HTML_LIMIT)
        .toString()
        .replace(/\uFFFD$/, '');
    const tag = source.lastIndexOf('<');
    return { source: tag > source.lastIndexOf('>') ? source.slice(0, tag) : source, cut };
}
/**
 * HTML makes a parser repeat every open `<b>`, `<i>`, `<font>` … in every new paragraph, but no more than three that
 * look the same ("Noah's Ark clause"). Without attributes they all do, so 30 KB can't become millions of elements.
 * https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
 */
function withoutFormattingAttributes(html) {
    return html.replace(/<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])[^>]*>?/gi, '<$1>');
}
/** Measures without recursion. */
function isWithinLimits(tree) {
    let level = tree.children;
    let nodes = 0;
    for (let depth = 0; level.length > 0; depth++) {
        nodes += level.length;
        if (depth > DEPTH_LIMIT || nodes > NODE_LIMIT)
            return false;
        level = level.flatMap(node => ('children' in node ? node.children : []));
    }
    return true;
}
function simplify(node, link) {
    if (node.type === 'text')
        return [{ ...node, value: (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .clean */ .uH)(node.value) }];
    if (node.type !== 'element')
        return [node];
    if (isHidden(node))
        return [];
    if (node.tagName === 'img')
        return [text(imageName(node))];
    if (node.tagName === 'input') {
        return node.properties.type === 'checkbox' ? [text(node.properties.checked ? '☑ ' : '☐ ')] : [];
    }
    node.children = node.children.flatMap(child => simplify(child, link));
    if (node.tagName === 'a') {
        const href = link(String(node.properties.href ?? ''));
        if (!href)
            return node.children;
        node.properties = { href, rel: ['nofollow', 'noopener', 'noreferrer'] };
    }
    return [node];
}
/** Mails hide a preview line; a stranger may hide anything. A picture of one pixel is there to count readers. */
function isHidden({ tagName, properties }) {
    if (tagName === 'img' &&
        [properties.width, properties.height].some(size => ['0', '1'].includes(String(size)))) {
        return true;
    }
    return ('hidden' in properties || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style)));
}
/** `[image: alt]`, or the file's name without its path and query, where FreeScout keeps the access token. */
function imageName({ properties }) {
    const file = /^(?:https?:)?\/[^?#]*\/([^/?#]+\.[a-z0-9]{2,5})(?:[?#]|$)/i.exec(String(properties.src ?? ''))?.[1];
    const name = (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(String(properties.alt ?? ''), 100) || (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(file ?? '', 100);
    return name ? `[image: ${name}]` : '[image]';
}
function text(value) {
    return { type: 'text', value };
}


/***/ })

};
