import { Button } from './button.tsx'
import styles from './in-terminal.module.css'
import { toast } from './toast.tsx'
import { toastError } from './toast-error.ts'
import { useLanguage, useSay } from './words.tsx'

/** What only a terminal can do, folded: its command is of no use to most people. */
export function InTerminal({ command }: { readonly command: string }) {
  const say = useSay()
  const language = useLanguage()
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => toast.show({ text: say('shell.copied'), tone: 'done' }),
      (reason: unknown) => toastError(reason, language),
    )
  }
  return (
    <details className={styles.terminal}>
      <summary>{say('shell.in-terminal')}</summary>
      <span className={styles.command}>
        <code>{command}</code>
        <Button variant="line" size="small" icon="copy" onPress={copy}>
          {say('shell.copy-command')}
        </Button>
      </span>
    </details>
  )
}
