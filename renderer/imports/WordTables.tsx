/** What the words of a file are taken for, once a check has counted them. */
import { useId } from 'react'
import { Choice } from '../components/Choice.tsx'
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import { BLANK, wordOptions } from './our-words.ts'
import styles from './WordTables.module.css'
import type { InputKind, Mapping, WordUse } from './answers.ts'

interface Props {
  kind: InputKind
  mapping: Mapping
  /** Null before the first check. */
  words: readonly WordUse[] | null
  /** `meant` is the empty text for a word that is to be read as blank. */
  onWord: (field: string, word: string, meant: string) => void
}

const ROWS_SHOWN = 12

export function WordTables({ kind, mapping, words, onWord }: Props) {
  const fields = [...new Set((words ?? []).map(({ field }) => field))]
  return (
    <section>
      <h2>Words and what they mean</h2>
      {words === null && <p className={styles.hint}>The words of this file are listed here once it has been checked, in the next step.</p>}
      {words !== null && fields.length === 0 && (
        <p className={styles.hint}>No column of this file holds words that mean something to us.</p>
      )}
      <div className={styles.tables}>
        {fields.map(field => (
          <WordTable
            key={field}
            kind={kind}
            field={field}
            words={(words ?? []).filter(use => use.field === field)}
            mapping={mapping}
            onWord={(word, meant) => onWord(field, word, meant)}
          />
        ))}
      </div>
    </section>
  )
}

interface WordTableProps {
  kind: InputKind
  field: string
  words: readonly WordUse[]
  mapping: Mapping
  onWord: (word: string, meant: string) => void
}

/** Words nobody knows first, then by how often they stand in the file. */
function WordTable({ kind, field, words, mapping, onWord }: WordTableProps) {
  const id = useId()
  const options = wordOptions(
    kind,
    field,
    words.map(({ meant }) => meant),
  )
  const meantNow = (use: WordUse) => mapping.values?.[field]?.[use.word] ?? use.meant
  const sorted = words.toSorted((a, b) => Number(meantNow(a) !== null) - Number(meantNow(b) !== null) || b.rows - a.rows)
  return (
    <div className={styles.field}>
      <h3 id={id}>
        {field} <span className={styles.from}>from {words[0]?.header}</span>
      </h3>
      <div className={classes(sorted.length > ROWS_SHOWN && styles.long)} data-scroll={`words:${field}`}>
        <table className={table.table} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col" className={table.number}>
                Rows
              </th>
              <th scope="col">Is taken for</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(use => {
              const meant = meantNow(use)
              return (
                <tr key={use.word}>
                  <th scope="row" className={table.long}>
                    {use.word}
                  </th>
                  <td className={table.number}>{formatCount(use.rows)}</td>
                  <td>
                    <Choice
                      label={`${use.word} is taken for`}
                      options={meant === null ? [{ value: 'not placed', label: 'not placed yet' }, ...options] : options}
                      value={meant === null ? 'not placed' : meant === '' ? BLANK : meant}
                      onChange={value => value !== 'not placed' && onWord(use.word, value.trim())}
                      active={meant === null}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
