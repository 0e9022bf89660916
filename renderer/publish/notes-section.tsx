import { useState } from 'react'
import { notesHtml } from '#core/podcasts/notes-html'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './publish.module.css'
import type { Notes } from './use-notes.ts'

/** The notes of an episode, edited here and copied as Markdown or HTML. */
export function NotesSection({ notes }: { readonly notes: Notes }) {
  const say = useSay()
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const { text, isEdited } = notes
  const run = (action: () => Promise<void>): void => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  const copyMarkdown = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    toast.show({ text: say('publish.notes.copied'), tone: 'done' })
  }
  const copyHtml = async (): Promise<void> => {
    const html = notesHtml(text)
    // Where text with a look is pasted, it looks as it should; elsewhere it is the HTML itself.
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([html], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ])
    toast.show({ text: say('publish.notes.copied'), tone: 'done' })
  }
  const draftAgain = async (): Promise<void> => {
    setAsking(false)
    await notes.replace(null)
    const undo = { label: say('editor.undo'), run: () => run(() => notes.replace(text)) }
    toast.show({ text: say('publish.notes.drafted'), action: undo })
  }
  return (
    <section className={styles.lines} aria-label={say('publish.notes')}>
      <h3>{say(isEdited ? 'publish.notes' : 'publish.notes.draft')}</h3>
      <p className={styles.meta}>{say(isEdited ? 'publish.notes.yours' : 'publish.notes.about')}</p>
      <textarea
        className={styles.notes}
        aria-label={say('publish.notes')}
        rows={12}
        spellCheck
        value={text}
        onChange={(event) => notes.type(event.currentTarget.value)}
        onBlur={notes.keep}
      />
      <div className={styles.buttons}>
        <Button icon="copy" size="small" onPress={() => run(copyMarkdown)}>
          {say('publish.notes.copy')}
        </Button>
        <Button icon="copy" size="small" onPress={() => run(copyHtml)}>
          {say('publish.notes.copy-html')}
        </Button>
        <Button size="small" disabled={!isEdited} onPress={() => setAsking(true)}>
          {say('publish.notes.again')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={say('publish.notes.again.title')}
        action={say('publish.notes.again.do')}
        onAction={() => run(draftAgain)}
        onClose={() => setAsking(false)}
      >
        {say('publish.notes.again.about')}
      </ConfirmDialog>
    </section>
  )
}
