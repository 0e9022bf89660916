import { create } from 'zustand'
import type { LiveChange } from '#core/live-text/live-record'

/** A line or a name that is being typed in the text while recording. */
export interface LiveDraft {
  /** The line, or the paragraph's name, in whose place it is typed. */
  readonly at: string
  /** As it was when it was opened. */
  readonly was: LiveChange
  /** What it becomes, but for what is typed. */
  readonly change: LiveChange
  readonly text: string
}

/** Apart from the text, so that it outlives a change of screen. */
export const useLiveDraft = create<{ readonly draft: LiveDraft | null }>(() => ({ draft: null }))

export function openLiveDraft(at: string, change: LiveChange): void {
  useLiveDraft.setState({ draft: { at, was: change, change, text: textOf(change) } })
}

export function typeLiveDraft(text: string): void {
  useLiveDraft.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, text } }))
}

/** The lines that a name is of; null: all of the source, with the lines in which it was typed. */
export function scopeLiveDraft(lineIds: readonly string[] | null): void {
  useLiveDraft.setState(({ draft }) => ({
    draft: draft?.change.kind === 'name' ? { ...draft, change: { ...draft.change, lineIds } } : draft,
  }))
}

export function closeLiveDraft(): void {
  useLiveDraft.setState({ draft: null })
}

/** Keeps what is typed, and closes it once it is kept; rejects, and leaves it open, if that failed. */
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
