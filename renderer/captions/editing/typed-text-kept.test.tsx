// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { translationsInto } from '#core/captions/translations/translation-marks'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { fakeStorage } from '../../session/testing/fake-storage.ts'
import { fakeStudio } from '../../session/testing/fake-studio.ts'
import { openTestSession } from '../../session/testing/test-session.ts'
import { unsentEdits } from '../../session/unsent-edits.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { Words } from '../../ui/words.tsx'
import { createCueStore } from '../cues/cue-store.ts'
import { TranslationField } from '../translations/translation-field.tsx'
import { type CaptionEditor, createCaptionEditor } from './caption-editor.ts'
import { CueTextField } from './cue-text-field.tsx'

/** Interval between two keystrokes of a fast typist. */
const KEY_MS = 100
const KEPT_MS = 300

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const cueOfOneIron = (editor: CaptionEditor) => {
  const cue = editor.cues.find(({ wordIds }) => wordIds[0] === 'p2.0')
  if (cue === undefined) throw new Error('the caption is not there')
  return cue
}

const fields: Record<string, (editor: CaptionEditor) => ReactNode> = {
  'a caption': (editor) => (
    <CueTextField editor={editor} cue={cueOfOneIron(editor)} caret={null} onUndo={() => undefined} />
  ),
  'a translation': (editor) => (
    <TranslationField
      editor={editor}
      cue={cueOfOneIron(editor)}
      row={{ language: 'fr', rules: editor.context().rules, shown: null, problems: [], shownWith: null }}
      count={editor.cues.length}
      caret={null}
      onUndo={() => undefined}
    />
  ),
}

/**
 * Opens a transcript whose captions are slow to compute after each edit, and types letters into a field.
 * @returns how many of them are found when it is opened again after the page was killed
 */
async function type(makeField: (editor: CaptionEditor) => ReactNode, workMs: number, keys: number) {
  const studio = fakeStudio(conversation)
  const storage = fakeStorage()
  const session = await openTestSession(studio, 'a', studio.connect(), unsentEdits(storage, 't'))
  let workedMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + workedMs)
  const slow = {
    ...session,
    get state() {
      return session.state
    },
    apply: (...given: Parameters<typeof session.apply>) => {
      workedMs += workMs
      session.apply(...given)
    },
  }
  const editor = createCaptionEditor(slow, createCueStore(slow, 60_000))
  render(<Words language="en">{makeField(editor)}</Words>)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  for (let key = 0; key < keys; key += 1) {
    field.value += 'z'
    fireEvent.input(field)
    await vi.advanceTimersByTimeAsync(KEY_MS)
  }
  // The page is killed: none of its timers run any more.
  vi.clearAllTimers()
  const again = await openTestSession(studio, 'b', studio.connect(), unsentEdits(storage, 't'))
  return allTexts(again.state.transcript).match(/z+/u)?.[0].length ?? 0
}

const allTexts = (transcript: Transcript): string =>
  [
    ...transcript.paragraphs.map(paragraphText),
    ...translationsInto(transcript, 'fr').map(({ value }) => value.text),
  ].join('\n')

describe.each(Object.entries(fields))('what is typed in %s', (_name, makeField) => {
  it.each([
    ['quick', 0],
    ['slow, as after hours without a pause', 60],
  ])(
    'is kept within 300 ms if the page is killed between keys and its captions are %s',
    async (_, workMs) => {
      for (const keys of [4, 7, 9]) {
        const lost = keys - (await type(makeField, workMs, keys))
        expect(lost * KEY_MS).toBeLessThan(KEPT_MS)
        cleanup()
      }
    },
  )
})
