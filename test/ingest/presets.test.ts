import { describe, expect, test } from 'vitest'
import { recogniseKind } from '../../src/ingest/kind-recognition.ts'
import { fieldsOf, mapHeaders } from '../../src/ingest/mapping.ts'
import { recognisePreset, PRESETS } from '../../src/ingest/presets/presets.ts'
import { protectionOf } from '../../src/ingest/protected-columns.ts'

/** System, kind, a header as it is exported, and what comes of it: field=header, several that make one value by `+`. */
const TABLE: readonly (readonly [system: string, kind: string, headers: string, fields: string])[] = [
  [
    'Workday',
    'people',
    'Employee ID|Worker|Email|Manager ID|Business Title|Job Profile|Management Level|Supervisory Organization|Location|Hire Date|Termination Date|Time in Job Profile|Worker Status',
    'person_id=Employee ID|name=Worker|email=Email|manager_id=Manager ID|title=Business Title|level=Management Level|org_unit=Supervisory Organization|location=Location|hire_date=Hire Date|termination_date=Termination Date|employment_status=Worker Status|time_in_role=Time in Job Profile',
  ],
  [
    'Workday',
    'people',
    'Start_Date|Full_Name|Employee_ID|Manager_Name|Manager_ID|Team_Name|Termination_Date|Location|Email|Team_ID',
    'person_id=Employee_ID|name=Full_Name|email=Email|manager_id=Manager_ID|org_unit=Team_Name|location=Location|hire_date=Start_Date|termination_date=Termination_Date',
  ],
  [
    'ADP',
    'people',
    'Associate ID|File Number|Position ID|Legal First Name|Legal Last Name|Work Contact: Work Email|Job Title Description|Home Department Description|Reports To Associate ID|Reports To Name|Position Status|Hire/Rehire Date|Termination Date|Pay Grade Code|Position Effective Date',
    'person_id=Associate ID|name=Legal First Name+Legal Last Name|email=Work Contact: Work Email|aliases=Position ID|manager_id=Reports To Associate ID|title=Job Title Description|level=Pay Grade Code|org_unit=Home Department Description|hire_date=Hire/Rehire Date|termination_date=Termination Date|employment_status=Position Status|effective_date=Position Effective Date',
  ],
  [
    'ADP',
    'people',
    'Payroll Name|File Number|Job Title Description|Reports To Position ID|Position ID|Position Status',
    'person_id=File Number|name=Payroll Name|aliases=Position ID|manager_id=Reports To Position ID|title=Job Title Description|employment_status=Position Status',
  ],
  [
    'UKG Pro',
    'people',
    'Employee Number|Employee Name (Last Suffix, First MI)|E-mail Address|Supervisor Employee Number|Supervisor Name (Unsecured)|Job Title|Salary Grade|Org Level 2|Employment Status|Last Hire Date|Term Date',
    'person_id=Employee Number|name=Employee Name (Last Suffix, First MI)|email=E-mail Address|manager_id=Supervisor Employee Number|title=Job Title|level=Salary Grade|org_unit=Org Level 2|hire_date=Last Hire Date|termination_date=Term Date|employment_status=Employment Status',
  ],
  [
    'UKG Ready',
    'people',
    'Employee Id|Account Id|First Name|Last Name|Primary Email|Manager 1 Employee Id|Manager 1 Name|Default Job|Employee Status|Date Hired',
    'person_id=Employee Id|name=First Name+Last Name|email=Primary Email|aliases=Account Id|manager_id=Manager 1 Employee Id|title=Default Job|hire_date=Date Hired|employment_status=Employee Status',
  ],
  [
    'SAP SuccessFactors',
    'people',
    'STATUS|USERID|USERNAME|FIRSTNAME|LASTNAME|GENDER|EMAIL|MANAGER|HR|DEPARTMENT|JOBCODE|HIREDATE|TITLE',
    'person_id=USERID|name=FIRSTNAME+LASTNAME|email=EMAIL|aliases=USERNAME|manager_id=MANAGER|title=TITLE|org_unit=DEPARTMENT|hire_date=HIREDATE|employment_status=STATUS',
  ],
  [
    'BambooHR',
    'people',
    'employeeNumber|firstName|lastName|displayName|workEmail|supervisorEId|supervisor|jobTitle|department|location|hireDate|terminationDate|status',
    'person_id=employeeNumber|name=displayName|email=workEmail|manager_id=supervisorEId|title=jobTitle|org_unit=department|location=location|hire_date=hireDate|termination_date=terminationDate|employment_status=status',
  ],
  [
    'BambooHR',
    'people',
    'Employee #|Last name, First name|Job Title|Reporting to|Hire Date|Department',
    'person_id=Employee #|name=Last name, First name|manager_id=Reporting to|title=Job Title|org_unit=Department|hire_date=Hire Date',
  ],
  [
    'HiBob',
    'people',
    'Employee ID in company|Display name|Email|Reports to ID in company|Reports to|Job title|Department|Site|Start date|Lifecycle status',
    'person_id=Employee ID in company|name=Display name|email=Email|manager_id=Reports to ID in company|title=Job title|org_unit=Department|location=Site|hire_date=Start date|employment_status=Lifecycle status',
  ],
  [
    'Personio',
    'people',
    'ID|First name|Last name|Email|Status|Position|Supervisor|Department|Office|Hire date|Termination date|Weekly working hours|Employment type',
    'person_id=ID|name=First name+Last name|email=Email|manager_id=Supervisor|title=Position|org_unit=Department|location=Office|hire_date=Hire date|termination_date=Termination date|employment_status=Status',
  ],
  [
    'Personio',
    'people',
    'Personalnummer|Vorname|Nachname|E-Mail|Position|Abteilung|Vorgesetzter|Standort|Einstellungsdatum|Austrittsdatum|Status',
    'person_id=Personalnummer|name=Vorname+Nachname|email=E-Mail|manager_id=Vorgesetzter|title=Position|org_unit=Abteilung|location=Standort|hire_date=Einstellungsdatum|termination_date=Austrittsdatum|employment_status=Status',
  ],
  [
    'Personio',
    'people',
    "Matricule|Prénom|Nom|Adresse e-mail|Poste|Département|Superviseur|Bureau|Date d'embauche|Date de sortie|Statut",
    "person_id=Matricule|name=Prénom+Nom|email=Adresse e-mail|manager_id=Superviseur|title=Poste|org_unit=Département|location=Bureau|hire_date=Date d'embauche|termination_date=Date de sortie|employment_status=Statut",
  ],
  [
    'Personio',
    'people',
    'Número de empleado|Nombre|Apellidos|Correo electrónico|Puesto|Departamento|Supervisor|Oficina|Fecha de contratación|Fecha de baja|Estado',
    'person_id=Número de empleado|name=Nombre+Apellidos|email=Correo electrónico|manager_id=Supervisor|title=Puesto|org_unit=Departamento|location=Oficina|hire_date=Fecha de contratación|termination_date=Fecha de baja|employment_status=Estado',
  ],
  [
    'Rippling',
    'people',
    'Employee - ID|Employee|Work email|Manager|Manager - Work email|Title|Department|Employment status|Start date|Last day of work',
    'person_id=Employee - ID|name=Employee|email=Work email|manager_id=Manager - Work email|title=Title|org_unit=Department|hire_date=Start date|termination_date=Last day of work|employment_status=Employment status',
  ],
  [
    'ERPNext',
    'people',
    'ID|Full Name|Company Email|Reports to|Designation|Department|Branch|Date of Joining|Relieving Date|Status',
    'person_id=ID|name=Full Name|email=Company Email|manager_id=Reports to|title=Designation|org_unit=Department|location=Branch|hire_date=Date of Joining|termination_date=Relieving Date|employment_status=Status',
  ],
  [
    'ERPNext',
    'people',
    'name|employee_name|employee_number|company_email|reports_to|designation|department|branch|grade|date_of_joining|relieving_date|status',
    'person_id=name|name=employee_name|email=company_email|aliases=employee_number|manager_id=reports_to|title=designation|level=grade|org_unit=department|location=branch|hire_date=date_of_joining|termination_date=relieving_date|employment_status=status',
  ],
  [
    'OrangeHRM',
    'people',
    'first_name|middle_name|last_name|employee_id|other_id|driver_license_number|work_email|other_email',
    'person_id=employee_id|name=first_name+last_name|email=work_email|aliases=other_id',
  ],
  [
    'Horilla',
    'people',
    'Badge id|First Name|Last Name|Email|Department|Job Position|Job Role|Shift|Work Type|Reporting Manager|Location|Date joining',
    'person_id=Badge id|name=First Name+Last Name|email=Email|manager_id=Reporting Manager|title=Job Position|role_family=Job Role|org_unit=Department|location=Location|hire_date=Date joining',
  ],
  [
    'Lattice',
    'people',
    'External user ID|Preferred first name|Preferred last name|Email address|Manager email address|Business title|Department|Start date|Active Status',
    'person_id=External user ID|name=Preferred first name+Preferred last name|email=Email address|manager_id=Manager email address|title=Business title|org_unit=Department|hire_date=Start date|employment_status=Active Status',
  ],
  [
    'ChartHop',
    'people',
    'Person ID|Job ID|Name|Title|Work email|Manager Email|Job Tier|Department|Group|Date|Change Type',
    'person_id=Person ID|name=Name|email=Work email|aliases=Job ID|manager_id=Manager Email|title=Title|level=Job Tier|org_unit=Department|effective_date=Date|reason=Change Type',
  ],
  [
    'Viva organisational data',
    'people',
    'PersonId|EffectiveDate|ManagerId|LevelDesignation|Organization|HireDate|FunctionType|Layer|EmplID',
    'person_id=PersonId|aliases=EmplID|manager_id=ManagerId|role_family=FunctionType|level=LevelDesignation|org_unit=Organization|hire_date=HireDate|effective_date=EffectiveDate',
  ],
  [
    'Viva person query',
    'meetings',
    'PersonId|MetricDate|Collaboration_hours|Meeting_and_call_hours|Email_hours|Meetings|Chat_hours|Meeting_hours',
    'person=PersonId|week=MetricDate|meeting_hours=Meeting_hours|meetings=Meetings',
  ],
  [
    'Viva meeting query',
    'contributions',
    'MeetingId|Attendee_meeting_hours|Number_of_attendees|Subject|Cancelled|Recurring|Intended_participant_count|Collaboration_start_time|Organizer|Organization|Duration',
    'person=Organizer|occurred_at=Collaboration_start_time|contribution_id=MeetingId|title=Subject|size=Number_of_attendees|hours=Duration|kind:meeting',
  ],
  [
    'Outlook calendar',
    'contributions',
    'Subject|Start Date|Start Time|End Date|End Time|All day event|Meeting Organizer|Required Attendees|Optional Attendees|Location|Priority|Show time as',
    'person=Meeting Organizer|occurred_at=Start Date+Start Time|title=Subject|participants=Required Attendees|ended_at=End Date+End Time|excluded=All day event|kind:meeting',
  ],
  [
    'Jira',
    'work_items',
    'Zusammenfassung|Vorgangsschlüssel|Vorgangs-ID|Vorgangstyp|Status|Projektschlüssel|Bearbeiter|Autor|Erstellt|Aktualisiert|Erledigt|Komponenten',
    'work_item=Vorgangsschlüssel|title=Zusammenfassung|component=Komponenten|opened_at=Erstellt|finished_at=Erledigt|status=Status',
  ],
  [
    'SAP SuccessFactors',
    'people',
    'User ID|Username|First Name|Last Name|Employee Status|Position Title|Supervisor User ID|Hire Date|Department|Email',
    'person_id=User ID|aliases=Username|name=First Name+Last Name|email=Email|employment_status=Employee Status|title=Position Title|manager_id=Supervisor User ID|hire_date=Hire Date|org_unit=Department',
  ],
  [
    'GitLab merge requests',
    'contributions',
    'Title|Description|Merge request IID|URL|State|Source branch|Target branch|Author|Author username|Assignee usernames|Approver usernames|Merged username|Created at|Updated at',
    'contribution_id=URL|person=Author username|person_name=Author|occurred_at=Created at|work_item=Merge request IID|title=Title|url=URL|participants=Approver usernames|outcome=State|kind:pull_request',
  ],
  [
    'Jira',
    'work_items',
    'Summary|Issue key|Issue id|Issue Type|Status|Project key|Assignee|Reporter|Created|Updated|Resolved|Component/s|Labels|Labels|Custom field (Story Points)',
    'work_item=Issue key|title=Summary|component=Component/s|opened_at=Created|finished_at=Resolved|status=Status|size=Custom field (Story Points)',
  ],
  [
    'GitHub pull requests',
    'contributions',
    'number|title|author|state|createdAt|mergedAt|additions|deletions|url',
    'person=author|occurred_at=mergedAt|contribution_id=url|work_item=number|title=title|url=url|added=additions|deleted=deletions|outcome=state|kind:pull_request',
  ],
  [
    'GitHub reviews',
    'contributions',
    'review_id|pull_request_number|pull_request_url|reviewer|state|submitted_at|repository',
    'person=reviewer|occurred_at=submitted_at|contribution_id=review_id|component=repository|work_item=pull_request_number|outcome=state|kind:review',
  ],
  [
    'pullsheet pull requests',
    'contributions',
    'URL|Date|User|Project|Type|Title|Delta|Added|Deleted|FilesTotal|Files|Description',
    'person=User|occurred_at=Date|contribution_id=URL|component=Project|title=Title|url=URL|size=Delta|added=Added|deleted=Deleted|kind:pull_request',
  ],
  [
    'pullsheet reviews',
    'contributions',
    'URL|Date|Reviewer|PRAuthor|Project|Title|PRComments|ReviewComments|Words',
    'person=Reviewer|occurred_at=Date|component=Project|work_item=URL|title=Title|url=URL|size=Words|participants=PRAuthor|kind:review',
  ],
  [
    'Commit list',
    'contributions',
    'commit_hash|author_name|author_email|author_date|subject|insertions|deletions|files_changed',
    'person=author_email|occurred_at=author_date|contribution_id=commit_hash|title=subject|added=insertions|deleted=deletions|person_name=author_name|kind:commit',
  ],
  [
    'GrimoireLab git',
    'contributions',
    'hash|author_uuid|author_name|author_org_name|grimoire_creation_date|repo_name|lines_added|lines_removed|files|title',
    'person=author_uuid|occurred_at=grimoire_creation_date|contribution_id=hash|component=repo_name|title=title|added=lines_added|deleted=lines_removed|person_name=author_name|kind:commit',
  ],
  [
    'DevLake pull_requests',
    'contributions',
    'id|base_repo_id|head_repo_id|status|original_status|title|url|author_name|author_id|pull_request_key|created_date|merged_date|closed_date|type|component|merge_commit_sha|additions|deletions',
    'person=author_id|occurred_at=merged_date|contribution_id=id|component=component|work_item=id|title=title|url=url|added=additions|deleted=deletions|person_name=author_name|outcome=status|kind:pull_request',
  ],
  [
    'DevLake pull_request_comments',
    'contributions',
    'id|pull_request_id|body|account_id|created_date|commit_sha|type|review_id|status',
    'person=account_id|occurred_at=created_date|contribution_id=id|work_item=pull_request_id|outcome=status|kind:review',
  ],
  [
    'DevLake pull_request_commits',
    'contributions',
    'commit_sha|pull_request_id|commit_author_name|commit_author_email|commit_authored_date',
    'person=commit_author_email|occurred_at=commit_authored_date|contribution_id=commit_sha|work_item=pull_request_id|person_name=commit_author_name|kind:commit',
  ],
  [
    'DevLake issue_worklogs',
    'contributions',
    'id|issue_id|author_name|time_spent_minutes|started_date|logged_date|comment',
    'person=author_name|occurred_at=started_date|contribution_id=id|work_item=issue_id|title=comment|hours=time_spent_minutes|person_name=author_name|kind:worklog',
  ],
  [
    'DevLake issue_changelogs',
    'contributions',
    'id|issue_id|author_id|field_name|original_from_value|original_to_value|created_date',
    'person=author_id|occurred_at=created_date|contribution_id=id|work_item=issue_id|title=field_name|kind:ticket_grooming',
  ],
  [
    'git log',
    'contributions',
    'contribution|author_email|author_name|author_date|subject|added|deleted|path|previous_path|change',
    'person=author_email|occurred_at=author_date|contribution_id=contribution|artifact=path|title=subject|added=added|deleted=deleted|person_name=author_name|change=change|previous_artifact=previous_path|kind:commit',
  ],
  [
    'DevLake pull_requests',
    'contributions',
    'id|base_repo_id|head_repo_id|status|title|url|author_name|author_id|pull_request_key|merged_date|closed_date|component|merge_commit_sha',
    'person=author_id|occurred_at=merged_date|contribution_id=id|component=component|work_item=id|title=title|url=url|person_name=author_name|outcome=status|kind:pull_request',
  ],
  [
    'DevLake commits',
    'contributions',
    'sha|additions|deletions|message|author_name|author_email|authored_date|author_id|committer_name|committer_email|committed_date',
    'person=author_email|occurred_at=authored_date|contribution_id=sha|title=message|added=additions|deleted=deletions|person_name=author_name|kind:commit',
  ],
  [
    'DevLake accounts',
    'people',
    'id|created_at|email|full_name|user_name|avatar_url|organization|status|_raw_data_params|_raw_data_table|_raw_data_id|_raw_data_remark',
    'person_id=id|name=full_name|email=email|aliases=user_name|org_unit=organization',
  ],
  [
    'DevLake users',
    'people',
    'id|created_at|email|name|_raw_data_params|_raw_data_table|_raw_data_id|_raw_data_remark',
    'person_id=id|name=name|email=email',
  ],
  [
    'DevLake meeting users',
    'meetings',
    'connection_id|start_time|name|meeting_count|meeting_duration|user_type',
    'person=name|week=start_time|meeting_hours=meeting_duration|meetings=meeting_count',
  ],
  [
    'DevLake issues',
    'work_items',
    'id|issue_key|title|epic_key|type|status|original_status|story_point|resolution_date|created_date|creator_name|assignee_name|component|original_estimate_minutes',
    'work_item=issue_key|title=title|component=component|opened_at=created_date|finished_at=resolution_date|status=status|size=story_point',
  ],
]

/** What exports of these systems hold that must not come in, beside the columns above. */
const PROTECTED: readonly (readonly [system: string, headers: string])[] = [
  [
    'Workday',
    'Gender|Date of Birth|Age|Race/Ethnicity|Marital Status|Disability Status|Veteran Status|Citizenship Status|Leave Type|Nationality',
  ],
  [
    'ADP',
    'Birth Date|Gender / Sex (Self-ID)|Ethnicity|EEO Ethnic Description|Race Description|Marital Status Description|Leave of Absence Reason',
  ],
  ['UKG Pro', 'Date Of Birth|Gender|Ethnic Background|Is Veteran|Disability|Marital Status Code'],
  ['UKG Ready', 'Birthday|Gender|Ethnicity|Veteran|Disabled'],
  ['SAP SuccessFactors', 'GENDER|DATE_OF_BIRTH|NATIONALITY|ETHNICITY|MARITAL_STATUS|CITIZENSHIP'],
  ['BambooHR', 'dateOfBirth|age|gender|ethnicity|maritalStatus|nationality|pronouns|veteranStatus'],
  ['HiBob', 'Birth date|Legal gender|Gender identity|Nationality|Religion|Marital status|Pronouns|Absence type'],
  [
    'Personio',
    'Gender|Birthday|Nationality|Marital status|Geschlecht|Geburtsdatum|Geburtstag|Familienstand|Staatsangehörigkeit|Konfession|Schwerbehinderung|Kirchensteuer|Steuerklasse|Anzahl Kinder',
  ],
  [
    'Personio',
    'Sexe|Date de naissance|Nationalité|Situation familiale|Nombre d’enfants|Género|Fecha de nacimiento|Nacionalidad|Estado civil|Número de hijos',
  ],
  ['Rippling', 'Date of birth|Race|EEO race|Gender identity|Sexual orientation|Pregnancy status'],
  ['ERPNext', 'Gender|Date of Birth|Marital Status|Blood Group|Health Details|Religion|Family Background'],
  ['OrangeHRM', 'gender|date_of_birth|nationality|marital_status|smoker'],
  ['Horilla', 'Gender|DOB|Marital Status|Children'],
  ['Lattice', 'Gender|Birthdate|Race/Ethnicity|Age|Pronouns|Engagement score|eNPS'],
  ['ChartHop', 'Gender|Race|Ethnicity|Birth Date|Preferred Pronouns|Sentiment'],
  ['Viva organisational data', 'Gender|AgeGroup|Ethnicity|Engagement score|SurveyResult'],
  ['Viva person query', 'After_hours_collaboration_hours|After_hours_chats|Weekend_collaboration_hours|Stress_level'],
]

function summary(kind: Parameters<typeof mapHeaders>[0], headers: readonly string[]) {
  const { mapping } = mapHeaders(kind, headers)
  const columns = Object.entries(mapping.columns).map(([field, header]) => `${field}=${(mapping.joined?.[field] ?? [header]).join('+')}`)
  const constants = Object.entries(mapping.constants ?? {}).map(([field, value]) => `${field}:${value}`)
  return { preset: mapping.preset, fields: [...columns, ...constants.filter(each => each.startsWith('kind:'))].toSorted() }
}

describe('headers of known systems', () => {
  test.each(TABLE)('%s, %s: %s', (system, kind, header, fields) => {
    const headers = header.split('|')
    const recognised = recogniseKind(headers)
    expect(recognised?.kind).toBe(kind)
    expect(summary(recognised!.kind, headers)).toEqual({ preset: system, fields: fields.split('|').toSorted() })
    const shuffled = headers.toReversed()
    expect(summary(recognised!.kind, shuffled)).toEqual(summary(recognised!.kind, headers))
    expect(
      summary(
        recognised!.kind,
        headers.map(each => ` ${each.toUpperCase()} `.trim()),
      ).preset,
    ).toBe(system)
  })

  test('every preset stands in the table', () => {
    const shown = new Set(TABLE.map(([system, kind]) => `${system} ${kind}`))
    const second = new Set(['Jira contributions', 'DevLake issues contributions', 'Commit history contributions', 'Jira tasks work_items'])
    expect(PRESETS.map(({ name, kind }) => `${name} ${kind}`).filter(each => !shown.has(each) && !second.has(each))).toEqual([])
  })

  test.each(PROTECTED)('of %s, with what is protected there: %s', (system, extra) => {
    const [, , header] = TABLE.find(([name]) => name === system)!
    const headers = [...extra.split('|'), ...header.split('|')]
    const kind = recogniseKind(headers)!.kind
    const { mapping, protectedColumns } = mapHeaders(kind, headers)
    const found = new Set(protectedColumns.map(each => each.header))
    expect(extra.split('|').filter(each => !found.has(each))).toEqual([])
    expect(mapping.preset).toBe(system)
    const read = [mapping.columns, mapping.joined ?? {}, mapping.fallbacks ?? {}].flatMap(Object.values).flat()
    expect(read.filter(each => found.has(each))).toEqual([])
  })

  test.each([
    [
      'Jira',
      'contributions',
      'Summary|Issue key|Issue Type|Assignee|Reporter|Created|Resolved|Project key',
      'person=Assignee|occurred_at=Resolved|kind=Issue Type',
    ],
    [
      'DevLake issues',
      'contributions',
      'id|issue_key|title|type|original_status|resolution_date|story_point|epic_key|creator_name|assignee_name',
      'person=assignee_name|occurred_at=resolution_date|kind=type',
    ],
  ] as const)('of %s are read as %s where a user says so', (system, kind, header, fields) => {
    const { preset, fields: found } = summary(kind, header.split('|'))
    expect(preset).toBe(system)
    for (const field of fields.split('|')) expect(found).toContain(field)
  })

  test('all name fields of ours, and nothing protected', () => {
    for (const { kind, columns, constants = {}, formats = {}, values = {}, name } of PRESETS) {
      for (const field of [columns, constants, formats, values].flatMap(Object.keys)) expect(fieldsOf(kind), name).toContain(field)
      const headers = Object.values(columns).flat(2)
      expect(
        headers.filter(header => protectionOf(header) !== null),
        name,
      ).toEqual([])
    }
  })

  test('our own headers are no other system’s', () => {
    for (const kind of ['people', 'history', 'contributions', 'meetings'] as const)
      expect(mapHeaders(kind, fieldsOf(kind)).mapping.preset).toBeUndefined()
    expect(recognisePreset(['a', 'b'])).toBeNull()
  })

  test('a column is surer by a system’s name than by a synonym', () => {
    const { confidence } = mapHeaders('people', ['Associate ID', 'Position ID', 'Payroll Name', 'Office', 'title'])
    expect(confidence).toMatchObject({ person_id: 0.95, name: 0.95, location: 0.8, title: 1 })
  })
})
