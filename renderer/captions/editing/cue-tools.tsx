import { useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { setCuePosition } from '#core/captions/edits/cue-position'
import { showsSpeakerName, toggleCueSpeakerName } from '#core/captions/edits/cue-speaker-name'
import { removeCueWording, setCueWording } from '#core/captions/edits/cue-wording'
import { hideWords, showWords } from '#core/captions/edits/hide-words'
import { captionMarkKinds, resetCue } from '#core/captions/edits/reset-cue'
import type { Transcript } from '#core/transcript/transcript'
import { Button } from '../../ui/button.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'
import { fieldText, wordsToChange } from './cue-field.ts'
import { CueSpeaker } from './cue-speaker.tsx'
import styles from './editing.module.css'
import { fieldStateOf } from './field-state.ts'
import { ItalicsButton } from './italics-button.tsx'
import { SoundDescription } from './sound-description.tsx'

export interface CueToolsProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly transcript: Transcript
}

/** Actions for the edited caption besides typing, for its words and for this caption only. */
export function CueTools({ editor, cue, transcript }: CueToolsProps) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const { index } = cue
  const ids = new Set(cue.wordIds)
  const own = transcript.marks.filter(
    ({ kind, fromWordId, toWordId }) =>
      captionMarkKinds.some((each) => each === kind) && (ids.has(fromWordId) || ids.has(toWordId)),
  )
  const isTop = cue.position?.vertical === 'top'
  const isNamed = showsSpeakerName(editor.shown(), cue)
  const wording = own.find((mark) => mark.kind === 'wording')
  const hidden = hiddenNear(transcript, cue)
  const text = (): string => fieldText(editor, cue).text
  const hide = (): void => {
    const words = wordsToChange(cue, fieldText(editor, cue), fieldStateOf(index, text()))
    editor.run(index, (context) => hideWords(context, ...words))
  }
  return (
    <div className={styles.tools} role="toolbar" aria-label={say('captions.tools')}>
      {transcript.speakers.length > 1 && <CueSpeaker editor={editor} cue={cue} transcript={transcript} />}
      <ItalicsButton editor={editor} cue={cue} />
      <Button
        size="small"
        preventFocusOnPress
        pressed={isTop}
        onPress={() =>
          editor.run(index, (context, each) =>
            setCuePosition(context, each, isTop ? null : { vertical: 'top', horizontal: 'center' }),
          )
        }
      >
        {say('captions.top')}
      </Button>
      <Tip text={say(isNamed === null ? 'captions.name.none' : 'captions.name.tip')}>
        <Button
          size="small"
          preventFocusOnPress
          pressed={isNamed === true}
          disabled={isNamed === null}
          onPress={() => editor.run(index, toggleCueSpeakerName)}
        >
          {say('captions.name')}
        </Button>
      </Tip>
      <Button size="small" preventFocusOnPress onPress={hide}>
        {say('captions.hide')}
      </Button>
      {hidden !== null && (
        <Button
          size="small"
          preventFocusOnPress
          onPress={() => editor.run(index, (context) => showWords(context, ...hidden))}
        >
          {say('captions.show-hidden')}
        </Button>
      )}
      <Button
        size="small"
        preventFocusOnPress
        pressed={wording !== undefined}
        onPress={() =>
          editor.run(index, (context, each) =>
            wording === undefined ? setCueWording(context, each, text()) : removeCueWording(context, each),
          )
        }
      >
        {say('captions.wording')}
      </Button>
      <Button size="small" onPress={() => setAsking(true)}>
        {say('captions.sound')}
      </Button>
      {own.length > 0 && (
        <Button size="small" preventFocusOnPress onPress={() => editor.run(index, resetCue)}>
          {say('captions.reset')}
        </Button>
      )}
      <SoundDescription
        open={isAsking}
        onClose={() => setAsking(false)}
        editor={editor}
        cue={cue}
        transcript={transcript}
      />
    </div>
  )
}

/** The first and last hidden word next to or between the words of a caption; null if there are none. */
function hiddenNear({ marks, paragraphs }: Transcript, { wordIds }: Cue): [string, string] | null {
  const hides = marks.filter(({ kind }) => kind === 'hide')
  if (hides.length === 0) return null
  const first = wordIds[0]
  const paragraph = paragraphs.find(({ words }) => words.some(({ id }) => id === first))
  if (paragraph === undefined) return null
  const own = new Set(wordIds)
  const places = paragraph.words.flatMap(({ id }, index) => (own.has(id) ? [index] : []))
  const [from, to] = [(places[0] ?? 0) - 1, (places.at(-1) ?? 0) + 1]
  const near = new Set(paragraph.words.slice(Math.max(0, from), to + 1).map(({ id }) => id))
  const mark = hides.find(({ fromWordId, toWordId }) => near.has(fromWordId) || near.has(toWordId))
  return mark === undefined ? null : [mark.fromWordId, mark.toWordId]
}
