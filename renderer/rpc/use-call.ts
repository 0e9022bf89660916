import { useMutation } from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import { useStudio } from './studio-context.tsx'

/** A call that changes something; the caller shows its errors. */
export function useCall<Name extends CallName>(name: Name) {
  const studio = useStudio()
  return useMutation<CallOutput<Name>, Error, CallInput<Name>>({
    mutationFn: (input) => studio.call(name, input),
  })
}
