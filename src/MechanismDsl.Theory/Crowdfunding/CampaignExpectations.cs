using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Crowdfunding;

/// <summary>What can be expected of a campaign with truthful backers whose number is fixed.</summary>
internal static class CampaignExpectations
{
    /// <summary>More backers than this are not counted one by one.</summary>
    private const int MostBackers = 200;

    /// <summary>More backers than this make fractions that nobody reads.</summary>
    private const int MostExact = 40;

    /// <summary>The expectations; null where they are not known.</summary>
    public static CampaignNumbers? Of(Problem problem, CancellationToken cancellation)
    {
        if (problem.Money.IsGrid || PossibilityTest.AgentsOf(problem.Population) is not { Count: <= MostBackers } agents
            || agents.Any(agent => agent.Prior is not { Lower: >= 0 } prior || double.IsInfinity(prior.Mean)))
        {
            return null;
        }

        var target = Rationals.FromDecimal(((Campaign)problem.Environment.Feasible).Target);
        return problem.Payments is PaymentRule.Posted(var price) ? AtPrice(agents, Rationals.FromDecimal(price), price, target, cancellation)
            : problem.Objective == Objective.RevenueOptimal && agents.Count <= MostExact && agents.Select(agent => agent.Prior).Distinct().Count() == 1 && agents[0].Prior is UniformPrior uniform
                ? Optimal(uniform, agents.Count, target)
            : null;
    }

    /// <summary>
    /// The number of pledges is a sum of independent indicators. A backer gains E[(v − p)⁺] if the others bring all pledges but one, independently of its own.
    /// </summary>
    private static CampaignNumbers AtPrice(EquatableArray<Agent> agents, Fraction price, double posted, Fraction target, CancellationToken cancellation)
    {
        var accepts = agents.Select(agent => Accepts(agent.Prior!, posted, price)).ToList();
        var needed = CampaignSolver.PledgesFor(Rationals.ToNearest(target), posted, isGrid: false);
        if (accepts.TrueForAll(chance => chance.Exact is not null) && agents.Count <= MostExact)
        {
            var exact = Pledges(accepts.Select(chance => chance.Exact!.Value));
            var (funded, profit) = (Fraction.Zero, Fraction.Zero);
            for (var count = Math.Min(needed, exact.Count); count < exact.Count; count++)
            {
                funded += exact[count];
                profit += exact[count] * ((price * count) - target);
            }

            var surplus = agents.Select((agent, own) => (Gain: Gain(agent.Prior!, posted, price, cancellation), Others: Pledges(accepts.Where((_, other) => other != own).Select(chance => chance.Exact!.Value))))
                .Select(pair => pair.Gain.Exact is { } gain ? gain * Tail(pair.Others, needed - 1) : (Fraction?)null).ToList();
            return new CampaignNumbers(Amount.Of(funded), Amount.Of(profit), surplus.TrueForAll(own => own is not null) ? Amount.Of(surplus.Aggregate(Fraction.Zero, (sum, own) => sum + own!.Value)) : null);
        }

        double[] counts = [1];
        foreach (var chance in accepts)
        {
            counts = [.. Enumerable.Range(0, counts.Length + 1).Select(count => ((count < counts.Length ? counts[count] : 0) * (1 - chance.Value)) + (count > 0 ? counts[count - 1] * chance.Value : 0))];
        }

        var (met, money) = (0.0, 0.0);
        for (var count = Math.Min(needed, counts.Length); count < counts.Length; count++)
        {
            met += counts[count];
            money += counts[count] * ((posted * count) - Rationals.ToNearest(target));
        }

        return new CampaignNumbers(Amount.Approximately(met, 1e-13), Amount.Approximately(money, 1e-12 * posted * agents.Count), null);
    }

    private static List<Fraction> Pledges(IEnumerable<Fraction> chances)
    {
        List<Fraction> counts = [Fraction.One];
        foreach (var chance in chances)
        {
            counts = [.. Enumerable.Range(0, counts.Count + 1).Select(count => ((count < counts.Count ? counts[count] : Fraction.Zero) * (Fraction.One - chance)) + (count > 0 ? counts[count - 1] * chance : Fraction.Zero))];
        }

        return counts;
    }

    private static Fraction Tail(List<Fraction> counts, int from) => counts.Skip(Math.Max(0, from)).Aggregate(Fraction.Zero, (sum, chance) => sum + chance);

    /// <summary>P(v ≥ p).</summary>
    private static Amount Accepts(Prior prior, double posted, Fraction price) => prior switch
    {
        UniformPrior uniform => Amount.Of(Above(uniform, price)),
        AtomicPrior atomic => Amount.Of(atomic.ExactValues.Select((value, index) => value >= price ? atomic.ExactMasses[index] : Fraction.Zero).Aggregate(Fraction.Zero, (sum, mass) => sum + mass)),
        _ => Amount.Approximately(prior.Survival(posted) + prior.MassAt(posted), 1e-15),
    };

    /// <summary>E[(v − p)⁺].</summary>
    private static Amount Gain(Prior prior, double posted, Fraction price, CancellationToken cancellation)
    {
        switch (prior)
        {
            case UniformPrior uniform:
                var above = Above(uniform, price);
                var low = Rationals.FromDecimal(uniform.Low);
                var mean = ((price > low ? price : low) + Rationals.FromDecimal(uniform.High)) / 2;
                return Amount.Of(above * (mean - price));
            case AtomicPrior atomic:
                return Amount.Of(atomic.ExactValues.Select((value, index) => value > price ? (value - price) * atomic.ExactMasses[index] : Fraction.Zero).Aggregate(Fraction.Zero, (sum, gain) => sum + gain));
            default:
                return Integral.Of(prior.Survival, posted, prior.Upper, prior.Breakpoints, cancellation);
        }
    }

    private static Fraction Above(UniformPrior prior, Fraction price)
    {
        var (low, high) = (Rationals.FromDecimal(prior.Low), Rationals.FromDecimal(prior.High));
        return price <= low ? Fraction.One : price >= high ? Fraction.Zero : (high - price) / (high - low);
    }

    /// <summary>
    /// E[(Σ ψᵢ⁺ − cost)⁺] for values uniform on [a, b]: ψ = 2v − b is uniform too, so that given k positive ones their sum is k·l plus the rest of the width
    /// times a sum of k uniform numbers, whose distribution is that of Irwin and Hall.
    /// </summary>
    private static CampaignNumbers Optimal(UniformPrior prior, int count, Fraction cost)
    {
        var (low, high) = (Rationals.FromDecimal(prior.Low), Rationals.FromDecimal(prior.High));
        var lowest = (2 * low) - high;
        var positive = lowest.IsNegative ? high / (high - lowest) : Fraction.One;
        lowest = lowest.IsNegative ? Fraction.Zero : lowest;
        var width = high - lowest;
        var (funded, profit) = (Fraction.Zero, Fraction.Zero);
        for (var served = 0; served <= count; served++)
        {
            var weight = Choose(count, served) * Power(positive, served) * Power(Fraction.One - positive, count - served);
            var x = (cost - (lowest * served)) / width;
            profit += weight * width * Excess(served, x, served + 1);
            funded += served == 0 ? cost.IsZero ? weight : Fraction.Zero : weight * Excess(served, x, served);
        }

        return new CampaignNumbers(Amount.Of(funded), Amount.Of(profit), null);
    }

    /// <summary>For the sum S of k uniform numbers: E[(S − x)⁺] with the power k + 1, P(S ≥ x) with the power k: Σ (−1)^j C(k, j) (k − j − x)₊^power / power!.</summary>
    private static Fraction Excess(int k, Fraction x, int power)
    {
        var sum = Fraction.Zero;
        for (var j = 0; j <= k; j++)
        {
            var rest = new Fraction(k - j) - x;
            sum += rest.IsPositive ? (j % 2 == 0 ? 1 : -1) * Choose(k, j) * Power(rest, power) : Fraction.Zero;
        }

        return Enumerable.Range(1, power).Aggregate(sum, (value, factor) => value / factor);
    }

    private static Fraction Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(Fraction.One, (value, factor) => value * (n - k + factor) / factor);

    private static Fraction Power(Fraction value, int exponent) => Partnerships.RationalRoot.Power(value, exponent);
}
