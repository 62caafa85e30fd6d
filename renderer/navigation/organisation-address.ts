/** Addresses of the organisation and of leaders: what is looked at, who or what is chosen, and which figure stands open. */
import type { Figure } from '../organisation/answers.ts'
import { figureOf, partsOf } from '../organisation/figures.ts'
import type { LeadersShown } from '../leaders/answers.ts'

export const ORGANISATION_VIEWS = ['units', 'icicle', 'agents'] as const
export type OrganisationView = (typeof ORGANISATION_VIEWS)[number]

export interface OrganisationAddress {
  readonly screen: 'organisation'
  readonly view: OrganisationView
  /** The unit whose panel is open. */
  readonly unit: string | null
  /** The figure whose contributions are open. */
  readonly behind: Figure | null
}

export const LEADERS_VIEWS = ['list', 'rebuild'] as const
export const LEADERS_SHOWN = ['all', 'distant', 'player_coach', 'not_ready'] as const satisfies readonly LeadersShown[]

export interface LeadersAddress {
  readonly screen: 'leaders'
  readonly view: (typeof LEADERS_VIEWS)[number]
  readonly show: LeadersShown
  readonly text: string
  /** From 0. */
  readonly page: number
  /** The leader whose panel is open, by id. */
  readonly leader: string | null
  readonly behind: Figure | null
}

export const ORGANISATION: OrganisationAddress = { screen: 'organisation', view: 'units', unit: null, behind: null }
export const LEADERS: LeadersAddress = { screen: 'leaders', view: 'list', show: 'all', text: '', page: 0, leader: null, behind: null }

function appendFigure(parameters: URLSearchParams, figure: Figure | null): void {
  for (const part of figure === null ? [] : partsOf(figure)) parameters.append('behind', part)
}

export function organisationParameters({ view, unit, behind }: OrganisationAddress): URLSearchParams {
  const parameters = new URLSearchParams()
  if (view !== 'units') parameters.set('view', view)
  if (unit !== null) parameters.set('unit', unit)
  appendFigure(parameters, behind)
  return parameters
}

export function parseOrganisation(parameters: URLSearchParams): OrganisationAddress {
  return {
    screen: 'organisation',
    view: ORGANISATION_VIEWS.find(known => known === parameters.get('view')) ?? 'units',
    unit: parameters.get('unit') || null,
    behind: figureOf(parameters.getAll('behind')),
  }
}

export function leadersParameters({ view, show, text, page, leader, behind }: LeadersAddress): URLSearchParams {
  const parameters = new URLSearchParams()
  if (view !== 'list') parameters.set('view', view)
  if (show !== 'all') parameters.set('show', show)
  if (text !== '') parameters.set('text', text)
  if (page > 0) parameters.set('page', String(page + 1))
  if (leader !== null) parameters.set('leader', leader)
  appendFigure(parameters, behind)
  return parameters
}

export function parseLeaders(parameters: URLSearchParams): LeadersAddress {
  const page = parameters.get('page') ?? ''
  return {
    screen: 'leaders',
    view: LEADERS_VIEWS.find(known => known === parameters.get('view')) ?? 'list',
    show: LEADERS_SHOWN.find(known => known === parameters.get('show')) ?? 'all',
    text: (parameters.get('text') ?? '').slice(0, 200),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) - 1 : 0,
    leader: parameters.get('leader') || null,
    behind: figureOf(parameters.getAll('behind')),
  }
}
