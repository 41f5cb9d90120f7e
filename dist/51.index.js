export const id = 51;
export const ids = [51];
export const modules = {

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


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyTicketPlan: () => (/* binding */ applyTicketPlan)
});

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(9052);
// EXTERNAL MODULE: ./build/src/issue-ref.js
var issue_ref = __webpack_require__(9017);
;// CONCATENATED MODULE: ./build/src/link/duplicate.js
/**
 * Tells a surplus issue which one counts, unless it was told before, and closes it as a duplicate; adds to `changes`
 * what was done.
 */
async function closeDuplicateIssue(surplus, { winner, github, changes }) {
    const other = winner.repository === surplus.repository ? `#${winner.number}` : winner.url;
    const text = `Duplicate of ${other}: both were made from the same ticket.`;
    if (!(await github.comments(surplus)).some(({ body }) => body === text)) {
        await github.comment(surplus, text);
        changes.push('comment');
    }
    await github.closeIssue(surplus, 'duplicate');
    changes.push('close-duplicate');
}

// EXTERNAL MODULE: ./build/src/link/issues-with-marker.js
var issues_with_marker = __webpack_require__(1383);
// EXTERNAL MODULE: ./build/src/link/tickets-from-issue.js
var tickets_from_issue = __webpack_require__(6965);
// EXTERNAL MODULE: ./build/src/marks.js
var marks = __webpack_require__(9152);
// EXTERNAL MODULE: ./build/src/names.js
var names = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/reconcile.js
var reconcile = __webpack_require__(3226);
;// CONCATENATED MODULE: ./build/src/render/beginning.js
/** What a node costs beside its text: its markup, its line, its place in a list. */
const NODE_COST = 3;
/**
 * Gives the beginning of a Markdown tree: whole nodes worth `room` characters, the last text cut between words, the
 * last code between lines. As it is still a tree, no fence, quote or table is left open; the root itself stays.
 * `whole` says that nothing was left out. Takes one walk.
 */
function cutTree(root, room) {
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
var links = __webpack_require__(7038);
// EXTERNAL MODULE: ../../work/main/node_modules/hast-util-to-mdast/lib/index.js + 49 modules
var lib = __webpack_require__(275);
// EXTERNAL MODULE: ../../work/main/node_modules/mdast-util-gfm/lib/index.js + 6 modules
var mdast_util_gfm_lib = __webpack_require__(314);
// EXTERNAL MODULE: ../../work/main/node_modules/mdast-util-to-markdown/lib/index.js + 13 modules
var mdast_util_to_markdown_lib = __webpack_require__(8259);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2119);
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
function normaliseTree(parent) {
    const children = parent.children;
    const model = LINES.has(parent.type) ? children.flatMap(inlined) : blocks(parent.type, children);
    parent.children = joined(model);
    for (const child of model)
        if ('children' in child)
            normaliseTree(child);
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
    normaliseTree(parent);
    neutraliseChildren(parent, { policy, open: new Set(), last: '' });
}
function neutraliseChildren(parent, place) {
    if (!isSpan(parent))
        place.last = '';
    const children = parent.children.flatMap(child => neutraliseNode(child, place));
    parent.children = children.flatMap((child, at) => {
        // Backticks that touch would pair up across the two.
        const touches = child.type === 'inlineCode' && children[at - 1]?.type === 'inlineCode';
        return touches ? [{ type: 'text', value: plain/* ZERO_WIDTH */.eA }, child] : [child];
    });
}
function neutraliseNode(node, place) {
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
    neutraliseChildren(node, place);
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
var tree = __webpack_require__(9331);
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
        const root = (0,lib/* toMdast */.X)(flattenLayoutTables(safe.tree), { document: true });
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
function flattenLayoutTables(node) {
    for (const child of node.children) {
        if (child.type !== 'element')
            continue;
        if (child.tagName === 'table' && !isData(child))
            asSequence(child);
        flattenLayoutTables(child);
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
    const marker = (0,marks/* issueMarker */.Q_)({ id: ticket.id, url: ticketUrl });
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
            const { node, whole } = cutTree(quote, room);
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
var note = __webpack_require__(6383);
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
            await closeDuplicateIssue(step.duplicate, {
                winner: issue,
                github: world.github,
                changes: progress.changes,
            });
            world.log(`close-duplicate: ${step.duplicate.url} (ticket ${seen.ticket.id} has ${issue.url})`);
            continue;
        }
        if (step.do === 'set-status') {
            const html = (0,note/* noteHtml */.MB)({ issue, text: (0,tickets_from_issue/* duplicateTicketText */.N2)(world.freescout.ticketUrl(step.duplicateOf)) });
            const surplus = { id: seen.ticket.id, html, userId: (0,reconcile/* signer */.x)(seen) };
            await (0,tickets_from_issue/* closeDuplicateTicket */.Ks)(surplus, { world, changes: progress.changes });
            world.log(`set-status: ticket ${surplus.id} is surplus, ${issue.url} has ticket ${step.duplicateOf}`);
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
async function applyStep(step, { issue, tags, seen, world, }) {
    const { github, freescout } = world;
    const { ticket, ticketUrl } = seen;
    switch (step.do) {
        case 'comment':
            if (step.about === 'link')
                return github.comment(issue, (0,marks/* sentinel */.$7)(ticketUrl));
            return github.comment(issue, (0,marks/* announcement */.uF)({ kind: step.about, at: step.at, ticketUrl }));
        case 'add-label':
            return github.addLabels(issue, step.labels);
        case 'close-issue':
            return github.closeIssue(issue, 'completed');
        case 'add-note': {
            const html = step.note === 'filed' ? (0,note/* filedNote */.lc)({ issue }) : (0,note/* linkedNote */.SK)({ issue });
            return freescout.addNote(ticket.id, { html, userId: (0,reconcile/* signer */.x)(seen) });
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
    const winner = (0,issues_with_marker/* canonicalIssue */.Ar)(await (0,issues_with_marker/* lookAgainForMarker */.Hw)(made, { id: ticket.id, url: ticketUrl }, world));
    if (!winner || (0,issue_ref/* isSameIssue */.aH)(winner, made))
        return addMissingLabels(made, step.labels, { world, progress });
    log(`Another run made ${winner.url} first: closing ${made.url} as its duplicate.`);
    await closeDuplicateIssue(made, { winner, github, changes: progress.changes });
    progress.issue = winner;
    progress.lostRace = true;
}
/** GitHub leaves labels out when the token may not put them on. That alone stops nothing, but people must know. */
async function addMissingLabels(made, labels, { world, progress }) {
    const missing = labels.filter(label => !(0,names/* hasName */.cP)(made.labels, label));
    if (!missing.includes(names/* LINKED_LABEL */.zP))
        return;
    try {
        await world.github.addLabels(made, missing);
        progress.changes.push('add-label');
        world.log(`add-label: GitHub had left out ${missing.join(', ')} on ${made.url}`);
    }
    catch (error) {
        if (!(0,errors/* isRefusedForGood */.TG)(error))
            throw error;
        progress.warnings.push(`${made.url} lacks the label ${names/* LINKED_LABEL */.zP}, by which it would be found again: ${error.message}`);
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
    if ((0,issue_ref/* isSameIssue */.aH)((0,issue_ref/* readIssueUrl */.ZG)(stored, rules), issue))
        return tags;
    throw new errors/* ServiceError */._7(`FreeScout accepted the link ${issue.url} for ticket ${id}, but its field "${field.name}" holds something else ` +
        'when read back. Check that the field is of the type single line, and that the ticket was not moved meanwhile; ' +
        'then run the workflow again.', { service: 'FreeScout' });
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


/***/ })

};
