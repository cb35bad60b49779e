using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>What a backer's report counts for: Slope · report + Intercept, nothing below <paramref name="Lowest"/>.</summary>
/// <param name="Slope">Positive.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="Lowest">The lowest report that can get the product.</param>
public readonly record struct BackerScore(double Slope, double Intercept, double Lowest);

/// <summary>Campaigns: a product is made if its target is met, for those who get it, or for nobody. Reports are finite numbers in [0, 1e15].</summary>
public static class FundingCampaign
{
    /// <summary>Who accepts the price gets the product at it, if enough do.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="reports">What the product is worth to each backer.</param>
    /// <param name="price">The price.</param>
    /// <param name="pledges">The number of pledges that meet the target.</param>
    /// <param name="unit">The step of the grid; 0 where there is none.</param>
    /// <param name="awards">Receives who gets the product, and what each pays; as long as the reports.</param>
    /// <returns>Whether the product is made.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static bool AtPrice<TMoney>(ReadOnlySpan<TMoney> reports, TMoney price, int pledges, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        Check(reports, unit, awards.Length);
        var accepted = 0;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            var accepts = reports[agent] >= price;
            awards[agent] = accepts ? new(1, price) : default;
            accepted += accepts ? 1 : 0;
        }

        return accepted >= pledges || Refund(awards);
    }

    /// <summary>Everybody pledges its report, and all get the product if the pledges meet the target.</summary>
    /// <inheritdoc cref="AtPrice{TMoney}"/>
    /// <param name="reports">What each backer pledges.</param>
    /// <param name="target">The target.</param>
    /// <param name="unit">The step of the grid; 0 where there is none.</param>
    /// <param name="awards">Receives who gets the product, and what each pays; as long as the reports.</param>
    public static bool Pledged<TMoney>(ReadOnlySpan<TMoney> reports, TMoney target, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        var sum = Sum(reports, unit, awards.Length);
        for (var agent = 0; agent < reports.Length; agent++)
        {
            awards[agent] = new(1, reports[agent] + TMoney.Zero);
        }

        return sum >= target || Refund(awards);
    }

    /// <summary>The product is made for all if the reports meet the target, and each pays what the others lack of it (Clarke 1971).</summary>
    /// <inheritdoc cref="AtPrice{TMoney}"/>
    /// <param name="reports">What the product is worth to each backer.</param>
    /// <param name="target">The target.</param>
    /// <param name="unit">The step of the grid; 0 where there is none.</param>
    /// <param name="awards">Receives who gets the product, and what each pays; as long as the reports.</param>
    public static bool Efficient<TMoney>(ReadOnlySpan<TMoney> reports, TMoney target, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        var sum = Sum(reports, unit, awards.Length);
        for (var agent = 0; agent < reports.Length; agent++)
        {
            // Where the sum is rounded, nobody pays more than its report for that.
            var missing = target - (sum - reports[agent]);
            awards[agent] = new(1, missing <= TMoney.Zero ? TMoney.Zero : TMoney.Min(missing, reports[agent]));
        }

        return sum >= target || Refund(awards);
    }

    /// <summary>
    /// The product is made for all whose reports count for something, if what they count for meets the target; each pays the lowest report with which it would
    /// still get the product (Myerson 1981).
    /// </summary>
    /// <param name="reports">What the product is worth to each backer.</param>
    /// <param name="scores">What reports count for: one for all, or one each.</param>
    /// <param name="target">The target.</param>
    /// <param name="awards">Receives who gets the product, and what each pays; as long as the reports.</param>
    /// <returns>Whether the product is made.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static bool Optimal(ReadOnlySpan<double> reports, ReadOnlySpan<BackerScore> scores, double target, Span<Award<double>> awards)
    {
        Check(reports, 0, awards.Length);
        if (scores.Length != 1 && scores.Length != reports.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {reports.Length} reports; the campaign has {scores.Length} backers."), nameof(reports));
        }

        var sum = 0.0;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            sum += Worth(reports[agent], scores[scores.Length == 1 ? 0 : agent]);
        }

        var served = 0;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            var score = scores[scores.Length == 1 ? 0 : agent];
            var missing = Math.Max(0, target - (sum - Worth(reports[agent], score)));
            var price = Math.Max(score.Lowest, (missing - score.Intercept) / score.Slope);
            var serves = reports[agent] >= score.Lowest;
            awards[agent] = serves ? new(1, Math.Min(price, reports[agent])) : default;
            served += serves ? 1 : 0;
        }

        return (served > 0 && sum >= target) || Refund(awards);
    }

    /// <summary>
    /// The product is made for the largest group of backers to each of whom it is worth an equal share of the target, and these share it; on a grid the first of them
    /// pay one step more, as far as it cannot be divided (Moulin 1994; Moulin and Shenker 2001).
    /// </summary>
    /// <inheritdoc cref="AtPrice{TMoney}"/>
    /// <param name="reports">What the product is worth to each backer.</param>
    /// <param name="target">The target, on a grid a multiple of the step.</param>
    /// <param name="unit">The step of the grid; 0 where there is none.</param>
    /// <param name="awards">Receives who gets the product, and what each pays; as long as the reports.</param>
    public static bool Shared<TMoney>(ReadOnlySpan<TMoney> reports, TMoney target, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        Check(reports, unit, awards.Length);
        awards.Fill(new(1, TMoney.Zero));

        // Who cannot bear its share leaves, and the shares of the others rise, until all that are left can: the order of leaving does not matter.
        for (var (members, before) = (reports.Length, -1); members != before;)
        {
            before = members;
            var (share, more) = Shares(target, before, unit);
            var member = 0;
            for (var agent = 0; agent < reports.Length; agent++)
            {
                if (awards[agent].IsServed)
                {
                    var own = member++ < more ? share + unit : share;
                    var stays = reports[agent] >= own;
                    awards[agent] = stays ? new(1, own) : default;
                    members -= stays ? 0 : 1;
                }
            }

            if (members == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The share of each of so many members, and how many of them pay one step more.</summary>
    private static (TMoney Share, int More) Shares<TMoney>(TMoney target, int members, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        var count = TMoney.CreateChecked(Math.Max(1, members));
        if (TMoney.IsZero(unit))
        {
            return (target / count, 0);
        }

        var steps = target / unit;
        var rest = steps % count;
        return ((steps - rest) / count * unit, int.CreateChecked(rest));
    }

    private static double Worth(double report, BackerScore score) => report >= score.Lowest ? Math.Max(0, (score.Slope * report) + score.Intercept) : 0;

    private static TMoney Sum<TMoney>(ReadOnlySpan<TMoney> reports, TMoney unit, int awards)
        where TMoney : struct, INumber<TMoney>
    {
        Check(reports, unit, awards);
        var sum = TMoney.Zero;
        foreach (var report in reports)
        {
            sum = checked(sum + report);
        }

        return sum;
    }

    private static void Check<TMoney>(ReadOnlySpan<TMoney> reports, TMoney unit, int awards)
        where TMoney : struct, INumber<TMoney>
    {
        BatchShape.CheckAgents(awards, reports.Length, nameof(awards));
        var highest = TMoney.IsZero(unit) ? TMoney.Zero : Grid.Highest(unit);
        for (var agent = 0; agent < reports.Length; agent++)
        {
            if (TMoney.IsZero(unit))
            {
                ReportDomain.Check(double.CreateChecked(reports[agent]), agent);
            }
            else
            {
                Grid.CheckReport(reports[agent], agent, unit, highest);
            }
        }
    }

    /// <summary>Nobody gets anything, and nobody pays.</summary>
    private static bool Refund<TMoney>(Span<Award<TMoney>> awards)
        where TMoney : struct
    {
        awards.Clear();
        return false;
    }
}
