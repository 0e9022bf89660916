import { type ReactNode, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ExportFormat } from '#contracts/calls/exports'
import { legalFileName } from '#core/formats/legal-file-name'
import { hasMessage } from '#core/messages/messages'
import type { CaptionNames } from '#core/captions/caption-names'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { CaptionNamesChoice } from '../captions/caption-names-choice.tsx'
import { useCues } from '../captions/use-cues.ts'
import type { TranscriptSession } from '../recording/transcript-session.ts'
import { usePreferences } from '../rpc/queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { useSettledTranscript } from '../sound/use-settled-transcript.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, DialogSpring } from '../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { choicesOf, listedFormats } from './format-facts.ts'
import { lossWords } from './loss-words.ts'
import { bytesOf, splitName, useMadeExport } from './use-made-export.ts'

export interface ExportDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly session: TranscriptSession
  readonly recording: OpenRecording
}

/** Formats with what each is for, choices, the file as it will be, and what it leaves out. */
export function ExportDialog({ open, ...rest }: ExportDialogProps) {
  // Its state begins anew each time; nothing is made while it is closed.
  return open ? <OpenExportDialog {...rest} /> : null
}

function OpenExportDialog({ onClose, session, recording }: Omit<ExportDialogProps, 'open'>) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const [format, setFormat] = useState<ExportFormat>('vtt')
  const [names, setNames] = useState(true)
  const [times, setTimes] = useState(true)
  /** The person's own, for whatever format. */
  const [ownStem, setOwnStem] = useState<string | null>(null)
  const choices = choicesOf[format]
  const { captionNames: chosenNames } = usePreferences()
  const captionNames = choices.captions === 'with-names' ? chosenNames : 'never'
  const options = { speakerNames: names, times, captionNames }
  const { made, isFresh, error } = useMadeExport(session, format, options)
  const suggested = splitName(made?.fileName ?? '')
  const stem = ownStem ?? suggested.stem
  const isReady = made !== null && isFresh

  const save = async (): Promise<void> => {
    if (made === null) return
    const fileName = legalFileName(stem, suggested.extension, suggested.stem)
    const isSaved = await host.saveFile({ fileName, mediaType: made.mediaType, bytes: bytesOf(made) })
    if (!isSaved) return
    toast.show({ text: say('export.saved', { file: fileName }), tone: 'done' })
    onClose()
  }
  const copy = async (): Promise<void> => {
    if (made === null) return
    await navigator.clipboard.writeText(new TextDecoder().decode(bytesOf(made)))
    toast.show({ text: say('export.copied'), tone: 'done' })
  }
  const run = (action: () => Promise<void>) => () => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  const losses = isReady ? lossWords(made.losses, format, say, language) : null

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <span className={styles.title}>
          {say('export.title')} <Sizes session={session} />
        </span>
      }
      width="1020px"
      height="680px"
      bare
      foot={
        <>
          <TextField
            className={styles.name}
            label={say('export.file-name')}
            value={stem}
            onChange={setOwnStem}
            onEnter={run(save)}
            error={ownStem !== null && ownStem.trim() === '' ? say('export.file-name.empty') : null}
            end={<span className={styles.extension}>{suggested.extension}</span>}
          />
          <DialogSpring />
          <Button icon="copy" disabled={!isReady || made.preview === null} onPress={run(copy)}>
            {say('export.copy')}
          </Button>
          <Button variant="main" icon="save" disabled={!isReady || stem.trim() === ''} onPress={run(save)}>
            {say('export.save')}
          </Button>
        </>
      }
    >
      <div className={styles.export}>
        <ListBox
          className={styles.formats ?? ''}
          aria-label={say('export.format')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[format]}
          onSelectionChange={(keys) => {
            const [key] = keys
            if (key !== undefined) setFormat(key as ExportFormat)
          }}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog holds the focus; this is its first question
          autoFocus
        >
          {listedFormats.map((id) => (
            <ListBoxItem key={id} id={id} className={styles.format ?? ''} textValue={say(`export.${id}`)}>
              <b>{say(`export.${id}`)}</b>
              <span>{say(`export.${id}.for`)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        <div className={styles.right}>
          <div className={styles.choices}>
            {choices.names && (
              <Checkbox checked={names} onChange={setNames}>
                {say('export.names')}
              </Checkbox>
            )}
            {choices.times && (
              <Checkbox checked={times} onChange={setTimes}>
                {say('export.times')}
              </Checkbox>
            )}
            {choices.captions === 'with-names' && <CaptionNamesChoice />}
            {choices.captions !== null && (
              <CaptionFacts session={session} recording={recording} names={captionNames} />
            )}
            {losses !== null && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {losses}
              </p>
            )}
          </div>
          <Preview>
            {error !== null ? (
              <ErrorNotice error={error} />
            ) : made === null ? (
              <Loading />
            ) : made.preview === null ? (
              <p className={styles.none}>{say('export.preview.none')}</p>
            ) : (
              <>
                {made.preview}
                {isCut(made.preview, made.base64) && (
                  <p className={styles.cut}>{say('export.preview.cut')}</p>
                )}
              </>
            )}
          </Preview>
        </div>
      </div>
    </Dialog>
  )
}

function Preview({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  return (
    // Scrolled by keys, so that it must be reached by them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} tabIndex={0} aria-label={say('export.preview')}>
      {children}
    </section>
  )
}

function Sizes({ session }: Pick<ExportDialogProps, 'session'>) {
  const say = useSay()
  const { paragraphs } = useSettledTranscript(session)
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  return <span className={styles.sizes}>{say('export.size', { words })}</span>
}

/** The captions of the very file that is written: by what rules, how many, how many to look at. */
function CaptionFacts({
  session,
  recording,
  names,
}: Pick<ExportDialogProps, 'session' | 'recording'> & { readonly names: CaptionNames }) {
  const say = useSay()
  const { cues, problems, rules, making } = useCues(session, recording.durationMs ?? 0, names)
  const preset = `captions.preset.${rules.id}`
  const count = problems.size
  return (
    <>
      <span>{say('export.rules', { rules: hasMessage(preset) ? say(preset) : rules.id })}</span>
      {!making && (
        <output className={styles.captions} {...(count > 0 ? { 'data-some': true } : {})}>
          {say('captions.count', { count: cues.length })},{' '}
          {count > 0 ? say('captions.problems', { count }) : say('export.problems.none')}
        </output>
      )}
    </>
  )
}

/** Whether the file goes on after its preview. Base64 takes 4 characters for 3 bytes. */
function isCut(preview: string, base64: string): boolean {
  return new TextEncoder().encode(preview).length < (base64.length / 4) * 3 - 2
}
