/** A mapping with one part said anew. Everything a user says about a file ends up in its mapping. */
import { OUR_FIELDS } from './our-fields.ts'
import type { Fix, InputKind, Mapping } from './answers.ts'

export type Dialect = NonNullable<Mapping['dialect']>
export type DateOrder = 'DMY' | 'MDY'

const DATE_ORDERS = ['YMD', 'DMY', 'MDY']
const DECIMAL_MARKS = ['decimal-comma', 'decimal-point']

/** For another kind the headers speak for themselves again; how the file is written stays as it was said. */
export const ofKind = (kind: InputKind, former: Mapping | null): Mapping => ({
  kind,
  columns: {},
  ...(former?.dialect ? { dialect: former.dialect } : {}),
})

/** Read another way a file may have other headers, so these speak for themselves again. */
export const withDialect = (mapping: Mapping, said: Dialect): Mapping => ({
  kind: mapping.kind,
  columns: {},
  dialect: { ...mapping.dialect, ...said },
})

/** `header` null leaves the field out. Columns that were read beside the former one go with it. */
export function withColumn(mapping: Mapping, field: string, header: string | null): Mapping {
  const { joined, fallbacks, ...rest } = mapping
  return {
    ...rest,
    columns: { ...mapping.columns, [field]: header ?? '' },
    ...part('joined', without(joined, field)),
    ...part('fallbacks', without(fallbacks, field)),
  }
}

export const withDateOrder = (mapping: Mapping, field: string, order: DateOrder) => withFormat(mapping, field, DATE_ORDERS, order)

/** The order somebody said; null where none was. */
export const dateOrderOf = (mapping: Mapping, field: string): DateOrder | null =>
  (['DMY', 'MDY'] as const).find(order => mapping.formats?.[field]?.split(' ').includes(order)) ?? null

/** How the numbers of the file are written. */
export const withDecimals = (mapping: Mapping, mark: 'decimal-comma' | 'decimal-point') =>
  OUR_FIELDS[mapping.kind]
    .filter(({ field, holds }) => holds === 'number' && isRead(mapping, field))
    .reduce((changed, { field }) => withFormat(changed, field, DECIMAL_MARKS, mark), mapping)

/** What a field is where its cells are blank or missing; the empty text takes a constant away. */
export const withConstant = (mapping: Mapping, field: string, value: string): Mapping => ({
  ...mapping,
  constants: { ...mapping.constants, [field]: value },
})

/** Words of the file and what they mean; the empty text is blank. */
export const withWords = (mapping: Mapping, field: string, meant: Readonly<Record<string, string>>): Mapping => ({
  ...mapping,
  values: { ...mapping.values, [field]: { ...mapping.values?.[field], ...meant } },
})

/** A later fix of the same cells takes the place of the former one. */
export function withFixes(mapping: Mapping, added: readonly Fix[]): Mapping {
  const fixes = new Map((mapping.fixes ?? []).map(fix => [placeOf(fix), fix]))
  for (const fix of added) {
    fixes.delete(placeOf(fix)) // in the place of the later one, not of the former
    fixes.set(placeOf(fix), fix)
  }
  return { ...mapping, ...list('fixes', [...fixes.values()]) }
}

export function withoutFix(mapping: Mapping, fix: Fix): Mapping {
  const { fixes = [], ...rest } = mapping
  return {
    ...rest,
    ...list(
      'fixes',
      fixes.filter(other => placeOf(other) !== placeOf(fix)),
    ),
  }
}

export const isRead = (mapping: Mapping, field: string) => Boolean(mapping.columns[field])

/** Two fixes of one place contradict each other. */
export function placeOf(fix: Fix): string {
  switch (fix.kind) {
    case 'replace':
      return JSON.stringify([fix.kind, fix.column, fix.from])
    case 'edit':
      return JSON.stringify([fix.kind, fix.row, fix.column])
    case 'leave-out':
      return JSON.stringify([fix.kind, fix.row])
    case 'join-cells':
      return fix.kind
  }
}

function withFormat(mapping: Mapping, field: string, group: readonly string[], word: string): Mapping {
  const others = (mapping.formats?.[field] ?? '').split(' ').filter(other => other !== '' && !group.includes(other))
  return { ...mapping, formats: { ...mapping.formats, [field]: [word, ...others].join(' ') } }
}

function without<Value>(perField: Readonly<Record<string, Value>> | undefined, field: string): Record<string, Value> {
  const { [field]: _left, ...others } = perField ?? {}
  return others
}

const part = <Key extends string, Value extends object>(key: Key, value: Value) =>
  (Object.keys(value).length === 0 ? {} : { [key]: value }) as { [K in Key]?: Value } // a computed key widens to string

const list = <Key extends string, Item>(key: Key, items: readonly Item[]) =>
  (items.length === 0 ? {} : { [key]: items }) as { [K in Key]?: readonly Item[] } // as above
