/** Words by which names of bodies are told from names of people, since no list holds all names that people have. */

/** Words that are in the names of bodies. */
export const bodyWords =
  /\b(?:council|trust|nhs|team|service|services|group|groups|board|partnership|centre|center|university|college|school|department|directorate|ministry|ltd|limited|charity|hospital|hospice|foundation|association|forum|police|fire|icb|ccg|gps?|surger(?:y|ies)|practices?|librar(?:y|ies)|healthwatch|network|federation|agency|authority|commission|committee|society|partners|providers?|carers|gofalwyr|cyngor)\b/i;

/** What bodies and teams are about. Words that are surnames too, such as Young, Park or West, are left out. */
const subjectWords = new Set(
  `access action active activity adolescent adult adults advice advocacy advocates age aged ageing aging air
  alcohol alliance ambulance arts assessment asset assets assistive audit autism benefit benefits bereavement
  borough breaks britain british business businesses cabinet cancer cardiac care cared carer caring changing
  childcare children childrens citizen citizens city civil clinic clinical club coalition commissioning
  communication communications comms communities community company concern connect connected connections
  consortium continuing contracting contracts cooperative corporate counselling county crime crisis crossroads
  cultural culture customer data deaf delivery dementia democratic dental development digital directors
  disabilities disability disabled discharge disease district diversity domestic drug drugs early economic
  economy education educational elderly emergency employers employment enablement energy engagement england
  environment environmental equalities equality estates facilities faith families family finance financial
  food friends fund funding gateway general governance government growth guidance health healthcare healthy
  help helpline heritage highways home homecare homelessness hospitals housing hr hub hubs human ict illness it
  impairment improvement inclusion independent industry inequalities infirmary information initiative insight
  inspection institute insurance integrated integration intelligence intervention involvement jobcentre jobs
  joint justice knowledge landlords learning legal leisure liaison licensing lifelong line link links listening
  living local locality making marketing maternity media medical medicine medicines memory mental midwifery
  mobility museum museums music national neighbourhood neighbourhoods neurology night nursing occupational
  office ombudsman operations outreach palliative parents parish participation patient patients payroll
  pensions people performance personnel pharmacies pharmacy planning policy pooled prevention primary prison
  prisons probation procurement programme programmes project projects property protection psychological
  psychology public purchasing quality reablement recovery recreation refuge region regional registrars
  registration regulatory rehab rehabilitation relations research residential resilience resource resources
  respite response rethink revenues rural safeguarding safety scheme schools scotland scottish secondary
  sector sensory shared sharing signposting skills social solutions sport sports staff stakeholder
  stakeholders strategic strategy stroke substance support supporting sustainability sustainable system systems
  task technology telecare therapies therapy together tourism training transformation transition transitions
  transport treatment turning uk union united urgent users veterans victim victims violence visiting voice
  voices voluntary volunteer volunteering volunteers wales waste welfare wellbeing welsh women womens workforce
  working youth zone
  addysg adran anabledd awdurdod bwrdd canolfan cenedlaethol chwaraeon comisiynu corfforaethol cymdeithas
  cymdeithasol cymru cymuned cymunedol elusen gofal grwp gwasanaeth gwasanaethau gwirfoddol heddlu ieuenctid
  iechyd lleol llywodraeth oedolion partneriaeth partneriaid plant prifysgol rhanbarthol swyddfa sefydliad
  tai tim ymddiriedolaeth ysbyty
  barnardos kooth mencap mind nacro relate samaritans scope sense shelter`.split(/\s+/),
);

/** “North Tyneside”: a surname comes last. */
const ofPlace = /^(?:north|south|east|west|mid|central|greater|royal)\s/i;

/** Bodies whose names could be those of people. */
const knownBodies = new Set(['cruse', 'leonard cheshire', 'macmillan', 'marie curie', 'sue ryder']);

/** Whether a text has a word that names a body or what a body is about, as names of people have not. */
function saysBody(text: string): boolean {
  return (
    bodyWords.test(text) ||
    ofPlace.test(text) ||
    isKnownBody(text) ||
    plainWords(text).some((word) => subjectWords.has(word))
  );
}

/** “Sue Ryder”: a body that is called after a person, or as one might be. */
export function isKnownBody(text: string): boolean {
  return knownBodies.has(plainWords(text).join(' '));
}

/** Small words within the names of people: “Maria de la Cruz”, “Muhammad bin Salman”. */
const particle =
  /^(?:de|la|del|della|di|da|dos|du|le|van|der|den|von|bin|binti?|ibn|al|el|ap|ab|ferch|ní|ni|nic|mac|y)$/i;
const nameWord = /^\p{L}[\p{L}'’.-]*$/u;
/** “DBTH”, “RDaSH”, “DfE”. Two letters may be the initials of a person. */
const abbreviation = /^(?=.{3})\p{Lu}[\p{L}&]*\p{Lu}s?$/u;

/** Whether a text may be the name of a person: a few names, and no word that says what body it is. */
export function mayBeName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > 5 || !words.every((word) => nameWord.test(word)) || saysBody(text)) {
    return false;
  }
  const isInCapitals = words.length > 1 && !/\p{Ll}/u.test(text);
  const names = words.filter((word) => isInCapitals || !abbreviation.test(word));
  if (names.length < words.length && names.length < 2) return false;
  if (words.some((word) => smallWord.test(word))) return false;
  return /\p{Lu}/u.test(text)
    ? names.every((word) => /^\p{Lu}/u.test(word) || particle.test(word))
    : words.length < 4;
}

/** Words that are in no name. */
const smallWord =
  /^(?:the|of|for|on|to|by|with|we|us|our|all|any|none|is|not|see|as|above|below)$/i;

function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’](?=s\b)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (word === '' ? [] : [word]));
}
