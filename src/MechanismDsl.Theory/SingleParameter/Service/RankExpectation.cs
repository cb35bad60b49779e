using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>Expectations of a ranking of independent scores.</summary>
/// <param name="agents">The agents.</param>
/// <param name="steps">For k = 1, 2, …: by how much the k-th place is worth more than the next; at least 0.</param>
/// <param name="cancellation">Looked at between refinements of the quadrature.</param>
internal sealed class RankExpectation(EquatableArray<RuleAgent> agents, double[] steps, CancellationToken cancellation)
{
    /// <summary>With n agents all places from the n-th on are filled alike: min(k, N) is N.</summary>
    private readonly double[] _steps = steps.Length <= agents.Count || agents.Count == 0 ? steps : [.. steps.Take(agents.Count - 1), steps.Skip(agents.Count - 1).Sum()];

    /// <summary>Σ_k Δ_k E[min(k, N)] over the agents that score at least the cutoff and meet their floors.</summary>
    public double Served(double cutoff) => Weigh(Counts(agent => Eligible(agent, double.IsNegativeInfinity(cutoff) ? cutoff : agent.Score.LowestMeeting(cutoff))));

    /// <summary>Expected sum of the scores of the served, each by what its place is worth, and the estimated relative error.</summary>
    public (double Value, double Error) VirtualRevenue(double cutoff)
    {
        var cuts = agents.SelectMany(Kinks).ToList();
        var start = double.IsNegativeInfinity(cutoff) ? cuts.Min() : cutoff;
        var (surplus, error) = Integral(score => Weigh(Counts(agent => AboveScore(agent, score))), start, cuts);
        return (surplus + (start * Served(cutoff)), error);
    }

    /// <summary>Expected payments where scores are types: step k has the price max(floor, the best type beyond the k best).</summary>
    public (double Value, double Error) PriceRevenue(double floor)
    {
        var cuts = agents.SelectMany(agent => agent.Types.Breakpoints.Concat([agent.Types.Quantile(0.5)])).ToList();
        var (above, error) = Integral(type => Beyond(Counts(agent => Distributions.Above(agent.Types, type))), floor, cuts);
        return (above + (floor * Served(double.NegativeInfinity)), error);
    }

    /// <summary>Σ_k Δ_k E[min(k, N)] = Σ_j (Δ_j + Δ_{j+1} + …) P(N ≥ j).</summary>
    private double Weigh(double[] counts)
    {
        var (sum, atLeast, index) = (0.0, 0.0, _steps.Length + 1);
        var weights = new double[_steps.Length];
        for (var place = _steps.Length - 1; place >= 0; place--)
        {
            weights[place] = _steps[place] + (place + 1 < _steps.Length ? weights[place + 1] : 0);
        }

        atLeast = counts[index];
        for (var place = _steps.Length - 1; place >= 0; place--)
        {
            atLeast += counts[place + 1];
            sum += weights[place] * atLeast;
        }

        return sum;
    }

    /// <summary>Σ_k Δ_k k P(N ≥ k + 1).</summary>
    private double Beyond(double[] counts)
    {
        var (sum, atLeast) = (0.0, 0.0);
        for (var place = _steps.Length; place >= 1; place--)
        {
            atLeast += counts[place + 1];
            sum += _steps[place - 1] * place * atLeast;
        }

        return sum;
    }

    /// <summary>P(N = 0), …, P(N = K), P(N ≥ K + 1) for K places: sums of positive terms, so small chances keep their digits.</summary>
    private double[] Counts(Func<RuleAgent, double> chance)
    {
        var counts = new double[_steps.Length + 2];
        counts[0] = 1;
        var known = (Agent: (RuleAgent?)null, Chance: 0.0);
        foreach (var agent in agents)
        {
            known = ReferenceEquals(agent, known.Agent) ? known : (agent, chance(agent));
            counts[^1] += counts[^2] * known.Chance;
            for (var number = _steps.Length; number >= 0; number--)
            {
                counts[number] = (counts[number] * (1 - known.Chance)) + (number == 0 ? 0 : counts[number - 1] * known.Chance);
            }
        }

        return counts;
    }

    private static double Eligible(RuleAgent agent, double type) => Distributions.AtLeast(agent.Types, Math.Max(type, agent.Floor));

    private static double AboveScore(RuleAgent agent, double score)
    {
        var beating = agent.Score.LowestBeating(score);
        return beating <= agent.Floor || agent.Score.Score(beating) > score
            ? Distributions.AtLeast(agent.Types, Math.Max(beating, agent.Floor))
            : Distributions.Above(agent.Types, beating);
    }

    /// <summary>The scores at which the distribution of an agent's score is not smooth: its values at both sides of every kink of prior and curve.</summary>
    private static IEnumerable<double> Kinks(RuleAgent agent)
    {
        foreach (var type in agent.Types.Breakpoints.Concat([agent.Types.Quantile(0.5)]).Concat(agent.Score.Pieces.Select(piece => piece.From)))
        {
            foreach (var piece in agent.Score.Pieces.Where(piece => piece.From <= type && type <= piece.To))
            {
                if (piece.At(type) is var score && !double.IsInfinity(score) && !double.IsNaN(score))
                {
                    yield return score;
                }
            }
        }
    }

    private (double Value, double Error) Integral(Func<double, double> integrand, double start, IEnumerable<double> cuts)
    {
        var ends = new SortedSet<double>(cuts.Where(cut => cut > start)) { start }.ToList();
        var quadrature = new TanhSinh(1, cancellation: cancellation);
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            var (from, to) = (ends[index], ends[index + 1]);
            quadrature.Add((x, _, values) => values[0] = (to - from) * integrand(from + ((to - from) * x)));
        }

        // The unbounded rest: t = end + width·x/(1 − x).
        if (agents.Any(agent => double.IsPositiveInfinity(agent.Types.Upper)))
        {
            var end = ends[^1];
            var width = agents.Max(agent => agent.Types.UpperQuantile(0.25) - agent.Types.Quantile(0.25));
            quadrature.Add((x, rest, values) =>
            {
                var density = integrand(end + (width * x / rest));
                values[0] = density == 0 ? 0 : density / rest * (width / rest);
            });
        }

        return (quadrature.Sum[0], quadrature.Magnitude[0] == 0 ? 0 : quadrature.RelativeError(0));
    }
}
