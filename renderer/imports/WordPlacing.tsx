/** Words of a field that nobody has placed yet: their rows go in, and count once the words are placed. */
import { formatPlural } from '../format.ts'
import styles from './GroupView.module.css'
import { WordFixes } from './WordFixes.tsx'
import type { InputKind, WordUse } from './answers.ts'

interface Props {
  kind: InputKind
  field: string
  words: readonly WordUse[]
  allWords: readonly WordUse[]
  onPlace: (meant: Readonly<Record<string, string>>) => void
}

export function WordPlacing({ kind, field, words, allWords, onPlace }: Props) {
  const rows = words.reduce((sum, use) => sum + use.rows, 0)
  return (
    <div className={styles.view} data-scroll={`words:${field}`} data-region="group">
      <h2>Words to place</h2>
      <p className={styles.count}>
        <b>{field}</b> {formatPlural(words.length, 'word')} nobody has placed, in {formatPlural(rows, 'row')}
      </p>
      <p className={styles.message}>
        {field === 'kind'
          ? 'Rows of a kind nobody has placed are kept, but count as no work until it is.'
          : 'Rows with a word nobody has placed go in; that field stays unknown for them.'}
      </p>
      <WordFixes
        key={words.map(({ word }) => word).join('\n')}
        kind={kind}
        field={field}
        words={words}
        alsoMeant={allWords.filter(use => use.field === field).map(({ meant }) => meant)}
        onPlace={onPlace}
      />
    </div>
  )
}
