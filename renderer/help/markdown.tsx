import { Link } from '@tanstack/react-router'
import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { helpPageOf } from '#core/help/help-pages'
import { helpPictures } from './help-texts.ts'
import styles from './help.module.css'

/** A page of the help; of its links only those to other pages lead somewhere. */
export function Markdown({ text }: { readonly text: string }) {
  return <>{lexer(text).map((token, index) => block(token, index))}</>
}

function block(token: Token, key: number): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p key={key}>{inlines(token.tokens)}</p>
    case 'code':
      return (
        // Scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre key={key} tabIndex={0}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'list': {
      const { ordered, items } = token as Tokens.List
      const rows = items.map((item, index) => <li key={index}>{inlines(item.tokens)}</li>)
      return ordered ? <ol key={key}>{rows}</ol> : <ul key={key}>{rows}</ul>
    }
    case 'table':
      return <Table key={key} table={token as Tokens.Table} />
    case 'space':
      return null
    default:
      throw new Error(`the help has no ${token.type}`)
  }
}

function Table({ table: { header, rows } }: { readonly table: Tokens.Table }) {
  const isNamed = header.some(({ text }) => text !== '')
  return (
    <table className={styles.table}>
      {isNamed && (
        <thead>
          <tr>
            {header.map(({ tokens }, index) => (
              <th key={index} scope="col">
                {inlines(tokens)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map(({ tokens }, index) => (
              <td key={index}>{inlines(tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function inlines(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>)
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens)}</strong>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'image': {
      const { href, text } = token as Tokens.Image
      return <img className={styles.picture} src={helpPictures[href.replace(/^.*\//u, '')]} alt={text} />
    }
    case 'link':
      return <HelpLink to={(token as Tokens.Link).href}>{inlines(token.tokens)}</HelpLink>
    case 'text':
      return token.tokens === undefined ? (token as Tokens.Text).text : inlines(token.tokens)
    case 'paragraph':
      return inlines(token.tokens)
    case 'escape':
      return (token as Tokens.Escape).text
    default:
      throw new Error(`the help has no ${token.type} in a line`)
  }
}

function HelpLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const page = helpPageOf(to)
  if (page !== undefined)
    return (
      <Link to="/help/$page" params={{ page }}>
        {children}
      </Link>
    )
  if (to.includes('how-it-works/'))
    return (
      <Link to="/how-it-works/$section" params={{ section: 'steps' }}>
        {children}
      </Link>
    )
  return (
    <>
      {children}
      {to.startsWith('https:') && <> ({to.replace(/^https:\/\//u, '')})</>}
    </>
  )
}
