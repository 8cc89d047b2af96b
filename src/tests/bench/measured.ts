import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What one run of a program took. */
export interface Figures {
  /** By the clock on the wall. */
  seconds: number;
  /** Of the processor, with all programs that it started. */
  processorSeconds: number;
  /** The most that it and they held at one time. 0 where the system does not tell. */
  megabytes: number;
}

export interface Run {
  figures: Figures;
  /** 0: it went well. */
  code: number;
  told: string;
}

/**
 * Runs a program and measures it with all that it starts. It needs a Unix shell for the time of the
 * processor, and Linux for the memory.
 *
 * @param options.cwd the folder in which to run it
 */
export async function measured(
  [program, ...words]: readonly [string, ...string[]],
  { cwd, env = process.env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Run> {
  const start = performance.now();
  const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', program, ...words], {
    cwd,
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (told += text.toString()));
  }
  let megabytes = 0;
  // By process, since one that nobody waits for is missing in what the shell tells in the end.
  const used = new Map<number, number>();
  const watching = setInterval(() => {
    const now = familyOf(child.pid!);
    megabytes = Math.max(megabytes, Math.round(sum(now.map(({ kilobytes }) => kilobytes)) / 1000));
    for (const { id, seconds } of now) used.set(id, seconds);
  }, 200);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  clearInterval(watching);
  const [, user = '0', system = '0'] = /(\d+\.\d+) (\d+\.\d+)\s*$/.exec(told) ?? [];
  return {
    figures: {
      seconds: (performance.now() - start) / 1000,
      processorSeconds: Math.max(Number(user) + Number(system), sum([...used.values()])),
      megabytes,
    },
    code,
    told,
  };
}

/** What a process and each that it started holds, and has had of the processor by itself. */
function familyOf(first: number): { id: number; kilobytes: number; seconds: number }[] {
  const family: ReturnType<typeof familyOf> = [];
  for (const open = [first]; open.length > 0;) {
    const id = open.pop()!;
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      // The name of the program, in brackets, may hold spaces. See proc(5) for the fields after it.
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const [user, system] = [fields[11], fields[12]].map((ticks) => Number(ticks) / 100);
      family.push({ id, kilobytes, seconds: user! + system! });
      for (const task of readdirSync(`/proc/${id}/task`)) {
        const children = readFileSync(`/proc/${id}/task/${task}/children`, 'utf8');
        open.push(...children.split(' ').filter(Boolean).map(Number));
      }
    } catch {
      // It ended in the meantime, or this is not Linux.
    }
  }
  return family;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** What two runs took, one after the other. */
export function together(first: Figures, second: Figures): Figures {
  return {
    seconds: first.seconds + second.seconds,
    processorSeconds: first.processorSeconds + second.processorSeconds,
    megabytes: Math.max(first.megabytes, second.megabytes),
  };
}
