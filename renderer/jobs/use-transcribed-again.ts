import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { isWatched } from './claim-ending.ts'
import { type TranscribedAgain, watchTranscribedAgain } from './transcribed-again.ts'

/** Says that a recording was transcribed again, on whichever screen; one button shows the other transcript. */
export function useTranscribedAgain(): void {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const navigate = useNavigate()
  useEffect(() => {
    const onError = (error: unknown): void => void toastError(error, language)
    const show = async ({ otherId, recordingId }: TranscribedAgain): Promise<void> => {
      await studio.call('transcripts.makeNewest', { transcriptId: otherId })
      await navigate({ to: '/recording/$id', params: { id: recordingId } })
    }
    return watchTranscribedAgain(studio, {
      onEnd: (ended) => {
        const { title, isCurrent } = ended
        toast.show({
          text: say(isCurrent ? 'job.again.ended' : 'job.again.ended.beside', { title }),
          tone: 'done',
          action: {
            label: say(isCurrent ? 'job.again.show-former' : 'job.again.show-new'),
            run: () => void show(ended).catch(onError),
          },
          // Nobody sees it before somebody comes back.
          stays: !isWatched(),
        })
      },
      onError,
    })
  }, [studio, navigate, say, language])
}
