import { formatList } from '#core/notation/numbers'
import { useCallback } from 'react'
import { fileNameOf } from '../../rpc/host.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { Arrival } from './import-store.ts'

/** Says which names of an imported file were taken as speakers; they can be left in its text instead. */
export function useNamesInText(): (arrival: Arrival) => void {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  return useCallback(
    ({ file, namesInText }: Arrival) => {
      if (namesInText === undefined) return
      const { transcriptId, names } = namesInText
      const list = formatList(names, language)
      const leave = (): void => {
        studio.call('transcripts.leaveNamesInText', { transcriptId, id: crypto.randomUUID(), names }).then(
          () => toast.show({ text: say('upload.names.left'), tone: 'done' }),
          (error: unknown) => toastError(error, language),
        )
      }
      toast.show({
        text: say('upload.names', { file: fileNameOf(file), names: list }),
        action: { label: say('upload.names.leave'), run: leave },
        stays: true,
      })
    },
    [say, language, studio],
  )
}
