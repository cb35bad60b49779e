using Fractions;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Linear;

/// <summary>The facts of a path as rows in real arithmetic, with what is known about the atoms that occur in them.</summary>
internal sealed class LinearModel
{
    private const int MaximumAtoms = 40;
    private const int MaximumRows = 250;

    private readonly Obligation _obligation;
    private readonly List<LinearRow> _facts = [];

    /// <summary>The model of an obligation's facts.</summary>
    public LinearModel(Obligation obligation)
    {
        _obligation = obligation;
        Box = PathBox.Of(obligation.Facts, Forms);
        for (var index = 0; index < obligation.Facts.Count; index++)
        {
            _facts.AddRange(Of(obligation.Facts[index], $"fact {index}"));
        }
    }

    /// <summary>The forms of the terms.</summary>
    public PolynomialForms Forms { get; } = new();

    /// <summary>Ranges on the path.</summary>
    public PathBox Box { get; }

    /// <summary>All rows that hold on the path together with additional ones, for example the negated goal.</summary>
    public IReadOnlyList<LinearRow> With(IEnumerable<LinearRow> additional)
    {
        // The additional rows come first, so that limits cut off what is far from them.
        var rows = additional.ToList();
        rows.AddRange(_facts);
        var seen = new HashSet<int>();
        for (var index = 0; index < rows.Count && rows.Count < MaximumRows; index++)
        {
            foreach (var atom in rows[index].Form.Variables)
            {
                if (seen.Count < MaximumAtoms && seen.Add(atom))
                {
                    rows.AddRange(AtomRows.Of(Forms.Atoms[atom], Forms, Box));
                    rows.AddRange(Bounds(atom));
                }
            }
        }

        rows.AddRange(new ProductRows(Box).Of(rows));
        return rows;
    }

    /// <summary>The rows of a comparison; integers that differ differ by one.</summary>
    public IEnumerable<LinearRow> Of(Fact fact, string origin)
    {
        if (fact.Left.Kind == ScalarKind.Boolean)
        {
            return [];
        }

        var form = Forms.Of(fact.Left) - Forms.Of(fact.Right);
        var isWhole = fact.Left.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        return fact.Relation switch
        {
            Relation.LessOrEqual => [new LinearRow(form, false, origin)],
            Relation.Less when isWhole => [new LinearRow(form + Polynomial.One, false, origin)],
            Relation.Less => [new LinearRow(form, true, origin)],
            Relation.Equal => [new LinearRow(form, false, origin), new LinearRow(form * Fraction.MinusOne, false, origin + " reversed")],
            _ => [],
        };
    }

    /// <summary>The rows of the cases of a minimum, maximum or absolute value.</summary>
    public (IReadOnlyList<LinearRow> First, IReadOnlyList<LinearRow> Second)? CasesOf(int atom)
    {
        if (AtomRows.CasesOf(Forms.Atoms[atom], Forms) is not var (condition, first, second))
        {
            return null;
        }

        var variable = Polynomial.Variable(atom);
        return ([Row(condition, "1 if"), Row(variable - first, "1 up"), Row(first - variable, "1 down")],
            [Row(condition * Fraction.MinusOne, "2 if"), Row(variable - second, "2 up"), Row(second - variable, "2 down")]);

        LinearRow Row(Polynomial form, string name) => new(form, false, $"case v{atom} {name}");
    }

    /// <summary>The obligation whose facts these are.</summary>
    public Obligation Obligation => _obligation;

    private IEnumerable<LinearRow> Bounds(int atom)
    {
        var (low, high) = Box.BoundsOf(atom);
        if (low is { } least)
        {
            yield return new LinearRow(Polynomial.Constant(least) - Polynomial.Variable(atom), false, $"low v{atom}");
        }

        if (high is { } most)
        {
            yield return new LinearRow(Polynomial.Variable(atom) - Polynomial.Constant(most), false, $"high v{atom}");
        }
    }
}
