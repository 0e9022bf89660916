import { type HandModel, handModels } from '#core/models/catalog/by-hand'
import { catalog } from '#core/models/catalog/catalog'
import { type CatalogDefect, type CatalogModel, downloadBytes } from '#core/models/catalog-model'
import { catalogOpenness } from '#core/models/catalog/openness'
import { formatList } from '#core/notation/numbers'
import { oneWordIn } from '#core/models/errors-in-words'
import { whisperLanguages } from '#contracts/whisper-languages'
import { hasMessage } from '#core/messages/messages'
import { languageName } from '../ui/language-name.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import styles from './catalog-list.module.css'
import { OpennessPoints } from './openness-points.tsx'
import { useDownload } from './use-download.ts'

export interface CatalogListProps {
  /** Ids that are not listed: models that are installed or being downloaded. */
  readonly without: readonly string[]
}

/** All other models that can be downloaded, with what is known about them. */
export function CatalogList({ without }: CatalogListProps) {
  const say = useSay()
  return (
    <details className={styles.catalog}>
      <summary>{say('models.catalog')}</summary>
      <p className={styles.meta}>{say('models.catalog.hint')}</p>
      <ul>
        {catalog
          .filter(({ id }) => !without.includes(id))
          .map((model) => (
            <CatalogLine key={model.id} model={model} />
          ))}
        {handModels.map((model) => (
          <HandLine key={model.name} model={model} />
        ))}
      </ul>
    </details>
  )
}

function CatalogLine({ model }: { readonly model: CatalogModel }) {
  const say = useSay()
  const language = useLanguage()
  const download = useDownload()
  const { name, maker, licence } = model
  const openness = catalogOpenness(model.id)
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.meta}>
          {`${model.role === undefined ? languageWords(model, say, language) : say(`models.role.${model.role}`)}, ${formatBytes(downloadBytes(model), language)}`}
        </p>
      </div>
      <div className={styles.facts}>
        <p>
          {`${licence ?? say('models.licence.unknown')}, ${maker}. `}
          {say(`models.data.${model.trainingData}`)}
        </p>
        <p className={styles.meta}>{factWords(model, say, language).join(' ')}</p>
        {openness !== null && (
          <OpennessPoints name={name} openness={openness.points} sources={openness.sources} />
        )}
      </div>
      <IconButton
        icon="save"
        label={say('models.catalog.download-of', { name })}
        onPress={() => download(model.id)}
      />
    </li>
  )
}

/** A model that is only added by hand, and why. */
function HandLine({ model }: { readonly model: HandModel }) {
  const say = useSay()
  const language = useLanguage()
  const { name, maker, licence, languages, usableLanguages, bytes, files, errors } = model
  const usable = usableLanguages.map((code) => languageName(code, language))
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.meta}>
          {`${say('models.languages', { count: languages.length })}, ${formatBytes(bytes, language)}`}
        </p>
      </div>
      <div className={styles.facts}>
        <p>{`${licence}, ${maker}.`}</p>
        <p className={styles.meta}>
          {[
            ...errorWords(errors, say, language),
            say('models.hand.languages', { languages: formatList(usable, language) }),
            say('models.defect.loops-after-pauses'),
            say('models.gives.no-times'),
            say('models.hand.why', { files }),
          ].join(' ')}
        </p>
      </div>
    </li>
  )
}

function languageWords({ languages }: CatalogModel, say: Say, language: 'en' | 'fr'): string {
  if (languages.length === 0) return say('models.languages-any')
  const codes = languages.includes('*') ? whisperLanguages : languages
  return codes.length > 3
    ? say('models.languages', { count: codes.length })
    : codes.map((code) => languageName(code, language)).join(', ')
}

/**
 * Published error rates in the language of the program, missing features, and defects that affect the person.
 */
function factWords(
  { role, errors, gives, defects }: CatalogModel,
  say: Say,
  language: 'en' | 'fr',
): string[] {
  if (role !== undefined) return [say('models.voices.hint')]
  return [
    ...errorWords(errors, say, language),
    ...(gives.times ? [] : [say('models.gives.no-times')]),
    ...(gives.punctuation ? [] : [say('models.gives.no-punctuation')]),
    ...defects.flatMap((defect) => defectWords(defect, say)),
  ]
}

function errorWords(errors: CatalogModel['errors'], say: Say, language: 'en' | 'fr'): string[] {
  const published = errors[language]
  if (published === undefined) return []
  const { percent, source } = published
  const values = {
    language: languageName(language, language),
    count: oneWordIn(percent),
    source: say(`models.source.${source}`),
  }
  return [`${say('models.catalog.errors', values)}.`]
}

/** Defects that Parolo works around completely are not shown. */
function defectWords(defect: CatalogDefect, say: Say): string[] {
  const key = `models.defect.${defect}`
  return hasMessage(key) ? [say(key)] : []
}
