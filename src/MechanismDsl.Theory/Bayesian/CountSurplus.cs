using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The surplus test of an exchange of single units: with B(x) the number of buyers whose value is above x and S(x) that of sellers whose cost is at most x, the
/// gains of efficient trade are ∫ min(B(x), S(x)) dx, because pair i (values from the highest, costs from the lowest) gains the length of the prices that both accept.
/// </summary>
/// <remarks>Integrands are sums of products of distribution functions: polynomials between the ends of uniform supports, integrated as such in rational numbers.</remarks>
internal sealed class CountSurplus(EquatableArray<Agent> agents, CancellationToken cancellation)
{
    private readonly EquatableArray<Agent> _agents = agents;

    /// <summary>The test; null with an unbounded cost, whose welfare is not an integral over prices from 0.</summary>
    public SurplusTest Test()
    {
        // Agents of one side and one prior gain the same.
        Dictionary<(Side Side, Prior Prior), Amount> gains = [];
        List<WorstOffType> worst = [];
        for (var index = 0; index < _agents.Count; index++)
        {
            var agent = _agents[index];
            if (!gains.TryGetValue((agent.Side, agent.Prior!), out var gain))
            {
                gains.Add((agent.Side, agent.Prior!), gain = Gains(index));
            }

            worst.Add(new WorstOffType(agent.Name ?? FormattableString.Invariant($"agent {index}"), WorstOf(agent), gain));
        }

        return new SurplusTest(Welfare(), worst.ToEquatableArray());
    }

    /// <summary>Expected gains of efficient trade.</summary>
    public Amount Welfare() => Gains(without: -1);

    /// <summary>A buyer's lowest value, a seller's highest cost.</summary>
    private static double WorstOf(Agent agent) => agent.Side == Side.Buyer ? agent.Prior!.Lower : agent.Prior!.Upper;

    /// <summary>Expected gains; of the agent <paramref name="without"/> only the worst type takes part.</summary>
    private Amount Gains(int without)
    {
        cancellation.ThrowIfCancellationRequested();
        var ends = _agents.SelectMany(agent => agent.Prior!.Breakpoints).ToList();
        var low = Math.Max(0, _agents.Where(agent => agent.Side == Side.Supplier).Min(agent => agent.Prior!.Lower));
        var high = _agents.Where(agent => agent.Side == Side.Buyer).Max(agent => agent.Prior!.Upper);
        if (!(low < high))
        {
            return Amount.Zero;
        }

        if (_agents.All(agent => agent.Prior is UniformPrior))
        {
            return Amount.Of(Exactly(without, Rationals.FromDecimal(low), Rationals.FromDecimal(high), ends.Select(Rationals.FromDecimal)));
        }

        return Integral.Of(x => Pairs(Side.Buyer, x, without) is var buyers && Pairs(Side.Supplier, x, without) is var sellers ? Least(buyers, sellers) : 0, low, high, ends, cancellation);
    }

    /// <summary>E[min(B, S)] = Σ over k ≥ 1 of P(B ≥ k)·P(S ≥ k).</summary>
    private static double Least(double[] buyers, double[] sellers)
    {
        var sum = 0.0;
        for (var count = 1; count < Math.Min(buyers.Length, sellers.Length); count++)
        {
            sum += buyers.Skip(count).Sum() * sellers.Skip(count).Sum();
        }

        return sum;
    }

    /// <summary>The probabilities of 0, 1, 2, … agents of a side who accept the price.</summary>
    private double[] Pairs(Side side, double price, int without)
    {
        double[] counts = [1];
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            if (_agents[agent].Side != side)
            {
                continue;
            }

            var prior = _agents[agent].Prior!;
            var chance = agent == without
                ? side == Side.Buyer ? (prior.Lower > price ? 1 : 0) : (prior.Upper <= price ? 1 : 0)
                : side == Side.Buyer ? prior.Survival(price) : prior.Cdf(price);
            counts = SuccessCounts.WithTrial(counts, chance);
        }

        return counts;
    }

    private Fraction Exactly(int without, Fraction low, Fraction high, IEnumerable<Fraction> ends)
    {
        List<Fraction> points = [low, .. ends.Where(end => end > low && end < high).Distinct().OrderBy(end => end), high];
        var sum = Fraction.Zero;
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (from, to) = (points[panel], points[panel + 1]);
            var (buyers, sellers) = (Pairs(Side.Buyer, from, to, without), Pairs(Side.Supplier, from, to, without));
            for (var count = 1; count < Math.Min(buyers.Length, sellers.Length); count++)
            {
                sum += (Tail(buyers, count) * Tail(sellers, count)).Integral(from, to);
            }
        }

        return sum;
    }

    private static RationalPolynomial Tail(RationalPolynomial[] counts, int from) => counts.Skip(from).Aggregate(RationalPolynomial.Zero, (sum, one) => sum + one);

    /// <summary>The same as polynomials of the price between two neighbouring ends.</summary>
    private RationalPolynomial[] Pairs(Side side, Fraction from, Fraction to, int without)
    {
        RationalPolynomial[] counts = [RationalPolynomial.One];
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            if (_agents[agent].Side != side)
            {
                continue;
            }

            var chance = Accepts((UniformPrior)_agents[agent].Prior!, side, from, to, agent == without);
            var next = Enumerable.Repeat(RationalPolynomial.Zero, counts.Length + 1).ToArray();
            for (var count = 0; count < counts.Length; count++)
            {
                next[count] += counts[count] * (RationalPolynomial.One - chance);
                next[count + 1] += counts[count] * chance;
            }

            counts = next;
        }

        return counts;
    }

    private static RationalPolynomial Accepts(UniformPrior prior, Side side, Fraction from, Fraction to, bool isWorst)
    {
        var (low, high) = (Rationals.FromDecimal(prior.Low), Rationals.FromDecimal(prior.High));
        if (isWorst)
        {
            return (side == Side.Buyer ? low >= to : high <= from) ? RationalPolynomial.One : RationalPolynomial.Zero;
        }

        var below = from >= high ? RationalPolynomial.One
            : to <= low ? RationalPolynomial.Zero
            : RationalPolynomial.Line(-low / (high - low), Fraction.One / (high - low));
        return side == Side.Buyer ? RationalPolynomial.One - below : below;
    }
}
