using Fractions;

namespace MechanismDsl.Theory.Tests.Service;

/// <summary>A linear program in exact rationals: the largest c·x with A·x ≤ b, x ≥ 0, for b ≥ 0, by the simplex method with Bland's rule (1977), which cannot cycle.</summary>
internal sealed class ExactProgram(int variables)
{
    private readonly Fraction[] _objective = [.. Enumerable.Repeat(Fraction.Zero, variables)];
    private readonly List<(Fraction[] Row, Fraction Bound)> _rows = [];

    /// <summary>Adds to the coefficient of a variable in the objective.</summary>
    public void Want(int variable, Fraction amount) => _objective[variable] += amount;

    /// <summary>A new constraint Σ coefficients·x ≤ bound; the bound is at least 0.</summary>
    public void AtMost(Fraction bound, params IEnumerable<(int Variable, Fraction Amount)> terms)
    {
        var row = Enumerable.Repeat(Fraction.Zero, variables).ToArray();
        foreach (var (variable, amount) in terms)
        {
            row[variable] += amount;
        }

        _rows.Add((row, bound));
    }

    /// <summary>The maximum.</summary>
    public Fraction Maximum()
    {
        var count = _rows.Count;
        var table = _rows.Select((one, row) => one.Row.Concat(Enumerable.Range(0, count).Select(slack => slack == row ? Fraction.One : Fraction.Zero)).Append(one.Bound).ToArray()).ToArray();
        var reduced = _objective.Concat(Enumerable.Repeat(Fraction.Zero, count + 1)).ToArray();
        var basis = Enumerable.Range(variables, count).ToArray();
        while (Array.FindIndex(reduced, 0, variables + count, amount => amount > Fraction.Zero) is var entering and >= 0)
        {
            var leaving = Enumerable.Range(0, count).Where(row => table[row][entering] > Fraction.Zero)
                .OrderBy(row => table[row][^1] / table[row][entering]).ThenBy(row => basis[row]).DefaultIfEmpty(-1).First();
            Assert.True(leaving >= 0, "the program is unbounded");
            var pivot = table[leaving][entering];
            table[leaving] = [.. table[leaving].Select(amount => amount / pivot)];
            for (var row = 0; row < count; row++)
            {
                if (row != leaving)
                {
                    Subtract(table[row], table[leaving], table[row][entering]);
                }
            }

            Subtract(reduced, table[leaving], reduced[entering]);
            basis[leaving] = entering;
        }

        return Fraction.Zero - reduced[^1];
    }

    private static void Subtract(Fraction[] row, Fraction[] pivot, Fraction factor)
    {
        if (factor.IsZero)
        {
            return;
        }

        for (var column = 0; column < row.Length; column++)
        {
            row[column] -= factor * pivot[column];
        }
    }
}
