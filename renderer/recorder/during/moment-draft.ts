import { create } from 'zustand'
import { type MomentKind, momentKinds } from '#core/recording/journal-entry'
import type { PageMoment } from '../running/recorder-store.ts'

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

/** The key for a moment: sets its time at once; pressed again, it changes the kind. */
export function pressMomentKey(atMs: number): void {
  useMomentDraft.setState(({ draft }) => ({
    draft:
      draft === null
        ? { id: crypto.randomUUID(), atMs: Math.round(atMs), kind: 'bookmark', text: '', who: '', until: '' }
        : { ...draft, kind: nextKind(draft.kind) },
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
  return momentKinds[(momentKinds.indexOf(kind) + 1) % momentKinds.length] ?? 'bookmark'
}
