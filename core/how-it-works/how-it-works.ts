import type { ProgramLanguage } from '../messages/messages.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import type { HowItWorksText } from './page-text.ts'

export const howItWorks: Readonly<Record<ProgramLanguage, HowItWorksText>> = { en: english, fr: french }
