using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// Payments that sum to the cost at every profile: each agent is charged by its own type, the others receive that, and everybody bears its share of the cost where it is
/// decided for. A charge is a multiple of the interim payment under thresholds, and a constant.
/// </summary>
/// <param name="Redistribution">Who receives a charge.</param>
/// <param name="Agents">One entry an agent.</param>
public sealed record ProvisionBalance(Redistribution Redistribution, EquatableArray<BalancedAgent> Agents)
{
    /// <summary>The expected surplus that [Rebalanced] divides; null under other payments.</summary>
    public Amount? Divided { get; init; }

    /// <summary>What agents pay.</summary>
    /// <param name="charges">What each is charged for its report.</param>
    /// <param name="isMade">Whether it is decided for.</param>
    public EquatableArray<double> Payments(IReadOnlyList<double> charges, bool isMade)
    {
        var sum = charges.Sum();
        return Agents
            .Select((agent, index) => (Redistribution == Redistribution.Cyclic ? charges[index] - charges[(index + 1) % charges.Count] : (charges.Count * charges[index]) - sum)
                + (isMade ? agent.Share : 0))
            .ToEquatableArray();
    }
}

/// <summary>An agent of payments that balance.</summary>
/// <param name="Share">What it bears of the cost.</param>
/// <param name="Factor">How many times its interim payment it is charged.</param>
/// <param name="Constant">What is added to that.</param>
/// <param name="Worst">What its worst type expects to gain over its outside option.</param>
/// <param name="Mean">What it expects to gain before it knows its type.</param>
public sealed record BalancedAgent(double Share, double Factor, double Constant, Amount Worst, Amount Mean);

/// <summary>Works out the constants of payments that balance.</summary>
/// <remarks>
/// With thresholds an agent's lowest type gains nothing. Where it is charged less in expectation, or receives more, every type of it gains the same amount. What the others
/// are expected to have of its report, δ(t), is E[(t + X − cost)⁺] at its lowest type less its interim payment (Groves 1973 in expectation).
/// </remarks>
/// <param name="problem">A trade or a project with payments that balance.</param>
/// <param name="agents">The agents.</param>
/// <param name="cost">The cost of deciding for it.</param>
/// <param name="cancellation">Looked at between the steps of an integration.</param>
internal sealed class BalanceTerms(Problem problem, EquatableArray<Agent> agents, Fraction cost, CancellationToken cancellation)
{
    private readonly ProvisionSurplus _sums = new(agents, cost, cancellation);

    private bool IsTrade => problem.Environment.Name == EnvironmentName.BilateralTrade;

    /// <summary>What an agent bears of the cost.</summary>
    public Fraction ShareOf(int agent) => problem.Choice?.Shares is CostShares.Declared(var amounts) ? Priors.Rationals.FromDecimal(amounts[agent]) : cost / agents.Count;

    /// <summary>The constants.</summary>
    /// <param name="method">How payments are balanced.</param>
    /// <param name="interim">The interim payments under thresholds, one an agent.</param>
    /// <param name="surplus">What thresholds earn.</param>
    public ProvisionBalance Of(BalancingMethod method, IReadOnlyList<InterimPayment> interim, Amount surplus) => method switch
    {
        BalancingMethod.Rebalanced => Rebalance(interim, surplus),
        BalancingMethod.DAgva => Share(interim),
        _ => Pass(interim),
    };

    /// <summary>Proposition 7.1 for thresholds less the outside options: every worst type gains an equal part of what is left (Börgers 2015).</summary>
    private ProvisionBalance Rebalance(IReadOnlyList<InterimPayment> interim, Amount surplus)
    {
        var options = agents.Select(agent => Amount.Of(Priors.Rationals.FromDecimal(agent.OutsideOption))).ToList();
        var left = options.Aggregate(surplus, (sum, option) => sum - option);
        var each = Part(left, agents.Count);
        List<BalancedAgent> balanced = [];
        var shift = Amount.Zero;
        for (var agent = 0; agent < agents.Count; agent++)
        {
            var (own, next) = (interim[agent], (agent + 1) % agents.Count);
            var least = Amount.Approximately(own.LeastRent, 0);
            balanced.Add(new BalancedAgent(
                Priors.Rationals.ToNearest(ShareOf(agent)),
                1,
                (shift - options[agent]).Value,
                own.LeastRent == 0 ? each : each + least,
                each + own.MeanRent));
            shift = shift - (interim[next].Mean - options[next]) + each;
        }

        return new ProvisionBalance(Redistribution.Cyclic, balanced.ToEquatableArray()) { Divided = left };
    }

    /// <summary>Every agent receives δ of its report, and all others pay that alike. In a trade the buyer also pays back what keeping the good is worth to the seller.</summary>
    private ProvisionBalance Share(IReadOnlyList<InterimPayment> interim)
    {
        var kept = IsTrade ? Amount.Approximately(agents[0].Prior!.Mean, 1e-13 * agents[0].Prior!.Mean) : Amount.Zero;
        var lowest = AtLowest();
        var others = agents.Count - 1;
        var received = interim.Select((own, agent) => Part(own.Mean - lowest[agent] - (agent > 0 ? kept : Amount.Zero), others)).ToList();
        var all = received.Aggregate(Amount.Zero, (sum, one) => sum + one);
        return new ProvisionBalance(
            Redistribution.Uniform,
            interim.Select((own, agent) =>
            {
                var constant = lowest[agent] + (agent > 0 ? kept : Amount.Zero);
                var gain = constant + all - received[agent] - Option(agent);
                return new BalancedAgent(Priors.Rationals.ToNearest(ShareOf(agent)), 1.0 / others, 0 - Part(constant, others).Value, gain, gain + own.MeanRent);
            }).ToEquatableArray());
    }

    /// <summary>Every agent pays the one before it its expected pivot payment: what the others would have without its say, less δ.</summary>
    private ProvisionBalance Pass(IReadOnlyList<InterimPayment> interim)
    {
        var lowest = AtLowest();
        var constants = agents.Select((_, agent) => Without(agent, ShareOf(agent)) - lowest[agent]).ToList();
        return new ProvisionBalance(
            Redistribution.Cyclic,
            interim.Select((own, agent) =>
            {
                var next = (agent + 1) % agents.Count;
                var gain = interim[next].Mean + constants[next] - constants[agent] - Option(agent);
                return new BalancedAgent(Priors.Rationals.ToNearest(ShareOf(agent)), 1, constants[agent].Value, gain, gain + own.MeanRent);
            }).ToEquatableArray());
    }

    private Amount Option(int agent) => Amount.Of(Priors.Rationals.FromDecimal(agents[agent].OutsideOption));

    private List<Amount> AtLowest() =>
    [
        .. agents.Select((agent, index) => ProvisionSurplus.TypeOf(agent).Lower is var lower && double.IsInfinity(lower) ? Amount.Zero : Without(index, Priors.Rationals.FromDecimal(lower))),
    ];

    private Amount Without(int agent, Fraction added) => _sums.WithoutTypeOf(agent, added) ?? throw new InvalidOperationException("The distribution of the sum is not known.");

    private static Amount Part(Amount whole, int parts) => whole.Exact is { } exact ? Amount.Of(exact / parts) : Amount.Approximately(whole.Value / parts, whole.Error / parts);
}
