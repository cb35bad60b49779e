using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What is said about methods that are marked as rules, and about assumptions, and how it is repaired.</summary>
public class SignatureRuleTests
{
    private const string Head = "[Mechanism, SingleItem]\npublic partial class Sale\n{\n    ";

    [Theory]
    [InlineData("MECH1012", "[Mechanism, SingleItem] public partial class Sale { [Allocation] static string [|Winner|](ReadOnlySpan<double> bids) => \"\"; }",
        "'Winner' cannot be used as a rule: it must return the winner's index (int), or one bool, int or double for each agent: as an array, or into a second parameter such as Span<bool>")]
    [InlineData("MECH1012", "[Mechanism, SingleItem] public partial class Sale { [Score] static double Rank([Between(0, 9)] double report, [Between(.1, 1), Verified] double [|bid|]) => report * bid; }",
        "'Rank' cannot be used as a rule: 'bid' would be the second 'Bid' in the record of a report; give it another name")]
    [InlineData("MECH1012", "[Mechanism, SingleItem] public partial class Sale { [Score] static double Rank([Between(0, 9)] double bid, [Between(.1, 1), Verified] double [|getHashCode|]) => bid; }",
        "'Rank' cannot be used as a rule: 'getHashCode' would be 'GetHashCode' in the record of a report, which cannot have such a member; give it another name")]
    [InlineData("MECH1012", "[Mechanism, SingleItem] public partial class Sale { [Score] static double Rank([Between(0, 9)] double bid, [Between(.1, 1), Verified] double [|Bid|]) => bid * Bid; }",
        "'Rank' cannot be used as a rule: 'Bid' would be the second 'Bid' in the record of a report; give it another name")]
    [InlineData("MECH1010", "[Mechanism, SingleItem, Efficient] public partial class Sale { [Value] static double Worth(ReadOnlySpan<double> [|signals|], int agent) => signals[0]; }",
        "The value 'Worth' reads 'signals', the reports of the others: neither threshold nor Clarke payments make truth a best reply then, because an agent pays what its report changes for the others, and its report changes their values; values must be private")]
    [InlineData("MECH2004", "[Mechanism, SingleItem, Efficient, Assumed(NoDeficit, [|\" \"|])] public partial class Sale;",
        "NoDeficit is assumed without a reason; say in the second argument why it holds, or promise it with [Guarantees(NoDeficit)] and let the compiler check it")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient] public partial class Sale { [Allocation] static int [|Winner|](double[] bids) => -1; }",
        "[Allocation] and [Efficient] exclude each other: a mechanism has one goal, and a rule of one's own is one")]
    [InlineData("MECH0012", "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Verified] double [|bid|]) => bid; }",
        "[Verified] has no effect here: 'bid' is the report itself, which only the agent knows")]
    [InlineData("MECH0013", "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(9, 1)] double [|bid|]) => bid; }",
        "the highest 'bid' is 1, but must be at least the lowest, 9")]
    [InlineData("MECH0012", "public partial class Sale { [[|Score|]] static double Score(double bid) => bid; }", "[Score] has no effect here: 'Sale' is not marked [Mechanism]")]
    public Task SaysWhatIsWrong(string id, string marked, string message) => Expect.Fires(id, marked, message);

    [Theory]
    [InlineData("MECH1012", Head + "[Score] double Score([Between(0, 100)] double bid) => bid;\n}", "Add 'static'", Head + "[Score] static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH1012", Head + "[Score] private double Score([Between(0, 100)] double bid) => bid;\n}", "Add 'static'", Head + "[Score] private static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH1012", Head + "[Score] static double Score([Between(0, 100)] double bid, /* click rate */ [Verified] double quality) => bid * quality;\n}", "Add [Between(0, 1)]",
        Head + "[Score] static double Score([Between(0, 100)] double bid, /* click rate */ [Verified, Between(0, 1)] double quality) => bid * quality;\n}")]
    [InlineData("MECH1012", Head + "public readonly record struct Ad([Between(0, 100)] double Bid, [Verified, Between(0, 1)] double Quality);\n    [Score] static double Score(Ad ad) => ad.Bid * ad.Quality;\n}", "Add [Report]",
        Head + "public readonly record struct Ad([Between(0, 100), Report] double Bid, [Verified, Between(0, 1)] double Quality);\n    [Score] static double Score(Ad ad) => ad.Bid * ad.Quality;\n}")]
    [InlineData("MECH2004", "[Mechanism, SingleItem, Efficient]\n[Assumed(NoDeficit, \"\")]\npublic partial class Sale;", "Promise it: [Guarantees(NoDeficit)]", "[Mechanism, SingleItem, Efficient]\n[Guarantees(NoDeficit)]\npublic partial class Sale;")]
    [InlineData("MECH2004", "[Mechanism, SingleItem, Efficient]\n[Assumed(NoDeficit, \"\")]\npublic partial class Sale;", "Remove [Assumed]", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale;")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale\n{\n    // first come, first served\n    [Score] static double Score([Between(0, 100)] double bid) => bid;\n}", "Remove [Efficient]",
        "[Mechanism, SingleItem]\npublic partial class Sale\n{\n    // first come, first served\n    [Score] static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale\n{\n    // first come, first served\n    [Score] static double Score([Between(0, 100)] double bid) => bid;\n}", "Remove [Score]",
        "[Mechanism, SingleItem, Efficient]\npublic partial class Sale\n{\n    // first come, first served\n    static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH0005", "[Mechanism(Ties = TieRule.Shared), SingleItem]\npublic partial class Sale\n{\n    [Score] static double Score([Between(0, 100)] double bid) => bid;\n}", "Remove Ties",
        Head + "[Score] static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH0012", Head + "[Score] static double Score([Between(0, 100), Verified] double bid) => bid;\n}", "Remove [Verified]", Head + "[Score] static double Score([Between(0, 100)] double bid) => bid;\n}")]
    [InlineData("MECH0012", Head + "[Score] static double Score([Verified] double bid) => bid;\n}", "Remove [Verified]", Head + "[Score] static double Score(double bid) => bid;\n}")]
    [InlineData("MECH0012", "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\", Priority = 1), Agent(\"South\")]\npublic partial class Sale;", "Remove Priority", "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\"), Agent(\"South\")]\npublic partial class Sale;")]
    [InlineData("MECH0014", Head + "[Score] static double Score([Between(1 / 2, 100)] double bid) => bid;\n}", "Write 1.0 / 2", Head + "[Score] static double Score([Between(1.0 / 2, 100)] double bid) => bid;\n}")]
    [InlineData("MECH0012", "public class Sale\n{\n    // rank\n    [Score] static double Score(double bid) => bid;\n}", "Remove [Score]", "public class Sale\n{\n    // rank\n    static double Score(double bid) => bid;\n}")]
    public Task Repairs(string id, string before, string title, string after) => Expect.Repairs(id, before, title, after);

    [Fact]
    public async Task AMarkOfAnotherLibraryIsNoRule() =>
        Assert.Empty(await Analysis.Run("namespace Other { public sealed class ScoreAttribute : Attribute; } namespace Mine { public class Exam { [Other.Score] public double Points(string name) => 1; } }"));

    [Fact]
    public async Task TheMarkOfARuleMayLackItsMechanism() =>
        Assert.Equal("Add [Mechanism] | Remove [Score]", string.Join(" | ", await Repair.Offered(new Snippet("public class Sale { [Score] static double Score(double bid) => bid; }"), "MECH0012")));
}
