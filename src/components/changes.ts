import type { Action, Lead } from '../register/register.ts';
import { inSentence, listed } from './words.ts';

/** What is no longer as it was first promised, in sentences; empty where nothing changed. */
export function changesOf(action: Action): string[] {
  const changes: string[] = [];
  for (const update of action.updates) {
    const when = inSentence(update.reported);
    if (update.due) changes.push(`The due date moved to ${inSentence(update.due)} (${when}).`);
    if (update.leads) changes.push(`The leads became ${names(update.leads)} (${when}).`);
    for (const stage of update.milestones ?? []) {
      if (stage.due) changes.push(`“${stage.label}” moved to ${stage.due} (${when}).`);
    }
    if (update.status === 'withdrawn') changes.push(`The promise was withdrawn (${when}).`);
    if (update.status === 'merged' && action.mergedInto) {
      changes.push(`It was joined to ${action.mergedInto.spoken} (${when}).`);
    }
  }
  for (const other of action.mergedFrom) {
    changes.push(`${other.spoken} was joined to this action (${inSentence(other.asOf)}).`);
  }
  return changes;
}

function names(leads: readonly Lead[]): string {
  return listed(leads.map((lead) => lead.organisation.name));
}
