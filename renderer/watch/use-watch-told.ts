import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'

/** Errors within this time are reported together. */
const GATHER_MS = 1_000

type Told = 'refused' | 'unwritten' | 'problem'

/** Reports errors of watched folders once, on any screen; the settings list them. */
export function useWatchTold(): void {
  const say = useSay()
  const studio = useStudio()
  const navigate = useNavigate()
  useEffect(() => {
    const counts = new Map<Told, number>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = (): void => {
      timer = null
      for (const [told, count] of counts) {
        const text = told === 'problem' ? say('watch.told.problem') : say(`watch.told.${told}`, { count })
        const run = (): void => void navigate({ to: '/settings/$section', params: { section: 'watch' } })
        toast.show({ text, action: { label: say('watch.told.show'), run } })
      }
      counts.clear()
    }
    const stop = studio.onEvent(({ kind, touched }) => {
      if (kind !== 'watch-changed') return
      const { state, what, code } = touched
      const isProblem = what === 'problem' && typeof code === 'string'
      const told = isProblem ? 'problem' : state === 'refused' || state === 'unwritten' ? state : null
      if (told === null) return
      counts.set(told, (counts.get(told) ?? 0) + 1)
      timer ??= setTimeout(tell, GATHER_MS)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [studio, navigate, say])
}
