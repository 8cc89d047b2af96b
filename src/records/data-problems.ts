/** Problems in the records: the message is all that an editor needs, so there is no stack to show. */
export class DataProblems extends Error {
  override name = 'DataProblems';
  constructor(report: string) {
    super(`\n\n${report}`);
    this.stack = '';
  }
}
