import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { CutClock } from '#core/cut/cut-clock'
import type { PartlyCutText } from '#core/cut/cut-marks'
import { transcriptOfCut } from '#core/cut/transcript-of-cut'
import type { Transcript } from '#core/transcript/transcript'
import { createCueStore, type ShownCues } from '../captions/cues/cue-store.ts'
import { useCaptionNames } from '../captions/cues/use-caption-names.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { type CutRecording, useRecordingCut } from '../cut/use-recording-cut.ts'

export interface CutCaptions {
  readonly list: ShownCues
  readonly clock: CutClock
  readonly partlyCut: readonly PartlyCutText[]
}

/** The captions of the cut, in its own time. */
export function useCutCaptions(session: TranscriptSession, recording: CutRecording): CutCaptions {
  const { transcript, kept, keptMs } = useRecordingCut(session, recording)
  const made = useMemo(() => transcriptOfCut(transcript, kept), [transcript, kept])
  const names = useCaptionNames(session)
  const [source] = useState(() => transcriptSource(made.transcript))
  const [store, setStore] = useState(() => ({ names, cues: createCueStore(source, keptMs, names) }))
  if (store.names !== names) setStore({ names, cues: createCueStore(source, keptMs, names) })
  const { cues } = store
  useLayoutEffect(() => {
    source.show(made.transcript)
    cues.setDuration(keptMs)
  }, [source, cues, made, keptMs])
  const subscribe = useCallback((listener: () => void) => cues.subscribe(listener), [cues])
  const list = useSyncExternalStore(subscribe, () => cues.state)
  const { clock, partlyCut } = made
  return { list, clock, partlyCut }
}

/** What captions are made from. */
interface TranscriptSource extends Pick<TranscriptSession, 'state' | 'subscribe'> {
  show(transcript: Transcript): void
}

function transcriptSource(first: Transcript): TranscriptSource {
  const store = createStore<TranscriptSession['state']>(() => ({
    transcript: first,
    editNumber: 0,
    running: false,
    saved: 'saved',
    undo: null,
    redo: null,
  }))
  return {
    get state() {
      return store.getState()
    },
    subscribe: (listener) => store.subscribe(listener),
    show: (transcript) => store.setState({ transcript }),
  }
}
