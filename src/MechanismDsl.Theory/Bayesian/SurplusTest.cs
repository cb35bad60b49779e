using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>The type of an agent that gains least from an efficient decision, compared with staying away.</summary>
/// <param name="Who">The agent's name, or what it is: <c>the buyer</c>.</param>
/// <param name="Type">The type, as the agent reports it (a value, or a cost); infinite where ever worse types come arbitrarily close to <paramref name="Gain"/>.</param>
/// <param name="Gain">Its expected welfare of everybody, E[W | type], less its outside option.</param>
public sealed record WorstOffType(string Who, double Type, Amount Gain);

/// <summary>
/// The surplus test: S* = Σᵢ min over tᵢ of (E[W | tᵢ] − oᵢ(tᵢ)) − (n − 1)·E[W], with W the welfare of the efficient decision net of its cost and oᵢ the outside
/// option (Williams 1999; Krishna and Perry 1998).
/// </summary>
/// <remarks>
/// Where types are independent and each agent's types are connected, an efficient mechanism that is Bayesian incentive compatible, interim individually rational
/// and without an expected deficit exists exactly if S* is at least 0; otherwise −S* is the least subsidy: interim payments of every efficient and incentive
/// compatible mechanism differ from those of Groves' by constants, and the constants are largest where each worst-off type is left with its outside option. Types that
/// are not connected leave more: <see cref="Kept"/>.
/// </remarks>
/// <param name="Welfare">E[W].</param>
/// <param name="WorstOff">One entry an agent.</param>
public sealed record SurplusTest(Amount Welfare, EquatableArray<WorstOffType> WorstOff)
{
    /// <summary>What gaps between types leave besides, at least 0: across them a type need not be given all that its neighbours would ask for.</summary>
    public Amount Kept { get; init; } = Amount.Zero;

    /// <summary>S*: what the payments of an efficient mechanism leave at most in expectation, if every type is to take part.</summary>
    public Amount Surplus => WorstOff.Aggregate(Kept - ((WorstOff.Count - 1) * Welfare), (sum, agent) => sum + agent.Gain);

    /// <summary>What follows.</summary>
    /// <param name="theorem">The environment's name of the theorem.</param>
    public Possibility Conclude(string theorem)
    {
        var surplus = Surplus;
        return surplus.Sign switch
        {
            null => new Possibility.Silent("the surplus is too close to zero to be told from it"),
            < 0 => new Possibility.Impossible(theorem, surplus, Welfare, WorstOff),
            _ => new Possibility.Possible(surplus),
        };
    }
}
