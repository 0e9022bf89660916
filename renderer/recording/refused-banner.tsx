import { useSession } from '../session/use-session.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { OpenSession } from '../session/open-session.ts'
import styles from './recording.module.css'
import { textOfEdits } from '../session/refused-edits.ts'

/** Edits that the studio refused permanently: the reason, and the text typed in them. */
export function RefusedBanner({ session }: { readonly session: OpenSession }) {
  const say = useSay()
  const language = useLanguage()
  const refused = useSession(session, (_, open) => open.refused)
  const [first] = refused
  if (first === undefined) return null
  const text = textOfEdits(refused.flatMap(({ group }) => group.edits))
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => toast.show({ text: say('shell.copied'), tone: 'done' }),
      (error: unknown) => toastError(error, language),
    )
  }
  return (
    <Banner
      className={styles.banner}
      title={say('editor.refused', { count: refused.length })}
      error={first.error}
      actions={
        <>
          {text !== '' && (
            <Button variant="line" size="small" icon="copy" onPress={copy}>
              {say('editor.refused.copy')}
            </Button>
          )}
          <Button size="small" onPress={() => session.dismissRefused(refused)}>
            {say('editor.refused.discard')}
          </Button>
        </>
      }
    >
      <p>{say('editor.refused.why', { reason: first.error.message })}</p>
    </Banner>
  )
}
