/** Filters and order of the table as chips that read as one sentence. */
import { ArrowDown, ArrowUp, ListFilter, X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { isFiltered, sortsOf, withColumns, withoutFilters, type PeopleQuery } from './people-query.ts'
import { chipsOf, SORT_WORDS } from './people-words.ts'
import styles from './PeopleSentence.module.css'

interface Props {
  query: PeopleQuery
  shown: number | null
  all: number | null
  facetsOpen: boolean
  onFacets: () => void
  /** `typing` marks a change that is one letter of many. */
  onChange: (query: PeopleQuery, typing: boolean) => void
  /** Escape or Enter in the name box. */
  onLeave: () => void
}

export function PeopleSentence({ query, shown, all, facetsOpen, onFacets, onChange, onLeave }: Props) {
  const change = (changes: Partial<PeopleQuery>, typing = false) => onChange({ ...query, ...changes }, typing)
  const Arrow = query.descending ? ArrowDown : ArrowUp
  return (
    <div className={styles.sentence} role="search" aria-label="People">
      <Button pressed={facetsOpen} onPress={onFacets} keys="F" focusName="people-facets">
        <ListFilter size={14} aria-hidden="true" /> Filter
      </Button>
      <span>People</span>
      {chipsOf(query).map(({ key, before, label, without }) => (
        <span key={key} className={styles.part}>
          <span>{before}</span>
          <button
            type="button"
            className={styles.chip}
            aria-label={`${label}: remove this filter`}
            title="Remove this filter"
            data-focus={`chip:${key}`}
            onClick={() => onChange(without, false)}
          >
            <span>{label}</span> <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <label className={styles.name}>
        <span>named</span>
        <input
          id="filter-text"
          aria-label="Text in name, id, title or unit"
          placeholder="name, id, title, unit"
          maxLength={200}
          value={query.text}
          data-focus="filter-text"
          data-active={query.text !== '' || undefined}
          onChange={event => change({ text: event.target.value }, true)}
          onKeyDown={event => {
            if (event.key === 'Escape' || event.key === 'Enter') onLeave()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <span className={styles.part}>
        <span>sorted by</span>
        <Choice
          label="Order"
          options={sortsOf(query.columns).map(value => ({ value, label: SORT_WORDS[value] }))}
          value={query.sort}
          onChange={sort => change({ sort, descending: false })}
          focusName="people-sort"
        />
        <Button
          label={query.descending ? 'Order: falling. Turn it round' : 'Order: rising. Turn it round'}
          onPress={() => change({ descending: !query.descending })}
          focusName="people-direction"
        >
          <Arrow size={14} aria-hidden="true" />
        </Button>
      </span>
      {isFiltered(query) && (
        <Button variant="quiet" onPress={() => onChange(withoutFilters(query), false)} focusName="people-clear">
          <X size={14} aria-hidden="true" /> Clear
        </Button>
      )}
      <span className={styles.end}>
        <span role="status" className={styles.count}>
          {shown !== null &&
            (isFiltered(query) && all !== null
              ? `${formatCount(shown)} of ${formatPlural(all, 'person', 'people')}`
              : formatPlural(shown, 'person', 'people'))}
        </span>
        <ColumnsMenu columns={query.columns} onChange={columns => onChange(withColumns(query, columns), false)} />
      </span>
    </div>
  )
}
