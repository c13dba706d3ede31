// From starting the program to its first answer, and the memory it holds when nobody asks anything.
import { House } from '../tests/lib/house.mjs';
import { memory, quantile, report, timed } from './lib.mjs';

export async function start() {
  console.log('==> Starting and stopping the program twelve times');
  const house = await House.open({ kind: 'demo' });
  const times = [];
  for (let round = 0; round < 12; round += 1) {
    await house.stop();
    times.push(
      await timed(async () => {
        await house.start();
        await fetch(house.address);
      }),
    );
  }
  await new Promise((done) => setTimeout(done, 2_000));
  const idle = await memory(house.child.pid);
  await house.close();
  const middle = quantile(times, 0.5);
  report('start to first answer, middle of 12', `${middle.toFixed(0)} ms`, '≤ 200 ms', middle <= 200);
  report('idle memory', `${idle.toFixed(0)} MiB`, '≤ 64 MiB', idle <= 64);
}
