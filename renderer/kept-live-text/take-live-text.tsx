import { useCall } from '../rpc/use-call.ts'
import { useKeptLiveText } from '../rpc/recorder-queries.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** Offers the text made while recording if there is no transcript. */
export function TakeLiveText({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const language = useLanguage()
  const { data: kept } = useKeptLiveText(recordingId)
  const take = useCall('recorder.takeLiveText')
  if (kept?.canBeTranscript !== true) return null
  return (
    <>
      <p>{say('live.kept.more')}</p>
      <Button
        variant="line"
        disabled={take.isPending}
        onPress={() => take.mutate({ recordingId }, { onError: (error) => toastError(error, language) })}
      >
        {say('live.kept.take')}
      </Button>
    </>
  )
}
