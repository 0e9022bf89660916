import { create } from 'zustand'
import type { Moment } from '#core/moments/moment'
import type { MomentKind } from '#core/recording/journal-entry'
import type { PageMoment } from './recorder-store.ts'

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

export interface MomentDrafts {
  readonly draft: MomentDraft | null
  /** Earlier ones that could not be saved, reopened once `draft` is closed. */
  readonly earlier: readonly MomentDraft[]
}

export const useMomentDraft = create<MomentDrafts>(() => ({ draft: null, earlier: [] }))

/** A key for a moment: sets its time immediately. @returns the previously open moment, to be saved */
export function pressMomentKey(atMs: number, kind: MomentKind): MomentDraft | null {
  const { draft } = useMomentDraft.getState()
  const id = crypto.randomUUID()
  useMomentDraft.setState({
    draft: { id, atMs: Math.round(atMs), kind, text: '', who: '', until: '' },
  })
  return draft
}

/** Reopens a moment that could not be saved, after the one being typed. */
export function reopenDraft(unsaved: MomentDraft): void {
  useMomentDraft.setState(({ draft, earlier }) =>
    draft === null ? { draft: unsaved } : { earlier: [...earlier, unsaved] },
  )
}

export function changeDraft(patch: Partial<MomentDraft>): void {
  useMomentDraft.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, ...patch } }))
}

export function closeDraft(): void {
  useMomentDraft.setState(({ earlier }) => ({ draft: earlier.at(-1) ?? null, earlier: earlier.slice(0, -1) }))
}

/** Saves all that are being typed, and closes each once saved; if that failed, rejects and leaves it open. */
export async function keepDrafts(setMoment: (moment: Moment) => Promise<unknown>): Promise<void> {
  const { draft, earlier } = useMomentDraft.getState()
  await Promise.all(
    [...earlier, draft].map(async (open) => {
      if (open === null) return
      await setMoment(momentOf(open))
      const now = useMomentDraft.getState()
      if (now.draft?.id === open.id) closeDraft()
      else useMomentDraft.setState({ earlier: now.earlier.filter(({ id }) => id !== open.id) })
    }),
  )
}

/** Closes all that are being typed; the recording that has ended gets them (`giveOpenMoments`). */
export function closeDrafts(): void {
  useMomentDraft.setState({ draft: null, earlier: [] })
}

export function momentOf({ id, atMs, kind, text, who, until }: MomentDraft): Moment {
  if (kind !== 'action') return { id, kind, atMs, value: text.trim() }
  return { id, kind, atMs, value: { text: text.trim(), who: who.trim(), until: until.trim() } }
}

/** The parts of a moment's value, which is a text or the parts of an action. */
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
