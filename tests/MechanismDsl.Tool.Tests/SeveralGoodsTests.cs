using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Running;

namespace MechanismDsl.Tool.Tests;

/// <summary>Mechanisms of several goods as <c>mechanism list</c>, <c>show</c> and <c>run</c> have them.</summary>
public class SeveralGoodsTests
{
    private static readonly Support.Sample _sample = Support.Sample.Of("""
        public enum Lot { Castle, Lake }

        [Mechanism, Goods<Lot>, Optimal(Objective.Revenue), Agents(2)]
        [DiscretePrior([4, 6], [1, 1]), DiscretePrior([1, 3], [1, 1], Good = (int)Lot.Lake)]
        [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
        public partial class Estate;

        [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
        [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
        public partial class Favourite
        {
            [Decision]
            static void Divide(ReadOnlySpan<double> values, Span<int> owners)
            {
                owners[0] = values[0] >= values[1] ? 0 : -1;
                owners[1] = values[0] >= values[1] ? -1 : 0;
            }
        }

        [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
        public partial class Contrary
        {
            // A good that is worth more is taken away.
            [Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) => owners[0] = owners[1] = values[0] > 1 ? -1 : 0;
        }
        """);

    [Fact]
    public void They_are_listed_with_what_holds()
    {
        Assert.Equal(["Contrary", "Estate", "Favourite"], _sample.Mechanisms.Select(one => one.Name).Order(StringComparer.Ordinal));
        foreach (var name in new[] { "Estate", "Favourite" })
        {
            var one = _sample.Mechanisms.Named(name);
            Assert.Empty(one.Errors);
            Assert.Equal("several goods with additive values, finitely many types", one.Environment);
            Assert.Contains(one.Guarantees, evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible);
            Assert.Contains(one.Guarantees, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);
        }
    }

    [Fact]
    public void What_cannot_be_implemented_is_listed_with_its_error()
    {
        var contrary = _sample.Mechanisms.Named("Contrary");
        Assert.Equal(["MECH0047"], contrary.Errors.Select(error => error.Id));
        Assert.Equal("The declaration of Contrary has errors: MECH0047.", contrary.Explanation);
        Assert.Empty(contrary.Guarantees);
    }

    [Fact]
    public void Their_explanations_are_shown()
    {
        Assert.Contains("Expected revenue: 7.3125.", _sample.Mechanisms.Named("Estate").Explanation, StringComparison.Ordinal);
        Assert.Contains("(1, 2): good 1 to agent 0; agent 0 pays 2.", _sample.Mechanisms.Named("Favourite").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_goods_are_columns()
    {
        var sold = Play("Estate", "profile,agent,castle,lake\nx,West,6,3\nx,East,4,3\ny,West,4,3\ny,East,4,3\nz,West,4,1\nz,East,4,3\n");
        Assert.Equal(["x", "y", "z"], sold.Select(one => one.Profile));
        Assert.Equal([new("West", "castle, lake", "8")], sold[0].Rows);
        Assert.Equal([new("West", "castle with probability 0.5, lake with probability 0.5", "3.5"), new PlayedRow("East", "castle with probability 0.5, lake with probability 0.5", "3.5")], sold[1].Rows);
        Assert.Equal([new("East", "castle, lake", "7")], sold[2].Rows);

        var favourite = Play("Favourite", "good0,good1\n1,2\n");
        Assert.Equal([new("0", "good1", "2")], Assert.Single(favourite).Rows);
    }

    [Theory]
    [InlineData("Estate", "agent,castle\nWest,6\nEast,4\n", "bids.csv line 1: there is no column 'Lake'. The columns are: agent, castle.")]
    [InlineData("Favourite", "good0,good1\n1,x\n", "bids.csv line 2, column 'good1': 'x' is no number.")]
    public void Mistakes_in_files_are_named(string name, string text, string message) => Assert.Equal(message, Assert.Throws<ToolException>(() => Play(name, text)).Message);

    [Fact]
    public void A_value_that_is_no_type_is_a_mistake_in_the_file() =>
        Assert.StartsWith("bids.csv line 2: ", Assert.Throws<ToolException>(() => Play("Favourite", "good0,good1\n1,3\n")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Played> Play(string name, string text) => _sample.Runner(name).Run(BidFile.Read("bids.csv", text));
}
