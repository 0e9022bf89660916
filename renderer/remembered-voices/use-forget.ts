import type { CallOutput } from '#contracts/calls/calls'
import type { RememberedVoice } from '#contracts/calls/voices'
import { useCall } from '../rpc/use-call.ts'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

type Part = RememberedVoice['parts'][number]

/** Forgets remembered voices, and reports what is left anywhere. `onDone` is called afterwards. */
export function useForget(onDone: () => void = () => undefined): {
  readonly voice: (voice: RememberedVoice) => void
  readonly part: (voice: RememberedVoice, part: Part) => void
  readonly all: () => void
  readonly isPending: boolean
} {
  const say = useSay()
  const language = useLanguage()
  const one = useCall('voices.forget')
  const all = useCall('voices.forgetAll')
  const reported = (text: string, { isErased, unreadableBackups }: CallOutput<'voices.forget'>): void => {
    onDone()
    const left = [
      ...(isErased ? [] : [say('remembered-voices.not-erased')]),
      ...(unreadableBackups === 0 ? [] : [say('remembered-voices.unreadable', { count: unreadableBackups })]),
    ]
    toast.show({ text, remedy: left.length === 0 ? undefined : left.join(' '), tone: 'done' })
  }
  const onError = (error: Error): void => void toastError(error, language)
  return {
    voice: ({ id: voiceId, name }) =>
      one.mutate(
        { voiceId },
        { onSuccess: (outcome) => reported(say('remembered-voices.forgotten', { name }), outcome), onError },
      ),
    part: ({ id: voiceId, name }, { recordingId, title }) =>
      one.mutate(
        { voiceId, recordingId },
        {
          onSuccess: (outcome) => reported(say('remembered-voices.forgotten.part', { name, title }), outcome),
          onError,
        },
      ),
    all: () =>
      all.mutate(
        {},
        {
          onSuccess: (outcome) =>
            reported(say('remembered-voices.forgotten.all', { count: outcome.count }), outcome),
          onError,
        },
      ),
    isPending: one.isPending || all.isPending,
  }
}
