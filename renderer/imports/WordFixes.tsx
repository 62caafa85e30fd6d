/** Words that are not placed, each beside what it could be taken for; applied in one go. */
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { Labelled } from '../components/Labelled.tsx'
import table from '../components/Table.module.css'
import { formatCount, formatPlural } from '../format.ts'
import { wordOptions } from './our-words.ts'
import styles from './ValueFixes.module.css'
import type { InputKind } from './answers.ts'

interface Props {
  kind: InputKind
  field: string
  words: readonly { readonly word: string; readonly rows: number }[]
  /** What other words of the file are taken for already. */
  alsoMeant: readonly (string | null)[]
  onPlace: (meant: Readonly<Record<string, string>>) => void
}

const NOT_PLACED = { value: 'not placed', label: 'not placed yet' }
const EACH_ITS_OWN = { value: 'not placed', label: 'each its own' }

export function WordFixes({ kind, field, words, alsoMeant, onPlace }: Props) {
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({})
  const options = wordOptions(kind, field, alsoMeant)
  const place = (word: string, value: string) => {
    const { [word]: _former, ...others } = draft
    setDraft(value === NOT_PLACED.value ? others : { ...others, [word]: value })
  }
  const placed = words.filter(({ word }) => draft[word] !== undefined)
  const [first] = words
  const same = first && words.every(({ word }) => draft[word] === draft[first.word]) ? (draft[first.word] ?? null) : null
  return (
    <div className={styles.values}>
      {words.length > 1 && (
        <Labelled name={`Take all ${formatCount(words.length)} for`}>
          <Choice
            label={`All words of ${field}`}
            options={[EACH_ITS_OWN, ...options]}
            value={same ?? EACH_ITS_OWN.value}
            onChange={value => setDraft(value === NOT_PLACED.value ? {} : Object.fromEntries(words.map(({ word }) => [word, value])))}
          />
        </Labelled>
      )}
      <div className={styles.words} data-scroll="words">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col" className={table.number}>
                Rows
              </th>
              <th scope="col">Is to be taken for</th>
            </tr>
          </thead>
          <tbody>
            {words.map(({ word, rows }) => (
              <tr key={word}>
                <th scope="row" className={table.long}>
                  {word}
                </th>
                <td className={table.number}>{formatCount(rows)}</td>
                <td>
                  <Choice
                    label={`${word} is to be taken for`}
                    options={[NOT_PLACED, ...options]}
                    value={draft[word] ?? NOT_PLACED.value}
                    onChange={value => place(word, value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.apply}>
        <Button
          variant="primary"
          onPress={() => onPlace(Object.fromEntries(placed.map(({ word }) => [word, (draft[word] ?? '').trim()])))}
          disabledReason={placed.length === 0 ? 'Choose for a word what it is to be taken for.' : null}
        >
          {placed.length === 0 ? 'Place words' : `Place ${formatPlural(placed.length, 'word')}`}
        </Button>
      </div>
    </div>
  )
}
