/** Filters and order of the table as chips that read as one sentence. */
import { ArrowDown, ArrowUp, ListFilter, X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { NameBox, Sentence, SentenceEnd, SentencePart } from '../components/Sentence.tsx'
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
    <Sentence label="People">
      <Button pressed={facetsOpen} onPress={onFacets} keys="F" focusName="people-facets">
        <ListFilter size={14} aria-hidden="true" /> Filter
      </Button>
      <span>People</span>
      {chipsOf(query).map(({ key, before, label, without }) => (
        <SentencePart key={key}>
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
        </SentencePart>
      ))}
      <NameBox
        before="named"
        label="Text in name, id, title or unit"
        placeholder="name, id, title, unit"
        value={query.text}
        onType={text => change({ text }, true)}
        onLeave={onLeave}
      />
      <SentencePart>
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
      </SentencePart>
      {isFiltered(query) && (
        <Button variant="quiet" onPress={() => onChange(withoutFilters(query), false)} focusName="people-clear">
          <X size={14} aria-hidden="true" /> Clear
        </Button>
      )}
      <SentenceEnd count={shown === null ? null : counted(shown, isFiltered(query) ? all : null)}>
        <ColumnsMenu columns={query.columns} onChange={columns => onChange(withColumns(query, columns), false)} />
      </SentenceEnd>
    </Sentence>
  )
}

const counted = (shown: number, all: number | null) =>
  all === null ? formatPlural(shown, 'person', 'people') : `${formatCount(shown)} of ${formatPlural(all, 'person', 'people')}`
