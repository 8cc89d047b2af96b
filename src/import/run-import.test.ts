import { expect, test } from 'vitest';
import { commandAgain } from './run-import.ts';

test('the command to import again asks for the same records to be written', () => {
  const command = { file: 'plan.docx', plan: 'libraries-2026', data: 'data' };
  expect(commandAgain(command)).toBe('npm run import -- plan.docx --plan libraries-2026');
  expect(commandAgain({ ...command, addOrganisations: true, addAbbreviations: true })).toBe(
    'npm run import -- plan.docx --plan libraries-2026 --add-organisations --add-abbreviations',
  );
});
