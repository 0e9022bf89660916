import {
  type ClipChoices,
  clipFades,
  type ClipPicture,
  clipPictures,
  clipShapes,
  clipSizes,
} from '#core/clips/clip-choices'
import { loudnessTargets, type SoundFileId, soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import { exactTime } from '#core/notation/lengths'
import { Checkbox } from '../ui/checkbox.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { Slider } from '../ui/slider.tsx'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import styles from './clip.module.css'

export interface ClipSideProps {
  readonly choices: ClipChoices
  readonly onChange: (choices: ClipChoices) => void
  /** Null: a film. */
  readonly sound: SoundFileId | null
  readonly onSound: (sound: SoundFileId | null) => void
  readonly pictures: readonly ClipPicture[]
  /** Whether a voice in it has a name, which could be shown. */
  readonly hasNames: boolean
  /** Null: nothing of the recording is cut. */
  readonly isCut: boolean | null
  readonly onCut: (isCut: boolean) => void
  readonly durationMs: number
}

/** What can be chosen for a clip, and what it will be. */
export function ClipSide(props: ClipSideProps) {
  const { choices, onChange, sound, onSound, pictures, hasNames, isCut, onCut, durationMs } = props
  const say = useSay()
  const language = useLanguage()
  const locale = useLocale()
  const change = (patch: Partial<ClipChoices>): void => onChange({ ...choices, ...patch })
  const { width, height } = clipSizes[choices.shape]
  const isFilm = sound === null
  return (
    <div className={styles.side}>
      <Select
        size="small"
        showLabel
        label={say('clip.file')}
        choices={[
          { id: '', label: say('clip.file.film') },
          ...soundFileIds.map((id) => ({ id, label: soundFiles[id].label[language] })),
        ]}
        chosen={sound ?? ''}
        onChoose={(id) => onSound(soundFileIds.find((each) => each === id) ?? null)}
      />
      {isFilm && (
        <>
          <section>
            <h3>{say('clip.shape')}</h3>
            <Segmented
              label={say('clip.shape')}
              choices={clipShapes.map((id) => ({ id, label: id }))}
              chosen={choices.shape}
              onChoose={(shape) => change({ shape })}
            />
          </section>
          <section>
            <h3>{say('clip.picture')}</h3>
            <Segmented
              label={say('clip.picture')}
              choices={clipPictures.map((id) => ({
                id,
                label: say(`clip.picture.${id}`),
                disabled: !pictures.includes(id),
              }))}
              chosen={choices.picture}
              onChoose={(picture) => {
                const isPlain = picture === 'video'
                change({ picture, title: !isPlain, names: !isPlain })
              }}
            />
            {choices.picture === 'video' && (
              <Slider
                label={say('clip.crop')}
                value={choices.crop}
                min={0}
                max={100}
                step={1}
                onChange={(crop) => change({ crop })}
              />
            )}
          </section>
          <section className={styles.boxes}>
            <h3>{say('clip.captions')}</h3>
            <Checkbox checked={choices.captions} onChange={(captions) => change({ captions })}>
              {say('clip.captions.in')}
            </Checkbox>
            <Checkbox
              checked={choices.captions && choices.highlight}
              disabled={!choices.captions}
              onChange={(highlight) => change({ highlight })}
            >
              {say('clip.highlight')}
            </Checkbox>
            <Checkbox
              checked={choices.captionBox}
              disabled={!choices.captions}
              onChange={(captionBox) => change({ captionBox })}
            >
              {say('clip.box')}
            </Checkbox>
            <Checkbox
              checked={hasNames && choices.names}
              disabled={!hasNames}
              onChange={(names) => change({ names })}
            >
              {say('clip.names')}
            </Checkbox>
            <Checkbox checked={choices.title} onChange={(title) => change({ title })}>
              {say('clip.title')}
            </Checkbox>
          </section>
        </>
      )}
      <section className={styles.boxes}>
        <h3>{say('clip.sound')}</h3>
        <Select
          size="small"
          label={say('sound.choice.loudness')}
          choices={[null, ...loudnessTargets].map((target) => ({
            id: String(target),
            label: say(`sound.choice.loudness.${target ?? 'none'}`),
          }))}
          chosen={String(choices.loudness)}
          onChoose={(id) =>
            change({ loudness: loudnessTargets.find((target) => String(target) === id) ?? null })
          }
        />
        <Select
          size="small"
          label={say('clip.fade')}
          choices={clipFades.map((id) => ({ id, label: say(`clip.fade.${id}`) }))}
          chosen={choices.fade}
          onChoose={(fade) => change({ fade })}
        />
        {isCut !== null && (
          <Checkbox checked={isCut} onChange={onCut}>
            {say('clip.cut')}
          </Checkbox>
        )}
      </section>
      <dl className={styles.facts}>
        <dt>{say('clip.length')}</dt>
        <dd>{exactTime(durationMs, locale, 1)}</dd>
        {isFilm && (
          <>
            <dt>{say('clip.size')}</dt>
            <dd>{say('clip.size.pixels', { width, height })}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
