import { describeFault } from '#contracts/describe-fault'
import type { WireError } from '#contracts/errors'
import { CallFailed } from '../rpc/call-failed.ts'
import { Button } from './button.tsx'
import styles from './error-notice.module.css'
import { Icon } from './icon.tsx'
import { toast } from './toast.tsx'
import { useLanguage, useSay } from './words.tsx'
import type { ProgramLanguage } from '#core/messages/messages'

/** Any thrown value as an error of the contract: the studio's own, else an internal error with its stack as detail. */
export function wireErrorOf(error: unknown, language: ProgramLanguage): WireError {
  return error instanceof CallFailed ? error.error : describeFault(error, language)
}

/** Shows an error as a toast that stays. Returns the function that closes it. */
export function toastError(error: unknown, language: ProgramLanguage): () => void {
  const { message, remedy } = wireErrorOf(error, language)
  return toast.show({ text: message, remedy, tone: 'error' })
}

/** What went wrong, what to do, and technical details to copy, if any. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const language = useLanguage()
  const wire = isWireError(error) ? error : wireErrorOf(error, language)
  return (
    <div role="alert" className={styles.notice}>
      <Icon name="warn" small />
      <div>
        <p className={styles.message}>{wire.message}</p>
        {wire.remedy !== undefined && <p className={styles.remedy}>{wire.remedy}</p>}
      </div>
      <CopyDetails error={wire} />
    </div>
  )
}

/** Copies code, message and technical details of an error; renders nothing if there are no details. */
export function CopyDetails({ error }: { readonly error: WireError }) {
  const language = useLanguage()
  const say = useSay()
  const { code, message, detail } = error
  if (detail === undefined) return null
  const copy = (): void => {
    navigator.clipboard.writeText(`${code}\n${message}\n\n${detail}`).then(
      () => toast.show({ text: say('shell.copied'), tone: 'done' }),
      (reason: unknown) => toastError(reason, language),
    )
  }
  return (
    <Button variant="line" size="small" icon="copy" onPress={copy}>
      {say('shell.copy-details')}
    </Button>
  )
}

function isWireError(error: unknown): error is WireError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'message' in error &&
    !(error instanceof Error)
  )
}
