/** The five modes of work, in the order they are stacked: hands-on work first. */
import { formatList, formatShare } from '../format.ts'
import type { Mode, ModeHours } from './answers.ts'

export const MODES = ['build', 'enable', 'decide', 'coordinate', 'govern'] as const satisfies readonly Mode[]

export const MODE_LABEL: Readonly<Record<Mode, string>> = {
  build: 'Build',
  enable: 'Enable',
  decide: 'Decide',
  coordinate: 'Coordinate',
  govern: 'Govern',
}

export const MODE_MEANING: Readonly<Record<Mode, string>> = {
  build: 'commits, features, fixes, releases',
  enable: 'reviews, documents, tools, templates, mentoring',
  decide: 'product and design decisions, decomposition',
  coordinate: 'meetings, planning, alignment, approvals',
  govern: 'audits, compliance and security reviews',
}

export const modeColour = (mode: Mode) => `var(--mode-${mode})`

/** The mix in one line, without the modes that have no part in it. */
export const mixWords = (shares: Readonly<Record<Mode, number>>) =>
  formatList(MODES.filter(mode => shares[mode] > 0).map(mode => `${formatShare(shares[mode])} ${mode}`))

export const totalHours = (hours: ModeHours) => MODES.reduce((sum, mode) => sum + hours[mode], 0)
