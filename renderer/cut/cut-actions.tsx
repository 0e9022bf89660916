import { findCutEdges, resetCutEdges } from '#core/cut/cut-edges'
import { restoreAll, restoreSpan } from '#core/cut/cut-edits'
import type { Edit } from '#core/edits/edit'
import type { TimeSpan } from '#core/transcript/time-span'
import { cutScope, cutScopes } from '../editor/cutting.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import { usePreferences, useSetPreferences } from '../rpc/preferences-queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { Menu, MenuItem, MenuTicks } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { Tip } from '../ui/tooltip.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { checkJoins } from './check-joins.ts'
import type { CutBarProps } from './cut-bar-props.ts'
import styles from './cut-bar.module.css'
import { chosenCut, currentCut } from './current-cut.ts'
import { goToCut } from './go-to-cut.ts'
import { playJoin } from './play-join.ts'
import { useCutStretchChanges } from './use-cut-stretches.ts'
import type { RecordingCut } from './use-recording-cut.ts'

/** Goes from cut to cut, restores, plays; the rest is in a menu. */
export function CutActions({
  session,
  player,
  recording,
  store,
  cut,
}: CutBarProps & { readonly cut: RecordingCut }) {
  const say = useSay()
  const studio = useStudio()
  const language = useLanguage()
  const hearKey = useShownKey('hear-join')
  const changeStretches = useCutStretchChanges(recording.id, session)
  const { cuts, stretches } = cut
  const { foldsCuts } = usePreferences()
  const { mutate } = useSetPreferences()
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
  const check = (): void => {
    session
      .inOrder(() => checkJoins(studio, session.transcriptId, store, say))
      .catch((error: unknown) => toastError(error, language))
  }
  const resetEdges = (): void => {
    const { transcript } = session.state
    const span = chosenCut({ cuts, transcript }, store, player.positionMs)
    const edges = span === null ? [] : findCutEdges(cut.shown, span)
    const edits = resetCutEdges(transcript, edges, () => session.newId())
    if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
    else toast.show({ text: say('cut-view.edge.automatic') })
  }
  return (
    <>
      <IconButton
        icon="up"
        size="small"
        label={say('cut-view.previous')}
        disabled={cuts.length === 0}
        onPress={() => goToCut(-1, session, player, store)}
      />
      <IconButton
        icon="down"
        size="small"
        label={say('cut-view.next')}
        disabled={cuts.length === 0}
        onPress={() => goToCut(1, session, player, store)}
      />
      <WordsOrIcon icon="undo" name="cut-view.restore" disabled={cuts.length === 0} onPress={restoreThis} />
      <WordsOrIcon
        icon="play"
        name="cut-view.hear"
        keys={hearKey}
        disabled={cuts.length === 0}
        onPress={() => playJoin(session, player, store, say)}
      />
      <Menu
        label={say('cut-view.more')}
        trigger={<IconButton icon="more" size="small" label={say('cut-view.more')} />}
      >
        {cutScopes.map((scope) => (
          <MenuItem key={scope} onChoose={() => cutScope(scope, store, session)}>
            {say(`cut-view.scope.${scope}`)}
          </MenuItem>
        ))}
        <MenuTicks
          label={say('cut-view.wave')}
          ticks={[{ id: 'fold', label: say('cut-view.fold') }]}
          ticked={new Set(foldsCuts ? ['fold'] : [])}
          onTick={(ticked) => mutate({ foldsCuts: ticked.has('fold') })}
        />
        <MenuItem onChoose={check} disabled={cuts.length === 0}>
          {say('cut-view.joins.check')}
        </MenuItem>
        <MenuItem onChoose={resetEdges} disabled={cuts.length === 0}>
          {say('cut-view.edge.reset')}
        </MenuItem>
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

interface WordsOrIconProps {
  readonly icon: IconName
  readonly name: 'cut-view.restore' | 'cut-view.hear'
  readonly keys?: string | undefined
  readonly disabled: boolean
  readonly onPress: () => void
}

/** A button with words where the bar has room for them. */
function WordsOrIcon({ icon, name, keys, disabled, onPress }: WordsOrIconProps) {
  const say = useSay()
  return (
    <Tip text={say(name)} keys={keys}>
      <Button
        variant="line"
        size="small"
        icon={icon}
        aria-label={say(name)}
        disabled={disabled}
        onPress={onPress}
      >
        <span className={styles.words}>{say(name)}</span>
      </Button>
    </Tip>
  )
}
