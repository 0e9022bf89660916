/** `SQLITE_…` or `E…`; undefined for an error without a code. */
export function codeOf(error: unknown): string | undefined {
  // Not by `instanceof`: errors of Node itself are of another realm in a VM context.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
