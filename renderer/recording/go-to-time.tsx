import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import type { FrameGrid } from '#core/frames/video-frames'
import { typedPlace } from '../captions/times/time-field.tsx'

export interface GoToTimeProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onTime: (ms: number) => void
  /** In which a typed timecode counts; null without frames. */
  readonly frames: FrameGrid | null
}

export function GoToTime({ open, ...rest }: GoToTimeProps) {
  return open ? <Ask {...rest} /> : null
}

function Ask({ onClose, onTime, frames }: Omit<GoToTimeProps, 'open'>) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const ms = typedPlace(typed, frames)
  const go = (): void => {
    setTried(true)
    if (ms === null) return
    onTime(ms)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('editor.go-to-time')}
      width="360px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" onPress={go}>
            {say('editor.go-to-time.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('editor.go-to-time.label')}
        showLabel
        takesFocus
        value={typed}
        placeholder="12:34"
        onChange={setTyped}
        onEnter={go}
        error={isTried && ms === null ? say('editor.go-to-time.wrong') : null}
      />
    </Dialog>
  )
}
