using System.Reflection;

namespace MechanismDsl.Tests.Declarations;

/// <summary>The declarations below need no using directive and no <c>Guarantee.</c> prefix: that is what the package's props promise.</summary>
public sealed class LanguageSurfaceTests
{
    [Fact]
    public void Guarantees_are_written_without_a_prefix() =>
        Assert.Equal(
            [Guarantee.BayesianIncentiveCompatible, Guarantee.ExPostIndividuallyRational],
            typeof(Promising).GetCustomAttribute<GuaranteesAttribute>()!.Values);

    [Fact]
    public void Several_agents_with_priors_stand_on_one_type()
    {
        var agents = typeof(TwoBuyers).GetCustomAttributes<AgentAttribute<Uniform>>().ToArray();
        Assert.Equal(["North", "South"], agents.Select(agent => agent.Name));
        Assert.Equal([0, 18], agents[1].Parameters);
    }

    [Fact]
    public void Attributes_are_sealed_and_not_inherited()
    {
        foreach (var type in typeof(MechanismAttribute).Assembly.GetExportedTypes().Where(type => typeof(Attribute).IsAssignableFrom(type)))
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.False(type.GetCustomAttribute<AttributeUsageAttribute>()!.Inherited, type.Name);
        }
    }

    [Fact]
    public void Priors_are_sealed_records_whose_constructor_parameters_are_their_properties()
    {
        foreach (var type in typeof(IPrior).Assembly.GetExportedTypes().Where(type => typeof(IPrior).IsAssignableFrom(type) && !type.IsInterface))
        {
            Assert.True(type.IsSealed, type.Name);
            var constructor = Assert.Single(type.GetConstructors());
            Assert.All(constructor.GetParameters(), parameter => Assert.NotNull(type.GetProperty(parameter.Name!)));
        }
    }

    [Fact]
    public void Marks_stand_on_parameters_properties_and_positions_of_records()
    {
        var quality = typeof(Sponsored).GetMethod(nameof(Sponsored.Score))!.GetParameters()[1];
        Assert.Equal((.1, 1), (quality.GetCustomAttribute<BetweenAttribute>()!.Low, quality.GetCustomAttribute<BetweenAttribute>()!.High));
        Assert.NotNull(quality.GetCustomAttribute<VerifiedAttribute>());
        Assert.NotNull(typeof(AdBid).GetProperty(nameof(AdBid.Amount))!.GetCustomAttribute<ReportAttribute>());
        Assert.NotNull(typeof(AdBid).GetConstructors()[0].GetParameters()[1].GetCustomAttribute<BetweenAttribute>());
    }

    [Fact]
    public void Assumptions_name_a_guarantee_and_a_reason()
    {
        var assumed = typeof(Slots).GetCustomAttribute<AssumedAttribute>()!;
        Assert.Equal((Guarantee.NoDeficit, "on paper"), (assumed.Guarantee, assumed.Because));
        Assert.Equal(3, typeof(Slots).GetCustomAttribute<IdenticalItemsAttribute>()!.Count);
        Assert.Equal([1, 2, 5], typeof(Slots).GetCustomAttribute<TypesAttribute>()!.Values);
        Assert.Equal((1, 9, "North"), (typeof(Slots).GetCustomAttribute<TypeRangeAttribute>()!.Low, typeof(Slots).GetCustomAttribute<TypeRangeAttribute>()!.High, typeof(Slots).GetCustomAttribute<TypeRangeAttribute>()!.Agent));
    }

    private readonly record struct AdBid([property: Report, Between(0, 100)] double Amount, [Between(.1, 1), Verified] double Quality);

    [Mechanism, SingleItem]
    private sealed partial class Sponsored
    {
        [Score]
        public static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
    }

    [Mechanism, IdenticalItems(3), Types(1, 2, 5), TypeRange(1, 9, Agent = "North"), Agent("North"), Agent("South"), Assumed(NoDeficit, "on paper")]
    private sealed partial class Slots
    {
        [Allocation]
        public static void Serve(ReadOnlySpan<double> bids, Span<bool> served) => served[0] = bids[0] > bids[1];

        [Payment]
        public static double Pay(ReadOnlySpan<double> bids, int agent) => agent == 0 ? bids[1] : 0;
    }

    [Mechanism, SingleItem, Efficient]
    [Guarantees(BayesianIncentiveCompatible, ExPostIndividuallyRational)]
    private sealed partial class Promising;

    [Mechanism(Ties = TieRule.Priority), SingleItem, RevenueOptimal]
    [Agent<Uniform>("North", 0, 12, Priority = 1), Agent<Uniform>("South", 0, 18)]
    private sealed partial class TwoBuyers;

    [Mechanism, SingleItem, RevenueOptimal]
    [PriorFromFile("bids.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
    private sealed partial class BannerAuction;

    [Mechanism, SingleItem, RevenueOptimal, HistogramPrior([0, 3, 8], [.75, .25]), Money<decimal>(Decimals = 2)]
    private sealed partial class Bimodal;

    [Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1), Suppliers<Uniform>(0, 1), Agents(2, 8)]
    private sealed partial class Sourcing;

    [Support(0, nameof(Top))]
    private sealed record Squared(double Top) : IPrior
    {
        [Distribution]
        public double Cdf(double v) => v * v / (Top * Top);

        [Density]
        public double Pdf(double v) => 2 * v / (Top * Top);
    }

    [Mechanism, SingleItem, PayAsBid, Prior<Squared>(1), Message(0, 1), Agents(2)]
    private sealed partial class FirstPrice
    {
        [Strategy]
        public static double Bid(double value) => 2 * value / 3;
    }
}
