import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { RunningCard } from '#contracts/calls/recorder'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useRunningRecordings } from '../../rpc/recorder-queries.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { finishStopped, keepForLater } from '../running/after-stop.ts'
import { keptRunning } from '../running/kept-running.ts'
import { giveOpenMoments } from '../running/open-moments.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { openForCard } from './open-for-card.ts'

const LOOK_MS = 1_000
/** A recording whose length is unchanged this many times is not recorded by any page. */
const STILL_TIMES = 3
/** After the question is closed, it is asked again after this many checks. */
const LATER_TIMES = 60

/** Asks about a recording whose page was reloaded or closed: this page can continue or stop it. */
export function ContinueRecording() {
  const { card, askLater } = useAbandoned()
  return card === null ? null : <Question card={card} onLater={askLater} />
}

interface QuestionProps {
  readonly card: RunningCard
  readonly onLater: () => void
}

function Question({ card, onLater }: QuestionProps) {
  const say = useSay()
  const studio = useStudio()
  const recorder = useRecorder()
  const attempt = useTry()
  const navigate = useNavigate()
  const { job } = usePreferences()
  const [isBusy, setBusy] = useState(false)
  const transcript =
    (keptRunning()?.willTranscribe ?? true)
      ? { ...job, language: card.language, speakers: card.people }
      : null
  const run = (work: () => Promise<void>): void =>
    attempt(async () => {
      setBusy(true)
      try {
        await work()
      } finally {
        setBusy(false)
      }
    })
  const goOn = async (): Promise<void> => {
    const { inputs, failed } = await openForCard(recorder.sources, card)
    for (const source of failed)
      toast.show({ text: say('rec.continue.not-opened', { source }), tone: 'error' })
    await recorder.continue(card, inputs, transcript)
    await navigate({ to: '/record' })
  }
  const stop = async (): Promise<void> => {
    const { runningId } = card
    if (transcript !== null) keepForLater(runningId, transcript)
    await studio.call('recorder.stop', { runningId, atMs: recorder.clock.now() })
    const recordingId = await finishStopped(studio, runningId)
    if (recordingId === null) return
    await giveOpenMoments(studio, runningId, recordingId)
    await navigate({ to: '/recording/$id', params: { id: recordingId } })
  }
  return (
    <Dialog
      open
      onClose={onLater}
      role="alertdialog"
      title={say('rec.continue')}
      foot={
        <>
          <DialogSpacer />
          <Button disabled={isBusy} onPress={() => run(stop)}>
            {say('rec.stop')}
          </Button>
          <Button variant="line" takesFocus disabled={isBusy} onPress={() => run(goOn)}>
            {say('rec.continue.go')}
          </Button>
        </>
      }
    >
      <p>{say('rec.continue.text', { title: card.title, time: formatDuration(card.safeMs) })}</p>
    </Dialog>
  )
}

interface Looked {
  readonly id: string
  readonly durationMs: number
  /** How often it was found with the same length. */
  readonly times: number
}

/** A recording of this studio that no page delivers sound to; null if none is known. */
function useAbandoned(): { readonly card: RunningCard | null; readonly askLater: () => void } {
  const { data: cards, refetch } = useRunningRecordings()
  const own = useRecorderStore(({ running }) => running?.runningId ?? null)
  const ended = useRecorderStore((state) => state.ended?.runningId ?? null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const candidate =
    (cards ?? []).find(
      ({ runningId, elsewhere, state }) =>
        !elsewhere && state !== 'finishing' && runningId !== own && runningId !== ended,
    ) ?? null
  const id = candidate?.runningId
  const durationMs = candidate?.durationMs ?? 0
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => {
      setLooked((before) => ({
        id,
        durationMs,
        times: before?.id === id && before.durationMs === durationMs ? before.times + 1 : 0,
      }))
      void refetch()
    }, LOOK_MS)
    return () => clearTimeout(timer)
  }, [id, durationMs, looked, refetch])
  const askLater = (): void => {
    if (id !== undefined) setLooked({ id, durationMs, times: STILL_TIMES - LATER_TIMES })
  }
  // A paused one does not grow, and may be resumed by the page connected to it.
  const isPausedElsewhere = candidate?.state === 'paused' && candidate.isAttended
  const isStill =
    own === null &&
    !isPausedElsewhere &&
    looked?.id === id &&
    looked?.durationMs === durationMs &&
    looked.times >= STILL_TIMES
  return { card: isStill ? candidate : null, askLater }
}
