import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import type { ModelCard } from '#contracts/calls/models'
import type { RecordingCard } from '#contracts/calls/recordings'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useEnergy, useModels } from '../../rpc/program-queries.ts'
import { useRecordingsOf } from '../../rpc/recording-queries.ts'
import { useFeedPeople } from '../../rpc/use-feed-people.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/select.tsx'
import { classNames } from '../../ui/class-names.ts'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { chooseForIncoming, forgetArrived, takeChosen, useImportStore } from '../imports/import-store.ts'
import { type ModelCosts, QuickCost } from './quick-cost.tsx'
import styles from './job-dialog.module.css'
import { addTerms, isTooLong, JobTermsField, termsOf } from './job-terms.tsx'
import { JoinProgress } from './join-progress.tsx'
import { type Joining, joinRequest, SEPARATE } from './joining.ts'
import { JoiningChoice } from './joining-choice.tsx'
import { BetterModel } from '../../models/better-model.tsx'
import { useMachine } from '../../models/use-machine.ts'
import { PartChoice } from './part-choice.tsx'
import { SpeakerCount, useSpeakerCount } from './speaker-count.tsx'
import { isProblem, readPart, type TypedPart } from './typed-part.ts'
import { useJobModel } from './use-job-model.ts'
import { useJoin } from './use-join.ts'

/** The dialog before a job, for all recordings waiting for it. */
export function JobDialog() {
  useStartChosen()
  const isWanted = useImportStore(({ arrived }) => arrived.length > 0)
  return isWanted ? <Arrived /> : null
}

/** The dialog opens once all it says is as it is now, so that nothing in it moves under the pointer. */
function Arrived() {
  const say = useSay()
  const navigate = useNavigate()
  const { arrived, byName, soundBack } = useImportStore()
  const { data: recordings, isFetching } = useRecordingsOf(arrived)
  const models = useModels().data
  const energy = useEnergy()
  const machine = useMachine()
  const [costs, setCosts] = useState<ModelCosts | null>(null)
  if (costs === null && !isFetching && !energy.isFetching && !machine.isFetching)
    setCosts(energy.data?.models ?? [])
  // In order of arrival, which is the order of their jobs.
  const cards = arrived.flatMap((id) => recordings?.find((card) => card.id === id) ?? [])
  // A file imported twice may already be transcribed or have a job.
  const waiting = byName ? cards : cards.filter(({ job, transcript }) => !job && !transcript)
  const known =
    waiting.length === 0 && arrived.length > 0 && cards.length === arrived.length ? cards[0] : undefined
  useEffect(() => {
    if (!known) return
    forgetArrived()
    toast.show({
      text: say(soundBack.has(known.id) ? 'upload.sound-back' : 'upload.known', { title: known.title }),
      action: {
        label: say('library.open'),
        run: () => void navigate({ to: '/recording/$id', params: { id: known.id } }),
      },
    })
  }, [known, soundBack, say, navigate])
  if (waiting.length === 0 || !models || costs === null) return null
  const recognizers = models.filter(({ role }) => role === 'recogniser')
  return <Ask cards={waiting} again={byName} recognizers={recognizers} costs={costs} />
}

/** Starts jobs for recordings imported after the dialog was answered; those with a transcript or a job are skipped. */
function useStartChosen(): void {
  const studio = useStudio()
  const language = useLanguage()
  const chosen = useImportStore((state) => state.chosen)
  useEffect(() => {
    for (const { recordingId, choice, terms } of takeChosen()) {
      const start = async (): Promise<void> => {
        const { job, transcript } = await studio.call('recordings.get', { recordingId })
        await addTerms(studio, recordingId, terms)
        if (!job && !transcript) await studio.call('jobs.start', { recordingId, settings: choice })
      }
      start().catch((error: unknown) => toastError(error, language))
    }
  }, [chosen, studio, language])
}

interface AskProps {
  /** More may be added while the dialog is open. */
  readonly cards: readonly RecordingCard[]
  /** Asked for by name: some may already have a transcript. */
  readonly again: boolean
  readonly recognizers: readonly ModelCard[]
  /** As they were when the dialog opened. */
  readonly costs: ModelCosts
}

/** The studio's answer that these settings were already used. */
interface DoneAnswer {
  /** As JSON. */
  readonly settings: string
  readonly done: NonNullable<CallOutput<'jobs.start'>['done']>
}

function Ask({ cards, again, recognizers, costs }: AskProps) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const navigate = useNavigate()
  const { job: last } = usePreferences()
  const choice = useJobModel(recognizers)
  const incoming = useImportStore(({ imports }) => imports.filter(({ state }) => state === 'sending').length)
  const [quick, setQuick] = useState(last.quick ?? false)

  const only = cards.length === 1 && incoming === 0 ? cards[0] : undefined
  const people = useFeedPeople(only?.id)
  const speakers = useSpeakerCount(people)
  const [typedPart, setTypedPart] = useState<TypedPart | null>(null)
  const [isTried, setTried] = useState(false)
  // A part can only be given for a single recording.
  const part = only === undefined || typedPart === null ? {} : readPart(typedPart, only.durationMs)
  const [allTracks, setAllTracks] = useState<boolean | null>(null)
  const hasTracks = only !== undefined && only.audioTracks > 1
  const takesAll = hasTracks && (allTracks ?? only.hasOwnTracks)
  const [chosenJoining, setJoining] = useState(SEPARATE)
  const join = useJoin()
  const isJoining = join.fraction !== null
  const isAnother = again && cards.some(({ transcript }) => transcript !== null)
  const canJoin = cards.length > 1 && incoming === 0 && !again
  const joining: Joining = canJoin ? chosenJoining : SEPARATE
  const settings = {
    ...choice.settings,
    speakers: speakers.count,
    quick,
    ...(isProblem(part) ? {} : part),
    ...(takesAll ? { tracks: 'all' as const } : {}),
    ...(hasTracks && only.hasOwnTracks && !takesAll ? { track: 0 } : {}),
  }
  const [typedTerms, setTypedTerms] = useState('')
  const [answer, setAnswer] = useState<DoneAnswer | null>(null)
  // The answer no longer applies once the settings differ.
  const done = answer?.settings === JSON.stringify(settings) ? answer.done : null

  // The studio remembers the settings for the next time.
  const start = async (): Promise<void> => {
    setTried(true)
    if (isProblem(part) || isTooLong(typedTerms)) return
    const terms = termsOf(typedTerms)
    if (again && only !== undefined) {
      await addTerms(studio, only.id, terms)
      const started = await studio.call('jobs.start', { recordingId: only.id, settings })
      if (started.done === null) forgetArrived()
      else setAnswer({ settings: JSON.stringify(settings), done: started.done })
      return
    }
    if (joining.order !== 'separate') {
      const asked = joinRequest(cards, joining)
      const recordingId = asked === null ? null : await join.run(asked)
      if (recordingId === null) return
      await addTerms(studio, recordingId, terms)
      await studio.call('jobs.start', { recordingId, settings })
      forgetArrived()
      return
    }
    chooseForIncoming(settings, terms)
    forgetArrived()
    for (const { id } of cards) await addTerms(studio, id, terms)
    for (const { id } of cards) await studio.call('jobs.start', { recordingId: id, settings })
  }
  const open = (): void => {
    forgetArrived()
    if (only !== undefined) void navigate({ to: '/recording/$id', params: { id: only.id } })
  }
  return (
    <Dialog
      open
      onClose={forgetArrived}
      title={say(isAnother ? 'job.title.again' : 'job.title', { count: cards.length })}
      width="460px"
      foot={
        <>
          <DialogSpacer />
          {isJoining ? (
            <Button onPress={join.cancel}>{say('shell.cancel')}</Button>
          ) : (
            <Button onPress={forgetArrived}>{say('job.later')}</Button>
          )}
          {done === null ? (
            <Button
              variant="main"
              takesFocus
              disabled={isJoining}
              onPress={() => void start().catch((error: unknown) => toastError(error, language))}
            >
              {say('job.start')}
            </Button>
          ) : (
            <Button variant="main" takesFocus onPress={open}>
              {say('job.done.open')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.names}>{cards.map(({ title }) => title).join(', ')}</p>
      {incoming > 0 && <p className={styles.hint}>{say('job.coming', { count: incoming })}</p>}
      <p className={styles.done} role="status">
        {done !== null && say(`job.done.${done}`)}
        {isJoining && say('job.joining.now')}
      </p>
      {join.fraction !== null && <JoinProgress fraction={join.fraction} />}
      {isAnother && done === null && (
        <p className={classNames(styles.hint, styles.again)}>
          {say(cards.some(({ transcript }) => transcript?.corrected) ? 'job.again.corrected' : 'job.again')}
        </p>
      )}
      <div className={styles.fields}>
        {canJoin && <JoiningChoice cards={cards} joining={joining} onChange={setJoining} />}
        <Select
          className={styles.wide}
          label={say('job.language')}
          showLabel
          choices={[{ id: 'auto', label: say('job.language.auto') }, ...choice.languages]}
          chosen={choice.chosenLanguage}
          onChoose={choice.chooseLanguage}
        />
        <BetterModel language={choice.chosenLanguage} onLeave={forgetArrived} />
        <SpeakerCount {...speakers} people={people} />
        {hasTracks && (
          <div>
            <Checkbox checked={takesAll} onChange={setAllTracks}>
              {say('job.tracks', { count: only.audioTracks })}
            </Checkbox>
            <p className={styles.hint}>{say('job.tracks.hint')}</p>
          </div>
        )}
        {only !== undefined && (
          <PartChoice
            typed={typedPart}
            onChange={setTypedPart}
            problem={isTried && isProblem(part) ? part : null}
            isTrimmed={only.trim !== null}
          />
        )}
        <JobTermsField typed={typedTerms} onChange={setTypedTerms} />
        {recognizers.length > 1 && (
          <div>
            <Select
              className={styles.wide}
              label={say('job.model')}
              showLabel
              choices={choice.models}
              chosen={choice.model}
              onChoose={choice.setModel}
            />
            {choice.hint !== null && <p className={styles.hint}>{choice.hint}</p>}
          </div>
        )}
        <div>
          <Checkbox checked={quick} onChange={setQuick}>
            {say('job.quick')}
          </Checkbox>
          <p className={styles.hint}>{say('job.quick.hint')}</p>
          <QuickCost model={choice.model} costs={costs} className={styles.hint} />
        </div>
      </div>
    </Dialog>
  )
}
