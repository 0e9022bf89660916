import { useState } from 'react'
import { type SoundChoices, type SoundFileId, soundFiles, usualSound } from '#core/formats/sounds/sound-files'
import { MediaNotices, KeptMedia } from '../exports/media-notices.tsx'
import { SoundBoxes } from '../exports/sound-boxes.tsx'
import { startMedia } from '../exports/start-media.ts'
import { useExportedSound } from '../rpc/export-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './publish.module.css'

/** What podcast players play; the others are for editing. */
const FORMATS = ['mp3', 'm4a', 'opus'] as const satisfies readonly SoundFileId[]
const ENDINGS = FORMATS.map((id) => soundFiles[id].ending)

/** What podcasts ask for. */
const FEED_SOUND: SoundChoices = { ...usualSound, loudness: -16 }

export interface SoundSectionProps {
  readonly recordingId: string
  readonly transcriptId: string
  /** The recording's file as it is. */
  readonly fileName: string
  /** Start of the name of a new file. */
  readonly stem: string
  /** Sends what is not stored yet. */
  readonly prepare: (() => Promise<void>) | undefined
  /** Only what is kept, for which the recording's file is no choice. */
  readonly isCut: boolean
  /** The recording's file still has what the text leaves out: a new one is proposed. */
  readonly hasMore: boolean
  /** The job that makes the sound; null: the recording's file is published. */
  readonly onMake: (jobId: string | null) => void
}

/** The sound to publish: the recording's file, or a new one without what is redacted or trimmed. */
export function SoundSection({
  recordingId,
  transcriptId,
  fileName,
  stem,
  prepare,
  isCut,
  hasMore,
  onMake,
}: SoundSectionProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const [format, setFormat] = useState<(typeof FORMATS)[number] | null>(isCut || hasMore ? 'mp3' : null)
  const [choices, setChoices] = useState(FEED_SOUND)
  const [isStarting, setStarting] = useState(false)
  const { data, error } = useExportedSound(transcriptId, format !== null, isCut ? 'publish' : null)
  const name = format === null ? '' : stem + soundFiles[format].ending
  const make = async (sound: SoundFileId): Promise<void> => {
    await prepare?.()
    const jobId = await startMedia(
      host,
      { transcriptId, sound, fileName: name, choices, ...(isCut ? { cut: true } : {}) },
      say,
    )
    if (jobId !== null) onMake(jobId)
  }
  return (
    <section className={styles.lines} aria-label={say('publish.sound')}>
      <h3>{say('publish.sound')}</h3>
      <div className={styles.sound}>
        <Select
          size="small"
          label={say('publish.sound.file')}
          choices={[
            ...(isCut ? [] : [{ id: '', label: say('publish.sound.as-is', { file: fileName }) }]),
            ...FORMATS.map((id) => ({ id, label: soundFiles[id].label[language] })),
          ]}
          chosen={format ?? ''}
          onChoose={(chosen) => {
            const found = FORMATS.find((id) => id === chosen) ?? null
            setFormat(found)
            if (found === null) onMake(null)
          }}
        />
        {format !== null && <SoundBoxes id={format} sound={data} choices={choices} onChange={setChoices} />}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {format !== null && (
        <>
          <p className={styles.meta}>{say(isCut ? 'publish.sound.about-cut' : 'publish.sound.about')}</p>
          <div>
            <Button
              size="small"
              disabled={data === undefined || isStarting}
              onPress={() => {
                setStarting(true)
                make(format)
                  .catch((reason: unknown) => toastError(reason, language))
                  .finally(() => setStarting(false))
              }}
            >
              {say('publish.sound.make', { file: name })}
            </Button>
          </div>
          <MediaNotices recordingId={recordingId} endings={ENDINGS} />
          <KeptMedia recordingId={recordingId} endings={ENDINGS} />
        </>
      )}
    </section>
  )
}
