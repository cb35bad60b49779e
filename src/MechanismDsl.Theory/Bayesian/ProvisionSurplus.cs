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
/// E[W | tᵢ] = E[(tᵢ + the others − cost)⁺] rises in tᵢ, so that the lowest type is worst off. Where an agent has no types between t and u, as where they are finitely
/// many, u needs no more than t's gain and (u − t)·q(t), with q the probability that it is decided for: all types from u on are left less than the others' welfare
/// would give them, and the budget keeps the difference.
/// </remarks>
internal sealed class ProvisionSurplus
{
    private readonly EquatableArray<Agent> _agents;
    private readonly IReadOnlyList<Prior> _types;
    private readonly SumOfTypes _sums;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares the test.</summary>
    /// <param name="agents">The agents, with priors of finite means.</param>
    /// <param name="cost">The cost of deciding for it.</param>
    /// <param name="cancellation">Looked at between the steps of an integration.</param>
    public ProvisionSurplus(EquatableArray<Agent> agents, Fraction cost, CancellationToken cancellation)
    {
        (_agents, _cancellation) = (agents, cancellation);
        _types = [.. agents.Select(TypeOf)];
        _sums = new SumOfTypes(_types, cost, cancellation);
    }

    /// <summary>The distribution of an agent's type: its value, or minus its cost.</summary>
    /// <exception cref="ArgumentException">The agent has no prior.</exception>
    public static Prior TypeOf(Agent agent) => agent.Prior is { } prior
        ? agent.Side == Side.Buyer ? prior : prior.Mirrored()
        : throw new ArgumentException("An agent without a prior has no distribution of types.", nameof(agent));

    /// <summary>The test; null where finite types have too many sums.</summary>
    public SurplusTest? Test()
    {
        if (_sums.Excess(-1, Fraction.Zero) is not { } welfare)
        {
            return null;
        }

        // Agents of one prior gain the same.
        Dictionary<Prior, (Amount Gain, Amount Kept)> known = [];
        var kept = Amount.Zero;
        List<WorstOffType> worst = [];
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!known.TryGetValue(_types[agent], out var own))
            {
                if (GainOf(agent) is not { } gain || KeptFrom(agent) is not { } rest)
                {
                    return null;
                }

                known.Add(_types[agent], own = (gain, rest));
            }

            var lowest = _types[agent].Lower;
            var reported = _agents[agent].Side == Side.Buyer ? lowest : 0 - lowest;
            worst.Add(new WorstOffType(NameOf(agent), reported, own.Gain - Amount.Of(Rationals.FromDecimal(_agents[agent].OutsideOption))));
            kept += own.Kept;
        }

        return new SurplusTest(welfare, worst.ToEquatableArray()) { Kept = kept };
    }

    /// <summary>E[(added + Σ types of the others − cost)⁺]; null where finite types have too many sums.</summary>
    public Amount? WithoutTypeOf(int agent, Fraction added) => _sums.Excess(agent, added);

    private string NameOf(int agent) => _agents[agent].Name ?? FormattableString.Invariant($"agent {agent}");

    /// <summary>What the lowest type gains of the welfare of all.</summary>
    private Amount? GainOf(int agent) => double.IsInfinity(_types[agent].Lower) ? Amount.Zero : _sums.Excess(agent, Rationals.FromDecimal(_types[agent].Lower));

    /// <summary>What the gaps between an agent's types leave: Σ P(T ≥ u)·(W(u) − W(t) − (u − t)·q(t)).</summary>
    private Amount? KeptFrom(int agent)
    {
        var sum = Amount.Zero;
        foreach (var (below, above, chance) in TypeGaps.Of(_types[agent]))
        {
            if (_sums.Excess(agent, above) is not { } high || _sums.Excess(agent, below) is not { } low || _sums.Chance(agent, below) is not { } decided)
            {
                return null;
            }

            sum += chance * (high - low - ((above - below) * decided));
        }

        return sum;
    }
}
