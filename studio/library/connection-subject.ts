/** The library object that a connection is made for; `address`: used if it has no id yet. */
export function connectionSubject(
  kind: 'model' | 'podcast' | 'episode' | 'recording' | 'address',
  id: string,
): string {
  return `${kind}:${id}`
}
