export const id = 790;
export const ids = [790];
export const modules = {

/***/ 4790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  visitDoctor: () => (/* binding */ visitDoctor)
});

// EXTERNAL MODULE: ../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7958);
// EXTERNAL MODULE: ./build/src/freescout/ask.js
var ask = __webpack_require__(1840);
;// CONCATENATED MODULE: ./build/src/freescout/setup.js


const userPage = dist/* object */.Ikc({
    _embedded: dist/* object */.Ikc({
        users: dist/* array */.YOg(dist/* object */.Ikc({ id: dist/* number */.aig(), email: dist/* nullish */.cl6(dist/* string */.YjP(), '') })),
    }),
    page: dist/* object */.Ikc({ totalPages: dist/* number */.aig() }),
});
const tagPage = dist/* object */.Ikc({ _embedded: dist/* object */.Ikc({ tags: dist/* array */.YOg(dist/* unknown */.L5J()) }) });
/** The doctor's reads of one FreeScout. */
function freescoutSetup(access) {
    return {
        async hasUser(user) {
            const filter = typeof user === 'string' ? `email=${encodeURIComponent(user)}&` : '';
            for (let page = 1, pages = 1; page <= pages; page++) {
                const call = (0,ask/* get */.Jt)(`/users?${filter}page=${page}`, 'look up the signing user');
                const { _embedded, page: about } = await (0,ask/* ask */.kA)(access, call, userPage);
                const isThere = _embedded.users.some(({ id, email }) => typeof user === 'number' ? id === user : email.toLowerCase() === user);
                if (isThere)
                    return true;
                pages = about.totalPages;
            }
            return false;
        },
        async tagsModule() {
            try {
                const call = (0,ask/* get */.Jt)('/tags?pageSize=1', 'list the tags');
                const { tags } = (await (0,ask/* ask */.kA)(access, call, tagPage))._embedded;
                return tags.length > 0 ? true : undefined;
            }
            catch (error) {
                if ((0,ask/* isModuleOff */.Yo)(error))
                    return false;
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/src/http/errors.js
var errors = __webpack_require__(9052);
// EXTERNAL MODULE: ./build/src/github/request.js
var request = __webpack_require__(9145);
// EXTERNAL MODULE: ./build/src/github/schemas.js
var schemas = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/src/github/setup.js




/** The roles that GitHub knows, the highest first. */
const ROLES = ['admin', 'maintain', 'push', 'triage', 'pull'];
const repositorySetup = dist/* intersect */.y$5([
    schemas/* repository */.Jk,
    dist/* pipe */.FsL(dist/* object */.Ikc({
        default_branch: dist/* string */.YjP(),
        archived: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
        has_issues: dist/* optional */.lqM(dist/* boolean */.zMY(), true),
        permissions: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* boolean */.zMY()), {}),
    }), dist/* transform */.pdi(({ default_branch, archived, has_issues, permissions }) => ({
        defaultBranch: default_branch,
        isArchived: archived,
        hasIssues: has_issues,
        role: ROLES.find(role => permissions?.[role]),
    }))),
]);
const branchSetup = dist/* pipe */.FsL(dist/* object */.Ikc({
    protected: dist/* boolean */.zMY(),
    protection: dist/* nullish */.cl6(dist/* object */.Ikc({
        required_status_checks: dist/* nullish */.cl6(dist/* object */.Ikc({ enforcement_level: dist/* nullish */.cl6(dist/* string */.YjP(), 'off') })),
    })),
}), dist/* transform */.pdi((wire) => ({
    isProtected: wire.protected,
    requiresChecks: (wire.protection?.required_status_checks?.enforcement_level ?? 'off') !== 'off',
})));
/** The doctor's calls of one GitHub server with one token. */
function githubSetup(access) {
    const { send, pages } = (0,request/* githubSender */.V)(access);
    const all = async (route, parameters, what, key) => {
        const item = dist/* looseObject */._H3({ [key]: dist/* string */.YjP() });
        const listed = await Array.fromAsync(pages({ route, parameters: { ...parameters, per_page: 100 }, what }, item));
        return listed.flat().map(entry => String(entry[key]));
    };
    return {
        repository: name => send({ route: 'GET /repos/{owner}/{repo}', parameters: (0,request/* split */.l)(name), what: `read the repository ${name}` }, repositorySetup),
        labels: name => all('GET /repos/{owner}/{repo}/labels', (0,request/* split */.l)(name), `list the labels of ${name}`, 'name'),
        async createLabel(name, label) {
            const call = {
                route: 'POST /repos/{owner}/{repo}/labels',
                parameters: { ...(0,request/* split */.l)(name), ...label },
                what: `create the label "${label.name}" in ${name}`,
            };
            try {
                await send(call, dist/* unknown */.L5J());
                return true;
            }
            catch (error) {
                if (error instanceof errors/* ServiceError */._7 && /already_exists/.test(error.message))
                    return false;
                throw error;
            }
        },
        branch: (name, branch) => send({
            route: 'GET /repos/{owner}/{repo}/branches/{branch}',
            parameters: { ...(0,request/* split */.l)(name), branch },
            what: `read the branch ${branch} of ${name}`,
        }, branchSetup),
        rules: (name, branch) => all('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...(0,request/* split */.l)(name), branch }, `list the rules for ${branch} of ${name}`, 'type'),
        async files({ repository, folder, ref }) {
            const call = {
                route: 'GET /repos/{owner}/{repo}/contents/{path}',
                parameters: { ...(0,request/* split */.l)(repository), path: folder, ref },
                what: `list ${folder} in ${repository}`,
            };
            try {
                const entries = await send(call, dist/* array */.YOg(dist/* object */.Ikc({ type: dist/* string */.YjP(), path: dist/* string */.YjP() })));
                return entries.filter(({ type }) => type === 'file').map(({ path }) => path);
            }
            catch (error) {
                if (error instanceof errors/* ServiceError */._7 && error.status === 404)
                    return [];
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/src/settle.js + 15 modules
var settle = __webpack_require__(3862);
// EXTERNAL MODULE: ./build/src/checks.js
var src_checks = __webpack_require__(6249);
// EXTERNAL MODULE: ./build/src/names.js
var src_names = __webpack_require__(1102);
;// CONCATENATED MODULE: ./build/src/doctor/check.js

/** Waits for a read. What is not a service's refusal is a mistake of ours, and passes through. */
async function readOrError(read) {
    try {
        return { value: await read };
    }
    catch (error) {
        if (error instanceof errors/* ServiceError */._7)
            return { error };
        throw error;
    }
}
/** A read that needs an earlier one's value: when that failed, it is not sent, and has failed the same way. */
async function readAfter(before, read) {
    return 'error' in before ? before : readOrError(read(before.value));
}
/**
 * A service's error as a row of the table: what happened is its first sentence, what to do its second. The last
 * one, which call it was, is left out: the check's name says it.
 */
function describeError({ message }) {
    const [found = message, ...rest] = message.split(/(?<=[^.])\. (?=[A-Z])/);
    const todo = rest
        .join('. ')
        .replace(/(?:^|\. )Could not .*$/s, '')
        .replace(/\.$/, '');
    return { found: found.replace(/\.$/, ''), ...(todo && { todo: `${todo}.` }) };
}
/** The row of a check whose read failed, and of which nothing else is known. */
function notChecked(name, error) {
    return { name, status: 'not-checked', ...describeError(error) };
}

;// CONCATENATED MODULE: ./build/src/doctor/freescout-checks.js


/** The types of custom fields that take a URL as it is. */
const TEXT_TYPES = ['singleline', 'multiline'];
/** The rows about FreeScout. */
function freescoutChecks(seen, config) {
    return [
        checkAccess(seen),
        checkFieldsModule(seen),
        checkTagsModule(seen),
        ...checkMailboxes(seen, config),
        checkUser(seen),
    ];
}
/** FreeScout answers, and takes the key. */
function checkAccess({ mailboxes }) {
    const name = 'FreeScout: address and API key';
    if ('error' in mailboxes)
        return { name, status: 'missing', ...describeError(mailboxes.error) };
    const count = mailboxes.value.length;
    return {
        name,
        status: 'ok',
        found: `it answers, and shows ${count === 1 ? '1 mailbox' : `${count} mailboxes`}`,
    };
}
/** Links live in a custom field. */
function checkFieldsModule({ mailboxes, anyFields }) {
    const name = 'FreeScout: module Custom Fields';
    if ('error' in mailboxes)
        return blocked(name);
    if (!anyFields) {
        return { name, status: 'not-checked', found: 'there is no mailbox, and fields are read by mailbox' };
    }
    if ('error' in anyFields)
        return notChecked(name, anyFields.error);
    if (anyFields.value)
        return { name, status: 'ok', found: 'on' };
    const todo = 'Activate Custom Fields under Manage » Modules: links are kept in one.';
    return { name, status: 'missing', found: 'off', todo };
}
/** Tags trigger issues, and mark what is linked. */
function checkTagsModule({ mailboxes, tagsModule }) {
    const name = 'FreeScout: module Tags';
    if ('error' in tagsModule)
        return unread(name, { mailboxes, error: tagsModule.error });
    if (tagsModule.value)
        return { name, status: 'ok', found: 'on' };
    if (tagsModule.value === undefined) {
        const found = 'no tag is listed: either the module is off, or no ticket has a tag yet';
        return { name, status: 'not-checked', found, todo: 'Tag any ticket and run the doctor again.' };
    }
    const todo = 'Activate Tags under Manage » Modules: tags decide which ticket gets an issue.';
    return { name, status: 'missing', found: 'off', todo };
}
/** Every mailbox of the configuration is there, and has the field for the link. */
function checkMailboxes({ mailboxes, configured }, { mailboxes: watched, fields }) {
    const nothingWatched = {
        name: 'Watched mailboxes',
        status: 'warning',
        found: 'none, so no ticket becomes an issue',
        todo: 'List them under "mailboxes" in the configuration, if tickets are to become issues.',
    };
    const rows = configured.map(one => {
        const name = `Mailbox ${one.address}`;
        return 'error' in mailboxes ? blocked(name) : checkMailbox(name, one, fields['issue-url']);
    });
    return watched.length > 0 ? rows : [nothingWatched, ...rows];
}
function checkMailbox(name, { mailbox, fields }, wanted) {
    if (!mailbox) {
        const todo = 'Correct the address in the configuration, or create the mailbox; the one that counts is the address in its settings.';
        return { name, status: 'missing', found: 'FreeScout has no mailbox with this address', todo };
    }
    if ('error' in fields)
        return notChecked(name, fields.error);
    if (!fields.value) {
        return {
            name,
            status: 'not-checked',
            found: 'it is there; its fields can only be seen with Custom Fields on',
        };
    }
    return { name, ...checkField(fields.value, wanted) };
}
function checkField(fields, wanted) {
    const field = fields.find(({ name }) => name === wanted);
    if (!field) {
        const near = fields.find(({ name }) => (0,src_names/* isSameName */.yS)(name, wanted))?.name;
        const found = `it has no custom field "${wanted}"${near === undefined ? '' : `, but "${near}"; case counts`}`;
        const todo = `Add a custom field "${wanted}" of the type single line under Manage » Mailboxes » Custom Fields.`;
        return { status: 'missing', found, todo };
    }
    if (TEXT_TYPES.includes(field.type)) {
        return { status: 'ok', found: `it has the field "${wanted}" (${field.type})` };
    }
    if (!field.type) {
        return {
            status: 'not-checked',
            found: `it has the field "${wanted}", but FreeScout does not tell its type`,
        };
    }
    const found = `its field "${wanted}" is of the type ${field.type}, which does not hold a URL`;
    const todo = `Replace "${wanted}" by a field of the same name of the type single line.`;
    return { status: 'missing', found, todo };
}
/** Notes need somebody who signs them. */
function checkUser({ mailboxes, hasUser }) {
    const name = 'FreeScout: signing user';
    if ('error' in hasUser)
        return unread(name, { mailboxes, error: hasUser.error });
    if (hasUser.value)
        return { name, status: 'ok', found: 'the user is there' };
    const found = 'there is no such user';
    return {
        name,
        status: 'missing',
        found,
        todo: 'Create the user, or name another one under "user" in the configuration.',
    };
}
/** Reads behind a FreeScout that doesn't let us in weren't sent; what is wrong is told in the first row, once. */
function blocked(name) {
    return { name, status: 'not-checked', found: 'FreeScout has to answer first' };
}
function unread(name, { mailboxes, error }) {
    return 'error' in mailboxes ? blocked(name) : notChecked(name, error);
}

;// CONCATENATED MODULE: ./build/src/doctor/github-checks.js

/** Kinds of ruleset rules that keep a commit from being pushed right onto the branch. */
const GUARDS = ['pull_request', 'update', 'merge_queue', 'required_status_checks'];
/** The token is one that GitHub knows. */
function checkToken({ login, home }) {
    const name = 'GitHub: token';
    if ('value' in login)
        return { name, status: 'ok', found: `it acts as ${login.value}` };
    if ('value' in home.about) {
        return { name, status: 'ok', found: 'it is accepted; whose it is GitHub does not tell' };
    }
    return { name, status: 'missing', ...describeError(login.error) };
}
/** A repository can be seen, takes issues, and its events reach us. */
function checkRepository({ name: repository, isHome, isLinkable, about }) {
    const name = `Repository ${repository}`;
    if ('error' in about)
        return checkUnseen(name, about.error);
    const { visibility, isArchived, hasIssues } = about.value;
    if (!isLinkable)
        return { name, status: 'ok', found: `${visibility}; its own issues are not linked` };
    if (isArchived) {
        const todo = 'Unarchive it, or name another repository in the configuration.';
        return { name, status: 'missing', found: 'it is archived: nothing can be written', todo };
    }
    if (!hasIssues) {
        return {
            name,
            status: 'missing',
            found: 'its issues are turned off',
            todo: 'Turn on Issues in its settings.',
        };
    }
    if (isHome)
        return { name, status: 'ok', found: `${visibility}, with issues` };
    return {
        name,
        status: 'warning',
        found: `${visibility}, with issues; what happens to them starts no workflow here`,
        todo: 'Put workflow and configuration there as well, if labels and closings are to be heard of at once.',
    };
}
/** Not being let in is a finding about the repository; a refused token or no answer is not. */
function checkUnseen(name, error) {
    const isShut = error.status === 403 || error.status === 404 || error.status === 301;
    return isShut ? { name, status: 'missing', ...describeError(error) } : notChecked(name, error);
}
/**
 * Whether the token may write issues. GitHub has no way to ask: roles bound a person's token from above, a label made
 * or refused just now is proof, and all else is not claimed.
 */
function checkRights({ repositories, login }, makings) {
    const name = 'GitHub: right to write issues';
    const todo = 'Give the token Issues: write, in the workflow "permissions: issues: write".';
    const targets = repositories.filter(({ labels }) => labels);
    const who = 'value' in login ? login.value : '';
    const isPerson = who !== '' && !who.endsWith('[bot]');
    for (const { name: repository, about, labels } of targets) {
        if (labels && 'error' in labels && labels.error.status === 403 && 'value' in about) {
            return {
                name,
                status: 'missing',
                found: `the token may not even read the issues of ${repository}`,
                todo,
            };
        }
        if (makings.get(repository)?.error?.status === 403) {
            return { name, status: 'missing', found: `GitHub refused to make a label in ${repository}`, todo };
        }
        const role = 'value' in about ? about.value.role : undefined;
        if (isPerson && role === 'pull') {
            const found = `${who} may only read ${repository}: labels would be dropped, issues stay open`;
            return { name, status: 'missing', found, todo: `Give ${who} the role Triage or higher there.` };
        }
    }
    if (targets.length > 0 && targets.every(({ name: one }) => (makings.get(one)?.made.length ?? 0) > 0)) {
        return { name, status: 'ok', found: 'labels could be made just now' };
    }
    return {
        name,
        status: 'not-checked',
        found: 'GitHub does not tell what a token may write before it is tried',
        todo: 'Look for issues: write in the workflow, or in the settings of the token or App.',
    };
}
/** What of a ticket's text gets into a repository, and who can read it there. */
function checkContent({ name: repository, about }, { content }) {
    const name = `Content of issues in ${repository}`;
    if ('error' in about)
        return notChecked(name, about.error);
    const { visibility } = about.value;
    const readers = { public: 'everybody', internal: 'the whole enterprise', private: 'its members' }[visibility];
    if (content === 'link-only' || (content === 'auto' && visibility !== 'private')) {
        return { name, status: 'ok', found: `${visibility}: issues only say that a ticket exists` };
    }
    const found = `${visibility}: ${readers} can read the text of tickets`;
    if (visibility === 'private')
        return { name, status: 'ok', found };
    return { name, status: 'warning', found, todo: 'Set issue.content to auto, unless this is meant.' };
}
/**
 * Whether a push needs more than the right to push. The receiver's token has Contents: write, for that is what a
 * dispatch asks for; with it, whoever has the token could edit the configuration and the workflow.
 */
function checkBranch({ about, branch, rules }) {
    const name = 'Default branch is protected';
    if ('error' in about)
        return notChecked(name, about.error);
    const { defaultBranch } = about.value;
    const guards = 'value' in rules ? GUARDS.filter(guard => rules.value.includes(guard)) : [];
    if (guards.length > 0) {
        return {
            name,
            status: 'ok',
            found: `${defaultBranch}: a ruleset asks for ${guards.join(', ').replaceAll('_', ' ')}`,
        };
    }
    if ('value' in branch && branch.value.requiresChecks) {
        return { name, status: 'ok', found: `${defaultBranch}: status checks have to pass` };
    }
    if ('value' in branch && branch.value.isProtected) {
        const found = `${defaultBranch} is protected, but this token can't read what that asks for`;
        const todo = 'Look under Settings » Branches that it requires a pull request.';
        return { name, status: 'not-checked', found, todo };
    }
    const failed = 'error' in branch ? branch : 'error' in rules ? rules : undefined;
    if (failed)
        return notChecked(name, failed.error);
    return openBranch(name, about.value);
}
function openBranch(name, { defaultBranch }) {
    return {
        name,
        status: 'warning',
        found: `${defaultBranch} takes every push: whoever has the receiver's token (Contents: write) could edit configuration and workflow`,
        todo: `Add a ruleset for ${defaultBranch} that requires a pull request.`,
    };
}

;// CONCATENATED MODULE: ./build/src/doctor/labels.js



/** What labels of these names look like when they are made; the first two as GitHub itself makes them. */
const LABEL_STYLES = {
    bug: { color: 'd73a4a', description: "Something isn't working" },
    enhancement: { color: 'a2eeef', description: 'New feature or request' },
    incident: { color: 'b60205', description: 'Service is degraded or down' },
    regression: { color: 'e99695', description: 'It worked before; makes a FreeScout ticket' },
    'customer-reported': { color: 'fbca04', description: 'A customer is affected; makes a FreeScout ticket' },
    'needs-customer-confirm': {
        color: 'c5def5',
        description: 'Asks in FreeScout for the customer’s confirmation',
    },
    [src_names/* LINKED_LABEL */.zP]: { color: '0e8a16', description: 'Linked to a FreeScout ticket' },
};
const COLOR = '5319e7';
/** Every label that the configuration speaks of, with its looks; each name once, whatever its case. */
function neededLabels({ issue, labels }) {
    const needed = [];
    const need = (name, description) => {
        if (needed.some(label => (0,src_names/* isSameName */.yS)(label.name, name)))
            return;
        const looks = Object.hasOwn(LABEL_STYLES, name) ? LABEL_STYLES[name] : undefined;
        needed.push({ name, color: COLOR, description, ...looks });
    };
    need(src_names/* LINKED_LABEL */.zP, '');
    for (const { label } of issue.labels)
        need(label, 'Set by FreeScout Autolink on the issue of a ticket');
    for (const [name, { action }] of Object.entries(labels)) {
        need(name, action === 'create' ? 'Makes a FreeScout ticket' : 'Adds a note to the linked FreeScout tickets');
    }
    return needed;
}
/** The labels that a repository lacks; `undefined` when they could not be read. */
function missingLabels({ labels }, needed) {
    if (!labels || 'error' in labels)
        return undefined;
    return needed.filter(({ name }) => !labels.value.some(there => (0,src_names/* isSameName */.yS)(there, name)));
}
/** Makes labels one after the other, up to the first that is refused; in a dry run it only plans them. */
async function createLabels(missing, { repository, setup, dryRun }) {
    if (dryRun)
        return { made: [], planned: missing.map(({ name }) => name) };
    const made = [];
    try {
        for (const label of missing)
            if (await setup.createLabel(repository, label))
                made.push(label.name);
        return { made, planned: [] };
    }
    catch (error) {
        if (error instanceof errors/* ServiceError */._7)
            return { made, planned: [], error };
        throw error;
    }
}
/** The row about the labels of a repository. */
function checkLabels(seen, { needed, making }) {
    const name = `Labels of ${seen.name}`;
    const missing = missingLabels(seen, needed);
    if (!missing)
        return seen.labels && 'error' in seen.labels ? notChecked(name, seen.labels.error) : labels_unread(name);
    if (missing.length === 0)
        return { name, status: 'ok', found: `all ${needed.length} are there` };
    if (!making) {
        const found = `${missing.length} of ${needed.length} are missing: ${(0,src_names/* quoteNames */.DR)(missing.map(label => label.name))}`;
        return { name, status: 'missing', found, todo: 'Run the doctor again with fix: true; it makes them.' };
    }
    const { made, planned, error } = making;
    if (error) {
        const sofar = made.length > 0 ? `made ${(0,src_names/* quoteNames */.DR)(made)}, then: ` : '';
        const { found, todo } = describeError(error);
        return { name, status: 'missing', found: `${sofar}${found}`, ...(todo && { todo }) };
    }
    if (planned.length > 0) {
        return {
            name,
            status: 'warning',
            found: `would be made: ${(0,src_names/* quoteNames */.DR)(planned)}`,
            todo: 'Run it without dry-run.',
        };
    }
    return { name, status: 'ok', found: `all ${needed.length} are there; made now: ${(0,src_names/* quoteNames */.DR)(made)}` };
}
function labels_unread(name) {
    return { name, status: 'not-checked', found: 'they were not read' };
}

// EXTERNAL MODULE: ./build/src/link/repositories.js
var link_repositories = __webpack_require__(4795);
// EXTERNAL MODULE: ../../work/main/node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/src/workflow-file.js


const words = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* transform */.pdi(word => [word])),
    dist/* array */.YOg(dist/* string */.YjP()),
]);
const condition = dist/* optional */.lqM(dist/* union */.KCZ([dist/* string */.YjP(), dist/* boolean */.zMY()]), '');
const permissions = dist/* optional */.lqM(dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* transform */.pdi((all) => ({ all: all.replace('-all', '') }))),
    dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), dist/* transform */.pdi((scopes) => scopes)),
    dist/* pipe */.FsL(dist/* null */.chJ(), dist/* transform */.pdi(() => ({}))),
]));
const workflowFile = dist/* object */.Ikc({
    on: dist/* union */.KCZ([words, dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())]),
    permissions,
    jobs: dist/* record */.g1P(dist/* string */.YjP(), dist/* object */.Ikc({
        if: condition,
        permissions,
        steps: dist/* optional */.lqM(dist/* array */.YOg(dist/* object */.Ikc({
            uses: dist/* optional */.lqM(dist/* string */.YjP(), ''),
            if: condition,
            with: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
        })), []),
    })),
});
/**
 * The steps of a workflow file that use this action: by the repository it comes from, by its own name, or, for a copy
 * under another name, by an input that no other action has. A file that can't be read has none.
 */
function usesIn(text, action) {
    const result = dist/* safeParse */.xLC(workflowFile, parsed(text));
    if (!result.success)
        return [];
    const { on, permissions: general, jobs } = result.output;
    const events = eventsOf(on);
    return Object.values(jobs).flatMap(job => job.steps
        .filter(step => isThisAction(step, action))
        .map(step => ({
        events,
        conditions: [job.if, step.if].map(String).filter(Boolean),
        permissions: job.permissions ?? general,
        usesWorkflowToken: isWorkflowToken(step.with?.['github-token']),
    })));
}
function parsed(text) {
    try {
        return (0,yaml_dist/* parse */.qg)(text, { logLevel: 'silent' });
    }
    catch {
        return undefined;
    }
}
const types = dist/* object */.Ikc({ types: words });
function eventsOf(on) {
    if (Array.isArray(on))
        return new Map(on.map(event => [event, undefined]));
    return new Map(Object.entries(on).map(([event, filter]) => {
        const limited = dist/* safeParse */.xLC(types, filter);
        return [event, limited.success ? limited.output.types : undefined];
    }));
}
function isThisAction({ uses, with: inputs }, action) {
    const [name = ''] = uses.toLowerCase().split('@');
    return ((!!action && name === action.toLowerCase()) ||
        /(?:^|\/)freescout-autolink$/.test(name) ||
        (!!uses && inputs?.['freescout-api-key'] !== undefined));
}
function isWorkflowToken(given) {
    return (given === undefined ||
        /^\s*\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}\s*$/i.test(String(given)));
}

;// CONCATENATED MODULE: ./build/src/doctor/workflow-files.js

const FOLDER = '.github/workflows';
const DEFAULT_PATH = `${FOLDER}/freescout-sync.yml`;
const MOST_FILES = 50;
/**
 * The workflows that use this action. Mostly that is the one that runs, for one request; when that one only runs by
 * hand, or isn't there, every workflow of the repository is looked at.
 */
async function readWorkflows(where) {
    const path = runningPath(where) ?? DEFAULT_PATH;
    const running = await readWorkflow(path, where);
    if (running?.uses.some(hearsOfOthers))
        return [running];
    const paths = await where.files({ repository: where.repository, folder: FOLDER, ref: where.ref });
    const others = paths.filter(other => other !== path && /\.ya?ml$/.test(other)).slice(0, MOST_FILES);
    const found = await Promise.all(others.map(other => readWorkflow(other, where)));
    return [running, ...found].filter(workflow => workflow !== undefined);
}
async function readWorkflow(path, where) {
    const text = await where.file({ repository: where.repository, path, ref: where.ref });
    const uses = text === undefined ? [] : usesIn(text, where.running.action);
    return uses.length > 0 ? { path, uses } : undefined;
}
/** The path of the workflow that runs, when it is one of this repository. */
function runningPath({ repository, running }) {
    const [file = ''] = (running.workflowRef ?? '').split('@');
    const prefix = `${repository}/`;
    const isOurs = file.toLowerCase().startsWith(prefix.toLowerCase());
    return isOurs ? file.slice(prefix.length) : undefined;
}
function hearsOfOthers({ events }) {
    return [...events.keys()].some(event => event !== 'workflow_dispatch');
}

;// CONCATENATED MODULE: ./build/src/doctor/survey.js




/**
 * Reads everything, in two rounds: whether each service answers, then what is behind that. Within a round all
 * reads go out together.
 */
async function survey(world, setup, running) {
    const [freescout, github] = await Promise.all([
        surveyFreeScout(world, setup.freescout),
        surveyGitHub(world, setup.github, running),
    ]);
    return { ...freescout, ...github };
}
async function surveyFreeScout({ freescout, config }, setup) {
    const mailboxes = await readOrError(freescout.mailboxes());
    const all = 'value' in mailboxes ? mailboxes.value : [];
    const addresses = [...new Set([...config.mailboxes, ...(config.ticket ? [config.ticket.mailbox] : [])])];
    const named = addresses.map(address => ({
        address,
        mailbox: all.find(({ email }) => (0,src_names/* isSameName */.yS)(email, address)),
    }));
    const nobody = { value: undefined };
    const fieldsOf = (mailbox) => mailbox ? readAfter(mailboxes, () => freescout.mailboxFields(mailbox.id)) : nobody;
    const spare = named.some(({ mailbox }) => mailbox) ? undefined : all[0];
    const [fields, spareFields, tagsModule, hasUser] = await Promise.all([
        Promise.all(named.map(({ mailbox }) => fieldsOf(mailbox))),
        spare && fieldsOf(spare),
        readAfter(mailboxes, setup.tagsModule),
        readAfter(mailboxes, () => setup.hasUser(config.user)),
    ]);
    const configured = named.map((one, index) => ({ ...one, fields: fields[index] ?? nobody }));
    const anyFields = configured.find(({ mailbox }) => mailbox)?.fields ?? spareFields;
    return { mailboxes, configured, anyFields, tagsModule, hasUser };
}
async function surveyGitHub({ github, config, home }, setup, running) {
    const linkable = (0,link_repositories/* linkableRepositories */.Zc)(config, home);
    const names = distinct([home, ...linkable]);
    const isTarget = among((0,link_repositories/* targetRepositories */.CI)(config, home));
    const isLinkable = among(linkable);
    const [login, abouts] = await Promise.all([
        readOrError(github.viewer()),
        Promise.all(names.map(name => readOrError(setup.repository(name)))),
    ]);
    const homeAbout = abouts[0] ?? (await readOrError(setup.repository(home)));
    const [repositories, branch, rules, workflows] = await Promise.all([
        Promise.all(names.map(async (name, index) => {
            const about = abouts[index] ?? homeAbout;
            const found = { name, isHome: index === 0, isLinkable: isLinkable(name), about };
            if (!isTarget(name))
                return found;
            return { ...found, labels: await readAfter(about, () => setup.labels(name)) };
        })),
        readAfter(homeAbout, ({ defaultBranch }) => setup.branch(home, defaultBranch)),
        readAfter(homeAbout, ({ defaultBranch }) => setup.rules(home, defaultBranch)),
        readAfter(homeAbout, ({ defaultBranch }) => readWorkflows({ repository: home, ref: defaultBranch, running, file: github.file, files: setup.files })),
    ]);
    return { login, repositories, home: { about: homeAbout, branch, rules, workflows } };
}
function among(names) {
    return name => names.some(other => (0,src_names/* isSameName */.yS)(other, name));
}
function distinct(names) {
    return names.filter((name, index) => names.findIndex(other => (0,src_names/* isSameName */.yS)(other, name)) === index);
}

// EXTERNAL MODULE: ./build/src/dispatch.js
var dispatch = __webpack_require__(1606);
;// CONCATENATED MODULE: ./build/src/doctor/label-list.js
const TEXT = "'((?:[^']|'')*)'";
const NAME = 'github\\.event\\.label\\.name';
const LISTED = new RegExp(`contains\\(\\s*fromJSON\\(\\s*${TEXT}\\s*\\)\\s*,\\s*${NAME}\\s*\\)`, 'gi');
const EQUAL = new RegExp(`${NAME}\\s*==\\s*${TEXT}`, 'gi');
const MENTION = /github\s*\.\s*event\s*(?:\.|\[\s*')\s*label/i;
/** A denial of what was understood, or of something in parentheses that may hold it. */
const DENIED = /!\s*(?:LISTED|\()/;
/**
 * Which labels the conditions of a job and its step let through: the list in
 * `contains(fromJSON('["a"]'), github.event.label.name)` and the names in `github.event.label.name == 'a'`.
 *
 * @returns `any` when the label plays no part in them, and `undefined` when it does in a way that isn't understood.
 */
function labelsIn(conditions) {
    const read = conditions.map(labelsInOne).filter(labels => labels !== 'any');
    return read.length === 0 ? 'any' : read.length === 1 ? read[0] : undefined;
}
function labelsInOne(condition) {
    const names = [];
    const rest = condition
        .replace(LISTED, (whole, json) => {
        const list = listIn(unquoted(json));
        names.push(...(list ?? []));
        return list ? 'LISTED' : whole;
    })
        .replace(EQUAL, (_, name) => {
        names.push(unquoted(name));
        return 'LISTED';
    });
    if (MENTION.test(rest))
        return undefined;
    if (!rest.includes('LISTED'))
        return 'any';
    return DENIED.test(rest) ? undefined : names;
}
/** In an expression, a quote inside a text is written twice. */
function unquoted(text) {
    return text.replaceAll("''", "'");
}
function listIn(json) {
    try {
        const list = JSON.parse(json);
        return Array.isArray(list) ? list.map(String) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/doctor/workflow-checks.js




const NAMES = { events: 'Workflow: events', labels: 'Workflow: labels', rights: 'Workflow: permissions' };
/** The rows about the workflow on the default branch, the only one that events start. */
function workflowChecks({ home: { about, workflows }, repositories }, config) {
    if ('error' in workflows)
        return Object.values(NAMES).map(name => notChecked(name, workflows.error));
    const uses = workflows.value.flatMap(workflow => workflow.uses);
    if (uses.length > 0) {
        const paths = workflows.value.map(({ path }) => path).join(', ');
        const issues = repositories.some(({ isHome, isLinkable }) => isHome && isLinkable)
            ? issueTypes(config)
            : [];
        return [checkEvents(uses, { issues, paths }), checkLabelList(uses, config), checkPermissions(uses)];
    }
    const branch = 'value' in about ? about.value.defaultBranch : 'the default branch';
    const found = `no workflow on ${branch} has a step that uses this action`;
    const todo = `Put .github/workflows/freescout-sync.yml on ${branch}: events only start workflows there.`;
    const none = { status: 'not-checked', found: 'there is no workflow to look at' };
    return [
        { name: NAMES.events, status: 'missing', found, todo },
        { name: NAMES.labels, ...none },
        { name: NAMES.rights, ...none },
    ];
}
/** The workflow hears of tickets, of what is to be known about issues, and has its safety nets. */
function checkEvents(uses, { issues, paths }) {
    const name = NAMES.events;
    const hears = (event, type) => uses.some(use => listensTo(use, event, type));
    const lost = (wanted) => wanted.filter(one => !hears(...one)).map(one => one.join(': '));
    const required = lost([
        ['repository_dispatch', dispatch/* DISPATCH_TYPE */.w],
        ...issues.map((type) => ['issues', type]),
    ]);
    if (required.length > 0) {
        const found = `${paths} does not start on ${required.join(', ')}`;
        return { name, status: 'missing', found, todo: `Add ${required.join(', ')} under "on" there.` };
    }
    const advised = lost([['schedule'], ['workflow_dispatch']]);
    if (advised.length === 0)
        return { name, status: 'ok', found: `${paths} hears of everything` };
    const why = {
        schedule: 'what no event announces (a tag set later, a lost webhook) is never found',
        workflow_dispatch: 'nothing can be run again by hand',
    };
    const found = advised.map(event => `no ${event}: ${why[event]}`).join('; ');
    return { name, status: 'warning', found, todo: `Add ${advised.join(' and ')} under "on" in ${paths}.` };
}
/** Its list of labels is the configuration's: one that is left out is lost, one too many costs runs. */
function checkLabelList(uses, { labels }) {
    const name = NAMES.labels;
    const configured = Object.keys(labels);
    const listening = uses.filter(use => listensTo(use, 'issues', 'labeled'));
    if (listening.length === 0)
        return { name, status: 'not-checked', found: 'the workflow does not start on labels' };
    const lists = listening.map(({ conditions }) => labelsIn(conditions));
    if (lists.includes(undefined)) {
        const found = 'its "if" speaks of labels in a way that the doctor does not understand';
        const todo = `Compare it with labels in the configuration (${(0,src_names/* quoteNames */.DR)(configured)}).`;
        return { name, status: 'not-checked', found, todo };
    }
    if (lists.includes('any')) {
        const found = 'every label that is put on any issue starts a run';
        return { name, status: 'warning', found, todo: `List ${(0,src_names/* quoteNames */.DR)(configured)} in the job's "if".` };
    }
    const listed = lists.flatMap(list => list ?? []);
    const lost = configured.filter(label => !listed.some(one => (0,src_names/* isSameName */.yS)(one, label)));
    if (lost.length > 0) {
        const found = `its "if" leaves out ${(0,src_names/* quoteNames */.DR)(lost)}: nothing happens when they are put on`;
        return { name, status: 'missing', found, todo: `Add ${(0,src_names/* quoteNames */.DR)(lost)} to the list in the job's "if".` };
    }
    const needless = listed.filter(label => !configured.some(one => (0,src_names/* isSameName */.yS)(one, label)));
    if (needless.length === 0)
        return { name, status: 'ok', found: 'its list is the one of the configuration' };
    const found = `its "if" lets ${(0,src_names/* quoteNames */.DR)(needless)} through, which the configuration does not know: they cost runs`;
    return {
        name,
        status: 'warning',
        found,
        todo: `Take ${(0,src_names/* quoteNames */.DR)(needless)} off the list in the job's "if".`,
    };
}
/** `GITHUB_TOKEN` may read the configuration and write issues. */
function checkPermissions(uses) {
    const name = NAMES.rights;
    const own = uses.filter(({ usesWorkflowToken }) => usesWorkflowToken);
    const lacking = ['contents: read', 'issues: write'].filter(right => own.some(({ permissions }) => permissions && !grants(permissions, right)));
    if (lacking.length > 0) {
        const found = `${lacking.join(' and ')} ${lacking.length === 1 ? 'is' : 'are'} not granted`;
        return {
            name,
            status: 'missing',
            found,
            todo: `Add ${lacking.join(' and ')} to the job's "permissions".`,
        };
    }
    if (own.length < uses.length) {
        const found = 'the action is handed a token of its own, whose rights the file does not tell';
        return { name, status: 'not-checked', found };
    }
    if (own.some(({ permissions }) => !permissions)) {
        const found = "none are given, so the repository's default counts, which can't be read";
        const todo = 'Give the job "permissions: contents: read, issues: write".';
        return { name, status: 'not-checked', found, todo };
    }
    return { name, status: 'ok', found: 'contents: read and issues: write are granted' };
}
/** What the configuration wants to be told of an issue. */
function issueTypes({ labels, ticket }) {
    return [
        ...(Object.keys(labels).length > 0 ? ['labeled'] : []),
        ...(ticket?.['on-issue-closed'] === 'nothing' ? [] : ['closed', 'reopened']),
    ];
}
function listensTo({ events }, event, type) {
    if (!events.has(event))
        return false;
    const types = events.get(event);
    return type === undefined || types === undefined || types.includes(type);
}
function grants(permissions, right) {
    const [scope = '', level] = right.split(': ');
    const granted = permissions.all ?? permissions[scope];
    return granted === 'write' || granted === level;
}

;// CONCATENATED MODULE: ./build/src/doctor/doctor.js






/**
 * Looks at the whole set-up and says of each part whether it is there, and what to do if not. Writes nothing but, with
 * `fix`, labels. Never throws for what a service says: that is a finding.
 *
 * @returns `checked`, or `failed` when anything required is missing.
 */
async function runDoctor({ world, setup, running, fix }) {
    const { config, dryRun, log } = world;
    const seen = await survey(world, setup, running);
    const needed = neededLabels(config);
    const makings = fix ? await makeMissing(seen, { needed, setup, dryRun }) : new Map();
    const targets = seen.repositories.filter(({ labels }) => labels);
    const sections = {
        FreeScout: freescoutChecks(seen, config),
        GitHub: [
            ...githubChecks(seen, makings),
            ...targets.map(target => checkContent(target, config.issue)),
            ...targets.map(target => checkLabels(target, { needed, making: makings.get(target.name) })),
        ],
        Workflow: [checkBranch(seen.home), ...workflowChecks(seen, config)],
    };
    for (const [name, checks] of Object.entries(sections))
        log(`${name}: ${(0,src_checks/* countChecks */.ls)(checks)}`, checks.map(src_checks/* checkLine */.tY));
    return outcomeOf(Object.values(sections).flat(), changesOf(makings));
}
function githubChecks(seen, makings) {
    return [checkToken(seen), ...seen.repositories.map(checkRepository), checkRights(seen, makings)];
}
/** Makes what is missing in each repository, one label after the other: GitHub asks for no more at a time. */
async function makeMissing({ repositories }, { needed, setup, dryRun }) {
    const makings = new Map();
    for (const repository of repositories) {
        const missing = missingLabels(repository, needed) ?? [];
        if (missing.length === 0)
            continue;
        const { name } = repository;
        makings.set(name, await createLabels(missing, { repository: name, setup: setup.github, dryRun }));
    }
    return makings;
}
function changesOf(makings) {
    return [...makings.values()].flatMap(({ made, planned }) => [...made, ...planned].map(() => 'create-label'));
}
function outcomeOf(checks, changes) {
    const missing = checks.filter(({ status }) => status === 'missing').map(({ name }) => name);
    if (missing.length === 0)
        return { result: 'checked', changes, warnings: [], checks };
    const error = new Error(`${missing.length} of ${checks.length} checks found something missing: ${missing.join('; ')}. ` +
        'The table in the job summary says for each what to do.');
    return { result: 'failed', changes, warnings: [], checks, error };
}

;// CONCATENATED MODULE: ./build/src/doctor/visit.js




/** Calls the doctor, with the clients that only the doctor uses. */
function visitDoctor(world, { inputs, fetch, env }) {
    const setup = {
        freescout: freescoutSetup({ url: inputs.freescoutUrl, apiKey: inputs.freescoutApiKey, fetch }),
        github: githubSetup({ ...(0,settle/* githubAccess */.Y)(inputs, env), fetch }),
    };
    const running = { workflowRef: env.GITHUB_WORKFLOW_REF, action: env.GITHUB_ACTION_REPOSITORY };
    return runDoctor({ world, setup, running, fix: inputs.fix });
}


/***/ })

};
