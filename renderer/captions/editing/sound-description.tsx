import { useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { soundText } from '#core/captions/sound-text'
import { presetOf } from '#core/captions/presets/transcript-rules'
import type { Transcript } from '#core/transcript/transcript'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'

export interface SoundDescriptionProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly editor: CaptionEditor
  /** The sound is put after it. */
  readonly cue: Cue
  readonly transcript: Transcript
}

/** How long a sound is shown where nothing else begins. */
const SOUND_MS = 2_000

/** Asks what is to be heard, and inserts it as a caption of its own, written as the rules say. */
export function SoundDescription({ open, onClose, editor, cue, transcript }: SoundDescriptionProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const text = soundText(typed, presetOf(transcript).id)
  const insert = (): void => {
    if (text === '') return
    editor.run(cue.index, ({ cues, durationMs, newId }) => {
      const startMs = cue.endMs
      const next = cues[cue.index + 1]?.startMs ?? Infinity
      const most = durationMs > 0 ? durationMs : Infinity
      const endMs = Math.min(Math.max(startMs + 1, Math.min(startMs + SOUND_MS, next)), most)
      return [{ kind: 'insert-sound', id: newId(), paragraphKind: 'sound', text, startMs, endMs }]
    })
    setTyped('')
    onClose()
  }
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
          <Button variant="main" onPress={insert} disabled={text === ''}>
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
        hint={text === '' ? say('captions.sound.hint') : say('captions.sound.as', { text })}
      />
    </Dialog>
  )
}
