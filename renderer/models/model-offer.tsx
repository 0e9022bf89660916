import { useState } from 'react'
import type { ModelCard } from '#contracts/calls/models'
import { type CatalogModel, downloadBytes } from '#core/models/catalog-model'
import { oneWordIn } from '#core/models/errors-in-words'
import { declinedName, offerFor } from '#core/models/offer'
import type { Machine } from '#core/models/recommend'
import { languageName } from '../ui/language-name.ts'
import { spokenLanguages } from '../ui/spoken-languages.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { Button } from '../ui/button.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { GainRows } from './gain-rows.tsx'
import styles from './model-offer.module.css'
import { useDownload } from './use-download.ts'

export interface ModelOfferProps {
  readonly models: readonly ModelCard[]
  readonly machine: Machine
  /** Ids of models being downloaded. */
  readonly coming: readonly string[]
}

/** The one recommendation for a language, with its gain and its cost. */
export function ModelOffer({ models, machine, coming }: ModelOfferProps) {
  const say = useSay()
  const language = useLanguage()
  const { job, declinedModels } = usePreferences()
  const usual = job.language !== undefined && job.language !== 'auto' ? job.language : language
  const [spoken, setSpoken] = useState(usual)
  const here = models.map(({ id }) => id)
  const offer = offerFor(spoken, machine, [...here, ...coming])
  const name = languageName(spoken, language)
  const isDeclined =
    offer.kind === 'better' &&
    declinedModels.includes(declinedName(spoken, offer.model.id)) &&
    spoken === usual
  const choice = (
    <Select
      label={say('models.offer.language')}
      size="small"
      choices={spokenLanguages(undefined, language)}
      chosen={spoken}
      onChoose={setSpoken}
    />
  )
  if (offer.kind !== 'better' || isDeclined) {
    const isComing = offer.kind === 'best-here' && offerFor(spoken, machine, here).kind === 'better'
    const key =
      offer.kind === 'none-fits' ? 'models.none-better' : isComing ? 'models.best-coming' : 'models.best-here'
    return (
      <div className={styles.quiet}>
        <p className={styles.dim}>
          {isDeclined ? say('models.offer.declined') : say(key, { language: name })}
        </p>
        {choice}
        {isDeclined && <b>{offer.model.name}</b>}
        {isDeclined && <Undecline name={declinedName(spoken, offer.model.id)} />}
      </div>
    )
  }
  const { model, gain } = offer
  const now = models.find((one) => one.default && one.role === 'recogniser')?.name ?? ''
  return (
    <section className={styles.offer} aria-label={say('models.offer.label')}>
      <div className={styles.title}>
        <h4>{say('models.offer', { language: name, model: model.name })}</h4>
        {choice}
      </div>
      {gain !== null && <GainRows gain={gain} now={now} after={model.name} />}
      <p className={styles.source}>
        {gain === null
          ? ungained(model, spoken, say, name)
          : say('models.offer.source', {
              now,
              model: model.name,
              source: say(`models.source.${gain.after.source}`),
            })}
      </p>
      <div className={styles.foot}>
        <Costs model={model} machine={machine} />
        <Acts model={model} language={spoken} />
      </div>
    </section>
  )
}

function ungained(
  { errors }: CatalogModel,
  language: string,
  say: ReturnType<typeof useSay>,
  name: string,
): string {
  const published = errors[language]
  return published === undefined
    ? say('models.offer.unpublished', { language: name })
    : say('models.offer.published', {
        count: oneWordIn(published.percent),
        source: say(`models.source.${published.source}`),
      })
}

function Undecline({ name }: { readonly name: string }) {
  const say = useSay()
  const { declinedModels } = usePreferences()
  const change = useChangePreferences()
  return (
    <Button
      variant="line"
      size="small"
      onPress={() => change({ declinedModels: declinedModels.filter((one) => one !== name) })}
    >
      {say('models.offer.show')}
    </Button>
  )
}

function Costs({ model, machine }: { readonly model: CatalogModel; readonly machine: Machine }) {
  const say = useSay()
  const language = useLanguage()
  const { memoryMegabytes, realTimeFactor } = model
  const memory =
    memoryMegabytes === null
      ? say('models.unknown')
      : say('models.offer.memory-of', {
          needed: formatBytes(memoryMegabytes * 1e6, language),
          all: formatBytes(machine.memoryBytes, language),
        })
  const hour =
    realTimeFactor === null
      ? say('models.unknown')
      : say('models.offer.hour-about', { minutes: Math.max(1, Math.round(realTimeFactor * 60)) })
  return (
    <dl className={styles.costs}>
      <div>
        <dt>{say('models.offer.download')}</dt>
        <dd>{formatBytes(downloadBytes(model), language)}</dd>
      </div>
      <div>
        <dt>{say('models.offer.memory')}</dt>
        <dd>{memory}</dd>
      </div>
      <div>
        <dt>{say('models.offer.hour')}</dt>
        <dd>{hour}</dd>
      </div>
    </dl>
  )
}

function Acts({ model, language }: { readonly model: CatalogModel; readonly language: string }) {
  const say = useSay()
  const { modelByLanguage, declinedModels } = usePreferences()
  const change = useChangePreferences()
  const download = useDownload()
  return (
    <div className={styles.acts}>
      <Button
        onPress={() => change({ declinedModels: [...declinedModels, declinedName(language, model.id)] })}
      >
        {say('models.not-now')}
      </Button>
      <Button
        variant="main"
        icon="save"
        onPress={() => {
          // It becomes the model for this language as soon as it is installed.
          change({ modelByLanguage: { ...modelByLanguage, [language]: model.id } })
          download(model.id)
        }}
      >
        {say('models.offer.download')}
      </Button>
    </div>
  )
}
