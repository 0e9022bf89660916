import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { findHelp, type HelpSection, helpSections } from '#core/help/find-help'
import { type HelpPage, helpLanguage, helpPages } from '#core/help/help-pages'
import { TopBar } from '../library/top-bar.tsx'
import { TextField } from '../ui/text-field.tsx'
import { classNames } from '../ui/class-names.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import frame from '../ui/page-frame.module.css'
import pages from '../ui/page-with-nav.module.css'
import styles from './help.module.css'
import { Markdown } from './markdown.tsx'
import { useHelp } from './use-help.ts'

/** The pages for people in docs, with a search. */
export function HelpScreen() {
  const say = useSay()
  const language = useLanguage()
  const { page: named } = useParams({ from: '/help/$page' })
  const page = helpPages.find((each) => each === named) ?? 'start'
  const texts = useHelp(language)
  const [words, setWords] = useState('')
  const main = useRef<HTMLElement>(null)
  usePageTitle(say('help.title'))
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
  }, [page])
  const sections = helpPages.flatMap((each) => helpSections(each, texts?.get(each) ?? ''))
  const own = sections.filter((section) => section.page === page)
  const isSearch = words.trim() !== ''
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} ref={main} aria-label={say('help.title')} tabIndex={-1}>
        <div className={classNames(pages.column, styles.column)}>
          <nav className={classNames(pages.nav, styles.nav)} aria-label={say('help.pages')}>
            <h1>{say('help.title')}</h1>
            <TextField
              label={say('help.find')}
              placeholder={say('help.find')}
              type="search"
              icon="search"
              value={words}
              onChange={setWords}
              onEscape={() => setWords('')}
            />
            {helpPages.map((each) => (
              <Link
                key={each}
                to="/help/$page"
                params={{ page: each }}
                lang={helpLanguage(each, language)}
                onClick={() => setWords('')}
                {...(each === page && !isSearch ? { 'aria-current': 'page' as const } : {})}
              >
                {sections.find((section) => section.page === each)?.title ?? ''}
              </Link>
            ))}
            <Link to="/how-it-works/$section" params={{ section: 'steps' }}>
              {say('how.open')}
            </Link>
          </nav>
          {texts !== undefined && (
            <article className={styles.text} lang={isSearch ? language : helpLanguage(page, language)}>
              {isSearch ? (
                <Found words={words} sections={sections} onOpen={() => setWords('')} />
              ) : (
                <>
                  <h2 className={styles.title}>{own[0]?.title}</h2>
                  {helpLanguage(page, language) !== language && (
                    <p className={styles.note} lang={language}>
                      {say('help.in-english')}
                    </p>
                  )}
                  {own.map((section, index) => (
                    <Section key={index} section={section} />
                  ))}
                </>
              )}
            </article>
          )}
        </div>
      </main>
    </div>
  )
}

interface FoundProps {
  readonly words: string
  readonly sections: readonly HelpSection[]
  readonly onOpen: () => void
}

function Found({ words, sections, onOpen }: FoundProps) {
  const say = useSay()
  const found = findHelp(sections, words)
  return (
    <>
      <p className={styles.note} role="status">
        {found.length === 0
          ? say('help.none', { words: words.trim() })
          : say('help.found', { count: found.length })}
      </p>
      {found.map((section, index) => (
        <Section key={index} section={section} onOpen={onOpen} />
      ))}
    </>
  )
}

/** A found section also has the title of its page, which leads there. */
function Section({ section, onOpen }: { readonly section: HelpSection; readonly onOpen?: () => void }) {
  const { page, title, heading, text } = section
  return (
    <section>
      {onOpen === undefined ? (
        heading !== '' && <h3>{heading}</h3>
      ) : (
        <h2 className={styles.found}>
          <PageLink page={page} onOpen={onOpen}>
            {heading === '' ? title : `${title} › ${heading}`}
          </PageLink>
        </h2>
      )}
      <Markdown text={text} />
    </section>
  )
}

function PageLink({ page, onOpen, children }: { page: HelpPage; onOpen: () => void; children: string }) {
  return (
    <Link to="/help/$page" params={{ page }} onClick={onOpen}>
      {children}
    </Link>
  )
}
