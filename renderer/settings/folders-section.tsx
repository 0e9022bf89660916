import { Link } from '@tanstack/react-router'
import { useProgramInfo } from '../rpc/program-queries.ts'
import { buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { InTerminal } from '../ui/in-terminal.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'
import { PreferenceLines } from './preference-lines.tsx'

export function FoldersSection() {
  const say = useSay()
  const language = useLanguage()
  const info = useProgramInfo()
  if (info.error) return <ErrorNotice error={info.error} />
  if (!info.data) return <Loading />
  return (
    <>
      <Option
        name={say('folders.library')}
        hint={
          <>
            {say('folders.library.hint')}
            <InTerminal command={say('folders.library.command')} />
          </>
        }
      >
        <code>{info.data.dataFolder}</code>
      </Option>
      <Option name={say('folders.free')}>
        {formatBytes(info.data.freeBytes, language)}{' '}
        <Link className={buttonClass('line', 'small')} to="/storage">
          {say('library.space.what')}
        </Link>
      </Option>
      <Option name={say('folders.cache')} hint={say('folders.cache.hint')}>
        {formatBytes(info.data.cacheBytes, language)}
      </Option>
      <PreferenceLines section="folders" />
    </>
  )
}
