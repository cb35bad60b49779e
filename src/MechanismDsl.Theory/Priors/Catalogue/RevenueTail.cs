using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>What a heavy upper tail means for a seller. It concerns buyers' values; for costs only <see cref="InfiniteMean"/> matters.</summary>
/// <remarks>
/// In quantile space an agent served with interim probability x(q) pays R(0+)·x(0+) + ∫ R′(q) x(q) dq on average: with a positive limit,
/// E[max ψ⁺] misses R(0+) for each bidder whose highest types are served (equal revenue: ψ = 0, yet n bidders pay n·Scale in a second-price auction).
/// </remarks>
/// <param name="Limit">R(0+) = lim p·(1 − F(p)) for p → ∞; +∞ if posted-price revenue has no bound.</param>
/// <param name="InfiniteMean">True if E[V] diverges.</param>
/// <param name="Unbounded">True if sup p·(1 − F(p)) is infinite: no mechanism is optimal, for any number of bidders.</param>
/// <param name="Attained">
/// True if some finite price earns sup p·(1 − F(p)) from one buyer. If not, R(q) &lt; R(0+) for all q &gt; 0, every virtual value near the top is
/// negative on average, and no auction is optimal for more bidders either.
/// </param>
/// <param name="Reason">Why, in words; empty for a light tail.</param>
public sealed record RevenueTail(double Limit, bool InfiniteMean, bool Unbounded, bool Attained, string Reason)
{
    /// <summary>Posted prices that are compared with the limit, besides breakpoints.</summary>
    private const int Grid = 256;

    /// <summary>The tail of a prior of values.</summary>
    public static RevenueTail Of(Prior prior)
    {
        var limit = prior.RevenueLimit;
        var infiniteMean = double.IsPositiveInfinity(prior.Mean);
        var reason = Explain(prior, infiniteMean, limit);
        if (limit <= 0)
        {
            return new(0, infiniteMean, false, true, reason);
        }

        var unbounded = double.IsPositiveInfinity(limit);
        return new(limit, infiniteMean, unbounded, !unbounded && BestPrice(prior) >= limit * (1 - 1e-12), reason);
    }

    /// <summary>The largest p·(1 − F(p)) over the breakpoints and a geometric grid of prices up to the one that sells once in 10⁹.</summary>
    private static double BestPrice(Prior prior)
    {
        var best = prior.Breakpoints.Where(price => price > 0).Select(price => price * (prior.Survival(price) + prior.MassAt(price))).DefaultIfEmpty(0).Max();
        var (low, high) = (Math.Max(prior.Quantile(0.01), double.Epsilon), prior.UpperQuantile(1e-9));
        for (var step = 0; step <= Grid; step++)
        {
            var price = low * Math.Pow(high / low, step / (double)Grid);
            best = Math.Max(best, price * prior.Survival(price));
        }

        return best;
    }

    private static string Explain(Prior prior, bool infiniteMean, double limit)
    {
        var words = new List<string>();
        var heavy = Heaviest(prior).Describe();
        if (infiniteMean)
        {
            words.Add($"the mean of {heavy} diverges");
        }

        if (double.IsPositiveInfinity(limit))
        {
            words.Add($"1 − F(p) of {heavy} falls slower than 1/p, so p·(1 − F(p)) grows without bound");
        }
        else if (limit > 0)
        {
            words.Add($"p·(1 − F(p)) tends to {NumberText.Words(limit)} for ever higher prices");
        }

        return string.Join("; ", words);
    }

    /// <summary>The component of a mixture to which its tail is due.</summary>
    private static Prior Heaviest(Prior prior) => prior is MixturePrior mixture
        ? mixture.Components.OrderByDescending(component => component.RevenueLimit).ThenByDescending(component => component.Mean).First()
        : prior;
}
