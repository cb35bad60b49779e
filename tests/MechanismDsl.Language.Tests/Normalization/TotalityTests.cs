using CsCheck;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Whatever the attributes say, there is a problem or an error, and never an exception.</summary>
public sealed class TotalityTests
{
    private static readonly DataFile[] Files =
    [
        new("bids.csv", "auction,bid\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row / 3},{row % 5}\n"))),
        new("bad.csv", "auction,bid\n1,x\n\"\n"),
        new("flat.csv", "bid\n1\n1\n"),
    ];

    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Int[-2, 12].Select(value => (double)value),
        Gen.Double[-1, 20],
        Pick(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 1e15, 1e16, 1e-300, double.MaxValue, double.Epsilon));

    private static readonly Gen<string?> Name = Pick<string?>("North", "South", "north", "", null, "class", "1", "Run");

    private static readonly Gen<Argument> Any = Gen.OneOf(
        Number.Select(Gen.Bool, (value, lost) => (Argument)new Argument.Number(value, lost && value == 0)),
        Name.Select(name => (Argument)new Argument.Text(name)),
        Pick("bids.csv", "bad.csv", "flat.csv", "none.csv").Select(path => (Argument)new Argument.Text(path)),
        Number.Array[0, 4].Select(List),
        Name.Array[0, 2].Select(names => (Argument)new Argument.List([.. names.Select(name => new Argument.Text(name))])),
        Gen.Const((Argument)new Argument.List(null)));

    private static readonly Gen<TypeUse?> Type = Pick<TypeUse?>(
    [
        null,
        .. new[] { "Uniform", "Exponential", "Pareto", "Lognormal", "TruncatedNormal", "UniformIntegers", "Triangular", "Arcsine", "String" }
            .Select(name => new TypeUse("MechanismDsl." + name, name, [], null)),
        new TypeUse("System.Decimal", "Decimal", [], null),
        new TypeUse("System.Int64", "Int64", [], null),
        new TypeUse("My.Own", "Own", ["Top"], new OwnPrior(null, null, null, null, "no reason")),
    ]);

    private static readonly string[] Properties =
        ["Ties", "Agent", "Weight", "Priority", "OutsideOption", "Kind", "Decimals", "Bins", "Ironing", "Column", "HighestPer"];

    private static readonly string[] Attributes =
    [
        "SingleItem", "Procurement", "BuyerValue", "SellerValue", "Efficient", "RevenueOptimal", "PayAsBid", "AllPay", "PostedPrice", "Reserve", "EntryFee",
        "Guarantees", "Money", "Message", "Agent", "Agents", "Prior", "HistogramPrior", "DiscretePrior", "PriorFromFile", "Supplier", "Suppliers",
        "IdenticalItems", "Types", "TypeRange", "Assumed",
    ];

    private static readonly Gen<RuleType> Kinds = Pick<RuleType>([.. Enum.GetValues<NumberKind>().Select(kind => new RuleType.Number(kind))]);

    private static readonly Gen<RuleBounds?> Bounds = Gen.OneOf(Gen.Const((RuleBounds?)null), Gen.Select(Number, Number, (low, high) => (RuleBounds?)new RuleBounds(low, high, null)));

    private static readonly Gen<RuleInput> Scalar =
        from name in Pick("bid", "quality", "days")
        from type in Gen.Frequency((6, Kinds), (1, Gen.Const((RuleType)new RuleType.Other("string"))))
        from bounds in Bounds
        from flags in Gen.Int[0, 15]
        select new RuleInput(name, type) { Between = bounds, IsReport = flags % 8 == 1, IsVerified = flags % 4 == 2, IsSettable = flags != 3 };

    private static readonly Gen<RuleType> One = Gen.OneOf(
        Kinds,
        Scalar.Array[0, 3].Select(Gen.Bool, (members, visible) => (RuleType)new RuleType.Record("Shop.Bid", [.. members.DistinctBy(member => member.Name)], visible)));

    private static readonly Gen<RuleType> AnyType = Gen.Frequency(
        (4, One),
        (4, Gen.Select(Pick(Enum.GetValues<SequenceKind>()), One, (kind, element) => (RuleType)new RuleType.Sequence(kind, element))),
        (1, Gen.Const((RuleType)new RuleType.Nothing())),
        (1, Gen.Const((RuleType)new RuleType.Other("string"))));

    /// <summary>Rules with any signature, the sensible ones among them often enough.</summary>
    private static readonly Gen<RuleMethod> AnyRule =
        from role in Pick("Score", "Allocation", "Payment", "Value")
        from scalars in Scalar.Array[1, 3]
        from first in AnyType
        from second in AnyType
        from returns in AnyType
        from bounds in Bounds
        from shape in Gen.Int[0, 11]
        select (role, shape) switch
        {
            ("Score", < 8) => new RuleMethod(role, 0, "Rank", [.. scalars.DistinctBy(scalar => scalar.Name)], new RuleType.Number(NumberKind.Double)),
            ("Allocation", < 8) => new RuleMethod(role, 0, "Win", [new RuleInput("bids", new RuleType.Sequence(SequenceKind.ReadOnlySpan, first)) { Between = bounds }], new RuleType.Number(NumberKind.Int32)),
            ("Payment", < 8) => new RuleMethod(
                role,
                0,
                "Pay",
                [new RuleInput("bids", new RuleType.Sequence(SequenceKind.Array, first)) { Between = bounds }, new RuleInput("agent", new RuleType.Number(NumberKind.Int32))],
                new RuleType.Number(NumberKind.Double)),
            (_, 11) => new RuleMethod(role, 0, "None", [], returns),
            _ => new RuleMethod(role, 0, "Wild", [new RuleInput("first", first), new RuleInput("second", second)], returns) { IsStatic = shape != 10, Obstacle = shape == 9 ? "it is generic" : null },
        };

    /// <summary>Attributes with arguments that C# would not let through, too: the reader is not the only one who calls the normaliser.</summary>
    private static readonly Gen<AttributeUse> Wild =
        from name in Pick(Attributes)
        from type in Type
        from arguments in Any.Array[0, 3]
        from properties in Gen.Select(Pick(Properties), Any, (property, value) => new NamedArgument(property, value)).Array[0, 2]
        select new AttributeUse(name, type, [.. arguments], [.. properties]);

    /// <summary>Attributes as C# lets them through.</summary>
    private static readonly Gen<AttributeUse> Typed =
        from name in Pick(Attributes)
        from type in Type
        from number in Number
        from other in Number
        from text in Name
        from numbers in Number.Array[0, 4]
        from agent in Gen.OneOf(Gen.Const((string?)null), Name)
        select new AttributeUse(
            name,
            type,
            name switch
            {
                "BuyerValue" or "SellerValue" or "PostedPrice" or "Reserve" or "EntryFee" or "IdenticalItems" => [new Argument.Number(number, false)],
                "Types" => [List(numbers)],
                "Assumed" => [new Argument.Number(Math.Round(double.IsNaN(number) ? 0 : number), false), new Argument.Text(text)],
                "Message" or "TypeRange" => [new Argument.Number(number, false), new Argument.Number(other, false)],
                "Agents" => [new Argument.Number(Math.Clamp(Math.Round(double.IsNaN(number) ? 0 : number), -5, 9), false)],
                "Agent" or "Supplier" => [new Argument.Text(text), List(numbers)],
                "Prior" or "Suppliers" or "Guarantees" => [List(numbers)],
                "HistogramPrior" or "DiscretePrior" => [List(numbers), List([.. numbers.Skip(1)])],
                "PriorFromFile" => [new Argument.Text("bids.csv")],
                _ => [],
            },
            agent is null ? [] : [new NamedArgument("Agent", new Argument.Text(agent))]);

    [Fact]
    public void Every_declaration_has_a_problem_or_an_error() =>
        Gen.OneOf(Wild, Typed).Array[0, 7].Sample(attributes => Check(attributes), iter: 20_000);

    [Fact]
    public void Every_declaration_with_rules_of_its_own_has_a_problem_or_an_error() =>
        Gen.Select(Gen.OneOf(Wild, Typed).Array[0, 3], AnyRule.Array[1, 3], Gen.Bool).Sample(
            (attributes, rules, several) =>
            {
                AttributeUse environment = several ? new("IdenticalItems", null, [new Argument.Number(2, false)], []) : new("SingleItem", null, [], []);
                var reading = Check(
                    [environment, .. attributes],
                    [.. rules.Select((rule, index) => rule with { Ordinal = rules.Take(index).Count(other => other.Attribute == rule.Attribute) })]);
                Assert.Equal(reading.Problem is { Own: not null }, reading.Rules is not null);
                if (reading.Problem is { Own: { } own })
                {
                    Assert.Single(own.Fields, number => number.Role == FieldRole.Report);
                    Assert.All(own.Fields, number => Assert.True(number.Low <= number.High));
                }
            },
            iter: 20_000);

    [Fact]
    public void Every_sensible_declaration_can_be_solved_and_its_promises_checked() =>
        Typed.Array[0, 4].Sample(
            attributes =>
            {
                var reading = Check(
                [
                    new AttributeUse("SingleItem", null, [], []),
                    new AttributeUse("Guarantees", null, [List([.. Enumerable.Range(0, 10).Select(member => (double)member)])], []),
                    .. attributes,
                ]);
                if (reading.Problem is { Own: null } problem)
                {
                    var auction = AuctionSolver.Solve(problem, CancellationToken.None);
                    Assert.All(problem.Claims, claim => Assert.NotNull(ClaimCheck.Of(auction, claim, CancellationToken.None)));
                }
            },
            iter: 300);

    [Fact]
    public void A_prior_without_a_distribution_is_a_finding() =>
        Assert.Null(Check([new AttributeUse("SingleItem", null, [], []), new AttributeUse("RevenueOptimal", null, [], []), new AttributeUse("Prior", null, [List([0, 1])], [])]).Problem);

    [Fact]
    public void A_half_written_attribute_never_throws()
    {
        const string Text = "[Mechanism(Ties = TieRule.Shared), SingleItem, RevenueOptimal, Agent<Uniform>(\"North\", 0, 12), Reserve(2, Agent = \"North\"), HistogramPrior([0, 3], [1])] partial class X { [Strategy] static double Bid(double v) => v / 2; }";
        for (var length = "[Mechanism".Length; length <= Text.Length; length++)
        {
            var source = Source.Incomplete(Text[..length] + "] partial class X;");
            if (source.FindMechanism() is { } type)
            {
                _ = Normaliser.Read(DeclarationReader.Read(type, source.Compilation, CancellationToken.None), []);
            }
        }
    }

    private static Reading Check(AttributeUse[] attributes, params RuleMethod[] rules)
    {
        var reading = Normaliser.Read(DeclarationOf(attributes) with { Rules = [.. rules] }, [.. Files]);
        Assert.True(reading.Problem is not null != reading.Findings.Any(finding => Rule.IsError(finding.Id)));
        Assert.All(reading.Findings, finding => Assert.DoesNotContain(finding.Properties.GroupBy(property => property.Name), group => group.Count() > 1));
        return reading;
    }

    private static Declaration DeclarationOf(AttributeUse[] attributes) =>
        new(
            new TypeIdentity("", [], "X", "class", "public", true, false, false, false, false, false),
            [new AttributeUse("Mechanism", null, [], []), .. attributes],
            []);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Argument List(double[] values) => new Argument.List([.. values.Select(value => new Argument.Number(value, false))]);
}
