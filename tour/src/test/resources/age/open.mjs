// Opens age files with the npm package age-encryption: open.mjs TARGET FILE…
// The identity comes on standard input; each plaintext goes to TARGET under the file's own name.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Decrypter } from 'age-encryption';

const [target, ...files] = process.argv.slice(2);
const decrypter = new Decrypter();
decrypter.addIdentity(readFileSync(0, 'utf8').trim());
for (const file of files) {
  const plain = await decrypter.decrypt(readFileSync(file), 'uint8array');
  writeFileSync(join(target, basename(file)), plain);
}
