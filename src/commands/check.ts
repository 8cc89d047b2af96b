/**
 * `npm run check [-- FOLDER]`: reads every record and tells every problem.
 * Exit 0: none. 1: problems. 2: could not run.
 */
import { loadRecords } from '../register/load-records.ts';
import { reportProblems } from '../register/report.ts';

const folder = process.argv[2] ?? 'data';
try {
  const { problems, records } = loadRecords(
    folder,
    folder.replaceAll('\\', '/').replace(/\/+$/, ''),
  );
  if (records === undefined) {
    process.stderr.write(reportProblems(problems));
    process.exitCode = 1;
  } else {
    const { plan, action, organisation } = records;
    process.stdout.write(
      `All good: ${plan.length} plans, ${action.length} actions, ${organisation.length} organisations.\n`,
    );
  }
} catch (error) {
  process.stderr.write(`The check could not run. ${(error as Error).message}\n`);
  process.exitCode = 2;
}
