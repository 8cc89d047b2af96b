import type { CodeHost } from '../domain/repository.ts';

/**
 * What a person does on each code host once the new file is open, in the words of its own buttons,
 * one step an entry.
 */
export const hostSteps: Record<CodeHost, readonly string[]> = {
  github: [
    'If the page offers “Fork this repository”, choose it. That makes a copy for your own work, and is asked only once.',
    'Choose “Commit changes…”, and then “Propose changes”. Some pages call it “Propose new file”. You need not write anything.',
    'Choose “Create pull request”. The next page has the same button: choose “Create pull request” again.',
  ],
  gitlab: [
    'If the page offers “Fork”, choose it. That makes a copy for your own work, and is asked only once.',
    'Choose “Commit changes”. If it asks for a branch, choose “Commit to a new branch”.',
    'Choose “Create merge request”.',
  ],
  forgejo: giteaSteps(),
  gitea: giteaSteps(),
};

function giteaSteps(): readonly string[] {
  return [
    'If the page offers to fork the repository, accept. That makes a copy for your own work, and is asked only once.',
    'At the end of the page, choose “Create a new branch for this commit and start a pull request”, and then “Propose file change”.',
    'Choose “New pull request”, and then “Create pull request”.',
  ];
}
