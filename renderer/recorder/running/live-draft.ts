import { create } from 'zustand'
import type { LiveChange } from '#core/live-text/live-record'

/** A line or a name being typed in the text while recording. */
export interface LiveDraft {
  /** The line, or the paragraph's name, that it replaces. */
  readonly at: string
  /** The state when it was opened. */
  readonly was: LiveChange
  /** The resulting change, except for the typed text. */
  readonly change: LiveChange
  readonly text: string
}

/** Stored outside of the text, so that it survives a change of screen. */
export const useLiveDraft = create<{ readonly draft: LiveDraft | null }>(() => ({ draft: null }))

export function openLiveDraft(at: string, change: LiveChange): void {
  useLiveDraft.setState({ draft: { at, was: change, change, text: textOf(change) } })
}

export function typeLiveDraft(text: string): void {
  useLiveDraft.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, text } }))
}

/** The lines that a name applies to; null: the whole source, with the lines in which it was typed. */
export function scopeLiveDraft(lineIds: readonly string[] | null): void {
  useLiveDraft.setState(({ draft }) => ({
    draft: draft?.change.kind === 'name' ? { ...draft, change: { ...draft.change, lineIds } } : draft,
  }))
}

export function closeLiveDraft(): void {
  useLiveDraft.setState({ draft: null })
}

/** Saves the typed text, and closes it once saved; if that failed, rejects and leaves it open. */
export async function keepLiveDraft(changeText: (change: LiveChange) => Promise<void>): Promise<void> {
  const { draft } = useLiveDraft.getState()
  if (draft === null) return
  const { was, change } = draft
  const text = draft.text.replaceAll(/\s+/gu, ' ').trim()
  const isOther = text !== textOf(was) || (scopeOf(change) === null) !== (scopeOf(was) === null)
  if (isOther) await changeText(change.kind === 'line' ? { ...change, text } : { ...change, name: text })
  // Another one may have been opened meanwhile.
  if (useLiveDraft.getState().draft === draft) closeLiveDraft()
}

const textOf = (change: LiveChange): string => (change.kind === 'line' ? change.text : change.name)

const scopeOf = (change: LiveChange): readonly string[] | null =>
  change.kind === 'name' ? change.lineIds : null
