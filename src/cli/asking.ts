import { createInterface } from 'node:readline';
import { createInterface as createDialogue } from 'node:readline/promises';
import { ReadStream } from 'node:tty';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Terminal } from './command.ts';

/** Questions to whoever sits at the terminal; where nobody does, their answers are the lines of standard input. */
export interface Questions {
  /** @throws CalqueError `usage` where there is no answer */
  ask(question: string): Promise<string>;
  /** The same, and what is typed is not shown. */
  askSecret(question: string): Promise<string>;
}

export function asking({ stdin, stderr }: Terminal): Questions {
  if (stdin instanceof ReadStream) {
    return {
      ask: async (question) => given(question, await typed(stdin, stderr, question)),
      askSecret: async (question) => given(question, await typedUnseen(stdin, stderr, question)),
    };
  }
  const lines = createInterface({ input: stdin, terminal: false })[Symbol.asyncIterator]();
  const ask: Questions['ask'] = async (question) => {
    const { value, done } = await lines.next();
    return given(question, done === true ? '' : value);
  };
  return { ask, askSecret: ask };
}

function given(question: string, answer: string): string {
  if (answer !== '') return answer;
  throw new CalqueError('usage', `${question} is missing: type it, or send it as a line of standard input.`);
}

async function typed(input: ReadStream, output: Terminal['stderr'], question: string): Promise<string> {
  const dialogue = createDialogue({ input, output });
  try {
    return await dialogue.question(`${question}: `);
  } finally {
    dialogue.close();
  }
}

/** Reads a line sign by sign from a terminal that shows none of them. */
function typedUnseen(input: ReadStream, output: Terminal['stderr'], question: string): Promise<string> {
  output.write(`${question}: `);
  input.setRawMode(true);
  input.resume();
  return new Promise((done, fail) => {
    let text = '';
    const end = (settle: () => void): void => {
      input.off('data', read);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      settle();
    };
    const read = (data: Buffer): void => {
      for (const sign of data.toString('utf8')) {
        const ends = sign === '\r' || sign === '\n' || sign === '\u0004';
        if (ends || sign === '\u0003') {
          end(() => (ends ? done(text) : fail(new CalqueError('usage', 'It was broken off.'))));
          return;
        }
        if (sign === '\u007f' || sign === '\b') text = Array.from(text).slice(0, -1).join('');
        else text += sign;
      }
    };
    input.on('data', read);
  });
}
