import type { WireError } from '#contracts/errors'
import { isOfSleep, type MissingSound } from '#core/recording/missing-sound'

/** Information about the running recording that the person should know. `input` is the source's. */
export type Notice =
  | { readonly kind: 'silent'; readonly input: number; readonly sinceMs: number }
  | { readonly kind: 'clipped'; readonly input: number; readonly times: number }
  | {
      readonly kind: 'replaced'
      readonly input: number
      readonly gone: string
      readonly by: string
      /** On the recording's clock. */
      readonly atMs: number
      readonly silentMs: number
    }
  | { readonly kind: 'lost'; readonly input: number; readonly gone: string; readonly atMs: number }
  | { readonly kind: 'no-source'; readonly atMs: number }
  /** Sound that was not captured: so much in all, the last of it at `atMs` in the recording. */
  | ({ readonly kind: 'missing'; readonly input: number } & Omit<MissingSound, 'source'>)
  /** The computer slept; `atMs` on the recording's clock. */
  | { readonly kind: 'slept'; readonly atMs: number; readonly lengthMs: number }
  | { readonly kind: 'disk-low'; readonly minutes: number }
  /** Nothing could be written to the disk for ten seconds. */
  | { readonly kind: 'failing'; readonly error: WireError }
  /** A model could not be used for the text; it is made with `by`. */
  | { readonly kind: 'text-model'; readonly model: string; readonly by: string; readonly error: WireError }
  /** The studio had closed the recording: what the page kept, and what follows, becomes another one. */
  | { readonly kind: 'new-part'; readonly title: string; readonly keptMs: number }

/** At most one notice per kind and source. */
export const noticeId = (notice: Notice): string =>
  'input' in notice ? `${notice.kind}-${notice.input}` : notice.kind

export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const id = noticeId(notice)
  const at = notices.findIndex((known) => noticeId(known) === id)
  return at === -1 ? [...notices, notice] : notices.with(at, notice)
}

export function withoutNotice(notices: readonly Notice[], id: string): readonly Notice[] {
  return notices.some((known) => noticeId(known) === id)
    ? notices.filter((known) => noticeId(known) !== id)
    : notices
}

/** Adds sound that is missing to what was missing before, unless the notice of a sleep says so already. */
export function withMissing(
  notices: readonly Notice[],
  input: number,
  { atMs, lengthMs }: Omit<MissingSound, 'source'>,
): readonly Notice[] {
  const isKnown = notices.some((known) => known.kind === 'slept' && isOfSleep({ atMs, lengthMs }, known))
  if (isKnown) return notices
  const before = notices.find((known) => known.kind === 'missing' && known.input === input)
  const beforeMs = before?.kind === 'missing' ? before.lengthMs : 0
  return withNotice(notices, { kind: 'missing', input, atMs, lengthMs: beforeMs + lengthMs })
}
