import { expect, test } from 'vitest';
import { headers } from '../exports/host-files.ts';
import { nginxSample } from './nginx.ts';

test('the sample for nginx sends every header that other hosts are told to send', () => {
  const told = headers(new URL('https://promises.example/')).matchAll(/^ {2}([\w-]+): (.*)$/gm);
  const names = new Set<string>();
  for (const [, name, value] of told) {
    if (name === 'Content-Type') continue;
    names.add(name!);
    expect(nginxSample).toContain(`add_header ${name} `);
    expect(nginxSample).toContain(value);
  }
  expect(names.size).toBe(8);
});
