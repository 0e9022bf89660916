/** A thing of the library that connections are for; `address`: what has no id yet. */
export function connectionSubject(
  kind: 'model' | 'podcast' | 'episode' | 'recording' | 'address',
  id: string,
): string {
  return `${kind}:${id}`
}
