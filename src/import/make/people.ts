import { bodyWords, isKnownBody, mayBeName } from './body-names.ts';

/** Names that parents in the UK often give, and that few bodies begin with. */
const givenNames = new Set(
  `aaron abdul abigail adam adrian ahmed aisha alan alex alexandra ali alice alison amanda amelia amy
  andrea andrew andy angela ann anna anne anthony arthur ashley barbara barry becky ben benjamin bernadette
  beth bethan beverley brenda brian bronwen callum carl carol caroline carolyn catherine cathy charles
  charlotte cheryl chloe chris christina christine christopher claire clare colin craig daniel danielle
  dave david dawn deborah debbie denise derek diane donna dorothy duncan dylan edward elaine eleanor elizabeth
  ella ellie emily emma eric erin evan fatima fiona frances francesca frank gareth gary gavin gemma geoff
  georgia gerald gill gillian glenn glyn gordon graham greg gwen hannah harry hayley hazel heather helen
  helena henry hilary holly howard huw iain ian imran irene isabel jack jackie jacob jacqueline jake james
  jamie jan jane janet janice jason jayne jean jeff jennifer jenny jeremy jess jessica jill jim joan joanna
  joanne joe john jon jonathan joseph josh joshua joyce judith julia julian julie karen karl kate katherine
  kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin kim kirsty laura lauren leanne lee leon
  lesley liam linda lindsay lisa liz lorna lorraine louise lucy luke lynn lynne malcolm mandy margaret maria
  mariam marion martin mary matt matthew maureen megan mel melanie michael michelle mike mohammed mohamed
  moira muhammad nadia nancy natalie natasha neil nia nicholas nick nicky nicola nigel norman olivia oliver
  owen pam pamela patricia patrick paul paula pauline penny peter phil philip philippa phillip priya rachael
  rachel raj ray rebecca rhian rhys richard rob robert robin roger ron rosemary ross roy russell ruth ryan
  sally sam samantha samuel sandra sanjay sara sarah sean sharon shaun sheila shirley sian simon sophie
  stacey stella stephanie stephen steve steven stuart sue susan suzanne sylvia tanya teresa terry theresa
  thomas tim timothy tina toby tom tony tracey tracy trevor valerie vanessa vicky vincent wayne wendy
  william yasmin yvonne zoe
  abena adaeze agnieszka aled amina amit ana andrei angharad angus anil anita aoife arjun asif balvinder bukola
  carlos carys catrin cerys chidi chinedu ciara dafydd deepak eilidh elena elin eluned emyr eoin ewa farah fergus
  ffion folake funmi geraint gethin giulia gurpreet gwenllian gwilym hamish harpreet hassan hussain ibrahim ioana
  jaswinder joao jose katarzyna khadija khalid kofi krzysztof kwame linh llinos luis mair mairead manpreet marcin
  marco maryam meera mihai minh morag nasreen nerys ngozi niamh nisha oluwaseun omar orla padraig pawel piotr
  pooja rajesh ravi rhiannon rhodri roisin rukhsana sadia seamus shazia sinead sioned siobhan sofia sunita tariq
  temitope tendai thabo tomasz tunde vijay wei xiuying yuki yusuf zainab`.split(/\s+/),
);

const honorific =
  /^(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|cllr|cynghorydd|cyng|councillor|sir|dame|lord|lady|baron(?:ess)?|rt\.? hon|rev(?:erend)?|canon|imam|rabbi|(?:chief\s+)?(?:insp(?:ector)?|supt|superintendent)|sgt|sergeant|dci)\b\.?\s+\p{Lu}/iu;
const initials = /^(?:\p{Lu}\.\s*|\p{Lu}\s+){1,3}\p{Lu}\p{Ll}[\p{L}'’-]*$/u;
const plainName = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,2}$/u;

/** “Mary Stevens Hospice” */
const bodyNoun =
  /\s(?:hospice|hospital|centre|trust|foundation|charity|school|academy|college|university|surgery|practice|society|association)$/i;

/** The first of several names, without accents. */
function givenIn(text: string): string {
  const first = text.trim().split(/\s/)[0]!;
  return first.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text is the name of a person: “J. Smith”, “Cllr Jane Smith”, “Jane Smith”. */
function isPerson(text: string): boolean {
  if (bodyNoun.test(text) || isKnownBody(text)) return false;
  if (honorific.test(text) || initials.test(text)) return true;
  return plainName.test(text) && givenNames.has(givenIn(text));
}

const grade =
  '(?:(?:interim|acting|deputy|assistant|associate|senior|joint|group|strategic|principal|corporate|executive|service|divisional|regional|area|operational|programme|project)\\s+)*';
const jobFirst = new RegExp(
  `^(?:the\\s+)?${grade}(?:head|director|manager|officer|lead|leader|chair|commissioner|coordinator|co-ordinator|cabinet member|portfolio holder|lead member|chief executive|assistant director|vice[- ]chair)s?(?:\\s+(?:of|for)\\b|\\s*[:-]\\s|$)`,
  'i',
);
const jobLast =
  /\s(?:director|manager|officer|lead|leader|commissioner|co-?ordinator|advis[eo]r|administrator|chair(?:man|woman|person)?|portfolio holder|chief executive|consultant|practitioner|matron|nurse|(?:social|youth|link|support|development|outreach|project|case|family|community|care|key) worker|business partner|secretary|treasurer|clerk|analyst|planner|accountant|solicitor|therapist|psychologist|specialist|facilitator|supervisor|assistant|navigator)$/i;
/** Jobs that plans name by their letters. */
const jobLetters = /^(?:sro|ceo|coo|cfo|cno|dass|dcs|dph|psw|hos)$/i;
/** “Office of the Police and Crime Commissioner” */
const bodyLast = /\b(?:office|team|board|group|committee|service|network)\b.*\bcommissioner$/i;

/** Whether a text is a job and no body: “Head of Care”, “Commissioning Manager”. */
function isJob(text: string): boolean {
  return (
    jobFirst.test(text) || jobLetters.test(text) || (jobLast.test(text) && !bodyLast.test(text))
  );
}

/** Whether a text names people or their jobs and nothing else: “J. Smith, Head of Care”. */
export function isPeople(text: string): boolean {
  const said = text.replaceAll(/\s+/g, ' ').trim();
  if (isJob(said)) return true;
  const parts = partsOf(said);
  // Beside a job, two or more names are those of a person, whatever they are.
  const hasJob = parts.some(isJob);
  const isNamed = (part: string) => hasJob && /\s/.test(part) && mayBeName(part);
  return parts.length > 0 && parts.every((part) => isPerson(part) || isJob(part) || isNamed(part));
}

/** “Carers Lead”: a post that plans name as they name a body. */
const roleLast = /^[^,;/&()]+\slead$/i;
const jobWithin = /\b(?:head|director|cabinet member|portfolio holder)\s+(?:of|for)\s/i;

/** Whether a person or a job is among what a text names. */
export function namesPeople(text: string): boolean {
  if (bodyLast.test(text) || roleLast.test(text)) return false;
  return (
    /\S@\S/.test(text) || jobWithin.test(text) || isPeople(text) || partsOf(text).some(isPeople)
  );
}

/** “Commissioning Manager Yusuf Islam” */
const jobThenName =
  /\b(?:[Mm]anager|[Oo]fficer|[Dd]irector|[Ll]ead|[Cc]o-?ordinator|[Aa]dvis[eo]r|[Pp]ractitioner|[Nn]urse)\s+(\p{Lu}.*)$/su;
function namesAfterJob(text: string): boolean {
  const after = jobThenName.exec(text)?.[1];
  return after !== undefined && !bodyWords.test(after);
}

/** “Jane’s team” */
const teamOf = /^(.+?)['’]s?\s(?:team|office|staff)$/i;

/** Whether a text may name a person, so that no organisation is made of it until somebody has said that it is one. */
export function mayBePeople(text: string): boolean {
  if (bodyNoun.test(text) || bodyLast.test(text) || isKnownBody(text)) return false;
  const parts = partsOf(text);
  const named = parts.filter(mayBeName);
  return (
    (/\S\s+\S/.test(text) && givenNames.has(givenIn(text))) ||
    named.some((part) => /\s/.test(part)) ||
    (parts.length > 0 && named.length === parts.length) ||
    mayBeName(teamOf.exec(text)?.[1] ?? '') ||
    namesAfterJob(text)
  );
}

function partsOf(text: string): string[] {
  return (
    text
      .split(/[,;/&()\n]|:\s|\s[-–—]\s|\s(?:and|at|from)\s/)
      .map((part) => part.trim())
      // A word for a role says nothing of who has it.
      .filter((part) => part !== '' && !/^(?:lead|chair|officer|manager|director)s?$/i.test(part))
  );
}
