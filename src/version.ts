/** The package's version; the build puts it in. */
declare const ACR_EXPLAIN_VERSION: string
export const version: string = ACR_EXPLAIN_VERSION
