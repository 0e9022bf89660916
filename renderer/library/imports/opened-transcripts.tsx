import { formatList } from '#core/notation/numbers'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isCaptionFile } from '#core/formats/reading/read-files'
import { fileNameOf } from '../../rpc/host.ts'
import { useRecordingsOf } from '../../rpc/recording-queries.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Say, useLanguage, useSay } from '../../ui/words.tsx'
import { type Arrival, forgetOpened, useImportStore } from './import-store.ts'
import { useNamesInText } from './use-names-in-text.ts'

/** Opens a transcript that was imported as a file; for several, shows how many. */
export function OpenedTranscripts() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const navigate = useNavigate()
  const askAboutNames = useNamesInText()
  const opened = useImportStore((state) => state.opened)
  const corrected = useImportStore((state) => state.corrected)
  const dropped = useImportStore((state) => state.dropped)
  const recordings = useRecordingsOf(opened.slice(0, 1).map(({ recordingId }) => recordingId)).data
  const [only] = opened
  const first = recordings?.find(({ id }) => id === only?.recordingId)
  useEffect(() => {
    if (only === undefined || first === undefined) return
    forgetOpened()
    const kinds = dropped.map(({ code, count }) => say(`upload.dropped.${code}`, { count }))
    const list = formatList(kinds, language)
    const fixed = [
      ...(corrected === 0 ? [] : [say('upload.corrected', { count: corrected })]),
      ...(kinds.length === 0 ? [] : [say('upload.dropped', { list })]),
    ]
    if (opened.length === 1) {
      const { file, programStart, transcript } = only
      const canAlign =
        transcript === 'new' && isCaptionFile(fileNameOf(file)) && first.bytes > 0 && !first.missing
      const align = (): void => {
        host.alignText(first.id, file).then(
          () => toast.show({ text: say('library.aligning'), tone: 'done' }),
          (error: unknown) => toastError(error, language),
        )
      }
      const start =
        programStart === undefined ? [] : [say('upload.program-start', { timecode: programStart })]
      toast.show({
        text: [outcomeOf(only, first.title, say), ...start, ...fixed].join(' '),
        tone: transcript === 'new' ? 'done' : 'plain',
        ...(canAlign
          ? { remedy: say('upload.align.why'), action: { label: say('upload.align'), run: align } }
          : {}),
      })
      void navigate({ to: '/recording/$id', params: { id: first.id } })
    } else toast.show({ text: [...countsOf(opened, say), ...fixed].join(' '), tone: 'done' })
    for (const one of opened) askAboutNames(one)
  }, [only, first, opened, corrected, dropped, say, language, host, navigate, askAboutNames])
  return null
}

/** What became of one file. */
function outcomeOf({ transcript, isAnother, file }: Arrival, title: string, say: Say): string {
  const values = { title, file: fileNameOf(file) }
  if (transcript === 'known') return say('upload.transcript.known', values)
  return say(isAnother === true ? 'upload.transcript.another' : 'upload.transcript', values)
}

function countsOf(opened: readonly Arrival[], say: Say): string[] {
  const known = opened.filter(({ transcript }) => transcript === 'known').length
  const count = opened.length - known
  return [
    ...(count === 0 ? [] : [say('upload.transcripts', { count })]),
    ...(known === 0 ? [] : [say('upload.transcripts.known', { count: known })]),
  ]
}
