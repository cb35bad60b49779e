using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a sale to agents with correlated types: who wins, the bets, what is earned, and how little it takes to upset it. Every number is exact.</summary>
internal sealed class ExtractionExplainer(SolvedExtraction solution)
{
    /// <summary>Bets on more profiles of the others are not listed.</summary>
    private const int MostStakes = 6;

    /// <summary>Agents with more types are not listed type by type.</summary>
    private const int MostTypes = 6;

    private readonly List<ExplanationLine> _lines = [];
    private readonly TypeSpace _types = solution.Prior.Types;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, solution.IsFull
            ? "The item goes to the highest value, the winner pays it, and bets on the others' types make the truth everybody's best report: the whole surplus is extracted."
            : "Bets on the others' types make the truth about beliefs everybody's best report, and among types of one belief the sale is the optimal auction: the seller earns the most that any mechanism can.");
        ExplainSale();
        for (var agent = 0; agent < _types.Agents; agent++)
        {
            ExplainBets(agent);
        }

        ExplainRevenue();
        ExplainLimits();
        _lines.AddRange(GuaranteeLines.Of(solution.Evidence, solution.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainSale()
    {
        var ties = solution.Problem.Ties switch
        {
            TieBreaking.Shared => "equals have equal chances, and payments are expectations",
            TieBreaking.Priority => "among equals the highest priority, then the lowest index",
            _ => "among equals the lowest index",
        };
        var cost = solution.Mechanism.Design.Costs[0];
        var covers = cost.IsZero ? string.Empty : $" of those that cover the seller's value {RationalText.Of(cost)}";
        if (solution.IsFull)
        {
            Add(1, $"Who wins: the highest value{covers}; {ties}.");
            Add(1, "What is paid before bets: the winner pays its value, the others nothing.");
            return;
        }

        Add(1, $"Who wins: the highest score{(cost.IsZero ? " that is not negative" : covers)}; {ties}.");
        Add(2, "The score of a type that its belief reveals is its value; types of one belief have their ironed virtual values given that belief (Myerson 1981).");
        Add(1, "What is paid before bets: the winner pays the lowest of its types of the same belief that would have won, the others nothing.");
    }

    private void ExplainBets(int agent)
    {
        var (condition, multiple) = (solution.Elicitation.Conditions[agent], solution.Multiples[agent]);
        var smallest = solution.Elicitation.Smallest[agent];
        var apart = condition.SeparatesTypes
            ? condition.IsLinearlyIndependent ? "its posteriors are linearly independent" : "no posterior is a mixture of the others, though they are linearly dependent"
            : $"types that share a belief: {string.Join("; ", Shared(condition).Select(group => string.Join(", ", group.Select(type => Value(agent, type)))))}";
        Add(1, $"Beliefs of {Name(agent)}: {apart}.");
        if (_types.Counts[agent] <= MostTypes && _types.Others(agent) <= MostStakes)
        {
            for (var type = 0; type < _types.Counts[agent]; type++)
            {
                Add(2, $"At {Value(agent, type)} it expects the others at {Others(agent)} with probabilities {Listed(condition.Posteriors[type])}{(multiple.IsZero ? "" : $", and bets {Listed(condition.Bets[type])}")}.");
            }
        }

        Add(2, multiple.IsZero
            ? "It needs no bet: no lie gains anything."
            : $"It pays {RationalText.Of(multiple)} times its bet. The smallest multiple at which no lie gains is {RationalText.Of(smallest)}; {(multiple == smallest * new Fraction(3, 2) ? "3/2 of it is used" : "3/2 of it, raised to the grid of money, is used")}, so that truth is strictly better than any report of another belief.");
    }

    private void ExplainRevenue()
    {
        Add(1, $"Expected revenue: {RationalText.Of(solution.Revenue)}{(solution.Mechanism.Design.Costs[0].IsZero ? string.Empty : ", the seller's value deducted")}.");
        Add(2, solution.IsFull && solution.Revenue == solution.FullSurplus
            ? $"That is the whole surplus: nobody with any type expects to keep anything. A second-price auction earns {RationalText.Of(solution.SecondPrice)}."
            : $"The whole surplus is {RationalText.Of(solution.FullSurplus)}; {RationalText.Of(solution.FullSurplus - solution.Revenue)} is lost or left to agents. A second-price auction earns {RationalText.Of(solution.SecondPrice)}.");
    }

    private void ExplainLimits()
    {
        if (!Has(Guarantee.DominantStrategyIncentiveCompatible))
        {
            Add(1, "What this does not give: a dominant strategy. Truth is a best reply to truthful agents only, and only under the stated prior.");
        }

        if (!Has(Guarantee.ExPostIndividuallyRational))
        {
            var (agent, profile) = solution.Worst;
            Add(1, $"What this does not give: that taking part never costs anything. At the types {Profile(profile)} {Name(agent)} is left with {RationalText.Of(solution.LeastUtility)}.");
        }

        if (!solution.Multiples.All(multiple => multiple.IsZero))
        {
            Add(1, $"What this does not give: robustness. If a type's belief is off by one percentage point, what it expects moves by up to {RationalText.Of(solution.Sensitivity)}, and it expected nothing or little: agents who see it so stay away or lie.");
        }

        var surplus = Enumerable.Range(0, _types.Profiles).Min(solution.Table.Surplus);
        if (surplus.IsNegative)
        {
            Add(1, $"What this does not give: that the seller never pays. At the worst profile it is out of pocket by {RationalText.Of(-surplus)}.");
        }
    }

    private bool Has(Guarantee guarantee) => solution.Evidence.Any(evidence => evidence.Guarantee == guarantee);

    private static IEnumerable<List<int>> Shared(BeliefCondition condition) => Enumerable.Range(0, condition.Classes.Count)
        .GroupBy(type => condition.Classes[type])
        .Where(group => group.Count() > 1)
        .Select(group => group.ToList());

    private string Others(int agent) => string.Join(", ", Enumerable.Range(0, _types.Others(agent)).Select(others =>
    {
        var profile = _types.Join(agent, 0, others);
        var values = Enumerable.Range(0, _types.Agents).Where(other => other != agent).Select(other => Value(other, _types.TypeAt(profile, other))).ToList();
        return values.Count == 1 ? values[0] : $"({string.Join(", ", values)})";
    }));

    private string Profile(int profile) => $"({string.Join(", ", _types.TypesAt(profile).Select((type, agent) => Value(agent, type)))})";

    private string Value(int agent, int type) => NumberText.Words(solution.Values[agent][type], 12);

    private string Name(int agent) => solution.Problem.Population is Population.Named(var named) ? named[agent].Name ?? string.Empty : FormattableString.Invariant($"agent {agent}");

    private static string Listed(IEnumerable<Fraction> numbers) => string.Join(", ", numbers.Select(RationalText.Of));
}
