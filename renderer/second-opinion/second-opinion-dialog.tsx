import { useState } from 'react'
import { type AgainScope, spansOfScope } from '#core/second-opinion/again-scope'
import type { Transcript } from '#core/transcript/transcript'
import { type AgainPrompt, compareWith, type EditorStore } from '../editor/editor-store.ts'
import { useSpeakerNames } from '../editor/use-speaker-names.ts'
import { spokenLanguages } from '../ui/spoken-languages.ts'
import { useModels } from '../rpc/program-queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Select } from '../ui/select.tsx'
import { toast } from '../ui/toast.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import { textOf } from './text-of.ts'
import styles from './opinion.module.css'

export interface SecondOpinionDialogProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly prompt: AgainPrompt
  /** The second text is shown next to the transcript. */
  readonly onStarted: () => void
}

/** Longer selections are truncated in the choice. */
const MAX_QUOTE_LENGTH = 60

const HOUR_MS = 3_600_000

/** What a whole recording costs, by how fast the model transcribed on this computer. */
function costWords(minutesAnHour: number | null, { paragraphs }: Transcript, say: Say): string {
  if (minutesAnHour === null) return say('opinion.cost.unknown')
  const lengthMs = paragraphs
    .flatMap(({ words }) => words)
    .reduce((end, word) => Math.max(end, word.endMs), 0)
  return say('opinion.cost', { minutes: Math.max(1, Math.round((minutesAnHour * lengthMs) / HOUR_MS)) })
}

/** What is recognized again, with which model, in which language, how carefully. */
export function SecondOpinionDialog({ session, store, prompt, onStarted }: SecondOpinionDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const names = useSpeakerNames(session)
  const recognizers = useModels().data?.filter(({ role }) => role === 'recogniser')
  const { transcript } = session.state
  const used = transcript.run.models.find(({ role }) => role === 'recogniser')?.id
  const [kind, setKind] = useState(prompt.first)
  const [chosen, setModel] = useState<string | null>(null)
  const [spoken, setSpoken] = useState(transcript.language === 'und' ? 'auto' : transcript.language)
  const [careful, setCareful] = useState(false)
  const [isStarting, setStarting] = useState(false)
  if (recognizers === undefined) return null
  // Initially a model other than that of the text, if one supports the language.
  const knows = (languages: readonly string[]): boolean =>
    languages.length === 0 || languages.includes('*') || languages.includes(transcript.language)
  const isUsed = (model: { readonly id: string; readonly replaces: readonly string[] }): boolean =>
    model.id === used || (used !== undefined && model.replaces.includes(used))
  const first =
    recognizers.find((model) => !isUsed(model) && knows(model.languages)) ??
    recognizers.find(isUsed) ??
    recognizers[0]
  const model = recognizers.find(({ id }) => id === chosen) ?? first
  const languages = spokenLanguages(model, language)
  const chosenLanguage = languages.some(({ id }) => id === spoken) ? spoken : 'auto'
  const scope = prompt.scopes.find((each) => each.kind === kind)
  const close = (): void => store.setState({ againPrompt: null })

  const start = (): void => {
    const spans = scope === undefined ? [] : spansOfScope(session.state.transcript, scope)
    if (spans?.length === 0) {
      toast.show({ text: say('opinion.stale') })
      close()
      return
    }
    setStarting(true)
    const asked = {
      transcriptId: session.transcriptId,
      spans,
      language: chosenLanguage,
      careful,
      ...(model === undefined ? {} : { model: model.id }),
    }
    session
      .flush()
      .then(() => studio.call('opinions.start', asked))
      .then(
        ({ jobId }) => {
          close()
          compareWith(store, { kind: 'job', jobId })
          onStarted()
        },
        (error: unknown) => {
          setStarting(false)
          toastError(error, language)
        },
      )
  }
  const nameOf = (each: AgainScope): string => {
    if (each.kind === 'speaker')
      return say('opinion.scope.speaker', { name: names.get(each.speakerId) ?? '' })
    if (each.kind !== 'words') return say(`opinion.scope.${each.kind}`)
    const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
    const from = words.findIndex(({ id }) => id === each.fromWordId)
    const to = words.findIndex(({ id }) => id === each.toWordId)
    const text = textOf(words.slice(Math.max(0, from), to + 1))
    const quote = text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH).trimEnd()}…` : text
    return say(from === to ? 'opinion.scope.word' : 'opinion.scope.words', { text: quote })
  }
  return (
    <Dialog
      open
      onClose={close}
      title={say('opinion.title')}
      width="460px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={close}>{say('shell.cancel')}</Button>
          <Button variant="main" takesFocus disabled={isStarting} onPress={start}>
            {say('opinion.start')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.meta}>{say('opinion.dialog.lead')}</p>
        <Select
          label={say('opinion.scope')}
          showLabel
          choices={prompt.scopes.map((each) => ({ id: each.kind, label: nameOf(each) }))}
          chosen={kind}
          onChoose={setKind}
        />
        <Select
          label={say('job.model')}
          showLabel
          choices={recognizers.map(({ id, name }) => ({ id, label: name }))}
          chosen={model?.id ?? ''}
          onChoose={setModel}
        />
        {scope?.kind === 'all' && (
          <p className={styles.meta}>
            {costWords(model?.minutesAnHour ?? null, transcript, say)}
            {model !== undefined && !isUsed(model) && spoken === transcript.language
              ? ` ${say('opinion.sharpens')}`
              : ''}
          </p>
        )}
        <Select
          label={say('job.language')}
          showLabel
          choices={[{ id: 'auto', label: say('job.language.auto') }, ...languages]}
          chosen={chosenLanguage}
          onChoose={setSpoken}
        />
        <div>
          <Checkbox checked={careful} onChange={setCareful}>
            {say('opinion.careful')}
          </Checkbox>
          <p className={styles.meta}>{say('opinion.careful.hint')}</p>
        </div>
      </div>
    </Dialog>
  )
}
