import { useMemo, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { cuesBetween } from '#core/captions/shown-cues'
import type { FrameGrid } from '#core/frames/video-frames'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { cueTime, useShownFrames } from '../cues/cue-time.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { type ChangeChoices, MoveBy } from './move-by.tsx'
import { chosenMove, filmRates, type MoveChoices } from './move-choices.ts'
import { MoveResult } from './move-result.tsx'
import { MoveScope, type SelectedCues } from './move-scope.tsx'
import styles from './moving.module.css'
import { PresentTiming } from './present-timing.tsx'
import { useCaptionMove } from './use-caption-move.ts'

export interface MoveDialogProps {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly player: Player
  /** Index of the caption being edited, else of the current one. */
  readonly here: number
  /** In which typed times count, and on which set times lie. */
  readonly setFrames: FrameGrid | null
  readonly onClose: () => void
}

/** Which captions move in time and how, and what will be before it is done. */
export function MoveDialog({ session, editor, player, here, setFrames, onClose }: MoveDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const { cues, transcript } = editor.shown()
  const frames = useShownFrames(transcript)
  const clock = (ms: number): string => cueTime(ms, language, frames)
  const [choices, setChoices] = useState((): MoveChoices => {
    const [first, last] = [cues[0], cues.at(-1)]
    const rate =
      setFrames === null ? 25 : Math.round((setFrames.numerator * 1_000) / setFrames.denominator) / 1_000
    const to = filmRates.find((each) => Math.abs(each - rate) < 0.01) ?? 25
    return {
      which: 'all',
      first: here + 1,
      last: cues.length,
      by: 'amount',
      amount: '',
      points: [
        { number: 1, typed: clock(first?.startMs ?? 0) },
        { number: cues.length, typed: clock(last?.startMs ?? 0) },
      ],
      rates: [to === 25 ? 23.976 : 25, to],
      withWords: false,
    }
  })
  const [selected] = useState(() => selectedCues(cues, player))
  const isGrowing = useSession(session, ({ running }) => running)
  const change: ChangeChoices = (patch) => setChoices((before) => ({ ...before, ...patch }))
  const chosen = useMemo(() => chosenMove(choices, cues, setFrames), [choices, cues, setFrames])
  const wrong = typeof chosen === 'string' ? chosen : null
  const move = typeof chosen === 'string' ? null : chosen
  const { moved, apply } = useCaptionMove(session, editor, move)
  const canMove = (moved?.edits.length ?? 0) > 0
  const make = (): void => {
    if (!canMove) return
    apply()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('captions.move.title')}
      width="640px"
      foot={
        <>
          <span className={styles.note}>{say('captions.move.note')}</span>
          <DialogSpacer />
          <Button onPress={onClose}>{say('captions.move.cancel')}</Button>
          <Button variant="main" disabled={!canMove} onPress={make}>
            {say('captions.move.do', { count: moved?.report.count ?? 0 })}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <PresentTiming session={session} timing={transcript.captionTiming} />
        <MoveScope choices={choices} count={cues.length} here={here} selected={selected} onChange={change} />
        <MoveBy
          choices={choices}
          cues={cues}
          player={player}
          here={here}
          frames={setFrames}
          clock={clock}
          wrong={wrong}
          onChange={change}
          onEnter={make}
        />
        {choices.which === 'all' && (
          <div>
            <Checkbox
              checked={choices.withWords}
              onChange={(withWords) => change({ withWords })}
              describedBy="move-words-hint"
              disabled={isGrowing}
            >
              {say('captions.move.words')}
            </Checkbox>
            <p id="move-words-hint" className={styles.note}>
              {say(isGrowing ? 'captions.move.words.growing' : 'captions.move.words.hint')}
            </p>
          </div>
        )}
        <MoveResult moved={moved} isLooking={move !== null && moved === null} clock={clock} />
      </div>
    </Dialog>
  )
}

/** The captions in the stretch that is selected in the waveform; null for none. */
function selectedCues(
  cues: readonly Cue[],
  { state: { selection } }: Pick<Player, 'state'>,
): SelectedCues | null {
  const indexes = selection === null ? [] : cuesBetween(cues, selection.startMs, selection.endMs)
  const [first, last] = [indexes[0], indexes.at(-1)]
  return first === undefined || last === undefined ? null : { first: first + 1, last: last + 1 }
}
