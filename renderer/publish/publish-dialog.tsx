import { useState } from 'react'
import { legalFileName } from '#core/formats/legal-file-name'
import { feedGaps, feedLines, soundLines } from '#core/podcasts/feed-lines'
import { type PublishedKind, publishedName } from '#core/podcasts/published-name'
import { offerJobDialog } from '../library/imports/import-store.ts'
import { CallFailed } from '../rpc/call-failed.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { DescriptionSection } from './description-section.tsx'
import { FileBoxes } from './file-boxes.tsx'
import { isSoundAddress, isWholeAddress } from './is-whole-address.ts'
import styles from './publish.module.css'
import { NotesSection } from './notes-section.tsx'
import { PublishRemarks } from './publish-remarks.tsx'
import { SoundSection } from './sound-section.tsx'
import { TargetFolder } from './target-folder.tsx'
import { useMadeSound } from './use-made-sound.ts'
import { useNotes } from './use-notes.ts'
import { feedSoundOf, namedFiles, type Publishing, usePublished, withNotes } from './use-published.ts'

export interface PublishDialogProps extends Publishing {
  readonly title: string
  readonly onClose: () => void
}

const isCode = (error: unknown, code: 'recording.no-transcript' | 'cut.nothing'): boolean =>
  error instanceof CallFailed && error.error.code === code

/** Files published with an episode: their sizes, their folder, and the lines for the feed. */
export function PublishDialog({ title, onClose, ...of }: PublishDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const { publishAddress } = usePreferences()
  const remember = useChangePreferences()
  const [typedStem, setTypedStem] = useState<string | null>(null)
  const [typedAddress, setTypedAddress] = useState<string | null>(null)
  const [typedSound, setTypedSound] = useState<string | null>(null)
  const isSoundWrong = !isSoundAddress(typedSound ?? '')
  const [heldSound, setHeldSound] = useState<string | undefined>(undefined)
  const [soundJob, setSoundJob] = useState<string | null>(null)
  const madeSound = useMadeSound(soundJob)
  const [wantsCut, setWantsCut] = useState<boolean | undefined>(undefined)
  const { data, error, isPlaceholderData } = usePublished({
    ...of,
    soundAddress: heldSound,
    soundName: madeSound?.fileName,
    cut: wantsCut,
  })
  const notes = useNotes(of.recordingId, data?.notes)
  const [without, setWithout] = useState<ReadonlySet<PublishedKind>>(new Set())
  const [folder, setFolder] = useState<string | null>(null)
  const [taken, setTaken] = useState<readonly string[]>([])
  const [isSaving, setSaving] = useState(false)
  const isWindow = host.kind === 'window'
  const address = typedAddress ?? publishAddress
  const isAddressWrong = address.trim() !== '' && !isWholeAddress(address)
  const isNameless = typedStem !== null && typedStem.trim() === ''
  const name = legalFileName(typedStem ?? data?.stem ?? '', '', data?.stem ?? '')
  const all = withNotes(data?.files ?? [], notes.text)
  const files = namedFiles(
    all.filter(({ kind }) => !without.has(kind)),
    name,
  )
  const named = files.map(({ kind }) => publishedName(name, kind))
  const base = isAddressWrong ? '' : address
  const sound = data === undefined ? null : feedSoundOf(data, madeSound?.bytes ?? null)
  const enclosure = sound === null ? '' : `${soundLines(sound, base)}\n`
  const lines = enclosure + feedLines(named, base, data?.language ?? '')
  const gaps = feedGaps(named, sound, base)
  const isReady = files.length > 0 && !isNameless && !isSaving && !isSoundWrong && !isPlaceholderData

  const keepAddress = (): void => {
    if (!isAddressWrong && address.trim() !== publishAddress) remember({ publishAddress: address.trim() })
  }
  const chooseFolder = async (): Promise<string | null> => {
    const chosen = await host.pickFolder()
    if (chosen === null) return null
    setFolder(chosen)
    setTaken([])
    return chosen
  }
  const saveInto = async (replace: boolean): Promise<void> => {
    const target = folder ?? (await chooseFolder())
    if (target === null) return
    const there = await host.saveInto({ folder: target, files, replace })
    setTaken(there)
    if (there.length > 0) return
    toast.show({ text: say('publish.saved', { count: files.length, folder: target }), tone: 'done' })
  }
  const download = async (): Promise<void> => {
    await host.saveFiles({ name, files })
    toast.show({ text: say('export.saved', { file: `${name}.zip` }), tone: 'done' })
  }
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    toast.show({ text: say('publish.copied'), tone: 'done' })
  }
  const chooseCut = (isCut: boolean): void => {
    setWantsCut(isCut)
    // A sound of the other has other times.
    setSoundJob(null)
    setTaken([])
  }
  const run = (action: () => Promise<void>) => () => {
    keepAddress()
    notes.keep()
    setSaving(true)
    action()
      .catch((reason: unknown) => toastError(reason, language))
      .finally(() => setSaving(false))
  }
  const save = run(isWindow ? () => saveInto(taken.length > 0) : download)

  return (
    <Dialog
      open
      onClose={onClose}
      title={say('publish.title', { title })}
      width="680px"
      foot={
        <>
          <Button icon="copy" disabled={!isReady || isAddressWrong} onPress={run(() => copy(lines))}>
            {say('publish.copy')}
          </Button>
          <DialogSpacer />
          <Button variant="main" icon="save" disabled={!isReady} onPress={save}>
            {!isWindow
              ? say('publish.download', { file: `${name}.zip` })
              : taken.length > 0
                ? say('publish.replace', { count: taken.length })
                : say('publish.save', { count: files.length })}
          </Button>
        </>
      }
    >
      {data === undefined ? (
        error ? (
          <ErrorNotice
            error={error}
            way={
              isCode(error, 'cut.nothing') ? (
                <Button size="small" onPress={() => chooseCut(false)}>
                  {say('export.of.whole')}
                </Button>
              ) : (
                isCode(error, 'recording.no-transcript') && (
                  <Button
                    variant="main"
                    size="small"
                    onPress={() => {
                      onClose()
                      offerJobDialog([of.recordingId])
                    }}
                  >
                    {say('library.transcribe')}
                  </Button>
                )
              )
            }
          />
        ) : (
          <Loading />
        )
      ) : (
        <div className={styles.publish}>
          <p className={styles.meta}>{say('publish.lead')}</p>
          {data.hasCut && (
            <Segmented
              label={say('export.of')}
              chosen={data.isCut ? 'cut' : 'whole'}
              choices={[
                { id: 'cut', label: say('export.of.cut') },
                { id: 'whole', label: say('export.of.whole') },
              ]}
              onChoose={(id) => chooseCut(id === 'cut')}
            />
          )}
          <TextField
            label={say('publish.name')}
            showLabel
            value={typedStem ?? data.stem}
            onChange={(text) => {
              setTypedStem(text)
              setTaken([])
            }}
            error={isNameless ? say('export.file-name.empty') : null}
          />
          <FileBoxes
            files={all}
            stem={name}
            without={without}
            onChange={(next) => {
              setWithout(next)
              setTaken([])
            }}
          />
          <PublishRemarks made={data} hasPage={!without.has('html')} />
          {data.hasSound && (
            <SoundSection
              key={String(data.isCut)}
              isCut={data.isCut}
              hasMore={data.leftInSound !== null}
              recordingId={of.recordingId}
              transcriptId={data.transcriptId}
              fileName={data.fileName}
              stem={name}
              prepare={of.prepare}
              onMake={setSoundJob}
            />
          )}
          <TextField
            label={say('publish.sound.address')}
            showLabel
            value={typedSound ?? data.soundAddress ?? ''}
            placeholder="https://example.org/podcast/14.mp3"
            onChange={(text) => {
              setTypedSound(text)
              if (isSoundAddress(text)) setHeldSound(text.trim())
              setTaken([])
            }}
            hint={say('publish.sound.hint')}
            error={isSoundWrong ? say('publish.sound.wrong') : null}
          />
          {isWindow && (
            <TargetFolder
              folder={folder}
              onChoose={() => {
                chooseFolder().catch((reason: unknown) => toastError(reason, language))
              }}
            />
          )}
          {taken.length > 0 && (
            <p role="alert" className={styles.taken}>
              <Icon name="warn" small />
              {say('publish.taken', { count: taken.length, names: taken.join(', ') })}
            </p>
          )}
          <TextField
            label={say('publish.address')}
            showLabel
            value={address}
            placeholder="https://example.org/podcast/14"
            onChange={setTypedAddress}
            onBlur={keepAddress}
            hint={say('publish.address.hint')}
            error={isAddressWrong ? say('publish.address.wrong') : null}
          />
          <section className={styles.lines} aria-label={say('publish.lines')}>
            <h3>{say('publish.lines')}</h3>
            <p className={styles.meta}>{say('publish.lines.where')}</p>
            {gaps.map((gap) => (
              <p key={gap} className={styles.remark}>
                <Icon name="warn" small />
                {say(`publish.gap.${gap}`)}
              </p>
            ))}
            <pre>{lines}</pre>
          </section>
          <NotesSection notes={notes} />
          {data.description.text !== '' && (
            <DescriptionSection
              description={data.description}
              onCopy={run(() => copy(data.description.text))}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
