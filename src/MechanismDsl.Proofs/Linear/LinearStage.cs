using Fractions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Linear;

/// <summary>
/// Proves a goal in real arithmetic from linear relations among atoms: the facts together with the negated goal have no solution. Minima, maxima,
/// absolute values and pairs of values of one monotone function are split into cases where a solution ignores them.
/// </summary>
internal sealed class LinearStage : IStage
{
    private const int MaximumDepth = 8;
    private const int MaximumSystems = 60;
    private const double Slack = 1e-9;

    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken)
    {
        var negations = Negations(obligation.Goal);
        if (negations.Count == 0)
        {
            return new StageResult.Open("not a comparison");
        }

        var model = new LinearModel(obligation);
        var result = Refute(model, negations, "linear", budget, cancellationToken);
        return result is StageResult.Open && obligation.Goal is Goal.Compare { Relation: Relation.LessOrEqual or Relation.Equal, Slack: 0 } goal
            ? Refute(model, Negations(goal with { Slack = SlackOf(model, goal) }), "linear up to rounding", budget, cancellationToken)
            : result;
    }

    /// <summary>What a second attempt leaves to rounding: absolute, and smaller where the values themselves are small.</summary>
    public static double SlackOf(LinearModel model, Goal.Compare goal) => Slack * Math.Min(1, Math.Max(Magnitude(model, goal.Left), Magnitude(model, goal.Right)));

    private static IReadOnlyList<Fact> Alternatives(Goal goal) => goal switch
    {
        Goal.Compare { Relation: Relation.Equal } compare => [new(Relation.Less, compare.Right, compare.Left), new(Relation.Less, compare.Left, compare.Right)],
        Goal.Compare compare => [new Fact(compare.Relation, compare.Left, compare.Right).Negated],
        _ => [],
    };

    /// <summary>The rows of each of the alternatives, all of which must be impossible for the goal to hold.</summary>
    public static IReadOnlyList<Func<LinearModel, IEnumerable<LinearRow>>> Negations(Goal goal)
    {
        switch (goal)
        {
            case Goal.Impossible:
                return [_ => []];
            case Goal.Compare { Left.Kind: not ScalarKind.Boolean } compare:
                return [.. Alternatives(goal).Select<Fact, Func<LinearModel, IEnumerable<LinearRow>>>(fact => model => Loosen(model.Of(fact, "goal"), compare.Slack))];
            case Goal.InRange range:
                return [model => Beyond(model, range.Value, range.Low, 1), model => Beyond(model, range.Value, range.High, -1)];
            default:
                return [];
        }
    }

    // right − left < 0 becomes right + slack − left < 0: the goal may fail by less.
    private static IEnumerable<LinearRow> Loosen(IEnumerable<LinearRow> rows, double slack) => slack == 0
        ? rows
        : rows.Select(row => row with { Form = row.Form + Polynomial.Constant(Rationals.OfLiteral(slack)) });

    private static IEnumerable<LinearRow> Beyond(LinearModel model, Term value, double bound, int sign) =>
        [new LinearRow((model.Forms.Of(value) - Polynomial.Constant(Rationals.OfBinary(bound))) * new Fraction(sign), true, sign > 0 ? "goal low" : "goal high")];

    private static double Magnitude(LinearModel model, Term term)
    {
        var range = model.Box.RangeOf(term);
        return Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
    }

    private static StageResult Refute(
        LinearModel model, IReadOnlyList<Func<LinearModel, IEnumerable<LinearRow>>> negations, string technique, Budget budget, CancellationToken cancellationToken)
    {
        var proofs = new List<string>();
        foreach (var negation in negations)
        {
            var search = new Search(model, budget, cancellationToken);
            if (search.Refute(model.With(negation(model)), 0) is not { } proof)
            {
                return (StageResult?)search.Witness ?? new StageResult.Open(search.Reason);
            }

            proofs.Add(proof);
        }

        return new StageResult.Closed(Arithmetic.Real, CertificateText.Write(technique, string.Join(" ", proofs), model.Forms.Atoms));
    }

    /// <summary>The search through the cases of one negated goal.</summary>
    private sealed class Search(LinearModel model, Budget budget, CancellationToken cancellationToken)
    {
        private int _systems;

        /// <summary>A point at which the goal seems to fail.</summary>
        public StageResult.Witness? Witness { get; private set; }

        /// <summary>Why there is no proof.</summary>
        public string Reason { get; private set; } = "the linear relations have a solution";

        /// <summary>A proof that the rows have no solution, or null.</summary>
        public string? Refute(IReadOnlyList<LinearRow> rows, int depth)
        {
            if (++_systems > MaximumSystems)
            {
                Reason = "too many cases";
                return null;
            }

            switch (Simplex.Solve(rows, budget, cancellationToken))
            {
                case LinearAnswer.Infeasible infeasible:
                    return $"({string.Join(" ", infeasible.Combination.Select(pair => $"{CertificateText.Of(pair.Multiplier)} [{pair.Row.Origin}]"))})";
                case LinearAnswer.Feasible feasible:
                    var cases = depth < MaximumDepth ? Ignored(rows, feasible.Values) : null;
                    if (cases is not var (name, first, second))
                    {
                        Witness ??= Sample(feasible.Values);
                        return null;
                    }

                    return Refute([.. first, .. rows], depth + 1) is { } one && Refute([.. second, .. rows], depth + 1) is { } two
                        ? $"(split {name} {one} {two})"
                        : null;
                default:
                    Reason = "out of steps";
                    return null;
            }
        }

        // An atom whose cases the solution ignores: it is neither of the operands, or two values of a monotone function are in the wrong order.
        private (string Name, IReadOnlyList<LinearRow> First, IReadOnlyList<LinearRow> Second)? Ignored(
            IReadOnlyList<LinearRow> rows, IReadOnlyDictionary<Monomial, Fraction> values)
        {
            var atoms = rows.SelectMany(row => row.Form.Variables).Distinct().OrderBy(atom => atom).ToList();
            foreach (var atom in atoms)
            {
                if (model.CasesOf(atom) is var (first, second) && !first.All(Holds) && !second.All(Holds))
                {
                    return ($"v{atom}", first, second);
                }
            }

            foreach (var (one, two) in MonotonePairs.Of(atoms, model.Forms))
            {
                var (first, second) = MonotonePairs.CasesOf(one, two, model.Forms);
                if (!first.All(Holds) && !second.All(Holds))
                {
                    return ($"v{one.Id} v{two.Id}", first, second);
                }
            }

            return null;

            bool Holds(LinearRow row)
            {
                var value = row.Form.Terms.Aggregate(Fraction.Zero, (sum, term) => sum + (term.Value * Value(term.Key)));
                return value.IsNegative || (value.IsZero && !row.IsStrict);
            }

            Fraction Value(Monomial monomial) => monomial.Degree == 0 ? Fraction.One : values.TryGetValue(monomial, out var value) ? value : Product(monomial);

            Fraction Product(Monomial monomial) => monomial.Variables.Aggregate(
                Fraction.One, (product, variable) => product * (values.TryGetValue(Monomial.Of(variable), out var factor) ? factor : Fraction.Zero));
        }

        private StageResult.Witness? Sample(IReadOnlyDictionary<Monomial, Fraction> values) => SampleProfile.Check(
            model.Obligation,
            symbol => values.TryGetValue(Monomial.Of(symbol.Id), out var value) ? Rationals.Nearest(value) : model.Box.RangeOf(symbol).Middle);
    }
}
