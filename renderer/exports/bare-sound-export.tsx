import { useState } from 'react'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import { type SoundFileId, soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useExportedSound } from '../rpc/export-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { SoundBoxes } from './sound-boxes.tsx'
import { SoundFacts } from './sound-facts.tsx'
import { startMedia } from './start-media.ts'
import { useExportChoices } from './use-export-choices.ts'

export interface BareSoundExportProps {
  readonly recording: Pick<OpenRecording, 'id' | 'title' | 'fileName' | 'trim'>
  readonly onClose: () => void
}

/** Makes a file of the sound of a recording without a transcript. */
export function BareSoundExport({ recording, onClose }: BareSoundExportProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const { id: recordingId, title, trim } = recording
  const [kind, setKind] = useState<SoundFileId>('mp3')
  const [stem, setStem] = useState(() => legalFileName(title, '', splitName(recording.fileName).stem))
  const [choices, setChoices] = useExportChoices()
  const [isStarting, setStarting] = useState(false)
  const { data, error } = useExportedSound({ recordingId }, true, null)
  const isNameless = stem.trim() === ''
  const start = async (): Promise<void> => {
    setStarting(true)
    try {
      const fileName = legalFileName(stem, soundFiles[kind].ending, title)
      const request = { transcriptId: null, recordingId, sound: kind, fileName, choices: choices.sound }
      if ((await startMedia(host, request, say)) !== null) onClose()
    } catch (reason) {
      toastError(reason, language)
    } finally {
      setStarting(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('sound.export')}
      width="720px"
      height="480px"
      bare
      foot={
        <>
          <TextField
            className={styles.name}
            label={say('export.file-name')}
            value={stem}
            onChange={setStem}
            error={isNameless ? say('export.file-name.empty') : null}
            end={<span className={styles.extension}>{soundFiles[kind].ending}</span>}
          />
          <DialogSpacer />
          <Button
            variant="main"
            icon="save"
            disabled={isStarting || isNameless || data === undefined}
            onPress={() => void start()}
          >
            {say(host.kind === 'browser' ? 'sound.start' : 'export.save')}
          </Button>
        </>
      }
    >
      <div className={styles.right}>
        <div className={styles.choices}>
          <Select
            label={say('sound.format')}
            showLabel
            choices={soundFileIds.map((id) => ({ id, label: soundFiles[id].label[language] }))}
            chosen={kind}
            onChoose={setKind}
          />
          <SoundBoxes
            id={kind}
            sound={data}
            choices={choices.sound}
            onChange={(sound) => setChoices({ ...choices, sound })}
          />
        </div>
        <SoundFacts id={kind} sound={data} error={error} choices={choices.sound} trim={trim} />
      </div>
    </Dialog>
  )
}
