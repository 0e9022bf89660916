import type { Chapter } from '#core/chapters/chapter'
import type { ListedComment } from '#core/comments/listed-comments'
import type { Moment, MomentKind } from '#core/moments/moment'
import { isSameName } from '#core/transcript/same-name'
import type { NoteFilter } from '../moments/note-filter.ts'

/** A comment on words or a moment; `comment` null: the one being written. */
export type Note =
  | {
      readonly kind: 'comment'
      readonly id: string
      readonly atMs: number
      readonly comment: ListedComment | null
    }
  | { readonly kind: MomentKind; readonly id: string; readonly atMs: number; readonly moment: Moment }

/** The notes of a chapter; without one: those before the first chapter. */
export interface NoteSection {
  readonly chapter: Chapter | null
  /** From 1. */
  readonly number: number
  readonly notes: readonly Note[]
}

export function isShown(note: Note, filter: NoteFilter): boolean {
  if (filter === 'all' || filter === note.kind) return true
  if (!filter.startsWith('who:') || note.kind === 'comment' || note.moment.kind !== 'action') return false
  return isSameName(filter.slice('who:'.length), note.moment.value.who)
}

/** Who has something to do, without duplicates, in the order of the first action. */
export function peopleOf(moments: readonly Moment[]): readonly string[] {
  const people: string[] = []
  for (const moment of moments) {
    const who = moment.kind === 'action' ? moment.value.who.trim() : ''
    if (who !== '' && !people.some((name) => isSameName(name, who))) people.push(who)
  }
  return people
}

/** Notes in order of time, below the chapters in which they are. */
export function noteSections(chapters: readonly Chapter[], notes: readonly Note[]): readonly NoteSection[] {
  const sorted = notes.toSorted((a, b) => a.atMs - b.atMs)
  const before = sorted.filter(({ atMs }) => atMs < (chapters[0]?.atMs ?? Infinity))
  const sections: NoteSection[] = before.length > 0 ? [{ chapter: null, number: 0, notes: before }] : []
  for (const [index, chapter] of chapters.entries()) {
    const untilMs = chapters[index + 1]?.atMs ?? Infinity
    const own = sorted.filter(({ atMs }) => atMs >= chapter.atMs && atMs < untilMs)
    sections.push({ chapter, number: index + 1, notes: own })
  }
  return sections
}
