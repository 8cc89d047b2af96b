import { guardRules } from '../guard/rules/index.ts';
import { datedErrorRules, errorRules } from '../records/rules/errors.ts';
import { warningRules } from '../records/rules/warnings.ts';
import { faultRules } from '../records/yaml/faults/index.ts';
import { changesPasted, versionChosen } from '../records/yaml/faults/merge-conflict.ts';

/** One rule of the check, as the guide lists it. */
interface Told {
  name: string;
  about: string;
}

/** Every rule of the check by what it looks at, as the rules themselves say it. */
export const rulesOfTheCheck: readonly { title: string; rules: readonly Told[] }[] = [
  { title: 'What is published stays', rules: guardRules },
  { title: 'Records fit together', rules: [...errorRules, ...datedErrorRules] },
  {
    title: 'Each record is typed in a way that can be read',
    rules: [versionChosen, changesPasted, ...faultRules],
  },
  { title: 'What could be better, and does not stop anything', rules: warningRules },
];
