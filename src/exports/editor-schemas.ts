import { statuses } from '../domain/status.ts';
import type { Records } from '../records/records.ts';
import { recordSchema, schemaNames } from './record-schemas.ts';

/** A part of a JSON Schema, draft 7. */
type Schema = { [keyword: string]: unknown };

/** A value that an editor may type, and what it means. */
export interface OfferedValue {
  value: string;
  means: string;
}

/** What a program offers at which fields, by the path through `properties` and what lists and maps hold (`*`). */
type Offers = readonly (readonly [path: string, choices: readonly OfferedValue[]])[];

/**
 * The JSON Schemas of all kinds of record for a program such as VS Code, which completes and
 * explains by them: those of `/data/schema/`, with two differences.
 *
 * - Numbers and yes or no are accepted where text is wanted. YAML takes `outcome: 2.1` for a number,
 *   and the check reads every value as text, so nothing is wrong with it.
 * - The names of leads, outcomes, topics, plans’ publishers and actions are offered, each with what
 *   it stands for. They are offers, not limits: a list may be older than a record, and what is
 *   right must never be marked wrong. The check knows which names there are.
 *
 * @returns the text of each schema, by the name of its kind
 */
export function editorSchemas(records: Records): Map<string, string> {
  const offers = offersOf(records);
  return new Map(
    schemaNames.map((name) => {
      const { $id: _id, ...schema } = JSON.parse(
        recordSchema(name, new URL('https://unused.example/')),
      ) as Schema;
      const widened = widen(schema) as Schema;
      for (const [path, choices] of offers[name] ?? []) offer(widened, path.split('/'), choices);
      return [name, `${JSON.stringify(widened, null, 2)}\n`];
    }),
  );
}

function offersOf(records: Records): Record<string, Offers> {
  const organisations = records.organisation.map(({ id, value }) => choice(id, value.name));
  const topics = records.topic.map(({ id, value }) => choice(id, value.title));
  const stages = statuses.map(({ name, means }) => ({ value: name, means }));
  const actions = records.action.flatMap(({ plan, reference, value }) => {
    const code = records.plan.find(({ id }) => id === plan)?.value.code;
    const id = `${code}-${reference!.replaceAll('.', '-')}`;
    return code === undefined ? [] : [choice(id, value.title)];
  });
  const plans = records.plan.map(({ id, value }) => choice(id, value.title));
  const subjects = [...new Set(records.plan.flatMap(({ value }) => value.subject ?? []))].map(
    (subject) => choice(subject, undefined),
  );
  return {
    action: [
      ['outcome', outcomesOf(records)],
      ['leads/*', organisations],
      ['leads/*/organisation', organisations],
      ['topics/*', topics],
      ['continues', actions],
      ['continues/*', actions],
    ],
    organisation: [['part_of', organisations]],
    plan: [
      ['publisher', organisations],
      ['succeeds', plans],
      ['subject', subjects],
    ],
    report: [
      ['by', organisations],
      ['actions/*/status', stages],
      ['actions/*/leads/*', organisations],
      ['actions/*/leads/*/organisation', organisations],
      ['actions/*/merged_into', actions],
      ['actions/*/milestones/*/status', stages],
    ],
  };
}

function choice(value: string, means: string | undefined): OfferedValue {
  return { value, means: means ?? '' };
}

/** Two plans may use the same number for an outcome. Then one choice describes both. */
function outcomesOf({ plan }: Records): OfferedValue[] {
  const means = new Map<string, string[]>();
  for (const { id, value } of plan) {
    const outcomes = (value.themes ?? []).flatMap((theme) => theme?.outcomes ?? []);
    for (const outcome of outcomes) {
      if (outcome?.id === undefined) continue;
      const told = `${value.short_title ?? id}: ${outcome.title ?? ''}`;
      means.set(outcome.id, [...(means.get(outcome.id) ?? []), told]);
    }
  }
  return [...means].map(([value, told]) => ({ value, means: told.join('. ') }));
}

/** Accepts a number, or yes or no, wherever text is wanted. */
function widen(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(widen);
  if (typeof part !== 'object' || part === null) return part;
  const widened = Object.fromEntries(
    Object.entries(part).map(([keyword, value]) => [keyword, widen(value)]),
  );
  if (widened['type'] !== 'string') return widened;
  const { const: only, enum: choices = only === undefined ? undefined : [only], ...rest } = widened;
  if (choices === undefined) return { ...widened, type: ['string', 'number', 'boolean'] };
  // An editor’s program takes “true” without quotation marks for yes, as the check does not.
  const words = (choices as unknown[]).flatMap((word) =>
    word === 'true' || word === 'false' ? [word, word === 'true'] : [word],
  );
  if (words.length === (choices as unknown[]).length) return widened;
  return { ...rest, type: ['string', 'boolean'], enum: words };
}

/** Adds choices to the field at a path; of a field that may be text or more, to the text. */
function offer(schema: Schema, path: readonly string[], choices: readonly OfferedValue[]): void {
  const [step, ...rest] = path;
  if (step !== undefined) {
    const next =
      step === '*'
        ? (schema['items'] ?? schema['additionalProperties'])
        : (schema['properties'] as Schema | undefined)?.[step];
    if (next !== undefined) {
      offer(next as Schema, rest, choices);
      return;
    }
    const inner = step === '*' ? 'items' : 'properties';
    const object = branches(schema).find((branch) => inner in branch);
    if (object === undefined) throw new Error(`No field “${step}” to offer choices for.`);
    offer(object, path, choices);
    return;
  }
  const told = {
    enum: choices.map(({ value }) => value),
    // A keyword of VS Code’s, beside the standard’s.
    enumDescriptions: choices.map(({ means }) => means),
  };
  if ('enum' in schema) {
    Object.assign(schema, told);
    return;
  }
  // Else an example would be among the choices, as one more.
  delete schema['examples'];
  const others = branches(schema);
  const text = others.length > 0 ? others : [{ type: schema['type'] as unknown }];
  if (choices.length > 0) schema['anyOf'] = [told, ...text];
}

function branches(schema: Schema): Schema[] {
  return (schema['anyOf'] ?? []) as Schema[];
}
