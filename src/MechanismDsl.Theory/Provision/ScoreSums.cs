using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Provision;

/// <summary>What the others' scores leave to each of three or more agents: the chance that it is decided for, given its type, and what follows in expectation.</summary>
/// <remarks>
/// The chance is that of the others' scores to sum to at least the cost less one's own, from a table of their sum. Then E[ψᵢ·decided] and E[(1 − Fᵢ)/fᵢ·decided] are integrals
/// over one's own type. The error of the table counts with every type for which it is asked.
/// </remarks>
/// <param name="types">The distributions of the types.</param>
/// <param name="scores">The scores of the agents.</param>
/// <param name="cost">The sum of scores from which it is decided for.</param>
/// <param name="cancellation">Looked at between the steps of an integration.</param>
internal sealed class ScoreSums(IReadOnlyList<ContinuousPrior> types, EquatableArray<ScoreCurve> scores, double cost, CancellationToken cancellation)
{
    private readonly IndependentSums _sums = new([.. types.Select((prior, agent) => new ScoreSummand(prior, scores[agent]))], cost, cost, cancellation);
    private readonly Dictionary<int, TabulatedSum> _others = [];

    /// <summary>The chance that it is decided for, given the type of one agent.</summary>
    public double Chance(int agent, double type) => Others(agent).Chance(cost - scores[agent].Score(type));

    /// <summary>Types of an agent at which that chance is not smooth.</summary>
    public IEnumerable<double> Kinks(int agent)
    {
        foreach (var piece in scores[agent].Pieces)
        {
            yield return piece.From;
        }

        foreach (var sum in Others(agent).Corners)
        {
            yield return scores[agent].LowestMeeting(cost - sum);
            yield return scores[agent].LowestBeating(cost - sum);
        }
    }

    /// <summary>E[(Σ ψᵢ − cost)·decided], E[Σ (1 − Fᵢ)/fᵢ·decided] and the chance that it is decided for.</summary>
    public (Amount Surplus, Amount Rents, Amount Chance) Expect()
    {
        var sums = ByKind(Closely);
        var chance = sums[0].Of[2];
        var (surplus, rents) = sums.Aggregate((Amount.Zero, Amount.Zero), (all, kind) => (all.Item1 + (kind.Count * kind.Of[0]), all.Item2 + (kind.Count * kind.Of[1])));
        return (surplus - (Amount.Approximately(cost, 0) * chance), rents, chance);
    }

    /// <summary>E[(Σ ψᵢ − cost)·decided] to a few digits.</summary>
    public double Roughly()
    {
        var sums = ByKind(agent => TypeIntegral.Roughly(types[agent], (type, values) => Fill(agent, type, values), 4, Kinks(agent), double.NegativeInfinity));
        return sums.Sum(kind => kind.Count * kind.Of[0]) - (cost * sums[0].Of[2]);
    }

    /// <summary>The integrals over the type of one agent of each kind: agents who are alike expect the same.</summary>
    private List<(int Count, T Of)> ByKind<T>(Func<int, T> integrals) =>
    [
        .. Enumerable.Range(0, types.Count)
            .GroupBy(agent => (types[agent], scores[agent]))
            .Select(kind => (kind.Count(), integrals(kind.First()))),
    ];

    private Amount[] Closely(int agent)
    {
        var sums = TypeIntegral.Of(types[agent], (type, values) => Fill(agent, type, values), 4, Kinks(agent), double.NegativeInfinity, cancellation);
        var (error, size) = (Others(agent).Error, sums[3].Value);
        return [Wider(sums[0], error * size), Wider(sums[1], error * size), Wider(sums[2], error)];
    }

    /// <summary>Virtual type, rent and 1 where it is decided for; and what an error of the chance is multiplied with.</summary>
    private void Fill(int agent, double type, double[] values)
    {
        var decided = Chance(agent, type);
        var hazard = decided == 0 ? 0 : types[agent].InverseHazard(type);
        values[0] = decided == 0 ? 0 : (type - hazard) * decided;
        values[1] = hazard * decided;
        values[2] = decided;
        values[3] = decided == 0 ? 0 : Math.Abs(type) + hazard;
    }

    private static Amount Wider(Amount amount, double error) => Amount.Approximately(amount.Value, amount.Error + error);

    private TabulatedSum Others(int agent)
    {
        if (!_others.TryGetValue(agent, out var others))
        {
            others = _sums.Tabulated(agent);
            _others.Add(agent, others);
        }

        return others;
    }
}
