import { useCallback, useSyncExternalStore } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { CueStore } from '../cues/cue-store.ts'
import { useCaptionNames } from '../cues/use-caption-names.ts'
import { type CaptionedRecording, cueStoreOf } from '../cues/use-cues.ts'
import { type CaptionEditor, type CaptionEditorState, createCaptionEditor } from './caption-editor.ts'

const editors = new WeakMap<CueStore, CaptionEditor>()

/** The one editor of these captions, for the list, the waveform and the side panel. */
export function useCaptionEditor(session: TranscriptSession, recording: CaptionedRecording): CaptionEditor {
  const store = cueStoreOf(session, recording, useCaptionNames(session))
  const known = editors.get(store)
  if (known !== undefined) return known
  const made = createCaptionEditor(session, store)
  editors.set(store, made)
  return made
}

export function useCaptionEditorState<Part>(
  editor: CaptionEditor,
  select: (state: CaptionEditorState) => Part,
): Part {
  const subscribe = useCallback((listener: () => void) => editor.subscribe(listener), [editor])
  return useSyncExternalStore(subscribe, () => select(editor.state))
}
