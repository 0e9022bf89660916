import { useRef } from 'react'
import type { Cue } from '#core/captions/cues'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'
import { fieldText, setSpeaker } from './cue-field.ts'
import styles from './editing.module.css'
import { fieldStateOf } from './field-state.ts'

export interface CueSpeakerProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly transcript: Transcript
}

const NOBODY = 'nobody'

/** Chooses the speaker of the selected words, or of all words of the caption, in the transcript. */
export function CueSpeaker({ editor, cue, transcript: { speakers } }: CueSpeakerProps) {
  const say = useSay()
  const names = speakerNames(speakers, (number) => say('speaker.numbered', { number }))
  const hasChosen = useRef(false)
  const speakerId = cue.lines[0]?.speakerId ?? null
  return (
    <Select
      size="small"
      className={styles.speaker}
      label={say('captions.speaker')}
      choices={[
        ...speakers.map(({ id }) => ({ id: `s ${id}`, label: names.get(id) ?? id })),
        ...(speakerId === null ? [{ id: NOBODY, label: say('captions.speaker.unknown') }] : []),
      ]}
      chosen={speakerId === null ? NOBODY : `s ${speakerId}`}
      onChoose={(id) => {
        if (id === NOBODY) return
        hasChosen.current = true
        setSpeaker(editor, cue.index, fieldStateOf(cue.index, fieldText(editor, cue).text), id.slice(2))
      }}
      onFocus={() => {
        // The list returns the focus to its button, but typing must continue in the caption.
        if (!hasChosen.current) return
        hasChosen.current = false
        const { index } = editor.state
        if (index !== null) editor.edit(index, fieldStateOf(index, '').from)
      }}
    />
  )
}
