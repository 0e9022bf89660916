import { describeFault } from '#contracts/describe-fault'
import type { WireError } from '#contracts/errors'
import type { ProgramLanguage } from '#core/messages/messages'
import { CallFailed } from '../rpc/call-failed.ts'
import { toast } from './toast.tsx'

/** Any thrown value as an error of the contract: the studio's own, else an internal error with its stack as detail. */
export function wireErrorOf(error: unknown, language: ProgramLanguage): WireError {
  return error instanceof CallFailed ? error.error : describeFault(error, language)
}

/** Shows an error as a toast that stays. Returns the function that closes it. */
export function toastError(error: unknown, language: ProgramLanguage): () => void {
  const { message, remedy } = wireErrorOf(error, language)
  return toast.show({ text: message, remedy, tone: 'error' })
}
