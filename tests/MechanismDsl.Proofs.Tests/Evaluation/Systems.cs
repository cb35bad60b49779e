using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Systems of rules for tests.</summary>
internal static class Systems
{
    public static RuleSystem OfScore(Rule rule, params (double Low, double High)[] domains) => new()
    {
        Inputs = domains
            .Select((domain, number) => new Input(
                number == 0 ? "report" : $"fact{number}", number == 0 ? ParameterRole.Report : ParameterRole.Public, [new Domain.Interval(domain.Low, domain.High)]))
            .ToEquatableArray(),
        Side = Side.Buyer,
        Agents = new AgentRange(1, null),
        Score = rule,
    };

    public static RuleSystem OfAllocation(Rule rule, AllocationForm form, int agents, double low = 0, double high = 100) =>
        OfAllocation(rule, form, new AgentRange(agents, agents), new Domain.Interval(low, high));

    public static RuleSystem OfAllocation(Rule rule, AllocationForm form, AgentRange agents, Domain domain) => new()
    {
        Inputs = [new Input("bids", ParameterRole.Reports, [domain])],
        Side = Side.Buyer,
        Agents = agents,
        Allocation = rule,
        Form = form,
    };

    /// <summary>The whole numbers of a range as doubles.</summary>
    public static Domain Whole(int low, int high) => new Domain.Finite(Enumerable.Range(low, high - low + 1).Select(value => Scalar.Of((double)value)).ToEquatableArray());
}
