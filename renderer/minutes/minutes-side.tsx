import { useState } from 'react'
import type { BlockPlaceholder } from '#core/formats/minutes/minutes-template'
import { MinutesTemplate } from '../exports/minutes-template.tsx'
import { MeetingFields } from '../moments/meeting-fields.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useDeletionWords } from '../sound-deletion/deletion-words.ts'
import { SoundDialog } from '../sound-deletion/sound-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { MinutesChoice } from './minutes-choice.ts'
import styles from './minutes.module.css'

const sections = ['people', 'decisions', 'actions', 'passages'] as const satisfies readonly BlockPlaceholder[]

/** What the minutes contain, with which template, and what happens to the sound afterwards. */
export function MinutesSide({
  recording,
  language,
  choice,
  soundBytes,
  onChoose,
}: {
  readonly recording: OpenRecording
  readonly language: string
  readonly choice: MinutesChoice
  /** Of the sound around each item; undefined: there is none. */
  readonly soundBytes: number | undefined
  readonly onChoose: (choice: MinutesChoice) => void
}) {
  const say = useSay()
  const reader = useLanguage()
  const { without } = choice
  const choose = (section: BlockPlaceholder, isIn: boolean): void =>
    onChoose({
      ...choice,
      without: isIn ? without.filter((each) => each !== section) : [...without, section],
    })
  return (
    <>
      <div>
        <h2>{say('minutes.page.in')}</h2>
        <ul className={styles.sections}>
          {sections.map((section) => (
            <li key={section}>
              <Checkbox checked={!without.includes(section)} onChange={(isIn) => choose(section, isIn)}>
                {say(section === 'people' ? 'minutes.page.people' : `minutes.${section}`)}
              </Checkbox>
            </li>
          ))}
          <li>
            <Checkbox checked={choice.wholeText} onChange={(wholeText) => onChoose({ ...choice, wholeText })}>
              {say('minutes.whole-text')}
            </Checkbox>
          </li>
          {soundBytes !== undefined && (
            <li>
              <Checkbox
                checked={choice.soundAround}
                onChange={(soundAround) => onChoose({ ...choice, soundAround })}
              >
                {say('minutes.page.sound-around', { size: formatBytes(soundBytes, reader) })}
              </Checkbox>
            </li>
          )}
        </ul>
      </div>
      <MeetingFields recordingId={recording.id} />
      <div>
        <h2>{say('minutes.page.form')}</h2>
        <MinutesTemplate language={language} />
      </div>
      <Afterwards recording={recording} />
    </>
  )
}

/** Often only the approved minutes are to be kept. */
function Afterwards({ recording }: { readonly recording: OpenRecording }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const words = useDeletionWords(recording)
  if (recording.bytes === 0 && words === null) return null
  const isDeleted = recording.soundDeletion?.deletedOn != null
  return (
    <div>
      <h2>{say('minutes.page.afterwards')}</h2>
      {words !== null && <p>{words}</p>}
      {!isDeleted && (
        <Button variant="line" size="small" onPress={() => setOpen(true)}>
          {say(words === null ? 'sound-deletion.open' : 'sound-deletion.change')}
        </Button>
      )}
      {!isDeleted && <p className={styles.hint}>{say('minutes.page.afterwards.hint')}</p>}
      {isOpen && <SoundDialog card={recording} onClose={() => setOpen(false)} />}
    </div>
  )
}
