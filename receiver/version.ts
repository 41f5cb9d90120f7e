import pkg from '../package.json' with { type: 'json' }

/** This product's version, as `package.json` has it; the bundler puts it into the single file. */
export const VERSION: string = pkg.version
