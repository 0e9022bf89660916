import { useState } from 'react'
import type { CallInput } from '#contracts/calls/calls'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import type { ReviewSoundChoice } from '#core/review/review-sound'
import { useSpeakerNames } from '../editor/use-speaker-names.ts'
import { MediaNotices, KeptMedia } from '../exports/media-notices.tsx'
import { startMedia } from '../exports/start-media.ts'
import { useReviewFacts } from '../rpc/export-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './review.module.css'
import { OpenAnswer } from './open-answer.tsx'
import { SoundChoice, soundsOffered } from './sound-choice.tsx'

/** Endings of the files that are made here. */
const PAGE = ['.html']

export interface ReviewDialogProps {
  readonly session: TranscriptSession
  readonly recordingId: string
  readonly title: string
  readonly onClose: () => void
}

type PageLanguage = Extract<CallInput<'exports.film'>, { readonly reviewSound: string }>['language']

/** For whom a review page is, what it has, and how large it will be. */
export function ReviewDialog({ session, recordingId, title, onClose }: ReviewDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const [reviewer, setReviewer] = useState('')
  const [speakerId, setSpeakerId] = useState<string | null>(null)
  const [sound, setSound] = useState<ReviewSoundChoice>('all')
  const [pageLanguage, setPageLanguage] = useState<PageLanguage>(language)
  const [isStarting, setStarting] = useState(false)
  const { speakers, paragraphs } = session.state.transcript
  const names = useSpeakerNames(session)
  const speaking = new Set(paragraphs.map((paragraph) => paragraph.speakerId))
  const voices = speakers.filter(({ id, redacted }) => speaking.has(id) && redacted !== true)
  const { data, error } = useReviewFacts(session.transcriptId, speakerId)
  const offered = data === undefined ? [] : soundsOffered(data)
  const chosen = offered.includes(sound) ? sound : (offered[0] ?? 'none')
  const make = async (): Promise<void> => {
    await session.flush()
    const { stem, extension } = splitName(data?.fileName ?? '')
    const fileName = legalFileName(reviewer === '' ? stem : `${stem} - ${reviewer}`, extension, stem)
    const { transcriptId } = session
    const page = { transcriptId, reviewSound: chosen, speakerId, reviewer: reviewer.trim(), fileName }
    const jobId = await startMedia(host, { ...page, language: pageLanguage }, say)
    if (jobId !== null) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('review.title', { title })}
      width="600px"
      foot={
        <>
          <DialogSpacer />
          <Button
            variant="main"
            icon="save"
            disabled={data === undefined || error !== null || isStarting}
            onPress={() => {
              setStarting(true)
              make()
                .catch((reason: unknown) => toastError(reason, language))
                .finally(() => setStarting(false))
            }}
          >
            {say('review.make')}
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        <p className={styles.meta}>{say('review.about')}</p>
        <TextField
          label={say('review.for')}
          showLabel
          takesFocus
          value={reviewer}
          onChange={setReviewer}
          hint={say('review.for.hint')}
        />
        <Select
          label={say('review.whose')}
          showLabel
          choices={[
            { id: '', label: say('review.whose.all') },
            ...voices.map(({ id }) => ({ id, label: names.get(id) ?? '' })),
          ]}
          chosen={speakerId ?? ''}
          onChoose={(id) => setSpeakerId(id === '' ? null : id)}
        />
        {error !== null ? (
          <ErrorNotice error={error} />
        ) : data === undefined ? (
          <Loading />
        ) : (
          <>
            <p>{say('review.places', { count: data.places })}</p>
            <SoundChoice facts={data} chosen={chosen} onChoose={setSound} />
          </>
        )}
        <div className={styles.language}>
          <span>{say('review.language')}</span>
          <Segmented
            label={say('review.language')}
            choices={[
              { id: 'en', label: 'English' },
              { id: 'fr', label: 'Français' },
            ]}
            chosen={pageLanguage}
            onChoose={setPageLanguage}
          />
        </div>
        <OpenAnswer session={session} onOpened={onClose} />
        <MediaNotices recordingId={recordingId} endings={PAGE} />
        <KeptMedia recordingId={recordingId} endings={PAGE} />
      </div>
    </Dialog>
  )
}
