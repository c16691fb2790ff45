// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node hubotpeer.mjs CACHE FILE: Hubot, from CACHE/node_modules, with the commands of FILE as regular expressions:
// {"commands":[regex…],"lines":[…],"chatter":[…]}. Prints {"commands_per_s","chatter_per_s","version"}.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [cache, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${cache}/`));
const hubot = await import(pathToFileURL(require.resolve('hubot')).href);
const { Robot, TextMessage, User } = hubot.default?.Robot ? hubot.default : hubot;
const input = JSON.parse(readFileSync(file, 'utf8'));
const robot = new Robot(null, false, 'wardroom');
robot.adapter = { send() {}, reply() {}, run() {}, close() {} };
let matched = 0;
for (const each of input.commands) robot.hear(new RegExp(each, 'i'), () => { matched += 1; });
const user = new User('1', { name: 'mei', room: 'ops' });

// Of the processor, as ours is: another program's turn is nobody's cost.
const now = () => { const used = process.cpuUsage(); return BigInt(used.user + used.system) * 1000n; };

async function perSecond(lines) {
  let count = 0;
  const hear = async (long) => {
    const begin = now();
    for (count = 0; now() - begin < long; )
      for (let i = 0; i < 100; ++i, ++count) await robot.receive(new TextMessage(user, lines[count % lines.length], String(count)));
    return (count * 1e9) / Number(now() - begin);
  };
  await hear(400_000_000n); // until its compiler has seen what is hot
  return hear(800_000_000n);
}

const commands = await perSecond(input.lines);
const hits = matched;
const chatter = await perSecond(input.chatter);
console.log(JSON.stringify({ commands_per_s: commands, chatter_per_s: chatter, matched: hits }));
process.exit(0);
