import { useState } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import type { CueResult } from '#core/captions/fixes/fix-report'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { ShownCues } from '../cues/cue-store.ts'
import { useShownFrames } from '../cues/cue-time.ts'
import { FixResult, type FixResultProps } from './fix-result.tsx'
import type { FixGoal } from './find-all-fixes.ts'
import styles from './fixes.module.css'
import { useAllFixes } from './use-all-fixes.ts'

export interface FixAllDialogProps {
  readonly goal?: FixGoal
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly list: Pick<ShownCues, 'rules'>
  readonly nextKey: string | null
  readonly onClose: () => void
}

/** What can be fixed in all captions, or moved to shots, by kind, and what remains; applied as one step of undo. */
export function FixAllDialog(props: FixAllDialogProps) {
  const { goal = 'all', session, editor, list, nextKey, onClose } = props
  const texts = goal === 'all' ? 'captions.fix-all' : 'captions.snap-all'
  const say = useSay()
  const { found, fix } = useAllFixes(session, editor, goal)
  const frames = useShownFrames(editor.shown().transcript)
  const report = found?.report
  const improved = report?.improved.length ?? 0
  const hasNoChange = report !== undefined && report.fixed + improved === 0
  const shown = { rules: list.rules, nextKey, frames }
  const title =
    report === undefined
      ? say(`${texts}.looking`)
      : say(`${texts}.title`, { fixed: report.fixed, count: report.count })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="820px"
      foot={
        hasNoChange ? (
          <>
            <DialogSpacer />
            <Button variant="main" takesFocus onPress={onClose}>
              {say('captions.fix-all.close')}
            </Button>
          </>
        ) : (
          <>
            <span className={styles.note}>{say('captions.fix-all.note')}</span>
            <DialogSpacer />
            <Button onPress={onClose}>{say('captions.fix-all.cancel')}</Button>
            <Button
              variant="main"
              disabled={report === undefined}
              takesFocus
              onPress={() => {
                fix()
                onClose()
              }}
            >
              {say(`${texts}.do`, { count: report?.fixed ?? 0, improved })}
            </Button>
          </>
        )
      }
    >
      {report === undefined ? (
        <Loading />
      ) : (
        <>
          {report.byKind.map(({ kind, results }) => (
            <ResultGroup
              key={kind}
              title={say(`captions.fix-all.${kind}`, { count: results.length })}
              results={results}
              tone="good"
              {...shown}
            />
          ))}
          {(['improved', 'adjusted', 'staying'] as const).map((group) => (
            <ResultGroup
              key={group}
              title={say(`captions.fix-all.${group}`, { count: report[group].length })}
              results={report[group]}
              tone={group === 'staying' ? 'stays' : 'plain'}
              {...shown}
            />
          ))}
        </>
      )}
    </Dialog>
  )
}

/** How many of a kind are shown at first, and added each time more are requested. */
const FEW = 3
const MORE = 100

interface ResultGroupProps {
  readonly title: string
  readonly results: readonly CueResult[]
  readonly rules: ShownCues['rules']
  readonly tone: FixResultProps['tone']
  readonly nextKey: string | null
  readonly frames: FrameGrid | null
}

/** Empty without results. */
function ResultGroup({ title, results, ...shown }: ResultGroupProps) {
  const say = useSay()
  const [count, setCount] = useState(FEW)
  if (results.length === 0) return null
  const left = results.length - count
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {results.slice(0, count).map((result) => (
          <FixResult key={result.before.index} result={result} {...shown} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" className={styles.more} onPress={() => setCount(count + MORE)}>
          {say('captions.fix-all.more', { count: left })}
        </Button>
      )}
    </section>
  )
}
