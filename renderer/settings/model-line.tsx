import { useState } from 'react'
import type { ModelCard } from '#contracts/calls/models'
import { dayWords, formatLongDate } from '#core/notation/dates'
import { catalogOpenness } from '#core/models/catalog/openness'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useCall } from '../rpc/use-call.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { type Say, useLanguage, useLocale, useSay } from '../ui/words.tsx'
import { languageName } from '../ui/language-name.ts'
import { whisperLanguages } from '#contracts/whisper-languages'
import { OpennessPoints } from '../models/openness-points.tsx'
import { useChangePreferences } from '../session/change-preferences.ts'
import styles from './models-section.module.css'
import { RemoveModelDialog } from './remove-model-dialog.tsx'

export interface ModelLineProps {
  readonly model: ModelCard
  readonly used: boolean
}

export function ModelLine({ model, used }: ModelLineProps) {
  const say = useSay()
  const language = useLanguage()
  const verify = useCall('models.verify')
  const damaged = verify.data?.damagedFile ?? null
  const check = (): void =>
    verify.mutate(
      { id: model.id },
      {
        onSuccess: ({ damagedFile }) => {
          if (damagedFile === null)
            toast.show({ text: say('models.verify.whole', { name: model.name }), tone: 'done' })
        },
        onError: (error) => toastError(error, language),
      },
    )
  return (
    <li className={styles.model}>
      <div>
        <p className={damaged === null ? styles.name : `${styles.name} ${styles.bad}`}>
          {damaged !== null && <Icon name="warn" small />}
          {model.name}
        </p>
        <p
          className={styles.meta}
        >{`${roleWords(model, say, language)}, ${formatBytes(model.bytes, language)}`}</p>
        {model.minutesAnHour !== null && (
          <p className={styles.meta}>
            {say('models.pace', { minutes: Math.max(1, Math.round(model.minutesAnHour)) })}
          </p>
        )}
        {model.replaces.length > 0 && (
          <p className={styles.meta}>{say('models.replaces', { names: model.replaces.join(', ') })}</p>
        )}
      </div>
      {damaged === null ? (
        <>
          <div className={styles.licence}>
            {model.licence}
            <p className={styles.meta}>{say(originKey(model))}</p>
            <ArchiveWords archive={model.archive} />
          </div>
          {model.openness === null ? (
            <span className={styles.meta}>{say('openness.unknown')}</span>
          ) : (
            <OpennessPoints
              name={model.name}
              openness={model.openness}
              sources={(model.catalog && catalogOpenness(model.id)?.sources) || [model.source]}
            />
          )}
        </>
      ) : (
        <p className={styles.damage} role="alert">
          {say('models.verify.damaged', { file: damaged })}
        </p>
      )}
      <div className={styles.acts}>
        {used && damaged === null && (
          <span className={styles.used}>
            <Icon name="check" small />
            {say('models.in-use')}
          </span>
        )}
        {damaged !== null && (
          <Button variant="line" size="small" disabled={verify.isPending} onPress={check}>
            {say('models.verify.again')}
          </Button>
        )}
        <Acts model={model} used={used} checking={verify.isPending} onCheck={check} />
      </div>
    </li>
  )
}

function originKey({ embedded, catalog, archive }: ModelCard) {
  if (embedded) return 'models.comes'
  if (catalog) return 'models.mine-catalog'
  return archive?.acceptedAtMs == null ? 'models.mine-other' : 'models.mine-accepted'
}

/** Which of its files was installed, where there were several. */
function ArchiveWords({ archive }: Pick<ModelCard, 'archive'>) {
  const say = useSay()
  const locale = useLocale()
  if (archive === null) return null
  const { sha256, published, newer, acceptedAtMs } = archive
  const date = published === null ? null : dayWords(published, locale)
  const words =
    acceptedAtMs !== null
      ? say('models.archive.accepted', { date: formatLongDate(acceptedAtMs, locale), sha256 })
      : date === null
        ? null
        : newer === null
          ? say('models.archive.published', { date })
          : say('models.archive.older', { date, newer: dayWords(newer, locale) })
  return words === null ? null : (
    <p className={styles.meta} title={say('models.unknown.hash', { sha256 })}>
      {words}
    </p>
  )
}

function roleWords(model: ModelCard, say: Say, language: 'en' | 'fr'): string {
  if (model.role !== 'recogniser') return say(`models.role.${model.role}`)
  const codes = model.languages.includes('*') ? whisperLanguages : model.languages
  if (codes.length === 0) return say('models.role.recogniser-plain')
  const languages =
    codes.length > 2
      ? say('models.languages', { count: codes.length })
      : codes.map((code) => languageName(code, language)).join(', ')
  return say('models.role.recogniser', { languages })
}

function Acts({
  model,
  used,
  checking,
  onCheck,
}: ModelLineProps & { checking: boolean; onCheck: () => void }) {
  const say = useSay()
  const { job } = usePreferences()
  const change = useChangePreferences()
  const [removing, setRemoving] = useState(false)
  const chosenAs = model.role === 'recogniser' ? 'model' : model.role === 'embedding' ? 'voiceModel' : null
  return (
    <>
      <Menu
        label={say('library.more', { title: model.name })}
        trigger={<IconButton icon="more" size="small" label={say('library.more', { title: model.name })} />}
      >
        {chosenAs !== null && !used ? (
          <MenuItem onChoose={() => change({ job: { ...job, [chosenAs]: model.id } })}>
            {say('models.use')}
          </MenuItem>
        ) : null}
        <MenuItem disabled={checking} onChoose={onCheck}>
          {say('models.verify')}
        </MenuItem>
        {model.embedded ? null : (
          <MenuItem onChoose={() => setRemoving(true)}>{say('models.remove')}</MenuItem>
        )}
      </Menu>
      {removing && <RemoveModelDialog model={model} onClose={() => setRemoving(false)} />}
    </>
  )
}
