using Fractions;
using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning.Optimal;

/// <summary>What is written for a mechanism that a linear program found: a table of probabilities and payments.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds.</param>
/// <param name="Report">The C# type of a report.</param>
/// <param name="Outcomes">The enumeration of the outcomes and its members in order; null where one item goes to an agent or nobody.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="Types">For each agent its types, ascending.</param>
/// <param name="Rows">For each profile, the last agent's type running fastest, its types, the probability of every outcome, and every agent's payment.</param>
/// <param name="Numbers">The constants.</param>
/// <param name="Environment">What is decided, in a few words.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record OptimalPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    NumberKind Report,
    OutcomeNames? Outcomes,
    EquatableArray<string> Agents,
    EquatableArray<EquatableArray<double>> Types,
    EquatableArray<OptimalRow> Rows,
    OptimalNumbers Numbers,
    string Environment,
    EquatableArray<ExplanationLine> Explanation) : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static OptimalPlan Of(Declaration declaration, SolvedOptimum solution, UserChoice? user)
    {
        var (table, types) = (solution.Table, solution.Environment.Design.Types);
        var isItem = solution.Problem.Environment.Name == EnvironmentName.SingleItem;
        return new OptimalPlan(
            declaration.Type,
            solution.Evidence,
            user?.Value is null ? NumberKind.Double : user.TypeKind,
            isItem ? null : user is not null ? new OutcomeNames("global::" + user.OutcomeType, user.Members) : new OutcomeNames("global::MechanismDsl.TradeDecision", ["NotTraded", "Traded"]),
            solution.Problem.Population is Population.Named(var named) ? named.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            solution.Environment.Types.Select(rows => rows.Select(row => row[0]).ToEquatableArray()).ToEquatableArray(),
            Enumerable.Range(0, types.Profiles).Select(profile => new OptimalRow(
                types.TypesAt(profile).Select((type, agent) => solution.Environment.Types[agent][type][0]).ToEquatableArray(),
                table.Lotteries[profile].Take(isItem ? types.Agents : table.Design.Outcomes).Select(RationalText.ToDouble).ToEquatableArray(),
                table.Payments[profile].Select(RationalText.ToDouble).ToEquatableArray())).ToEquatableArray(),
            OptimalNumbers.Of(solution),
            WordsOf(solution.Problem.Environment.Name),
            new OptimumExplainer(solution).Explain())
        {
            Assumptions = solution.Problem.Assumptions,
        };
    }

    private static string WordsOf(EnvironmentName name) => name switch
    {
        EnvironmentName.SingleItem => "single item, finitely many types",
        EnvironmentName.PublicProject => "public project, finitely many types",
        EnvironmentName.BilateralTrade => "bilateral trade, finitely many types",
        _ => "finite outcomes, finitely many types",
    };
}

/// <summary>What happens at one profile of types.</summary>
/// <param name="Types">The types.</param>
/// <param name="Chances">The probability of every outcome; of one item, of every agent's being served.</param>
/// <param name="Payments">What every agent pays, in expectation over the lottery.</param>
internal sealed record OptimalRow(EquatableArray<double> Types, EquatableArray<double> Chances, EquatableArray<double> Payments);

/// <summary>The constants of an optimal mechanism: as doubles, and as the fractions that they are.</summary>
internal sealed record OptimalNumbers(double Revenue, string ExactRevenue, double Welfare, string ExactWelfare)
{
    /// <summary>The constants of exact numbers.</summary>
    public static OptimalNumbers Of(SolvedOptimum solution) => new(RationalText.ToDouble(solution.Revenue), Exact(solution.Revenue), RationalText.ToDouble(solution.Welfare), Exact(solution.Welfare))
    {
        Objective = solution.Problem.Optimum!.Goal == OptimumGoal.Own ? RationalText.ToDouble(solution.Objective) : null,
        ExactObjective = Exact(solution.Objective),
    };

    /// <summary>The value of a goal of the author's own; null under another goal.</summary>
    public double? Objective { get; init; }

    /// <summary>The value of the goal as the fraction that it is.</summary>
    public string ExactObjective { get; init; } = string.Empty;

    private static string Exact(Fraction number) => number.Reduce() is var reduced && reduced.Denominator.IsOne
        ? reduced.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{reduced.Numerator}/{reduced.Denominator}");
}
