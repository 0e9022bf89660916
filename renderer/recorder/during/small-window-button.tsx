import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import { useTry } from '../parts/use-recorder.tsx'

/** In the window: the strip over everything in its place. */
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
