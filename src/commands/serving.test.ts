import { expect, test } from 'vitest';
import { servedAddress, serverFrom } from './serving.ts';

test.each([
  ['https://carers.example', 'http://localhost:8080/'],
  ['https://carers.example/', 'http://localhost:8080/'],
  ['https://anytown.example/carers', 'http://localhost:8080/carers/'],
  ['https://anytown.example/our/carers/', 'http://localhost:8080/our/carers/'],
])('a site that will be at %s is shown at %s', (url, shown) => {
  expect(servedAddress(serverFrom({ port: '8080' }), url)).toBe(shown);
});

test('the name that was asked for is in the address', () => {
  const server = serverFrom({ port: '4321', host: '0.0.0.0' });
  expect(servedAddress(server, 'https://carers.example/')).toBe('http://0.0.0.0:4321/');
  expect(serverFrom({})).toEqual({});
});

test.each(['0', '65536', 'eighty', '80a', '-1', ''])('“%s” is no port', (port) => {
  expect(() => serverFrom({ port })).toThrow(`“${port}” is not a port.`);
});
