/** The report for a terminal under its former name; import it from `report/terminal.ts`. */
export { reportProblems } from './report/terminal.ts';
