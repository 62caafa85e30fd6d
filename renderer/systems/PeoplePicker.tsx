/** Picks people by name from all who are known; the picked stand beside as chips. An APG combobox with a list of its own. */
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { classes } from '../components/classes.ts'
import { formatCount, formatPlural, formatShortList } from '../format.ts'
import styles from './PeoplePicker.module.css'
import type { PersonFound } from './answers.ts'

interface Picked {
  readonly personId: string
  readonly name: string
}

interface Props {
  picked: readonly Picked[]
  found: readonly PersonFound[]
  foundTotal: number
  onFind: (text: string) => void
  onPick: (personId: string) => void
  onDrop: (personId: string) => void
}

export function PeoplePicker({ picked, found, foundTotal, onFind, onPick, onDrop }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const options = found.filter(person => picked.every(other => other.personId !== person.personId))
  const at = Math.min(active, options.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  const search = (value: string) => {
    setText(value)
    setActive(0)
    setOpen(true)
    onFind(value)
  }
  const pick = (person: PersonFound | undefined) => {
    if (!person) return
    onPick(person.personId)
    setText('')
    setOpen(false)
  }
  const moveTo = (index: number) => {
    if (!open) return search(text)
    const next = Math.max(0, Math.min(index, options.length - 1))
    setActive(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(at + 1),
    ArrowUp: () => moveTo(at - 1),
    Enter: () => open && pick(options[at]),
    Escape: () => (open ? setOpen(false) : setText('')),
  }
  const lastPicked = picked.at(-1)

  return (
    <div className={styles.picker}>
      <div className={styles.combo}>
        <label htmlFor={id}>If these people left</label>
        <input
          id={id}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open && at >= 0 ? optionId(at) : undefined}
          autoComplete="off"
          placeholder="Name of a person"
          className={styles.input}
          value={text}
          data-focus="find-person"
          onChange={event => search(event.target.value)}
          onClick={() => search(text)}
          onBlur={() => setOpen(false)}
          onKeyDown={event => {
            if (event.key === 'Backspace' && text === '' && lastPicked) onDrop(lastPicked.personId)
            const action = actions[event.key]
            if (!action) return
            event.preventDefault()
            action()
          }}
        />
        {/* Pressing in the list must not take the focus from the box: that would close it first. */}
        <div className={styles.popover} hidden={!open} onPointerDown={event => event.preventDefault()}>
          <ul id={`${id}-list`} role="listbox" aria-label="People found">
            {options.map((person, index) => (
              <li
                key={person.personId}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                className={classes(styles.option, index === at && styles.active)}
                onPointerMove={() => setActive(index)}
                onClick={() => pick(person)}
              >
                <span className={styles.name}>
                  {person.name}
                  {person.employed === false && <small>left</small>}
                </span>
                <span className={styles.about}>{aboutPerson(person)}</span>
              </li>
            ))}
          </ul>
          {options.length === 0 && <p className={styles.more}>Nobody is called this.</p>}
          {foundTotal > found.length && (
            <p className={styles.more}>
              The first {formatCount(found.length)} of {formatPlural(foundTotal, 'person', 'people')}. Write more of the name.
            </p>
          )}
        </div>
        <span role="status" className="visually-hidden">
          {open && formatPlural(options.length, 'person found', 'people found')}
        </span>
      </div>
      <ul className={styles.chips} aria-label="People who leave">
        {picked.map(({ personId, name }) => (
          <li key={personId}>
            {name}
            <button
              type="button"
              aria-label={`Keep ${name}`}
              title={`Keep ${name}`}
              onClick={() => onDrop(personId)}
              data-focus={`drop:${personId}`}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const aboutPerson = ({ title, orgUnit, keeps }: PersonFound) =>
  [title, orgUnit, keeps.length > 0 ? `keeps ${formatShortList(keeps, 2)}` : null].filter(part => part !== null).join(' · ')
