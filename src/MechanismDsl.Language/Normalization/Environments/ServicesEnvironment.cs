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
        Methods = [FeasibleReader.Attribute],
        WhyNot = static attribute => attribute switch
        {
            "Agents" or "Suppliers" => "limits name agents, so every agent has a name",
            "PayAsBid" or "UniformPrice" => "where limits decide who is served together, no one price is known; the thresholds under a goal differ from agent to agent",
            "Score" or "Allocation" or "Payment" => "who is served together is decided by sums of values or virtual values; a [Score] of one's own ranks agents before [IdenticalItems]",
            _ => ServiceCheck.WhyNot(attribute),
        },
    };

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        ServiceCheck.Run(draft);
        return Of(draft, EnvironmentName.Services, new LimitsReader(draft, roster).Read(draft.First("Services")!.Value, own: null));
    }

    /// <summary>An environment of service over a feasible set.</summary>
    public static Theory.Problems.Environment Of(Draft draft, EnvironmentName name, FeasibleSet feasible) => new(
        name,
        Kernel.SingleParameter,
        feasible,
        Absence.Unserved,
        new Ownership.Platform(),
        new SocialCost.PerServed(SingleItemEnvironment.CostOf(draft)));
}
