/** What the table can be narrowed by, each choice with how many people it would leave. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatCount } from '../format.ts'
import styles from './FacetRail.module.css'
import { FlagShape } from './FlagMark.tsx'
import type { PeopleData } from './people-data.ts'
import type { EmployedFilter, FlagFilter, PeopleQuery, TrackFilter } from './people-query.ts'
import { EMPLOYMENTS, FLAG_FILTERS, TRACKS } from './people-query.ts'
import { EMPLOYED_WORDS, FLAG_WORDS, TRACK_WORDS } from './people-words.ts'
import { unitFacets, type FacetCounts } from './people-view.ts'

interface Props {
  data: PeopleData
  counts: FacetCounts
  query: PeopleQuery
  onChange: (query: PeopleQuery) => void
}

const toggled = <Value,>(values: readonly Value[], value: Value) =>
  values.includes(value) ? values.filter(other => other !== value) : [...values, value]
const orNull = <Value,>(current: Value | null, value: Value) => (current === value ? null : value)

export function FacetRail({ data, counts, query, onChange }: Props) {
  const change = (changes: Partial<PeopleQuery>) => onChange({ ...query, ...changes })
  const units = unitFacets(data.units, counts.units, query.unit)
  const families = data.families
    .map((family, code) => ({ family, count: counts.families[code] ?? 0 }))
    .filter(({ family, count }) => count > 0 || query.families.includes(family))
    .sort((a, b) => (a.family < b.family ? -1 : 1))
  return (
    <div className={styles.rail} role="group" aria-label="Narrow the table" data-region="facets" data-scroll="facets">
      <Facet title="Flags">
        {FLAG_FILTERS.filter(flag => flag === 'any' || counts.flags[flag] > 0 || query.flags.includes(flag)).map(flag => (
          <Choice
            key={flag}
            label={FLAG_WORDS[flag].facet}
            mark={flag === 'any' ? undefined : <FlagShape pattern={flag} />}
            count={counts.flags[flag]}
            chosen={query.flags.includes(flag)}
            onPress={() => change({ flags: orderedFlags(toggled(query.flags, flag)) })}
            focusName={`facet:flag:${flag}`}
          />
        ))}
      </Facet>
      {units.length > 0 && (
        <Facet title="Unit">
          {units.map(({ path, label, depth, count }) => (
            <Choice
              key={path}
              label={label}
              title={path}
              depth={depth}
              count={count}
              chosen={query.unit === path}
              onPress={() => change({ unit: query.unit === path ? parentOf(path) : path })}
              focusName={`facet:unit:${path}`}
            />
          ))}
        </Facet>
      )}
      {families.length > 0 && (
        <Facet title="Role family">
          {families.map(({ family, count }) => (
            <Choice
              key={family}
              label={family}
              count={count}
              chosen={query.families.includes(family)}
              onPress={() => change({ families: toggled(query.families, family).toSorted() })}
              focusName={`facet:family:${family}`}
            />
          ))}
        </Facet>
      )}
      <Facet title="Track">
        <Codes<TrackFilter>
          values={TRACKS}
          counts={counts.tracks}
          words={TRACK_WORDS}
          chosen={query.track}
          onPress={track => change({ track: orNull(query.track, track) })}
          name="track"
        />
      </Facet>
      <Facet title="Employed">
        <Codes<EmployedFilter>
          values={EMPLOYMENTS}
          counts={counts.employed}
          words={EMPLOYED_WORDS}
          chosen={query.employed}
          onPress={employed => change({ employed: orNull(query.employed, employed) })}
          name="employed"
        />
      </Facet>
    </div>
  )
}

const orderedFlags = (flags: readonly FlagFilter[]) => FLAG_FILTERS.filter(flag => flags.includes(flag))
const parentOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null)

function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.facet} aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface CodesProps<Value extends string> {
  values: readonly Value[]
  counts: Uint32Array
  words: Readonly<Record<Value, { readonly facet: string }>>
  chosen: Value | null
  onPress: (value: Value) => void
  name: string
}

function Codes<Value extends string>({ values, counts, words, chosen, onPress, name }: CodesProps<Value>) {
  return values
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .toReversed()
    .filter(({ value, count }) => count > 0 || value === chosen)
    .map(({ value, count }) => (
      <Choice
        key={value}
        label={words[value].facet}
        count={count}
        chosen={chosen === value}
        onPress={() => onPress(value)}
        focusName={`facet:${name}:${value}`}
      />
    ))
}

interface ChoiceProps {
  label: string
  title?: string
  mark?: ReactNode
  depth?: number
  count: number
  chosen: boolean
  onPress: () => void
  focusName: string
}

function Choice({ label, title, mark, depth = 0, count, chosen, onPress, focusName }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        title={title}
        data-focus={focusName}
        className={styles.choice}
        style={{ paddingInlineStart: 8 + depth * 12 }}
        onClick={onPress}
      >
        {mark}
        <span className={styles.label}>{label}</span>
        {chosen && <Check size={12} aria-hidden="true" />}
        <span className={styles.count}>{formatCount(count)}</span>
      </button>
    </li>
  )
}
