import { expect, test } from 'vitest';
import type { Action, Organisation } from '../register/register.ts';
import { promisesOf, promisesOfParts } from './organisation.ts';

const action = (id: string) => ({ id }) as Action;
const organisation = (facts: Partial<Organisation>) =>
  ({ leads: [], partners: [], parts: [], ...facts }) as unknown as Organisation;
const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

test('what several teams of a council share counts once, and parts of parts count too', () => {
  const [shared, own, deep] = [action('shared'), action('own'), action('deep')];
  const group = organisation({ partners: [deep, shared] });
  const council = organisation({
    leads: [own],
    partners: [own],
    parts: [organisation({ leads: [shared] }), organisation({ leads: [shared], parts: [group] })],
  });
  expect(ids(promisesOfParts(council))).toEqual(['shared', 'deep']);
  expect(ids(promisesOf(council))).toEqual(['own']);
});
