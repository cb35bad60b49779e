using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Declarations;

public sealed class DeclarationReaderTests
{
    [Fact]
    public void Attributes_stand_in_source_order_without_their_suffix()
    {
        var declaration = Source.Of("[Mechanism, SingleItem] [RevenueOptimal, Agent<Uniform>(\"North\", 0, 12), Serializable] partial class X;").Read();
        Assert.Equal(["Mechanism", "SingleItem", "RevenueOptimal", "Agent"], declaration.Attributes.Select(use => use.Name));
        var agent = declaration.Attributes[3];
        Assert.Equal("MechanismDsl.Uniform", agent.TypeArgument!.FullName);
        Assert.Equal(["Low", "High"], agent.TypeArgument.Parameters);
        Assert.Null(agent.TypeArgument.OwnPrior);
        Assert.Equal([new Argument.Text("North"), new Argument.List([new Argument.Number(0, false), new Argument.Number(12, false)])], agent.Arguments);
        Assert.False(agent.HasErrors);
    }

    [Theory]
    [InlineData("HistogramPrior([0, 3, 8], [.75, .25])")]
    [InlineData("HistogramPrior(new double[] { 0, 3, 8 }, new[] { .75, .25 })")]
    [InlineData("HistogramPrior(masses: [.75, .25], edges: [0, 3, 8])")]
    public void Arrays_are_read_however_they_are_written(string attribute)
    {
        var use = Assert.Single(Source.Of($"[Mechanism, {attribute}] partial class X;").Read().Attributes, use => use.Name == "HistogramPrior");
        Assert.Equal([Numbers(0, 3, 8), Numbers(.75, .25)], use.Arguments);
    }

    [Fact]
    public void Named_arguments_constants_and_enum_members_are_values()
    {
        var declaration = Source.Of("""
            static class Market { public const double Floor = 2.5; }
            [Mechanism(Ties = TieRule.Priority), Reserve(2 * Market.Floor, Kind = ReserveKind.Lazy, Agent = "North"), Guarantees(NoDeficit, NoSubsidy), Money<decimal>(Decimals = 3)]
            [PriorFromFile("bids.csv", HighestPer = ["auction", "bidder"], Ironing = true, Bins = 20)]
            partial class X;
            """).Read();
        Assert.Equal([new NamedArgument("Ties", new Argument.Number(2, false))], declaration.Attributes[0].Properties);
        Assert.Equal([new Argument.Number(5, false)], declaration.Attributes[1].Arguments);
        Assert.Equal([new NamedArgument("Kind", new Argument.Number(1, false)), new NamedArgument("Agent", new Argument.Text("North"))], declaration.Attributes[1].Properties);
        Assert.Equal([Numbers(7, 8)], declaration.Attributes[2].Arguments);
        Assert.Equal("System.Decimal", declaration.Attributes[3].TypeArgument!.FullName);
        Assert.Equal(new Argument.List([new Argument.Text("auction"), new Argument.Text("bidder")]), declaration.Attributes[4].Properties[0].Value);
        Assert.Equal(new Argument.Number(1, false), declaration.Attributes[4].Properties[1].Value);
    }

    [Theory]
    [InlineData("1 / 3", true)]
    [InlineData("2 * (7 / 2)", true)]
    [InlineData("Market.Units / 2", true)]
    [InlineData("6 / 3", false)]
    [InlineData("1.0 / 3", false)]
    [InlineData("(double)1 / 3", false)]
    [InlineData("1 / 3d", false)]
    public void Lost_digits_of_a_division_are_noticed(string expression, bool lost)
    {
        var uses = Source.Of($$"""
            static class Market { public const int Units = 7; }
            [Mechanism, Reserve({{expression}}), Prior<Uniform>(0, {{expression}}, Weight = {{expression}}), HistogramPrior([0, {{expression}}, 8], [.75, .25])]
            partial class X;
            """).Read().Attributes;
        Assert.Equal(lost, Assert.IsType<Argument.Number>(uses[1].Arguments[0]).IsIntegerDivision);
        var parameters = Assert.IsType<Argument.List>(uses[2].Arguments[0]).Items!.Value;
        Assert.Equal([false, lost], parameters.Cast<Argument.Number>().Select(number => number.IsIntegerDivision));
        Assert.Equal(lost, Assert.IsType<Argument.Number>(uses[2].Properties[0].Value).IsIntegerDivision);
        var edges = Assert.IsType<Argument.List>(uses[3].Arguments[0]).Items!.Value;
        Assert.Equal([false, lost, false], edges.Cast<Argument.Number>().Select(number => number.IsIntegerDivision));
    }

    [Fact]
    public void The_same_text_elsewhere_with_other_comments_is_the_same_declaration()
    {
        const string Text = "[Mechanism, SingleItem, RevenueOptimal, Prior<Uniform>(0, 1)] partial class X { [Strategy] static double Bid(double v) => v / 2; }";
        var moved = Source.Of("// moved\n\n\nclass Before;\n" + Text.Replace("SingleItem,", "SingleItem, /* one good */").Replace("v / 2", "v /   2 // half\n") + "\nclass After;").Read();
        Assert.Equal(Source.Of(Text).Read(), moved);
        Assert.Equal(Source.Of(Text).Read().GetHashCode(), moved.GetHashCode());
    }

    [Fact]
    public void The_declaration_is_the_same_once_its_code_is_generated()
    {
        const string Text = "[Mechanism, SingleItem, Efficient] partial class X;";
        var generated = "/// <summary>S</summary><remarks>R</remarks>\n[global::MechanismDsl.GeneratedMechanism(\"1\", \"2\")] partial class X { public static int Run() => 0; }";
        Assert.Equal(Source.Of(Text).Read(), Source.Of(Text, generated).Read());
    }

    [Theory]
    [InlineData("[Mechanism, Reserve(] partial class X;")]
    [InlineData("[Mechanism, Agent<Uniform>(\"North\", 0, )] partial class X;")]
    [InlineData("[Mechanism, Agent<>(\"North\", 0, 1)] partial class X;")]
    [InlineData("[Mechanism, Agent<Unifrom>(\"North\", 0, 1)] partial class X;")]
    [InlineData("[Mechanism, Agent(North)] partial class X;")]
    [InlineData("[Mechanism, HistogramPrior([0, 3, ], [.75, .25)] partial class X;")]
    [InlineData("[Mechanism, PostedPrice] partial class X;")]
    [InlineData("[Mechanism, PostedPrice(double.Parse(\"1\"))] partial class X;")]
    [InlineData("[Mechanism, Guarantees(NoDeficits)] partial class X;")]
    [InlineData("[Mechanism, Prior<Uniform>(0, 1, Weight = )] partial class X;")]
    public void Half_written_attributes_are_read_and_marked(string text)
    {
        var declaration = Source.Incomplete(text).Read();
        Assert.Contains(declaration.Attributes, use => use.HasErrors);
    }

    private static Argument.List Numbers(params double[] values) => new([.. values.Select(value => new Argument.Number(value, false))]);
}
