import { create } from 'zustand'
import type { MomentKind } from '#core/recording/journal-entry'
import type { PageMoment } from '../running/recorder-store.ts'

/** In the order in which the key changes them. */
export const draftKinds = ['bookmark', 'decision', 'action'] as const satisfies readonly MomentKind[]

/** A moment that is being typed; its time was set by the key. */
export interface MomentDraft {
  readonly id: string
  readonly atMs: number
  readonly kind: MomentKind
  readonly text: string
  readonly who: string
  readonly until: string
}

export const useMomentDraft = create<{ readonly draft: MomentDraft | null }>(() => ({ draft: null }))

/** A key for a moment: sets its time at once; pressed again, it changes the kind, to that of the key if it has one. */
export function pressMomentKey(atMs: number, kind: MomentKind | null): void {
  useMomentDraft.setState(({ draft }) => ({
    draft:
      draft === null
        ? {
            id: crypto.randomUUID(),
            atMs: Math.round(atMs),
            kind: kind ?? 'bookmark',
            text: '',
            who: '',
            until: '',
          }
        : { ...draft, kind: kind ?? nextKind(draft.kind) },
  }))
}

export function changeDraft(patch: Partial<MomentDraft>): void {
  useMomentDraft.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, ...patch } }))
}

export function closeDraft(): void {
  useMomentDraft.setState({ draft: null })
}

export function momentOf({ id, atMs, kind, text, who, until }: MomentDraft): PageMoment {
  const value = kind === 'action' ? { text: text.trim(), who: who.trim(), until: until.trim() } : text.trim()
  return { id, kind, atMs, value }
}

/** The parts of a moment's value, which is a text or those of an action. */
export function momentParts({ value }: PageMoment): {
  readonly text: string
  readonly who: string
  readonly until: string
} {
  if (typeof value === 'string') return { text: value, who: '', until: '' }
  const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const part = (name: string): string => {
    const given = (parts as Readonly<Record<string, unknown>>)[name]
    return typeof given === 'string' ? given : ''
  }
  return { text: part('text'), who: part('who'), until: part('until') }
}

function nextKind(kind: MomentKind): MomentKind {
  return draftKinds[(draftKinds.indexOf(kind) + 1) % draftKinds.length] ?? 'bookmark'
}
