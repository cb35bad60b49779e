using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a sale to agents with correlated types: a table of chances and payments.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds.</param>
/// <param name="Currency">The type of reports and payments.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="Types">For each agent its types, ascending.</param>
/// <param name="Rows">For each profile, the last agent's type running fastest, its types and every agent's chance and payment.</param>
/// <param name="Revenue">Expected payments less the cost of selling.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record ExtractionPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    EquatableArray<string> Agents,
    EquatableArray<EquatableArray<double>> Types,
    EquatableArray<ExtractionRow> Rows,
    double Revenue,
    EquatableArray<ExplanationLine> Explanation) : FilePlan(Type, Evidence)
{
    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static ExtractionPlan Of(Declaration declaration, SolvedExtraction solution)
    {
        var (money, types) = (solution.Problem.Money, solution.Prior.Types);
        return new ExtractionPlan(
            declaration.Type,
            solution.Evidence,
            new Currency(money.Kind, money.Decimals),
            solution.Problem.Population is Population.Named(var named) ? named.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [],
            solution.Values,
            Enumerable.Range(0, types.Profiles).Select(profile => new ExtractionRow(
                types.TypesAt(profile).Select((type, agent) => solution.Values[agent][type]).ToEquatableArray(),
                Enumerable.Range(0, types.Agents).Select(agent => RationalText.ToDouble(solution.Table.Lotteries[profile][agent])).ToEquatableArray(),
                solution.Table.Payments[profile].Select(RationalText.ToDouble).ToEquatableArray())).ToEquatableArray(),
            RationalText.ToDouble(solution.Revenue),
            new ExtractionExplainer(solution).Explain())
        {
            Assumptions = solution.Problem.Assumptions,
        };
    }
}

/// <summary>What happens at one profile of types.</summary>
/// <param name="Types">The types.</param>
/// <param name="Chances">Every agent's probability of being served.</param>
/// <param name="Payments">What every agent pays, in expectation over the lottery.</param>
internal sealed record ExtractionRow(EquatableArray<double> Types, EquatableArray<double> Chances, EquatableArray<double> Payments);
