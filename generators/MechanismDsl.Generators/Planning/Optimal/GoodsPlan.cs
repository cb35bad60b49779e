using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning.Optimal;

/// <summary>What is written for a mechanism that divides several goods by a table.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds.</param>
/// <param name="Goods">The names of the goods as members of a report.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="Values">For each agent and good its values, ascending.</param>
/// <param name="Divisions">The divisions that are possible at some profile: for each good the index of its owner, or −1.</param>
/// <param name="Rows">For each profile, the last agent's type running fastest, what is reported in words, the probability of every division, and every agent's payment.</param>
/// <param name="Numbers">The constants.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record GoodsPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    EquatableArray<string> Goods,
    EquatableArray<string> Agents,
    EquatableArray<EquatableArray<EquatableArray<double>>> Values,
    EquatableArray<EquatableArray<int>> Divisions,
    EquatableArray<GoodsRow> Rows,
    OptimalNumbers Numbers,
    EquatableArray<ExplanationLine> Explanation) : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static GoodsPlan Of(Declaration declaration, SolvedOptimum solution)
    {
        var agents = solution.Agents;
        var goods = (AdditiveGoods)solution.Problem.Environment.Feasible;
        var table = solution.Table;
        var possible = Enumerable.Range(0, table.Design.Outcomes).Where(outcome => table.Lotteries.Any(row => !row[outcome].IsZero)).ToList();
        var words = new Language.Optima.ConstraintWords(solution.Problem, solution.Environment);
        return new GoodsPlan(
            declaration.Type,
            solution.Evidence,
            Enumerable.Range(0, goods.Count).Select(good => FieldOf(goods.Names, good)).ToEquatableArray(),
            solution.Problem.Population is Population.Named ? agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            agents.Select(agent => agent.GoodPriors.Select(prior => ((AtomicPrior)prior).Values).ToEquatableArray()).ToEquatableArray(),
            possible.Select(outcome => GoodsDivision.OwnersOf(agents.Count, goods.Count, outcome)).ToEquatableArray(),
            Enumerable.Range(0, table.Design.Types.Profiles).Select(profile => RowOf(table, profile, possible, words)).ToEquatableArray(),
            OptimalNumbers.Of(solution),
            new OptimumExplainer(solution).Explain())
        {
            Assumptions = solution.Problem.Assumptions,
        };
    }

    /// <summary>The member of a report for a good: its name, or <c>Good0</c>.</summary>
    public static string FieldOf(EquatableArray<string> names, int good) => good < names.Count ? names[good] : FormattableString.Invariant($"Good{good}");

    private static GoodsRow RowOf(FiniteMechanism table, int profile, List<int> possible, Language.Optima.ConstraintWords words) => new(
        words.Profile(profile),
        possible.Select(outcome => RationalText.ToDouble(table.Lotteries[profile][outcome])).ToEquatableArray(),
        table.Payments[profile].Select(RationalText.ToDouble).ToEquatableArray());
}

/// <summary>What happens at one profile of types.</summary>
/// <param name="Words">The types.</param>
/// <param name="Chances">The probability of every division.</param>
/// <param name="Payments">What every agent pays, in expectation over the lottery.</param>
internal sealed record GoodsRow(string Words, EquatableArray<double> Chances, EquatableArray<double> Payments);
