import { spokenLanguages } from '../../ui/spoken-languages.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useModels } from '../../rpc/program-queries.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { readPeople, type RecordingForm } from './remembered-form.ts'
import styles from './before.module.css'

export interface RecordingFieldsProps {
  readonly form: RecordingForm
  readonly onChange: (patch: Partial<RecordingForm>) => void
  /** Record was pressed: errors are shown. */
  readonly isTried: boolean
}

/** Details of a recording before it begins. */
export function RecordingFields({ form, onChange, isTried }: RecordingFieldsProps) {
  const say = useSay()
  const language = useLanguage()
  const last = usePreferences().job
  const recognizers = (useModels().data ?? []).filter(({ role }) => role === 'recogniser')
  const model = recognizers.find(({ id }) => id === last.model) ?? recognizers.find((one) => one.default)
  const languages = spokenLanguages(model, language)
  const isKnown = languages.some(({ id }) => id === form.language)
  return (
    <div className={styles.form}>
      <h2>{say('rec.about')}</h2>
      <TextField
        label={say('rec.name')}
        showLabel
        value={form.title}
        onChange={(title) => onChange({ title })}
        spellCheck
        error={isTried && form.title.trim() === '' ? say('rec.name.missing') : null}
      />
      <div className={styles.two}>
        <Select
          className={styles.wide}
          label={say('rec.language')}
          showLabel
          choices={[{ id: 'auto', label: say('job.language.auto') }, ...languages]}
          chosen={isKnown ? form.language : 'auto'}
          onChoose={(id) => onChange({ language: id })}
        />
        <TextField
          label={say('rec.people')}
          showLabel
          value={form.people}
          placeholder={say('rec.people.placeholder')}
          onChange={(people) => onChange({ people })}
          error={isTried && readPeople(form.people) === null ? say('rec.people.wrong') : null}
        />
      </div>
      <div>
        <p className={styles.label}>{say('rec.kind')}</p>
        <Segmented
          label={say('rec.kind')}
          choices={[
            { id: 'meeting', label: say('rec.kind.meeting') },
            { id: 'podcast', label: say('rec.kind.podcast') },
          ]}
          chosen={form.type}
          onChoose={(type) => onChange({ type })}
        />
        <p className={styles.meta}>{say(`rec.kind.${form.type}.hint`)}</p>
      </div>
      <div className={styles.option}>
        <div>
          <b>{say('rec.transcribe')}</b>
          <p className={styles.meta}>{say('rec.transcribe.hint')}</p>
        </div>
        <Switch
          label={say('rec.transcribe')}
          on={form.transcribes}
          onChange={(transcribes) => onChange({ transcribes })}
        />
      </div>
      <div className={styles.option}>
        <div>
          <b>{say('live.option')}</b>
          <p className={styles.meta}>{say('live.option.hint')}</p>
        </div>
        <Switch
          label={say('live.option')}
          on={form.liveText}
          onChange={(liveText) => onChange({ liveText })}
        />
      </div>
    </div>
  )
}
