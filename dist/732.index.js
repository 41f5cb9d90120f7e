export const id = 732;
export const ids = [732];
export const modules = {

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


/***/ })

};
