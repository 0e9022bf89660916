/**
 * What the small window shows while a large library is prepared; passed to its page in the URL's hash, as
 * JSON.
 */
export interface OpeningView {
  readonly text: string
  /** Null: unknown. */
  readonly fraction: number | null
}

export function isOpeningView(value: unknown): value is OpeningView {
  if (typeof value !== 'object' || value === null) return false
  const { text, fraction } = value as Partial<Record<keyof OpeningView, unknown>>
  return typeof text === 'string' && (fraction === null || typeof fraction === 'number')
}
