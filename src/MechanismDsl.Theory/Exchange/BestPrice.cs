using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>The fixed price at which one seller and one buyer gain most in expectation: the only mechanisms that are truthful in dominant strategies and balanced at every profile post a price (Hagerty and Rogerson 1987).</summary>
public static class BestPrice
{
    /// <summary>Prices that are compared before the best of them is refined.</summary>
    private const int Steps = 32;

    private const int Refinements = 40;

    /// <summary>A price is stated with these digits; nothing is lost near a maximum.</summary>
    private const int Digits = 3;

    /// <summary>The price with three digits, and the gains at it; null where they are not known.</summary>
    /// <param name="problem">A trade with priors.</param>
    /// <param name="cancellation">Looked at between prices.</param>
    public static (double Price, double Gains)? Of(Problem problem, CancellationToken cancellation)
    {
        if (problem.Population is not Population.Named([{ Prior: { } seller }, { Prior: { } buyer }]))
        {
            return null;
        }

        var low = Math.Max(0, double.IsInfinity(seller.Lower) ? seller.Quantile(1e-3) : seller.Lower);
        var high = double.IsInfinity(buyer.Upper) ? buyer.UpperQuantile(1e-3) : buyer.Upper;
        if (!(low < high) || Gains((low + high) / 2) is null)
        {
            return null;
        }

        var best = Enumerable.Range(1, Steps - 1).OrderByDescending(step => Gains(low + ((high - low) * step / Steps)) ?? 0).First();
        var (left, right) = (low + ((high - low) * (best - 1) / Steps), low + ((high - low) * (best + 1) / Steps));
        for (var step = 0; step < Refinements; step++)
        {
            var third = (right - left) / 3;
            (left, right) = (Gains(left + third) ?? 0) < (Gains(right - third) ?? 0) ? (left + third, right) : (left, right - third);
        }

        var price = NumberText.Rounded((left + right) / 2, Digits);
        return Gains(price) is { } gains ? (price, gains) : null;

        double? Gains(double price)
        {
            cancellation.ThrowIfCancellationRequested();
            var posted = problem with { Objective = Objective.FirstToAccept, Payments = new PaymentRule.Posted(NumberText.Rounded(price)) };
            return TradeExpectations.Of(posted, cancellation)?.Gains;
        }
    }
}
