/** Words that systems and languages use for our own: tracks, statuses, reasons, kinds, outcomes. Compared in lower snake case. */

type Words = Readonly<Record<string, string>>

/** Other words -> ours, written as `ours: other other`. */
function vocabulary(text: string): ReadonlyMap<string, string> {
  const pairs = text
    .trim()
    .split('\n')
    .flatMap(line => {
      const [ours, others] = line.trim().split(': ')
      return others!.split(' ').map(other => [other, ours!] as const)
    })
  return new Map(pairs)
}

export const TRACK_WORDS = vocabulary(`
  ic: ic individual_contributor specialist contributor fachkraft fachlaufbahn expert expertin contributeur_individuel colaborador_individual
  manager: manager people_manager management mgr manager+ supervisor lead_of_people führungskraft fuehrungskraft führungslaufbahn encadrant encadrement gestor gerente responsable
`)

export const REASON_WORDS = vocabulary(`
  hire: hire new_hire hired rehire rehired hire_employee onboarding joined einstellung neueinstellung wiedereinstellung eintritt embauche recrutement contratación contratacion alta
  promotion: promotion promoted promote promote_employee beförderung befoerderung promoción promocion ascenso
  transfer: transfer transferred transfer_employee lateral_move internal_move versetzung wechsel mutation transfert traslado
  reorganisation: reorganisation reorganization reorg restructuring umstrukturierung réorganisation reorganización reorganizacion
  leave_start: leave_start leave leave_of_absence on_leave loa start_of_leave beginn_abwesenheit début_absence
  leave_end: leave_end return_from_leave return_to_work end_of_leave rückkehr rueckkehr retour regreso
  exit: exit termination terminated terminate_employee resignation resigned left separation offboarding austritt kündigung kuendigung départ depart démission salida baja cese
`)

/** Only words that are not English already; statuses are free text. */
export const STATUS_WORDS = vocabulary(`
  active: a aktiv aktive actif active_employee activo activa onboarding beschäftigt yes true 1 en_poste
  terminated: t ausgeschieden ausgetreten verstorben pensioniert im_ruhestand inaktiv gekündigt gekuendigt inactif parti sorti sortie inactivo inactiva baja cesado terminado no false 0 separated exited offboarded deactivated disabled not_active ex_employee ehemalig voluntarily_terminated involuntarily_terminated no_longer_employed departed gone quit laid_off deceased licencié démissionné retraité jubilado
  on_leave: l loa congé conge en_arrêt freigestellt ruhend furloughed beurlaubt abwesend en_congé en_conge de_permiso excedencia leave_of_absence
`)

export const KIND_WORDS = vocabulary(`
  commit: commits
  pull_request: pr prs pullrequest pull_requests merge_request mr merged_pr
  review: reviews code_review pr_review pull_request_review pullrequest_comment review_comment codeprüfung revue revisión
  fix: bug bugfix bug_fix defect fehler incidencia_menor
  feature: story user_story new_feature improvement enhancement funktion fonctionnalité funcionalidad requirement
  incident_fix: incident
  documentation: doc docs dokumentation
  prototype: spike proof_of_concept poc prototyp
  meeting: meetings appointment termin besprechung réunion reunion reunión
`)

export const CHANGE_WORDS = vocabulary(`
  added: a add create created new
  changed: m modified modify change edit edited update updated t c
  renamed: r rename moved
  removed: d delete deleted remove
`)

export const OUTCOME_WORDS = vocabulary(`
  shipped: merged merge released done
  approved: approve accepted
  changed: changes_requested request_changes changes_required
  commented: comment dismissed
  open: opened pending draft in_review new
`)

export const ARTIFACT_STATUS_WORDS = vocabulary(`
  removed: deleted gone
  out_of_scope: ignored excluded generated
`)

/** A table of a mapping as a lookup: keys in lower snake case. */
export const wordsOf = (words: Words): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).map(([other, ours]) => [other.toLowerCase().replace(/[\s-]+/g, '_'), ours]))
