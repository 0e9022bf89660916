import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useHost, useStudio } from '../../rpc/studio-context.tsx'
import { useSlept } from '../../rpc/app-bridge.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { finishStoppedBefore } from '../running/after-stop.ts'
import { browserSystem } from '../running/browser-system.ts'
import { storeOpenMoments } from '../running/open-moments.ts'
import { PageRecorder } from '../running/recorder.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { SoundSystem } from '../running/sources.ts'

const RecorderContext = createContext<PageRecorder | null>(null)

export interface RecorderProviderProps {
  /** The browser's devices; tests pass their own. */
  readonly system?: SoundSystem
  readonly children: ReactNode
}

/** One recorder for the whole page, so that a recording continues on every screen. */
export function RecorderProvider({ system = browserSystem, children }: RecorderProviderProps) {
  const studio = useStudio()
  const host = useHost()
  const language = useLanguage()
  const say = useSay()
  const [recorder] = useState(
    () =>
      new PageRecorder({
        studio,
        language,
        connect: host.connectSound,
        system: {
          ...system,
          openSystemSound: async () => {
            await host.allowDisplayCapture()
            return await system.openSystemSound()
          },
        },
        clock: system.createClock(),
        onError: toastError,
      }),
  )
  useEffect(() => {
    const finish = (): void => {
      const { running } = useRecorderStore.getState()
      finishStoppedBefore(studio, running?.runningId ?? null).catch((error: unknown) =>
        toastError(error, recorder.language),
      )
    }
    finish()
    // If it was stopped because the program closed, its file is created at the next start.
    return studio.onEvent(({ kind }) => kind === 'recording-added' && finish())
  }, [studio, recorder])
  useEffect(() => {
    const offRecording = recorder.kept.onRecording(({ title, lengthMs }) =>
      toast.show({ text: say('rec.kept.recording', { title, time: formatDuration(lengthMs) }) }),
    )
    return offRecording
  }, [recorder, say])
  useEffect(storeOpenMoments, [])
  useEffect(() => void recorder.kept.deliver(), [recorder])
  useEffect(() => recorder.setLanguage(language), [recorder, language])
  // Clocks of some systems include sleep, so only the window knows of it.
  useSlept((sleep) => {
    recorder.actions.slept(sleep).catch((error: unknown) => toastError(error, recorder.language))
  })
  return <RecorderContext value={recorder}>{children}</RecorderContext>
}

export function useRecorder(): PageRecorder {
  const recorder = useContext(RecorderContext)
  if (recorder === null) throw new Error('no RecorderProvider above')
  return recorder
}

/** Runs something that may fail, showing its error as a toast. */
export function useTry(): (work: () => Promise<unknown>) => void {
  const language = useLanguage()
  return (work) => void work().catch((error: unknown) => toastError(error, language))
}
