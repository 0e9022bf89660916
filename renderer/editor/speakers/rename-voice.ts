import type { TranscriptSession } from '../../session/transcript-session.ts'
import { isSameName } from '#core/transcript/same-name'

/**
 * Gives a speaker the typed name (empty: removes the name). If another speaker already has that name, nothing is
 * changed and that speaker's id is returned, as the two may be the same person.
 */
export function renameVoice(session: TranscriptSession, speakerId: string, typed: string): string | null {
  const { speakers } = session.state.transcript
  const name = typed.trim()
  const current = speakers.find(({ id }) => id === speakerId)
  if (current === undefined || name === (current.name ?? '')) return null
  const other = speakers.find(
    ({ id, name: own }) => id !== speakerId && own !== null && isSameName(own, name),
  )
  if (other !== undefined) return other.id
  session.apply([{ kind: 'rename-speaker', id: session.newId(), speakerId, name }])
  return null
}
