using Fractions;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>What values a column's variable may have.</summary>
internal enum ColumnKind
{
    /// <summary>At least zero.</summary>
    NonNegative,

    /// <summary>Any value.</summary>
    Free,

    /// <summary>Zero only: the slack of an equation.</summary>
    Zero,
}

/// <summary>
/// A program as the simplex method wants it: maximise c·x over A x + s = b, with one slack a row. Rows with ≥ and an objective to be minimised are negated.
/// Columns are the variables, then the slacks.
/// </summary>
internal sealed class ColumnForm
{
    /// <summary>Writes a program in this form.</summary>
    public ColumnForm(LinearProgram program)
    {
        Rows = program.Constraints.Count;
        Variables = program.Variables.Count;
        RowSigns = [.. program.Constraints.Select(constraint => constraint.Relation == Relation.AtLeast ? Fraction.MinusOne : Fraction.One)];
        Bounds = [.. program.Constraints.Select((constraint, row) => constraint.Bound * RowSigns[row])];
        Sense = program.IsMaximised ? Fraction.One : Fraction.MinusOne;
        Costs = [.. Enumerable.Range(0, Variables + Rows).Select(column => column < Variables ? program.Objective[column] * Sense : Fraction.Zero)];
        Kinds =
        [
            .. program.Variables.Select(variable => variable.IsFree ? ColumnKind.Free : ColumnKind.NonNegative),
            .. program.Constraints.Select(constraint => constraint.Relation == Relation.Equal ? ColumnKind.Zero : ColumnKind.NonNegative),
        ];
        var columns = Enumerable.Range(0, Variables).Select(_ => new List<KeyValuePair<int, Fraction>>()).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            foreach (var term in program.Constraints[row].Form.Terms)
            {
                columns[term.Key].Add(new KeyValuePair<int, Fraction>(row, term.Value * RowSigns[row]));
            }
        }

        Columns = [.. columns, .. Enumerable.Range(0, Rows).Select(row => new List<KeyValuePair<int, Fraction>> { new(row, Fraction.One) })];
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of variables without slacks.</summary>
    public int Variables { get; }

    /// <summary>+1, or −1 for rows that were negated.</summary>
    public Fraction[] RowSigns { get; }

    /// <summary>b.</summary>
    public Fraction[] Bounds { get; }

    /// <summary>+1, or −1 where the objective was negated.</summary>
    public Fraction Sense { get; }

    /// <summary>c, zero for slacks.</summary>
    public Fraction[] Costs { get; }

    /// <summary>What values each column's variable may have.</summary>
    public ColumnKind[] Kinds { get; }

    /// <summary>The entries other than zero of every column, by row.</summary>
    public List<KeyValuePair<int, Fraction>>[] Columns { get; }

    /// <summary>The product of a row of numbers with a column.</summary>
    public Fraction Product(Fraction[] row, int column)
    {
        var sum = Fraction.Zero;
        foreach (var entry in Columns[column])
        {
            if (!row[entry.Key].IsZero)
            {
                sum += row[entry.Key] * entry.Value;
            }
        }

        return sum;
    }
}
