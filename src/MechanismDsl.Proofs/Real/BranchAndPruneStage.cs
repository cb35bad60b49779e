using MechanismDsl.Proofs.Real.Boxes;
using MechanismDsl.Proofs.Real.Derivatives;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Real;

/// <summary>
/// Proves a goal by halving the domains of the inputs until, on every box, interval arithmetic (Moore 1966) or Bernstein's coefficients show it, or a fact
/// excludes the box. Points at which the goal fails are proposed as witnesses.
/// </summary>
internal sealed class BranchAndPruneStage : IStage
{
    private const int MaximumBoxes = 1500;

    // Every statement that is not seen on a box is tried at a few of its points; only the first boxes, which are the large ones.
    private const int TriedBoxes = 64;

    /// <inheritdoc/>
    public string Name => "boxes";

    /// <inheritdoc/>
    public StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken)
    {
        // Two values of one function on both sides of x ≤ x′ are never apart on all boxes; that is the business of derivatives.
        if (SegmentGoal.Of(obligation) is { } segment && segment.IsOneFunction(obligation.Pool) && segment.Left.Mentions(segment.LeftReport))
        {
            return new StageResult.Open("one function of two reports");
        }

        // Intervals enclose the doubles themselves; comparisons are made with cancelled forms, which only real numbers have.
        var isExact = obligation.Goal is Goal.NotNaN or Goal.Finite or Goal.InRange;
        var path = PathBox.Of(obligation.Facts, new PolynomialForms(), isExact);
        if (path.IsEmpty)
        {
            return new StageResult.Open("a bound leaves no value");
        }

        var checks = Checks(obligation);
        if (checks.Count == 0)
        {
            return new StageResult.Open("not a comparison");
        }

        var terms = obligation.Facts.SelectMany(fact => new[] { fact.Left, fact.Right }).Concat(Terms(obligation.Goal));
        var symbols = SignProblem.SymbolsOf(terms);
        var ranges = path.Ranges.ToDictionary(pair => pair.Key, pair => pair.Value);
        PathBox.AddDifferences(ranges, obligation.Facts, Terms(obligation.Goal));
        var covers = new List<string>();
        foreach (var check in checks)
        {
            StageResult.Witness? witness = null;
            var tried = 0;
            var cover = new BoxSearch(symbols, obligation.Facts, MaximumBoxes).Cover(
                new Box(ranges),
                check,
                box => tried++ < TriedBoxes && (witness = Refutation(obligation, box)) is not null,
                budget,
                cancellationToken);
            if (cover is null)
            {
                return (StageResult?)witness ?? new StageResult.Open("not seen on every box");
            }

            covers.Add(cover);
        }

        return new StageResult.Closed(isExact ? Arithmetic.Exact : Arithmetic.Real, CertificateText.Write("boxes", string.Join(" ", covers), new Dictionary<int, Term>()));
    }

    private static IReadOnlyList<Func<Box, string?>> Checks(Obligation obligation)
    {
        switch (obligation.Goal)
        {
            case Goal.Impossible:
                return [_ => null];
            case Goal.NotNaN goal:
                return [box => box.RangeOf(goal.Value).MayBeNaN ? null : "interval"];
            case Goal.Finite goal:
                return [box => box.RangeOf(goal.Value).IsFinite ? "interval" : null];
            case Goal.InRange goal:
                return [box => box.BeforeOverflow(goal.Value) is { MayBeNaN: false } range && range.Low >= goal.Low && range.High <= goal.High ? "interval" : null];
            case Goal.Compare { Left.Kind: not ScalarKind.Boolean } goal when goal.Relation != Relation.NotEqual:
                var forms = new QuotientForms(obligation.Pool, goal.Left, goal.Right);
                var slack = Quotient.Of(Polynomial.Constant(Rationals.OfLiteral(goal.Slack)));
                var rise = forms.Of(goal.Right) - forms.Of(goal.Left) + slack;
                var fall = forms.Of(goal.Left) - forms.Of(goal.Right) + slack;
                return forms.IsCut || !QuotientForms.IsSmall(rise) ? []
                    : goal.Relation == Relation.Equal ? [Sign(rise, isStrict: false), Sign(fall, isStrict: false)]
                    : [Sign(rise, goal.Relation == Relation.Less)];

                Func<Box, string?> Sign(Quotient difference, bool isStrict) =>
                    new SignProblem(difference, [], (variable, box) => box.RangeOf(forms.Atoms[variable]), forms.IsSymbol, isStrict).Decide;
            default:
                return [];
        }
    }

    private static IEnumerable<Term> Terms(Goal goal) => goal switch
    {
        Goal.Compare compare => [compare.Left, compare.Right],
        Goal.NotNaN number => [number.Value],
        Goal.Finite number => [number.Value],
        Goal.InRange range => [range.Value],
        _ => [],
    };

    private static StageResult.Witness? Refutation(Obligation obligation, Box box) =>
        SampleProfile.Check(obligation, symbol => box.RangeOf(symbol).Middle)
        ?? SampleProfile.Check(obligation, symbol => box.RangeOf(symbol).Low)
        ?? SampleProfile.Check(obligation, symbol => box.RangeOf(symbol).High);
}
