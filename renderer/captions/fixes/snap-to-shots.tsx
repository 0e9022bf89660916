import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useKnownShots } from '../../rpc/recording-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import { FixAllDialog, type FixAllDialogProps } from './fix-all-dialog.tsx'

export interface SnapToShotsProps extends Omit<FixAllDialogProps, 'goal'> {
  readonly recording: OpenRecording
}

/** Moves all captions to the shots of the video after a preview, or says why there is none. */
export function SnapToShots({ recording, ...props }: SnapToShotsProps) {
  const say = useSay()
  const known = useKnownShots(recording.id, recording.hasVideo).data?.timesMs ?? null
  const { shots, shotTimesMs } = props.list.rules
  if (shotTimesMs !== undefined) return <FixAllDialog goal="shots" {...props} />
  const why = shots === 'off' ? 'off' : known === null ? 'unknown' : 'none'
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={say('captions.snap-all.name')}
      foot={
        <>
          <DialogSpacer />
          <Button variant="main" takesFocus onPress={props.onClose}>
            {say('captions.fix-all.close')}
          </Button>
        </>
      }
    >
      <p>{say(`captions.snap-all.${why}`)}</p>
    </Dialog>
  )
}
