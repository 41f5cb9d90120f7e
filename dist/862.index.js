export const id = 862;
export const ids = [862];
export const modules = {

/***/ 9145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ githubSender),
/* harmony export */   l: () => (/* binding */ split)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7221);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7958);
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9052);
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5701);




/** A full name as the parameters that most routes take. */
function split(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
/** The REST API version that requests are pinned to. */
const API_VERSION = '2022-11-28';
/**
 * Octokit under our own rules: an error is a {@link ServiceError} that says what to do, and a redirect is one
 * too (Octokit would take a 301 for a success).
 */
function githubSender({ apiUrl, token, fetch }) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
        baseUrl: apiUrl,
        userAgent: 'freescout-autolink',
        request: { fetch },
    });
    let remaining = Number.POSITIVE_INFINITY;
    async function exchange(call, schema) {
        const response = await octokit
            .request(call.route, { ...call.parameters, headers: { 'X-GitHub-Api-Version': API_VERSION } })
            .catch((error) => {
            throw failure(call, error);
        });
        const status = response.status;
        remaining = Number(response.headers['x-ratelimit-remaining'] ?? remaining);
        if (status >= 300)
            throw refused(call, { status, message: 'moved', headers: response.headers });
        const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(schema, response.data);
        if (!result.success)
            throw unreadable(call);
        return { data: result.output, link: response.headers.link ?? '' };
    }
    async function* pages(call, item) {
        for (let next = call; next;) {
            const { data, link } = await exchange(next, valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(item));
            yield data;
            next = linked(link, 'next', call);
        }
    }
    async function* pagesFromLast(call, item) {
        const first = await exchange(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(item));
        if (linked(first.link, 'next', call) && !linked(first.link, 'last', call)) {
            // A list that tells no last page can only be walked through.
            yield* (await Array.fromAsync(pages(call, item))).toReversed();
            return;
        }
        for (let previous = linked(first.link, 'last', call); previous;) {
            const { data, link } = await exchange(previous, valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(item));
            yield data;
            const before = linked(link, 'prev', call);
            previous = before?.route === linked(link, 'first', call)?.route ? undefined : before;
        }
        yield first.data;
    }
    return {
        send: async (call, schema) => (await exchange(call, schema)).data,
        pages,
        pagesFromLast,
        remaining: () => remaining,
    };
    /** The call for a page that an answer's `Link` header names; a page that can't be asked for must not go missing. */
    function linked(link, rel, { what }) {
        const url = link
            .split(',')
            .find(part => part.includes(`rel="${rel}"`))
            ?.match(/<([^<>]+)>/)?.[1];
        if (url === undefined)
            return undefined;
        if (URL.parse(url)?.origin === new URL(apiUrl).origin)
            return { route: `GET ${url}`, what };
        throw new _http_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7(`GitHub names a page at ${URL.parse(url)?.origin ?? 'no address'}, not at ${apiUrl}: could not ${what}. ` +
            "Check the runner's GITHUB_API_URL.", { service: 'GitHub' });
    }
}
function unreadable(call) {
    return new _http_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7(`GitHub's answer is not what its API promises: could not ${call.what}. ` +
        'A proxy may stand in front of it; run the workflow again.', { service: 'GitHub', mayHaveActed: isWrite(call) });
}
/** GraphQL is only asked whose token this is. */
function isWrite({ route }) {
    return !route.startsWith('GET ') && !/^POST .*\/graphql$/.test(route);
}
/** Octokit gives a request that had no answer the status 500 and no `response`. */
function failure(call, error) {
    const { response } = error;
    if (response) {
        return refused(call, {
            status: response.status,
            message: saidBy(response.data),
            headers: response.headers,
        });
    }
    return new _http_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7(`GitHub gave no answer (${(0,_http_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .Ic)(causeOf(error))}): could not ${call.what}. Run the workflow again.`, { service: 'GitHub', mayHaveActed: isWrite(call) && !(0,_http_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .wasNeverSent */ .CR)(error), cause: error });
}
const complaint = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    message: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ''),
    errors: valibot__WEBPACK_IMPORTED_MODULE_3__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ field: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ''), code: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), '') })), []), []),
});
/** What GitHub said, without the values that it repeats (and Octokit's message with it): one may be a ticket's text. */
function saidBy(data) {
    const { success, output } = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(complaint, data);
    if (!success)
        return '';
    const where = output.errors.map(({ field, code }) => `${field} ${code}`.trim()).filter(Boolean);
    return [output.message, ...where].join('; ');
}
/** Octokit wraps what `fetch` threw. */
function causeOf(error) {
    return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
/** A refusal for the rate is told by 403 or 429 (GitHub uses either); the error's status is 429 in both cases. */
function refused(call, { status, message, headers }) {
    const isForRate = status === 403 && /rate limit/i.test(message);
    return new _http_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7(`${explain({ status, message, headers })} Could not ${call.what}.`, {
        service: 'GitHub',
        status: isForRate ? 429 : status,
        mayHaveActed: isWrite(call) && status >= 500,
    });
}
function explain({ status, message, headers }) {
    if (status === 401)
        return 'GitHub refused the token (401). Check the input github-token.';
    if (status === 429 || (status === 403 && /rate limit/i.test(message))) {
        const reset = Number(headers['x-ratelimit-reset']) * 1000;
        const isSpent = String(headers['x-ratelimit-remaining']) === '0';
        const until = isSpent && reset > 0 ? ` until ${new Date(reset).toISOString()}` : '';
        return `GitHub limits our requests (${status})${until}. Run the workflow again after that.`;
    }
    if (status === 403) {
        return `GitHub forbids this to the token (403: ${message}). Give the job "permissions: issues: write, contents: read", or the token access to the repository.`;
    }
    if (status === 404) {
        return 'GitHub does not find it (404). Check the repository in the configuration, and that the token may see it.';
    }
    if (status >= 300 && status < 400) {
        return `GitHub says that this has moved (${status}): the repository was renamed, or the issue transferred. Put the new name into the configuration.`;
    }
    if (status >= 500)
        return `GitHub is in trouble (${status}). Run the workflow again when it is up.`;
    return `GitHub refused the request (${status}: ${message}).`;
}


/***/ }),

/***/ 2000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ listedIssue),
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   Jk: () => (/* binding */ repository),
/* harmony export */   eM: () => (/* binding */ issueEvent),
/* harmony export */   fF: () => (/* binding */ issueComment),
/* harmony export */   lJ: () => (/* binding */ viewer),
/* harmony export */   v1: () => (/* binding */ issueOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7958);

/** GitHub's JSON as its OpenAPI description has it, as far as the action reads it. */
const author = {
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    author_association: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'NONE'),
};
const toAuthor = (wire) => ({
    login: wire.user?.login ?? 'ghost',
    association: wire.author_association,
});
/** What GitHub lists as an issue: `issue` is `undefined` for a pull request, which has its number from the same row. */
const listedIssue = (repository) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    html_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['open', 'closed']),
    state_reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['completed', 'not_planned', 'duplicate', 'reopened']), null),
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), '') })])),
    created_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    closed_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), null),
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    ...author,
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((wire) => ({
    number: wire.number,
    issue: wire.pull_request
        ? undefined
        : {
            repository,
            number: wire.number,
            url: wire.html_url,
            title: wire.title,
            body: wire.body,
            state: wire.state,
            stateReason: wire.state_reason,
            labels: wire.labels.map(label => (typeof label === 'string' ? label : label.name)),
            author: toAuthor(wire),
            createdAt: wire.created_at,
            closedAt: wire.closed_at,
        },
})));
/** An issue of the repository that is named; a pull request becomes `undefined`. */
const issueOf = (repository) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(listedIssue(repository), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ issue }) => issue));
const commentFields = {
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    created_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ...author,
};
const toComment = (wire) => ({
    id: wire.id,
    body: wire.body,
    createdAt: wire.created_at,
    author: toAuthor(wire),
});
const comment = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(commentFields), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(toComment));
/** A comment in a list of the whole repository; the issue's number is the last part of `issue_url`. */
const issueComment = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...commentFields, issue_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/\/\d+$/)) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((wire) => ({ ...toComment(wire), issueNumber: Number(wire.issue_url.split('/').at(-1)) })));
const issueEvent = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    label: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), '') })),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((wire) => ({
    id: wire.id,
    event: wire.event,
    label: wire.label?.name ?? '',
    createdAt: wire.created_at,
})));
const repository = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), private: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), visibility: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((wire) => {
    if (!wire.private)
        return { name: wire.full_name, visibility: 'public' };
    return { name: wire.full_name, visibility: wire.visibility === 'internal' ? 'internal' : 'private' };
}));
const viewer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ data: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ viewer: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) }) });


/***/ }),

/***/ 3862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ githubAccess),
  settle: () => (/* binding */ settle)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/config/mistakes.js
var config_mistakes = __webpack_require__(6016);
// EXTERNAL MODULE: ../../work/main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(7207);
// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7958);
// EXTERNAL MODULE: ./build/src/config/nearest.js
var nearest = __webpack_require__(4983);
;// CONCATENATED MODULE: ./build/src/config/outline.js

/** What a schema of the configuration holds. */
function shapeOf(schema) {
    const { wrapped, entries, item, value, options, message } = schema;
    if (wrapped)
        return shapeOf(wrapped);
    const expected = typeof message === 'string' ? message : 'another value';
    if (entries)
        return { kind: 'mapping', entries };
    if (item)
        return { kind: 'list', item, expected };
    if (value)
        return { kind: 'table', value, expected };
    return { kind: 'value', expected, options: options ? wordsOf(options) : [] };
}
/** Whether a mapping must have the key that this schema describes. */
function isRequired(schema) {
    return !['optional', 'exact_optional', 'nullish'].includes(schema.type);
}
/** Every key that a schema knows, outer keys first, for documentation, suggestions and tests. */
function keysOf(schema, path = []) {
    const shape = shapeOf(schema);
    if (shape.kind === 'list')
        return keysOf(shape.item, [...path, '*']);
    if (shape.kind === 'table')
        return keysOf(shape.value, [...path, '*']);
    if (shape.kind === 'value')
        return [];
    return Object.entries(shape.entries).flatMap(([name, entry]) => [
        {
            path: [...path, name],
            schema: entry,
            required: isRequired(entry),
            description: valibot_dist/* getDescription */.fYn(entry) ?? '',
        },
        ...keysOf(entry, [...path, name]),
    ]);
}
/** The words of a choice, also of one inside a union. */
function wordsOf(options) {
    return options.flatMap(option => {
        if (typeof option === 'string')
            return [option];
        const inner = option?.options;
        return Array.isArray(inner) ? wordsOf(inner) : [];
    });
}

;// CONCATENATED MODULE: ./build/src/config/describe.js

/** A schema with what it is for, as the documentation and the JSON Schema say it. */
function about(description, schema) {
    return valibot_dist/* pipe */.FsL(schema, valibot_dist/* description */.h_(description));
}
/** A list; `expected` is said when it is none. */
function list(item, expected) {
    return valibot_dist/* array */.YOg(item, expected);
}

;// CONCATENATED MODULE: ./build/src/config/values.js

/*
 * The small values that the configuration is made of. Every message is the phrase that follows "expected" in a
 * mistake, so each schema says what it wants once, whatever went wrong. Text is trimmed before it is checked.
 */
/** Text of one to `max` characters. */
function values_text(expected, max = 200) {
    return valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(expected), valibot_dist/* trim */.Bqr(), valibot_dist/* nonEmpty */.hq(expected), valibot_dist/* maxLength */.Ru6(max, expected));
}
/** One of a few words. */
function choice(...words) {
    return valibot_dist/* picklist */.KIO(words, words.join(', ').replace(/, ([^,]*)$/, ' or $1'));
}
/** A plain address, without a name before it; lower-cased. */
const address = /^[^\s@<>,;"]+@(?:localhost|[^\s@<>,;"]+\.[^\s@<>,;".]+)$/;
/** An e-mail address, lower-cased. */
function email(expected) {
    return valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(expected), valibot_dist/* trim */.Bqr(), valibot_dist/* toLowerCase */.PXX(), valibot_dist/* regex */.yGV(address, expected));
}
/** The address of a mailbox. */
const mailbox = email('the e-mail address of a mailbox');
const USER = "the FreeScout user's e-mail address or numeric id";
/** A FreeScout user: a lower-cased address, or an id. */
const user = valibot_dist/* union */.KCZ([
    valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig(USER), valibot_dist/* safeInteger */.Y2b(USER), valibot_dist/* minValue */.Wwf(1, USER)),
    valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(USER), valibot_dist/* trim */.Bqr(), valibot_dist/* regex */.yGV(/^[1-9]\d{0,14}$/, USER), valibot_dist/* transform */.pdi(Number)),
    email(USER),
], USER);
const TAG = 'a tag as text';
/** A ticket's tag, trimmed and lower-cased as FreeScout does it. */
const tag = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(TAG), valibot_dist/* trim */.Bqr(), valibot_dist/* toLowerCase */.PXX(), valibot_dist/* nonEmpty */.hq(TAG), valibot_dist/* maxLength */.Ru6(100, TAG));
/** A GitHub label's name. GitHub allows 50 characters. */
const label = values_text('a label of 1 to 50 characters', 50);
/** The name of a custom field, as FreeScout has it. */
const fieldName = values_text('the name of a custom field');
const REPOSITORY = 'a repository as owner/name';
/** A repository on the same GitHub server, as `owner/name`. */
const repository = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(REPOSITORY), valibot_dist/* trim */.Bqr(), valibot_dist/* regex */.yGV(/^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/, REPOSITORY));
const FIELD_VALUE = 'a custom field and its value as name=value';
/** `name=value`, split at the first `=`. */
const fieldValue = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(FIELD_VALUE), valibot_dist/* regex */.yGV(/^\s*[^=\s][^=]*=\s*\S/, FIELD_VALUE), valibot_dist/* transform */.pdi(splitField));
const TAG_OR_FIELD = 'a tag, or a custom field and its value as name=value';
/** A key of `issue.labels`: a tag or `name=value`. */
const tagOrField = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(TAG_OR_FIELD), valibot_dist/* regex */.yGV(/^\s*[^=\s][^=]*(?:=\s*\S[\s\S]*)?$/, TAG_OR_FIELD));
/** Splits `name=value` at the first `=`; what is left of it is trimmed. */
function splitField(written) {
    const at = written.indexOf('=');
    return { name: written.slice(0, at).trim(), value: written.slice(at + 1).trim() };
}
const DURATION = 'a duration such as 30d, 12h or 2w';
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** A duration in minutes, hours, days or weeks. */
const duration = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(DURATION), valibot_dist/* trim */.Bqr(), valibot_dist/* regex */.yGV(/^[1-9]\d{0,3}[mhdw]$/, DURATION), valibot_dist/* transform */.pdi((written) => {
    const unit = written.slice(-1);
    return { text: written, ms: Number.parseInt(written, 10) * UNITS[unit] };
}));

;// CONCATENATED MODULE: ./build/src/config/issue.js



const route = valibot_dist/* strictObject */.rej({
    when: about('What the ticket must have: at least one of tag, mailbox and field; all that are given must hold.', valibot_dist/* pipe */.FsL(valibot_dist/* strictObject */.rej({
        tag: about('The ticket has this tag.', valibot_dist/* exactOptional */.yqP(tag)),
        mailbox: about('The ticket is in this mailbox.', valibot_dist/* exactOptional */.yqP(mailbox)),
        field: about('A custom field has this value, written name=value. For a dropdown, the value is its label.', valibot_dist/* exactOptional */.yqP(fieldValue)),
    }), valibot_dist/* minEntries */.bPf(1, 'at least one of tag, mailbox and field'))),
    repository: about('Where the issue is made then, as owner/name.', repository),
});
/** The section `issue`: what issues look like and where they go. */
const issueSchema = valibot_dist/* strictObject */.rej({
    repository: about('Where issues are made, as owner/name. Default: the repository the workflow runs in.', valibot_dist/* exactOptional */.yqP(repository)),
    content: about("How much of the ticket goes into the issue. full: its subject and text. link-only: that ticket #N exists. auto: full in a private repository, link-only in any other. full in a public repository publishes customers' text.", valibot_dist/* optional */.lqM(choice('auto', 'full', 'link-only'), 'auto')),
    customer: about('Whether the issue names the customer. If not, their name and addresses are redacted from the text.', valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY('true or false'), false)),
    fields: about("The custom fields shown in the issue's body.", valibot_dist/* optional */.lqM(list(fieldName, 'a list of custom fields, such as [component_tag]'), [
        'component_tag',
        'incident_severity',
    ])),
    allowed: about('Further repositories whose issues may be linked by hand. Those in which issues are made are always allowed.', valibot_dist/* optional */.lqM(list(repository, 'a list of repositories, such as [owner/name]'), [])),
    labels: about('The labels of a new issue, by the ticket\'s tag or by a custom field written "name=value". Replaces the default as a whole; {} for none. freescout-linked is put on always.', valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* record */.g1P(tagOrField, label, 'a mapping of tags (or name=value) to labels, such as { bug: bug }'), valibot_dist/* transform */.pdi(toLabelRules)), { bug: 'bug', feature_request: 'enhancement', 'auto:status': 'incident' })),
    routes: about('Other repositories for some tickets. The first that fits wins.', valibot_dist/* optional */.lqM(list(route, 'a list of routes, such as [{ when: { tag: billing }, repository: owner/billing }]'), [])),
    'on-ticket-closed': about('When the ticket is closed. comment: one comment on the issue. close: also close the issue, once every ticket linked to it is closed. nothing.', valibot_dist/* optional */.lqM(choice('comment', 'close', 'nothing'), 'comment')),
});
function toLabelRules(labels) {
    return Object.entries(labels).map(([key, label]) => ({
        when: key.includes('=') ? { field: splitField(key) } : { tag: key.trim().toLowerCase() },
        label,
    }));
}

;// CONCATENATED MODULE: ./build/src/config/criteria.js



/** The section `criteria`: which tickets get an issue. */
const criteriaSchema = valibot_dist/* strictObject */.rej({
    tags: about('Trigger tags: a ticket with any of them gets an issue. Upper and lower case are the same.', valibot_dist/* optional */.lqM(list(tag, 'a list of tags, such as [bug]'), ['bug', 'feature_request', 'auto:status'])),
    keywords: about("Words to look for in a ticket's subject and body.", valibot_dist/* optional */.lqM(valibot_dist/* strictObject */.rej({
        mode: about('off: not looked for. also: an untagged ticket with a keyword counts too. require: tag and keyword are both needed.', valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(
        // `off` without quotes is text in YAML 1.2 and false in YAML 1.1: both mean the same here.
        valibot_dist/* union */.KCZ([choice('off', 'also', 'require'), valibot_dist/* literal */.euz(false)], 'off, also or require'), valibot_dist/* transform */.pdi(mode => (mode === false ? 'off' : mode))), 'off')),
        words: about('The keywords, taken literally (no patterns).', valibot_dist/* optional */.lqM(list(values_text('a keyword as text'), 'a list of keywords, such as [crash]'), [
            'bug',
            'crash',
            'broken',
            'feature request',
        ])),
    }), {})),
});

;// CONCATENATED MODULE: ./build/src/config/ticket.js



/** The section `ticket`: how tickets are made for issues. */
const ticketSchema = valibot_dist/* strictObject */.rej({
    mailbox: about('The mailbox in which tickets are made for issues.', mailbox),
    customer: about("Whom such a ticket is from: an address of your own. Agents' replies go there, and to nobody else.", email('an e-mail address')),
    notify: about('Whether FreeScout tells the agents about such a ticket. The customer is never told.', valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY('true or false'), true)),
    'on-issue-closed': about('When the issue is closed or reopened. note: an internal note on every linked ticket. note-and-reopen: also reopen the tickets. nothing.', valibot_dist/* optional */.lqM(choice('note', 'note-and-reopen', 'nothing'), 'note')),
});
/** An entry of the section `labels`: what a label put on an issue does. */
const labelActionSchema = valibot_dist/* strictObject */.rej({
    action: about('create: make a ticket for the issue, or add a note when it has one. note: add an internal note to every linked ticket.', choice('create', 'note')),
    tags: about('Tags that the ticket gets.', valibot_dist/* optional */.lqM(list(tag, 'a list of tags, such as [regression]'), [])),
    text: about('What the note says.', valibot_dist/* exactOptional */.yqP(values_text('the text of the note', 5000))),
});

;// CONCATENATED MODULE: ./build/src/config/schema.js






/*
 * The one description of `.github/freescout.yml`: what is allowed, what is meant when a key is left out, and
 * what each key is for. The documentation's table and the JSON Schema for editors are made from it (input side;
 * `trim`, `to_lower_case` and the like have no counterpart there and are left out).
 *
 * One rule for every list and table: what is written replaces the default, nothing is merged. So a default is
 * dropped by writing the list without it, and `{}` or `[]` means none.
 */
/** The schema of `.github/freescout.yml`, defaults included. */
const configSchema = valibot_dist/* strictObject */.rej({
    mailboxes: about('The addresses of the mailboxes whose tickets may become issues. No other mailbox is read for that; none by default.', valibot_dist/* optional */.lqM(list(mailbox, 'a list of mailbox addresses, such as [support@example.org]'), [])),
    user: about('Required. The FreeScout user who signs notes: e-mail address or numeric id.', user),
    criteria: about('Which tickets get an issue.', valibot_dist/* optional */.lqM(criteriaSchema, {})),
    issue: about('What issues look like and where they go.', valibot_dist/* optional */.lqM(issueSchema, {})),
    ticket: about('How tickets are made for issues. Without it, none are.', valibot_dist/* exactOptional */.yqP(ticketSchema)),
    labels: about('What a label put on an issue does. Replaces the default as a whole, so list those of the default that you keep; {} for none.', valibot_dist/* optional */.lqM(valibot_dist/* record */.g1P(label, labelActionSchema, 'a mapping of labels to actions, such as { regression: { action: create } }'), {
        'customer-reported': { action: 'create' },
        regression: { action: 'create', tags: ['bug', 'regression'] },
        'needs-customer-confirm': { action: 'note', text: 'Please ask the customer to confirm the fix.' },
    })),
    fields: about('The names of the custom fields in FreeScout.', valibot_dist/* optional */.lqM(valibot_dist/* strictObject */.rej({
        'issue-url': about("The field that holds the issue's URL.", valibot_dist/* optional */.lqM(fieldName, 'github_issue_url')),
    }), {})),
    'trusted-authors': about("Logins whose comments and markers on issues count, besides the token's own and the repository's owners, members and collaborators.", valibot_dist/* optional */.lqM(list(values_text("an author's login", 100), 'a list of logins, such as ["github-actions[bot]"]'), [
        'github-actions[bot]',
    ])),
    sweep: about('The scheduled sweep.', valibot_dist/* optional */.lqM(valibot_dist/* strictObject */.rej({
        since: about('How far back it looks for links made by hand and for closings, by when the ticket was made or changed: 30d, 12h, 2w. Tagged tickets are found whatever their age.', valibot_dist/* optional */.lqM(duration, '30d')),
        limit: about('How many tickets one sweep treats at most.', valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig('a whole number from 1 to 1000'), valibot_dist/* integer */.ndf('a whole number from 1 to 1000'), valibot_dist/* minValue */.Wwf(1, 'a whole number from 1 to 1000'), valibot_dist/* maxValue */.cGV(1000, 'a whole number from 1 to 1000')), 100)),
    }), {})),
});

;// CONCATENATED MODULE: ./build/src/config/rules.js



/** Labels and tags that the product sets and reads itself. */
const OWN_LABEL = 'freescout-linked';
const OWN_TAGS = ['auto-linked', '_from_github'];
/**
 * The rules that no single key can break. They are held against the raw values, so that they speak up beside
 * other mistakes; what has the wrong shape they pass over.
 */
function contradictions(config) {
    return [
        ...labelsThatComeBack(config),
        ...namesThatMeanTheSame(config, ['labels']),
        ...namesThatMeanTheSame(config, ['issue', 'labels']),
        ...ownNames(config),
        ...wordsThatAreMissing(config),
        ...eachOtherChased(config),
    ];
}
/**
 * A label that a new issue gets must not be one that does something when it is put on. Where one of the two
 * tables is left out its default counts, and the mistake is in the other.
 */
function labelsThatComeBack(config) {
    const written = at(config, 'issue', 'labels');
    const actions = table(at(config, 'labels') ?? valibot_dist/* getDefault */.UdM(configSchema.entries.labels)).map(([name]) => name);
    const given = table(written ?? valibot_dist/* getDefault */.UdM(issueSchema.entries.labels));
    return given.flatMap(([key, label]) => {
        const action = actions.find(name => same(name) === same(label));
        if (action === undefined)
            return [];
        if (written === undefined) {
            const expected = `another label, or issue.labels without it: by default it is put on the issues of tickets tagged ${key}`;
            return [{ path: ['labels', action], at: 'key', expected }];
        }
        const expected = `a label that does nothing when it is put on, so none of labels (${actions.join(', ')})`;
        return [{ path: ['issue', 'labels', key], expected }];
    });
}
/** Tags and labels are the same in upper and lower case, so two such keys would be one. */
function namesThatMeanTheSame(config, path) {
    const names = table(at(config, ...path)).map(([name]) => name);
    return names
        .filter((name, index) => names.findIndex(other => same(other) === same(name)) < index)
        .map(name => ({ path: [...path, name], at: 'key', expected: 'each name once, whatever its case' }));
}
function ownNames(config) {
    const labels = table(at(config, 'labels'));
    const lists = [
        [['criteria', 'tags'], at(config, 'criteria', 'tags')],
        ...labels.map(([name, action]) => [['labels', name, 'tags'], at(action, 'tags')]),
    ];
    return [
        ...labels
            .filter(([name]) => same(name) === OWN_LABEL)
            .map(([name]) => ({
            path: ['labels', name],
            at: 'key',
            expected: 'another label: this one is put on every linked issue',
        })),
        ...lists.flatMap(([path, tags]) => table(tags)
            .filter(([, tag]) => OWN_TAGS.includes(same(tag)))
            .map(([index]) => ({
            path: [...path, Number(index)],
            expected: 'another tag: this one is set by the product itself',
        }))),
    ];
}
function wordsThatAreMissing(config) {
    const mode = at(config, 'criteria', 'keywords', 'mode');
    const words = at(config, 'criteria', 'keywords', 'words');
    if (!(mode === 'also' || mode === 'require') || !Array.isArray(words) || words.length > 0)
        return [];
    return [{ path: ['criteria', 'keywords', 'words'], expected: `at least one word, because mode is ${mode}` }];
}
function eachOtherChased(config) {
    if (at(config, 'issue', 'on-ticket-closed') !== 'close')
        return [];
    if (at(config, 'ticket', 'on-issue-closed') !== 'note-and-reopen')
        return [];
    return [
        {
            path: ['ticket', 'on-issue-closed'],
            expected: 'note or nothing, because issue.on-ticket-closed is close: the two would chase each other',
        },
    ];
}
function at(value, ...path) {
    return path.reduce((inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}
function table(value) {
    return isObject(value) ? Object.entries(value) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
function same(name) {
    return typeof name === 'string' ? name.trim().toLowerCase() : '';
}

;// CONCATENATED MODULE: ./build/src/config/structure.js




/** Keys that JavaScript objects can't carry as plain data. */
const RESERVED = ['__proto__', 'prototype', 'constructor'];
/**
 * Holds a parsed document against a schema, as far as structure goes: mappings and lists where they should be,
 * unknown, missing and repeated keys. Values are left to the schema. It goes no deeper than the schema does.
 */
function readStructure(document, lines, schema) {
    const places = new Map();
    const mistakes = [];
    const known = keysOf(schema).map(({ path }) => path);
    visit([], { schema, ...(document.contents && { value: document.contents }) });
    return { places, mistakes };
    function visit(path, place) {
        places.set((0,config_mistakes/* dotted */.Bs)(path), place);
        const shape = shapeOf(place.schema);
        const node = (0,dist/* isAlias */.Vj)(place.value) ? place.value.resolve(document) : place.value;
        if (shape.kind === 'value')
            return;
        if (shape.kind === 'list' && (0,dist/* isSeq */.oP)(node)) {
            node.items.forEach((value, index) => {
                visit([...path, index], { schema: shape.item, value });
            });
        }
        else if (shape.kind !== 'list' && (0,dist/* isMap */.jh)(node)) {
            visitPairs(path, place, shape, node);
        }
        else if (shape.kind === 'mapping' && path.length === 0 && !node) {
            // An empty file is a mapping without keys: what it lacks is told instead.
            findMissing(path, place, shape.entries);
        }
        else {
            complain(path, place, { found: describe(node), expected: expectedOf(shape) });
        }
    }
    function visitPairs(path, place, shape, node) {
        const seen = new Map();
        const meant = [];
        for (const { key, value } of node.items) {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value ?? '') : String(key);
            const inner = [...path, name];
            const here = { key, ...(value && { value }) };
            const first = seen.get(name);
            const entry = shape.kind === 'table' ? shape.value : own(shape.entries, name);
            if (first) {
                const expected = `it once; the first is on line ${position(first, lines).line}`;
                complain(inner, { key }, { found: 'the same key again', expected });
            }
            if (entry && !RESERVED.includes(name)) {
                seen.set(name, { schema: entry, ...here });
                visit(inner, { schema: entry, ...here });
            }
            else {
                const suggestion = shape.kind === 'mapping' ? suggest(name, shape.entries) : undefined;
                if (suggestion)
                    meant.push(suggestion);
                complain(inner, { key }, {
                    kind: 'unknown-key',
                    found: 'unknown key',
                    expected: shape.kind === 'mapping' ? `one of ${Object.keys(shape.entries).join(', ')}` : shape.expected,
                    ...(suggestion && { suggestion }),
                });
            }
        }
        // A key that is only mistyped is one mistake, not two.
        if (shape.kind === 'mapping')
            findMissing(path, place, shape.entries, [...seen.keys(), ...meant]);
    }
    function findMissing(path, place, entries, there = []) {
        for (const [name, entry] of Object.entries(entries)) {
            if (!isRequired(entry) || there.includes(name))
                continue;
            complain([...path, name], place, {
                found: 'nothing',
                expected: `${expectedOf(shapeOf(entry))} (required)`,
            });
        }
    }
    /** A key of the same mapping that looks alike, or the same key at its right place elsewhere. */
    function suggest(name, entries) {
        const sibling = (0,nearest/* nearest */.p)(name, Object.keys(entries));
        if (sibling)
            return sibling;
        const [elsewhere, ...others] = known.filter(path => path.at(-1) === name && !path.includes('*'));
        return elsewhere && others.length === 0 ? (0,config_mistakes/* dotted */.Bs)(elsewhere) : undefined;
    }
    function complain(path, at, what) {
        mistakes.push({ kind: 'value', ...position(at, lines), key: (0,config_mistakes/* dotted */.Bs)(path), ...what });
    }
}
/** Where to look: at the value when it is a single one, else at its key. */
function position({ key, value }, lines) {
    const single = ((0,dist/* isScalar */.jn)(value) && value.value !== null) || (0,dist/* isAlias */.Vj)(value);
    const node = single || !key ? value : key;
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
/** What stands there, as a phrase. */
function describe(node) {
    if ((0,dist/* isMap */.jh)(node))
        return node.items.length ? 'a mapping' : 'an empty mapping';
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.length ? 'a list' : 'an empty list';
    if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
        return 'nothing';
    if (typeof node.value === 'number')
        return `the number ${node.source ?? node.value}`;
    if (typeof node.value !== 'string')
        return String(node.source ?? node.value);
    const text = node.value.length > 60 ? `${node.value.slice(0, 59)}…` : node.value;
    return JSON.stringify(text);
}
function expectedOf(shape) {
    if (shape.kind !== 'mapping')
        return shape.expected;
    const keys = Object.keys(shape.entries);
    return keys.length === 1
        ? `a mapping with the key ${keys[0]}`
        : `a mapping with the keys ${keys.join(', ')}`;
}
function own(entries, name) {
    return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/check.js








/**
 * Holds a document without syntax errors against the schema and the rules. All mistakes are told at once, and
 * one cause is one mistake: what the structure already complains about is not complained about again.
 */
function check(document, lines, value) {
    const { places, mistakes: structural } = readStructure(document, lines, configSchema);
    const result = valibot_dist/* safeParse */.xLC(configSchema, value ?? {});
    const issues = (result.issues ?? []).filter(issue => !isAboutAKey(issue)).map(issue => fromIssue(issue));
    const clashes = contradictions(value).map(found => fromContradiction(found));
    const mistakes = [...structural, ...[...issues, ...clashes].filter(mistake => !isCovered(mistake.key))];
    if (result.success && mistakes.length === 0)
        return { config: result.output };
    return { mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column) };
    function fromIssue(issue) {
        const path = (issue.path ?? []).map(({ key }) => key);
        const place = find(path);
        if (issue.path?.at(-1)?.origin === 'key')
            return atKey(path, place, issue.message);
        return atValue(path, place, issue.message, suggest(place, issue.input));
    }
    function fromContradiction({ path, at, expected }) {
        return at === 'key' ? atKey(path, find(path), expected) : atValue(path, find(path), expected);
    }
    function atKey(path, { key }, expected) {
        const where = position({ ...(key && { value: key }) }, lines);
        return { kind: 'value', ...where, key: (0,config_mistakes/* dotted */.Bs)(path), found: JSON.stringify(path.at(-1)), expected };
    }
    function atValue(path, place, expected, suggestion) {
        const found = describe(resolved(place));
        const where = position(place, lines);
        return { kind: 'value', ...where, key: (0,config_mistakes/* dotted */.Bs)(path), found, expected, ...(suggestion && { suggestion }) };
    }
    /** The place of a path, or of what is nearest around it. */
    function find(path) {
        return places.get((0,config_mistakes/* dotted */.Bs)(path)) ?? (path.length ? find(path.slice(0, -1)) : { schema: configSchema });
    }
    function resolved({ value: node }) {
        return (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
    }
    /** A word of the choice that looks alike; or, for `404` where text should be, the same in quotes. */
    function suggest(place, input) {
        const shape = shapeOf(place.schema);
        if (typeof input === 'string' && shape.kind === 'value')
            return (0,nearest/* nearest */.p)(input, shape.options);
        const node = resolved(place);
        const bare = typeof input === 'number' || typeof input === 'boolean';
        const quoted = bare && (0,dist/* isScalar */.jn)(node) ? node.source : undefined;
        return quoted && valibot_dist.is(place.schema, quoted) ? quoted : undefined;
    }
    function isCovered(key) {
        return structural
            .filter(({ found }) => found !== 'the same key again')
            .some(({ key: outer }) => !outer || key === outer || key.startsWith(`${outer}.`) || key.startsWith(`${outer}[`));
    }
}
/** Missing and unknown keys, which the structure tells better: all of them, and with a suggestion. */
function isAboutAKey({ type, path }) {
    return type === 'strict_object' && path?.at(-1)?.origin === 'key';
}

;// CONCATENATED MODULE: ./build/src/config/parse.js



/** Far more than any configuration needs, and little enough to be read in no time whatever is in it. */
const MAX_CHARACTERS = 65_536;
const MAX_ALIASES = 100;
/**
 * Reads a configuration: YAML 1.2, checked, normalised, defaults filled in.
 *
 * @param source what the text is called in messages: the file's path, or `input config`.
 * @throws {ConfigError} with every mistake at once, and its line and column.
 */
function parseConfig(text, { source }) {
    const lines = new dist/* LineCounter */.HN();
    if (text.length > MAX_CHARACTERS)
        fail([syntax(0, `not readable: longer than ${MAX_CHARACTERS} characters`)]);
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const broken = syntaxMistakes();
    if (broken.length)
        fail(broken);
    const checked = check(document, lines, plainValue());
    return 'config' in checked ? checked.config : fail(checked.mistakes);
    function syntaxMistakes() {
        const { errors, warnings } = document;
        if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
            return [syntax(0, 'not readable: nested too deeply')];
        const aliases = aliasesOf(document);
        if (aliases.length > MAX_ALIASES)
            return [syntax(0, `not readable: more than ${MAX_ALIASES} aliases (*name)`)];
        return [
            ...[...errors, ...warnings].map(({ code, message, pos }) => syntax(pos[0], code === 'MULTIPLE_DOCS'
                ? 'not readable: a second document begins here'
                : `not valid YAML: ${message}`)),
            ...aliases
                .filter(alias => !alias.resolve(document))
                .map(({ source, range }) => syntax(range?.[0], `not valid YAML: *${source} without an &${source} before it`)),
        ];
    }
    function plainValue() {
        try {
            return document.toJS({ maxAliasCount: MAX_ALIASES });
        }
        catch (error) {
            return fail([syntax(0, `not readable: ${error instanceof Error ? error.message : String(error)}`)]);
        }
    }
    function syntax(offset, found) {
        const { line, col } = lines.linePos(offset ?? 0);
        return {
            kind: 'syntax',
            line: Math.max(line, 1),
            column: Math.max(col, 1),
            key: '',
            found,
            expected: 'YAML',
        };
    }
    function fail(mistakes) {
        throw new config_mistakes/* ConfigError */.xL((0,config_mistakes/* formatMistakes */.rM)(mistakes, source), { source, mistakes });
    }
}
function aliasesOf(document) {
    const aliases = [];
    (0,dist/* visit */.YR)(document, {
        Alias(_, alias) {
            aliases.push(alias);
        },
    });
    return aliases;
}

;// CONCATENATED MODULE: ./build/src/config/load.js




const MINIMAL = ['mailboxes: [support@example.org]', 'user: bot@example.org'];
/**
 * Gives the configuration: the input `config` if there is one, else the file in the workspace, else the file in
 * the repository, read through the API, so that no checkout is needed.
 *
 * @throws {ConfigError} for mistakes in it, for a path that leads out of the repository, and when there is no
 * configuration anywhere. What `readRemote` throws passes through.
 */
async function loadConfig({ inline, path, workspace, readRemote }) {
    if (inline.trim())
        return parseConfig(inline, { source: 'input config' });
    const file = insidePath(path);
    const text = (await readLocal(workspace, file)) ?? (await readRemote(file));
    if (text === undefined)
        throw missing(file);
    return parseConfig(text, { source: file });
}
/** The path with forward slashes and without detours. */
function insidePath(path) {
    const file = external_node_path_.posix.normalize(path.trim().replaceAll('\\', '/'));
    const absolute = external_node_path_.posix.isAbsolute(file) || external_node_path_.win32.isAbsolute(path.trim()) || /^[a-z]:/i.test(file);
    if (!absolute && file !== '.' && !file.endsWith('/') && !file.split('/').includes('..'))
        return file;
    const message = `config-path is ${JSON.stringify(path)}, which is not a file inside the repository. Give a path from its root, such as .github/freescout.yml.`;
    throw new config_mistakes/* ConfigError */.xL(message, { source: path, mistakes: [] });
}
async function readLocal(workspace, file) {
    if (!workspace)
        return undefined;
    try {
        const [root, target] = await Promise.all([(0,promises_.realpath)(workspace), (0,promises_.realpath)((0,external_node_path_.join)(workspace, file))]);
        if (!target.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep))
            throw new Error('it is a link to somewhere outside');
        return await (0,promises_.readFile)(target, 'utf8');
    }
    catch (error) {
        const { code, message } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new config_mistakes/* ConfigError */.xL(`${file} is in the workspace, but can't be read: ${message}.`, {
            source: file,
            mistakes: [],
        });
    }
}
function missing(file) {
    const message = [
        `There is no configuration: ${file} is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.`,
        `Add ${file} to the default branch, or name another file in config-path. The least it needs:`,
        ...MINIMAL.map(line => `  ${line}`),
    ];
    return new config_mistakes/* ConfigError */.xL(message.join('\n'), { source: file, mistakes: [] });
}

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(9052);
// EXTERNAL MODULE: ./build/src/issue-ref.js
var issue_ref = __webpack_require__(9017);
// EXTERNAL MODULE: ./build/src/github/request.js
var request = __webpack_require__(9145);
// EXTERNAL MODULE: ./build/src/github/schemas.js
var schemas = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/src/github/client.js





const PER_PAGE = 100;
/** A client for one GitHub server and token. */
function github(access) {
    const { send, pages, pagesFromLast, remaining } = (0,request/* githubSender */.V)(access);
    return {
        remaining,
        repository: name => send({ route: 'GET /repos/{owner}/{repo}', parameters: (0,request/* split */.l)(name), what: `read the repository ${name}` }, schemas/* repository */.Jk),
        async issue({ repository, number }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...(0,request/* split */.l)(repository), issue_number: number },
                what: `read the issue ${(0,issue_ref/* issueName */.X0)({ repository, number })}`,
            };
            try {
                return (await send(call, (0,schemas/* issueOf */.v1)(repository))) ?? { gone: 'not-found' };
            }
            catch (error) {
                const gone = error instanceof errors/* ServiceError */._7 && GONE[error.status ?? 0];
                if (gone)
                    return { gone };
                throw error;
            }
        },
        async *issues({ repository, label, state, updatedSince }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues',
                parameters: {
                    ...(0,request/* split */.l)(repository),
                    ...(label && { labels: label }),
                    ...(updatedSince && { since: updatedSince }),
                    state: state ?? 'all',
                    sort: 'created',
                    direction: 'desc',
                    per_page: PER_PAGE,
                },
                what: `list the issues of ${repository}`,
            };
            for await (const page of pages(call, (0,schemas/* listedIssue */.HK)(repository))) {
                const numbers = page.map(({ number }) => number).toSorted((one, other) => other - one);
                yield { issues: page.flatMap(({ issue }) => issue ?? []), numbers };
            }
        },
        async createIssue(repository, draft) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues',
                parameters: { ...(0,request/* split */.l)(repository), ...draft },
                what: `create the issue in ${repository}`,
            };
            const issue = await send(call, (0,schemas/* issueOf */.v1)(repository));
            if (!issue)
                throw new errors/* ServiceError */._7('GitHub made a pull request of an issue.', { service: 'GitHub' });
            return issue;
        },
        async comments(ref, since) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { ...target(ref), ...(since && { since }), per_page: PER_PAGE },
                what: `list the comments of ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            return (await Array.fromAsync(pages(call, schemas/* comment */.Im))).flat();
        },
        async issueHtml(ref) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...target(ref), mediaType: { format: 'full' } },
                what: `read the text of ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            return (await send(call, valibot_dist/* object */.Ikc({ body_html: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP(), '') }))).body_html;
        },
        async *issueEvents(ref) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
                parameters: { ...target(ref), per_page: PER_PAGE },
                what: `list the events of ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            yield* pagesFromLast(call, schemas/* issueEvent */.eM);
        },
        async *repositoryComments(repository, since) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/comments',
                parameters: { ...(0,request/* split */.l)(repository), since, sort: 'created', direction: 'asc', per_page: PER_PAGE },
                what: `list the comments of ${repository}`,
            };
            yield* pages(call, schemas/* issueComment */.fF);
        },
        async comment(ref, body) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { ...target(ref), body },
                what: `comment on ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            await send(call, valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() }));
        },
        async addLabels(ref, labels) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
                parameters: { ...target(ref), labels },
                what: `label ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            await send(call, valibot_dist/* array */.YOg(valibot_dist/* unknown */.L5J()));
        },
        async closeIssue(ref, reason) {
            const call = {
                route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...target(ref), state: 'closed', state_reason: reason },
                what: `close ${(0,issue_ref/* issueName */.X0)(ref)}`,
            };
            await send(call, valibot_dist/* object */.Ikc({ state: valibot_dist/* literal */.euz('closed') }));
        },
        async viewer() {
            const call = {
                route: `POST ${access.graphqlUrl}`,
                parameters: { query: '{ viewer { login } }' },
                what: 'ask whose token this is',
            };
            return (await send(call, schemas/* viewer */.lJ)).data.viewer.login;
        },
        async file({ repository, path, ref }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/contents/{path}',
                parameters: { ...(0,request/* split */.l)(repository), path, ref, mediaType: { format: 'raw' } },
                what: `read ${path} in ${repository}`,
            };
            try {
                return await send(call, valibot_dist/* string */.YjP());
            }
            catch (error) {
                if (error instanceof errors/* ServiceError */._7 && error.status === 404)
                    return undefined;
                throw error;
            }
        },
    };
}
const GONE = { 404: 'not-found', 410: 'deleted', 301: 'transferred' };
function target({ repository, number }) {
    return { ...(0,request/* split */.l)(repository), issue_number: number };
}

;// CONCATENATED MODULE: ./build/src/github/newest-issues.js
/** What is remembered of a list is trusted for so long; in a sweep, others make issues too. */
const MAX_AGE_MS = 15_000;
/** So many numbers below the highest must all be listed, or something is still on its way into the list. */
const NEAR = 5;
/** Remembers what was listed, so that a sweep need not list for each ticket, nor a run after it made the next issue. */
function createNewestIssues({ issues }, clock) {
    const lists = new Map();
    function listOf(key, query) {
        const known = lists.get(key);
        if (known && clock.now() - known.listedAt < MAX_AGE_MS)
            return known;
        const list = { rest: issues(query), pages: [], highest: undefined, listedAt: clock.now() };
        lists.set(key, list);
        return list;
    }
    return {
        async *pages(query) {
            const key = keyOf(query);
            const list = listOf(key, query);
            for (let at = 0;; at++) {
                list.pages[at] ??= readPage(list);
                const page = await list.pages[at]?.catch((error) => {
                    if (lists.get(key) === list)
                        lists.delete(key);
                    throw error;
                });
                if (!page)
                    return;
                yield page;
            }
        },
        add(made) {
            const list = lists.get(keyOf(made));
            const first = list?.pages[0];
            if (!list || !first || list.highest === undefined || made.number > list.highest + 1) {
                for (const key of lists.keys())
                    if (key.startsWith(keyOf(made)))
                        lists.delete(key);
                return;
            }
            if (made.number <= list.highest)
                return;
            list.highest = made.number;
            list.pages[0] = first.then(page => [made, ...(page ?? [])]);
        },
        forget: () => lists.clear(),
    };
}
/** GitHub ignores the case of repositories. */
function keyOf({ repository, label = '' }) {
    return `${repository.toLowerCase()} ${label}`;
}
async function readPage(list) {
    const { value } = await list.rest.next();
    if (!value)
        return undefined;
    if (list.pages.length === 1)
        list.highest = highestOf(value);
    return value.issues;
}
/** Pull requests count, for they have their numbers from the same row. */
function highestOf({ numbers }) {
    const [highest = 0] = numbers;
    const near = Array.from({ length: Math.min(NEAR, highest) }, (_, below) => highest - below);
    return near.every(number => numbers.includes(number)) ? highest : undefined;
}

;// CONCATENATED MODULE: ./build/src/github/trust.js
const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/**
 * Marks count from the repository's own people, `github-actions[bot]`, the configured logins, and the login that
 * our token acts as. That last one costs a request, so it is asked for only when a mark by anybody else is met.
 */
function createTrust(logins, viewer) {
    const known = new Set(['github-actions[bot]', ...logins].map(login => login.toLowerCase()));
    let own;
    return async ({ login, association }) => {
        if (INSIDERS.includes(association) || known.has(login.toLowerCase()))
            return true;
        // A question that failed may be put again; an answer is kept.
        own ??= viewer().catch(error => {
            own = undefined;
            throw error;
        });
        return (await own).toLowerCase() === login.toLowerCase();
    };
}

;// CONCATENATED MODULE: ./build/src/settle.js




/**
 * Puts everything together that a reconcile works with.
 *
 * @throws {ConfigError} for mistakes in the configuration, and when there is none.
 */
async function settle({ freescout, inputs, fetch, env, clock }) {
    const home = env.GITHUB_REPOSITORY ?? '';
    const client = github({ ...githubAccess(inputs, env), fetch });
    const config = await loadConfig({
        inline: inputs.config,
        path: inputs.configPath,
        workspace: env.GITHUB_WORKSPACE,
        readRemote: path => client.file({ repository: home, path, ref: env.GITHUB_SHA ?? '' }),
    });
    return {
        freescout,
        github: client,
        newestIssues: createNewestIssues(client, clock),
        config,
        isTrusted: createTrust(config['trusted-authors'], client.viewer),
        clock,
        serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
        home,
        dryRun: inputs.dryRun,
    };
}
/** Where GitHub's API is, and the token for it. */
function githubAccess({ githubToken }, env) {
    const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
    return { apiUrl, graphqlUrl: env.GITHUB_GRAPHQL_URL || `${apiUrl}/graphql`, token: githubToken };
}


/***/ })

};
