import type { MomentKind } from '#core/moments/moment'

/** Which notes are shown: all, one kind, or the actions of one person. */
export type NoteFilter = 'all' | 'comment' | MomentKind | `who:${string}`
