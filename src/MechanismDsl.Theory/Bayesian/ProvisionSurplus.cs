using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The surplus test of a decision for all agents or none, which is efficient where Σ typesᵢ is at least the cost: a public project, and one trade, to which the
/// seller's type is minus its cost and the cost of the decision is 0.
/// </summary>
/// <remarks>
/// E[W | tᵢ] = E[(tᵢ + the others − cost)⁺] rises in tᵢ, so that the lowest type is worst off. Sums of uniform types are rational; of two other types
/// E[(X + Y − c)⁺] = ∫ P(X > x)·P(Y > c − x) dx, for which no density is needed; of three it is the expectation of that over the third one.
/// </remarks>
internal sealed class ProvisionSurplus(EquatableArray<Agent> agents, Fraction cost, CancellationToken cancellation)
{
    private readonly IReadOnlyList<Prior> _types = [.. agents.Select(TypeOf)];

    /// <summary>The distribution of an agent's type: its value, or minus its cost.</summary>
    /// <exception cref="ArgumentException">The agent has no prior.</exception>
    public static Prior TypeOf(Agent agent) => agent.Prior is { } prior
        ? agent.Side == Side.Buyer ? prior : prior.Mirrored()
        : throw new ArgumentException("An agent without a prior has no distribution of types.", nameof(agent));

    /// <summary>The test; null where the distribution of the sum is not known.</summary>
    public SurplusTest? Test()
    {
        var everybody = Enumerable.Range(0, agents.Count).ToList();
        if (Excess(everybody, Fraction.Zero) is not { } welfare)
        {
            return null;
        }

        List<WorstOffType> worst = [];
        foreach (var agent in everybody)
        {
            cancellation.ThrowIfCancellationRequested();
            var lowest = _types[agent].Lower;
            var gain = double.IsInfinity(lowest) ? Amount.Zero : Excess([.. everybody.Where(other => other != agent)], Rationals.FromDecimal(lowest));
            if (gain is null)
            {
                return null;
            }

            var reported = agents[agent].Side == Side.Buyer ? lowest : 0 - lowest;
            worst.Add(new WorstOffType(NameOf(agent), reported, gain - Amount.Of(Rationals.FromDecimal(agents[agent].OutsideOption))));
        }

        return new SurplusTest(welfare, worst.ToEquatableArray());
    }

    /// <summary>E[(added + Σ types of the others − cost)⁺]; null where the distribution of the sum is not known.</summary>
    public Amount? WithoutTypeOf(int agent, Fraction added) => Excess([.. Enumerable.Range(0, agents.Count).Where(other => other != agent)], added);

    private string NameOf(int agent) => agents[agent].Name ?? FormattableString.Invariant($"agent {agent}");

    /// <summary>E[(added + Σ types − cost)⁺].</summary>
    private Amount? Excess(List<int> counted, Fraction added)
    {
        var bound = cost - added;
        List<Prior> types = [.. counted.Select(agent => _types[agent])];
        if (UniformSum.Intervals(types) is { } intervals)
        {
            return Amount.Of(new UniformSum(intervals).ExcessOver(bound));
        }

        var limit = Rationals.ToNearest(bound);
        return types switch
        {
            [var one] => Integral.Of(one.Survival, limit, one.Upper, one.Breakpoints, cancellation),
            [var one, var other] => OfTwo(one, other, limit),
            [var one, var other, ContinuousPrior last] => OfThree(one, other, last, limit),
            _ => null,
        };
    }

    private Amount OfTwo(Prior one, Prior other, double limit) => Integral.Of(
        x => one.Survival(x) * other.Survival(limit - x),
        limit - other.Upper,
        one.Upper,
        one.Breakpoints.Concat(other.Breakpoints.Select(point => limit - point)),
        cancellation);

    /// <summary>The expectation is not smooth where the rest of the limit is a sum of points at which the other two are not.</summary>
    private Amount OfThree(Prior one, Prior other, ContinuousPrior last, double limit)
    {
        var inner = 0.0;
        var outer = TypeIntegral.Of(
            last,
            (type, values) =>
            {
                var rest = OfTwo(one, other, limit - type);
                inner = Math.Max(inner, rest.Error);
                values[0] = rest.Value;
            },
            1,
            one.Breakpoints.SelectMany(first => other.Breakpoints.Select(second => limit - first - second)).Where(point => !double.IsInfinity(point) && !double.IsNaN(point)),
            double.NegativeInfinity,
            cancellation)[0];
        return Amount.Approximately(outer.Value, outer.Error + inner);
    }
}
