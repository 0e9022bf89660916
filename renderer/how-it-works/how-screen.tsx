import { Link, useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import { howItWorks } from '#core/how-it-works/how-it-works'
import { sectionIds } from '#core/how-it-works/page-text'
import { sourceIds, sources } from '#core/how-it-works/sources'
import { TopBar } from '../library/top-bar.tsx'
import { useScrollToSection } from '../settings/use-scroll-to-section.ts'
import { useVisibleSection } from '../settings/use-visible-section.ts'
import { classNames } from '../ui/class-names.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { HowBlock } from './how-blocks.tsx'
import frame from '../ui/page-frame.module.css'
import pages from '../ui/page-with-nav.module.css'
import styles from './how.module.css'

const parts = [...sectionIds, 'sources'] as const

/**
 * What the program does and how, for people who do not know the field; the texts are in core/how-it-works.
 */
export function HowScreen() {
  const say = useSay()
  const language = useLanguage()
  const { section } = useParams({ from: '/how-it-works/$section' })
  const text = howItWorks[language]
  const main = useRef<HTMLElement>(null)
  usePageTitle(text.title)
  const chosen = parts.find((id) => id === section) ?? 'steps'
  useScrollToSection(main, chosen, 'steps')
  const seen = useVisibleSection(main, chosen, parts)
  const links = [
    ...text.sections.map(({ id, title }) => ({ id: id as string, title })),
    { id: 'sources', title: text.sources },
  ]
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} ref={main} aria-label={text.title} tabIndex={-1}>
        <div className={classNames(pages.column, styles.column)}>
          <nav className={pages.nav} aria-label={say('how.sections')}>
            <h1>{text.title}</h1>
            {links.map(({ id, title }) => (
              <Link
                key={id}
                to="/how-it-works/$section"
                params={{ section: id }}
                replace
                {...(id === seen ? { 'aria-current': 'true' as const } : {})}
              >
                {title}
              </Link>
            ))}
          </nav>
          <div>
            <p className={styles.intro}>{text.intro}</p>
            {text.sections.map(({ id, title, blocks }) => (
              <section key={id} id={id} className={styles.section} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{title}</h2>
                {blocks.map((block, index) => (
                  <HowBlock key={index} block={block} />
                ))}
              </section>
            ))}
            <section id="sources" className={styles.section} aria-labelledby="sources-title">
              <h2 id="sources-title">{text.sources}</h2>
              <ul className={styles.sources}>
                {sourceIds.map((id) => (
                  <li key={id}>
                    <b>{sources[id].name}</b> {sources[id].title}. {text.sample}
                    {language === 'fr' ? '\u00A0: ' : ': '}
                    {sources[id].sample[language]}.<code>{sources[id].address}</code>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </div>
      </main>
    </div>
  )
}
