import { useEffect, useEffectEvent, useRef } from 'react'
import type { Moment } from '#core/moments/moment'
import { useHost } from '../../rpc/studio-context.tsx'
import { useMenuActions, useMomentText } from '../../rpc/app-bridge.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { elapsedMs } from '../running/own-clock.ts'
import { useMeterStore, useRecorderStore } from '../running/recorder-store.ts'
import { recorderView } from './recorder-view.ts'

const SHOW_MS = 200

/** In the window: tray and strip show what this page records, and their buttons control it. */
export function useStripAndTray(): void {
  const host = useHost()
  const say = useSay()
  const language = useLanguage()
  const recorder = useRecorder()
  const attempt = useTry()
  const isShown = useRecorderStore(({ running }) => running !== null) && host.kind === 'window'
  /** The moment last marked in strip or tray. */
  const marked = useRef<Extract<Moment, { readonly kind: 'decision' | 'bookmark' }> | null>(null)
  useMomentText((text) => {
    const moment = marked.current
    const { running } = useRecorderStore.getState()
    if (moment === null || running?.phase !== 'recording') return
    attempt(() => recorder.actions.setMoment({ ...moment, value: text }))
  })
  useMenuActions({
    'record-turn': () => {
      const { running } = useRecorderStore.getState()
      if (running?.phase !== 'recording') return
      const isPaused = running.clock.pausedSinceMs !== null
      if (isPaused) attempt(() => recorder.resume())
      else recorder.actions.pause()
    },
    // Immediately, as time passes while text is typed.
    'record-moment': () => {
      const { running } = useRecorderStore.getState()
      if (running?.phase !== 'recording') return
      const atMs = Math.round(elapsedMs(running.clock, recorder.clock.now()))
      const moment = { id: crypto.randomUUID(), kind: 'bookmark', atMs, value: '' } as const
      marked.current = moment
      attempt(() => recorder.actions.setMoment(moment))
    },
    'record-stop': () => attempt(() => recorder.stop()),
  })
  const show = useEffectEvent(() => {
    const { running, slots } = useRecorderStore.getState()
    if (running === null) return
    const { meters } = useMeterStore.getState()
    const viewed = { running, slots, meters, nowMs: recorder.clock.now() }
    attempt(() => host.showRecorder(recorderView(viewed, language, say)))
  })
  const showNothing = useEffectEvent(() => attempt(() => host.showRecorder(null)))
  useEffect(() => {
    if (!isShown) return
    show()
    const timer = setInterval(show, SHOW_MS)
    return () => {
      clearInterval(timer)
      showNothing()
    }
  }, [isShown])
}
