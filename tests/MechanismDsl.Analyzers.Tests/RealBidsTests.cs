using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.Theory.Tests.Data;

namespace MechanismDsl.Analyzers.Tests;

/// <summary>What the compiler says of mechanisms made from real bids.</summary>
public sealed class RealBidsTests
{
    /// <summary>The reserve loses against none on two of three goods; bidders of one auction are alike on all.</summary>
    [RealDataTheory]
    [InlineData("xbox", true)]
    [InlineData("palm", false)]
    [InlineData("cartier", true)]
    public async Task A_reserve_that_loses_on_hold_out_is_a_warning(string good, bool loses)
    {
        var found = await Analysis.Run(new Snippet(
            """
            [Mechanism, SingleItem, RevenueOptimal]
            [PriorFromFile("bids.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
            public partial class FromBids;
            """)
        {
            Files = [new DataFile("/data/bids.csv", RealData.Read(good))],
        });

        Assert.Equal(loses ? ["MECH4106", "MECH4107", "MECH4108"] : ["MECH4106", "MECH4107"], found.Select(one => one.Id).Where(id => id.StartsWith("MECH41", StringComparison.Ordinal)));
    }
}
