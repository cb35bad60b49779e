using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>
/// Symmetric Bayes–Nash equilibria of pay-as-bid and all-pay auctions among n alike buyers with a density (Vickrey 1961; Riley and Samuelson
/// 1981; Krishna 2010, chapters 2 and 3).
/// </summary>
public static class SymmetricEquilibrium
{
    private const double LeftOut = 1e-9;

    /// <summary>
    /// The equilibrium of a declared problem: a fixed number of alike buyers with a prior, pay-as-bid or all-pay, a constant reserve (or the
    /// seller's own value, if that is higher) and no entry fee; null elsewhere.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Looked at by the quadrature behind each point of a table.</param>
    public static BidFunction? Of(Problem problem, CancellationToken cancellation = default)
    {
        if (problem.Population is not Population.Alike { Count: { } agents, Agent: { Side: Side.Buyer, Prior: { } prior } agent }
            || agent.Reserve is { Amount: null }
            || problem.Payments.EntryFee != 0)
        {
            return null;
        }

        var reserve = problem.LowestBid(agent);
        return problem.Payments switch
        {
            PaymentRule.PayAsBid => PayAsBid(prior, agents, reserve, cancellation),
            PaymentRule.AllPay => AllPay(prior, agents, reserve, cancellation),
            _ => null,
        };
    }

    /// <summary>
    /// The pay-as-bid equilibrium β(v) = v − ∫_r^v F(x)ⁿ⁻¹ dx / F(v)ⁿ⁻¹; null for atomic priors (no pure equilibrium) and where no table meets
    /// the tolerance.
    /// </summary>
    /// <param name="prior">The prior of each buyer.</param>
    /// <param name="agents">n ≥ 1; a lone buyer bids the reserve.</param>
    /// <param name="reserve">r ≥ 0, the lowest bid that wins.</param>
    /// <param name="cancellation">Looked at by the quadrature behind each point of a table.</param>
    public static BidFunction? PayAsBid(Prior prior, int agents, double reserve = 0, CancellationToken cancellation = default)
    {
        if (prior is not ContinuousPrior continuous)
        {
            return null;
        }

        var lowest = agents == 1 ? reserve : Math.Max(reserve, Math.Max(0, prior.Lower));
        if (agents == 1 && !double.IsInfinity(prior.Upper))
        {
            return new PowerBid(reserve, prior.Upper, 0, 0);
        }

        if (prior.Lower >= 0 && PowerOf(continuous) is { } power)
        {
            return new PowerBid(lowest, prior.Upper, prior.Lower, power * (agents - 1));
        }

        return Tabulate(continuous, lowest, lowest, value => value - MeanLead(continuous, agents, lowest, value, cancellation));
    }

    /// <summary>
    /// The all-pay equilibrium β(v) = v F(v)ⁿ⁻¹ − ∫_{v*}^v F(x)ⁿ⁻¹ dx, where v* F(v*)ⁿ⁻¹ = r; null for atomic priors and where no table meets the
    /// tolerance.
    /// </summary>
    /// <param name="prior">The prior of each buyer.</param>
    /// <param name="agents">n ≥ 1.</param>
    /// <param name="reserve">r ≥ 0, the lowest bid that wins.</param>
    /// <param name="cancellation">Looked at by the quadrature behind each point of a table.</param>
    public static BidFunction? AllPay(Prior prior, int agents, double reserve = 0, CancellationToken cancellation = default)
    {
        if (prior is not ContinuousPrior continuous)
        {
            return null;
        }

        var lowest = Math.Max(EntryFees.Participation(prior, agents, reserve, 0), agents == 1 ? 0 : Math.Max(0, prior.Lower));
        if (double.IsPositiveInfinity(lowest))
        {
            return null;
        }

        if (prior.Lower >= 0 && PowerOf(continuous) is { } power && agents > 1)
        {
            return new PowerAllPayBid(lowest, prior.Upper, prior.Lower, power * (agents - 1));
        }

        if (agents == 1 && !double.IsInfinity(prior.Upper))
        {
            // The lowest winning bid, whatever the value.
            return new PowerBid(reserve, prior.Upper, 0, 0);
        }

        return Tabulate(continuous, lowest, reserve, value => (value - MeanLead(continuous, agents, lowest, value, cancellation)) * Win(continuous, agents, value));
    }

    /// <summary>
    /// What type v expects to pay in any auction where the highest type ≥ v* wins and types below v* get and pay nothing:
    /// m(v) = v F(v)ⁿ⁻¹ − ∫_{v*}^v F(x)ⁿ⁻¹ dx (revenue equivalence, Myerson 1981).
    /// </summary>
    public static double InterimPayment(ContinuousPrior prior, int agents, double lowest, double value) =>
        value < lowest ? 0 : (value - MeanLead(prior, agents, Math.Max(lowest, 0), value, default)) * Win(prior, agents, value);

    /// <summary>k where F(v) = ((v − a)/(b − a))ᵏ.</summary>
    private static double? PowerOf(ContinuousPrior prior) => prior switch
    {
        UniformPrior => 1,
        PowerPrior power => power.Exponent,
        _ => null,
    };

    private static double Win(Prior prior, int agents, double value) => Chance.Power(prior.Cdf(value), prior.Survival(value), agents - 1);

    /// <summary>∫_lowest^v (F(x)/F(v))ⁿ⁻¹ dx: by how much a winner of type v shades, the ratio taken before the power so that nothing underflows.</summary>
    private static double MeanLead(ContinuousPrior prior, int agents, double lowest, double value, CancellationToken cancellation)
    {
        var own = prior.Cdf(value);
        if (value <= lowest || own <= 0)
        {
            return Math.Max(0, value - lowest) * (agents == 1 ? 1 : 0);
        }

        var quadrature = new TanhSinh(1, cancellation: cancellation);
        var ends = new SortedSet<double>(prior.Breakpoints.Where(end => end > lowest && end < value)) { lowest, value };
        var from = double.NaN;
        foreach (var to in ends)
        {
            if (!double.IsNaN(from))
            {
                var (left, width) = (from, to - from);
                quadrature.Add((x, _, values) => values[0] = width * Math.Pow(prior.Cdf(left + (width * x)) / own, agents - 1));
            }

            from = to;
        }

        return quadrature.Sum[0];
    }

    private static TabulatedBid? Tabulate(ContinuousPrior prior, double lowest, double lowestBid, Func<double, double> bid)
    {
        // Far out in the lower tail bids depend on ratios of vanishing probabilities; no type is lost that occurs.
        var low = prior.Cdf(lowest) > 0 ? lowest : Math.Max(lowest, prior.Quantile(LeftOut));
        var high = double.IsInfinity(prior.Upper) ? prior.UpperQuantile(LeftOut) : prior.Upper;
        if (!(low < high))
        {
            return null;
        }

        var ends = prior.Breakpoints.Where(end => end > low && end < high).Prepend(low).Append(high).ToList();
        var tables = new List<ChebyshevTable>();
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            if (ChebyshevTable.Fit(bid, ends[index], ends[index + 1], floor: bid(high)) is not { } table)
            {
                return null;
            }

            tables.Add(table);
        }

        return new TabulatedBid(lowest, high, tables.ToEquatableArray()) { LowestBid = lowestBid };
    }
}
