import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ createAppTokens)
/* harmony export */ });
/* unused harmony export appJwt */
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(977);

/** A token is not used any more when it ends within this time. */
const SPARE_MS = 5 * 60_000;
/**
 * Mints installation tokens that can do nothing but `contents: write` on the one repository, which is what a
 * `repository_dispatch` needs. A token is kept until shortly before it ends; deliveries that need one at the
 * same time share one minting.
 *
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app
 */
function createAppTokens({ app, repository, post, now, }) {
    let kept;
    let minting;
    async function mint() {
        const answer = await post(`/app/installations/${app.installationId}/access_tokens`, {
            token: await appJwt(app, now()),
            body: { repositories: [repository.split('/')[1]], permissions: { contents: 'write' } },
        });
        kept = readToken(answer);
        return kept.token;
    }
    return {
        get: async () => {
            if (kept && now() < kept.endsAt - SPARE_MS)
                return kept.token;
            minting ??= mint().finally(() => {
                minting = undefined;
            });
            return minting;
        },
        refused: token => {
            if (kept?.token === token)
                kept = undefined;
            return true;
        },
    };
}
/**
 * The App's own credential: a JWT (RS256) that starts 30 s ago, in case the clocks differ, and ends in 9 minutes;
 * GitHub allows 10.
 *
 * @param time milliseconds since the epoch
 */
async function appJwt({ id, key }, time) {
    const seconds = Math.floor(time / 1000);
    const encode = (part) => base64Url(new TextEncoder().encode(JSON.stringify(part)));
    const claims = { iat: seconds - 30, exp: seconds + 9 * 60, iss: id };
    const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new TextEncoder().encode(signed));
    return `${signed}.${base64Url(new Uint8Array(signature))}`;
}
const REFUSALS = {
    401: 'GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY do not belong together, or the clock of this machine is wrong',
    403: 'the App is suspended, or its owner limits it',
    404: 'GITHUB_APP_INSTALLATION_ID is no installation of this App',
    422: 'the App is not installed on GITHUB_REPOSITORY, or was not granted Contents: write',
};
function readToken({ status, body }) {
    if (status === 201) {
        const found = parsed(body);
        // An end that can't be read is taken for now: the token serves this call and is not kept.
        if (found?.token)
            return { token: found.token, endsAt: Date.parse(found.expires_at ?? '') || 0 };
    }
    const why = REFUSALS[status] ?? 'is GITHUB_API_URL the URL of a GitHub API?';
    throw new _calls_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubTrouble */ .vr(`GitHub gave the App no token (${status}): ${why}`, {
        status: 502,
        reason: 'github-refused',
    });
}
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function base64Url(bytes) {
    return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, found => ({ '+': '-', '/': '_' })[found] ?? '');
}


/***/ }),

/***/ 543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createReceiver)
});

;// CONCATENATED MODULE: ./node_modules/hono/dist/compose.js
//#region src/compose.ts
/**
* Compose middleware functions into a single function based on `koa-compose` package.
*
* @template E - The environment type.
*
* @param {[[Function, unknown], unknown][] | [[Function]][]} middleware - An array of middleware functions and their corresponding parameters.
* @param {ErrorHandler<E>} [onError] - An optional error handler function.
* @param {NotFoundHandler<E>} [onNotFound] - An optional not-found handler function.
*
* @returns {(context: Context, next?: Next) => Promise<Context>} - A composed middleware function.
*/
const compose = (middleware, onError, onNotFound) => {
	return (context, next) => {
		let index = -1;
		return dispatch(0);
		/**
		* Dispatch the middleware functions.
		*
		* @param {number} i - The current index in the middleware array.
		*
		* @returns {Promise<Context>} - A promise that resolves to the context.
		*/
		async function dispatch(i) {
			if (i <= index) throw new Error("next() called multiple times");
			index = i;
			let res;
			let isError = false;
			let handler;
			if (middleware[i]) {
				handler = middleware[i][0][0];
				context.req.routeIndex = i;
			} else handler = i === middleware.length && next || void 0;
			if (handler) try {
				res = await handler(context, () => dispatch(i + 1));
			} catch (err) {
				if (err instanceof Error && onError) {
					context.error = err;
					res = await onError(err, context);
					isError = true;
				} else throw err;
			}
			else if (context.finalized === false && onNotFound) res = await onNotFound(context);
			if (res && (context.finalized === false || isError)) context.res = res;
			return context;
		}
	};
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/url.js
//#region src/utils/url.ts
const splitPath = (path) => {
	const paths = path.split("/");
	if (paths[0] === "") paths.shift();
	return paths;
};
const url_splitRoutingPath = (routePath) => {
	const { groups, path } = extractGroupsFromPath(routePath);
	const paths = splitPath(path);
	return replaceGroupMarks(paths, groups);
};
const extractGroupsFromPath = (path) => {
	const groups = [];
	path = path.replace(/\{[^}]+\}/g, (match, index) => {
		const mark = `@${index}`;
		groups.push([mark, match]);
		return mark;
	});
	return {
		groups,
		path
	};
};
const replaceGroupMarks = (paths, groups) => {
	for (let i = groups.length - 1; i >= 0; i--) {
		const [mark] = groups[i];
		for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
			paths[j] = paths[j].replace(mark, groups[i][1]);
			break;
		}
	}
	return paths;
};
const patternCache = {};
const url_getPattern = (label, next) => {
	if (label === "*") return "*";
	const match = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
	if (match) {
		const cacheKey = `${label}#${next}`;
		if (!patternCache[cacheKey]) {
			if (match[2]) patternCache[cacheKey] = next && next[0] !== ":" && next[0] !== "*" ? [
				cacheKey,
				match[1],
				new RegExp(`^${match[2]}(?=/${next})`)
			] : [
				label,
				match[1],
				new RegExp(`^${match[2]}$`)
			];
			else patternCache[cacheKey] = [
				label,
				match[1],
				true
			];
		}
		return patternCache[cacheKey];
	}
	return null;
};
const tryDecode = (str, decoder) => {
	try {
		return decoder(str);
	} catch {
		return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match) => {
			try {
				return decoder(match);
			} catch {
				return match;
			}
		});
	}
};
/**
* Try to apply decodeURI() to given string.
* If it fails, skip invalid percent encoding or invalid UTF-8 sequences, and apply decodeURI() to the rest as much as possible.
* @param str The string to decode.
* @returns The decoded string that sometimes contains undecodable percent encoding.
* @example
* tryDecodeURI('Hello%20World') // 'Hello World'
* tryDecodeURI('Hello%20World/%A4%A2') // 'Hello World/%A4%A2'
*/
const tryDecodeURI = (str) => tryDecode(str, decodeURI);
const decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
const getPath = (request) => {
	const url = request.url;
	const start = url.indexOf("/", url.indexOf(":") + 4);
	let i = start;
	for (; i < url.length; i++) {
		const charCode = url.charCodeAt(i);
		if (charCode === 37) {
			const queryIndex = url.indexOf("?", i);
			const hashIndex = url.indexOf("#", i);
			const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
			const path = url.slice(start, end);
			const decoded = tryDecode(path, decodeURIWithPreservedPercent);
			if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
				const rewritten = new URL("http://localhost");
				rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
				if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
			}
			return decoded;
		} else if (charCode === 63 || charCode === 35) break;
	}
	return url.slice(start, i);
};
/**
* @deprecated
* Use the `URL` API instead.
*/
const getQueryStrings = (url) => {
	const queryIndex = url.indexOf("?", 8);
	if (queryIndex === -1) return "";
	const hashIndex = url.indexOf("#", 8);
	return hashIndex === -1 ? url.slice(queryIndex) : queryIndex < hashIndex ? url.slice(queryIndex, hashIndex) : "";
};
const getPathNoStrict = (request) => {
	const result = getPath(request);
	return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
/**
* Merge paths.
* @param {string[]} ...paths - The paths to merge.
* @returns {string} The merged path.
* @example
* mergePath('/api', '/users') // '/api/users'
* mergePath('/api/', '/users') // '/api/users'
* mergePath('/api', '/') // '/api'
* mergePath('/api/', '/') // '/api/'
*/
const mergePath = (base, sub, ...rest) => {
	if (rest.length) sub = mergePath(sub, ...rest);
	return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
const checkOptionalParameter = (path) => {
	if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
	const segments = path.split("/");
	const results = [];
	let basePath = "";
	segments.forEach((segment) => {
		if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
		else if (/\:/.test(segment)) {
			if (segment.charCodeAt(segment.length - 1) === 63) {
				if (results.length === 0 && basePath === "") results.push("/");
				else results.push(basePath);
				const optionalSegment = segment.slice(0, -1);
				basePath += "/" + optionalSegment;
				results.push(basePath);
			} else basePath += "/" + segment;
		}
	});
	return results.filter((v, i, a) => a.indexOf(v) === i);
};
const tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
const _decodeURI = (value) => {
	if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
	return tryDecodeURIComponent(value);
};
const _getQueryParam = (url, key, multiple) => {
	const hashIndex = url.indexOf("#", 8);
	if (hashIndex !== -1) url = url.slice(0, hashIndex);
	let encoded;
	if (!multiple && key && !/[%+&=]/.test(key)) {
		const queryIndex = url.indexOf("?", 8);
		let keyIndex = queryIndex;
		if (keyIndex === -1) return;
		if (!url.startsWith(key, keyIndex + 1)) keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		while (keyIndex !== -1) {
			const trailingKeyCode = url.charCodeAt(keyIndex + key.length + 1);
			if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
				if (keyIndex > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex))) break;
				if (trailingKeyCode === 61) {
					const valueIndex = keyIndex + key.length + 2;
					const endIndex = url.indexOf("&", valueIndex);
					return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
				}
				return "";
			}
			keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		}
		encoded = /[%+]/.test(url);
		if (!encoded) return;
	}
	const results = Object.create(null);
	encoded ??= /[%+]/.test(url);
	let keyIndex = url.indexOf("?", 8);
	while (keyIndex !== -1) {
		const nextKeyIndex = url.indexOf("&", keyIndex + 1);
		let valueIndex = url.indexOf("=", keyIndex);
		if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
		let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
		if (encoded) name = _decodeURI(name);
		keyIndex = nextKeyIndex;
		if (name === "") continue;
		let value;
		if (valueIndex === -1) value = "";
		else {
			value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
			if (encoded) value = _decodeURI(value);
		}
		if (multiple) {
			if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
			results[name].push(value);
		} else results[name] ??= value;
	}
	return key ? results[key] : results;
};
const getQueryParam = _getQueryParam;
const getQueryParams = (url, key) => {
	return _getQueryParam(url, key, true);
};
const decodeURIComponent_ = decodeURIComponent;
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/http-exception.js
//#region src/http-exception.ts
/**
* `HTTPException` must be used when a fatal error such as authentication failure occurs.
*
* @see {@link https://hono.dev/docs/api/exception}
*
* @param {StatusCode} status - status code of HTTPException
* @param {HTTPExceptionOptions} options - options of HTTPException
* @param {HTTPExceptionOptions["res"]} options.res - response of options of HTTPException
* @param {HTTPExceptionOptions["message"]} options.message - message of options of HTTPException
* @param {HTTPExceptionOptions["cause"]} options.cause - cause of options of HTTPException
*
* @example
* ```ts
* import { HTTPException } from 'hono/http-exception'
*
* // ...
*
* app.post('/auth', async (c, next) => {
*   // authentication
*   if (authorized === false) {
*     throw new HTTPException(401, { message: 'Custom error message' })
*   }
*   await next()
* })
* ```
*/
var http_exception_HTTPException = class extends Error {
	res;
	status;
	/**
	* Creates an instance of `HTTPException`.
	* @param status - HTTP status code for the exception. Defaults to 500.
	* @param options - Additional options for the exception.
	*/
	constructor(status = 500, options) {
		super(options?.message, { cause: options?.cause });
		this.res = options?.res;
		this.status = status;
	}
	/**
	* Returns the response object associated with the exception.
	* If a response object is not provided, a new response is created with the error message and status code.
	* @returns The response object.
	*/
	getResponse() {
		if (this.res) return new Response(this.res.body, {
			status: this.status,
			headers: this.res.headers
		});
		return new Response(this.message, { status: this.status });
	}
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/request/constants.js
//#region src/request/constants.ts
const GET_MATCH_RESULT = Symbol();
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/buffer.js

//#region src/utils/buffer.ts
/**
* @module
* Buffer utility.
*/
const equal = (a, b) => {
	if (a === b) return true;
	if (a.byteLength !== b.byteLength) return false;
	const va = new DataView(a);
	const vb = new DataView(b);
	let i = va.byteLength;
	while (i--) if (va.getUint8(i) !== vb.getUint8(i)) return false;
	return true;
};
const constantTimeEqualString = (a, b) => {
	const aLen = a.length;
	const bLen = b.length;
	const maxLen = Math.max(aLen, bLen);
	let out = aLen ^ bLen;
	for (let i = 0; i < maxLen; i++) {
		const aChar = i < aLen ? a.charCodeAt(i) : 0;
		const bChar = i < bLen ? b.charCodeAt(i) : 0;
		out |= aChar ^ bChar;
	}
	return out === 0;
};
const timingSafeEqualString = async (a, b, hashFunction) => {
	if (!hashFunction) hashFunction = sha256;
	const [sa, sb] = await Promise.all([hashFunction(a), hashFunction(b)]);
	if (sa == null || sb == null || typeof sa !== "string" || typeof sb !== "string") return false;
	const hashEqual = constantTimeEqualString(sa, sb);
	const originalEqual = constantTimeEqualString(a, b);
	return hashEqual && originalEqual;
};
const timingSafeEqual = async (a, b, hashFunction) => {
	if (typeof a === "string" && typeof b === "string") return timingSafeEqualString(a, b, hashFunction);
	if (!hashFunction) hashFunction = sha256;
	const [sa, sb] = await Promise.all([hashFunction(a), hashFunction(b)]);
	if (!sa || !sb || typeof sa !== "string" || typeof sb !== "string") return false;
	return timingSafeEqualString(sa, sb);
};
const bufferToString = (buffer) => {
	if (buffer instanceof ArrayBuffer) return new TextDecoder("utf-8").decode(buffer);
	return buffer;
};
const bufferToFormData = (arrayBuffer, contentType) => {
	return new Response(arrayBuffer, { headers: { "Content-Type": contentType.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/body.js

//#region src/utils/body.ts
const MAX_NESTED_OBJECTS = 1e4;
const isRawRequest = (request) => "headers" in request;
const parseBody = async (request, options = Object.create(null)) => {
	const { all = false, dot = false } = options;
	const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
	if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
		all,
		dot
	});
	return {};
};
/**
* Parses form data from a request.
*
* @template T - The type of the parsed body data.
* @param {HonoRequest | Request} request - The request object containing form data.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {Promise<T>} The parsed body data.
*/
async function parseFormData(request, options) {
	if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
	const headers = isRawRequest(request) ? request.headers : request.raw.headers;
	const arrayBuffer = await request.arrayBuffer();
	const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
	if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
	const formData = await formDataPromise;
	if (formData) return convertFormDataToBodyData(formData, options);
	return {};
}
/**
* Converts form data to body data based on the provided options.
*
* @template T - The type of the parsed body data.
* @param {FormData} formData - The form data to convert.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {T} The converted body data.
*/
function convertFormDataToBodyData(formData, options) {
	const form = Object.create(null);
	const nestingState = { count: 0 };
	formData.forEach((value, key) => {
		if (!(options.all || key.endsWith("[]"))) form[key] = value;
		else handleParsingAllValues(form, key, value);
	});
	if (options.dot) Object.entries(form).forEach(([key, value]) => {
		if (key.includes(".")) {
			handleParsingNestedValues(form, key, value, nestingState);
			delete form[key];
		}
	});
	return form;
}
/**
* Handles parsing all values for a given key, supporting multiple values as arrays.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The key to parse.
* @param {FormDataEntryValue} value - The value to assign.
*/
const handleParsingAllValues = (form, key, value) => {
	if (form[key] !== void 0) {
		if (Array.isArray(form[key])) form[key].push(value);
		else form[key] = [form[key], value];
	} else if (!key.endsWith("[]")) form[key] = value;
	else form[key] = [value];
};
/**
* Handles parsing nested values using dot notation keys.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The dot notation key.
* @param {BodyDataValue} value - The value to assign.
* @param {{ count: number }} state - The state object tracking nesting depth.
*/
const handleParsingNestedValues = (form, key, value, state) => {
	if (/(?:^|\.)__proto__\./.test(key)) return;
	let nestedForm = form;
	const keys = key.split(".", 34);
	if (keys.length > 33) throwNestingLimitExceeded();
	keys.forEach((key, index) => {
		if (index === keys.length - 1) nestedForm[key] = value;
		else {
			if (!nestedForm[key] || typeof nestedForm[key] !== "object" || Array.isArray(nestedForm[key]) || nestedForm[key] instanceof File) {
				if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
				nestedForm[key] = Object.create(null);
			}
			nestedForm = nestedForm[key];
		}
	});
};
const throwNestingLimitExceeded = () => {
	throw new Error("Nesting limit exceeded");
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/request.js




//#region src/request.ts
var HonoRequest = class {
	/**
	* `.raw` can get the raw Request object.
	*
	* @see {@link https://hono.dev/docs/api/request#raw}
	*
	* @example
	* ```ts
	* // For Cloudflare Workers
	* app.post('/', async (c) => {
	*   const metadata = c.req.raw.cf?.hostMetadata?
	*   ...
	* })
	* ```
	*/
	raw;
	#validatedData;
	#matchResult;
	routeIndex = 0;
	/**
	* `.path` can get the pathname of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#path}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const pathname = c.req.path // `/about/me`
	* })
	* ```
	*/
	path;
	bodyCache = {};
	constructor(request, path = "/", matchResult = [[]]) {
		this.raw = request;
		this.path = path;
		this.#matchResult = matchResult;
	}
	param(key) {
		return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
	}
	#getDecodedParam(key) {
		const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
		const param = this.#getParamValue(paramKey);
		return param && tryDecodeURIComponent(param);
	}
	#getAllDecodedParams() {
		const decoded = {};
		const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
		for (const key of keys) {
			const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
			if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
		}
		return decoded;
	}
	#getParamValue(paramKey) {
		return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
	}
	query(key) {
		return getQueryParam(this.url, key);
	}
	queries(key) {
		return getQueryParams(this.url, key);
	}
	header(name) {
		if (name) return this.raw.headers.get(name) ?? void 0;
		const headerData = Object.create(null);
		this.raw.headers.forEach((value, key) => {
			headerData[key] = value;
		});
		return headerData;
	}
	async parseBody(options) {
		return parseBody(this, options);
	}
	#cachedBody = (key) => {
		const { bodyCache, raw } = this;
		const cachedBody = bodyCache[key];
		if (cachedBody) return cachedBody;
		for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
			if (anyCachedKey === "json") body = JSON.stringify(body);
			const contentType = anyCachedKey === "formData" ? void 0 : raw.headers.get("content-type");
			return new Response(body, { headers: contentType ? { "Content-Type": contentType } : void 0 })[key]();
		});
		return bodyCache[key] = raw[key]();
	};
	/**
	* `.json()` can parse Request body of type `application/json`
	*
	* @see {@link https://hono.dev/docs/api/request#json}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.json()
	* })
	* ```
	*/
	json() {
		return this.#cachedBody("text").then((text) => JSON.parse(text));
	}
	/**
	* `.text()` can parse Request body of type `text/plain`
	*
	* @see {@link https://hono.dev/docs/api/request#text}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.text()
	* })
	* ```
	*/
	text() {
		return this.#cachedBody("text");
	}
	/**
	* `.arrayBuffer()` parse Request body as an `ArrayBuffer`
	*
	* @see {@link https://hono.dev/docs/api/request#arraybuffer}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.arrayBuffer()
	* })
	* ```
	*/
	arrayBuffer() {
		return this.#cachedBody("arrayBuffer");
	}
	/**
	* `.bytes()` parses the request body as a `Uint8Array`.
	*
	* @see {@link https://hono.dev/docs/api/request#bytes}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.bytes()
	* })
	* ```
	*/
	bytes() {
		return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
	}
	/**
	* Parses the request body as a `Blob`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.blob();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#blob
	*/
	blob() {
		return this.#cachedBody("blob");
	}
	/**
	* Parses the request body as `FormData`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.formData();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#formdata
	*/
	formData() {
		return this.#cachedBody("formData");
	}
	/**
	* Adds validated data to the request.
	*
	* @param target - The target of the validation.
	* @param data - The validated data to add.
	*/
	addValidatedData(target, data) {
		(this.#validatedData ??= {})[target] = data;
	}
	valid(target) {
		return this.#validatedData?.[target];
	}
	/**
	* `.url` can get the request url strings.
	*
	* @see {@link https://hono.dev/docs/api/request#url}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const url = c.req.url // `http://localhost:8787/about/me`
	*   ...
	* })
	* ```
	*/
	get url() {
		return this.raw.url;
	}
	/**
	* `.method` can get the method name of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#method}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const method = c.req.method // `GET`
	* })
	* ```
	*/
	get method() {
		return this.raw.method;
	}
	get [GET_MATCH_RESULT]() {
		return this.#matchResult;
	}
	/**
	* `.matchedRoutes` can return a matched route in the handler
	*
	* @deprecated
	*
	* Use matchedRoutes helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#matchedroutes}
	*
	* @example
	* ```ts
	* app.use('*', async function logger(c, next) {
	*   await next()
	*   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
	*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
	*     console.log(
	*       method,
	*       ' ',
	*       path,
	*       ' '.repeat(Math.max(10 - path.length, 0)),
	*       name,
	*       i === c.req.routeIndex ? '<- respond from here' : ''
	*     )
	*   })
	* })
	* ```
	*/
	get matchedRoutes() {
		return this.#matchResult[0].map(([[, route]]) => route);
	}
	/**
	* `.routePath` can retrieve the path registered within the handler
	*
	* @deprecated
	*
	* Use routePath helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#routepath}
	*
	* @example
	* ```ts
	* app.get('/posts/:id', (c) => {
	*   return c.json({ path: c.req.routePath })
	* })
	* ```
	*/
	get routePath() {
		return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
	}
};
/**
* Clones a HonoRequest's underlying raw Request object.
*
* This utility handles both consumed and unconsumed request bodies:
* - If the request body hasn't been consumed, it uses the native `clone()` method
* - If the request body has been consumed, it reconstructs a new Request using cached body data
*
* This is particularly useful when you need to:
* - Process the same request body multiple times
* - Pass requests to external services after validation
*
* @param req - The HonoRequest object to clone
* @returns A Promise that resolves to a new Request object with the same properties
* @throws {HTTPException} If the request body was consumed directly via `req.raw`
*   without using HonoRequest methods (e.g., `req.json()`, `req.text()`), making it
*   impossible to reconstruct the body from cache
*
* @example
* ```ts
* // Clone after consuming the body (e.g., after validation)
* app.post('/forward',
*   validator('json', (data) => data),
*   async (c) => {
*     const validated = c.req.valid('json')
*     // Body has been consumed, but cloneRawRequest still works
*     const clonedReq = await cloneRawRequest(c.req)
*     return fetch('http://backend-service.com', clonedReq)
*   }
* )
* ```
*/
const cloneRawRequest = async (req) => {
	if (!req.raw.bodyUsed) return req.raw.clone();
	const cacheKey = Object.keys(req.bodyCache)[0];
	if (!cacheKey) throw new HTTPException(500, { message: "Cannot clone request: body was already consumed and not cached. Please use HonoRequest methods (e.g., req.json(), req.text()) instead of consuming req.raw directly." });
	let body = await req[cacheKey]();
	const headers = req.header();
	if (cacheKey === "json") {
		body = JSON.stringify(body);
		delete headers["content-length"];
	} else if (body instanceof FormData) {
		delete headers["content-type"];
		delete headers["content-length"];
	}
	const requestInit = {
		body,
		cache: req.raw.cache,
		credentials: req.raw.credentials,
		headers,
		integrity: req.raw.integrity,
		keepalive: req.raw.keepalive,
		method: req.method,
		mode: req.raw.mode,
		redirect: req.raw.redirect,
		referrer: req.raw.referrer,
		referrerPolicy: req.raw.referrerPolicy,
		signal: req.raw.signal
	};
	return new Request(req.url, requestInit);
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/html.js
//#region src/utils/html.ts
/**
* @module
* HTML utility.
*/
const HtmlEscapedCallbackPhase = {
	Stringify: 1,
	BeforeStream: 2,
	Stream: 3
};
const raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
const escapeRe = /[&<>'"]/;
const stringBufferToString = async (buffer, callbacks) => {
	let str = "";
	callbacks ||= [];
	const resolvedBuffer = await Promise.all(buffer);
	for (let i = resolvedBuffer.length - 1;; i--) {
		str += resolvedBuffer[i];
		i--;
		if (i < 0) break;
		let r = resolvedBuffer[i];
		if (r == null || typeof r === "boolean") continue;
		if (typeof r === "number") {
			str += r;
			continue;
		}
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		const isEscaped = r.isEscaped;
		r = await (typeof r === "object" ? r.toString() : r);
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		if (r.isEscaped ?? isEscaped) str += r;
		else {
			const buf = [str];
			escapeToBuffer(r, buf);
			str = buf[0];
		}
	}
	return raw(str, callbacks);
};
const escapeToBuffer = (str, buffer) => {
	const match = str.search(escapeRe);
	if (match === -1) {
		buffer[0] += str;
		return;
	}
	let escape;
	let index;
	let lastIndex = 0;
	for (index = match; index < str.length; index++) {
		switch (str.charCodeAt(index)) {
			case 34:
				escape = "&quot;";
				break;
			case 39:
				escape = "&#39;";
				break;
			case 38:
				escape = "&amp;";
				break;
			case 60:
				escape = "&lt;";
				break;
			case 62:
				escape = "&gt;";
				break;
			default: continue;
		}
		buffer[0] += str.substring(lastIndex, index) + escape;
		lastIndex = index + 1;
	}
	buffer[0] += str.substring(lastIndex, index);
};
const resolveCallbackSync = (str) => {
	const callbacks = str.callbacks;
	if (!callbacks?.length) return str;
	const buffer = [str];
	const context = {};
	callbacks.forEach((c) => c({
		phase: HtmlEscapedCallbackPhase.Stringify,
		buffer,
		context
	}));
	return buffer[0];
};
const resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	if (preserveCallbacks) return raw(await resStr, callbacks);
	else return resStr;
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/context.js


//#region src/context.ts
const TEXT_PLAIN = "text/plain; charset=UTF-8";
const setDefaultContentType = (contentType, headers) => {
	return {
		"Content-Type": contentType,
		...headers
	};
};
const createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
	#rawRequest;
	#req;
	/**
	* `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
	*
	* @see {@link https://hono.dev/docs/api/context#env}
	*
	* @example
	* ```ts
	* // Environment object for Cloudflare Workers
	* app.get('*', async c => {
	*   const counter = c.env.COUNTER
	* })
	* ```
	*/
	env = {};
	#var;
	finalized = false;
	/**
	* `.error` can get the error object from the middleware if the Handler throws an error.
	*
	* @see {@link https://hono.dev/docs/api/context#error}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   await next()
	*   if (c.error) {
	*     // do something...
	*   }
	* })
	* ```
	*/
	error;
	#status;
	#executionCtx;
	#res;
	#layout;
	#renderer;
	#notFoundHandler;
	#preparedHeaders;
	#matchResult;
	#path;
	/**
	* Creates an instance of the Context class.
	*
	* @param req - The Request object.
	* @param options - Optional configuration options for the context.
	*/
	constructor(req, options) {
		this.#rawRequest = req;
		if (options) {
			this.#executionCtx = options.executionCtx;
			this.env = options.env;
			this.#notFoundHandler = options.notFoundHandler;
			this.#path = options.path;
			this.#matchResult = options.matchResult;
		}
	}
	/**
	* `.req` is the instance of {@link HonoRequest}.
	*/
	get req() {
		this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
		return this.#req;
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#event}
	* The FetchEvent associated with the current request.
	*
	* @throws Will throw an error if the context does not have a FetchEvent.
	*/
	get event() {
		if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no FetchEvent");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#executionctx}
	* The ExecutionContext associated with the current request.
	*
	* @throws Will throw an error if the context does not have an ExecutionContext.
	*/
	get executionCtx() {
		if (this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no ExecutionContext");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#res}
	* The Response object for the current request.
	*/
	get res() {
		return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
	}
	/**
	* Sets the Response object for the current request.
	*
	* @param _res - The Response object to set.
	*/
	set res(_res) {
		if (this.#res && _res) {
			_res = createResponseInstance(_res.body, _res);
			for (const [k, v] of this.#res.headers.entries()) {
				if (k === "content-type") continue;
				if (k === "set-cookie") {
					const cookies = this.#res.headers.getSetCookie();
					_res.headers.delete("set-cookie");
					for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
				} else _res.headers.set(k, v);
			}
		}
		this.#res = _res;
		this.finalized = true;
	}
	/**
	* `.render()` can create a response within a layout.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   return c.render('Hello!')
	* })
	* ```
	*/
	render = (...args) => {
		this.#renderer ??= (content) => this.html(content);
		return this.#renderer(...args);
	};
	/**
	* Sets the layout for the response.
	*
	* @param layout - The layout to set.
	* @returns The layout function.
	*/
	setLayout = (layout) => this.#layout = layout;
	/**
	* Gets the current layout for the response.
	*
	* @returns The current layout function.
	*/
	getLayout = () => this.#layout;
	/**
	* `.setRenderer()` can set the layout in the custom middleware.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```tsx
	* app.use('*', async (c, next) => {
	*   c.setRenderer((content) => {
	*     return c.html(
	*       <html>
	*         <body>
	*           <p>{content}</p>
	*         </body>
	*       </html>
	*     )
	*   })
	*   await next()
	* })
	* ```
	*/
	setRenderer = (renderer) => {
		this.#renderer = renderer;
	};
	/**
	* `.header()` can set headers.
	*
	* @see {@link https://hono.dev/docs/api/context#header}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*
	*   // Append multiple headers using the append option (e.g. Vary)
	*   c.header('Vary', 'Accept-Encoding', { append: true })
	*   c.header('Vary', 'User-Agent', { append: true })
	*
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	header = (name, value, options) => {
		if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
		const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
		if (value === void 0) headers.delete(name);
		else if (options?.append) headers.append(name, value);
		else headers.set(name, value);
	};
	status = (status) => {
		this.#status = status;
	};
	/**
	* `.set()` can set the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   c.set('message', 'Hono is hot!!')
	*   await next()
	* })
	* ```
	*/
	set = (key, value) => {
		this.#var ??= /* @__PURE__ */ new Map();
		this.#var.set(key, value);
	};
	/**
	* `.get()` can use the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   const message = c.get('message')
	*   return c.text(`The message is "${message}"`)
	* })
	* ```
	*/
	get = (key) => {
		return this.#var ? this.#var.get(key) : void 0;
	};
	/**
	* `.var` can access the value of a variable.
	*
	* @see {@link https://hono.dev/docs/api/context#var}
	*
	* @example
	* ```ts
	* const result = c.var.client.oneMethod()
	* ```
	*/
	get var() {
		if (!this.#var) return {};
		return Object.fromEntries(this.#var);
	}
	#newResponse(data, arg, headers) {
		let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
		if (typeof arg === "object" && arg.headers) {
			responseHeaders ??= new Headers();
			for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
			else responseHeaders.set(key, value);
		}
		if (headers) {
			if (!responseHeaders) {
				let count = 0;
				for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
					responseHeaders = new Headers();
					break;
				}
			}
			if (responseHeaders) for (const k in headers) {
				const v = headers[k];
				if (typeof v === "string") responseHeaders.set(k, v);
				else {
					responseHeaders.delete(k);
					for (const v2 of v) responseHeaders.append(k, v2);
				}
			}
		}
		const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
		return createResponseInstance(data, {
			status,
			headers: responseHeaders ?? headers
		});
	}
	newResponse = (...args) => this.#newResponse(...args);
	/**
	* `.body()` can return the HTTP response.
	* You can set headers with `.header()` and set HTTP status code with `.status`.
	* This can also be set in `.text()`, `.json()` and so on.
	*
	* @see {@link https://hono.dev/docs/api/context#body}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*   // Set HTTP status code
	*   c.status(201)
	*
	*   // Return the response body
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	body = (data, arg, headers) => this.#newResponse(data, arg, headers);
	/**
	* `.text()` can render text as `Content-Type:text/plain`.
	*
	* @see {@link https://hono.dev/docs/api/context#text}
	*
	* @example
	* ```ts
	* app.get('/say', (c) => {
	*   return c.text('Hello!')
	* })
	* ```
	*/
	text = (text, arg, headers) => {
		return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
	};
	/**
	* `.json()` can render JSON as `Content-Type:application/json`.
	*
	* @see {@link https://hono.dev/docs/api/context#json}
	*
	* @example
	* ```ts
	* app.get('/api', (c) => {
	*   return c.json({ message: 'Hello!' })
	* })
	* ```
	*/
	json = (object, arg, headers) => {
		return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
	};
	html = (html, arg, headers) => {
		const res = (html) => this.#newResponse(html, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
		return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
	};
	/**
	* `.redirect()` can Redirect, default status code is 302.
	*
	* @see {@link https://hono.dev/docs/api/context#redirect}
	*
	* @example
	* ```ts
	* app.get('/redirect', (c) => {
	*   return c.redirect('/')
	* })
	* app.get('/redirect-permanently', (c) => {
	*   return c.redirect('/', 301)
	* })
	* ```
	*/
	redirect = (location, status) => {
		const locationString = String(location);
		this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
		return this.newResponse(null, status ?? 302);
	};
	/**
	* `.notFound()` can return the Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/context#notfound}
	*
	* @example
	* ```ts
	* app.get('/notfound', (c) => {
	*   return c.notFound()
	* })
	* ```
	*/
	notFound = () => {
		this.#notFoundHandler ??= () => createResponseInstance();
		return this.#notFoundHandler(this);
	};
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/helper/route/index.js


//#region src/helper/route/index.ts
/**
* Get matched routes in the handler
*
* @param {Context} c - The context object
* @returns An array of matched routes
*
* @example
* ```ts
* import { matchedRoutes } from 'hono/route'
*
* app.use('*', async function logger(c, next) {
*   await next()
*   matchedRoutes(c).forEach(({ handler, method, path }, i) => {
*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
*     console.log(
*       method,
*       ' ',
*       path,
*       ' '.repeat(Math.max(10 - path.length, 0)),
*       name,
*       i === c.req.routeIndex ? '<- respond from here' : ''
*     )
*   })
* })
* ```
*/
const matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
/**
* Get the route path registered within the handler
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The route path registered within the handler
*
* @example
* ```ts
* import { routePath } from 'hono/route'
*
* app.use('*', (c, next) => {
*   console.log(routePath(c)) // '*'
*   console.log(routePath(c, -1)) // '/posts/:id'
*   return next()
* })
*
* app.get('/posts/:id', (c) => {
*   return c.text(routePath(c)) // '/posts/:id'
* })
* ```
*/
const routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";
/**
* Get the basePath of the as-is route specified by routing.
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The basePath of the as-is route specified by routing.
*
* @example
* ```ts
* import { baseRoutePath } from 'hono/route'
*
* const app = new Hono()
*
* const subApp = new Hono()
* subApp.get('/posts/:id', (c) => {
*   return c.text(baseRoutePath(c)) // '/:sub'
* })
*
* app.route('/:sub', subApp)
* ```
*/
const baseRoutePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.basePath ?? "";
/**
* Get the basePath with embedded parameters
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The basePath with embedded parameters.
*
* @example
* ```ts
* import { basePath } from 'hono/route'
*
* const app = new Hono()
*
* const subApp = new Hono()
* subApp.get('/posts/:id', (c) => {
*   return c.text(basePath(c)) // '/requested-sub-app-path'
* })
*
* app.route('/:sub', subApp)
* ```
*/
const basePathCacheMap = /* @__PURE__ */ new WeakMap();
const basePath = (c, index) => {
	index ??= c.req.routeIndex;
	const cache = basePathCacheMap.get(c) || [];
	if (typeof cache[index] === "string") return cache[index];
	let result;
	const rp = baseRoutePath(c, index);
	if (!/[:*]/.test(rp)) result = rp;
	else {
		const paths = splitRoutingPath(rp);
		const reqPath = c.req.path;
		let basePathLength = 0;
		for (let i = 0, len = paths.length; i < len; i++) {
			const pattern = getPattern(paths[i], paths[i + 1]);
			if (pattern) {
				const re = pattern[2] === true || pattern === "*" ? /[^\/]+/ : pattern[2];
				const restPath = reqPath.substring(basePathLength + 1);
				const segment = restPath.split("/", 1)[0];
				basePathLength += (restPath.match(re)?.[0] ?? (re.test(segment) ? segment : "")).length;
			} else basePathLength += paths[i].length;
			basePathLength += 1;
		}
		result = reqPath.substring(0, basePathLength);
	}
	cache[index] = result;
	basePathCacheMap.set(c, cache);
	return result;
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/router.js
//#region src/router.ts
/**
* @module
* This module provides types definitions and variables for the routers.
*/
/**
* Constant representing all HTTP methods in uppercase.
*/
const METHOD_NAME_ALL = "ALL";
/**
* Constant representing all HTTP methods in lowercase.
*/
const METHOD_NAME_ALL_LOWERCASE = "all";
/**
* Array of supported HTTP methods.
*/
const METHODS = [
	"get",
	"post",
	"put",
	"delete",
	"options",
	"patch",
	"query"
];
/**
* Error message indicating that a route cannot be added because the matcher is already built.
*/
const MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
/**
* Error class representing an unsupported path error.
*/
var UnsupportedPathError = class extends Error {};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/constants.js
//#region src/utils/constants.ts
/**
* Constant used to mark a composed handler.
*/
const COMPOSED_HANDLER = "__COMPOSED_HANDLER";
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/mount.js



//#region src/utils/mount.ts
const countTrailingSlashes = (path) => {
	let index = path.length;
	while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
	return path.length - index;
};
const getPathPrefixLength = (c, pathPrefix, routePath) => {
	if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
	const path = c.req.path;
	const matchResult = c.req[GET_MATCH_RESULT];
	const paramNames = /* @__PURE__ */ new Set();
	let length = 0;
	for (const part of url_splitRoutingPath(pathPrefix)) {
		if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath}".`);
		const pattern = url_getPattern(part);
		if (pattern && pattern !== "*") {
			const name = pattern[1];
			if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath}".`);
			paramNames.add(name);
		}
		if (pattern && pattern !== "*" && pattern[2] !== true) {
			const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
			length += value.length + 1;
		} else if (pattern || part.endsWith("*")) {
			const end = path.indexOf("/", length + 1);
			length = end === -1 ? path.length : end;
		} else length += part.length + 1;
	}
	return length;
};
const createMountedRequest = (c, pathPrefix, routePath) => {
	if (/[^/]\*$/.test(routePath)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath}".`);
	const prefixLength = getPathPrefixLength(c, pathPrefix, routePath);
	const path = c.req.path.slice(prefixLength) || "/";
	if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new http_exception_HTTPException(400, { message: "Invalid mounted path" });
	const rawUrl = c.req.raw.url;
	if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new http_exception_HTTPException(400, { message: "Invalid mounted path" });
	const rawPathEnd = rawUrl.search(/[?#]/);
	const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
	if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new http_exception_HTTPException(400, { message: "Invalid mounted path" });
	const url = new URL(rawUrl);
	url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
	if (path.includes("%")) {}
	return new Request(url, c.req.raw);
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/hono-base.js







//#region src/hono-base.ts
/**
* @module
* This module is the base module for the Hono object.
*/
const notFoundHandler = (c) => {
	return c.text("404 Not Found", 404);
};
const errorHandler = (err, c) => {
	if ("getResponse" in err) {
		const res = err.getResponse();
		return c.newResponse(res.body, res);
	}
	console.error(err);
	return c.text("Internal Server Error", 500);
};
var Hono = class Hono {
	get;
	post;
	put;
	delete;
	options;
	patch;
	query;
	all;
	on;
	use;
	router;
	getPath;
	_basePath = "/";
	#path = "/";
	routes = [];
	constructor(options = {}) {
		[...METHODS, "all"].forEach((method) => {
			this[method] = (args1, ...args) => {
				const methodName = method.toUpperCase();
				if (typeof args1 === "string") this.#path = args1;
				else this.#addRoute(methodName, this.#path, args1);
				args.forEach((handler) => {
					this.#addRoute(methodName, this.#path, handler);
				});
				return this;
			};
		});
		this.on = (method, path, ...handlers) => {
			for (const p of [path].flat()) {
				this.#path = p;
				for (const m of [method].flat()) {
					const methodName = m.toUpperCase();
					for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
				}
			}
			return this;
		};
		this.use = (arg1, ...handlers) => {
			if (typeof arg1 === "string") this.#path = arg1;
			else {
				this.#path = "*";
				handlers.unshift(arg1);
			}
			handlers.forEach((handler) => {
				this.#addRoute("ALL", this.#path, handler);
			});
			return this;
		};
		const { strict, ...optionsWithoutStrict } = options;
		Object.assign(this, optionsWithoutStrict);
		this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
	}
	#clone() {
		const clone = new Hono({
			router: this.router,
			getPath: this.getPath
		});
		clone.errorHandler = this.errorHandler;
		clone.#notFoundHandler = this.#notFoundHandler;
		clone.routes = this.routes;
		return clone;
	}
	#notFoundHandler = notFoundHandler;
	errorHandler = errorHandler;
	/**
	* `.route()` allows grouping other Hono instance in routes.
	*
	* @see {@link https://hono.dev/docs/api/routing#grouping}
	*
	* @param {string} path - base Path
	* @param {Hono} app - other Hono instance
	* @returns {Hono} routed Hono instance
	*
	* @example
	* ```ts
	* const app = new Hono()
	* const app2 = new Hono()
	*
	* app2.get("/user", (c) => c.text("user"))
	* app.route("/api", app2) // GET /api/user
	* ```
	*/
	route(path, app) {
		const subApp = this.basePath(path);
		app.routes.map((r) => {
			let handler;
			if (app.errorHandler === errorHandler) handler = r.handler;
			else {
				handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
				handler[COMPOSED_HANDLER] = r.handler;
			}
			subApp.#addRoute(r.method, r.path, handler, r.basePath);
		});
		return this;
	}
	/**
	* `.basePath()` allows base paths to be specified.
	*
	* @see {@link https://hono.dev/docs/api/routing#base-path}
	*
	* @param {string} path - base Path
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* const api = new Hono().basePath('/api')
	* ```
	*/
	basePath(path) {
		const subApp = this.#clone();
		subApp._basePath = mergePath(this._basePath, path);
		return subApp;
	}
	/**
	* `.onError()` handles an error and returns a customized Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#error-handling}
	*
	* @param {ErrorHandler} handler - request Handler for error
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.onError((err, c) => {
	*   console.error(`${err}`)
	*   return c.text('Custom Error Message', 500)
	* })
	* ```
	*/
	onError = (handler) => {
		this.errorHandler = handler;
		return this;
	};
	/**
	* `.notFound()` allows you to customize a Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#not-found}
	*
	* @param {NotFoundHandler} handler - request handler for not-found
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.notFound((c) => {
	*   return c.text('Custom 404 Message', 404)
	* })
	* ```
	*/
	notFound = (handler) => {
		this.#notFoundHandler = handler;
		return this;
	};
	/**
	* `.mount()` allows you to mount applications built with other frameworks into your Hono application.
	*
	* @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
	*
	* @see {@link https://hono.dev/docs/api/hono#mount}
	*
	* @param {string} path - base Path
	* @param {Function} applicationHandler - other Request Handler
	* @param {MountOptions} [options] - options of `.mount()`
	* @returns {Hono} mounted Hono instance
	* @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
	* @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
	*
	* @example
	* ```ts
	* import { Router as IttyRouter } from 'itty-router'
	* import { Hono } from 'hono'
	* // Create itty-router application
	* const ittyRouter = IttyRouter()
	* // GET /itty-router/hello
	* ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
	*
	* const app = new Hono()
	* app.mount('/itty-router', ittyRouter.handle)
	* ```
	*
	* @example
	* ```ts
	* const app = new Hono()
	* // Send the request to another application without modification.
	* app.mount('/app', anotherApp, {
	*   replaceRequest: (req) => req,
	* })
	* ```
	*/
	mount(path, applicationHandler, options) {
		let replaceRequest;
		let optionHandler;
		if (options) {
			if (typeof options === "function") optionHandler = options;
			else {
				optionHandler = options.optionHandler;
				if (options.replaceRequest === false) replaceRequest = (request) => request;
				else replaceRequest = options.replaceRequest;
			}
		}
		const getOptions = optionHandler ? (c) => {
			const options = optionHandler(c);
			return Array.isArray(options) ? options : [options];
		} : (c) => {
			let executionContext = void 0;
			try {
				executionContext = c.executionCtx;
			} catch {}
			return [c.env, executionContext];
		};
		const defaultReplaceRequest = (c) => {
			const mountedRoutePath = routePath(c);
			return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
		};
		const handler = async (c, next) => {
			const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
			if (res) return res;
			await next();
		};
		this.#addRoute("ALL", mergePath(path, "*"), handler);
		return this;
	}
	#addRoute(method, path, handler, baseRoutePath) {
		path = mergePath(this._basePath, path);
		const r = {
			basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
			path,
			method,
			handler
		};
		this.router.add(method, path, [handler, r]);
		this.routes.push(r);
	}
	#handleError(err, c) {
		if (err instanceof Error) return this.errorHandler(err, c);
		throw err;
	}
	#dispatch(request, executionCtx, env, method) {
		if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
		const path = this.getPath(request, { env });
		const matchResult = this.router.match(method, path);
		const c = new Context(request, {
			path,
			matchResult,
			env,
			executionCtx,
			notFoundHandler: this.#notFoundHandler
		});
		if (matchResult[0].length === 1) {
			let res;
			try {
				res = matchResult[0][0][0][0](c, async () => {
					c.res = await this.#notFoundHandler(c);
				});
			} catch (err) {
				return this.#handleError(err, c);
			}
			return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
		}
		const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
		return (async () => {
			try {
				const context = await composed(c);
				if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
				return context.res;
			} catch (err) {
				return this.#handleError(err, c);
			}
		})();
	}
	/**
	* `.fetch()` will be entry point of your app.
	*
	* @see {@link https://hono.dev/docs/api/hono#fetch}
	*
	* @param {Request} request - request Object of request
	* @param {Env} env - env Object
	* @param {ExecutionContext} executionCtx - context of execution
	* @returns {Response | Promise<Response>} response of request
	*
	*/
	fetch = (request, ...rest) => {
		return this.#dispatch(request, rest[1], rest[0], request.method);
	};
	/**
	* `.request()` is a useful method for testing.
	* You can pass a URL or pathname to send a GET request.
	* app will return a Response object.
	* ```ts
	* test('GET /hello is ok', async () => {
	*   const res = await app.request('/hello')
	*   expect(res.status).toBe(200)
	* })
	* ```
	* @see https://hono.dev/docs/api/hono#request
	*/
	request = (input, requestInit, Env, executionCtx) => {
		if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
		input = input.toString();
		return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
	};
	/**
	* `.fire()` automatically adds a global fetch event listener.
	* This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
	* @deprecated
	* Use `fire` from `hono/service-worker` instead.
	* ```ts
	* import { Hono } from 'hono'
	* import { fire } from 'hono/service-worker'
	*
	* const app = new Hono()
	* // ...
	* fire(app)
	* ```
	* @see https://hono.dev/docs/api/hono#fire
	* @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
	* @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
	*/
	fire = () => {
		addEventListener("fetch", (event) => {
			event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
		});
	};
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/router/pattern-router/router.js

//#region src/router/pattern-router/router.ts
const emptyParams = Object.create(null);
var PatternRouter = class {
	name = "PatternRouter";
	#routes = [];
	add(method, path, handler) {
		const suffix = path.endsWith("/*") ? "(?:$|/)" : path.endsWith("*") ? "" : "/?$";
		path = path.replace(/\*$/, "");
		if (path.at(-1) === "?") {
			path = path.slice(0, -1);
			this.add(method, path.replace(/\/[^/]+$/, ""), handler);
		}
		const parts = (path.match(/\/?(:\w+(?:{(?:(?:{[\d,]+})|[^}])+})?)|\/?[^\/\?]+/g) || []).map((part) => {
			const match = part.match(/^\/:([^{]+)(?:{(.*)})?/);
			return match ? `/(?<${match[1]}>${match[2] || "[^/]+"})` : part === "/*" ? "/[^/]+" : part.replace(/[.\\+*[^\]$()]/g, "\\$&");
		});
		try {
			this.#routes.push([
				new RegExp(`^${parts.join("")}${suffix}`),
				method,
				handler
			]);
		} catch {
			throw new UnsupportedPathError();
		}
	}
	match(method, path) {
		const handlers = [];
		for (let i = 0, len = this.#routes.length; i < len; i++) {
			const [pattern, routeMethod, handler] = this.#routes[i];
			if (routeMethod === method || routeMethod === "ALL") {
				const match = pattern.exec(path);
				if (match) handlers.push([handler, match.groups || emptyParams]);
			}
		}
		return [handlers];
	}
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/preset/tiny.js


//#region src/preset/tiny.ts
/**
* @module
* The preset that uses `PatternRouter`.
*/
var tiny_Hono = class extends Hono {
	constructor(options = {}) {
		super(options);
		this.router = new PatternRouter();
	}
};
//#endregion


;// CONCATENATED MODULE: ./build/receiver/badge.js
/**
 * The URL of an issue: `https://host/owner/repo/issues/42`; `$1` is the host, `$2` owner/repo, `$3` the number.
 *
 * Any host may be one of GitHub Enterprise, so the form decides, and the badge names the host. A slash, a query or a
 * fragment at the end is put up with and left out. What the groups let through has no meaning in HTML, and needs no
 * escaping; a path of `.` or `..` would lead elsewhere.
 */
const ISSUE_URL = /^https:\/\/([a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?)\/([\w-]+\/(?!\.{1,2}\/)[\w.-]+)\/issues\/([1-9]\d{0,9})\/?(?:[?#].*)?$/i;
/**
 * The link's attributes, in terms of `ISSUE_URL`. A new tab, because a reply may be half-written beside the badge;
 * no referrer, because where the tickets are is nobody's business.
 */
const BADGE_LINK = {
    class: 'github-issue-badge',
    href: 'https://$1/$2/issues/$3',
    target: '_blank',
    rel: 'noopener noreferrer',
    'aria-label': 'GitHub issue $2#$3',
    title: 'Opens $1 in a new tab',
};
/** The link's text, in terms of `ISSUE_URL`. */
const BADGE_TEXT = '$2#$3';
/**
 * How the link looks. Every colour is made of the text's around it, so that it fits a light page, a dark one, and
 * one with the system's high-contrast colours, whichever way the page decides between them.
 */
const BADGE_STYLE = `
.github-issue-badge {
  display: inline-block; box-sizing: border-box; max-width: 100%; padding: 0 .6em; border-radius: .8em;
  border: 1px solid; border-color: color-mix(in srgb, currentColor 30%, transparent);
  background: color-mix(in srgb, currentColor 6%, transparent);
  color: inherit; font-size: .875em; line-height: 1.5; overflow-wrap: anywhere; text-decoration: none;
}
.github-issue-badge::before {
  content: ""; display: inline-block; box-sizing: border-box; width: .75em; height: .75em; margin-inline-end: .4em;
  border: .11em solid; border-radius: 50%; background: radial-gradient(currentColor 28%, transparent 34%);
  opacity: .75; vertical-align: -.06em;
}
.github-issue-badge:hover { border-color: currentColor; text-decoration: underline; }
.github-issue-badge:focus-visible { outline: 2px solid; outline-offset: 1px; }
`;
/**
 * The badge of a ticket's issue, for a console that renders on a server: a link `owner/repo#42` as HTML, to be styled
 * with `BADGE_STYLE`.
 *
 * @param url what is in the ticket's field
 * @returns an empty text when that is empty, or anything but the URL of an issue
 */
function badge(url) {
    const given = String(url ?? '').trim();
    if (!ISSUE_URL.test(given))
        return '';
    const attributes = Object.entries(BADGE_LINK).map(([name, value]) => `${name}="${given.replace(ISSUE_URL, value)}"`);
    return `<a ${attributes.join(' ')}>${given.replace(ISSUE_URL, BADGE_TEXT)}</a>`;
}

;// CONCATENATED MODULE: ./build/receiver/badge-element.js

/**
 * The custom element `<github-issue-badge href="…">` as a script, for any console that has the ticket's JSON. It is
 * put together from what `badge()` renders from, and so are both alike.
 *
 * A text, not a function turned into one: bundlers rewrite functions (esbuild, and so wrangler, adds calls to helpers
 * of its own). It builds nodes and a constructed style sheet: neither needs a page's Content-Security-Policy to
 * allow inline styles, nor Trusted Types to allow HTML. The one link stays when the URL changes, and so does the
 * focus.
 */
const BADGE_SCRIPT = `// <github-issue-badge href="https://github.com/owner/repo/issues/42"></github-issue-badge>
// A link to a ticket's GitHub issue. It shows nothing when href is empty, or not the URL of an issue.
(() => {
  const ISSUE_URL = ${ISSUE_URL}
  const style = new CSSStyleSheet()
  style.replaceSync(${JSON.stringify(compact(BADGE_STYLE))})

  class GitHubIssueBadge extends HTMLElement {
    static observedAttributes = ['href']
    #link = document.createElement('a')
    #root = this.attachShadow({ mode: 'open', delegatesFocus: true })

    get href() { return this.getAttribute('href') ?? '' }
    set href(url) { this.setAttribute('href', url ?? '') }

    constructor() {
      super()
      this.#root.adoptedStyleSheets = [style]
    }

    connectedCallback() {
      // Set as a property before this script was there: it would hide the accessors.
      if (!Object.hasOwn(this, 'href')) return
      const { href } = this
      delete this.href
      this.href = href
    }

    attributeChangedCallback() {
      const url = this.href.trim()
      if (!ISSUE_URL.test(url)) return this.#link.remove()
      for (const [name, value] of ${JSON.stringify(Object.entries(BADGE_LINK))})
        this.#link.setAttribute(name, url.replace(ISSUE_URL, value))
      this.#link.textContent = url.replace(ISSUE_URL, ${JSON.stringify(BADGE_TEXT)})
      if (!this.#link.parentNode) this.#root.append(this.#link)
    }
  }

  if (!customElements.get('github-issue-badge')) customElements.define('github-issue-badge', GitHubIssueBadge)
})()
`;
/**
 * What the script is sent with. It says the same to everybody, so any origin's page may load it, as a module too
 * (CORS), or from a page that isolates itself (CORP). Five minutes, so that a flag turned off is soon felt.
 */
const BADGE_HEADERS = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
};
/** Style rules without the white space that is only there for readers. */
function compact(style) {
    return style.trim().replace(/\s+/g, ' ');
}

;// CONCATENATED MODULE: ./build/receiver/body.js
/** The largest body that is taken, in bytes. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** The most that all bodies together may take up at one time, in bytes. */
const MAX_BUFFERED_BYTES = 32 * 1024 * 1024;
/** Up to here a body's announced length is set aside at once; beyond, only what has really arrived counts. */
const SMALL_BYTES = 256 * 1024;
/**
 * Makes a reader that bounds each body and all of them together: they are read before the signature can be
 * checked, so anyone can send them.
 *
 * A small body of known length, which is every real one, is read by `arrayBuffer()`; HTTP servers hold a sender
 * to the length announced. Asking for `body` instead would make @hono/node-server build a full `Request` with a
 * stream for each delivery. Large bodies and those of unknown length are read and counted piece by piece, so
 * that announcing much and sending nothing takes up no room.
 */
function createBodyReader({ maxBytes = MAX_BODY_BYTES, maxBuffered = MAX_BUFFERED_BYTES, } = {}) {
    let buffered = 0;
    return async (request) => {
        let mine = 0;
        const take = (count) => {
            mine += count;
            buffered += count;
        };
        const release = () => take(-mine);
        const announced = announcedLength(request);
        if (announced !== undefined && announced > maxBytes)
            return { refused: 'too-large' };
        if (announced !== undefined && buffered + announced > maxBuffered)
            return { refused: 'receiver-busy' };
        try {
            if (announced !== undefined && announced <= SMALL_BYTES) {
                take(announced);
                const bytes = new Uint8Array(await request.arrayBuffer());
                if (bytes.length <= maxBytes)
                    return { bytes, release };
                release();
                return { refused: 'too-large' };
            }
            const chunks = [];
            for await (const chunk of pieces(request)) {
                take(chunk.length);
                chunks.push(chunk);
                if (mine > maxBytes || buffered > maxBuffered) {
                    const refused = mine > maxBytes ? 'too-large' : 'receiver-busy';
                    release();
                    return { refused };
                }
            }
            return { bytes: joined(chunks, mine), release };
        }
        catch {
            release();
            return { refused: 'body-cut-short' };
        }
    };
}
function announcedLength(request) {
    const text = request.headers.get('content-length');
    return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
async function* pieces(request) {
    if (!request.body)
        return;
    const reader = request.body.getReader();
    try {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read())
            yield piece.value;
    }
    finally {
        // Nothing more is wanted when the loop was left early; after the end this does nothing.
        reader.cancel().catch(() => { });
    }
}
function joined(chunks, length) {
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
    }
    return bytes;
}

// EXTERNAL MODULE: ./build/receiver/calls.js
var receiver_calls = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/receiver/delivery.js
var delivery = __nccwpck_require__(926);
// EXTERNAL MODULE: ./build/receiver/filter.js + 1 modules
var filter = __nccwpck_require__(182);
// EXTERNAL MODULE: ./build/src/dispatch.js
var dispatch = __nccwpck_require__(11);
// EXTERNAL MODULE: ./build/receiver/app-token.js
var app_token = __nccwpck_require__(199);
;// CONCATENATED MODULE: ./build/receiver/github.js



/** The most dispatches under way at one time; each makes one call at a time. */
const MAX_CONCURRENT = 64;
/** What a refusal for good means, and what to do about it. GitHub's own words are left out: they may echo us. */
const REFUSALS = {
    401: 'the token is wrong or has expired. Set a new one in GITHUB_TOKEN, or check the App and its permissions',
    403: 'the token may not do this. Give it Contents: write on GITHUB_REPOSITORY',
    404: 'no such repository, or the token does not see it. Check GITHUB_REPOSITORY, and that the token covers it',
    422: 'it does not take the dispatch. Check that GITHUB_REPOSITORY is not archived and has Actions turned on',
};
/**
 * Sends `repository_dispatch` events to the one repository.
 *
 * https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event (204 when taken)
 */
function createGitHub({ settings: { apiUrl, repository, credentials }, fetch, now, }) {
    const calls = (0,receiver_calls/* createCalls */.oM)({ fetch, apiUrl, now });
    const tokens = 'app' in credentials
        ? (0,app_token/* createAppTokens */.Y)({ app: credentials.app, repository, post: calls.post, now })
        : fixedToken(credentials.token);
    let underWay = 0;
    function assertReady() {
        calls.assertReady();
        if (underWay < MAX_CONCURRENT)
            return;
        const message = `GitHub is slow: ${underWay} dispatches are under way already.`;
        throw new receiver_calls/* GitHubTrouble */.vr(message, { status: 503, reason: 'github-busy', retryAfter: 1 });
    }
    async function send(payload) {
        const body = { event_type: dispatch/* DISPATCH_TYPE */.w, client_payload: payload };
        const post = (token) => calls.post(`/repos/${repository}/dispatches`, { token, body });
        const token = await tokens.get();
        let { status } = await post(token);
        if (status === 401 && tokens.refused(token))
            ({ status } = await post(await tokens.get()));
        if (status === 204)
            return;
        const why = REFUSALS[status] ?? 'that is no answer to a dispatch. Is GITHUB_API_URL the URL of a GitHub API?';
        throw new receiver_calls/* GitHubTrouble */.vr(`GitHub refused the dispatch (${status}): ${why}`, {
            status: 502,
            reason: 'github-refused',
        });
    }
    return {
        assertReady,
        async dispatch(payload) {
            assertReady();
            underWay++;
            try {
                await send(payload);
            }
            finally {
                underWay--;
            }
        },
    };
}
function fixedToken(token) {
    return { get: async () => token, refused: () => false };
}

;// CONCATENATED MODULE: ./build/receiver/limits.js
const MINUTE_MS = 60_000;
/**
 * A sliding window over the last minute, in this process. FreeScout's deliveries have neither id nor time, so a
 * captured one can be replayed for ever: one and the same signature gets a tenth of the window (at least one),
 * checked first, so that the replay uses up its own share and leaves the others theirs.
 */
function createLimits({ perMinute, now }) {
    const perSignature = Math.max(1, Math.floor(perMinute / 10));
    /** Oldest first. */
    const taken = [];
    const counts = new Map();
    const count = (signature, by) => {
        const sum = (counts.get(signature) ?? 0) + by;
        if (sum === 0)
            counts.delete(signature);
        else
            counts.set(signature, sum);
    };
    return {
        take(signature) {
            const time = now();
            // What lies in the future was counted before the clock was set back.
            for (let oldest = taken[0]; oldest && !isWithinMinute(oldest.at, time); oldest = taken[0]) {
                taken.shift();
                count(oldest.signature, -1);
            }
            const blocking = (counts.get(signature) ?? 0) >= perSignature
                ? taken.find(entry => entry.signature === signature)
                : taken.length >= perMinute
                    ? taken[0]
                    : undefined;
            if (blocking)
                return Math.max(1, Math.ceil((blocking.at + MINUTE_MS - time) / 1000));
            taken.push({ at: time, signature });
            count(signature, 1);
            return 0;
        },
    };
}
function isWithinMinute(at, time) {
    return at <= time && time < at + MINUTE_MS;
}

// EXTERNAL MODULE: ./build/receiver/log.js
var receiver_log = __nccwpck_require__(26);
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/receiver/signature.js


/**
 * Reads `X-FreeScout-Signature`, which needs no body: 20 bytes in base64 are the HMAC-SHA1 that FreeScout sends,
 * 32 bytes in base64 or hex an HMAC-SHA256, which the first design foresaw and some forks send.
 *
 * @returns `undefined` for anything else, which no secret can make right.
 */
function readSignature(header) {
    const text = (header ?? '').trim();
    if (/^[A-Za-z0-9+/]{27}=$/.test(text))
        return signature('sha1', external_node_buffer_namespaceObject.Buffer.from(text, 'base64'));
    if (/^[A-Za-z0-9+/]{43}=$/.test(text))
        return signature('sha256', external_node_buffer_namespaceObject.Buffer.from(text, 'base64'));
    if (/^[0-9A-Fa-f]{64}$/.test(text))
        return signature('sha256', external_node_buffer_namespaceObject.Buffer.from(text, 'hex'));
    return undefined;
}
/**
 * Makes the check for a set of secrets; while one is being rotated, each of them counts.
 *
 * `node:crypto` and not WebCrypto, whose every call is a job for another thread: in Node that was more than half
 * of a delivery's processor time. Workers have it too, with the flag `nodejs_compat`. The body is taken as bytes
 * because PHP writes `\/` and `\uXXXX`, which JSON that was parsed and written again would not have.
 */
function createVerify(secrets) {
    return (body, { hash, bytes }) => secrets.some(secret => (0,external_node_crypto_namespaceObject.timingSafeEqual)((0,external_node_crypto_namespaceObject.createHmac)(hash, secret).update(body).digest(), bytes));
}
function signature(hash, bytes) {
    return { hash, bytes, key: bytes.toString('hex') };
}

// EXTERNAL MODULE: ./build/receiver/version.js + 1 modules
var version = __nccwpck_require__(249);
;// CONCATENATED MODULE: ./build/receiver/app.js











const WEBHOOK = '/api/webhooks/freescout/:source';
const BADGE = '/github-issue-badge.js';
/** Seconds until a sender may try again while too many bodies are held; the requests' time limit frees them. */
const AFTER_BUSY_S = 5;
/**
 * Makes the receiver: it takes FreeScout's webhooks, and forwards those that can matter to GitHub as a
 * `repository_dispatch`. It keeps nothing: a delivery is answered with 2xx only after GitHub has taken it, and
 * FreeScout sends again whatever was answered otherwise, for about 2 hours.
 */
function createReceiver({ settings, fetch, log, now = Date.now, readBody = createBodyReader(), }) {
    const verify = createVerify(settings.secrets);
    const limits = createLimits({ perMinute: settings.dispatchesPerMinute, now });
    const github = createGitHub({ settings, fetch, now });
    /** The checks in their order: what costs least and needs least trust comes first. */
    async function judge(request, event, source) {
        const header = request.headers.get('x-freescout-signature');
        const signature = readSignature(header);
        if (!signature)
            return { status: 401, reason: header ? 'bad-signature' : 'missing-signature' };
        const read = await open(request, signature);
        if ('status' in read)
            return read;
        const { delivery } = read;
        const reason = (0,filter/* reasonToIgnore */.S)({ event, delivery, settings });
        if (reason)
            return { status: 200, reason, delivery };
        return { ...(await forward(delivery, { event, source, signature })), delivery };
    }
    /** From the body's bytes to a delivery; they are held no longer than that. */
    async function open(request, signature) {
        const body = await readBody(request);
        if ('refused' in body)
            return refusedBody(body.refused);
        try {
            if (!verify(body.bytes, signature))
                return { status: 401, reason: 'bad-signature' };
            if (!settings.enabled)
                return { status: 200, reason: 'disabled' };
            return orProblem((0,delivery/* readDelivery */.n)(body.bytes));
        }
        finally {
            body.release();
        }
    }
    async function forward({ id, number, mailboxId }, { event, source, signature }) {
        try {
            // First, so that what GitHub would not take now doesn't use up the minute's share.
            github.assertReady();
            const wait = limits.take(signature.key);
            if (wait > 0)
                return { status: 503, reason: 'too-many-dispatches', retryAfter: wait };
            const received_at = new Date(now()).toISOString();
            await github.dispatch({
                event,
                conversation_id: id,
                number,
                mailbox_id: mailboxId,
                source,
                received_at,
            });
            return { status: 202 };
        }
        catch (error) {
            if (!(error instanceof receiver_calls/* GitHubTrouble */.vr))
                throw error;
            const { status, reason, retryAfter, message } = error;
            return { status, reason, retryAfter, detail: message };
        }
    }
    const app = new tiny_Hono();
    app.get('/healthz', c => c.json({ status: 'ok', version: version/* VERSION */.x, enabled: settings.enabled }));
    app.all('/healthz', c => c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }));
    app.get(BADGE, c => {
        if (settings.enabled)
            return c.body(BADGE_SCRIPT, 200, BADGE_HEADERS);
        return c.json({ forwarded: false, reason: 'disabled' }, 404, { 'cache-control': 'no-store' });
    });
    app.all(BADGE, c => c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }));
    app.post(WEBHOOK, async (c) => {
        const startedAt = now();
        const event = (0,receiver_log/* cleanName */.$t)(c.req.header('x-freescout-event'));
        const source = (0,receiver_log/* cleanName */.$t)(c.req.param('source'));
        const verdict = await judge(c.req.raw, event, source).catch(unexpected);
        const { status, reason, retryAfter, detail, delivery } = verdict;
        const answer = { forwarded: status === 202, ...(reason && { reason }) };
        log((0,receiver_log/* logLine */.BP)({
            time: new Date(startedAt).toISOString(),
            status,
            ...answer,
            event,
            source,
            conversation_id: delivery?.id ?? null,
            mailbox_id: delivery?.mailboxId ?? null,
            ms: now() - startedAt,
            ...(detail && { detail }),
        }));
        return c.json(answer, status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
    });
    app.all(WEBHOOK, c => c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'POST' }));
    app.notFound(c => c.json({ forwarded: false, reason: 'not-found' }, 404));
    return { fetch: async (request) => app.fetch(request) };
}
function refusedBody(reason) {
    if (reason === 'receiver-busy')
        return { status: 503, reason, retryAfter: AFTER_BUSY_S };
    return { status: reason === 'too-large' ? 413 : 400, reason };
}
function orProblem(read) {
    if ('delivery' in read)
        return read;
    return { status: read.problem === 'empty-body' ? 200 : 400, reason: read.problem };
}
/** A mistake of ours. Its message may quote the delivery, so the log gets its name and place only. */
function unexpected(error) {
    const place = error instanceof Error ? /\n\s+(at .*)/.exec(error.stack ?? '')?.[1] : undefined;
    return {
        status: 500,
        reason: 'internal-error',
        detail: `${error instanceof Error ? error.name : 'Error'} ${place}`,
    };
}


/***/ }),

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   i$: () => (/* binding */ CALL_LIMITS),
/* harmony export */   oM: () => (/* binding */ createCalls),
/* harmony export */   vr: () => (/* binding */ GitHubTrouble)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(249);

/** How long GitHub is given for one call, to the last byte of its answer. */
const TIMEOUT_MS = 10_000;
/** What a caller is asked to wait when GitHub failed without saying for how long. */
const AFTER_FAILURE_S = 10;
/** GitHub's word: at least a minute, when it limits without a header. */
const AFTER_LIMIT_S = 60;
/** The longest that calls are held back. A rate limit's hour is the longest that GitHub asks for. */
const MAX_WAIT_S = 3600;
/** For the way that calls take where a process makes them: what GitHub answers has a few kilobytes. */
const CALL_LIMITS = { idleMs: 15_000, maxBytes: 1024 * 1024 };
/**
 * Why GitHub did not take something: 503 when it will later (`retryAfter`, in seconds), 502 when it won't until
 * someone puts it right. The message goes to the log and holds no secret.
 */
class GitHubTrouble extends Error {
    status;
    reason;
    retryAfter;
    constructor(message, about) {
        super(message, { cause: about.cause });
        this.name = 'GitHubTrouble';
        this.status = about.status;
        this.reason = about.reason;
        this.retryAfter = about.retryAfter;
    }
}
/**
 * Makes the one way to GitHub. After a 5xx or a rate limit nothing is sent until the time is up that GitHub
 * asked for; `assertReady` throws the same trouble as the call that met it.
 *
 * Rate limits: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function createCalls({ fetch, apiUrl, now }) {
    let pause;
    function assertReady() {
        if (!pause || now() >= pause.until)
            return;
        const { message, reason } = pause.trouble;
        throw new GitHubTrouble(message, { status: 503, reason, retryAfter: secondsUntil(pause.until, now()) });
    }
    async function post(path, { token, body }) {
        assertReady();
        const { status, headers, text } = await send(fetch, `${apiUrl}${path}`, { token, body });
        const retryAfter = secondsToWait({ status, headers, text }, now());
        if (retryAfter !== undefined) {
            const reason = status >= 500 ? 'github-unavailable' : 'github-rate-limited';
            const message = `GitHub answered ${status}. Nothing is sent to it for ${retryAfter} s.`;
            const trouble = new GitHubTrouble(message, { status: 503, reason, retryAfter });
            const until = now() + retryAfter * 1000;
            if (!pause || until > pause.until)
                pause = { until, trouble };
            throw trouble;
        }
        if (status >= 300 && status < 400) {
            const message = `GitHub redirected the call (${status}). Set GITHUB_API_URL to the API itself, and GITHUB_REPOSITORY to the repository's present name: no redirect is followed.`;
            throw new GitHubTrouble(message, { status: 502, reason: 'github-redirected' });
        }
        return { status, body: text };
    }
    return { post, assertReady };
}
async function send(fetch, url, call) {
    // Not AbortSignal.timeout(): its timers stay for their full time after every call that went well.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new DOMException('No answer in time', 'TimeoutError')), TIMEOUT_MS);
    try {
        const answer = await fetch(url, {
            method: 'POST',
            headers: {
                accept: 'application/vnd.github+json',
                authorization: `Bearer ${call.token}`,
                'content-type': 'application/json',
                'user-agent': `freescout-autolink/${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION */ .x}`,
                'x-github-api-version': '2022-11-28',
            },
            body: JSON.stringify(call.body),
            redirect: 'manual',
            signal: abort.signal,
        });
        return { status: answer.status, headers: answer.headers, text: await answer.text() };
    }
    catch (cause) {
        const message = `GitHub gave no answer (${nameOf(cause)}). FreeScout will try again.`;
        const about = { status: 503, reason: 'github-unavailable', retryAfter: AFTER_FAILURE_S, cause };
        throw new GitHubTrouble(message, about);
    }
    finally {
        clearTimeout(timer);
    }
}
/** Seconds to hold calls back, in GitHub's order: its `retry-after`, a spent limit's reset, at least a minute. */
function secondsToWait({ status, headers, text }, time) {
    const asked = retryAfter(headers.get('retry-after'), time);
    if (status >= 500)
        return asked ?? AFTER_FAILURE_S;
    const spent = headers.get('x-ratelimit-remaining') === '0';
    const limited = status === 429 || (status === 403 && (asked !== undefined || spent || /rate limit/i.test(text)));
    if (!limited)
        return undefined;
    if (asked !== undefined)
        return asked;
    const reset = Number(headers.get('x-ratelimit-reset')) * 1000;
    return spent && reset > time ? secondsUntil(reset, time) : AFTER_LIMIT_S;
}
/** `Retry-After` is either seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header, time) {
    if (!header)
        return undefined;
    const until = /^\d+$/.test(header) ? time + Number(header) * 1000 : Date.parse(header);
    return Number.isNaN(until) ? undefined : secondsUntil(until, time);
}
function secondsUntil(until, time) {
    return Math.min(MAX_WAIT_S, Math.max(1, Math.ceil((until - time) / 1000)));
}
/** A failure's code or name, such as `ECONNREFUSED` or `TimeoutError`: enough to act on, and nobody's data. */
function nameOf(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        if ('code' in cause && typeof cause.code === 'string')
            return cause.code;
    }
    return error instanceof Error ? error.name : 'unknown';
}


/***/ }),

/***/ 515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check)
});

;// CONCATENATED MODULE: ./build/receiver/check-environment.js
const COPY_SECRET = 'Copy it from FreeScout, Manage » API & Webhooks, without anything around it.';
/** What each variable means to the receiver, once they could all be read. Secrets are judged, not shown. */
function checkEnvironment(settings, env) {
    const { credentials, events, mailboxIds, dispatchesPerMinute, host, port } = settings;
    const good = (name, found) => {
        const isDefault = !name.split(', ').some(variable => env[variable]?.trim());
        return { sign: '✓', name, found: isDefault ? `${found} (default)` : found };
    };
    return [
        checkFlag(settings.enabled),
        ...settings.secrets.map(checkSecret),
        good('GITHUB_REPOSITORY', settings.repository),
        good('GITHUB_API_URL', settings.apiUrl),
        'app' in credentials
            ? good('GITHUB_APP_ID', `${credentials.app.id}, installation ${credentials.app.installationId}, with a key`)
            : good('GITHUB_TOKEN', 'set'),
        good('FREESCOUT_EVENTS', events?.join(', ') ?? 'those that can matter'),
        good('FREESCOUT_MAILBOX_IDS', mailboxIds?.join(', ') ?? 'every mailbox'),
        good('FREESCOUT_ISSUE_FIELD', settings.issueField),
        good('MAX_DISPATCHES_PER_MINUTE', String(dispatchesPerMinute)),
        good('HOST, PORT', `${host ?? 'all interfaces'}, ${port}`),
    ];
}
function checkFlag(enabled) {
    const name = 'FLAG_FREESCOUT_GITHUB_AUTOLINK';
    if (enabled)
        return { sign: '✓', name, found: 'on' };
    return {
        sign: '–',
        name,
        found: 'off, so nothing is forwarded and there is no badge',
        todo: 'Set it to true once all else is right.',
    };
}
/** A secret can't be tried out: only a delivery shows whether it is FreeScout's. Some can't be, though. */
function checkSecret(secret, index, { length }) {
    const name = `FREESCOUT_WEBHOOK_SECRET${length > 1 ? `, ${index + 1} of ${length}` : ''}`;
    const wrong = (found) => ({ sign: '✗', name, found, todo: COPY_SECRET });
    if (/^(["']).*\1$/.test(secret))
        return wrong('there are quotes around it');
    if (/^(?:gh[a-z]_|github_pat_)/.test(secret))
        return wrong('it is a GitHub token');
    if (secret.length < 16 || new Set(secret).size < 6)
        return wrong('it is so simple that it can be guessed');
    if (/^[\da-f]{32}$/.test(secret))
        return { sign: '✓', name, found: 'it looks like one of FreeScout’s' };
    const found = 'it does not look like FreeScout’s own, which are 32 digits and letters a to f';
    return { sign: '–', name, found, todo: COPY_SECRET };
}

// EXTERNAL MODULE: ./build/src/dispatch.js
var dispatch = __nccwpck_require__(11);
// EXTERNAL MODULE: ./build/receiver/app-token.js
var app_token = __nccwpck_require__(199);
// EXTERNAL MODULE: ./build/receiver/calls.js
var calls = __nccwpck_require__(977);
// EXTERNAL MODULE: ./build/receiver/version.js + 1 modules
var version = __nccwpck_require__(249);
;// CONCATENATED MODULE: ./build/receiver/ask.js


const TIMEOUT_MS = 10_000;
/** Makes the way to ask GitHub for `--check`. It follows no redirect: the token is for the API's address alone. */
function createAsk({ fetch, apiUrl, token }) {
    return async (path, accept = 'application/vnd.github+json') => {
        try {
            const answer = await fetch(`${apiUrl}${path}`, {
                method: 'GET',
                headers: {
                    accept,
                    authorization: `Bearer ${token}`,
                    'user-agent': `freescout-autolink/${version/* VERSION */.x}`,
                    'x-github-api-version': '2022-11-28',
                },
                body: '',
                redirect: 'manual',
                signal: AbortSignal.timeout(TIMEOUT_MS),
            });
            const { status, headers } = answer;
            return { status, header: name => headers.get(name), text: await answer.text() };
        }
        catch (error) {
            return { status: 0, header: () => null, text: (0,calls/* nameOf */.Vb)(error) };
        }
    };
}
/** JSON, or `undefined` for what is none. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/receiver/check-workflow.js

const EVENT = 'repository_dispatch';
/** YAML's anchors, aliases and merges. */
const ALIAS = /[*&]\w|<</;
/**
 * Whether a workflow file starts on the receiver's dispatches. It reads the `on` of a file as people write it, without
 * a parser for YAML, which would be larger than the receiver. What it doesn't understand (aliases, a file in one
 * line) but could be meant is `unsure`.
 */
function hearsDispatch(text) {
    const lines = text
        .split(/\r?\n/)
        .map(line => line.replace(/(?:^|\s)#.*$/, '').trimEnd())
        .filter(line => line !== '');
    const section = sectionOf(lines);
    const event = dispatchIn(section);
    if (event !== undefined)
        return hearsType(event);
    const isClear = section.length > 0 && !section.some(line => line.includes(EVENT) || ALIAS.test(line));
    return isClear || !lines.some(line => line.includes(EVENT)) ? 'no' : 'unsure';
}
/** The lines of `on`: what stands behind the colon, and what is indented, or an item of a list, below it. */
function sectionOf(lines) {
    const start = lines.findIndex(line => /^(["']?)on\1\s*:/.test(line));
    if (start < 0)
        return [];
    const below = lines.slice(start + 1);
    const end = below.findIndex(line => /^[^\s-]/.test(line));
    const head = (lines[start] ?? '').replace(/^[^:]*:\s*/, '');
    return [head, ...(end < 0 ? below : below.slice(0, end))];
}
/** What is said of the event, empty for nothing; `undefined` when it isn't found. */
function dispatchIn([head = '', ...below]) {
    const whole = [head, ...below].join(' ');
    if (head.startsWith('{')) {
        return new RegExp(`[{,]\\s*["']?${EVENT}["']?\\s*(?::\\s*(\\{[^{}]*\\}|\\w*)\\s*)?[,}]`)
            .exec(whole)
            ?.slice(1)
            .join('');
    }
    if (head !== '')
        return wordsOf(whole).includes(EVENT) ? '' : undefined;
    const depth = Math.min(...below.map(indentOf));
    const at = below.findIndex(line => indentOf(line) === depth && new RegExp(`^(?:-\\s+)?(["']?)${EVENT}\\1\\s*(?::|$)`).test(line.trim()));
    if (at < 0)
        return undefined;
    const after = below.slice(at + 1);
    const end = after.findIndex(line => indentOf(line) <= depth);
    const rest = (below[at] ?? '').replace(/^[^:]*(?::|$)/, '');
    return [rest, ...(end < 0 ? after : after.slice(0, end))].join(' ');
}
/** Without types, every type counts. */
function hearsType(event) {
    if (ALIAS.test(event))
        return 'unsure';
    const types = /["']?\btypes\b["']?\s*:(.*)/.exec(event)?.[1];
    return types === undefined || wordsOf(types).includes(dispatch/* DISPATCH_TYPE */.w) ? 'yes' : 'no';
}
function wordsOf(text) {
    return text.split(/[\s,[\]{}"']+/);
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}

;// CONCATENATED MODULE: ./build/receiver/rights.js

/** Reads the answer about a repository; `undefined` when it is none. */
function readRepository({ status, text, header }) {
    const given = (status === 200 ? parsed(text) : undefined);
    if (typeof given?.default_branch !== 'string')
        return undefined;
    const { visibility, permissions } = given;
    return {
        visibility: typeof visibility === 'string' ? visibility : given.private ? 'private' : 'public',
        branch: given.default_branch,
        isArchived: given.archived === true,
        mayPush: permissions?.push,
        scopes: header('x-oauth-scopes')
            ?.split(',')
            .map(scope => scope.trim())
            .filter(Boolean),
    };
}
const REFUSALS = {
    301: {
        found: 'it has another name now',
        todo: 'Set GITHUB_REPOSITORY to the new one; no redirect is followed.',
    },
    401: { found: 'GitHub refuses the token (401)', todo: 'Set a new one in GITHUB_TOKEN.' },
    403: {
        found: 'GitHub forbids it to the token (403)',
        todo: 'Give it access to GITHUB_REPOSITORY; an organisation may have to approve it.',
    },
    404: {
        found: 'there is none, or the token does not see it (404)',
        todo: 'Check GITHUB_REPOSITORY, and that the token covers it.',
    },
};
/** Why an answer is not the one hoped for, and what to do. */
function refusalOf({ status, text, header }) {
    if (status === 0) {
        return {
            found: `GitHub gave no answer (${text})`,
            todo: 'Check the way out to GITHUB_API_URL: network, proxy, certificate.',
        };
    }
    if (status === 429 || (status === 403 && /rate limit/i.test(text))) {
        return { found: `GitHub limits the token's calls now (${status})`, todo: 'Try again in an hour.' };
    }
    if (status === 403 && header('x-github-sso')) {
        return {
            found: 'the organisation wants single sign-on (403)',
            todo: 'Authorise the token for it in its settings at GitHub.',
        };
    }
    if (status >= 500)
        return { found: `GitHub has trouble (${status})`, todo: 'Try again later.' };
    return (REFUSALS[status] ?? {
        found: `that is no answer about a repository (${status})`,
        todo: 'Set GITHUB_API_URL to the URL of a GitHub API.',
    });
}
const GIVE_CONTENTS = 'Give it Contents: read and write on the repository.';
/**
 * Whether a dispatch would be taken, told without sending one. An App's token was granted the right by name. A
 * classic token tells its scopes. Else there is no way to ask: what the repository says of `permissions` is the
 * owner's role, which bounds the token's from above, and is always false for an installation's token
 * (https://github.com/semantic-release/github/issues/182).
 *
 * @param folder the answer to a listing of files: who may not even read them may not dispatch
 */
function rightsOf({ token, isApp, repository: { scopes, mayPush, visibility }, folder, }) {
    if (isApp)
        return { sign: '✓', found: 'the App’s token has it: Contents: write' };
    if (mayPush === false && !token.startsWith('ghs_')) {
        const found = 'whoever the token belongs to may not write to the repository';
        return {
            sign: '✗',
            found,
            todo: 'Give them the role Write there, or set the token of somebody who has it.',
        };
    }
    if (scopes) {
        const isEnough = scopes.includes('repo') || (scopes.includes('public_repo') && visibility === 'public');
        if (isEnough)
            return { sign: '✓', found: 'the scope of the classic token includes it' };
        const found = `the classic token's scopes (${scopes.join(', ') || 'none'}) do not include it`;
        return {
            sign: '✗',
            found,
            todo: 'Make a fine-grained token with Contents: read and write on this one repository.',
        };
    }
    if (folder.status === 403) {
        return { sign: '✗', found: 'the token may not even read files', todo: GIVE_CONTENTS };
    }
    const found = 'not checked: GitHub does not tell what such a token may write before it is tried';
    return { sign: '–', found, todo: 'Look for Contents: read and write in its settings at GitHub.' };
}

;// CONCATENATED MODULE: ./build/receiver/check-github.js






const FOLDER = '.github/workflows';
const DEFAULT_FILE = 'freescout-sync.yml';
const MOST_FILES = 50;
const NAMES = { app: 'GitHub App', rights: 'Right to dispatch', workflow: 'Workflow' };
/** What the receiver will meet at GitHub: its token, the repository, and somebody who listens there. */
async function checkGitHub({ settings, fetch, now, }) {
    const { repository: name, apiUrl, credentials } = settings;
    const isApp = 'app' in credentials;
    const minted = isApp ? await mint(credentials.app, { settings, fetch, now }) : undefined;
    const token = isApp ? minted?.token : credentials.token;
    const found = minted ? [minted.finding] : [];
    if (token === undefined)
        return [...found, ...notChecked([`Repository ${name}`, NAMES.rights, NAMES.workflow])];
    const ask = createAsk({ fetch, apiUrl, token });
    const answer = await ask(`/repos/${name}`);
    const repository = readRepository(answer);
    if (!repository) {
        const refusal = { sign: '✗', name: `Repository ${name}`, ...refusalOf(answer) };
        return [...found, refusal, ...notChecked([NAMES.rights, NAMES.workflow])];
    }
    const folder = await ask(contents(name, FOLDER, repository));
    return [
        ...found,
        checkRepository(name, repository),
        { name: NAMES.rights, ...rightsOf({ token, isApp, repository, folder }) },
        await checkWorkflow({ ask, name, repository, folder }),
    ];
}
async function mint(app, { settings: { repository, apiUrl }, fetch, now }) {
    const { post } = (0,calls/* createCalls */.oM)({ fetch, apiUrl, now });
    try {
        const token = await (0,app_token/* createAppTokens */.Y)({ app, repository, post, now }).get();
        const found = `it gets tokens for ${repository} alone, with Contents: write`;
        return { finding: { sign: '✓', name: NAMES.app, found }, token };
    }
    catch (error) {
        if (!(error instanceof calls/* GitHubTrouble */.vr))
            throw error;
        return { finding: { sign: '✗', name: NAMES.app, found: error.message } };
    }
}
function checkRepository(asked, { isArchived, visibility, branch }) {
    const name = `Repository ${asked}`;
    if (!isArchived)
        return { sign: '✓', name, found: `${visibility}, default branch ${branch}` };
    return {
        sign: '✗',
        name,
        found: 'it is archived, and takes no dispatch',
        todo: 'Unarchive it, or set GITHUB_REPOSITORY to another.',
    };
}
/** A dispatch is heard by workflows of the default branch only, and a type that none listens to is lost unseen. */
async function checkWorkflow({ ask, name: repository, repository: about, folder, }) {
    const name = NAMES.workflow;
    const wanted = `repository_dispatch, type ${dispatch/* DISPATCH_TYPE */.w}`;
    if (folder.status === 403)
        return { sign: '–', name, found: 'not checked: the token may not read files' };
    if (folder.status !== 200 && folder.status !== 404) {
        return { sign: '–', name, found: `not checked: ${refusalOf(folder).found}` };
    }
    const files = filesIn(folder);
    let unread;
    for (const file of files) {
        const path = `${FOLDER}/${file}`;
        const { status, text } = await ask(contents(repository, path, about), 'application/vnd.github.raw+json');
        const heard = status === 200 ? hearsDispatch(text) : 'unsure';
        if (heard === 'yes')
            return { sign: '✓', name, found: `${path} on ${about.branch} starts on ${wanted}` };
        if (heard === 'unsure')
            unread ??= path;
    }
    if (unread) {
        const found = `not checked: what ${unread} on ${about.branch} starts on could not be told`;
        return { sign: '–', name, found, todo: `Look for ${wanted} under "on" there.` };
    }
    return {
        sign: '✗',
        name,
        found: `no workflow on ${about.branch} starts on ${wanted}`,
        todo: `Put ${FOLDER}/${DEFAULT_FILE} on ${about.branch}: dispatches start workflows there only.`,
    };
}
/** The workflow files' names in a listing, the one it usually is first. */
function filesIn({ status, text }) {
    const entries = status === 200 ? parsed(text) : [];
    const names = Array.isArray(entries) ? entries.map(({ name }) => String(name)) : [];
    const isDefault = (name) => Number(name === DEFAULT_FILE);
    return names
        .filter(name => /\.ya?ml$/.test(name))
        .sort((one, other) => isDefault(other) - isDefault(one))
        .slice(0, MOST_FILES);
}
function contents(repository, path, { branch }) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `/repos/${repository}/contents/${encoded}?ref=${encodeURIComponent(branch)}`;
}
function notChecked(names) {
    return names.map(name => ({ sign: '–', name, found: 'not checked: see above' }));
}

;// CONCATENATED MODULE: ./build/receiver/finding.js
/** A finding as a line for people. */
function findingLine({ sign, name, found, todo }) {
    return `${sign} ${name}: ${found}${todo ? ` → ${todo}` : ''}`;
}

// EXTERNAL MODULE: ./build/receiver/settings.js + 3 modules
var settings = __nccwpck_require__(392);
;// CONCATENATED MODULE: ./build/receiver/check.js




/**
 * Looks at everything that has to be right before deliveries can arrive, and says what it found, a line each: the
 * variables, the token or App, the repository, its workflow. It only reads, and sends no dispatch; an App's token is
 * the one thing it asks for.
 *
 * @returns the exit code: 1 when something is to be put right, else 0, whatever could not be told
 */
async function check({ env, fetch, say, now = Date.now, }) {
    let wrong = 0;
    const tell = (findings) => {
        for (const finding of findings) {
            if (finding.sign === '✗')
                wrong++;
            say(findingLine(finding));
        }
    };
    const read = await settingsOrMistakes(env);
    if ('mistakes' in read) {
        tell(read.mistakes);
        tell([{ sign: '–', name: 'GitHub', found: 'not asked before the environment is right' }]);
    }
    else {
        tell(checkEnvironment(read.settings, env));
        tell(await checkGitHub({ settings: read.settings, fetch, now }));
    }
    say(wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing' : 'things'} to put right.`);
    return wrong === 0 ? 0 : 1;
}
async function settingsOrMistakes(env) {
    try {
        return { settings: await (0,settings/* readSettings */.s)(env) };
    }
    catch (error) {
        if (!(error instanceof settings/* SettingsError */.G))
            throw error;
        return { mistakes: error.mistakes.map(found => ({ sign: '✗', name: 'Environment', found })) };
    }
}


/***/ }),

/***/ 926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fieldValue),
/* harmony export */   n: () => (/* binding */ readDelivery)
/* harmony export */ });
/** Reads a body, which is UTF-8 JSON, as a conversation. Some FreeScout versions retry with `''`, `[]` or `{}`. */
function readDelivery(body) {
    const text = new TextDecoder().decode(body).trim();
    if (text === '')
        return { problem: 'empty-body' };
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return { problem: 'not-json' };
    }
    const payload = asObject(json);
    const id = asId(payload.id);
    if (id === null)
        return { problem: isEmpty(json) ? 'empty-body' : 'no-conversation-id' };
    return {
        delivery: {
            id,
            number: asId(payload.number),
            mailboxId: asId(payload.mailboxId),
            fields: asFields(payload.customFields),
            status: typeof payload.status === 'string' ? payload.status : null,
            closedAt: payload.closedAt === null || typeof payload.closedAt === 'string' ? payload.closedAt : undefined,
            newestThread: asNewestThread(asObject(payload._embedded).threads),
        },
    };
}
function isEmpty(json) {
    return typeof json === 'object' && json !== null && Object.keys(json).length === 0;
}
/** The value of the field with that name, trimmed: `''` when it is empty, `undefined` when it isn't there. */
function fieldValue({ fields }, name) {
    return fields?.find(field => field.name === name)?.value.trim();
}
function asFields(value) {
    if (!Array.isArray(value))
        return null;
    return value.map(asObject).map(field => ({ name: asText(field.name), value: asText(field.value) }));
}
/** FreeScout lists threads newest first. */
function asNewestThread(value) {
    if (!Array.isArray(value) || value.length === 0)
        return null;
    const thread = asObject(value[0]);
    return { type: asText(thread.type), body: asText(thread.body) };
}
function asObject(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function asText(value) {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
/** A positive whole number, as PHP may write it: with or without quotes. */
function asId(value) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) && value > 0 && value < 1e15 ? value : null;
    return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}


/***/ }),

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ isNeverForwarded),
  S: () => (/* binding */ reasonToIgnore)
});

;// CONCATENATED MODULE: ./build/src/marker.js
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

// EXTERNAL MODULE: ./build/receiver/delivery.js
var receiver_delivery = __nccwpck_require__(926);
// EXTERNAL MODULE: ./build/receiver/log.js
var log = __nccwpck_require__(26);
;// CONCATENATED MODULE: ./build/receiver/filter.js



/** The rules in their order; the first that holds gives the reason. */
const RULES = [
    { reason: 'event-not-forwarded', holds: ({ event }) => isNeverForwarded(event) },
    { reason: 'event-not-forwarded', holds: eventIsNotWanted },
    { reason: 'event-not-forwarded', holds: isReplyThatChangesNothing },
    { reason: 'mailbox-not-watched', holds: mailboxIsNotWatched },
    { reason: 'nothing-to-do', holds: isEchoOfOurNote },
    { reason: 'nothing-to-do', holds: isUnlinkedSpam },
];
/**
 * Why this delivery needs no run, or `undefined` to forward it. A run costs money, but a delivery that is
 * dropped wrongly loses work: what can't be judged passes, so when in doubt it forwards.
 *
 * The event's name is not signed. All it can do is to have a delivery ignored.
 */
function reasonToIgnore(about) {
    return RULES.find(rule => rule.holds(about))?.reason;
}
/** Events whose object is no ticket (`customer.*`: the id is a customer's) or is gone (`convo.deleted*`). */
function isNeverForwarded(event) {
    return event.startsWith('customer.') || event.startsWith('convo.deleted');
}
/** With a list: what isn't on it, unless it has no name to look up. Without: an assignment changes no link. */
function eventIsNotWanted({ event, settings }) {
    if (settings.events)
        return event !== log/* OTHER */.Zs && !settings.events.includes(event);
    return event === 'convo.assigned';
}
/**
 * Of replies only those matter that may have closed or reopened a linked ticket: FreeScout before API & Webhooks
 * 1.0.82 sends no `convo.status` for "send and close". An operator who lists replies gets them all.
 */
function isReplyThatChangesNothing({ event, delivery, settings }) {
    if (event !== 'convo.agent.reply.created' && event !== 'convo.customer.reply.created')
        return false;
    if (settings.events)
        return false;
    return isSurelyUnlinked(delivery, settings) || wasSurelyNeverClosed(delivery);
}
/**
 * Another mailbox's ticket, unless it is linked or was just moved: an existing link is kept up wherever the
 * ticket goes, and moving it hides the field (its new mailbox has its own).
 */
function mailboxIsNotWatched({ event, delivery, settings }) {
    if (!settings.mailboxIds || delivery.mailboxId === null)
        return false;
    if (event === 'convo.moved' || (0,receiver_delivery/* fieldValue */.a)(delivery, settings.issueField))
        return false;
    return !settings.mailboxIds.includes(delivery.mailboxId);
}
/** Our own note coming back: it names the very issue in the field, and the ticket was never closed. */
function isEchoOfOurNote({ delivery, settings }) {
    const url = (0,receiver_delivery/* fieldValue */.a)(delivery, settings.issueField);
    if (!url || delivery.newestThread?.type !== 'note' || !wasSurelyNeverClosed(delivery))
        return false;
    const text = delivery.newestThread.body.replace(/<[^<>]*>/g, ' ').trim();
    return text.startsWith(PREFIX) && containsUrl(text, url);
}
/** Spam that no issue is linked to. Where the mailbox hasn't the field, the link may be in a note: forwarded. */
function isUnlinkedSpam({ delivery, settings }) {
    return delivery.status === 'spam' && (0,receiver_delivery/* fieldValue */.a)(delivery, settings.issueField) === '';
}
function isSurelyUnlinked(delivery, settings) {
    return delivery.fields !== null && !(0,receiver_delivery/* fieldValue */.a)(delivery, settings.issueField);
}
function wasSurelyNeverClosed({ status, closedAt }) {
    return status !== null && status !== 'closed' && closedAt === null;
}
/** Whether the whole URL stands in the text: `…/issues/4` does not stand in `…/issues/42`. */
function containsUrl(text, url) {
    for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
        if (!/[\w/?#-]/.test(text.charAt(at + url.length)))
            return true;
    }
    return false;
}


/***/ }),

/***/ 26:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ cleanName),
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   Zs: () => (/* binding */ OTHER)
/* harmony export */ });
/** Stands for an event's or source's name that could be anything. */
const OTHER = 'other';
/** One delivery as one line of JSON, without the line break. */
function logLine(entry) {
    return JSON.stringify(entry);
}
/**
 * A name that may go into logs and to GitHub: up to 64 letters, digits and `_.:-`. Whatever else comes in as an
 * event or a source is `other`, for neither is signed.
 */
function cleanName(name) {
    return name && /^[A-Za-z0-9_.:-]{1,64}$/.test(name) ? name : OTHER;
}


/***/ }),

/***/ 422:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_http_https_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(867);
/* harmony import */ var _app_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(543);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(977);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(515);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(407);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(392);
/* harmony import */ var _shutdown_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(64);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(249);








/** Container hosts kill 10 s after they have asked. */
const GRACE_MS = 8_000;
function listen(settings) {
    const receiver = (0,_app_js__WEBPACK_IMPORTED_MODULE_1__/* .createReceiver */ .o)({ settings, fetch: (0,_src_http_https_js__WEBPACK_IMPORTED_MODULE_0__/* .httpsFetch */ .G)(_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .CALL_LIMITS */ .i$), log: say });
    const server = (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .createReceiverServer */ .R)(receiver);
    server.on('error', error => {
        refuse(`Can't listen on ${settings.host ?? 'all interfaces'}, port ${settings.port}: ${error.message}. Check HOST and PORT.`);
    });
    server.listen(settings.port, settings.host, () => {
        const { address, port } = server.address();
        const { enabled, repository } = settings;
        const time = new Date().toISOString();
        say(JSON.stringify({ time, listening: true, address, port, version: _version_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSION */ .x, enabled, repository }));
    });
    const stop = (0,_shutdown_js__WEBPACK_IMPORTED_MODULE_7__/* .createStop */ .n)({ server, graceMs: GRACE_MS, exit: code => process.exit(code) });
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
}
/** Lines that are still to be written. */
let unsaid = '';
/** Writes what is said in one turn of the event loop at once: a write takes as long as parsing a delivery. */
function say(line) {
    if (!unsaid)
        setImmediate(speak);
    unsaid += `${line}\n`;
}
function speak() {
    if (unsaid)
        process.stdout.write(unsaid);
    unsaid = '';
}
function refuse(message) {
    process.stderr.write(`freescout-autolink receiver: ${message}\n`);
    process.exitCode = 1;
}
process.on('exit', speak);
const [argument] = process.argv.slice(2);
if (argument === '--check') {
    process.exitCode = await (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)({ env: process.env, fetch: (0,_src_http_https_js__WEBPACK_IMPORTED_MODULE_0__/* .httpsFetch */ .G)(_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .CALL_LIMITS */ .i$), say });
}
else if (argument !== undefined) {
    refuse(`"${argument}" means nothing to it. Give it --check to look at the settings, or nothing to run.`);
}
else {
    try {
        listen(await (0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .readSettings */ .s)(process.env));
    }
    catch (error) {
        if (!(error instanceof _settings_js__WEBPACK_IMPORTED_MODULE_5__/* .SettingsError */ .G))
            throw error;
        refuse(error.message);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ createReceiverServer)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
;// CONCATENATED MODULE: ./node_modules/@hono/node-server/dist/constants-BLSFu_RU.mjs
//#region src/utils/response/constants.ts
const X_ALREADY_SENT = "x-hono-already-sent";

//#endregion

;// CONCATENATED MODULE: external "node:http2"
const external_node_http2_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: ./node_modules/hono/dist/helper/websocket/index.js
//#region src/helper/websocket/index.ts
/**
* A context for controlling WebSockets
*/
var WSContext = class {
	#init;
	constructor(init) {
		this.#init = init;
		this.raw = init.raw;
		this.url = init.url ? new URL(init.url) : null;
		this.protocol = init.protocol ?? null;
	}
	send(source, options) {
		this.#init.send(source, options ?? {});
	}
	raw;
	binaryType = "arraybuffer";
	get readyState() {
		return this.#init.readyState;
	}
	url;
	protocol;
	close(code, reason) {
		this.#init.close(code, reason);
	}
};
const createWSMessageEvent = (source) => {
	return new MessageEvent("message", { data: source });
};
/**
* Create a WebSocket adapter/helper
*/
const defineWebSocketHelper = (handler) => {
	return ((...args) => {
		if (typeof args[0] === "function") {
			const [createEvents, options] = args;
			return async function upgradeWebSocket(c, next) {
				const result = await handler(c, await createEvents(c), options);
				if (result) return result;
				await next();
			};
		} else {
			const [c, events, options] = args;
			return (async () => {
				const upgraded = await handler(c, events, options);
				if (!upgraded) throw new Error("Failed to upgrade WebSocket");
				return upgraded;
			})();
		}
	});
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/@hono/node-server/dist/index.mjs






//#region src/error.ts
var RequestError = class extends Error {
	constructor(message, options) {
		super(message, options);
		this.name = "RequestError";
	}
};

//#endregion
//#region src/headers.ts
const nonJoinedHeaders = new Set([
	"age",
	"authorization",
	"content-length",
	"content-type",
	"etag",
	"expires",
	"from",
	"host",
	"if-modified-since",
	"if-unmodified-since",
	"last-modified",
	"location",
	"max-forwards",
	"proxy-authorization",
	"referer",
	"retry-after",
	"server",
	"user-agent"
]);
const validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32;
const normalizeHeaderValue = (value) => {
	if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
	let start = 0;
	let end = value.length;
	while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
	while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
	return value.slice(start, end);
};
const forbiddenHeaderValue = /[\0\r\n]/;
const GlobalHeaders = globalThis.Headers;
const materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
	const headers = new HeadersCtor();
	for (let i = 0; i < rawHeaders.length; i += 2) {
		const name = rawHeaders[i];
		if (!name.startsWith(":")) headers.append(name, rawHeaders[i + 1]);
	}
	return headers;
};
var RequestHeaders = class {
	#incoming;
	#rawHeaders;
	#headers;
	#invalidValue;
	constructor(incoming) {
		this.#incoming = incoming;
		if (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) this.#rawHeaders = incoming.rawHeaders.slice();
	}
	get #lazyRawHeaders() {
		return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
	}
	get #native() {
		if (!this.#headers) {
			this.#headers = materializeHeaders(this.#lazyRawHeaders);
			this.#rawHeaders = void 0;
		}
		return this.#headers;
	}
	#normalizedName(name) {
		if (typeof name !== "string") return;
		if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
		return name.toLowerCase();
	}
	#lookupHttp1(lowerName) {
		const headers = this.#incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest ? void 0 : this.#incoming.headers;
		if (!headers || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
		if (!Object.hasOwn(headers, lowerName)) return null;
		const rawValue = headers[lowerName];
		if (typeof rawValue === "string") {
			const value = normalizeHeaderValue(rawValue);
			return forbiddenHeaderValue.test(value) ? void 0 : value;
		}
	}
	#lookup(rawHeaders, lowerName) {
		const separator = lowerName === "cookie" ? "; " : ", ";
		let value = null;
		for (let i = 0; i < rawHeaders.length; i += 2) {
			const rawName = rawHeaders[i];
			if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
				const rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
				if (forbiddenHeaderValue.test(rawValue)) {
					this.#invalidValue = true;
					return;
				}
				value = value === null ? rawValue : value + separator + rawValue;
			}
		}
		return value;
	}
	append(name, value) {
		this.#native.append(name, value);
	}
	delete(name) {
		this.#native.delete(name);
	}
	get(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value;
		}
		return this.#native.get(name);
	}
	has(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value !== null;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value !== null;
		}
		return this.#native.has(name);
	}
	set(name, value) {
		this.#native.set(name, value);
	}
	getSetCookie() {
		return this.#native.getSetCookie();
	}
	keys() {
		return this.#native.keys();
	}
	values() {
		return this.#native.values();
	}
	entries() {
		return this.#native.entries();
	}
	forEach(callback, thisArg) {
		this.#native.forEach((value, key) => {
			callback.call(thisArg, value, key, this);
		});
	}
	[Symbol.iterator]() {
		return this.entries();
	}
};
Object.defineProperty(RequestHeaders.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
const newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers);

//#endregion
//#region src/url.ts
const reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/;
const reDotSegment = /\/\.\.?(?:[/?#]|$)/;
const reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
const validateRequestTarget = (target) => {
	const backslash = target.indexOf("\\");
	if (backslash !== -1) {
		const query = target.indexOf("?");
		if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
	}
};
const buildUrl = (scheme, host, incomingUrl) => {
	const url = `${scheme}://${host}${incomingUrl}`;
	if (!reValidHost.test(host)) {
		validateRequestTarget(incomingUrl);
		const urlObj = new URL(url);
		if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
		return urlObj.href;
	} else if (incomingUrl.length === 0) return url + "/";
	else {
		if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
		if (!reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl)) {
			validateRequestTarget(incomingUrl);
			return new URL(url).href;
		}
		return url;
	}
};

//#endregion
//#region src/request.ts
const toRequestError = (e) => {
	if (e instanceof RequestError) return e;
	return new RequestError(e.message, { cause: e });
};
const GlobalRequest = global.Request;
var Request$1 = class extends GlobalRequest {
	constructor(input, options) {
		if (typeof input === "object" && getRequestCache in input) {
			const hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
			if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
			input = input[getRequestCache]();
		}
		if (typeof (options?.body)?.getReader !== "undefined") options.duplex ??= "half";
		super(input, options);
	}
};
const wrapBodyStream = Symbol("wrapBodyStream");
const byteExactEncodings = new Set([
	"latin1",
	"binary",
	"hex",
	"base64",
	"base64url"
]);
const isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding);
const bodyBufferedBeforeDisconnectKey = Symbol("bodyBufferedBeforeDisconnect");
const bodyBufferedLengthBeforeDisconnectKey = Symbol("bodyBufferedLengthBeforeDisconnect");
const toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8");
const isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read === "function" && isByteExactEncoding(incoming.readableEncoding);
const recordBodyBufferedBeforeDisconnect = (incoming) => {
	if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
};
const readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
	if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
	let result;
	const errored = incoming.errored;
	if (errored && errored.code !== "ECONNRESET") result = errored;
	else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
	else {
		const bodyChunks = chunks ?? [];
		const chunk = incoming.read();
		if (chunk !== null) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		const buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
		result = buffer;
		const contentLength = incoming.headers["content-length"];
		if (typeof contentLength === "string" && /^\d+$/.test(contentLength)) {
			const expectedLength = Number(contentLength);
			if (Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength) result = newBodyUnusableError();
		}
	}
	incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result;
	return result;
};
const enqueueBufferedBody = (controller, buffered) => {
	if (buffered instanceof Error) {
		controller.error(buffered);
		return;
	}
	if (buffered.length > 0) controller.enqueue(buffered);
	controller.close();
};
const newRequestFromIncoming = (method, url, headers, incoming, abortController) => {
	const init = {
		method,
		headers,
		signal: abortController.signal
	};
	if (method === "TRACE") {
		init.method = "GET";
		const req = new Request$1(url, init);
		Object.defineProperty(req, "method", { get() {
			return "TRACE";
		} });
		return req;
	}
	if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
		controller.enqueue(incoming.rawBody);
		controller.close();
	} });
	else if (incoming[wrapBodyStream]) {
		let reader;
		init.body = new ReadableStream({ async pull(controller) {
			try {
				if (!reader) {
					const buffered = readBodyBufferedBeforeDisconnect(incoming);
					if (buffered !== void 0) {
						enqueueBufferedBody(controller, buffered);
						return;
					}
				}
				reader ||= external_node_stream_namespaceObject.Readable.toWeb(incoming).getReader();
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			} catch (error) {
				controller.error(error);
			}
		} });
	} else {
		const buffered = readBodyBufferedBeforeDisconnect(incoming);
		if (buffered !== void 0) init.body = new ReadableStream({ start(controller) {
			enqueueBufferedBody(controller, buffered);
		} });
		else init.body = external_node_stream_namespaceObject.Readable.toWeb(incoming);
	}
	return new Request$1(url, init);
};
const getRequestCache = Symbol("getRequestCache");
const requestCache = Symbol("requestCache");
const incomingKey = Symbol("incomingKey");
const urlKey = Symbol("urlKey");
const methodKey = Symbol("methodKey");
const headersKey = Symbol("headersKey");
const abortControllerKey = Symbol("abortControllerKey");
const getAbortController = Symbol("getAbortController");
const abortRequest = Symbol("abortRequest");
const bodyBufferKey = Symbol("bodyBuffer");
const bodyReadPromiseKey = Symbol("bodyReadPromise");
const bodyConsumedDirectlyKey = Symbol("bodyConsumedDirectly");
const bodyLockReaderKey = Symbol("bodyLockReader");
const abortReasonKey = Symbol("abortReason");
const newBodyUnusableError = () => {
	return /* @__PURE__ */ new TypeError("Body is unusable");
};
const rejectBodyUnusable = () => {
	return Promise.reject(newBodyUnusableError());
};
const textDecoder = new TextDecoder();
const consumeBodyDirectOnce = (request) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	request[bodyConsumedDirectlyKey] = true;
};
const toArrayBuffer = (buf) => {
	return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength);
};
const contentType = (request) => {
	return (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "";
};
const methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const normalizeIncomingMethod = (method) => {
	if (typeof method !== "string" || method.length === 0) return "GET";
	switch (method) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "PATCH":
		case "POST":
		case "PUT":
		case "QUERY": return method;
	}
	const upper = method.toUpperCase();
	switch (upper) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "POST":
		case "PUT": return upper;
		default: return method;
	}
};
const validateDirectReadMethod = (method) => {
	if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
	const normalized = method.toUpperCase();
	if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
};
const readBodyWithFastPath = (request, method, fromBuffer) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	const methodName = request.method;
	if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
	const methodValidationError = validateDirectReadMethod(methodName);
	if (methodValidationError) return Promise.reject(methodValidationError);
	if (request[requestCache]) {
		if (methodName !== "TRACE") return request[requestCache][method]();
	}
	const alreadyUsedError = consumeBodyDirectOnce(request);
	if (alreadyUsedError) return alreadyUsedError;
	const raw = readRawBodyIfAvailable(request);
	if (raw) {
		const result = Promise.resolve(fromBuffer(raw, request));
		request[bodyBufferKey] = void 0;
		return result;
	}
	return readBodyDirect(request).then((buf) => {
		const result = fromBuffer(buf, request);
		request[bodyBufferKey] = void 0;
		return result;
	});
};
const readRawBodyIfAvailable = (request) => {
	const incoming = request[incomingKey];
	if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
};
const normalizeAbortError = (request, incoming) => {
	if (incoming.errored) return incoming.errored;
	const reason = request[abortReasonKey];
	if (reason !== void 0) return reason instanceof Error ? reason : new Error(String(reason));
	return /* @__PURE__ */ new Error("Client connection prematurely closed.");
};
const readBodyDirect = (request) => {
	if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
	if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
	const incoming = request[incomingKey];
	if (incoming.readableDidRead) return rejectBodyUnusable();
	const buffered = readBodyBufferedBeforeDisconnect(incoming);
	if (buffered !== void 0) {
		if (buffered instanceof Error) return Promise.reject(buffered);
		request[bodyBufferKey] = buffered;
		return Promise.resolve(buffered);
	}
	const promise = new Promise((resolve, reject) => {
		const chunks = [];
		let settled = false;
		const finish = (callback) => {
			if (settled) return;
			settled = true;
			cleanup();
			callback();
		};
		const recoverCompleteBodyAfterDisconnect = (error) => {
			const streamError = incoming.errored ?? error;
			if (!isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET") return false;
			finish(() => {
				const recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
				if (recovered instanceof Error) reject(recovered);
				else if (recovered === void 0) reject(error ?? normalizeAbortError(request, incoming));
				else {
					request[bodyBufferKey] = recovered;
					resolve(recovered);
				}
			});
			return true;
		};
		const onData = (chunk) => {
			chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		};
		const onEnd = () => {
			finish(() => {
				const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
				request[bodyBufferKey] = buffer;
				resolve(buffer);
			});
		};
		const onError = (error) => {
			if (recoverCompleteBodyAfterDisconnect(error)) return;
			finish(() => {
				reject(error);
			});
		};
		const onClose = () => {
			if (incoming.readableEnded) {
				onEnd();
				return;
			}
			if (recoverCompleteBodyAfterDisconnect()) return;
			finish(() => {
				reject(normalizeAbortError(request, incoming));
			});
		};
		const cleanup = () => {
			incoming.off("data", onData);
			incoming.off("end", onEnd);
			incoming.off("error", onError);
			incoming.off("close", onClose);
			request[bodyReadPromiseKey] = void 0;
		};
		incoming.on("data", onData);
		incoming.on("end", onEnd);
		incoming.on("error", onError);
		incoming.on("close", onClose);
		queueMicrotask(() => {
			if (settled) return;
			if (incoming.readableEnded) onEnd();
			else if (incoming.errored) onError(incoming.errored);
			else if (incoming.destroyed) onClose();
		});
	});
	request[bodyReadPromiseKey] = promise;
	return promise;
};
const requestPrototype = {
	get method() {
		return this[methodKey];
	},
	get url() {
		return this[urlKey];
	},
	get headers() {
		return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
	},
	[abortRequest](reason) {
		if (this[abortReasonKey] === void 0) this[abortReasonKey] = reason;
		const abortController = this[abortControllerKey];
		if (abortController && !abortController.signal.aborted) abortController.abort(reason);
	},
	[getAbortController]() {
		this[abortControllerKey] ||= new AbortController();
		if (this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted) this[abortControllerKey].abort(this[abortReasonKey]);
		return this[abortControllerKey];
	},
	[getRequestCache]() {
		const abortController = this[getAbortController]();
		if (this[requestCache]) return this[requestCache];
		const method = this.method;
		if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
			this[bodyBufferKey] = void 0;
			const init = {
				method: method === "TRACE" ? "GET" : method,
				headers: this.headers,
				signal: abortController.signal
			};
			if (method !== "TRACE") {
				init.body = new ReadableStream({ start(c) {
					c.close();
				} });
				init.duplex = "half";
			}
			const req = new Request$1(this[urlKey], init);
			if (method === "TRACE") Object.defineProperty(req, "method", { get() {
				return "TRACE";
			} });
			return this[requestCache] = req;
		}
		return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
	},
	get body() {
		if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
		const request = this[getRequestCache]();
		if (!this[bodyLockReaderKey] && request.body) this[bodyLockReaderKey] = request.body.getReader();
		return request.body;
	},
	get bodyUsed() {
		if (this[bodyConsumedDirectlyKey]) return true;
		if (this[requestCache]) return this[requestCache].bodyUsed;
		return false;
	}
};
Object.defineProperty(requestPrototype, "signal", { get() {
	return this[getAbortController]().signal;
} });
[
	"cache",
	"credentials",
	"destination",
	"duplex",
	"integrity",
	"mode",
	"redirect",
	"referrer",
	"referrerPolicy",
	"keepalive"
].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { get() {
		return this[getRequestCache]()[k];
	} });
});
["clone", "formData"].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { value: function() {
		if (this[bodyConsumedDirectlyKey]) {
			if (k === "clone") throw newBodyUnusableError();
			return rejectBodyUnusable();
		}
		return this[getRequestCache]()[k]();
	} });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
	return readBodyWithFastPath(this, "text", (buf) => textDecoder.decode(buf));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
	return readBodyWithFastPath(this, "arrayBuffer", (buf) => toArrayBuffer(buf));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
	return readBodyWithFastPath(this, "blob", (buf, request) => {
		const type = contentType(request);
		const init = type ? { headers: { "content-type": type } } : void 0;
		return new Response(buf, init).blob();
	});
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
	if (this[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	return this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Request (lightweight) ${inspectFn({
		method: this.method,
		url: this.url,
		headers: this.headers,
		nativeRequest: this[requestCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
const newRequest = (incoming, defaultHostname) => {
	const req = Object.create(requestPrototype);
	req[incomingKey] = incoming;
	req[methodKey] = normalizeIncomingMethod(incoming.method);
	const incomingUrl = incoming.url || "";
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		if (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
		try {
			validateRequestTarget(incomingUrl);
			req[urlKey] = new URL(incomingUrl).href;
		} catch (e) {
			throw new RequestError("Invalid absolute URL", { cause: e });
		}
		return req;
	}
	const host = (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
	if (!host) throw new RequestError("Missing host header");
	let scheme;
	if (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) {
		scheme = incoming.scheme;
		if (!(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
	} else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
	try {
		req[urlKey] = buildUrl(scheme, host, incomingUrl);
	} catch (e) {
		if (e instanceof RequestError) throw e;
		else throw new RequestError("Invalid URL", { cause: e });
	}
	return req;
};

//#endregion
//#region src/response.ts
const defaultContentType = "text/plain; charset=UTF-8";
const responseCache = Symbol("responseCache");
const getResponseCache = Symbol("getResponseCache");
const cacheKey = Symbol("cache");
const GlobalResponse = global.Response;
var Response$1 = class Response$1 {
	#body;
	#init;
	[getResponseCache]() {
		const cache = this[cacheKey];
		const liveHeaders = cache && cache[2] instanceof Headers ? cache[2] : void 0;
		delete this[cacheKey];
		return this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
			status: this.#init?.status,
			statusText: this.#init?.statusText,
			headers: liveHeaders
		} : this.#init);
	}
	constructor(body, init) {
		let headers;
		this.#body = body;
		if (init instanceof GlobalResponse) {
			const cachedGlobalResponse = init[responseCache];
			if (cachedGlobalResponse) {
				this.#init = cachedGlobalResponse;
				this[getResponseCache]();
				return;
			}
			this.#init = init instanceof Response$1 ? init.#init : init;
			headers = new Headers(init.headers);
		} else this.#init = init;
		if (body == null || typeof body === "string" || typeof body?.getReader !== "undefined" || body instanceof Blob || body instanceof Uint8Array) this[cacheKey] = [
			init?.status || 200,
			body ?? null,
			headers || init?.headers
		];
	}
	get headers() {
		const cache = this[cacheKey];
		if (cache) {
			if (!(cache[2] instanceof Headers)) cache[2] = new Headers(cache[2] || (cache[1] === null ? void 0 : { "content-type": defaultContentType }));
			return cache[2];
		}
		return this[getResponseCache]().headers;
	}
	get status() {
		return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
	}
	get ok() {
		const status = this.status;
		return status >= 200 && status < 300;
	}
};
[
	"body",
	"bodyUsed",
	"redirected",
	"statusText",
	"trailers",
	"type",
	"url"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { get() {
		return this[getResponseCache]()[k];
	} });
});
[
	"arrayBuffer",
	"blob",
	"clone",
	"formData",
	"json",
	"text"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { value: function() {
		return this[getResponseCache]()[k]();
	} });
});
Object.defineProperty(Response$1.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Response (lightweight) ${inspectFn({
		status: this.status,
		headers: this.headers,
		ok: this.ok,
		nativeResponse: this[responseCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
const validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/;
const parseRedirectUrl = (url) => {
	if (url instanceof URL) return url.href;
	if (validRedirectUrl.test(url)) return url;
	return new URL(url).href;
};
const validRedirectStatuses = new Set([
	301,
	302,
	303,
	307,
	308
]);
Object.defineProperty(Response$1, "redirect", {
	value: function redirect(url, status = 302) {
		if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
		return new Response$1(null, {
			status,
			headers: { location: parseRedirectUrl(url) }
		});
	},
	writable: true,
	configurable: true
});
Object.defineProperty(Response$1, "json", {
	value: function json(data, init) {
		const body = JSON.stringify(data);
		if (body === void 0) throw new TypeError("The data is not JSON serializable");
		const initHeaders = init?.headers;
		let headers;
		if (initHeaders) {
			headers = new Headers(initHeaders);
			if (!headers.has("content-type")) headers.set("content-type", "application/json");
		} else headers = { "content-type": "application/json" };
		return new Response$1(body, {
			status: init?.status ?? 200,
			statusText: init?.statusText,
			headers
		});
	},
	writable: true,
	configurable: true
});

//#endregion
//#region src/utils.ts
async function readWithoutBlocking(readPromise) {
	return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
	const cancel = (error) => {
		reader.cancel(error).catch(() => {});
	};
	const stream = writable.stream;
	if (writable.destroyed || stream?.closed || stream?.destroyed) {
		cancel();
		return reader.closed;
	}
	writable.on("close", cancel);
	writable.on("error", cancel);
	(currentReadPromise ?? reader.read()).then(flow, handleStreamError);
	return reader.closed.finally(() => {
		writable.off("close", cancel);
		writable.off("error", cancel);
	});
	function handleStreamError(error) {
		if (error) writable.destroy(error);
	}
	function onDrain() {
		reader.read().then(flow, handleStreamError);
	}
	function flow({ done, value }) {
		try {
			if (done) writable.end();
			else if (!writable.write(value)) writable.once("drain", onDrain);
			else reader.read().then(flow, handleStreamError);
		} catch (e) {
			handleStreamError(e);
		}
	}
}
function writeFromReadableStream(stream, writable) {
	if (stream.locked) throw new TypeError("ReadableStream is locked.");
	else if (writable.destroyed) {
		stream.cancel().catch(() => {});
		return;
	}
	return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
const buildOutgoingHttpHeaders = (headers, defaultContentType) => {
	const res = {};
	if (!(headers instanceof Headers)) headers = new Headers(headers ?? void 0);
	if (headers.has("set-cookie")) {
		const cookies = [];
		for (const [k, v] of headers) if (k === "set-cookie") cookies.push(v);
		else res[k] = v;
		if (cookies.length > 0) res["set-cookie"] = cookies;
	} else for (const [k, v] of headers) res[k] = v;
	if (defaultContentType) res["content-type"] ??= defaultContentType;
	return res;
};

//#endregion
//#region src/listener.ts
const outgoingEnded = Symbol("outgoingEnded");
const incomingDraining = Symbol("incomingDraining");
const DRAIN_TIMEOUT_MS = 500;
const MAX_DRAIN_BYTES = 64 * 1024 * 1024;
const drainIncoming = (incoming) => {
	const incomingWithDrainState = incoming;
	if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
	incomingWithDrainState[incomingDraining] = true;
	if (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) {
		try {
			incoming.stream?.close?.(external_node_http2_namespaceObject.constants.NGHTTP2_NO_ERROR);
		} catch {}
		return;
	}
	let bytesRead = 0;
	const cleanup = () => {
		clearTimeout(timer);
		incoming.off("data", onData);
		incoming.off("end", cleanup);
		incoming.off("error", cleanup);
	};
	const forceClose = () => {
		cleanup();
		const socket = incoming.socket;
		if (socket && !socket.destroyed) {
			if (typeof socket.destroySoon === "function") socket.destroySoon();
			else if (typeof socket.destroy === "function") socket.destroy();
		}
	};
	const timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
	timer.unref?.();
	const onData = (chunk) => {
		bytesRead += chunk.length;
		if (bytesRead > MAX_DRAIN_BYTES) forceClose();
	};
	incoming.on("data", onData);
	incoming.on("end", cleanup);
	incoming.on("error", cleanup);
	incoming.resume();
};
const makeCloseHandler = (req, incoming, outgoing, needsBodyCleanup) => () => {
	if (incoming.errored) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest](incoming.errored.toString());
	} else if (!outgoing.writableFinished || incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest && incoming.aborted) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest]("Client connection prematurely closed.");
	}
	if (needsBodyCleanup && !incoming.readableEnded) setTimeout(() => {
		if (!incoming.readableEnded) setTimeout(() => {
			drainIncoming(incoming);
		});
	});
};
const isImmediateCacheableResponse = (res) => {
	if (!(cacheKey in res)) return false;
	const body = res[cacheKey][1];
	return body === null || typeof body === "string" || body instanceof Uint8Array;
};
const handleRequestError = () => new Response(null, { status: 400 });
const handleFetchError = (e) => new Response(null, { status: e instanceof Error && (e.name === "TimeoutError" || e.constructor.name === "TimeoutError") ? 504 : 500 });
const handleResponseError = (e, outgoing) => {
	const err = e instanceof Error ? e : new Error("unknown error", { cause: e });
	if (err.code === "ERR_STREAM_PREMATURE_CLOSE") console.info("The user aborted a request.");
	else {
		console.error(e);
		if (!outgoing.headersSent) {
			if (outgoing instanceof external_node_http_.ServerResponse) outgoing._contentLength = null;
			outgoing.writeHead(500, { "Content-Type": "text/plain" });
		}
		outgoing.end(`Error: ${err.message}`);
		outgoing.destroy(err);
	}
};
const flushHeaders = (outgoing) => {
	if ("flushHeaders" in outgoing && outgoing.writable) outgoing.flushHeaders();
};
const trySetContentLength = (outgoing, status, length) => {
	const http1 = outgoing;
	if (http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing.hasHeader("content-length") && !outgoing.hasHeader("transfer-encoding") && !outgoing.hasHeader("trailer")) {
		http1._contentLength = length;
		return true;
	}
	return false;
};
const writeDefaultHeaders = (outgoing, status, length) => {
	if (trySetContentLength(outgoing, status, length)) outgoing.writeHead(status, { "Content-Type": defaultContentType });
	else outgoing.writeHead(status, {
		"Content-Type": defaultContentType,
		"Content-Length": length
	});
};
const responseViaCache = async (res, outgoing) => {
	let [status, body, header] = res[cacheKey];
	if (!header) {
		if (body === null) {
			outgoing.writeHead(status);
			outgoing.end();
		} else if (typeof body === "string") {
			writeDefaultHeaders(outgoing, status, Buffer.byteLength(body));
			outgoing.end(body);
		} else if (body instanceof Uint8Array) {
			writeDefaultHeaders(outgoing, status, body.byteLength);
			outgoing.end(body);
		} else if (body instanceof Blob) {
			writeDefaultHeaders(outgoing, status, body.size);
			outgoing.end(new Uint8Array(await body.arrayBuffer()));
		} else {
			outgoing.writeHead(status, { "Content-Type": defaultContentType });
			flushHeaders(outgoing);
			await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
		}
		outgoing[outgoingEnded]?.();
		return;
	}
	let hasContentLength = false;
	let plainHeaders = false;
	let canAutoLength = true;
	if (header instanceof Headers) {
		hasContentLength = header.has("content-length");
		header = buildOutgoingHttpHeaders(header, body === null ? void 0 : defaultContentType);
	} else if (Array.isArray(header)) {
		const headerObj = new Headers(header);
		hasContentLength = headerObj.has("content-length");
		header = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
	} else {
		plainHeaders = true;
		for (const key in header) {
			if (key.length === 14 && key.toLowerCase() === "content-length") {
				hasContentLength = true;
				break;
			}
			if (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") canAutoLength = false;
		}
	}
	if (!hasContentLength) {
		let length;
		if (typeof body === "string") length = Buffer.byteLength(body);
		else if (body instanceof Uint8Array) length = body.byteLength;
		else if (body instanceof Blob) length = body.size;
		if (length !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing, status, length))) {
			if (plainHeaders) header = { ...header };
			header["Content-Length"] = length;
		}
	}
	outgoing.writeHead(status, header);
	if (body == null) outgoing.end();
	else if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
	else if (body instanceof Blob) outgoing.end(new Uint8Array(await body.arrayBuffer()));
	else {
		flushHeaders(outgoing);
		await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
	}
	outgoing[outgoingEnded]?.();
};
const isPromise = (res) => typeof res.then === "function";
const responseViaResponseObject = async (res, outgoing, options = {}) => {
	if (isPromise(res)) if (options.errorHandler) try {
		res = await res;
	} catch (err) {
		const errRes = await options.errorHandler(err);
		if (!errRes) return;
		res = errRes;
	}
	else res = await res.catch(handleFetchError);
	if (cacheKey in res) return responseViaCache(res, outgoing);
	const resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
	if (res.body) {
		const reader = res.body.getReader();
		const values = [];
		let done = false;
		let currentReadPromise = void 0;
		if (resHeaderRecord["transfer-encoding"] !== "chunked") {
			let maxReadCount = 2;
			for (let i = 0; i < maxReadCount; i++) {
				currentReadPromise ||= reader.read();
				const chunk = await readWithoutBlocking(currentReadPromise);
				if (!chunk) {
					if (i === 1) {
						await new Promise((resolve) => setTimeout(resolve));
						maxReadCount = 3;
						continue;
					}
					break;
				}
				currentReadPromise = void 0;
				if (chunk.value) values.push(chunk.value);
				if (chunk.done) {
					done = true;
					break;
				}
			}
			if (done && !("content-length" in resHeaderRecord)) resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0);
		}
		outgoing.writeHead(res.status, resHeaderRecord);
		values.forEach((value) => {
			outgoing.write(value);
		});
		if (done) outgoing.end();
		else {
			if (values.length === 0) flushHeaders(outgoing);
			await writeFromReadableStreamDefaultReader(reader, outgoing, currentReadPromise);
		}
	} else if (resHeaderRecord[X_ALREADY_SENT]) {} else {
		outgoing.writeHead(res.status, resHeaderRecord);
		outgoing.end();
	}
	outgoing[outgoingEnded]?.();
};
const getRequestListener = (fetchCallback, options = {}) => {
	const autoCleanupIncoming = options.autoCleanupIncoming ?? true;
	if (options.overrideGlobalObjects !== false && global.Request !== Request$1) {
		Object.defineProperty(global, "Request", { value: Request$1 });
		Object.defineProperty(global, "Response", { value: Response$1 });
	}
	return async (incoming, outgoing) => {
		let res, req;
		let needsBodyCleanup = false;
		let closeHandlerAttached = false;
		const ensureCloseHandler = () => {
			if (!req || closeHandlerAttached) return;
			closeHandlerAttached = true;
			outgoing.on("close", makeCloseHandler(req, incoming, outgoing, needsBodyCleanup));
		};
		try {
			req = newRequest(incoming, options.hostname);
			needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD");
			if (needsBodyCleanup) {
				incoming[wrapBodyStream] = true;
				if (incoming instanceof external_node_http2_namespaceObject.Http2ServerRequest) outgoing[outgoingEnded] = () => {
					if (!incoming.readableEnded) setTimeout(() => {
						if (!incoming.readableEnded) setTimeout(() => {
							incoming.destroy();
							outgoing.destroy();
						});
					});
				};
			}
			res = fetchCallback(req, {
				incoming,
				outgoing
			});
			if (!isPromise(res) && isImmediateCacheableResponse(res)) {
				if (needsBodyCleanup && !incoming.readableEnded) outgoing.once("finish", () => {
					if (!incoming.readableEnded) drainIncoming(incoming);
				});
				return responseViaCache(res, outgoing);
			}
			ensureCloseHandler();
		} catch (e) {
			if (!res) if (options.errorHandler) {
				ensureCloseHandler();
				res = await options.errorHandler(req ? e : toRequestError(e));
				if (!res) return;
			} else if (!req) res = handleRequestError();
			else res = handleFetchError(e);
			else return handleResponseError(e, outgoing);
		}
		try {
			return await responseViaResponseObject(res, outgoing, options);
		} catch (e) {
			return handleResponseError(e, outgoing);
		}
	};
};

//#endregion
//#region src/websocket.ts
/**
* @link https://developer.mozilla.org/en-US/docs/Web/API/CloseEvent
*/
const CloseEvent = globalThis.CloseEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get wasClean() {
		return this.#eventInitDict.wasClean ?? false;
	}
	get code() {
		return this.#eventInitDict.code ?? 0;
	}
	get reason() {
		return this.#eventInitDict.reason ?? "";
	}
};
/**
* Node.js has no global `ErrorEvent`, unlike `Event`/`MessageEvent`/`CloseEvent`.
* @link https://developer.mozilla.org/en-US/docs/Web/API/ErrorEvent
*/
const ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get message() {
		return this.#eventInitDict.message ?? "";
	}
	get filename() {
		return this.#eventInitDict.filename ?? "";
	}
	get lineno() {
		return this.#eventInitDict.lineno ?? 0;
	}
	get colno() {
		return this.#eventInitDict.colno ?? 0;
	}
	get error() {
		return this.#eventInitDict.error ?? null;
	}
};
const generateConnectionSymbol = () => Symbol("connection");
const CONNECTION_SYMBOL_KEY = Symbol("CONNECTION_SYMBOL_KEY");
const WAIT_FOR_WEBSOCKET_SYMBOL = Symbol("WAIT_FOR_WEBSOCKET_SYMBOL");
const responseHeadersToSkip = new Set([
	"connection",
	"content-length",
	"keep-alive",
	"proxy-authenticate",
	"proxy-authorization",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
	"sec-websocket-accept",
	"sec-websocket-extensions",
	"sec-websocket-protocol"
]);
const appendResponseHeaders = (headers, responseHeaders) => {
	if (!responseHeaders) return;
	responseHeaders.forEach((value, key) => {
		if (responseHeadersToSkip.has(key.toLowerCase())) return;
		headers.push(`${key}: ${value}`);
	});
};
const rejectUpgradeRequest = (socket, status, responseHeaders) => {
	if (socket.destroyed) return;
	const responseLines = ["Connection: close", "Content-Length: 0"];
	appendResponseHeaders(responseLines, responseHeaders);
	socket.end(`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ""}\r\n${responseLines.join("\r\n")}\r\n\r
`);
};
const createUpgradeRequest = (request) => {
	const protocol = request.socket.encrypted ? "https" : "http";
	const incomingUrl = request.url ?? "/";
	let url;
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		validateRequestTarget(incomingUrl);
		url = new URL(incomingUrl).href;
	} else url = buildUrl(protocol, request.headers.host ?? "localhost", incomingUrl);
	const headers = new Headers();
	for (const key in request.headers) {
		const value = request.headers[key];
		if (!value) continue;
		headers.append(key, Array.isArray(value) ? value[0] : value);
	}
	return new Request(url, { headers });
};
const setupWebSocket = (options) => {
	const { server, fetchCallback, wss } = options;
	const waiterMap = /* @__PURE__ */ new Map();
	wss.on("connection", (ws, request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiter.resolve(ws);
			waiterMap.delete(request);
		}
	});
	const rejectWaiter = (request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiterMap.delete(request);
			waiter.reject(/* @__PURE__ */ new Error("WebSocket handshake aborted"));
		}
	};
	const waitForWebSocket = (request, connectionSymbol) => {
		return new Promise((resolve, reject) => {
			waiterMap.set(request, {
				resolve,
				reject,
				connectionSymbol
			});
		});
	};
	server.on("upgrade", async (request, socket, head) => {
		if (request.headers.upgrade?.toLowerCase() !== "websocket") return;
		const ignoreSocketError = () => {};
		const reclaimWaiterOnClose = () => rejectWaiter(request);
		socket.on("error", ignoreSocketError);
		socket.once("close", reclaimWaiterOnClose);
		const env = {
			incoming: request,
			outgoing: void 0,
			wss,
			[WAIT_FOR_WEBSOCKET_SYMBOL]: waitForWebSocket
		};
		let status = 400;
		let responseHeaders;
		try {
			const response = await fetchCallback(createUpgradeRequest(request), env);
			if (response instanceof Response) {
				status = response.status;
				responseHeaders = response.headers;
			}
		} catch (error) {
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, error instanceof RequestError ? 400 : 500);
			return;
		}
		if (socket.destroyed) {
			rejectWaiter(request);
			return;
		}
		const waiter = waiterMap.get(request);
		if (!waiter || waiter.connectionSymbol !== env[CONNECTION_SYMBOL_KEY]) {
			rejectWaiter(request);
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, status, responseHeaders);
			return;
		}
		const addResponseHeaders = (headers) => {
			appendResponseHeaders(headers, responseHeaders);
		};
		wss.on("headers", addResponseHeaders);
		try {
			wss.handleUpgrade(request, socket, head, (ws) => {
				socket.off("close", reclaimWaiterOnClose);
				socket.off("error", ignoreSocketError);
				wss.emit("connection", ws, request);
			});
		} finally {
			wss.off("headers", addResponseHeaders);
		}
	});
	server.on("close", () => {
		wss.close();
	});
};
const upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
	if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
	const env = c.env;
	const waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
	if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
	const connectionSymbol = generateConnectionSymbol();
	env[CONNECTION_SYMBOL_KEY] = connectionSymbol;
	(async () => {
		let ws;
		try {
			ws = await waitForWebSocket(env.incoming, connectionSymbol);
		} catch {
			return;
		}
		const messagesReceivedInStarting = [];
		const bufferMessage = (data, isBinary) => {
			messagesReceivedInStarting.push([data, isBinary]);
		};
		ws.on("message", bufferMessage);
		const ctx = {
			binaryType: "arraybuffer",
			close(code, reason) {
				ws.close(code, reason);
			},
			protocol: ws.protocol,
			raw: ws,
			get readyState() {
				return ws.readyState;
			},
			send(source, opts) {
				ws.send(source, { compress: opts?.compress });
			},
			url: new URL(c.req.url)
		};
		try {
			events?.onOpen?.(new Event("open"), ctx);
		} catch (e) {
			(options?.onError ?? console.error)(e);
		}
		const handleMessage = (data, isBinary) => {
			const datas = Array.isArray(data) ? data : [data];
			for (const data of datas) try {
				events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data instanceof ArrayBuffer ? data : data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : typeof data === "string" ? data : Buffer.from(data).toString("utf-8") }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		};
		ws.off("message", bufferMessage);
		for (const message of messagesReceivedInStarting) handleMessage(...message);
		ws.on("message", (data, isBinary) => {
			handleMessage(data, isBinary);
		});
		ws.on("close", (code, reason) => {
			try {
				events?.onClose?.(new CloseEvent("close", {
					code,
					reason: reason.toString()
				}), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
		ws.on("error", (error) => {
			try {
				events?.onError?.(new ErrorEvent("error", { error }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
	})();
	return new Response();
});

//#endregion
//#region src/server.ts
const createAdaptorServer = (options) => {
	const fetchCallback = options.fetch;
	const requestListener = getRequestListener(fetchCallback, {
		hostname: options.hostname,
		overrideGlobalObjects: options.overrideGlobalObjects,
		autoCleanupIncoming: options.autoCleanupIncoming
	});
	const server = (options.createServer || createServer)(options.serverOptions || {}, requestListener);
	if (options.websocket && options.websocket.server) {
		if (options.websocket.server.options.noServer !== true) throw new Error("WebSocket server must be created with { noServer: true } option");
		setupWebSocket({
			server,
			fetchCallback,
			wss: options.websocket.server
		});
	}
	return server;
};
const serve = (options, listeningListener) => {
	const server = createAdaptorServer(options);
	server.listen(options?.port ?? 3e3, options.hostname, () => {
		const serverInfo = server.address();
		listeningListener && listeningListener(serverInfo);
	});
	return server;
};

//#endregion

;// CONCATENATED MODULE: ./build/receiver/server.js


/**
 * How long a sender may take, in milliseconds: FreeScout gives up after 30 s, and one that dribbles is cut off.
 * @see https://nodejs.org/api/http.html#serverrequesttimeout
 */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 };
/** What Node's parser refuses before there is a request, by its error's code. */
const REFUSED = {
    ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'too-slow'],
    HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'head-too-large'],
};
/** Puts Node's HTTP server around the receiver. It does not listen yet. */
function createReceiverServer({ fetch }, patience = PATIENCE) {
    const listener = getRequestListener(fetch, {
        hostname: 'localhost',
        errorHandler: () => Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 }),
    });
    const server = (0,external_node_http_.createServer)(patience, listener);
    server.on('clientError', (error, socket) => {
        if (error.code === 'ECONNRESET' || !socket.writable)
            return void socket.destroy();
        const [status, reason] = REFUSED[error.code ?? ''] ?? ['400 Bad Request', 'bad-request'];
        const body = JSON.stringify({ forwarded: false, reason });
        const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json`;
        socket.end(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`, () => socket.destroy());
    });
    return server;
}


/***/ }),

/***/ 392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ SettingsError),
  s: () => (/* binding */ readSettings)
});

;// CONCATENATED MODULE: ./build/src/flag.js
const OFF = ['', 'false', '0', 'off'];
const ON = ['true', '1', 'on'];
/**
 * Reads the flag `FLAG_FREESCOUT_GITHUB_AUTOLINK`, which gates receiver and action alike.
 *
 * @throws {Error} for anything that is neither on nor off, so that a typo (`ture`) is not a silent "off".
 */
function parseFlag(value, name) {
    const word = (value ?? '').trim().toLowerCase();
    if (OFF.includes(word))
        return false;
    if (ON.includes(word))
        return true;
    throw new Error(`${name} is "${value}". Use true, 1 or on; or false, 0, off or nothing at all.`);
}

;// CONCATENATED MODULE: ./build/receiver/app-key.js
/** RFC 5208: version 0, algorithm rsaEncryption with no parameters. What a PKCS#8 key says before the key. */
const PKCS8_HEAD = [
    0x02, 0x01, 0, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 0x05, 0,
];
/**
 * Reads a GitHub App's private key for signing. GitHub hands it out as PKCS#1 (`BEGIN RSA PRIVATE KEY`), which
 * WebCrypto doesn't take, so it is wrapped as PKCS#8 (`BEGIN PRIVATE KEY`); that one is taken as it is. The line
 * breaks may be real, written as `\n`, or lost.
 *
 * @throws {Error} that says what is wrong with it, and never shows any of it
 */
async function importAppKey(pem) {
    const text = pem.replaceAll('\\r', '').replaceAll('\\n', '\n');
    const found = /-----BEGIN ((?:RSA |ENCRYPTED )?PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text);
    if (!found)
        throw new Error('it is no PEM private key (from "-----BEGIN" to "-----END … KEY-----")');
    const [, kind, base64 = ''] = found;
    if (kind?.startsWith('ENCRYPTED') || base64.includes('ENCRYPTED')) {
        throw new Error('it is encrypted with a passphrase');
    }
    try {
        const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), character => character.charCodeAt(0));
        const pkcs8 = kind?.startsWith('RSA') ? wrapPkcs1(der) : der;
        const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
        return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    }
    catch {
        throw new Error('it is damaged, or no RSA key');
    }
}
/** SEQUENCE { version, algorithm, OCTET STRING { the PKCS#1 key } } */
function wrapPkcs1(der) {
    const key = [0x04, ...derLength(der.length), ...der];
    return Uint8Array.from([0x30, ...derLength(PKCS8_HEAD.length + key.length), ...PKCS8_HEAD, ...key]);
}
/** A length in DER: one byte below 128; else the number of bytes, plus 128, and the bytes. */
function derLength(length) {
    if (length < 0x80)
        return [length];
    const bytes = [];
    for (let rest = length; rest > 0; rest >>= 8)
        bytes.unshift(rest & 0xff);
    return [0x80 | bytes.length, ...bytes];
}

;// CONCATENATED MODULE: ./build/receiver/credentials.js

const APP_VARIABLES = ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY', 'GITHUB_APP_INSTALLATION_ID'];
/**
 * Reads either `GITHUB_TOKEN` or the App's three variables. Both at once are a mistake: nobody could tell which
 * one is at work.
 *
 * @returns the credentials, their key ready for use; or every mistake, none of which shows a secret
 */
async function readCredentials(env) {
    const token = env.GITHUB_TOKEN ?? '';
    const [id, key, installationId] = APP_VARIABLES.map(name => (env[name] ?? '').trim());
    const missing = APP_VARIABLES.filter(name => !env[name]?.trim());
    const mistakes = [];
    if (missing.length === APP_VARIABLES.length) {
        if (token === '') {
            mistakes.push(`GITHUB_TOKEN is missing. Set it to a token with Contents: write on the repository, or set ${APP_VARIABLES.join(', ')}.`);
        }
        else if (/\s/.test(token)) {
            mistakes.push('GITHUB_TOKEN has a space or a line break in it. Take it out.');
        }
        return mistakes.length > 0 ? { mistakes } : { credentials: { token } };
    }
    if (token !== '') {
        mistakes.push('GITHUB_TOKEN is set, and GITHUB_APP_… too. Unset GITHUB_TOKEN, or all three GITHUB_APP_….');
    }
    for (const name of missing)
        mistakes.push(`${name} is missing. A GitHub App needs ${APP_VARIABLES.join(', ')}.`);
    if (id && !/^[\w.-]{1,64}$/.test(id)) {
        mistakes.push(`GITHUB_APP_ID is "${id}". Give the App ID or the Client ID, as the App's settings page shows it.`);
    }
    if (installationId && !/^\d{1,15}$/.test(installationId)) {
        mistakes.push(`GITHUB_APP_INSTALLATION_ID is "${installationId}". Give the number at the end of the installation's URL.`);
    }
    const imported = key ? await imports(key) : undefined;
    if (typeof imported === 'string') {
        mistakes.push(`GITHUB_APP_PRIVATE_KEY can't be used: ${imported}. Give the .pem file that GitHub handed out.`);
    }
    if (mistakes.length > 0 || !imported || typeof imported === 'string')
        return { mistakes };
    return { credentials: { app: { id, installationId, key: imported } } };
}
/** The key, or in words why it is none. */
async function imports(pem) {
    try {
        return await importAppKey(pem);
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

// EXTERNAL MODULE: ./build/receiver/filter.js + 1 modules
var filter = __nccwpck_require__(182);
;// CONCATENATED MODULE: ./build/receiver/settings.js



const FLAG = 'FLAG_FREESCOUT_GITHUB_AUTOLINK';
/** All mistakes in an environment at once, one line each: the variable, what is wrong, what to do. */
class SettingsError extends Error {
    mistakes;
    constructor(mistakes) {
        super(`The environment has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map(line => `- ${line}`).join('\n')}`);
        this.name = 'SettingsError';
        this.mistakes = mistakes;
    }
}
/**
 * Reads the settings. Everything is checked even while the flag is off, so that turning it on later holds no
 * surprise.
 *
 * @throws {SettingsError} naming every mistake; secrets are never shown
 */
async function readSettings(env) {
    const mistakes = [];
    const text = (name) => (env[name] ?? '').trim();
    /** Takes a variable's value, or notes the mistake and goes on with `fallback`, which then is never used. */
    const reading = (read, fallback) => {
        try {
            return read();
        }
        catch (error) {
            mistakes.push(error instanceof Error ? error.message : String(error));
            return fallback;
        }
    };
    const settings = {
        enabled: reading(() => parseFlag(env[FLAG], FLAG), false),
        secrets: reading(() => readSecrets(env.FREESCOUT_WEBHOOK_SECRET ?? ''), []),
        repository: reading(() => readRepository(text('GITHUB_REPOSITORY')), ''),
        apiUrl: reading(() => readApiUrl(text('GITHUB_API_URL') || 'https://api.github.com'), ''),
        events: reading(() => readEvents(text('FREESCOUT_EVENTS')), null),
        mailboxIds: reading(() => readMailboxIds(text('FREESCOUT_MAILBOX_IDS')), null),
        issueField: text('FREESCOUT_ISSUE_FIELD') || 'github_issue_url',
        dispatchesPerMinute: reading(() => readNumber('MAX_DISPATCHES_PER_MINUTE', text('MAX_DISPATCHES_PER_MINUTE') || '120', [1, 1_000_000]), 0),
        host: text('HOST') || undefined,
        port: reading(() => readNumber('PORT', text('PORT') || '8080', [0, 65_535]), 0),
    };
    const read = await readCredentials(env);
    if ('mistakes' in read)
        mistakes.push(...read.mistakes);
    if (mistakes.length > 0 || 'mistakes' in read)
        throw new SettingsError(mistakes);
    return { ...settings, credentials: read.credentials };
}
function readSecrets(value) {
    const where = 'It is shown in FreeScout under Manage » API & Webhooks';
    if (value.trim() === '')
        throw new Error(`FREESCOUT_WEBHOOK_SECRET is missing. ${where}.`);
    if (/\s/.test(value)) {
        throw new Error('FREESCOUT_WEBHOOK_SECRET has a space or a line break in it. Take it out; several secrets are separated by a comma alone.');
    }
    const secrets = value.split(',');
    if (secrets.includes('')) {
        throw new Error('FREESCOUT_WEBHOOK_SECRET has a comma with no secret beside it. Take the comma out.');
    }
    return secrets;
}
function readRepository(value) {
    const what = 'Set it to owner/name, the repository whose workflow is to run';
    if (value === '')
        throw new Error(`GITHUB_REPOSITORY is missing. ${what}.`);
    if (/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}(?<!\.git)$/.test(value))
        return value;
    throw new Error(`GITHUB_REPOSITORY is "${value}". ${what}, without https:// or .git.`);
}
function readApiUrl(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const what = 'Set it to the https URL of the API, such as https://github.example.org/api/v3';
    if (!url || url.username || url.password || url.search || url.hash) {
        throw new Error(`GITHUB_API_URL is no plain URL. ${what}, or leave it out for github.com.`);
    }
    const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
        throw new Error(`GITHUB_API_URL is "${value}". ${what}; http is for loopback only.`);
    }
    return url.href.replace(/\/+$/, '');
}
function readEvents(value) {
    if (value === '')
        return null;
    return value.split(',').map(part => {
        const event = part.trim();
        if (!/^[A-Za-z0-9_.:-]{1,64}$/.test(event)) {
            throw new Error(`FREESCOUT_EVENTS has "${event}". An event's name is 1 to 64 letters, digits and _ . : - ; separate them by commas.`);
        }
        if (!(0,filter/* isNeverForwarded */.j)(event))
            return event;
        throw new Error(`FREESCOUT_EVENTS has "${event}", which is about no ticket there is. Take it out.`);
    });
}
function readMailboxIds(value) {
    if (value === '')
        return null;
    return value.split(',').map(part => {
        const id = part.trim();
        if (/^[1-9]\d{0,14}$/.test(id))
            return Number(id);
        throw new Error(`FREESCOUT_MAILBOX_IDS has "${id}". Give the mailboxes' numbers (in the URL of a mailbox's page), separated by commas.`);
    });
}
function readNumber(name, value, [least, most]) {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most)
        return number;
    throw new Error(`${name} is "${value}". Give a whole number from ${least} to ${most}.`);
}


/***/ }),

/***/ 64:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createStop)
/* harmony export */ });
/**
 * Makes the way to end a server: it takes nothing new, finishes what is in flight, and then exits with 0, at the
 * latest after `graceMs`. What is cut off then has had no 2xx, so FreeScout sends it again.
 */
function createStop({ server, graceMs, exit, }) {
    let stopping = false;
    // A connection kept alive would hold the server open after its last answer.
    server.on('request', (_request, response) => {
        response.on('close', () => stopping && server.closeIdleConnections());
    });
    return () => {
        if (stopping)
            return;
        stopping = true;
        setTimeout(() => exit(0), graceMs);
        server.close(() => exit(0));
    };
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ VERSION)
});

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/receiver/version.js

/** This product's version, as `package.json` has it; the bundler puts it into the single file. */
const VERSION = package_namespaceObject.rE;


/***/ }),

/***/ 11:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ DISPATCH_TYPE)
/* harmony export */ });
/** The `event_type` of every dispatch, and the only type the workflow listens to. */
const DISPATCH_TYPE = 'freescout';


/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ httpsFetch)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67);

/**
 * A `fetch` over `node:https`: the global one costs 40 ms at the start of every run, and tens of megabytes of memory
 * under load. Connections are kept alive unless told otherwise; a redirect is handed back, never followed. Plain
 * `http` is for loopback only, which those who call see to. `HTTPS_PROXY` and `NO_PROXY` in `env` are heeded, as of
 * Node 24.5: https://nodejs.org/api/http.html#built-in-proxy-support
 */
function httpsFetch({ keepAlive = true, idleMs = 4_000, maxBytes = 64 * 1024 * 1024, env = process.env, } = {}) {
    const options = { keepAlive, timeout: idleMs };
    const plain = { request: node_http__WEBPACK_IMPORTED_MODULE_0__.request, agent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options) };
    let secure;
    /** TLS takes longer to load than HTTP, so it is loaded when a URL asks for it. */
    const secured = () => {
        if (secure)
            return secure;
        const https = process.getBuiltinModule('node:https');
        secure = { request: https.request, agent: new https.Agent({ ...options, proxyEnv: env }) };
        return secure;
    };
    return (url, { method = 'GET', headers, body = '', signal }) => {
        const { request: send, agent } = url.startsWith('http:') ? plain : secured();
        const length = Buffer.byteLength(body);
        return new Promise((resolve, reject) => {
            signal.throwIfAborted();
            const request = send(url, {
                agent,
                method,
                headers: { 'accept-encoding': 'gzip', ...headers, ...(length && { 'content-length': length }) },
            });
            const fail = (error) => {
                if (!signal.aborted)
                    return reject(error);
                reject(isConnected(request) ? signal.reason : new HttpError('No connection in time', 'CONNECT_TIMEOUT'));
            };
            // Not the option `signal`, which puts half a dozen more listeners on every request.
            const abort = () => request.destroy(signal.reason);
            signal.addEventListener('abort', abort);
            request.on('response', response => read(response, { resolve, fail, maxBytes }));
            request.on('error', fail);
            request.on('close', () => {
                // A signal with a timer lives on for as long as that runs, and would hold the whole answer.
                signal.removeEventListener('abort', abort);
                fail(new HttpError('The connection was closed', 'ECONNRESET'));
            });
            request.end(body);
        });
    };
}
/** What Node has no error for. `CONNECT_TIMEOUT`: time ran out before there was a connection, so nothing was sent. */
class HttpError extends Error {
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
/** For TLS, that is after the handshake. */
function isConnected({ socket }) {
    return socket ? !socket.connecting && !('secureConnecting' in socket && socket.secureConnecting) : false;
}
/** Reads an answer by its events; an async iterator over it would cost more than sending the request. */
function read(response, { resolve, fail, maxBytes }) {
    const chunks = [];
    let length = 0;
    response.on('data', (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes)
            response.destroy(new Error(`The answer is longer than ${maxBytes} bytes.`));
    });
    response.on('error', fail);
    response.on('end', () => {
        const body = Buffer.concat(chunks);
        const isZipped = length > 0 && /^(?:x-)?gzip$/i.test(response.headers['content-encoding'] ?? '');
        resolve({
            status: response.statusCode ?? 0,
            headers: headersOf(response.headers),
            text: async () => (isZipped ? await unzip(body, maxBytes) : body).toString().replace(/^\uFEFF/, ''),
        });
    });
}
/** Lists shrink to an eighth on their way. Loaded when a server makes use of it. */
async function unzip(body, maxOutputLength) {
    const { gunzip } = process.getBuiltinModule('node:zlib');
    const { promisify } = process.getBuiltinModule('node:util');
    return promisify(gunzip)(body, { maxOutputLength });
}
function headersOf(received) {
    const headers = new Map(Object.entries(received).map(([name, value]) => [name, String(value)]));
    return {
        get: name => headers.get(name.toLowerCase()) ?? null,
        [Symbol.iterator]: () => headers.entries(),
    };
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(422);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
