import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'

/** Errors within this time are reported together. */
const GATHER_MS = 1_000

type Notice = 'refused' | 'unwritten' | 'problem'

/** Reports errors of watched folders once, on any screen; the settings list them. */
export function useWatchNotices(): void {
  const say = useSay()
  const studio = useStudio()
  const navigate = useNavigate()
  useEffect(() => {
    const counts = new Map<Notice, number>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = (): void => {
      timer = null
      for (const [reported, count] of counts) {
        const text =
          reported === 'problem' ? say('watch.notice.problem') : say(`watch.notice.${reported}`, { count })
        const run = (): void => void navigate({ to: '/settings/$section', params: { section: 'watch' } })
        toast.show({ text, action: { label: say('watch.notice.show'), run } })
      }
      counts.clear()
    }
    const stop = studio.onEvent(({ kind, touched }) => {
      if (kind !== 'watch-changed') return
      const { state, what, code } = touched
      const isProblem = what === 'problem' && typeof code === 'string'
      const reported = isProblem ? 'problem' : state === 'refused' || state === 'unwritten' ? state : null
      if (reported === null) return
      counts.set(reported, (counts.get(reported) ?? 0) + 1)
      timer ??= setTimeout(tell, GATHER_MS)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [studio, navigate, say])
}
