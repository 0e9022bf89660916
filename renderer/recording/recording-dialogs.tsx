import { frameGridOf } from '#core/captions/presets/transcript-rules'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import { ExportDialog } from '../exports/export-dialog.tsx'
import { SecondOpinionDialog } from '../second-opinion/second-opinion-dialog.tsx'
import { PublishDialog } from '../publish/publish-dialog.tsx'
import { ReviewDialog } from '../review/review-dialog.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { OpenSession } from '../session/open-session.ts'
import { GoToTime } from './go-to-time.tsx'
import type { View } from './recording-bar.tsx'

export type RecordingDialog = 'export' | 'publish' | 'review' | 'go-to-time'

export interface RecordingDialogsProps {
  readonly session: OpenSession
  readonly store: EditorStore
  readonly recording: OpenRecording
  readonly view: View
  /** The open one. */
  readonly dialog: RecordingDialog | null
  readonly onDialog: (dialog: RecordingDialog | null) => void
  readonly onTime: (ms: number) => void
  /** A part is being recognized again, as shown in the text. */
  readonly onStarted: () => void
}

/** The dialogs of a recording's screen. */
export function RecordingDialogs(props: RecordingDialogsProps) {
  const { session, store, recording, view, dialog, onDialog, onTime, onStarted } = props
  const againPrompt = useEditor(store, (state) => state.againPrompt)
  const close = (): void => onDialog(null)
  return (
    <>
      {againPrompt !== null && (
        <SecondOpinionDialog session={session} store={store} prompt={againPrompt} onStarted={onStarted} />
      )}
      <ExportDialog
        open={dialog === 'export'}
        onClose={close}
        session={session}
        recording={recording}
        place={view === 'captions' ? 'captions' : 'text'}
        onPublish={() => onDialog('publish')}
        onReview={() => onDialog('review')}
      />
      {dialog === 'publish' && (
        <PublishDialog
          recordingId={recording.id}
          title={recording.title}
          transcriptId={session.transcriptId}
          prepare={() => session.flush()}
          onClose={close}
        />
      )}
      {dialog === 'review' && (
        <ReviewDialog session={session} recordingId={recording.id} title={recording.title} onClose={close} />
      )}
      <GoToTime
        open={dialog === 'go-to-time'}
        onClose={close}
        onTime={onTime}
        frames={frameGridOf(session.state.transcript)}
      />
    </>
  )
}
