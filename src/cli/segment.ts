import { languageOf, parseLanguageTag } from '../../memory/model/language.ts';
import { segmentText } from '../../memory/text/segmentation/segmentation.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { readFileDocument, writeWarnings } from './installation.ts';

export const segmentCommand: Command = {
  summary: 'Prints the segments of a document, one a line or as a JSON array; - reads standard input',
  usage: 'segment FILE --language fr|en [--json]',
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { language: { type: 'string' }, json: { type: 'boolean' } });
    const file = onlyArgument(positionals, 'FILE');
    const language = languageOf(parseLanguageTag(required(values.language, '--language'), '--language'));
    const document = await readFileDocument(file, terminal);
    writeWarnings(document.warnings, terminal);
    const segments = segmentText(document.text, language).map(({ text }) => text);
    if (values.json) writeLine(terminal.stdout, JSON.stringify(segments));
    else for (const segment of segments) writeLine(terminal.stdout, segment);
    return 0;
  },
};
