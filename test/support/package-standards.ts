/** What a column of a published table asks for. `!` after a name means that the value is required. */
export interface TableStandard {
  /** In the order of the standard. */
  readonly columns: readonly string[];
  readonly required: ReadonlySet<string>;
  readonly values: Readonly<Record<string, RegExp>>;
  /** Column -> table whose identifiers it names; several are separated by commas. */
  readonly references: Readonly<Record<string, string>>;
  /** Column that identifies a row, '' for none. */
  readonly key: string;
}

interface Wishes {
  readonly values?: Readonly<Record<string, RegExp>>;
  readonly references?: Readonly<Record<string, string>>;
  readonly key?: string;
}

function standard(columns: string, { values = {}, references = {}, key = 'sourcedId' }: Wishes = {}): TableStandard {
  const marked = columns.split(' ');
  const required = marked.filter((column) => column.endsWith('!')).map((column) => column.slice(0, -1));
  return {
    columns: marked.map((column) => column.replace('!', '')),
    required: new Set(required),
    values,
    references,
    key,
  };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const GRADE = /^\d{2}$/;
const BULK = { status: /^$/, dateLastModified: /^$/ };

/** OneRoster 1.2 CSV binding, chapter 4: the tables of rostering. */
export const ONE_ROSTER: Readonly<Record<string, TableStandard>> = {
  academicSessions: standard(
    'sourcedId! status dateLastModified title! type! startDate! endDate! parentSourcedId schoolYear!',
    {
      values: {
        ...BULK,
        type: /^(?:gradingPeriod|semester|schoolYear|term)$/,
        startDate: DATE,
        endDate: DATE,
        schoolYear: /^\d{4}$/,
      },
    },
  ),
  orgs: standard('sourcedId! status dateLastModified name! type! identifier parentSourcedId', {
    values: { ...BULK, type: /^(?:department|school|district|local|state|national)$/ },
  }),
  courses: standard(
    'sourcedId! status dateLastModified schoolYearSourcedId title! courseCode grades orgSourcedId! subjects subjectCodes',
    {
      values: { ...BULK, grades: GRADE },
      references: { schoolYearSourcedId: 'academicSessions', orgSourcedId: 'orgs' },
    },
  ),
  classes: standard(
    'sourcedId! status dateLastModified title! grades courseSourcedId! classCode classType! location schoolSourcedId! termSourcedIds! subjects subjectCodes periods',
    {
      values: { ...BULK, classType: /^(?:homeroom|scheduled)$/, grades: GRADE },
      references: { courseSourcedId: 'courses', schoolSourcedId: 'orgs', termSourcedIds: 'academicSessions' },
    },
  ),
  users: standard(
    'sourcedId! status dateLastModified enabledUser! username! userIds givenName! familyName! middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns',
    {
      values: { ...BULK, enabledUser: /^(?:true|false)$/, password: /^$/, grades: GRADE },
      references: { agentSourcedIds: 'users', primaryOrgSourcedId: 'orgs' },
    },
  ),
  roles: standard(
    'sourcedId! status dateLastModified userSourcedId! roleType! role! beginDate endDate orgSourcedId! userProfileSourcedId',
    {
      values: {
        ...BULK,
        roleType: /^(?:primary|secondary)$/,
        role: /^(?:aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|siteAdministrator|student|systemAdministrator|teacher)$/,
      },
      references: { userSourcedId: 'users', orgSourcedId: 'orgs' },
    },
  ),
  enrollments: standard(
    'sourcedId! status dateLastModified classSourcedId! schoolSourcedId! userSourcedId! role! primary beginDate endDate',
    {
      values: { ...BULK, role: /^(?:administrator|proctor|student|teacher)$/, primary: /^(?:true|false)$/ },
      references: { classSourcedId: 'classes', schoolSourcedId: 'orgs', userSourcedId: 'users' },
    },
  ),
  demographics: standard(
    'sourcedId! status dateLastModified birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus',
    {
      values: { ...BULK, birthDate: DATE, sex: /^(?:male|female|unspecified|other)$/ },
      references: { sourcedId: 'users' },
    },
  ),
};

/** School Data Sync 2.1, as Microsoft lists its files; optional columns may be left out. */
export const SDS: Readonly<Record<string, TableStandard>> = {
  orgs: standard('sourcedId! name! type! parentSourcedId', { values: { type: /^[a-zA-Z]+$/ } }),
  users: standard('sourcedId! username! givenName! familyName! password activeDirectoryMatchId email phone sms', {
    values: { email: /^[^@\s]+@[^@\s]+$/, phone: /^\+\d{8,15}$/ },
  }),
  roles: standard('userSourcedId! orgSourcedId! role! sessionSourcedId grade isPrimary roleStartDate roleEndDate', {
    values: { role: /^(?:student|teacher)$/, grade: GRADE, isPrimary: /^(?:true|false)$/ },
    references: { userSourcedId: 'users', orgSourcedId: 'orgs', sessionSourcedId: 'academicSessions' },
    key: '',
  }),
  classes: standard('sourcedId! orgSourcedId! title! sessionSourcedIds courseSourcedId code', {
    references: { orgSourcedId: 'orgs', sessionSourcedIds: 'academicSessions' },
  }),
  enrollments: standard('classSourcedId! userSourcedId! role!', {
    values: { role: /^(?:student|teacher)$/ },
    references: { classSourcedId: 'classes', userSourcedId: 'users' },
    key: '',
  }),
  academicSessions: standard('sourcedId! title! type! schoolYear! startDate! endDate!', {
    values: { startDate: DATE, endDate: DATE, schoolYear: /^\d{4}$/ },
  }),
  demographics: standard('userSourcedId! sex birthDate', {
    values: { sex: /^(?:male|female)$/, birthDate: DATE },
    references: { userSourcedId: 'users' },
    key: 'userSourcedId',
  }),
  relationships: standard('userSourcedId! relationshipUserSourcedId! relationshipRole!', {
    values: { relationshipRole: /^(?:parent|guardian|relative|aide|doctor|other)$/ },
    references: { userSourcedId: 'users', relationshipUserSourcedId: 'users' },
    key: '',
  }),
};
