import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '#contracts/calls/calls'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/** The glossary of a recording, or with null of the library, as typed. */
export function useGlossary(recordingId: string | null) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.glossary(recordingId),
    queryFn: ({ signal }) => studio.call('glossary.get', { recordingId }, { signal }),
  })
}

/** The terms that apply to a recording: its own and the library's. */
export function useTerms(recordingId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.terms(recordingId),
    queryFn: ({ signal }) => studio.call('glossary.terms', { recordingId }, { signal }),
  })
}

export function useAddTerms() {
  const studio = useStudio()
  const language = useLanguage()
  return useMutation({
    mutationFn: (input: CallInput<'glossary.add'>) => studio.call('glossary.add', input),
    onError: (error) => toastError(error, language),
  })
}

export function useSetGlossary() {
  const studio = useStudio()
  const queries = useQueryClient()
  const language = useLanguage()
  return useMutation({
    mutationFn: (input: CallInput<'glossary.set'>) => studio.call('glossary.set', input),
    onSuccess: (_, { recordingId, text }) => queries.setQueryData(queryKeys.glossary(recordingId), { text }),
    onError: (error) => toastError(error, language),
  })
}
