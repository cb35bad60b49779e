using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// What a package auction cannot promise: balance, because contested goods are paid for and nobody receives the money; with payments in the core, truth; and by
/// the greedy choice, efficiency.
/// </summary>
/// <param name="packages">The solved auction.</param>
public sealed class PackageRefuter(SolvedPackages packages)
{
    /// <summary>The counterexample in words; null if none was found.</summary>
    /// <param name="guarantee">What is claimed.</param>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.ExPostBudgetBalanced => Balance(string.Empty),
        Guarantee.ExAnteBudgetBalanced => Balance(" under a belief that expects these bids"),
        Guarantee.AllocativelyEfficient => Waste(),
        Guarantee.DominantStrategyIncentiveCompatible => Shading(),
        Guarantee.BayesianIncentiveCompatible => Shading() is { } lie ? lie + " for a bidder that expects these bids" : null,
        _ => null,
    };

    /// <summary>Two bids for one good each that together are worth more than one for both, which comes first; null where the best set is accepted, or there is one good.</summary>
    public string? Waste()
    {
        if (!packages.Goods.IsGreedy || packages.Goods.Count < 2)
        {
            return null;
        }

        PackageOffer[] offers = [new(0, 3, 10), new(1, 1, 6), new(2, 2, 6)];
        var (worth, best) = (GreedyPackageInterpreter.Run(offers, offers.Length, packages.Problem.Money).Welfare, PackageInterpreter.Run(offers, offers.Length).Welfare);
        var (first, second) = Names(packages.Goods);
        return worth >= best ? null
            : $"at the bids {Text(offers[0].Value)} for {first} and {second} together, {Text(offers[1].Value)} for {first}, {Text(offers[2].Value)} for {second} the accepted bids are worth {Text(worth)}, but {Text(best)} would be possible";
    }

    private static string? Balance(string belief)
    {
        var paid = PackageInterpreter.Run([new(0, 1, 10), new(1, 1, 6)], bidders: 2).Payments.Sum();
        return paid == 0 ? null : $"at the bids 10 and 6 of two bidders for good 0 the payments sum to {Text(paid)}, not equal to the cost 0{belief}";
    }

    /// <summary>One bidder wants two goods together and loses to two others: of these, each pays the less the lower its own bid is.</summary>
    private string? Shading()
    {
        if (!packages.IsCoreSelecting || packages.Goods.Count < 2)
        {
            return null;
        }

        const decimal together = 10, own = 8;
        CoreOutcome At(decimal report) => CoreInterpreter.Run([new(0, 3, together), new(1, 1, report), new(2, 2, own)], bidders: 3);
        var truth = At(own);
        var best = Enumerable.Range(1, (int)own - 1)
            .Select(report => (Report: (decimal)report, Outcome: At(report)))
            .Where(lie => lie.Outcome.Accepted[1] >= 0)
            .OrderBy(lie => Paid(lie.Outcome))
            .ThenByDescending(lie => lie.Report)
            .FirstOrDefault();
        if (best.Outcome is null || Paid(best.Outcome) >= Paid(truth))
        {
            return null;
        }

        var (first, second) = Names(packages.Goods);
        return $"at the bids {Text(together)} for {first} and {second} together, [{Text(own)}] for {first}, {Text(own)} for {second} bidder 1 wins and pays {Text(Paid(truth))}; "
            + $"bidding {Text(best.Report)} it wins and pays {Text(Paid(best.Outcome))}, a gain of {Text(Paid(truth) - Paid(best.Outcome))}";
    }

    /// <summary>The first two goods, by name or by index.</summary>
    /// <param name="goods">At least two goods.</param>
    internal static (string First, string Second) Names(DisjointPackages goods) =>
        goods.Names.Count > 0 ? (goods.Names[0], goods.Names[1]) : ("good 0", "good 1");

    private static string Text(decimal number) => NumberText.Words((double)number, 10);

    /// <summary>What bidder 1 is charged.</summary>
    private decimal Paid(CoreOutcome outcome) => packages.Charged(outcome.Payments[1]);
}
