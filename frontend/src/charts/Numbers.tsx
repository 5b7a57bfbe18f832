/** The numbers of a chart as a table, for whoever would rather read than look. */

interface NumbersProps {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export function Numbers({ caption, heads, rows }: NumbersProps) {
  return (
    <details class="numbers">
      <summary>As numbers</summary>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
