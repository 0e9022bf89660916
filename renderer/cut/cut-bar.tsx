import { restoreAll, restoreSpan } from '#core/cut/cut-edits'
import type { Edit } from '#core/edits/edit'
import type { TimeSpan } from '#core/transcript/time-span'
import { cutScope, cutScopes } from '../editor/cutting.ts'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './cut-bar.module.css'
import { formatRate } from '../sound/player/format-rate.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { FoundChoices } from './found/found-choices.tsx'
import type { CutBarProps } from './cut-bar-props.ts'
import { hearJoin } from './hear-join.ts'
import { currentCut, cutBeside } from './current-cut.ts'
import { useCutStretchChanges } from './use-cut-stretches.ts'
import { type RecordingCut, useRecordingCut } from './use-recording-cut.ts'

/** Above the text: its mode, Text or Cut, and how much of the sound is kept. */
export function CutBar(props: CutBarProps) {
  const { session, recording, store } = props
  const say = useSay()
  const isCutting = useEditor(store, (state) => state.isCutting)
  const cut = useRecordingCut(session, recording)
  const { cuts, heardWords } = cut
  return (
    <section className={styles.bar} aria-label={say('cut-view.bar')}>
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
      {isCutting && heardWords.length > 0 && (
        <p className={styles.heard}>{say('cut-view.heard', { count: heardWords.length })}</p>
      )}
      {isCutting && cuts.length > 0 && <JumpsNote player={props.player} />}
      <span className={styles.grow} />
      {isCutting && <FoundChoices {...props} cut={cut} />}
      {isCutting && <CutActions {...props} cut={cut} />}
    </section>
  )
}

/** Text that waits to be stored is stored before words are struck. */
export function setCutting(store: EditorStore, isCutting: boolean): void {
  store.getState().surface?.commitAll()
  store.setState({ isCutting })
}

function JumpsNote({ player }: Pick<CutBarProps, 'player'>) {
  const say = useSay()
  const language = useLanguage()
  const rate = usePlayer(player, (state) => state.rate)
  return rate === 1 ? null : (
    <p className={styles.heard} role="note">
      {say('cut-view.jumps', { rate: formatRate(rate, language) })}
    </p>
  )
}

function CutActions({
  session,
  player,
  recording,
  store,
  cut,
}: CutBarProps & { readonly cut: RecordingCut }) {
  const say = useSay()
  const changeStretches = useCutStretchChanges(recording.id, session)
  const { cuts, stretches } = cut
  const go = (step: 1 | -1): void => {
    const next = cutBeside(cuts, player.positionMs, step)
    if (next === null) return
    player.seek(next.startMs)
    store.getState().surface?.goToTime(next.startMs)
  }
  const change = (edits: readonly Edit[], span: TimeSpan | null): void => {
    const stepId = session.newId()
    if (edits.length > 0) session.apply(edits, { stepId })
    const remove = stretches
      .filter(({ startMs, endMs }) => span === null || (startMs < span.endMs && endMs > span.startMs))
      .map(({ id }) => id)
    changeStretches({ remove }, stepId)
  }
  const restoreThis = (): void => {
    const { transcript } = session.state
    const span = currentCut(cuts, transcript, store.getState().selection, player.positionMs)
    if (span === null) toast.show({ text: say('cut-view.restore.none') })
    else
      change(
        restoreSpan(transcript, span, () => session.newId()),
        span,
      )
  }
  return (
    <>
      <IconButton
        icon="up"
        size="small"
        label={say('cut-view.previous')}
        disabled={cuts.length === 0}
        onPress={() => go(-1)}
      />
      <IconButton
        icon="down"
        size="small"
        label={say('cut-view.next')}
        disabled={cuts.length === 0}
        onPress={() => go(1)}
      />
      <Button
        variant="line"
        size="small"
        icon="undo"
        aria-label={say('cut-view.restore')}
        disabled={cuts.length === 0}
        onPress={restoreThis}
      >
        <span className={styles.words}>{say('cut-view.restore')}</span>
      </Button>
      <Button
        variant="line"
        size="small"
        icon="play"
        disabled={cuts.length === 0}
        aria-label={say('cut-view.hear')}
        onPress={() => hearJoin(session, player, store, say)}
      >
        <span className={styles.words}>{say('cut-view.hear')}</span>
      </Button>
      <Menu
        label={say('cut-view.more')}
        trigger={<IconButton icon="more" size="small" label={say('cut-view.more')} />}
      >
        {cutScopes.map((scope) => (
          <MenuItem key={scope} onChoose={() => cutScope(scope, store, session)}>
            {say(`cut-view.scope.${scope}`)}
          </MenuItem>
        ))}
        <MenuItem
          onChoose={() =>
            change(
              restoreAll(session.state.transcript, () => session.newId()),
              null,
            )
          }
        >
          {say('cut-view.restore-all')}
        </MenuItem>
      </Menu>
    </>
  )
}
