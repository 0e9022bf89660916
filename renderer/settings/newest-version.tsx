import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'

/** Checks for the newest version only when the button is pressed. */
export function NewestVersion({ host }: { readonly host: string }) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const [found, setFound] = useState<CallOutput<'program.newestVersion'> | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = (): void => {
    setAsking(true)
    studio
      .call('program.newestVersion', {})
      .then(setFound, (error: unknown) => toastError(error, language))
      .finally(() => setAsking(false))
  }
  return (
    <Option name={say('about.newest')} hint={say('about.newest.hint', { host })}>
      <Button variant="line" size="small" disabled={isAsking} onPress={ask}>
        {say('about.newest')}
      </Button>
      <span role="status">
        {found !== null &&
          (found.isNewer ? say('about.newest.there', { version: found.version }) : say('about.newest.none'))}
        {found?.isNewer === true && found.page !== null && (
          <>
            {' '}
            <code>{found.page}</code>
          </>
        )}
      </span>
    </Option>
  )
}
