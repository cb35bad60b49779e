using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Services]</c>: named agents, one service each, as far as the declared limits allow.</summary>
internal static class ServicesEnvironment
{
    public static readonly EnvironmentRow Row = new("Services", "services", static (draft, roster) => Read(draft, roster))
    {
        Deciding = ["Efficient", "RevenueOptimal"],
        Companions = [.. ServiceCheck.Companions, .. LimitsReader.Attributes],
        Own = LimitsReader.Attributes,
        Without = ["Agents"],
        Methods = ["Score", FeasibleReader.Attribute],
        WhyNot = static attribute => attribute switch
        {
            "Agents" or "Suppliers" => "limits name agents, so every agent has a name",
            "PayAsBid" or "UniformPrice" => "where limits decide who is served together, no one price is known; the thresholds under a goal differ from agent to agent",
            "Allocation" or "Payment" => "who is served together is decided by sums of scores: mark a [Score] method",
            _ => ServiceCheck.WhyNot(attribute),
        },
    };

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        ServiceCheck.Run(draft);
        return Of(draft, EnvironmentName.Services, new LimitsReader(draft, roster).Read(draft.First("Services")!.Value, own: null));
    }

    /// <summary>An environment of service over a feasible set.</summary>
    public static Theory.Problems.Environment Of(Draft draft, EnvironmentName name, FeasibleSet feasible)
    {
        CheckScore(draft, feasible);
        return new(name, Kernel.SingleParameter, feasible, Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(SingleItemEnvironment.CostOf(draft)));
    }

    /// <summary>A score of one's own, whose sums are compared.</summary>
    private static void CheckScore(Draft draft, FeasibleSet feasible)
    {
        if (draft.Rule("Score") is not { } rule)
        {
            return;
        }

        if (rule.Returns is RuleType.Number(NumberKind.Decimal))
        {
            SignatureCheck.Report(draft, rule, "the sums of its scores are compared, exactly, so it must return double, int or long");
        }

        if (draft.Has("MustServe"))
        {
            Exclude(draft, rule, "MustServe", "a score below zero is never served, and who must be served is served at every score");
        }

        if (feasible is WithinCapacity { Sizes.Count: 0 } && !draft.HasErrors)
        {
            Exclude(draft, rule, "Knapsack", "sizes that come with the run go with [Efficient] and [RevenueOptimal]; beside a score the agents are named and state their sizes");
        }
    }

    private static void Exclude(Draft draft, RuleMethod rule, string other, string because) =>
        draft.Report(Rule.AttributesExclude, new Place.Rule(rule.Attribute, rule.Ordinal), [rule.Attribute, other, because], new FixProperty(FixData.Other, other), new FixProperty(FixData.Marked, rule.Attribute));
}
