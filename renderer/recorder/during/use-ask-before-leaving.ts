import { useEffect, useEffectEvent } from 'react'
import { useHost } from '../../rpc/studio-context.tsx'
import { useTry } from '../parts/use-recorder.tsx'

/** During a recording, the browser asks before it closes the page, and the screen stays on. */
export function useAskBeforeLeaving(isRecording: boolean): void {
  const host = useHost()
  const attempt = useTry()
  const setRecording = useEffectEvent((on: boolean) => attempt(() => host.setRecording(on)))
  useEffect(() => {
    if (!isRecording) return
    setRecording(true)
    return () => setRecording(false)
  }, [isRecording])
  useEffect(() => {
    if (!isRecording) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isRecording])
  useEffect(() => {
    if (!isRecording || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || isOver) return
      lock = await navigator.wakeLock.request('screen').catch(() => null)
      // Optional: a system that saves power may refuse it.
      if (isOver) await lock?.release()
    }
    const onVisible = (): void => void take()
    void take()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [isRecording])
}
