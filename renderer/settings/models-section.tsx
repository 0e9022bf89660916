import { useState } from 'react'
import type { ModelCard } from '#contracts/calls/models'
import { useModels, usePreferences, useUnreadableModels } from '../rpc/queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ModelLine } from './model-line.tsx'
import own from './models-section.module.css'
import styles from './settings.module.css'
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
  const chosen = usePreferences().job.model
  const [adding, setAdding] = useState(false)
  const add = async (): Promise<void> => {
    const folder = await host.pickFolder()
    if (folder === null) return
    setAdding(true)
    try {
      const { id } = await studio.call('models.add', { folder })
      toast.show({ text: say('models.added-here', { name: id }), tone: 'done' })
    } finally {
      setAdding(false)
    }
  }
  const inOrder = [...(models.data ?? [])].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
  return (
    <>
      <p className={styles.lead}>{say('models.lead')}</p>
      {models.error && <ErrorNotice error={models.error} />}
      {unreadable.error && <ErrorNotice error={unreadable.error} />}
      {models.isPending && <Loading />}
      <ul>
        {inOrder.map((model) => (
          <ModelLine
            key={model.id}
            model={model}
            // The one preselected in the dialog before a job; the default until another was chosen.
            used={
              model.role === 'recogniser' && chosen !== undefined ? isCalled(model, chosen) : model.default
            }
          />
        ))}
        {unreadable.data?.map(({ id }) => (
          <UnreadableModelLine key={id} id={id} />
        ))}
      </ul>
      <div className={own.add}>
        {host.kind === 'window' ? (
          <Button
            variant="line"
            icon="folder"
            disabled={adding}
            onPress={() => void add().catch((error: unknown) => toastError(error, language))}
          >
            {say('models.add')}
          </Button>
        ) : (
          <p className={own.meta}>{say('models.add.window')}</p>
        )}
        {adding && <Loading />}
      </div>
    </>
  )
}

/** A model that replaced another also matches the other's id. */
const isCalled = ({ id, replaces }: ModelCard, chosen: string): boolean =>
  id === chosen || replaces.includes(chosen)
