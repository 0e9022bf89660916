import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import { useTry } from '../parts/use-recorder.tsx'

/** In the window: shows the strip above all windows instead. */
export function SmallWindowButton() {
  const say = useSay()
  const host = useHost()
  const attempt = useTry()
  if (host.kind !== 'window') return null
  return (
    <Button variant="line" icon="on-top" onPress={() => attempt(() => host.openSmallWindow())}>
      {say('strip.small')}
    </Button>
  )
}
