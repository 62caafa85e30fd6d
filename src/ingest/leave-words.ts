/** Words that tell why somebody is away. The kind of a leave is nobody's business here: only that it is one is kept. */

const KINDS =
  /maternit|paternit|parental|pregnan|adoption|birth|sick|illness|medical|health|disabilit|injur|bereave|compassionate|carer|caregiv|fmla|elternzeit|mutterschutz|schwanger|krank|pflegezeit|reha\b|grossesse|maladie|deuil|embarazo|enfermedad|m[eé]dica|excedencia|burn.?out|rehabilit/i
const ENDS = /not return|terminat|retire|resign|dismiss|discharg|gek[uü]ndigt|ausgeschieden|licenci|démission|despid/i
const RETURNS = /return|end\b|back|r[uü]ck|ende\b|retour|fin\b|regreso|reincorpora/i

/** Fields whose words may tell it: such words are never shown. */
export const MAY_TELL_LEAVES: ReadonlySet<string> = new Set(['employment_status', 'reason'])

/** `Maternity Leave`, `In Elternzeit`, `Congé maladie`. */
export const tellsKindOfLeave = (text: string) => KINDS.test(text)

/** What an event with such a reason is; null for any other text. */
export const leaveReason = (text: string): 'leave_start' | 'leave_end' | 'exit' | null =>
  !tellsKindOfLeave(text) ? null : ENDS.test(text) ? 'exit' : RETURNS.test(text) ? 'leave_end' : 'leave_start'

/** What somebody with such a status is; null for any other text. */
export const leaveStatus = (text: string): 'on_leave' | 'terminated' | null =>
  !tellsKindOfLeave(text) ? null : ENDS.test(text) ? 'terminated' : 'on_leave'
