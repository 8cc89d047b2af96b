import { statusWords } from '../../domain/status-words.ts';
import type { FilledRow } from './filled-row.ts';

const noteLabel = /^(?:foot)?(?:notes?|n\.?b\.?|sources?|disclaimer)$/i;
const keyLabel =
  /^(?:key|legend|b?rag (?:key|legend|ratings? key|status key|definitions?)|(?:key|guide) to (?:the )?(?:b?rag|ratings?|status(?:es)?|colours?|abbreviations?).*)$/i;
const noteText =
  /^(?:(?:budget|cost|funding|sponsor|contact|timescales?|deadline|reports? to)\s*:|(?:foot)?(?:notes?|n\.?b\.?|sources?|disclaimer)\s*\d?\s*[:.–—-]|[*†‡]{1,3}\s*\S|(?:signed(?: off)?|approved|prepared|reviewed|updated|completed) by\b|(?:last |date )(?:updated|reviewed|amended|revised)\b|(?:version|v)\s*\d[\d.]*\s*(?:[-–—,:(].*)?$|\(?cont(?:d|inued|inues)?\.?(?: (?:on|over|from|overleaf)\b.*)?\)?\.?$|\(?end of (?:the )?(?:plan|document|table)\)?$)/i;
/** What a plan says before its actions: “You said: …”, “Why this matters: …”. */
const toldText =
  /^(?:what (?:carers|people|you|we|families)(?: have)? (?:told|said|heard|know)|(?:you|carers|people) (?:said|told us)|we heard|why (?:this|it|is this) (?:matters|is important|important))\b/i;
/** “(To be completed quarterly by lead officers)” */
const inBrackets = /^\((?=[^()]*\s)[^()]*\)\.?$/;
const pageText = /^page \d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i;
const totalText =
  /^(?:(?:sub|grand)[\s-]?)?totals?(?:\s+(?:number|no|count|actions?|complete[d]?|overdue|cost|budget|spend)\b[^.!?]{0,40})?\s*[:=–-]?\s*(?:£?[\d,.]+%?)?$/i;
const figures = /^[£€$]?[\d,.]+\s*[%km]?$/i;
const keyText = /^(?:b?rag\s+)?(?:key|legend)\s*[:–—=-]/i;

/** Whether a text beside a table is a note, a key, a page number or the like, and heads nothing. */
export function isNoteText(text: string): boolean {
  const plain = text.replace(/[:.\s]+$/, '');
  return (
    [noteLabel, keyLabel, pageText, totalText].some((pattern) => pattern.test(plain)) ||
    noteText.test(text) ||
    toldText.test(text) ||
    inBrackets.test(text) ||
    isKeyText(text)
  );
}

/** “Key: G = on track, A = at risk”, “R: off track”; not “A: Identify carers”. */
function isKeyText(text: string): boolean {
  if (keyText.test(text)) return true;
  const [, sign = '', said = ''] = meaning.exec(text) ?? [];
  return sign === '=' || (sign !== '' && isStatusText(said.split(/[;,(]/)[0]!));
}

const colour = '(?:[ragb]|red|amber|yellow|green|blue|gr[ae]y|black|white|purple)';
const meaning = new RegExp(`^${colour}\\s*([=:–—-])\\s*(\\S.*)$`, 'is');
const isColour = (text: string) => new RegExp(`^${colour}$`, 'i').test(text);

const statuses = new Set(
  Object.values(statusWords).flatMap(({ sure, likely }) => [...sure, ...likely]),
);

/** Whether a text is a status, as the rows of a key have it: “On track”, “At risk”. */
export function isStatusText(text: string): boolean {
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').replace(/[.:]$/, '').trim();
  return statuses.has(plain) || /^(?:(?:on|off)[ -](?:track|target|schedule)|at risk)$/.test(plain);
}

/** Tells the rows that close a table from its actions: notes, keys, totals, page numbers. */
export class FootRows {
  /** The rows here explain colours. */
  private inKey = false;

  /** What a row is that is no part of the plan’s actions, themes or outcomes; figures beside a total may be more. */
  kindOf(row: FilledRow): 'note' | 'totals' | undefined {
    const [first, ...others] = row.pieces;
    if (first === undefined) return undefined;
    const label = first.text.replace(/[:.\s]+$/, '');
    const isKeyHead = keyLabel.test(label) && others.length < 2;
    const isKeyRow = isKeyHead || this.isKeyRow(row);
    this.inKey = isKeyRow;
    const isNote =
      others.length === 0
        ? isNoteText(first.text) && !this.mayBeListed(row)
        : others.length === 1 && noteLabel.test(label);
    if (isKeyRow || isNote) return 'note';
    const isTotal = totalText.test(label) && others.every(({ text }) => figures.test(text));
    return isTotal ? 'totals' : undefined;
  }

  /** “* Open a hub”: where the actions are, an asterisk may be the mark of a list. */
  private mayBeListed(row: FilledRow): boolean {
    return row.of('action').some(({ text }) => text.startsWith('*'));
  }

  /** “Green | On track”: in a column of numbers or themes, or below the heading of a key. */
  private isKeyRow(row: FilledRow): boolean {
    const [first, ...others] = row.pieces;
    const isOfAction = row.of('lead').length + row.of('due').length > 0;
    if (first === undefined || isOfAction || others.length > 1) return false;
    const [said] = others;
    if (said === undefined) {
      const isOfKey = meaning.test(first.text) || isStatusText(first.text);
      return isKeyText(first.text) || (this.inKey && isOfKey);
    }
    // “A | Identify carers” is the heading of a part.
    const isSure = row.fieldOf(first) !== 'action' && isStatusText(said.text);
    return isColour(first.text) && (this.inKey || isSure);
  }
}
