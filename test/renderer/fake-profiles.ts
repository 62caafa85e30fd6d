/** Invented saved profiles that can be saved, removed, handed out and taken in. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'

type Mapping = Output<'profiles.get'>
type Entry = Output<'profiles.list'>[number]

const row = (digit: string) => digit.repeat(32)

export const HR_QUARTERLY: Mapping = {
  kind: 'people',
  name: 'HR export, quarterly',
  columns: {
    person_id: 'Employee ID',
    name: 'Preferred first name',
    email: 'Work e-mail',
    manager_id: 'Manager',
    title: 'Job title',
    org_unit: 'Department path',
    hire_date: 'Start date',
    termination_date: 'End date',
    fte: 'FTE %',
    location: '',
  },
  joined: { name: ['Preferred first name', 'Last name'] },
  fallbacks: { email: ['Private e-mail', 'Contact'] },
  constants: { role_family: 'engineering' },
  formats: { hire_date: 'DMY', termination_date: 'DMY', fte: 'percent decimal-comma' },
  values: { track: { 'People lead': 'manager', Expert: 'ic', 'n/a': '' } },
  dialect: { encoding: 'windows-1252', delimiter: ';', headerLine: 3 },
  missingPeople: 'left',
  changedIds: 'same',
  fixes: [
    { kind: 'replace', column: 'End date', from: 'n/a', to: '' },
    { kind: 'replace', column: 'Start date', from: '31/02/2024', to: '29/02/2024' },
    { kind: 'edit', row: row('4'), column: 'Manager', to: 'E10044' },
    { kind: 'leave-out', row: row('b') },
    { kind: 'join-cells', column: 'Job title' },
  ],
}

const COMMITS: Mapping = {
  kind: 'contributions',
  name: 'Commits of the monorepo',
  preset: 'git log',
  columns: {
    person: 'author_email',
    occurred_at: 'committed_at',
    component: 'repo',
    artifact: 'path',
    added: 'lines_added',
    deleted: 'lines_deleted',
  },
  constants: { kind: 'commit' },
}

export interface FakeProfiles {
  readonly list: () => Entry[]
  /** Throws AppError `not-found`. */
  readonly get: (name: string) => Mapping
  readonly save: (input: Input<'profiles.save'>) => Entry
  readonly remove: (name: string) => null
  readonly exported: (name: string) => Output<'profiles.export'>
  readonly imported: () => Entry[]
}

export function fakeProfiles(given: readonly Mapping[] = [HR_QUARTERLY, COMMITS]): FakeProfiles {
  let saves = 0
  const kept = new Map<string, { readonly mapping: Mapping; readonly savedAt: string }>()
  const entryOf = (name: string): Entry => {
    const { mapping, savedAt } = found(name)
    const columns = Object.values(mapping.columns).filter(header => header !== '').length
    return { name, kind: mapping.kind, preset: mapping.preset ?? null, columns, fixes: mapping.fixes?.length ?? 0, savedAt }
  }
  const found = (name: string) => {
    const profile = kept.get(name)
    if (!profile) throw new AppError('not-found', `There is no profile called ${name} in this workspace.`)
    return profile
  }
  const save = ({ name, mapping }: Input<'profiles.save'>): Entry => {
    saves += 1
    kept.set(name, { mapping: { ...mapping, name }, savedAt: new Date(Date.UTC(2026, 9, 2, 14, saves)).toISOString() })
    return entryOf(name)
  }
  for (const mapping of given) save({ name: mapping.name ?? '', mapping })
  return {
    list: () => [...kept.keys()].toSorted().map(entryOf),
    get: name => found(name).mapping,
    save,
    remove: name => {
      found(name)
      kept.delete(name)
      return null
    },
    exported: name => ({ name: `${name}.json`, text: `${JSON.stringify({ mappings: [found(name).mapping] }, null, 2)}\n` }),
    imported: () => [save({ name: 'Reviews of the forge', mapping: { kind: 'contributions', columns: { person: 'reviewer' } } })],
  }
}
