export const id = 793;
export const ids = [793];
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
async function listMarked(repository, ticket, { github }) {
    const oldest = Date.parse(ticket.createdAt) - _http_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .CLOCK_SKEW_MS */ .rn;
    const marked = new Map();
    const reachesBack = (page) => {
        for (const issue of page)
            if (carriesMarkerOf(issue, ticket))
                marked.set(issue.number, issue);
        return page.some(({ createdAt }) => Date.parse(createdAt) < oldest);
    };
    let pages = 0;
    for await (const page of github.issues({ repository })) {
        if (reachesBack(page))
            return [...marked.values()];
        if (++pages === UNLABELLED_PAGES)
            break;
    }
    if (pages < UNLABELLED_PAGES)
        return [...marked.values()];
    for await (const page of github.issues({ repository, label: _github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .LINKED_LABEL */ .z })) {
        if (reachesBack(page))
            break;
    }
    return [...marked.values()];
}
/**
 * Looks at the newest 100 issues again, labelled or not, right after an issue was made: another run may have made
 * one at the same time.
 */
async function findMarkedAgain(made, ticket, world) {
    const { value: newest } = await world.github.issues({ repository: made.repository }).next();
    const others = (newest ?? []).filter(issue => carriesMarkerOf(issue, ticket) && issue.number !== made.number);
    return [made, ...(await trusted(others, world))];
}
/** The one that counts: the oldest that was not closed as a duplicate. */
function canonical(issues) {
    return issues
        .filter(({ state, stateReason }) => !(state === 'closed' && stateReason === 'duplicate'))
        .toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
        one.repository.localeCompare(other.repository) ||
        one.number - other.number)[0];
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

/***/ 9793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcileTicket: () => (/* binding */ reconcileTicket)
});

// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(993);
// EXTERNAL MODULE: ./build/src/github/client.js
var client = __webpack_require__(6330);
// EXTERNAL MODULE: ./build/src/github/labels.js
var github_labels = __webpack_require__(5650);
// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(3155);
// EXTERNAL MODULE: ./build/src/issue-url.js
var issue_url = __webpack_require__(1366);
// EXTERNAL MODULE: ./build/src/link/born.js
var born = __webpack_require__(5239);
;// CONCATENATED MODULE: ./build/src/link/duplicate.js
/**
 * Tells a surplus issue which one counts, unless it was told before, and closes it as a duplicate; adds to `changes`
 * what was done.
 */
async function closeDuplicate(surplus, { winner, github, changes }) {
    const other = winner.repository === surplus.repository ? `#${winner.number}` : winner.url;
    const text = `Duplicate of ${other}: both were made from the same ticket.`;
    if (!(await github.comments(surplus)).some(({ body }) => body === text)) {
        await github.comment(surplus, text);
        changes.push('comment');
    }
    await github.closeIssue(surplus, 'duplicate');
    changes.push('close-duplicate');
}

// EXTERNAL MODULE: ./build/src/link/marked.js
var link_marked = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/src/marker.js
var src_marker = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/src/render/beginning.js
/** What a node costs beside its text: its markup, its line, its place in a list. */
const NODE_COST = 3;
/**
 * Gives the beginning of a Markdown tree: whole nodes worth `room` characters, the last text cut between words, the
 * last code between lines. As it is still a tree, no fence, quote or table is left open; the root itself stays.
 * `whole` says that nothing was left out. Takes one walk.
 */
function beginning(root, room) {
    let left = room;
    let whole = true;
    return { node: kept(root) ?? root, whole };
    function kept(node) {
        left -= NODE_COST;
        if ('children' in node) {
            const children = node.children.flatMap(child => (left > 0 && kept(child)) || lost());
            const isEmptied = children.length === 0 && node.children.length > 0 && node !== root;
            return isEmptied ? undefined : { ...node, children };
        }
        if (!('value' in node) || node.value.length <= left) {
            left -= 'value' in node ? node.value.length : 0;
            return node;
        }
        whole = false;
        const end = node.type === 'code' ? node.value.lastIndexOf('\n', left) : node.value.lastIndexOf(' ', left);
        left = 0;
        if (end <= 0 || (node.type !== 'code' && node.type !== 'text'))
            return undefined;
        return { ...node, value: node.value.slice(0, end) };
    }
    function lost() {
        whole = false;
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/render/links.js
var links = __webpack_require__(1771);
// EXTERNAL MODULE: ./node_modules/hast-util-to-mdast/lib/index.js + 49 modules
var lib = __webpack_require__(4459);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm/lib/index.js + 6 modules
var mdast_util_gfm_lib = __webpack_require__(5618);
// EXTERNAL MODULE: ./node_modules/mdast-util-to-markdown/lib/index.js + 13 modules
var mdast_util_to_markdown_lib = __webpack_require__(3483);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
;// CONCATENATED MODULE: ./build/src/render/shape.js
const SPANS = new Set(['delete', 'emphasis', 'link', 'strong']);
const INLINE = new Set(['break', 'inlineCode', 'text', ...SPANS]);
const LINES = new Set(['heading', 'paragraph', 'tableCell', ...SPANS]);
const FLOW = new Set(['blockquote', 'code', 'heading', 'list', 'paragraph', 'table', 'thematicBreak']);
/** Whether a node is bold, a link or the like: inline, with text inside. */
function isSpan(node) {
    return SPANS.has(node.type);
}
/**
 * Makes a Markdown tree, in place, one that Markdown can hold: blocks in blocks, text in lines, items in lists,
 * nothing but what a message consists of (no `html`, image, definition). HTML nests as it likes (`<b><pre>`, text
 * beside list items), and the serialiser escapes text only where text may be: elsewhere it would act.
 */
function shape(parent) {
    const children = parent.children;
    const model = LINES.has(parent.type) ? children.flatMap(inlined) : blocks(parent.type, children);
    parent.children = joined(model);
    for (const child of model)
        if ('children' in child)
            shape(child);
    parent.children = parent.children.filter(isThere);
}
/** What a line may hold. A block in it gives up its text: fenced code becomes inline code. */
function inlined(node) {
    if (INLINE.has(node.type))
        return [node];
    if (node.type === 'code')
        return [{ type: 'inlineCode', value: node.value }];
    return 'children' in node ? node.children.flatMap(inlined) : [];
}
function blocks(parent, children) {
    if (parent === 'list')
        return children.map(child => wrapped('listItem', child));
    if (parent === 'table')
        return children.map(child => wrapped('tableRow', child));
    if (parent === 'tableRow')
        return children.map(child => wrapped('tableCell', child));
    return flow(children);
}
function wrapped(type, node) {
    return node.type === type ? node : { type, children: [node] };
}
/** Blocks as they are; what is inline in a row becomes a paragraph. */
function flow(children) {
    const result = [];
    let line;
    for (const child of children) {
        if (INLINE.has(child.type)) {
            if (!line) {
                line = [];
                result.push({ type: 'paragraph', children: line });
            }
            line.push(child);
            continue;
        }
        line = undefined;
        if (child.type === 'listItem')
            result.push({ type: 'list', children: [child] });
        else if (FLOW.has(child.type))
            result.push(child);
        else if ('children' in child)
            result.push(...flow(child.children));
    }
    return result;
}
/** Neighbouring texts as one, as a Markdown parser will read them. */
function joined(nodes) {
    const result = [];
    for (const node of nodes) {
        const before = result.at(-1);
        if (node.type === 'text' && before?.type === 'text') {
            result[result.length - 1] = { type: 'text', value: before.value + node.value };
        }
        else
            result.push(node);
    }
    return result;
}
/** Mails are full of `<div><br></div>`; a paragraph of line breaks alone would show as lone backslashes. */
function isThere(node) {
    if (!('children' in node) || node.type === 'listItem' || node.type.startsWith('table'))
        return true;
    return node.children.some(child => child.type !== 'break');
}

;// CONCATENATED MODULE: ./build/src/render/inert.js



/**
 * Makes a Markdown tree inert, in place: nothing in it mentions, refers, links where it must not, or says what the
 * policy redacts. Fenced code stays literal but for redaction and our own name.
 */
function makeInert(parent, policy) {
    shape(parent);
    quieten(parent, { policy, open: new Set(), last: '' });
}
function quieten(parent, place) {
    if (!isSpan(parent))
        place.last = '';
    const children = parent.children.flatMap(child => inert(child, place));
    parent.children = children.flatMap((child, at) => {
        // Backticks that touch would pair up across the two.
        const touches = child.type === 'inlineCode' && children[at - 1]?.type === 'inlineCode';
        return touches ? [{ type: 'text', value: plain/* ZERO_WIDTH */.eA }, child] : [child];
    });
}
function inert(node, place) {
    const hide = (text) => (0,links/* hideStored */.c4)(place.policy.redact((0,plain/* clean */.uH)(text)), place.policy.freescoutUrl);
    if (node.type === 'code')
        return [{ type: 'code', value: (0,plain/* neutraliseFence */.kT)(hide(node.value)) }];
    if (node.type === 'inlineCode')
        return code((0,plain/* neutraliseCode */.cS)(oneSpaced(hide(node.value))), place);
    if (node.type === 'text')
        return phrases((0,plain/* clean */.uH)(node.value), place);
    if (node.type === 'break')
        place.last = '';
    if (!('children' in node))
        return [node];
    const isNested = isSpan(node) && place.open.has(node.type);
    if (isSpan(node))
        place.open.add(node.type);
    quieten(node, place);
    if (isNested)
        return node.children; // Bold in bold says nothing; a link in a link is not Markdown.
    place.open.delete(node.type);
    return [node.type === 'link' ? { ...node, title: null } : node];
}
/** Splits text into bare URLs, words that look like commits, and the rest. */
function phrases(text, place) {
    const pieces = [];
    let end = 0;
    for (const found of text.matchAll(/(?<![\w@.])(?:https?:\/\/|www\.)[^\s<>"`]{3,2000}/gi)) {
        const url = withoutTail(found[0]);
        const href = (0,links/* issueLink */.MN)(/^www/i.test(url) ? `http://${url}` : url, place.policy);
        if (!href)
            continue;
        pieces.push(...words(text.slice(end, found.index), place));
        // A rewritten host shows, so that nobody wonders; else the text stays as it was written.
        const shown = { type: 'text', value: href.startsWith('https://redirect.github.com/') ? href : url };
        pieces.push(place.open.has('link') ? shown : { type: 'link', url: href, children: [shown] });
        place.last = url.slice(-1);
        end = found.index + url.length;
    }
    return [...pieces, ...words(text.slice(end), place)];
}
/** A sentence's full stop, or the bracket around a URL, is not part of it (GFM's rule for bare URLs). */
function withoutTail(url) {
    const short = url.replace(/[?!.,:;*_~'\]}]{1,50}$/, '');
    return short.endsWith(')') && !short.includes('(') ? short.replace(/\){1,50}$/, '') : short;
}
/** A word that looks like a commit becomes code: GitHub links none there, and an order number stays copyable. */
function words(text, place) {
    const hidden = (0,links/* hideStored */.c4)(place.policy.redact(text), place.policy.freescoutUrl);
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of hidden.matchAll(/[\w-]+(?:\.[\w-]+)*/g)) {
        if (!(0,plain/* looksLikeCommit */.bh)(word))
            continue;
        pieces.push(...inert_plain(hidden.slice(end, index), place), ...code((0,plain/* neutraliseCode */.cS)(word), place));
        end = index + word.length;
    }
    return [...pieces, ...inert_plain(hidden.slice(end), place)];
}
function inert_plain(text, place) {
    if (text === '')
        return [];
    // No token reaches over the edge of a node (`G<b>H-1</b>`): whoever strips the tags finds a break there.
    const edge = /^[\w@#/-]/.test(text) && /[\w@#/.-]/.test(place.last) ? plain/* ZERO_WIDTH */.eA : '';
    place.last = text.slice(-1);
    return [{ type: 'text', value: edge + (0,plain/* neutralise */.$0)(text) }];
}
function code(value, place) {
    if (value === '')
        return [];
    place.last = value.slice(-1);
    return [{ type: 'inlineCode', value }];
}
function oneSpaced(value) {
    return value.replace(/\s+/g, ' ').trim();
}

// EXTERNAL MODULE: ./build/src/render/tree.js
var tree = __webpack_require__(7380);
;// CONCATENATED MODULE: ./build/src/render/markdown.js






/** Nobody reads wider ones. */
const WIDEST_TABLE = 40;
/**
 * Converts a hostile HTML message to Markdown that is safe in an issue: inert text, links as `policy` allows them,
 * no HTML. `undefined` when it is built to exhaust a parser (say so instead of showing it). Never throws.
 */
function htmlToMarkdown(html, policy) {
    const message = htmlToBlocks(html, policy);
    return message && attempt(() => serialise(message.blocks));
}
/** The same as a tree, for putting it inside a quote. */
function htmlToBlocks(html, policy) {
    const safe = (0,tree/* safeTree */.o)(html, href => (0,links/* issueLink */.MN)(href, policy));
    if (!safe)
        return undefined;
    return attempt(() => {
        const root = (0,lib/* toMdast */.X)(unlaid(safe.tree), { document: true });
        if (root.type !== 'root')
            return undefined;
        makeInert(root, policy);
        return { blocks: root.children, cut: safe.cut };
    });
}
/** Writes a Markdown tree out, without a newline at the end. Fences outgrow any run of backticks in their code. */
function serialise(blocks) {
    return (0,mdast_util_to_markdown_lib/* toMarkdown */.l)({ type: 'root', children: blocks }, {
        extensions: [(0,mdast_util_gfm_lib/* gfmToMarkdown */.H)()],
        bullet: '-',
        rule: '-',
        fences: true,
        listItemIndent: 'one',
        unsafe: [{ character: '$', inConstruct: 'phrasing' }], // GitHub typesets what stands between two of them.
    }).trimEnd();
}
/** Mails are laid out with tables: one of a single column, or with blocks in its cells, is read as a sequence. */
function unlaid(node) {
    for (const child of node.children) {
        if (child.type !== 'element')
            continue;
        if (child.tagName === 'table' && !isData(child))
            asSequence(child);
        unlaid(child);
    }
    return node;
}
function asSequence(table) {
    table.tagName = 'div';
    for (const child of table.children) {
        if (child.type === 'element' && /^(?:t(?:body|head|foot|r|d|h))$/.test(child.tagName))
            asSequence(child);
    }
}
function isData(table) {
    const inside = markdown_elements(table.children);
    const rows = inside.filter(({ tagName }) => tagName === 'tr');
    const width = Math.max(0, ...rows.map(row => markdown_elements(row.children, 0).length));
    const isGrid = width > 1 && width <= WIDEST_TABLE; // Shorter rows are filled up: wide ones would explode.
    return (isGrid && !inside.some(({ tagName }) => /^(?:table|ul|ol|dl|pre|blockquote|h[1-6]|hr)$/.test(tagName)));
}
function markdown_elements(nodes, depth = Number.POSITIVE_INFINITY) {
    return nodes
        .filter(node => node.type === 'element')
        .flatMap(node => [node, ...(depth > 0 ? markdown_elements(node.children, depth - 1) : [])]);
}
function attempt(convert) {
    try {
        return convert();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/render/redact.js
/** What stands where a name or an address stood. */
const REDACTED = '[redacted]';
/** Shorter parts of a name (`Li`, `de`) are everyday words or syllables in too many languages. */
const SHORTEST_PART = 3;
/**
 * Gives a function that takes the given people out of a text: their e-mail addresses and full names in any
 * capitals, and the parts of their names of three letters and more as whole words, exactly as capitalised
 * (`Will` goes, `will` stays). What else somebody writes about themselves can't be known.
 */
function redaction(people) {
    const anyCase = new Set();
    const asWritten = new Set();
    for (const { firstName, lastName, email } of people) {
        if (email?.trim())
            anyCase.add(literal(email.trim()));
        const names = [firstName, lastName].map(name => name?.trim() ?? '').filter(name => name !== '');
        if (names.length > 1) {
            const words = names.join(' ').split(/\s+/);
            anyCase.add(wholeWord(words.map(literal).join('\\s+')));
        }
        for (const part of names.flatMap(parts))
            asWritten.add(wholeWord(literal(part)));
    }
    const steps = [pattern(anyCase, 'giu'), pattern(asWritten, 'gu')].filter(step => step !== undefined);
    return text => steps.reduce((left, step) => left.replace(step, REDACTED), text);
}
/** `Anne-Marie O'Neil` is known by each of her words, and by what hyphens and apostrophes join. */
function parts(name) {
    const words = name.split(/\s+/);
    const pieces = name.split(/[^\p{L}\p{M}\p{N}]+/u);
    return [...words, ...pieces].filter(part => (part.match(/\p{L}/gu)?.length ?? 0) >= SHORTEST_PART);
}
/** Matches `text` itself, composed (`é`) or decomposed (`e` and an accent). */
function literal(text) {
    const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')]);
    return `(?:${[...forms].map(form => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}
// Not `\b`, which knows ASCII only; and `_` bounds a word here: `Rodney_log.txt`.
function wholeWord(source) {
    return `(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`;
}
/** Longest first, so that a name that starts with another one goes as a whole. */
function pattern(sources, flags) {
    if (sources.size === 0)
        return undefined;
    return new RegExp([...sources].sort((a, b) => b.length - a.length).join('|'), flags);
}

;// CONCATENATED MODULE: ./build/src/render/issue.js






/** GitHub's limit for an issue's body, in characters. */
const BODY_LIMIT = 65_536;
/** A line of facts stays a line: so many tags, fields or attachments are named, each in so many characters. */
const MOST_ITEMS = 20;
const LONGEST_ITEM = 120;
/** How often to try a shorter message before giving up on showing it. */
const MOST_ROUNDS = 8;
/**
 * Writes the issue for a ticket: a title of at most 256 and a body of at most 65,536 characters whose last line is
 * exactly the ticket's marker. Whatever the ticket holds can't act on GitHub; never throws for a ticket's text.
 */
function renderIssue(input) {
    const { ticket, ticketUrl, content } = input;
    const plainTitle = `FreeScout ticket #${ticket.number}`;
    const link = { type: 'link', url: ticketUrl, children: [issue_text(plainTitle)] };
    const marker = (0,src_marker/* issueMarker */.Q_)({ id: ticket.id, url: ticketUrl });
    if (content === 'link-only') {
        const line = serialise([paragraph(link, issue_text(' is about this. What it says stays in FreeScout.'))]);
        return { title: plainTitle, body: `${line}\n\n${marker}` };
    }
    const redact = input.includeCustomer ? (same) => same : redaction(people(ticket));
    const safe = (value) => (0,links/* hideStored */.c4)(redact((0,plain/* clean */.uH)(value)), input.freescoutUrl);
    const facts = paragraph(...separated([[link], ...factsOf(input, safe)]));
    const thread = firstMessage(ticket);
    const after = thread ? attachments(thread.attachments, safe) : [];
    const assemble = (middle) => `${serialise([facts, ...middle, ...after])}\n\n${marker}`;
    return { title: (0,plain/* issueTitle */.al)(safe(ticket.subject), plainTitle), body: assemble(message(thread)) };
    function message(thread) {
        if (!thread)
            return [remark('There is no message from the customer on this ticket.')];
        const found = htmlToBlocks(thread.body, { ...input, redact });
        if (!found)
            return [remark('The message can’t be shown here. Please read it in FreeScout.')];
        if (found.blocks.length === 0)
            return [remark('The customer’s message has no text.')];
        const quote = { type: 'blockquote', children: found.blocks };
        const intro = paragraph(strong('The customer wrote'), issue_text(`${when(thread.createdAt)}:`));
        const ending = remark('… cut. The whole message is in FreeScout.');
        // Markdown is longer than its text by a factor that only writing it out tells: two or three rounds find it.
        for (let round = 0, room = BODY_LIMIT; round < MOST_ROUNDS; round++) {
            const { node, whole } = beginning(quote, room);
            const blocks = [intro, node, ...(whole && !found.cut ? [] : [ending])];
            if (node.children.length === 0)
                break;
            const length = lengthOf(blocks);
            if (length <= BODY_LIMIT)
                return blocks;
            room = Math.floor(room * Math.min(0.9, (0.98 * BODY_LIMIT) / length));
        }
        return [remark('The message is too long for an issue. Please read it in FreeScout.')];
    }
    function lengthOf(blocks) {
        try {
            return assemble(blocks).length;
        }
        catch {
            return 2 * BODY_LIMIT; // Too deep to be written out: half of it may do.
        }
    }
}
/** Threads come newest first; a note is never quoted, nor what isn't published. */
function firstMessage({ threads }) {
    return threads.findLast(({ type, state }) => type === 'customer' && state === 'published');
}
/**
 * Whose names and addresses are left out. Of FreeScout's users only the address: their names are often words (the
 * robot that works for a Workflow is called "Workflow").
 */
function people({ customer, createdBy, threads }) {
    const everyone = [customer, createdBy, ...threads.map(thread => thread.createdBy)];
    return everyone
        .filter(person => person !== null)
        .map(person => (person.type === 'user' ? { ...person, firstName: null, lastName: null } : person));
}
function factsOf(input, safe) {
    const { ticket, mailboxEmail, fields, includeCustomer } = input;
    const facts = [[issue_text('mailbox '), issue_code(mailboxEmail)]];
    if (includeCustomer && ticket.customer) {
        const { firstName, lastName, email } = ticket.customer;
        const name = [firstName, lastName].filter(Boolean).join(' ');
        const known = [name, email ?? ''].filter(part => part !== '');
        if (known.length > 0)
            facts.push([issue_text('from '), ...known.flatMap(spaced)]);
    }
    if (ticket.tags.length > 0)
        facts.push(shown(ticket.tags).map(safe).flatMap(spaced));
    for (const name of fields.slice(0, MOST_ITEMS)) {
        const field = ticket.fields?.find(field => field.name === name);
        const value = safe(field?.text || field?.value || '').trim();
        if (value)
            facts.push([issue_text(`${(0,plain/* neutralise */.$0)((0,plain/* oneLine */.TN)(name, LONGEST_ITEM))}: `), issue_code(value)]);
    }
    return facts;
}
function attachments(files, safe) {
    if (files.length === 0)
        return [];
    const names = shown(files).map(({ name, bytes }) => [issue_code(safe(name)), issue_text(` (${size(bytes)})`)]);
    const more = files.length > names.length ? [[issue_text(`${files.length - names.length} more`)]] : [];
    return [paragraph(issue_text('Attachments, kept in FreeScout: '), ...separated([...names, ...more]))];
}
function separated(groups) {
    return groups.flatMap((group, index) => (index === 0 ? group : [issue_text(' · '), ...group]));
}
function spaced(value, at) {
    return at === 0 ? [issue_code(value)] : [issue_text(' '), issue_code(value)];
}
function shown(items) {
    return items.slice(0, MOST_ITEMS);
}
/** " on 2026-11-22 at 03:35 UTC", or nothing for what isn't FreeScout's way to write a time. */
function when(iso) {
    const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z$/.exec(iso);
    return found ? ` on ${found[1]} at ${found[2]} UTC` : '';
}
function size(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
function paragraph(...children) {
    return { type: 'paragraph', children };
}
function remark(value) {
    return paragraph({ type: 'emphasis', children: [issue_text(value)] });
}
function strong(value) {
    return { type: 'strong', children: [issue_text(value)] };
}
function issue_text(value) {
    return { type: 'text', value };
}
function issue_code(value) {
    return { type: 'inlineCode', value: (0,plain/* neutraliseCode */.cS)((0,plain/* oneLine */.TN)(value, LONGEST_ITEM)) || '–' };
}

// EXTERNAL MODULE: ./build/src/render/note.js
var note = __webpack_require__(6840);
;// CONCATENATED MODULE: ./build/src/ticket/apply.js










/** Carries out steps in their order, one call each, and stops where another run has won. */
async function applyTicketPlan(steps, about) {
    const { seen, world, progress } = about;
    /** As read back in this run; others may have tagged the ticket since it was observed. */
    let tags;
    for (const step of steps) {
        if (step.do === 'create-issue') {
            await createIssue(step, about);
            if (progress.lostRace)
                return;
            continue;
        }
        const issue = progress.issue;
        if (!issue)
            throw new Error(`The step ${step.do} came before there was an issue.`);
        if (step.do === 'close-duplicate') {
            await closeDuplicate(step.surplus, { winner: issue, github: world.github, changes: progress.changes });
            world.log(`close-duplicate: ${step.surplus.url} (ticket ${seen.ticket.id} has ${issue.url})`);
            continue;
        }
        if (step.do === 'set-status') {
            const html = (0,note/* noteHtml */.MB)({ issue, text: (0,born/* surplusText */.g_)(world.freescout.ticketUrl(step.elder)) });
            const surplus = { id: seen.ticket.id, html, userId: signer(seen) };
            await (0,born/* closeSurplusTicket */.FV)(surplus, { world, changes: progress.changes });
            world.log(`set-status: ticket ${surplus.id} is surplus, ${issue.url} has ticket ${step.elder}`);
            continue;
        }
        if (step.do === 'set-field')
            tags = await setField(step.field, { issue, seen, world });
        else
            await applyStep(step, { issue, tags, seen, world });
        progress.changes.push(step.do);
        world.log(`${step.do}: ${describe(step)} (ticket ${seen.ticket.id}, ${issue.repository}#${issue.number})`);
    }
}
async function applyStep(step, { issue, tags, seen, world }) {
    const { github, freescout } = world;
    const { ticket, ticketUrl } = seen;
    switch (step.do) {
        case 'comment':
            if (step.about === 'link')
                return github.comment(issue, (0,src_marker/* sentinel */.$7)(ticketUrl));
            return github.comment(issue, (0,src_marker/* announcement */.uF)({ kind: step.about, at: step.at, ticketUrl }));
        case 'add-label':
            return github.addLabels(issue, step.labels);
        case 'close-issue':
            return github.closeIssue(issue, 'completed');
        case 'add-note': {
            const html = step.note === 'filed' ? (0,note/* filedNote */.lc)({ issue }) : (0,note/* linkedNote */.SK)({ issue });
            return freescout.addNote(ticket.id, { html, userId: signer(seen) });
        }
        case 'add-tag': {
            const now = tags ?? (await freescout.fieldsAndTags(ticket.id)).tags;
            return freescout.setTags(ticket.id, [...new Set([...now, step.tag, ...(step.also ?? [])])]);
        }
    }
}
/**
 * Makes the issue, then looks again before anything points at it: of several runs at once only the one whose
 * issue is the oldest goes on, the others close theirs.
 */
async function createIssue(step, { seen, world, progress }) {
    const { ticket, ticketUrl, mailbox } = seen;
    const { github, config, freescout, serverUrl, log } = world;
    const { title, body } = renderIssue({
        ticket,
        ticketUrl,
        freescoutUrl: freescout.url,
        mailboxEmail: mailbox?.email ?? '',
        content: step.content,
        includeCustomer: config.issue.customer,
        fields: config.issue.fields,
        serverUrl,
    });
    const made = await github.createIssue(step.repository, { title, body, labels: step.labels });
    progress.issue = made;
    progress.changes.push('create-issue');
    log(`create-issue: ${made.url} for ticket ${ticket.id}`);
    const winner = (0,link_marked/* canonical */.$N)(await (0,link_marked/* findMarkedAgain */.Wb)(made, { id: ticket.id, url: ticketUrl }, world));
    if (!winner || (0,issue_url/* sameIssue */.Y)(winner, made))
        return addMissingLabels(made, step.labels, { world, progress });
    log(`Another run made ${winner.url} first: closing ${made.url} as its duplicate.`);
    await closeDuplicate(made, { winner, github, changes: progress.changes });
    progress.issue = winner;
    progress.lostRace = true;
}
/** GitHub leaves labels out when the token may not put them on. That alone stops nothing, but people must know. */
async function addMissingLabels(made, labels, { world, progress }) {
    const missing = labels.filter(label => !(0,github_labels/* hasLabel */.R)(made.labels, label));
    if (!missing.includes(client/* LINKED_LABEL */.z))
        return;
    try {
        await world.github.addLabels(made, missing);
        progress.changes.push('add-label');
        world.log(`add-label: GitHub had left out ${missing.join(', ')} on ${made.url}`);
    }
    catch (error) {
        if (!(0,errors/* isRefusedForGood */.TG)(error))
            throw error;
        progress.warnings.push(`${made.url} lacks the label ${client/* LINKED_LABEL */.z}, by which it would be found again: ${error.message}`);
    }
}
/** Writes the link and reads it back: FreeScout answers 204 even when it stored nothing. Gives the tags as of now. */
async function setField(field, { issue, seen, world }) {
    const { freescout, serverUrl } = world;
    const id = seen.ticket.id;
    await freescout.setField(id, { id: field.id, value: issue.url });
    const { fields, tags } = await freescout.fieldsAndTags(id);
    const stored = fields.find(({ name }) => name === field.name)?.value ?? '';
    const rules = { serverUrl, allowed: [issue.repository] };
    if ((0,issue_url/* sameIssue */.Y)((0,issue_url/* readIssueUrl */.Z)(stored, rules), issue))
        return tags;
    throw new errors/* ServiceError */._7(`FreeScout accepted the link ${issue.url} for ticket ${id}, but its field "${field.name}" holds something else ` +
        'when read back. Check that the field is of the type single line, and that the ticket was not moved meanwhile; ' +
        'then run the workflow again.', { service: 'FreeScout' });
}
function signer({ userId }) {
    if (userId === undefined)
        throw new Error('The signing user was not looked up.');
    return userId;
}
function describe(step) {
    switch (step.do) {
        case 'set-field':
            return `"${step.field.name}" now holds the link`;
        case 'comment':
            return step.about === 'link'
                ? 'told the issue its ticket'
                : `told the issue that the ticket was ${step.about}`;
        case 'add-label':
            return step.labels.join(', ');
        case 'add-note':
            return `told the ticket that the issue was ${step.note}`;
        case 'add-tag':
            return step.tag;
        case 'close-issue':
            return 'completed';
    }
}

// EXTERNAL MODULE: ./build/src/http/clock.js
var clock = __webpack_require__(4624);
// EXTERNAL MODULE: ./build/src/link/linked-tickets.js
var linked_tickets = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/src/link/ticket-link.js
var ticket_link = __webpack_require__(4649);
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
async function observeTicket(id, world, { reads = (0,read/* readTicket */.V)(id, world.freescout), thorough = false } = {}) {
    const [reading, mailboxes] = await reads;
    const ticket = reading && (await awaitTags(reading, { mailboxes, world }));
    if (!ticket)
        return undefined;
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
    return linked ? observeLinked(seen, linked, world) : observeUnlinked(seen, world);
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
async function observeUnlinked(seen, world) {
    const { ticket, mailbox } = seen;
    const { freescout, github, config, home } = world;
    const mayCreate = (0,criteria/* creationBlock */.bX)(ticket, { mailbox, config }) === undefined;
    const mayHaveBeenMade = (0,criteria/* hasTriggerTag */.T_)(ticket, config) || ticket.tags.includes(ticket_link/* LINKED_TAG */.Rb) || wasMoved(ticket);
    if (!mayCreate && !mayHaveBeenMade)
        return seen;
    const [marked, target, userId] = await Promise.all([
        searchMarked(seen, world),
        mayCreate ? github.repository(targetRepository(ticket, { mailbox, config, home })) : undefined,
        freescout.userId(config.user),
    ]);
    const found = (0,link_marked/* canonical */.$N)(marked);
    if (!found)
        return { ...seen, target, userId };
    return observeComments({ ...seen, target, userId, ...chooseCanonical(marked, found) }, world);
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
    const told = marks.some(({ body }) => (0,src_marker/* readSentinel */.l6)(body) !== undefined);
    if (!(0,ticket_link/* isBornFrom */.M8)(ticket, issue) || (told && ticket.tags.includes(ticket_link/* FROM_GITHUB_TAG */.e1)))
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
    const ours = comments.filter(({ body }) => (0,src_marker/* readSentinel */.l6)(body) === ticketUrl || (0,src_marker/* readAnnouncement */.gu)(body)?.ticketUrl === ticketUrl);
    const trusted = await Promise.all(ours.map(({ author }) => world.trusts(author)));
    return ours.filter((_, index) => trusted[index]);
}

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
    const told = madeByUs || marks.some(({ body }) => (0,src_marker/* readSentinel */.l6)(body) !== undefined);
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
    const told = marks.some(({ body }) => (0,src_marker/* readSentinel */.l6)(body) !== undefined);
    const steps = [
        link.field && !(0,issue_url/* sameIssue */.Y)(link.inField, issue) && { do: 'set-field', field: link.field },
        !ticket.tags.includes(ticket_link/* FROM_GITHUB_TAG */.e1) && {
            do: 'add-tag',
            tag: ticket_link/* FROM_GITHUB_TAG */.e1,
            also: tagsAskedFor(issue, config),
        },
        !told && { do: 'comment', about: 'link' },
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
        const announced = (0,src_marker/* readAnnouncement */.gu)(body);
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
    return (0,reconcile/* reconcile */.L)({ name: `Ticket ${id}`, outcome }, world, async (attempt) => {
        const seen = await observeTicket(id, world, attempt === 1 ? how : { thorough: true });
        if (!seen)
            return undefined;
        const plan = planTicket(seen, world.config);
        return {
            plan,
            ticket: { id, number: seen.ticket.number, url },
            apply: progress => applyTicketPlan(plan.steps, { seen, world, progress }),
        };
    });
}


/***/ })

};
