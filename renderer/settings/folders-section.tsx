import { Link } from '@tanstack/react-router'
import { usePreferences, useProgramInfo } from '../rpc/queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Loading } from '../ui/loading.tsx'
import { Switch } from '../ui/switch.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import { Option } from './option.tsx'

export function FoldersSection() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const info = useProgramInfo()
  const { copyOriginals } = usePreferences()
  const change = useChangePreferences()
  if (info.error) return <ErrorNotice error={info.error} />
  if (!info.data) return <Loading />
  return (
    <>
      <Option name={say('folders.library')} hint={say('folders.library.hint')}>
        <code>{info.data.dataFolder}</code>
      </Option>
      <Option name={say('folders.free')}>
        {formatBytes(info.data.freeBytes, language)}{' '}
        <Link className={buttonClass('line', 'small')} to="/room">
          {say('library.room.what')}
        </Link>
      </Option>
      <Option name={say('folders.cache')} hint={say('folders.cache.hint')}>
        {formatBytes(info.data.cacheBytes, language)}
      </Option>
      <Option
        name={say('folders.copy')}
        hint={say(host.kind === 'browser' ? 'folders.copy.browser' : 'folders.copy.hint')}
      >
        <Switch
          label={say('folders.copy')}
          on={copyOriginals || host.kind === 'browser'}
          disabled={host.kind === 'browser'}
          onChange={(on) => change({ copyOriginals: on })}
        />
      </Option>
    </>
  )
}
