import { Link } from '@tanstack/react-router'
import { useProgramInfo } from '../rpc/program-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { buttonClass } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import { NewestVersion } from './newest-version.tsx'
import { Option } from './option.tsx'
import styles from './settings.module.css'

export function AboutSection() {
  const say = useSay()
  const info = useProgramInfo().data
  return (
    <>
      <p className={styles.lead}>{say('about.trust')}</p>
      <p className={styles.lead}>{say('about.licence')}</p>
      <Option name={say('help.title')} hint={say('help.open.hint')}>
        <Link className={buttonClass('line', 'small')} to="/help/$page" params={{ page: 'start' }}>
          {say('help.go')}
        </Link>
      </Option>
      <Option name={say('how.open')} hint={say('how.open.hint')}>
        <Link
          className={buttonClass('line', 'small')}
          to="/how-it-works/$section"
          params={{ section: 'steps' }}
        >
          {say('how.read')}
        </Link>
      </Option>
      <Option name={say('network.title')} hint={say('network.open.hint')}>
        <Link className={buttonClass('line', 'small')} to="/network">
          {say('network.all')}
        </Link>
      </Option>
      {info && (
        <>
          {info.salvagedRows !== null && (
            <Banner tone="warn" title={say('about.salvaged', { rows: info.salvagedRows })} />
          )}
          <Option name={say('about.version')}>{info.version}</Option>
          {info.newestVersionHost !== null && <NewestVersion host={info.newestVersionHost} />}
          <Option name={say('about.machine')}>
            {say('about.cores', { platform: info.platform, cores: info.cores })}
          </Option>
          <Option name={say('about.ffmpeg')}>{info.ffmpeg ?? say('about.ffmpeg.none')}</Option>
        </>
      )}
    </>
  )
}
