import { useParams, useSearch } from '@tanstack/react-router'
import { RecordingScreen } from './recording/recording-screen.tsx'

/** The screen of a recording, at the time given in the URL. */
export function RecordingRoute() {
  const { id } = useParams({ from: '/recording/$id' })
  const { at } = useSearch({ from: '/recording/$id' })
  return <RecordingScreen key={id} recordingId={id} {...(at === undefined ? {} : { atMs: at })} />
}
