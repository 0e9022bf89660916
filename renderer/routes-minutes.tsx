import { useParams } from '@tanstack/react-router'
import { MinutesScreen } from './minutes/minutes-screen.tsx'

/** The minutes of a recording, as printed. */
export function MinutesRoute() {
  const { id } = useParams({ from: '/recording/$id/minutes' })
  return <MinutesScreen key={id} recordingId={id} />
}
