import { useState } from 'react'
import type { ModelCard } from '#contracts/calls/models'
import { CatalogList } from '../models/catalog-list.tsx'
import { modelIdOf, openDownloads } from '../models/download-jobs.ts'
import { DownloadLines } from '../models/download-lines.tsx'
import { ModelOffer } from '../models/model-offer.tsx'
import { ModelsByLanguage } from '../models/models-by-language.tsx'
import { useMachine } from '../models/use-machine.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useJobs, useModels, useUnreadableModels } from '../rpc/program-queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { InTerminal } from '../ui/in-terminal.tsx'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ModelLine } from './model-line.tsx'
import own from './models-section.module.css'
import styles from './settings.module.css'
import { PreferenceLines } from './preference-lines.tsx'
import { UnreadableModelLine } from './unreadable-model-line.tsx'

/** In the order in which they process a recording. */
const roles = ['recogniser', 'speech-detection', 'segmentation', 'embedding']

export function ModelsSection() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const models = useModels()
  const unreadable = useUnreadableModels()
  const { model: chosen, voiceModel } = usePreferences().job
  const chosenOf = {
    recogniser: chosen,
    embedding: voiceModel,
    segmentation: undefined,
    'speech-detection': undefined,
  }
  const machine = useMachine()
  const jobs = useJobs().data
  const downloads = openDownloads(jobs ?? [])
  const coming = downloads.flatMap((job) => modelIdOf(job) ?? [])
  const [adding, setAdding] = useState(false)
  const pickArchive = async (): Promise<string | null> => {
    const [file] = await host.pickFiles({ several: false, archives: true })
    return typeof file === 'string' ? file : null
  }
  const add = async (pick: () => Promise<string | null>): Promise<void> => {
    const folder = await pick()
    if (folder === null) return
    setAdding(true)
    try {
      const { id } = await studio.call('models.add', { folder })
      toast.show({ text: say('models.added-here', { name: id }), tone: 'done' })
    } finally {
      setAdding(false)
    }
  }
  const run = (pick: () => Promise<string | null>): void =>
    void add(pick).catch((error: unknown) => toastError(error, language))
  const inOrder = [...(models.data ?? [])].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
  return (
    <>
      <p className={styles.lead}>{say('models.lead')}</p>
      {models.data !== undefined && machine.data !== undefined && jobs !== undefined && (
        <ModelOffer models={models.data} machine={machine.data} coming={coming} />
      )}
      {machine.error && <ErrorNotice error={machine.error} />}
      {downloads.length > 0 && (
        <>
          <h4 className={own.head}>{say('models.downloads')}</h4>
          <ul>
            <DownloadLines jobs={downloads} />
          </ul>
        </>
      )}
      <h4 className={own.head}>{say('models.here')}</h4>
      {models.error && <ErrorNotice error={models.error} />}
      {unreadable.error && <ErrorNotice error={unreadable.error} />}
      {models.isPending && <Loading />}
      <ul>
        {inOrder.map((model) => (
          <ModelLine
            key={model.id}
            model={model}
            // The one preselected in the dialog before a job; the default until another was chosen.
            used={isUsed(model, models.data ?? [], chosenOf[model.role])}
          />
        ))}
        {unreadable.data?.map(({ id }) => (
          <UnreadableModelLine key={id} id={id} />
        ))}
      </ul>
      {host.kind === 'window' ? (
        <div className={own.add}>
          <Button variant="line" icon="folder" disabled={adding} onPress={() => run(() => host.pickFolder())}>
            {say('models.add')}
          </Button>
          <Button variant="line" icon="file" disabled={adding} onPress={() => run(pickArchive)}>
            {say('models.add.file')}
          </Button>
          <p className={own.meta}>{say('models.add.hint')}</p>
          {adding && <Loading />}
        </div>
      ) : (
        <div className={own.elsewhere}>
          <p className={own.meta}>{say('models.add.window')}</p>
          <InTerminal command={say('models.add.command')} />
        </div>
      )}
      <ModelsByLanguage models={models.data ?? []} />
      <PreferenceLines section="models" />
      {jobs !== undefined && <CatalogList without={[...inOrder.map(({ id }) => id), ...coming]} />}
    </>
  )
}

/** A model that replaced another also matches the other's id. */
const isCalled = ({ id, replaces }: ModelCard, chosen: string): boolean =>
  id === chosen || replaces.includes(chosen)

/** A chosen model that was removed counts as none. */
function isUsed(model: ModelCard, all: readonly ModelCard[], chosen: string | undefined): boolean {
  const isHere = chosen !== undefined && all.some((one) => one.role === model.role && isCalled(one, chosen))
  return isHere ? isCalled(model, chosen) : model.default
}
