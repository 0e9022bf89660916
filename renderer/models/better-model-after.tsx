import { useState } from 'react'
import type { OpenSession } from '../session/open-session.ts'
import { useSession } from '../session/use-session.ts'
import { BetterModel } from './better-model.tsx'
import styles from './better-model-after.module.css'

/** Suggests a much better model once a transcript made here is done; never for one opened later. */
export function BetterModelAfter({ session }: { readonly session: OpenSession }) {
  const running = useSession(session, (state) => state.running)
  const language = useSession(session, (state) => state.transcript.language)
  const [hasRun, setHasRun] = useState(running)
  if (running && !hasRun) setHasRun(true)
  if (running || !hasRun) return null
  return (
    <div className={styles.strip}>
      <BetterModel language={language} />
    </div>
  )
}
