import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import {
  type SettingsGroup,
  settingsGroups,
  settingsSection,
  type SettingsSection,
  settingsSections,
} from '#core/preferences/settings-sections'
import { TopBar } from '../library/top-bar.tsx'
import { VoicesSection } from '../remembered-voices/voices-section.tsx'
import { classNames } from '../ui/class-names.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useShownTogether } from '../ui/use-shown-together.ts'
import { useSay } from '../ui/words.tsx'
import { AboutSection } from './about-section.tsx'
import { FoldersSection } from './folders-section.tsx'
import { GlossarySection } from './glossary-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { LibrariesSection } from './libraries-section.tsx'
import { ModelsSection } from './models-section.tsx'
import { PreferenceLines } from './preference-lines.tsx'
import { TasksSection } from './tasks-section.tsx'
import { useScrollToSection } from './use-scroll-to-section.ts'
import { useVisibleSection } from './use-visible-section.ts'
import { WatchSection } from './watch-section.tsx'
import frame from '../ui/page-frame.module.css'
import pages from '../ui/page-with-nav.module.css'
import styles from './settings.module.css'

const bodies: Readonly<Record<SettingsSection, () => ReactNode>> = {
  models: ModelsSection,
  glossary: GlossarySection,
  voices: VoicesSection,
  look: () => <PreferenceLines section="look" />,
  playback: () => <PreferenceLines section="playback" />,
  tasks: TasksSection,
  watch: WatchSection,
  keys: KeysSection,
  folders: FoldersSection,
  libraries: LibrariesSection,
  about: AboutSection,
}

interface SectionProps {
  readonly id: SettingsSection
  readonly title: string
  /** One of several in a group with its own heading. */
  readonly isPart?: boolean
}

function Section({ id, title, isPart = false }: SectionProps) {
  const Body = bodies[id]
  const Title = isPart ? 'h3' : 'h2'
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <Title id={`${id}-title`}>{title}</Title>
      <Body />
    </section>
  )
}

interface Group {
  readonly id: SettingsGroup
  readonly sections: readonly SettingsSection[]
}
const groups: readonly Group[] = settingsGroups

/** All settings on one page; the URL contains the section to scroll to. */
export function SettingsScreen() {
  const say = useSay()
  const { section } = useParams({ from: '/settings/$section' })
  const chosen = settingsSection(section)
  usePageTitle(say('settings.title'))
  const page = useRef<HTMLElement>(null)
  const seen = useVisibleSection(page, chosen, settingsSections)
  useScrollToSection(page, chosen, 'look')
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} ref={page} aria-label={say('settings.title')} tabIndex={-1}>
        <div className={classNames(pages.column, styles.column)}>
          <nav className={pages.nav} aria-label={say('settings.sections')}>
            <h1>{say('settings.title')}</h1>
            {groups.map(({ id, sections }) => (
              <Link
                key={id}
                to="/settings/$section"
                params={{ section: sections[0] ?? id }}
                replace
                {...(sections.includes(seen) ? { 'aria-current': 'true' as const } : {})}
              >
                {say(`settings.${id}`)}
              </Link>
            ))}
          </nav>
          <div className={useShownTogether()}>
            {groups.map(({ id: group, sections }) =>
              group === sections[0] ? (
                <Section key={group} id={group} title={say(`settings.${group}`)} />
              ) : (
                <section key={group} className={styles.group} aria-labelledby={`${group}-title`}>
                  <h2 id={`${group}-title`}>{say(`settings.${group}`)}</h2>
                  {sections.map((id) => (
                    <Section key={id} id={id} title={say(`settings.${id}`)} isPart />
                  ))}
                </section>
              ),
            )}
          </div>
        </div>
      </main>
    </div>
  )
}
