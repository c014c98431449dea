import { describe, expect, it } from 'vitest';
import { headingKey, renderTable, sortRows, type Table, tableToJson } from './table.js';

const terminal = { decorated: true, color: false };
const pipe = { decorated: false, color: false };
const instances: Table = {
  title: "Deployment 'nginx'",
  content: 'instances',
  header: ['Instance', 'Process State', 'IPs'],
  rows: [
    ['nginx/1', 'running', '10.0.9.165\n2601:646:100:69f1::165'],
    ['nginx/1', '', ''],
  ],
  notes: ['(*) A note'],
};

describe('renderTable', () => {
  it('decorates for a terminal', () => {
    expect(renderTable(instances, terminal)).toBe(
      [
        "Deployment 'nginx'",
        '',
        'Instance  Process State  IPs  ',
        'nginx/1   running        10.0.9.165  ',
        '                         2601:646:100:69f1::165  ',
        '~         -              -  ',
        '',
        '(*) A note',
        '',
        '2 instances',
        '',
      ].join('\n'),
    );
  });

  it('keeps cells and tabs only for a pipe, and repeats the first cell', () => {
    expect(renderTable(instances, pipe)).toBe(
      ['nginx/1\trunning\t10.0.9.165\t', '       \t       \t2601:646:100:69f1::165\t', 'nginx/1\t-      \t-\t', ''].join('\n'),
    );
  });

  it('shows one line a field when transposed', () => {
    const table = { header: ['Name', 'User'], rows: [['d', '']], transposed: true };
    expect(renderTable(table, terminal)).toBe('Name  d  \nUser  -  \n');
    expect(renderTable(table, pipe)).toBe('d\t\n-\t\n');
  });

  it('shows the chosen columns in the order of the table', () => {
    expect(renderTable(instances, { ...pipe, columns: ['ips', 'instance'] }).split('\n')[0]).toBe('nginx/1\t10.0.9.165\t');
  });

  it('never singularises', () => expect(renderTable({ content: 'vms', header: ['A'], rows: [['x']] }, terminal)).toContain('\n1 vms\n'));

  it('counts instances, not process rows', () => expect(renderTable({ ...instances, count: 1 }, terminal)).toContain('\n1 instances\n'));
});

describe('a table that is wider than the terminal', () => {
  const address = '2601:646:100:69f1:20d:b9ff:fe48:9249';
  const wide: Table = {
    content: 'instances',
    header: ['Instance', 'Static\nUsed', 'IPs'],
    rows: [
      ['nginx/1', '1', `10.0.9.165\n${address}`],
      ['nginx/1', '', '10.0.9.166'],
    ],
  };
  const lines = (width: number, table = wide): string[] => renderTable(table, { ...terminal, width }).split('\n');

  it('is a block a row, and no line of it wraps', () => {
    expect(lines(53)).toEqual([
      'Instance     nginx/1',
      'Static Used  1',
      'IPs          10.0.9.165',
      `             ${address}`,
      '',
      'Instance     nginx/1',
      'Static Used  -',
      'IPs          10.0.9.166',
      '',
      '2 instances',
      '',
    ]);
  });

  it('stays a table where it fits, without the blanks at the ends of lines where those would not', () => {
    const plain = renderTable(wide, terminal).split('\n');
    expect(Math.max(...plain.map((line) => line.length))).toBe(56);
    expect(lines(56)).toEqual(plain);
    for (const width of [54, 55]) expect(lines(width)).toEqual(plain.map((line) => line.trimEnd()));
  });

  it('is measured without its colours', () => {
    expect(renderTable(wide, { ...terminal, color: true, width: 56 })).toBe(renderTable(wide, { ...terminal, color: true }));
  });

  it('keeps its headings when it has no rows', () => {
    expect(lines(10, { ...wide, rows: [] })[0]).toContain('Instance');
  });

  it('is as it was where there is no terminal', () => expect(renderTable(wide, { ...pipe, width: 20 })).toBe(renderTable(wide, pipe)));
});

describe('tableToJson', () => {
  it('has keys of headings and strings only', () => {
    expect(tableToJson(instances)).toEqual({
      Content: 'instances',
      Header: { instance: 'Instance', process_state: 'Process State', ips: 'IPs' },
      Rows: [
        { instance: 'nginx/1', process_state: 'running', ips: '10.0.9.165\n2601:646:100:69f1::165' },
        { instance: 'nginx/1', process_state: '', ips: '' },
      ],
      Notes: ['(*) A note'],
    });
  });

  it.each([
    ['Release(s)', 'release_s'],
    ['VM CID', 'vm_cid'],
    ['CPU\nTotal', 'cpu_total'],
    ['#', '0'],
  ])('%s is %s', (heading, key) => expect(headingKey(heading, 0)).toBe(key));
});

describe('sortRows', () => {
  it('sorts by keys, then by further columns, down where asked', () => {
    const rows = [
      ['b', { text: '9', sort: 9 }],
      ['a', { text: '10', sort: 10 }],
      ['a', { text: '9', sort: 9 }],
    ] as const;
    expect(sortRows(rows, [0], [1]).map(([, cell]) => cell.text)).toEqual(['9', '10', '9']);
    expect(sortRows(rows, [1, -1])[0]?.[1].text).toBe('10');
  });
});
