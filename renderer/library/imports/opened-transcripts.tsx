import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRecordingsOf } from '../../rpc/queries.ts'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'
import { forgetOpened, useImportStore } from './import-store.ts'

/** Opens a transcript that was imported as a file; for several, shows how many. */
export function OpenedTranscripts() {
  const say = useSay()
  const navigate = useNavigate()
  const opened = useImportStore((state) => state.opened)
  const corrected = useImportStore((state) => state.corrected)
  const recordings = useRecordingsOf(opened.slice(0, 1)).data
  const first = recordings?.find(({ id }) => id === opened[0])
  useEffect(() => {
    if (first === undefined) return
    forgetOpened()
    const fixed = corrected === 0 ? '' : ` ${say('upload.corrected', { count: corrected })}`
    if (opened.length === 1) {
      toast.show({ text: say('upload.transcript', { title: first.title }) + fixed, tone: 'done' })
      void navigate({ to: '/recording/$id', params: { id: first.id } })
    } else toast.show({ text: say('upload.transcripts', { count: opened.length }) + fixed, tone: 'done' })
  }, [first, opened, corrected, say, navigate])
  return null
}
