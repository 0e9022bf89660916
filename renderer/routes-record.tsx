import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { NewRecordingScreen } from './recorder/before/new-recording-screen.tsx'
import { EndedScreen } from './recorder/during/ended-screen.tsx'
import { RunningScreen } from './recorder/during/running-screen.tsx'
import { useRecorderStore } from './recorder/running/recorder-store.ts'

/** The recorder: before a recording, during it, and until it is in the library, where it is opened. */
export function RecordRoute() {
  const navigate = useNavigate()
  const isRunning = useRecorderStore(({ running }) => running !== null)
  const ended = useRecorderStore((state) => state.ended)
  const recordingId = ended?.reason === 'asked' ? ended.recordingId : null
  useEffect(() => {
    if (recordingId === null) return
    useRecorderStore.setState({ ended: null })
    void navigate({ to: '/recording/$id', params: { id: recordingId }, replace: true })
  }, [recordingId, navigate])
  if (isRunning) return <RunningScreen />
  if (ended?.reason === 'asked' && ended.state === 'finishing') return <EndedScreen ended={ended} />
  return <NewRecordingScreen />
}
