import { describe, expect, it } from 'vitest';
import type { XliffChange } from '../../../../memory/formats/xliff/changes.ts';
import type { InlineCode } from '../../../../memory/model/inline.ts';
import { openXliff, writeBack } from '../../../support/xliff.ts';

const encoder = new TextEncoder();

function file12(unit: string, root = ''): string {
  return (
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"${root}>\r\n<file original="a" source-language="fr" ` +
    `target-language="en" datatype="html"><body>\r\n<!-- c --><![CDATA[ ]]>${unit}\r\n</body></file></xliff>`
  );
}

function file20(unit: string, root = ' trgLang="en"'): string {
  return (
    `<xliff version="2.0" srcLang="fr"${root} xmlns="urn:oasis:names:tc:xliff:document:2.0">` +
    `<file id="f">${unit}</file></xliff>`
  );
}

/** What the unit in the file becomes; the rest is checked to be as it was. */
function changed(wrap: (unit: string) => string, unit: string, ...changes: readonly XliffChange[]): string {
  const written = new TextDecoder().decode(writeBack(openXliff(encoder.encode(wrap(unit)), 'x'), changes));
  const [head = '', tail = ''] = wrap('\0').split('\0');
  expect(written.startsWith(head)).toBe(true);
  expect(written.endsWith(tail)).toBe(true);
  return written.slice(head.length, written.length - tail.length);
}

const in12 = (unit: string, ...changes: readonly XliffChange[]) => changed(file12, unit, ...changes);
const in20 = (unit: string, ...changes: readonly XliffChange[]) => changed(file20, unit, ...changes);

const open = (id: string): InlineCode => ({ form: 'open', id });
const close = (id: string): InlineCode => ({ form: 'close', id });

describe('writeBack to XLIFF 1.2', () => {
  it('gives the very bytes back when nothing changes', () => {
    const bytes = encoder.encode(file12('<trans-unit id="u"><source>A</source><target>B</target></trans-unit>'));
    expect(writeBack(openXliff(bytes, 'x'), [])).toBe(bytes);
  });

  it('exchanges the content of a target, its codes written as the file writes them', () => {
    const unit =
      '<trans-unit id="u"><source>a <g id="1" ctype="bold" x=\'y\'>b</g></source><target state="new" >Z</target></trans-unit>';
    expect(in12(unit, { id: '1/u', target: [open('1'), 'B & <', close('1'), ' a'] })).toBe(
      unit.replace('>Z<', '><g id="1" ctype="bold" x=\'y\'>B &amp; &lt;</g> a<'),
    );
  });

  it('puts in a target where there is none, laid out as the source', () => {
    const unit = '<trans-unit id="u">\r\n  <source xml:lang="fr">A</source>\r\n</trans-unit>';
    expect(in12(unit, { id: '1/u', target: ['B'], status: 'reviewed' })).toBe(
      '<trans-unit id="u" approved="yes">\r\n  <source xml:lang="fr">A</source>\r\n  <target xml:lang="en" state="final">B</target>\r\n</trans-unit>',
    );
  });

  it('opens an empty target tag', () => {
    expect(
      in12('<trans-unit id="u"><source>A</source><target/></trans-unit>', {
        id: '1/u',
        target: ['B'],
        status: 'confirmed',
      }),
    ).toBe('<trans-unit id="u"><source>A</source><target state="translated">B</target></trans-unit>');
  });

  it('changes state, qualifier and approval, and leaves what says the same', () => {
    const unit =
      '<trans-unit id="u" approved="yes"><source>A</source><target state="final" state-qualifier="exact-match">B</target></trans-unit>';
    expect(in12(unit, { id: '1/u', status: 'draft' })).toBe(
      '<trans-unit id="u" approved="no"><source>A</source><target state="needs-review-translation">B</target></trans-unit>',
    );
    const signed =
      '<trans-unit id="u" approved="yes"><source>A</source><target state="signed-off">B</target></trans-unit>';
    expect(in12(signed, { id: '1/u', status: 'reviewed' })).toBe(signed);
  });

  it('writes the origin of a target that nobody confirmed', () => {
    const unit = '<trans-unit id="u"><source>A</source></trans-unit>';
    const origin = { kind: 'match', match: 'exact', rate: 100 } as const;
    expect(in12(unit, { id: '1/u', target: ['B'], status: 'draft', origin })).toContain(
      '<target state="translated" state-qualifier="leveraged-tm">B</target>',
    );
  });

  it('writes a segmented target after the pattern of the segmented source', () => {
    const unit =
      '<trans-unit id="u"><source>A. B.</source><seg-source>«<g id="9"><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></g>»</seg-source></trans-unit>';
    expect(in12(unit, { id: '1/u/2', target: ['Y.'] })).toBe(
      unit.replace(
        '</trans-unit>',
        '<target>«<g id="9"><mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg" mid="2">Y.</mrk></g>»</target></trans-unit>',
      ),
    );
  });

  it('puts a segment that the target lacks behind the one before it', () => {
    const target = '<target><mrk mtype="seg" mid="1">X.</mrk><!-- c --><mrk mtype="seg" mid="3">Z.</mrk></target>';
    const marks = ['1', '2', '3'].map((mid) => `<mrk mtype="seg" mid="${mid}">S.</mrk>`).join(' ');
    const unit = `<trans-unit id="u"><source>S. S. S.</source><seg-source>${marks}</seg-source>${target}</trans-unit>`;
    expect(in12(unit, { id: '1/u/2', target: ['Y.'] }, { id: '1/u/3', target: ['W.'] })).toBe(
      unit.replace(
        target,
        '<target><mrk mtype="seg" mid="1">X.</mrk> <mrk mtype="seg" mid="2">Y.</mrk><!-- c --><mrk mtype="seg" mid="3">W.</mrk></target>',
      ),
    );
  });

  it('gives a target with several segments the state of the one least done', () => {
    const unit =
      '<trans-unit id="u"><source>A B</source><seg-source><mrk mtype="seg" mid="1">A</mrk><mrk mtype="seg" mid="2">B</mrk></seg-source>' +
      '<target state="final"><mrk mtype="seg" mid="1">X</mrk><mrk mtype="seg" mid="2">Y</mrk></target></trans-unit>';
    expect(in12(unit, { id: '1/u/1', status: 'confirmed' })).toBe(unit.replace('"final"', '"translated"'));
  });

  it('does not write elements that cross', () => {
    const unit = '<trans-unit id="u"><source><g id="1">a<g id="2">b</g></g></source><target/></trans-unit>';
    const target = [open('1'), 'a', open('2'), 'b', close('1'), 'c', close('2')];
    expect(in12(unit, { id: '1/u', target })).toBe(
      unit.replace('<target/>', '<target><bx id="1" rid="p0"/>a<g id="2">b<ex id="1-end" rid="p0"/>c</g></target>'),
    );
  });

  it('says the state in the words of Trados, memoQ and Phrase', () => {
    const trados = (conf: string) =>
      '<trans-unit id="u"><source>A</source><seg-source><mrk mtype="seg" mid="1">A</mrk></seg-source><target><mrk mtype="seg" mid="1">X</mrk></target>' +
      `<s:seg-defs><s:seg id="1"${conf} percent='100'/></s:seg-defs></trans-unit>`;
    const sdl = (unit: string) => file12(unit, ' xmlns:s="http://sdl.com/FileTypes/SdlXliff/1.0"');
    expect(changed(sdl, trados(' conf="Draft"'), { id: '1/u/1', status: 'confirmed' })).toBe(
      trados(' conf="Translated"'),
    );
    expect(changed(sdl, trados(' conf="ApprovedSignOff"'), { id: '1/u/1', status: 'reviewed' })).toBe(
      trados(' conf="ApprovedSignOff"'),
    );
    const unit = (attributes: string) =>
      `<trans-unit id="u"${attributes}><source>A</source><target>B</target></trans-unit>`;
    const memoq = (text: string) => file12(text, ' xmlns:mq="MQXliff"');
    expect(changed(memoq, unit(' mq:status="NotStarted"'), { id: '1/u', status: 'confirmed' })).toBe(
      unit(' mq:status="ManuallyConfirmed"'),
    );
    const phrase = (text: string) => file12(text, ' xmlns:m="http://www.memsource.com/mxlf/2.0"');
    expect(changed(phrase, unit(' m:confirmed="1"'), { id: '1/u', status: 'draft' })).toBe(unit(' m:confirmed="0"'));
  });
});

describe('writeBack to XLIFF 2', () => {
  it('exchanges target and state, and takes off the sub-state that refined it', () => {
    const unit =
      '<unit id="u"><segment id="s" state="final" subState="my:x"><source>a<pc id="1" dataRefStart="d">b</pc></source><target order="1">Z</target></segment></unit>';
    expect(in20(unit, { id: 'f/u/s', target: [open('1'), 'B\u0007', close('1')], status: 'confirmed' })).toBe(
      '<unit id="u"><segment id="s" state="translated"><source>a<pc id="1" dataRefStart="d">b</pc></source>' +
        '<target order="1"><pc id="1" dataRefStart="d">B<cp hex="0007"/></pc></target></segment></unit>',
    );
  });

  it('puts in a target with the white space rule of its source', () => {
    const unit = '<unit id="u"><segment><source xml:space="preserve">A</source></segment></unit>';
    expect(in20(unit, { id: 'f/u/1', target: ['B'] })).toBe(
      unit.replace('</segment>', '<target xml:space="preserve">B</target></segment>'),
    );
  });

  it('writes annotations that cross as two marks, and drops half of one', () => {
    const unit =
      '<unit id="u"><segment><source><mrk id="1" type="term">a<pc id="2">b</pc></mrk></source></segment></unit>';
    const target = [open('1'), 'a', open('2'), 'b', close('1'), close('2')];
    expect(in20(unit, { id: 'f/u/1', target })).toContain(
      '<target><sm id="1" type="term"/>a<pc id="2">b<em startRef="1"/></pc></target>',
    );
    expect(in20(unit, { id: 'f/u/1', target: [open('1'), 'a'] })).toContain('<target>a</target>');
  });

  it('names the target language where the file leaves it open', () => {
    const bytes = encoder.encode(file20('<unit id="u"><segment><source>A</source></segment></unit>', ''));
    const written = writeBack(openXliff(bytes, 'x'), [{ id: 'f/u/1', target: ['B'] }], { targetLanguage: 'en-GB' });
    expect(new TextDecoder().decode(written)).toMatch(/^<xliff [^>]* trgLang="en-GB">/);
  });
});

describe('writeBack in other encodings', () => {
  const unit = '<trans-unit id="u"><source>é</source></trans-unit>';

  it('writes UTF-16 as it was', () => {
    const text = `\u{FEFF}${file12(unit)}`;
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    const written = writeBack(openXliff(bytes, 'x'), [{ id: '1/u', target: ['à 😀'] }]);
    expect(Buffer.from(written).toString('utf16le')).toBe(
      text.replace('</trans-unit>', '<target>à 😀</target></trans-unit>'),
    );
  });

  it('writes what a Windows code page lacks as character references', () => {
    const text = `<?xml version="1.0" encoding="windows-1252"?>${file12(unit)}`;
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    const written = writeBack(openXliff(bytes, 'x'), [{ id: '1/u', target: ['à 😀'] }]);
    expect(Buffer.from(written).toString('latin1')).toBe(
      text.replace('</trans-unit>', '<target>&#224; &#128512;</target></trans-unit>'),
    );
  });
});
