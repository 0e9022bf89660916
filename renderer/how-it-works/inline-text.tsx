import { Link } from '@tanstack/react-router'
import { parseInline } from '#core/how-it-works/inline'
import { sources } from '#core/how-it-works/sources'

/** A text of the pages, with its links. */
export function InlineText({ text }: { readonly text: string }) {
  return parseInline(text).map((part, index) => {
    switch (part.kind) {
      case 'text':
        return part.text
      case 'term':
        return <b key={index}>{part.text}</b>
      case 'link':
        return <PlaceLink key={index} to={part.to} text={part.text} />
      case 'source':
        return (
          <span key={index}>
            (
            <Link to="/how-it-works/$section" params={{ section: 'sources' }}>
              {sources[part.id].name}
            </Link>
            )
          </span>
        )
    }
  })
}

/** Throws for a place that does not occur in the texts. */
function PlaceLink({ to, text }: { readonly to: string; readonly text: string }) {
  switch (to) {
    case '/network':
      return <Link to="/network">{text}</Link>
    case '/settings/models':
    case '/settings/glossary':
    case '/settings/voices':
      return (
        <Link to="/settings/$section" params={{ section: to.slice('/settings/'.length) }}>
          {text}
        </Link>
      )
    default:
      throw new Error(`no such place: ${to}`)
  }
}
