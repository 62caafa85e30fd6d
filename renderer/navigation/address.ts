/** Every place in the window has an address, kept behind the # of the location: `#/systems/ledger?verdict=one`. */
import type { Input } from '../../src/contract/contract.ts'
import type { Pattern } from '../people/answers.ts'
import { PATTERNS } from '../people/patterns.ts'
import {
  leadersParameters,
  organisationParameters,
  parseLeaders,
  parseOrganisation,
  type LeadersAddress,
  type OrganisationAddress,
} from './organisation-address.ts'
import { EVERYBODY, parsePeople, peopleParameters, type PeopleQuery } from '../people/people-query.ts'

type ListInput = Input<'systems.list'>
export type SystemsSort = ListInput['sort']
export type VerdictFilter = NonNullable<ListInput['filter']['verdict']>

/** What the list of systems is narrowed to and sorted by. */
export interface SystemsQuery {
  readonly text: string
  readonly verdict: VerdictFilter | null
  readonly mattersOnly: boolean
  readonly sort: SystemsSort
}

/** One reason of one flag, whose contributions are opened. */
export interface ReasonOpened {
  readonly pattern: Pattern
  readonly reason: number
}

/** Columns of the data quality screen: `partly` are those that some rows leave blank. */
export const COLUMNS_SHOWN = ['all', 'missing', 'partly'] as const
export type ColumnsShown = (typeof COLUMNS_SHOWN)[number]

export const IDENTITY_LISTS = ['open', 'decided', 'bots'] as const
export type IdentityList = (typeof IDENTITY_LISTS)[number]

/** `done` follows the import: its job, then its reports. */
export const IMPORT_STEPS = ['file', 'columns', 'problems', 'review', 'done'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

export const SETTINGS_TABS = ['thresholds', 'fairness', 'method', 'window', 'log'] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]

export type Address =
  | { readonly screen: 'overview' }
  /** `group`: the group of thresholds that is open; null for the first. */
  | { readonly screen: 'settings'; readonly tab: SettingsTab; readonly group: string | null }
  | { readonly screen: 'start' }
  | { readonly screen: 'systems'; readonly query: SystemsQuery }
  | { readonly screen: 'system'; readonly component: string; readonly query: SystemsQuery }
  | { readonly screen: 'matrix'; readonly query: SystemsQuery }
  | { readonly screen: 'people'; readonly query: PeopleQuery }
  | { readonly screen: 'person'; readonly person: string; readonly behind: ReasonOpened | null; readonly query: PeopleQuery }
  | { readonly screen: 'routing' }
  | OrganisationAddress
  | LeadersAddress
  | { readonly screen: 'removal' }
  | { readonly screen: 'leave'; readonly people: readonly string[] }
  | { readonly screen: 'imports' }
  | {
      readonly screen: 'import-step'
      readonly step: ImportStep
      /** The file looked at, counted from 0. */
      readonly file: number
      /** The group of problems or the list of changes that is open. */
      readonly shown: string | null
    }
  | { readonly screen: 'import'; readonly import: string }
  | { readonly screen: 'import-profiles' }
  | { readonly screen: 'import-profile'; readonly profile: string }
  | { readonly screen: 'quality'; readonly show: ColumnsShown }
  | { readonly screen: 'identities'; readonly list: IdentityList }

export const EVERY_SYSTEM: SystemsQuery = { text: '', verdict: null, mattersOnly: false, sort: 'risk' }
export const SYSTEMS: Address = { screen: 'systems', query: EVERY_SYSTEM }

export const QUALITY: Address = { screen: 'quality', show: 'all' }
export const OVERVIEW: Address = { screen: 'overview' }
export const settingsAddress = (tab: SettingsTab, group: string | null = null): Address => ({ screen: 'settings', tab, group })
export const SETTINGS = settingsAddress('thresholds')
export const IDENTITIES: Address = { screen: 'identities', list: 'open' }

export const importStep = (step: ImportStep, file = 0, shown: string | null = null): Address => ({
  screen: 'import-step',
  step,
  file,
  shown,
})

export const PEOPLE: Address = { screen: 'people', query: EVERYBODY }
export const personAddress = (person: string, behind: ReasonOpened | null = null): Address => ({
  screen: 'person',
  person,
  behind,
  query: EVERYBODY,
})

export const VERDICT_FILTERS: readonly VerdictFilter[] = ['one', 'none', 'several', 'unknown']
export const SYSTEMS_SORTS: readonly SystemsSort[] = ['risk', 'component', 'criticality', 'currentTruckFactor', 'lastChange']

function formatQuery(query: SystemsQuery): string {
  const parameters = new URLSearchParams()
  if (query.verdict) parameters.set('verdict', query.verdict)
  if (query.mattersOnly) parameters.set('matters', 'yes')
  if (query.text) parameters.set('text', query.text)
  if (query.sort !== 'risk') parameters.set('sort', query.sort)
  return searchOf(parameters)
}

const searchOf = (parameters: URLSearchParams) => (parameters.size > 0 ? `?${parameters.toString()}` : '')

function parseBehind(text: string | null): ReasonOpened | null {
  const [name, reason = ''] = text?.split('.') ?? []
  const pattern = PATTERNS.find(known => known === name)
  return pattern && /^\d{1,3}$/.test(reason) ? { pattern, reason: Number(reason) } : null
}

function formatPerson({ person, behind, query }: Extract<Address, { screen: 'person' }>): string {
  const parameters = peopleParameters(query)
  if (behind) parameters.set('behind', `${behind.pattern}.${behind.reason}`)
  return `#/people/${encodeURIComponent(person)}${searchOf(parameters)}`
}

function parseQuery(parameters: URLSearchParams): SystemsQuery {
  const [verdict, sort] = [parameters.get('verdict'), parameters.get('sort')]
  return {
    text: (parameters.get('text') ?? '').slice(0, 200),
    verdict: VERDICT_FILTERS.find(known => known === verdict) ?? null,
    mattersOnly: parameters.get('matters') === 'yes',
    sort: SYSTEMS_SORTS.find(known => known === sort) ?? 'risk',
  }
}

function formatImportStep({ step, file, shown }: Extract<Address, { screen: 'import-step' }>): string {
  const parameters = new URLSearchParams()
  if (file > 0) parameters.set('file', String(file + 1))
  if (shown !== null) parameters.set('shown', shown)
  return `#/imports/${step}${searchOf(parameters)}`
}

function parseImportStep(step: ImportStep, parameters: URLSearchParams): Address {
  const file = parameters.get('file') ?? ''
  return importStep(step, /^[1-9]\d?$/.test(file) ? Number(file) - 1 : 0, parameters.get('shown'))
}

/** The location's hash for an address, with the #. */
export function formatAddress(address: Address): string {
  switch (address.screen) {
    case 'systems':
      return `#/systems${formatQuery(address.query)}`
    case 'system':
      return `#/systems/${encodeURIComponent(address.component)}${formatQuery(address.query)}`
    case 'matrix':
      return `#/matrix${formatQuery(address.query)}`
    case 'people':
      return `#/people${searchOf(peopleParameters(address.query))}`
    case 'person':
      return formatPerson(address)
    case 'leave':
      return address.people.length === 0
        ? '#/leave'
        : `#/leave?${new URLSearchParams(address.people.map((id): [string, string] => ['person', id])).toString()}`
    case 'import-step':
      return formatImportStep(address)
    case 'import':
      return `#/imports/report/${encodeURIComponent(address.import)}`
    case 'import-profiles':
      return '#/imports/profiles'
    case 'import-profile':
      return `#/imports/profiles/${encodeURIComponent(address.profile)}`
    case 'quality':
      return address.show === 'all' ? '#/quality' : `#/quality?show=${address.show}`
    case 'identities':
      return address.list === 'open' ? '#/identities' : `#/identities/${address.list}`
    case 'settings':
      return `${address.tab === 'thresholds' ? '#/settings' : `#/settings/${address.tab}`}${address.group === null ? '' : `?${new URLSearchParams({ group: address.group }).toString()}`}`
    case 'organisation':
      return `#/organisation${searchOf(organisationParameters(address))}`
    case 'leaders':
      return `#/leaders${searchOf(leadersParameters(address))}`
    case 'start':
    case 'overview':
    case 'routing':
    case 'removal':
    case 'imports':
      return `#/${address.screen}`
  }
}

/** The address a hash stands for; null for anything else, such as a session code. */
export function parseAddress(hash: string): Address | null {
  if (!hash.startsWith('#/')) return null
  const [path = '', search = ''] = hash.slice(2).split('?', 2)
  const [head, second, third] = path.split('/').map(decodePart)
  const parameters = new URLSearchParams(search)
  if (head === 'systems' && second) return { screen: 'system', component: second, query: parseQuery(parameters) }
  if (head === 'systems' || head === 'matrix') return { screen: head, query: parseQuery(parameters) }
  if (head === 'people' && second)
    return { screen: 'person', person: second, behind: parseBehind(parameters.get('behind')), query: parsePeople(parameters) }
  if (head === 'people') return { screen: 'people', query: parsePeople(parameters) }
  if (head === 'leave') return { screen: 'leave', people: parameters.getAll('person') }
  const step = IMPORT_STEPS.find(known => known === second)
  if (head === 'imports' && step) return parseImportStep(step, parameters)
  if (head === 'imports' && second === 'report' && third) return { screen: 'import', import: third }
  if (head === 'imports' && second === 'profiles')
    return third ? { screen: 'import-profile', profile: third } : { screen: 'import-profiles' }
  if (head === 'organisation') return parseOrganisation(parameters)
  if (head === 'leaders') return parseLeaders(parameters)
  if (head === 'quality') return { screen: 'quality', show: COLUMNS_SHOWN.find(known => known === parameters.get('show')) ?? 'all' }
  if (head === 'identities') return { screen: 'identities', list: IDENTITY_LISTS.find(known => known === second) ?? 'open' }
  if (head === 'settings') return settingsAddress(SETTINGS_TABS.find(known => known === second) ?? 'thresholds', parameters.get('group'))
  if (head === 'start' || head === 'overview' || head === 'routing' || head === 'removal' || head === 'imports') return { screen: head }
  return null
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a half-typed escape names itself
  }
}
