import { useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { soundText } from '#core/captions/words/sound-text'
import { presetOf, rulesOf } from '#core/captions/presets/transcript-rules'
import { type CaptionTiming, captionsEndMs, storedMs } from '#core/transcript/caption-timing'
import type { Transcript } from '#core/transcript/transcript'
import type { CueContext } from '#core/captions/edits/cue-context'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'

export interface SoundDescriptionProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly editor: CaptionEditor
  /** The sound is inserted after it. */
  readonly cue: Cue
  readonly transcript: Transcript
}

/** How long a sound is shown if nothing else begins. */
const SOUND_MS = 2_000
/** A sound shown for less than the minimum duration would be merged into the caption after it. */
const MIN_MS = 500

/** Asks for a description of a sound, and inserts it as a caption of its own, formatted by the rules. */
export function SoundDescription({ open, onClose, editor, cue, transcript }: SoundDescriptionProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const text = soundText(typed, presetOf(transcript).id)
  const { startMs, endMs } = open ? spanAfter(editor.shown(), cue) : cue
  const hasRoom = endMs - startMs >= Math.max(MIN_MS, rulesOf(transcript).minDurationMs)
  const insert = (): void => {
    if (text === '' || !hasRoom) return
    editor.run(cue.index, ({ newId, transcript: { captionTiming } }) => [
      {
        kind: 'insert-sound',
        id: newId(),
        paragraphKind: 'sound',
        text,
        startMs: wordMs(startMs, captionTiming),
        endMs: wordMs(endMs, captionTiming),
      },
    ])
    setTyped('')
    onClose()
  }
  const hint = !hasRoom ? 'captions.sound.no-room' : text === '' ? 'captions.sound.hint' : 'captions.sound.as'
  return (
    <Dialog
      title={say('captions.sound.title')}
      open={open}
      onClose={onClose}
      width="400px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" onPress={insert} disabled={text === '' || !hasRoom}>
            {say('captions.sound.insert')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('captions.sound.label')}
        showLabel
        takesFocus
        value={typed}
        onChange={setTyped}
        onEnter={insert}
        hint={say(hint, { text })}
      />
    </Dialog>
  )
}

/** The time of a word that captions show at a time: a whole ms of the recording. */
const wordMs = (ms: number, timing: CaptionTiming | undefined): number =>
  Math.max(0, Math.round(storedMs(ms, timing)))

/** From the end of a caption to the start of the next one, at most the duration of a sound. */
function spanAfter(
  { cues, durationMs, transcript }: Pick<CueContext, 'cues' | 'durationMs' | 'transcript'>,
  cue: Cue,
): { startMs: number; endMs: number } {
  const next =
    cues[cue.index + 1]?.startMs ??
    (durationMs > 0 ? captionsEndMs(durationMs, transcript.captionTiming) : Infinity)
  return { startMs: cue.endMs, endMs: Math.min(cue.endMs + SOUND_MS, next) }
}
