/** Where a file of the project can be changed in a browser, as GitHub has it. */
export function editAddress(repository: string, file: string): string {
  return `${repository}/edit/main/${file}`;
}
