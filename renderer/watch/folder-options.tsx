import type { WatchOptions } from '#contracts/calls/watch'
import { formatIds } from '#core/formats/formats'
import { FormatList } from '../exports/format-list.tsx'
import { spokenLanguages } from '../ui/spoken-languages.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useModels } from '../rpc/program-queries.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { SpeakerCountField } from '../ui/speaker-count-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './watch.module.css'

export interface FolderOptionsProps {
  readonly options: WatchOptions
  readonly onChange: (options: WatchOptions) => void
}

const USUAL_SPEAKERS = 2

/** How files of a folder are transcribed, and which files are written next to them. */
export function FolderOptions({ options, onChange }: FolderOptionsProps) {
  const say = useSay()
  const { speakers, formats, withSubfolders } = options
  const set = (patch: Partial<WatchOptions>): void => onChange({ ...options, ...patch })
  return (
    <>
      <LanguageChoice options={options} onChange={onChange} />
      <div>
        <SpeakerCountField
          count={speakers}
          onKnown={(isKnown) => set({ speakers: isKnown ? USUAL_SPEAKERS : null })}
          onCount={(count) => set({ speakers: count })}
        />
      </div>
      <div className={styles.formats}>
        <p className={styles.label}>{say('watch.formats')}</p>
        <div className={styles.list}>
          <FormatList
            label={say('watch.formats')}
            ticked={new Set(formats)}
            onTick={(id, isTicked) =>
              set({ formats: formatIds.filter((one) => (one === id ? isTicked : formats.includes(one))) })
            }
          />
        </div>
        {formats.length === 0 && (
          <p className={styles.wrong} role="alert">
            {say('watch.formats.none')}
          </p>
        )}
        <p className={styles.hint}>{say('watch.formats.hint')}</p>
      </div>
      <div>
        <Checkbox checked={withSubfolders} onChange={(on) => set({ withSubfolders: on })}>
          {say('watch.subfolders')}
        </Checkbox>
        <p className={styles.hint}>{say('watch.subfolders.hint')}</p>
      </div>
    </>
  )
}

function LanguageChoice({ options, onChange }: FolderOptionsProps) {
  const say = useSay()
  const language = useLanguage()
  const { model: last } = usePreferences().job
  const models = (useModels().data ?? []).filter(({ role }) => role === 'recogniser')
  const model = models.find(({ id }) => id === last) ?? models.find((one) => one.default)
  return (
    <Select
      className={styles.wide}
      label={say('job.language')}
      showLabel
      choices={[{ id: 'auto', label: say('job.language.auto') }, ...spokenLanguages(model, language)]}
      chosen={options.language}
      onChoose={(chosen) => onChange({ ...options, language: chosen })}
    />
  )
}
