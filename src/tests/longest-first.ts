import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, longest first, by processor time on two cores. A fresh clone remembers
 * no times, and one of these that is begun last keeps one core busy while the other has nothing to do.
 */
const longest = [
  'other-builds.test.ts',
  'start-fresh.test.ts',
  'accessibility.browser.test.ts',
  'markup.browser.test.ts',
  'correct-edits.browser.test.ts',
  'many-plans.browser.test.ts',
  'report-form.browser.test.ts',
  'search.browser.test.ts',
  'host-headers.browser.test.ts',
  'other-subject.test.ts',
  'sharing.browser.test.ts',
  'dev-server.test.ts',
  'upgrade.program.test.ts',
  'check-command.program.test.ts',
  'write.program.test.ts',
  'build-site.program.test.ts',
  'remind.program.test.ts',
  'at-a-terminal.program.test.ts',
  'linear-time.test.ts',
  'account.property.test.ts',
];

/**
 * A worker serves one project at a time. Programs do without the site that is being built meanwhile: that
 * build leaves behind what Node made of Astro, and builds that begin later need half of its time. The files
 * of the last project are short, so that both workers end together.
 */
const projects = ['programs', 'site', 'unit'];

/** The order of the test files: project by project, those that take longest first, and the others by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted(
      (a, b) =>
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) || rank(a) - rank(b),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
  return at === -1 ? longest.length : at;
}
