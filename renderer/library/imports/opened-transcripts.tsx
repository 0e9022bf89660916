import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRecordingsOf } from '../../rpc/queries.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { forgetOpened, useImportStore } from './import-store.ts'

/** Opens a transcript that was imported as a file; for several, shows how many. */
export function OpenedTranscripts() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const navigate = useNavigate()
  const opened = useImportStore((state) => state.opened)
  const captions = useImportStore((state) => state.captions)
  const corrected = useImportStore((state) => state.corrected)
  const dropped = useImportStore((state) => state.dropped)
  const recordings = useRecordingsOf(opened.slice(0, 1)).data
  const first = recordings?.find(({ id }) => id === opened[0])
  useEffect(() => {
    if (first === undefined) return
    forgetOpened()
    const kinds = dropped.map(({ code, count }) => say(`upload.dropped.${code}`, { count }))
    const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(kinds)
    const fixed = [
      ...(corrected === 0 ? [] : [` ${say('upload.corrected', { count: corrected })}`]),
      ...(kinds.length === 0 ? [] : [` ${say('upload.dropped', { list })}`]),
    ].join('')
    if (opened.length === 1) {
      const file = captions.get(first.id)
      const canAlign = file !== undefined && first.bytes > 0 && !first.missing
      const align = (): void => {
        if (file === undefined) return
        host.alignText(first.id, file).then(
          () => toast.show({ text: say('library.aligning'), tone: 'done' }),
          (error: unknown) => toastError(error, language),
        )
      }
      toast.show({
        text: say('upload.transcript', { title: first.title }) + fixed,
        tone: 'done',
        ...(canAlign
          ? { remedy: say('upload.align.why'), action: { label: say('upload.align'), run: align } }
          : {}),
      })
      void navigate({ to: '/recording/$id', params: { id: first.id } })
    } else toast.show({ text: say('upload.transcripts', { count: opened.length }) + fixed, tone: 'done' })
  }, [first, opened, captions, corrected, dropped, say, language, host, navigate])
  return null
}
