import { useEditor } from '../editor/editor-store.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useSay } from '../ui/words.tsx'
import { CutActions } from './cut-actions.tsx'
import styles from './cut-bar.module.css'
import type { CutBarProps } from './cut-bar-props.ts'
import { CutNotes } from './cut-notes.tsx'
import { FoundChoices } from './found/found-choices.tsx'
import { setCutting } from './set-cutting.ts'
import { useRecordingCut } from './use-recording-cut.ts'

/** Above the text: its mode, Text or Cut, and how much of the sound is kept; in one row, in which nothing moves with a number. */
export function CutBar(props: CutBarProps) {
  const { session, recording, store } = props
  const say = useSay()
  const isCutting = useEditor(store, (state) => state.isCutting)
  const cut = useRecordingCut(session, recording)
  const { cuts } = cut
  return (
    <section className={styles.bar} data-help="cutting" aria-label={say('cut-view.bar')}>
      <div className={styles.row}>
        <Segmented
          label={say('cut-view.mode')}
          chosen={isCutting ? 'cut' : 'text'}
          choices={[
            { id: 'text', label: say('cut-view.text') },
            { id: 'cut', label: say('cut-view.cut') },
          ]}
          onChoose={(mode) => setCutting(store, mode === 'cut')}
        />
        {(isCutting || cuts.length > 0) && (
          <p className={styles.kept}>
            <b>
              {say('cut-view.kept', { kept: formatDuration(cut.keptMs), whole: formatDuration(cut.wholeMs) })}
            </b>
            <span>, {say('cut-view.count', { count: cuts.length })}</span>
          </p>
        )}
        {isCutting && <CutNotes player={props.player} cut={cut} />}
        <span className={styles.grow} />
        {isCutting && <FoundChoices {...props} cut={cut} />}
        {isCutting && <CutActions {...props} cut={cut} />}
      </div>
    </section>
  )
}
