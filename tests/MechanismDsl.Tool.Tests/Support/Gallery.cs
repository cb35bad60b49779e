using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Map;
using MechanismDsl.Tool.Reports.Pages;

namespace MechanismDsl.Tool.Tests.Support;

/// <summary>Declarations of all families, with their pages; made once for all tests.</summary>
internal static class Gallery
{
    private static readonly Lazy<Sample> _sample = new(() => Sample.Of(
        """
        public enum Home { SwimmingPool, DanceStudio }

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;

        [Mechanism, SingleItem, RevenueOptimal]
        [HistogramPrior([0, 3, 8], [.75, .25])]
        public partial class Bimodal;

        [Mechanism(Ties = TieRule.Shared), SingleItem, RevenueOptimal]
        [DiscretePrior([1, 2, 4, 5], [4, 1, 3, 2])]
        public partial class Steps;

        [Mechanism, SingleItem, RevenueOptimal, SellerValue(.25)]
        [Prior<Exponential>(1), Agents(2)]
        public partial class Waiting;

        [Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1)]
        [Suppliers<Uniform>(0, 1)]
        public partial class Sourcing;

        [Mechanism, SingleItem, RevenueOptimal]
        [PriorFromFile("bids & <offers>.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
        public partial class Banner;

        [Mechanism, Positions(200, 100), RevenueOptimal]
        [Prior<Uniform>(0, 1)]
        public partial class Slots;

        [Mechanism, Outcomes<Home>, Efficient]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        public partial class HomeImprovement
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        [Mechanism, BilateralTrade, SecondBest]
        [Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
        public partial class House;

        [Mechanism, DoubleAuction, SecondBest]
        [Seller<Uniform>("Farm", 0, 1), Buyer<Uniform>("Mill", 0, 1)]
        public partial class Grain;

        [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2)]
        [Prior<UniformIntegers>(1, 3), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
        public partial class Best;

        [Mechanism, BilateralTrade, PostedPrice(.5)]
        [Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
        public partial class Posted;

        [Mechanism, PublicProject(1), SecondBest]
        [Agent<Uniform>("First", 0, 1), Agent<Uniform>("Second", 0, 1)]
        public partial class Bridge;

        [Mechanism, BilateralTrade, Efficient]
        [Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
        [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
        public partial class Impossible;

        [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
        [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
        public partial class CorrelatedSale;

        [Mechanism, Partnership(.5, .5), Efficient]
        [Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]
        public partial class Buyout;

        [Mechanism, Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2, 3], [1, 1, 1])]
        public partial class IncomeTax;

        [Mechanism, Taxation(TaxObjective.Utilitarian), Prior<Uniform>(1, 2)]
        public partial class SmoothTax;

        [Mechanism, Crowdfunding(1), PostedPrice(.5), Agents(3), Prior<Uniform>(0, 1)]
        public partial class Album;

        [Mechanism, Packages(2), Efficient]
        public partial class Licences;

        [Mechanism, SingleItem]
        public partial class SponsoredSearch
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }
        """,
        ("bids & <offers>.csv", Bids())));

    private static readonly Lazy<IReadOnlyList<MapEntry>> _entries = new(() =>
        [.. _sample.Value.Mechanisms.Select(one => MapEntry.Read(one, Meanings.Solve(_sample.Value.Project, one, CancellationToken.None), CancellationToken.None))]);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> _pages = new(() =>
        _entries.Value.ToDictionary(entry => entry.Declared.Name, entry => MechanismPage.Write(entry.Declared, entry.Solution, "code < more & \"quotes\"", CancellationToken.None)));

    /// <summary>All mechanisms with their solutions.</summary>
    public static IReadOnlyList<MapEntry> Entries => _entries.Value;

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Entries.Select(entry => entry.Declared.Name);

    /// <summary>The page of a mechanism.</summary>
    public static string Page(string name) => _pages.Value[name];

    /// <summary>The map.</summary>
    public static string Map { get; } = MapPage.Write("Gallery & <more>", Entries);

    /// <summary>Forty auctions of two bidders, in a fixed order that looks random.</summary>
    private static string Bids()
    {
        var rows = Enumerable.Range(0, 80).Select(index => FormattableString.Invariant($"{index / 2},{index % 2},{1 + ((index * 37) % 83) / 8.0}"));
        return "auction,bidder,bid\n" + string.Join('\n', rows) + "\n";
    }
}
