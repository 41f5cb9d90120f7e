export const id = 421;
export const ids = [421,732];
export const modules = {

/***/ 6330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ github),
/* harmony export */   z: () => (/* binding */ LINKED_LABEL)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3155);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1764);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(140);




/** The label that every issue with a ticket of its own carries. */
const LINKED_LABEL = 'freescout-linked';
const PER_PAGE = 100;
/** A client for one GitHub server and token. */
function github(access) {
    const { send, pages, pagesFromLast, remaining } = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .githubSender */ .V)(access);
    return {
        remaining,
        repository: name => send({ route: 'GET /repos/{owner}/{repo}', parameters: (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(name), what: `read the repository ${name}` }, _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .repository */ .Jk),
        async issue({ repository, number }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository), issue_number: number },
                what: `read the issue ${repository}#${number}`,
            };
            try {
                return (await send(call, (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .issueOf */ .v1)(repository))) ?? { gone: 'not-found' };
            }
            catch (error) {
                const gone = error instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 && GONE[error.status ?? 0];
                if (gone)
                    return { gone };
                throw error;
            }
        },
        async *issues({ repository, label, state, updatedSince }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues',
                parameters: {
                    ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository),
                    ...(label && { labels: label }),
                    ...(updatedSince && { since: updatedSince }),
                    state: state ?? 'all',
                    sort: 'created',
                    direction: 'desc',
                    per_page: PER_PAGE,
                },
                what: `list the issues of ${repository}`,
            };
            for await (const page of pages(call, (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .listedIssue */ .HK)(repository))) {
                const numbers = page.map(({ number }) => number).toSorted((one, other) => other - one);
                yield { issues: page.flatMap(({ issue }) => issue ?? []), numbers };
            }
        },
        async createIssue(repository, draft) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues',
                parameters: { ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository), ...draft },
                what: `create the issue in ${repository}`,
            };
            const issue = await send(call, (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .issueOf */ .v1)(repository));
            if (!issue)
                throw new _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7('GitHub made a pull request of an issue.', { service: 'GitHub' });
            return issue;
        },
        async comments(ref, since) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { ...target(ref), ...(since && { since }), per_page: PER_PAGE },
                what: `list the comments of ${name(ref)}`,
            };
            return (await Array.fromAsync(pages(call, _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .comment */ .Im))).flat();
        },
        async issueHtml(ref) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...target(ref), mediaType: { format: 'full' } },
                what: `read the text of ${name(ref)}`,
            };
            return (await send(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ body_html: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), '') }))).body_html;
        },
        async *issueEvents(ref) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
                parameters: { ...target(ref), per_page: PER_PAGE },
                what: `list the events of ${name(ref)}`,
            };
            yield* pagesFromLast(call, _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .issueEvent */ .eM);
        },
        async *repositoryComments(repository, since) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/issues/comments',
                parameters: { ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository), since, sort: 'created', direction: 'asc', per_page: PER_PAGE },
                what: `list the comments of ${repository}`,
            };
            yield* pages(call, _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .issueComment */ .fF);
        },
        async comment(ref, body) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
                parameters: { ...target(ref), body },
                what: `comment on ${name(ref)}`,
            };
            await send(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }));
        },
        async addLabels(ref, labels) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
                parameters: { ...target(ref), labels },
                what: `label ${name(ref)}`,
            };
            await send(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()));
        },
        async closeIssue(ref, reason) {
            const call = {
                route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
                parameters: { ...target(ref), state: 'closed', state_reason: reason },
                what: `close ${name(ref)}`,
            };
            await send(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('closed') }));
        },
        async viewer() {
            const call = {
                route: `POST ${access.graphqlUrl}`,
                parameters: { query: '{ viewer { login } }' },
                what: 'ask whose token this is',
            };
            return (await send(call, _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .viewer */ .lJ)).data.viewer.login;
        },
        async file({ repository, path, ref }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/contents/{path}',
                parameters: { ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository), path, ref, mediaType: { format: 'raw' } },
                what: `read ${path} in ${repository}`,
            };
            try {
                return await send(call, valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
            }
            catch (error) {
                if (error instanceof _http_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 && error.status === 404)
                    return undefined;
                throw error;
            }
        },
    };
}
const GONE = { 404: 'not-found', 410: 'deleted', 301: 'transferred' };
function target({ repository, number }) {
    return { ...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .split */ .l)(repository), issue_number: number };
}
function name({ repository, number }) {
    return `${repository}#${number}`;
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hasLabel)
/* harmony export */ });
/** Whether a label is among those; GitHub ignores the case of labels. */
function hasLabel(labels, wanted) {
    return labels.some(label => label.toLowerCase() === wanted.toLowerCase());
}


/***/ }),

/***/ 1764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ githubSender),
/* harmony export */   l: () => (/* binding */ split)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3155);
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8523);




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
    return new _http_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7(`GitHub gave no answer (${(0,_http_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .inWords */ .r4)(causeOf(error))}): could not ${call.what}. Run the workflow again.`, { service: 'GitHub', mayHaveActed: isWrite(call) && !(0,_http_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .neverSent */ .vQ)(error), cause: error });
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

/***/ 140:
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
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

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

/***/ 5239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ closeSurplusTicket),
/* harmony export */   g_: () => (/* binding */ surplusText),
/* harmony export */   rl: () => (/* binding */ findBorn)
/* harmony export */ });
/* harmony import */ var _issue_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1366);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4479);
/* harmony import */ var _ticket_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4649);



/**
 * Ids of the published tickets that we made from this issue, lowest first. The search takes `_` for any sign and
 * anybody can write a subject, so each is held against all the signs.
 */
async function findBorn(issue, world) {
    const ids = [];
    for await (const { tickets } of world.freescout.tickets({ subject: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectPrefix */ .Bf)(issue) })) {
        const born = tickets.filter(ticket => ticket.state === 'published' &&
            (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_1__/* .isBornFrom */ .M8)(ticket, issue) &&
            (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_2__/* .sameIssue */ .Y)((0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(ticket, world).inField, issue));
        ids.push(...born.map(({ id }) => id));
    }
    return ids.toSorted((one, other) => one - other);
}
const SURPLUS = 'this ticket is surplus';
/** What the note on a surplus ticket says. */
function surplusText(winnerUrl) {
    return `${SURPLUS}, made by another run at the same time; the issue's ticket is ${winnerUrl}.`;
}
/**
 * A surplus ticket is told so, unless it was before; it is closed, and lets go of the issue. That comes last: without
 * it the ticket is found again. Writing '' does not empty a field (recorded), so it gets `none`, which means "never
 * link". Adds to `changes` what was done.
 */
async function closeSurplusTicket({ id, html, userId }, { world: { freescout, config }, changes }) {
    const reading = await freescout.ticket(id);
    const field = reading?.ticket.fields?.find(({ name }) => name === config.fields['issue-url']);
    const isTold = reading?.ticket.threads.some(({ type, body }) => type === 'note' && body.includes(_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3) && body.includes(SURPLUS));
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

/***/ 9829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nt: () => (/* binding */ namedTickets),
/* harmony export */   c1: () => (/* binding */ readLinked),
/* harmony export */   nn: () => (/* binding */ toldTickets),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _issue_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1366);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4479);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3032);
/* harmony import */ var _ticket_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4649);




/** The ids of the tickets that an issue names: the one it was made from, and those of trusted sentinels. */
async function namedTickets(issue, told, world) {
    const madeFrom = await originOf(issue, world);
    const ids = [madeFrom, ...told.map(url => ticketIdIn(url, world))];
    return [...new Set(ids.filter(id => id !== undefined))];
}
/** The id of the ticket that the issue was made from, by a trusted marker. */
async function originOf(issue, world) {
    const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueMarker */ .qf)(issue.body);
    const id = marker && ticketIdIn(marker.url, world);
    return id !== undefined && (await world.trusts(issue.author)) ? id : undefined;
}
/** Reads those of the tickets that are published and name this issue. */
async function readLinked(ids, { issue, world }) {
    const { freescout, config, home, serverUrl } = world;
    const rules = { serverUrl, allowed: [...(0,_repositories_js__WEBPACK_IMPORTED_MODULE_1__/* .linkableRepositories */ .Zc)(config, home), issue.repository] };
    const readings = await Promise.all(ids.map(id => freescout.ticket(id)));
    return readings
        .filter(reading => reading !== undefined)
        .map(({ ticket }) => ({
        ticket,
        url: freescout.ticketUrl(ticket.id),
        link: (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .readTicketLink */ .Bq)(ticket, config.fields['issue-url'], rules),
        isBornHere: (0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .isBornFrom */ .M8)(ticket, issue),
    }))
        .filter(({ ticket, link }) => ticket.state === 'published' && (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_3__/* .sameIssue */ .Y)((0,_ticket_link_js__WEBPACK_IMPORTED_MODULE_2__/* .linkedIssue */ .PS)(link), issue));
}
/** The URLs of tickets that trusted sentinel comments name, if they are on the configured FreeScout. */
async function toldTickets(comments, world) {
    const sentinels = comments
        .map(({ body, author }) => ({ url: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readSentinel */ .l6)(body), author }))
        .filter(({ url }) => url !== undefined && ticketIdIn(url, world) !== undefined);
    const trusted = await Promise.all(sentinels.map(({ author }) => world.trusts(author)));
    return sentinels.filter((_, index) => trusted[index]).map(({ url }) => String(url));
}
function ticketIdIn(url, { freescout }) {
    const id = Number(/\/([1-9]\d{0,14})$/.exec(url)?.[1]);
    return Number.isSafeInteger(id) && freescout.ticketUrl(id) === url ? id : undefined;
}


/***/ }),

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bq: () => (/* binding */ readTicketLink),
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   M8: () => (/* binding */ isBornFrom),
/* harmony export */   PS: () => (/* binding */ linkedIssue),
/* harmony export */   Rb: () => (/* binding */ LINKED_TAG),
/* harmony export */   e1: () => (/* binding */ FROM_GITHUB_TAG)
/* harmony export */ });
/* harmony import */ var _issue_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1366);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4479);
/* harmony import */ var _repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3032);



/** The tag that is written last: a ticket that has it was linked completely once. */
const LINKED_TAG = 'auto-linked';
/** The tag of tickets that were made from an issue. */
const FROM_GITHUB_TAG = '_from_github';
/** Reads both places where a ticket keeps its link. */
function readTicketLink(ticket, fieldName, rules) {
    const field = ticket.fields?.find(({ name }) => name === fieldName);
    const value = field?.value.trim() ?? '';
    const inField = (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueUrl */ .Z)(value, rules);
    const [inNote, ...older] = linksInNotes(ticket, rules);
    const notesAgree = older.every(issue => (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_0__/* .sameIssue */ .Y)(issue, inNote));
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
    return notesAgree && (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_0__/* .sameIssue */ .Y)(inField, inNote) && ticket.tags.includes(LINKED_TAG);
}
/** Whether the ticket was made from this issue by us: mail that comes in can't have all three signs. */
function isBornFrom(ticket, issue) {
    return (ticket.subject.startsWith((0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectPrefix */ .Bf)(issue)) &&
        ticket.createdBy?.type === 'user' &&
        ticket.source.type === 'api' &&
        ticket.source.via === 'user');
}
/** The issues that our notes name, newest first. */
function linksInNotes({ threads }, rules) {
    return threads
        .filter(({ type, state }) => type === 'note' && state === 'published')
        .map(({ body }) => (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readNote */ .VC)(body))
        .map(note => note && (0,_issue_url_js__WEBPACK_IMPORTED_MODULE_0__/* .readIssueUrl */ .Z)(note.url, rules))
        .filter(issue => issue !== undefined);
}


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ sentinel),
/* harmony export */   Bf: () => (/* binding */ subjectPrefix),
/* harmony export */   Ef: () => (/* binding */ noteKey),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   PA: () => (/* binding */ hasSentinel),
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   VC: () => (/* binding */ readNote),
/* harmony export */   gu: () => (/* binding */ readAnnouncement),
/* harmony export */   l6: () => (/* binding */ readSentinel),
/* harmony export */   qf: () => (/* binding */ readIssueMarker),
/* harmony export */   uF: () => (/* binding */ announcement)
/* harmony export */ });
/** Every line of ours that people see starts with this. */
const PREFIX = '[freescout-autolink]';
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
    return `${PREFIX} FreeScout ticket: ${ticketUrl}`;
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
    return `${PREFIX} FreeScout ticket ${kind} (${at}): ${ticketUrl}`;
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
    if (!text.startsWith(PREFIX))
        return undefined;
    const url = /https?:\/\/[^\s"'<>]+\/issues\/\d+/.exec(html)?.[0];
    if (!url)
        return undefined;
    const key = /<!-- freescout-autolink key=(\S{1,1000}) -->\s*$/.exec(html)?.[1];
    return { url, ...(key && { key }) };
}
/** What the subject of a ticket that was born on GitHub starts with. */
function subjectPrefix({ repository, number }) {
    return `[${repository}#${number}]`;
}
function firstLine(body, pattern) {
    return pattern.exec((body.split('\n')[0] ?? '').trim()) ?? undefined;
}


/***/ }),

/***/ 993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ reconcile),
/* harmony export */   x: () => (/* binding */ signer)
/* harmony export */ });
/* harmony import */ var _http_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3155);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8961);


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

/***/ 5732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ HttpClient),
/* harmony export */   t: () => (/* binding */ BearerCredentialHandler)
/* harmony export */ });
/**
 * Stands in for `@actions/http-client`, which `@actions/core` loads for OIDC tokens, that nothing here asks for, and
 * `@actions/github` for a proxy's agent, in whose place it is given our own transport (../../transport.ts). The real one
 * brings undici along: together 1.3 MB of the bundle and a third of a run's time. The version in package.json is the one
 * that it stands in for, so that npm takes it for that. Whoever needs the real one installs it again.
 */
class HttpClient {
  getAgent() {}

  getAgentDispatcher() {}

  getJson() {
    throw new Error('OIDC tokens are not to be had here: see src/http/stand-ins.')
  }
}

class BearerCredentialHandler {}


/***/ }),

/***/ 2874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch)
/* harmony export */ });
/** Stands in for undici, from which `@actions/github` takes its default `fetch`: it is given ours instead. */
function fetch() {
  throw new Error('Octokit is to be given a fetch: see src/http/stand-ins.')
}


/***/ })

};
