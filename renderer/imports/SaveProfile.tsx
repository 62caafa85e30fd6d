/** Saves how a file is read under a name, to be applied to the next one of its kind. */
import { useId, useState } from 'react'
import { Button } from '../components/Button.tsx'
import styles from './SaveProfile.module.css'

interface Props {
  /** The file whose mapping it is. */
  subject: string
  suggested: string
  /** The profile that holds just this mapping already. */
  saved: string | null
  saving: boolean
  /** Resolves to whether it was saved. */
  onSave: (name: string) => Promise<boolean>
}

const LONGEST_NAME = 80

export function SaveProfile({ subject, suggested, saved, saving, onSave }: Props) {
  const id = useId()
  const [name, setName] = useState(suggested)
  const trimmed = name.trim()
  const reason = saving
    ? 'It is being saved.'
    : trimmed === ''
      ? 'Give the profile a name.'
      : trimmed === saved
        ? `It is saved as ${saved} already.`
        : null
  return (
    <section className={styles.save}>
      <h2>Read the next file the same</h2>
      <p className={styles.hint}>
        {saved === null
          ? `Columns, words and fixes of ${subject} are kept under a name and found again by its headers.`
          : `${subject} is read with the profile ${saved}.`}
      </p>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (reason === null) void onSave(trimmed)
        }}
      >
        <label htmlFor={id}>Name of the profile</label>
        <input id={id} value={name} maxLength={LONGEST_NAME} onChange={event => setName(event.target.value)} data-focus="profile-name" />
        <Button onPress={() => void onSave(trimmed)} disabledReason={reason}>
          Save as profile
        </Button>
      </form>
    </section>
  )
}
