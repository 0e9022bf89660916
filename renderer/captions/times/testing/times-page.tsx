import { cleanup, fireEvent } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, vi } from 'vitest'
import type { VideoFrames } from '#core/frames/video-frames'
import type { TranscriptSession } from '../../../session/transcript-session.ts'
import { SoundDock } from '../../../sound/dock/sound-dock.tsx'
import type { Player } from '../../../sound/player/player.ts'
import { conversation, recordingCard } from '../../../sound/testing/conversation.ts'
import { fakeSession } from '../../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../../sound/testing/render-in-studio.tsx'
import type { WaveStore } from '../../../sound/waveform/wave-store.ts'
import { CaptionRow } from '../../caption-row.tsx'
import { CueFactsPanel } from '../../cue-facts-panel.tsx'
import { useSetFrames } from '../../cues/cue-time.ts'
import { useCues } from '../../cues/use-cues.ts'
import type { CaptionEditor } from '../../editing/caption-editor.ts'
import { useCaptionEditor, useCaptionEditorState } from '../../editing/use-caption-editor.ts'
import { TimingControls } from '../timing-controls.tsx'
import { useCaptionKeys } from '../use-caption-keys.ts'

const WIDTH = 1_000
const MS_PER_PIXEL = 28

/** A waveform as wide as this, to which a pointer can be captured; to be undone after each test. */
export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 104))
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Int8Array(12_000))))
  Element.prototype.setPointerCapture = () => undefined
  Element.prototype.releasePointerCapture = () => undefined
  Element.prototype.hasPointerCapture = () => true
}

export function takeDown(): void {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
}

const noMove = (): void => undefined

function Page({
  session,
  player,
  onEditor,
}: {
  readonly session: TranscriptSession
  readonly player: Player
  readonly onEditor: (editor: CaptionEditor) => void
}) {
  const recording = recordingCard()
  const editor = useCaptionEditor(session, { durationMs: 60_000, trim: null })
  onEditor(editor)
  const setFrames = useSetFrames(session.state.transcript)
  useCaptionKeys(editor, player, setFrames, noMove)
  const list = useCues(session, recording)
  const edited = useCaptionEditorState(editor, ({ index }) => index)
  const cue = list.cues[edited ?? -1]
  const shared = { session, player, recording }
  const row = (wave: WaveStore): ReactNode => <CaptionRow {...shared} wave={wave} />
  return (
    <>
      <textarea aria-label="caption" />
      {cue && (
        <CueFactsPanel
          editor={editor}
          player={player}
          cue={cue}
          rules={list.rules}
          transcript={session.state.transcript}
          setFrames={setFrames}
        />
      )}
      <SoundDock {...shared} cues={row} controls={<TimingControls {...shared} />} />
    </>
  )
}

/** The waveform, the keys and the figures of the conversation's captions. */
export function openTimes(answers: Parameters<typeof renderInStudio>[1] = {}, frames?: VideoFrames) {
  const { player, media } = silentPlayer()
  const session = fakeSession(frames === undefined ? conversation : { ...conversation, frames })
  const kept: { editor?: CaptionEditor } = {}
  const house = renderInStudio(
    <Page session={session} player={player} onEditor={(made) => (kept.editor = made)} />,
    answers,
  )
  const { editor } = kept
  if (editor === undefined) throw new Error('the page has an editor')
  const timesOf = (index: number): (number | undefined)[] => [
    editor.cues[index]?.startMs,
    editor.cues[index]?.endMs,
  ]
  return { player, media, session, editor, house, timesOf }
}

/** "One iron, and it was mine.": the first caption of the second turn. */
export function ironOf(editor: CaptionEditor): number {
  return editor.cues.findIndex(({ lines }) => lines[0]?.text.startsWith('One iron') === true)
}
export const pointer = (type: string, ms: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent(type, {
    bubbles: true,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    clientX: ms / MS_PER_PIXEL,
    ...more,
  })

export function drag(handle: HTMLElement, fromMs: number, toMs: number, more: PointerEventInit = {}): void {
  fireEvent(handle, pointer('pointerdown', fromMs))
  fireEvent(handle, pointer('pointermove', (fromMs + toMs) / 2, more))
  fireEvent(handle, pointer('pointermove', toMs, more))
  expect(document.querySelector('[data-caption-edges] [data-side]')).not.toBeNull()
  // The caption in the top row moves along.
  const row = document.querySelector<HTMLElement>('button[data-edited]')
  const fill = document.querySelector<HTMLElement>('[data-caption-edges]')
  expect(row?.style.left).toBe(fill?.style.left)
  fireEvent(handle, pointer('pointerup', toMs, more))
}
