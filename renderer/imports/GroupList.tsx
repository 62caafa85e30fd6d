/** All problems of all files in groups: rows that stay out first, then words to place, then rows that go in. */
import { CircleAlert, ListChecks, SpellCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { walkByArrows } from '../components/arrow-focus.ts'
import { classes } from '../components/classes.ts'
import { formatCount } from '../format.ts'
import { checkedFile } from './check-store.ts'
import styles from './GroupList.module.css'
import { FIXES_SHOWN, groupName, sortedGroups, unplacedWords, wordsName, type Opened } from './problem-groups.ts'
import { problemWords } from './problem-words.ts'
import type { CheckedFile, Inspection, ProblemGroup, Review } from './answers.ts'

interface Props {
  files: readonly Inspection[]
  review: Review
  /** The file looked at, counted from 0, and what is open of it. */
  file: number
  opened: Opened | null
  onOpen: (file: number, name: string) => void
}

export function GroupList({ files, review, file, opened, onOpen }: Props) {
  return (
    <nav aria-label="Problems in groups" className={styles.list} data-scroll="groups" data-region="groups" onKeyDown={walkByArrows}>
      {files.map((each, index) => {
        const checked = checkedFile(review, each.handle)
        return (
          checked && (
            <section key={each.handle} aria-label={each.file}>
              {files.length > 1 && <h2 className={styles.file}>{each.file}</h2>}
              <FileGroups
                checked={checked}
                fixes={each.mapping?.fixes?.length ?? 0}
                opened={index === file ? opened : null}
                onOpen={name => onOpen(index, name)}
              />
            </section>
          )
        )
      })}
      <p className={styles.note}>Rows with an error stay out, rows with a warning go in. Nothing is saved before the last step.</p>
    </nav>
  )
}

interface FileGroupsProps {
  checked: CheckedFile
  fixes: number
  opened: Opened | null
  onOpen: (name: string) => void
}

function FileGroups({ checked, fixes, opened, onOpen }: FileGroupsProps) {
  const { staysOut, goesIn } = sortedGroups(checked)
  const words = unplacedWords(checked)
  const openName = opened?.kind === 'group' ? groupName(opened.group) : opened?.kind === 'words' ? wordsName(opened.field) : FIXES_SHOWN
  const item = (name: string) => ({ isOpen: opened !== null && name === openName, onOpen: () => onOpen(name) })
  const group = (each: ProblemGroup) => (
    <Item
      key={groupName(each)}
      {...item(groupName(each))}
      icon={
        each.severity === 'warning' ? (
          <TriangleAlert size={14} aria-label="Warning" className={styles.warning} />
        ) : (
          <CircleAlert size={14} aria-label="Error" className={styles.error} />
        )
      }
      title={problemWords(each.code)}
      about={each.column ?? 'whole row'}
      count={each.count}
    />
  )
  return (
    <ul>
      {staysOut.map(group)}
      {words.map(({ field, words: unplaced }) => (
        <Item
          key={field}
          {...item(wordsName(field))}
          icon={<SpellCheck size={14} aria-label="Words" className={styles.words} />}
          title="Words to place"
          about={field}
          count={unplaced.reduce((rows, use) => rows + use.rows, 0)}
        />
      ))}
      {goesIn.map(group)}
      {staysOut.length + goesIn.length + words.length === 0 && <li className={styles.none}>No problem: every row goes in as it is.</li>}
      <Item
        {...item(FIXES_SHOWN)}
        icon={<ListChecks size={14} aria-hidden="true" className={styles.fixes} />}
        title="Fixes made"
        about="applied again to the next file"
        count={fixes}
      />
    </ul>
  )
}

interface ItemProps {
  icon: ReactNode
  title: string
  about: string
  count: number
  isOpen: boolean
  onOpen: () => void
}

function Item({ icon, title, about, count, isOpen, onOpen }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        data-walk
        className={classes(styles.item, isOpen && styles.open)}
        aria-current={isOpen || undefined}
        onClick={onOpen}
      >
        {icon}
        <span>
          <b>{title}</b>
          <small>{about}</small>
        </span>
        <span className={styles.count}>{formatCount(count)}</span>
      </button>
    </li>
  )
}
