// Every npm script starts here. It is plain JavaScript that any Node reads, because an older one
// stops at the first TypeScript file with an error that nobody understands.
'use strict';

var name = process.argv[2];
var typescript = process.features && process.features.typescript;

if (!typescript) {
  process.stderr.write(
    'This is Node ' +
      process.versions.node +
      ', and this project needs Node 22.18 or later. Install a newer one from https://nodejs.org/ and try again.\n',
  );
  process.exitCode = 2;
} else {
  // Node keeps what it makes of our TypeScript and of packages, for this and for what this starts.
  var kept = process.env.NODE_COMPILE_CACHE || __dirname + '/../../.cache/node';
  process.env.NODE_COMPILE_CACHE = kept;
  process.getBuiltinModule('node:module').enableCompileCache(kept);
  process.argv.splice(1, 2, __dirname + '/' + name + '.ts');
  import('./' + name + '.ts');
}
