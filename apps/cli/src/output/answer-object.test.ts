import { expect, it } from 'vitest';
import { AnswerObject } from './answer-object.js';

it("has the API's objects under the table's name, and joins lists", () => {
  const answer = new AnswerObject();
  answer.addTable({ content: 'instances', header: ['Instance'], rows: [['a/1']], api: [{ id: '1', ips: ['::1'] }] });
  answer.addTable({ content: 'instances', header: ['Instance'], rows: [['b/2']], api: [{ id: '2', ips: [] }] });
  answer.addTable({ header: ['ID'], rows: [['7']], api: { config: { id: '7' } } });
  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    instances: [
      { id: '1', ips: ['::1'] },
      { id: '2', ips: [] },
    ],
    config: { id: '7' },
  });
});

it('has rows where there are no objects, texts as they are, and what went wrong', () => {
  const answer = new AnswerObject();
  answer.addTable({ title: 'Unused Releases', header: ['Name', 'Size (mb)'], rows: [['a', { text: '1', sort: 1 }]] });
  answer.addText('a: 1\n');
  answer.addText('b: 2\n');
  answer.fail(new Error('gone'), 4);
  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    unused_releases: [{ name: 'a', size_mb: '1' }],
    text: 'a: 1\nb: 2\n',
    error: { message: 'gone', exit_code: 4 },
  });
});
