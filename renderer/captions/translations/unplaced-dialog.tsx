import { dropTranslation, placeTranslation } from '#core/captions/translations/manage-translations'
import type { TranslationMark } from '#core/captions/translations/translation-marks'
import { shownMs } from '#core/transcript/caption-timing'
import { transcriptWords } from '#core/transcript/transcript'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { cueAt } from '../cues/cue-at.ts'
import { exactTime } from '#core/notation/lengths'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import styles from './translations.module.css'

export interface UnplacedDialogProps {
  readonly unplaced: readonly TranslationMark[]
  readonly editor: CaptionEditor
  /** Index of the caption under which a text can be placed. */
  readonly here: number
  readonly onClose: () => void
}

/** Texts whose words no longer exist: the person places each under a caption or removes it. */
export function UnplacedDialog({ unplaced, editor, here, onClose }: UnplacedDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const { transcript, cues } = editor.shown()
  const { captionTiming } = transcript
  const starts = new Map(
    transcriptWords(transcript).map(({ id, startMs }) => [id, shownMs(startMs, captionTiming)]),
  )
  return (
    <Dialog title={say('translation.unplaced.title')} open onClose={onClose} width="620px">
      <p className={styles.note}>{say('translation.unplaced.why')}</p>
      <ul className={styles.unplaced}>
        {unplaced.map((mark) => {
          const startMs = starts.get(mark.fromWordId)
          // The nearest caption, or the person's current one.
          const near = startMs === undefined ? here : Math.max(0, cueAt(cues, startMs))
          const places = [...new Set([near, Math.max(0, here)])].filter((index) => index < cues.length)
          return (
            <li key={mark.id}>
              <div>
                <p lang={mark.value.language} dir="auto">
                  {mark.value.text}
                </p>
                {startMs !== undefined && (
                  <span className={styles.note}>
                    {say('translation.unplaced.at', { time: exactTime(startMs, language) })}
                  </span>
                )}
              </div>
              <div className={styles.decide}>
                {places.map((index) => (
                  <Button
                    key={index}
                    variant="line"
                    size="small"
                    onPress={() => editor.run(index, (context, cue) => placeTranslation(context, mark, cue))}
                  >
                    {say('translation.unplaced.put', { number: index + 1 })}
                  </Button>
                ))}
                <Button
                  size="small"
                  onPress={() => editor.run(near, (context) => dropTranslation(context, mark))}
                >
                  {say('translation.unplaced.remove')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
