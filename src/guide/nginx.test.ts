import { expect, test } from 'vitest';
import { headers } from '../exports/host-files.ts';
import { nginxFolder, nginxSample } from './nginx.ts';

const atRoot = new URL('https://promises.example/');
const below = new URL('https://council.example/carers/');

test('the sample for nginx sends every header that other hosts are told to send', () => {
  const told = headers(atRoot).matchAll(/^ {2}([\w-]+): (.*)$/gm);
  const names = new Set<string>();
  for (const [, name, value] of told) {
    if (name === 'Content-Type') continue;
    names.add(name!);
    expect(nginxSample(atRoot)).toContain(`add_header ${name} `);
    if (name !== 'Content-Security-Policy') expect(nginxSample(atRoot)).toContain(value);
  }
  expect(names.size).toBe(9);
});

test('it is made for the address of the site, with the folder of its host in every path', () => {
  const sample = nginxSample(below);
  expect(nginxFolder(below)).toBe('/var/www/promised/carers/');
  for (const line of [
    '"~^/carers/embed/" "";',
    '"~^/carers/_astro/" ',
    'server_name council.example;',
    'location /carers/ {',
    'root /var/www/promised;',
    'error_page 404 /carers/404.html;',
  ]) {
    expect(sample).toContain(line);
  }
  expect(nginxFolder(atRoot)).toBe('/var/www/promised/');
  expect(nginxSample(atRoot)).toContain('location / {');
});
