import { useRef } from 'react'
import { chapterMoment, chaptersAmong } from '#core/chapters/chapter'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { linesForVideo } from '#core/formats/documents/lines-for-video'
import type { ChapterScreen } from '../chapters/use-chapter-screen.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** Adds a chapter, has some suggested, copies their lines. */
export function ChaptersMenu({
  chapters,
  session,
}: {
  readonly chapters: ChapterScreen
  readonly session: TranscriptSession
}) {
  const say = useSay()
  const language = useLanguage()
  const trigger = useRef<HTMLButtonElement>(null)
  const copy = async (): Promise<void> => {
    // As in every export: without those at redacted times and words that are redacted.
    const moments = chapters.list.map(chapterMoment)
    const { recording } = redactedDocument({
      recording: { title: '', fileName: '', durationMs: 0, sha256: '', moments },
      transcript: session.state.transcript,
    })
    const lines = linesForVideo(chaptersAmong(recording.moments ?? []), (number) =>
      say('chapters.nameless', { number }),
    )
    await navigator.clipboard.writeText(lines)
    toast.show({ text: say('chapters.copied'), tone: 'done' })
  }
  return (
    <Menu
      label={say('chapters.title')}
      trigger={
        <Button ref={trigger} variant="line" size="small" icon="list">
          {say('chapters.title')}
        </Button>
      }
    >
      <MenuItem onChoose={() => chapters.add(() => trigger.current?.focus())}>{say('chapters.add')}</MenuItem>
      <MenuItem onChoose={chapters.suggestions.ask}>{say('chapters.suggest')}</MenuItem>
      <MenuItem
        disabled={chapters.list.length === 0}
        onChoose={() => void copy().catch((error: unknown) => toastError(error, language))}
      >
        {say('chapters.copy')}
      </MenuItem>
    </Menu>
  )
}
